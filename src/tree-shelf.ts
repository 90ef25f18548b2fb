/** Plan trees of a large run: on the disk, and in memory only while they are looked at. */
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import type {Plan} from './plan-tree/nodes.ts'

/** Plans up to which a run keeps every tree in memory: some 100 MB of long ones. */
export const heldUpTo = 200
/** Trees of a larger run that are in memory at a time: what a page of reports looks at, and some more. */
const mostHeld = 24

export interface TreeShelf {
  /** The same plan, whose `children` are read again whenever they are asked for and no longer in memory. */
  put(plan: Plan): Plan
  close(): void
}

/** A shelf over a temporary file that goes with it. Its plans may not be looked at once it is closed. */
export function openTreeShelf(): TreeShelf {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-trees-'))
  const file = openSync(join(folder, 'trees'), 'w+')
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
    readSync(file, bytes, 0, length, at)
    const children = JSON.parse(zstdDecompressSync(bytes).toString()) as Plan['children']
    known.set(at, new WeakRef(children))
    return hold(at, children)
  }
  return {
    put({children, ...plan}) {
      const bytes = zstdCompressSync(JSON.stringify(children))
      const [at, {length}] = [end, bytes]
      writeSync(file, bytes, 0, length, at)
      end += length
      return Object.defineProperty(plan as Plan, 'children', {get: () => read(at, length), enumerable: true})
    },
    close() {
      closeSync(file)
      rmSync(folder, {recursive: true, force: true})
    }
  }
}
