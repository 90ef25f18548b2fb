/** Plan trees of a large run: on the disk, and in memory only while they are looked at. */
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {platform, tmpdir} from 'node:os'
import {join} from 'node:path'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import type {Plan} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'

/** Plans up to which a run keeps every tree in memory: some 100 MB of long ones. */
export const heldUpTo = 200
/** Trees of a larger run that are in memory at a time: what a page of reports looks at, and some more. */
const mostHeld = 64

export interface TreeShelf {
  /** The same plan, whose `children` are read again whenever they are asked for and no longer in memory. */
  put(plan: Plan): Plan
  close(): void
}

/** A shelf over a temporary file that goes with it. Its plans may not be looked at once it is closed. */
export function openTreeShelf(): TreeShelf {
  let opened: {folder: string; file: number} | undefined
  let end = 0
  const held = new Map<number, Plan['children']>()
  /** Trees that somebody still holds: the same tree is never there twice, so that its nodes can be told by identity. */
  const known = new Map<number, WeakRef<Plan['children']>>()
  const hold = (at: number, children: Plan['children']) => {
    held.delete(at)
    held.set(at, children)
    if (held.size > mostHeld) held.delete(held.keys().next().value!)
    return children
  }
  const read = (at: number, length: number): Plan['children'] => {
    const there = held.get(at) ?? known.get(at)?.deref()
    if (there) return hold(at, there)
    const bytes = Buffer.allocUnsafe(length)
    readSync(opened!.file, bytes, 0, length, at)
    const children = JSON.parse(zstdDecompressSync(bytes).toString()) as Plan['children']
    known.set(at, new WeakRef(children))
    return hold(at, children)
  }
  return {
    put({children, ...plan}) {
      opened ??= openFile()
      const bytes = zstdCompressSync(JSON.stringify(children))
      const [at, {length}] = [end, bytes]
      write(opened.file, bytes, at)
      end += length
      return Object.defineProperty(plan as Plan, 'children', {get: () => read(at, length), enumerable: true})
    },
    close() {
      if (!opened) return
      closeSync(opened.file)
      rmSync(opened.folder, {recursive: true, force: true})
      opened = undefined
    }
  }
}

/** Where the system lets an open file have no name any more, it goes with the program, however that ends. */
function openFile(): {folder: string; file: number} {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-trees-'))
  const file = openSync(join(folder, 'trees'), 'w+')
  if (platform() !== 'win32') rmSync(folder, {recursive: true, force: true})
  return {folder, file}
}

function write(file: number, bytes: Buffer, at: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done)
  } catch (cause) {
    const full = (cause as {code?: string}).code === 'ENOSPC'
    throw new PlanError('unreadable', full ? 'the disk is full' : `cannot be written: ${(cause as Error).message}`, {
      stage: 'pool',
      file: tmpdir(),
      cause
    })
  }
}
