/** Trees and findings of a large run: on the disk, and in memory only while they are looked at. */
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {platform, tmpdir} from 'node:os'
import {join} from 'node:path'
import {compressed, expanded} from '../archive/compressed.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'

/** Plans up to which a run keeps every tree in memory: some 100 MB of long ones. */
export const heldUpTo = 200
/** Values of a larger run that are in memory at a time: what a page of reports looks at, and some more. */
const mostHeld = 64

export interface TreeShelf {
  /** The same plan, whose `children` are read again whenever they are asked for and no longer in memory. */
  put(plan: Plan): Plan
  /** A plan of which all but the tree is known; the tree as an archive packs it. */
  lend(head: PlanHead, packed: Uint8Array): Plan
  /** Any other value of plain JSON, read again whenever it is asked for and was not asked for lately. */
  keep<Value extends object>(value: Value): () => Value
  /** Text, read again each time: quicker than a value, as it is neither packed nor parsed. */
  keepText(text: string): () => string
  /** The same of a value as an archive packs it. */
  keepPacked<Value extends object>(packed: Uint8Array): () => Value
  close(): void
}

/** A plan without its tree. */
export type PlanHead = Omit<Plan, 'children'>

/** A shelf over a temporary file that goes with it. What lies on it may not be looked at once it is closed. */
export function openTreeShelf(): TreeShelf {
  let opened: {folder: string; file: number} | undefined
  let end = 0
  const held = new Map<number, object>()
  /**
   * Trees that somebody still holds: the same is never there twice, so that its nodes can be told by identity. What is looked
   * at weakly is held until the turn of the event loop ends; that is why nothing else is.
   */
  const known = new Map<number, WeakRef<object>>()
  const hold = (at: number, value: object) => {
    held.delete(at)
    held.set(at, value)
    if (held.size > mostHeld) held.delete(held.keys().next().value!)
    return value
  }
  /** Where the bytes lie, and how they are read again. */
  const laid = (bytes: Uint8Array): {at: number; read: () => Buffer} => {
    opened ??= openFile()
    const [at, {length}] = [end, bytes]
    write(opened.file, bytes, at)
    end += length
    const read = () => {
      const found = Buffer.allocUnsafe(length)
      readSync(opened!.file, found, 0, length, at)
      return found
    }
    return {at, read}
  }
  const shelved = <Value extends object>(
    bytes: Uint8Array,
    unpack: (bytes: Buffer) => Value,
    isTree: boolean
  ): (() => Value) => {
    const {at, read} = laid(bytes)
    return () => {
      const there = held.get(at) ?? (isTree ? known.get(at)?.deref() : undefined)
      if (there) return hold(at, there) as Value
      const value = unpack(read())
      if (isTree) known.set(at, new WeakRef(value))
      return hold(at, value) as Value
    }
  }
  const withTree = (head: PlanHead, read: () => Plan['children']) =>
    Object.defineProperty(head as Plan, 'children', {get: read, enumerable: true})
  return {
    put: ({children, ...head}) => withTree(head, shelved(compressed(children), expanded<Plan['children']>, true)),
    lend: (head, tree) =>
      withTree(
        {...head},
        shelved(tree, (bytes) => expanded<Plan>(bytes).children, true)
      ),
    keep: <Value extends object>(value: Value) => shelved(compressed(value), expanded<Value>, false),
    keepText(text) {
      const {read} = laid(Buffer.from(text))
      return () => read().toString()
    },
    keepPacked: <Value extends object>(value: Uint8Array) => shelved(value, expanded<Value>, false),
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

function write(file: number, bytes: Uint8Array, at: number): void {
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
