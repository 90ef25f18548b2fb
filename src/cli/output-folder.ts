import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import {dirname, isAbsolute, join, normalize, sep} from 'node:path'
import {setImmediate as nextTurn} from 'node:timers/promises'
import {bytesOf, type FileContents, isStanding, PlanError, type Standing} from '../index.ts'
import {type FolderMemo, isInside, memoName} from './folder-memo.ts'

/** The file of an output folder that says what the last run wrote into it. */
export const recordName = 'run.json'

/** What the record of a run holds; `inputs` names what it was made from, once it is whole. */
export interface OutputRecord {
  wrote: string[]
  inputs?: string
  [fact: string]: unknown
}

/**
 * Writes a run's files into a folder one after the other, and takes away what an earlier run wrote there and this one did
 * not. A file that holds the same already is left alone. The record is written last: a folder whose run was broken off says
 * so. Nothing else in the folder is touched, and no path leaves it.
 * @throws {PlanError} 'unreadable' when the folder cannot be written.
 */
export async function writeOutput(
  folder: string,
  files: Iterable<readonly [string, FileContents | Standing]>,
  recordOf: (wrote: string[]) => OutputRecord,
  memo?: FolderMemo
): Promise<void> {
  const earlier = recordIn(folder)?.wrote.filter(isInside) ?? []
  const wrote: string[] = []
  const record = (facts: OutputRecord) => writeWholeFile(folder, recordName, `${JSON.stringify(facts, null, 2)}\n`)
  try {
    record({unfinished: true, wrote: earlier})
    for (const [path, contents] of files) {
      if (!isStanding(contents)) await writeFile(folder, path, contents)
      wrote.push(path)
    }
    if (memo) {
      await writeFile(folder, memoName, memo.text())
      wrote.push(memoName)
    }
    wrote.push(recordName)
    const written = new Set(wrote)
    for (const path of earlier) if (!written.has(path)) rmSync(join(folder, safe(path)), {force: true})
    record(recordOf(wrote))
  } catch (cause) {
    if (cause instanceof PlanError) throw cause
    throw new PlanError('unreadable', `the reports cannot be written: ${inWords(cause)}`, {
      stage: 'reports',
      file: folder,
      cause
    })
  }
}

/** What the file system says, for people; the rest as it says it. */
function inWords(cause: unknown): string {
  const {code, message, syscall} = cause as NodeJS.ErrnoException
  if (syscall === undefined) return message
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there'
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR')
    return 'a file is where a folder is to be, or a folder where a file'
  return message
}

/**
 * Trees and findings are held weakly, and what was looked at weakly stays in memory until the turn of the event loop ends: a
 * turn for each page, and for so many pieces of a long file, keeps no more than these.
 */
const piecesATurn = 16
/** Bytes of small pieces that go to the disk together. */
const writtenAtOnce = 1 << 17

async function writeFile(folder: string, path: string, contents: FileContents): Promise<void> {
  await nextTurn()
  if (typeof contents === 'string' || contents instanceof Uint8Array) {
    writeWholeFile(folder, path, contents)
    return
  }
  const target = placeFor(folder, path)
  // In pieces under another name: a reader of the folder sees the old file or the new one, never half of it.
  const part = `${target}.part`
  const file = openSync(part, 'w')
  let pieces = 0
  let held: Uint8Array[] = []
  let length = 0
  const writeHeld = () => {
    writeWhole(file, Buffer.concat(held, length))
    held = []
    length = 0
  }
  try {
    for (const piece of contents) {
      const found = bytesOf(piece)
      const bytes = typeof found === 'string' ? Buffer.from(found) : found
      held.push(bytes)
      length += bytes.length
      if (length >= writtenAtOnce) writeHeld()
      if (++pieces % piecesATurn === 0) await nextTurn()
    }
    writeHeld()
  } finally {
    closeSync(file)
  }
  renameSync(part, target)
}

function writeWholeFile(folder: string, path: string, contents: string | Uint8Array): void {
  const target = placeFor(folder, path)
  if (!holds(target, Buffer.from(contents))) writeFileSync(target, contents)
}

/** Where a path of the folder lies; the folders above it are made. */
function placeFor(folder: string, path: string): string {
  const target = join(folder, safe(path))
  mkdirSync(dirname(target), {recursive: true})
  return target
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

function holds(target: string, bytes: Buffer): boolean {
  const found = statSync(target, {throwIfNoEntry: false})
  return found?.isFile() === true && found.size === bytes.length && readFileSync(target).equals(bytes)
}

function safe(path: string): string {
  const plain = normalize(path)
  if (isAbsolute(plain) || plain.split(sep).includes('..'))
    throw new PlanError('arguments', `a report may not be written outside its folder: ${path}`, {stage: 'reports'})
  return plain
}

/** The record of the last run into this folder; undefined where there is none that can be read. */
export function recordIn(folder: string): OutputRecord | undefined {
  const file = join(folder, recordName)
  if (!existsSync(file)) return undefined
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as OutputRecord
    if (!Array.isArray(record.wrote)) return undefined
    return {...record, wrote: record.wrote.filter((path) => typeof path === 'string')}
  } catch {
    return undefined // A record that cannot be read names nothing to take away.
  }
}

/**
 * The record of a run from the same inputs whose every file still stands as it was written; undefined otherwise. A file
 * that somebody touched since is younger than the record.
 */
export function unchangedRecord(folder: string, inputs: string): OutputRecord | undefined {
  const record = recordIn(folder)
  if (record?.inputs !== inputs) return undefined
  const at = (path: string) => statSync(join(folder, path), {throwIfNoEntry: false})
  const written = at(recordName)!.mtimeMs
  return record.wrote.every((path) => isInside(path) && (at(path)?.mtimeMs ?? Infinity) <= written) ? record : undefined
}
