/** What an output folder says of its own files: from what each was made, and its parts. */
import {closeSync, openSync, readFileSync, readSync, statSync} from 'node:fs'
import {isAbsolute, join, normalize, sep} from 'node:path'
import type {Memo} from '../index.ts'

/** The file of an output folder that says from what each of the others was made. */
export const memoName = 'run-parts.json'

export interface FolderMemo extends Memo {
  /** What is to be kept of this run, in pieces: that of 10,000 plans has 25 MB. */
  text(): Iterable<string>
}

interface Noted {
  /** By path: what the file was made from, and its digest. */
  files: Record<string, [key: string, digest: string]>
  /** By path: a line for each of its parts, parted by tabs: key, offset, length, facts. */
  parts: Record<string, string[]>
}

/**
 * What an output folder says of its own files. A file stands as it was written when it is no younger than the memo; after a
 * run that was broken off, those that it wrote are younger.
 */
export function memoOf(folder: string): FolderMemo {
  const at = (path: string) => statSync(join(folder, path), {throwIfNoEntry: false})
  const written = at(memoName)?.mtimeMs ?? Number.NEGATIVE_INFINITY
  const stands = (path: string) => {
    const found = isInside(path) ? at(path) : undefined
    return found?.isFile() === true && found.mtimeMs <= written
  }
  const earlier = earlierNotes(folder)
  const now: Noted = {files: {}, parts: {}}
  /** The file that parts are taken from at the moment. */
  let open: {path: string; file: OpenFile | undefined; parts: Map<string, number[]>} | undefined
  const close = () => {
    open?.file?.close()
    open = undefined
  }
  const opened = (path: string) => {
    if (open?.path === path) return open
    close()
    const lines = Object.hasOwn(earlier.parts, path) && stands(path) ? earlier.parts[path]! : []
    const file = lines.length > 0 ? openFile(join(folder, path)) : undefined
    open = {path, file, parts: new Map(lines.map(partOfLine))}
    return open
  }
  return {
    digestOf(path, key) {
      const [from, digest] = Object.hasOwn(earlier.files, path) ? earlier.files[path]! : []
      return from === key && stands(path) ? digest : undefined
    },
    partOf(path, key) {
      const {file, parts} = opened(path)
      const [offset, length, ...facts] = parts.get(key) ?? []
      if (file === undefined || offset === undefined || length === undefined) return undefined
      const bytes = file.read(offset, length)
      return bytes && {key, bytes, facts}
    },
    note(path, key, digest) {
      now.files[path] = [key, digest]
    },
    notePart(path, {key, facts}, offset, length) {
      if (key === undefined) return
      now.parts[path] ??= []
      now.parts[path].push([key, offset, length, ...facts].join('\t'))
    },
    endOf: close,
    text: () => jsonOf(now)
  }
}

interface OpenFile {
  /** So many bytes; undefined where the file ends before them. */
  read(offset: number, length: number): Uint8Array | undefined
  close(): void
}

/** Bytes that are read of a file where its parts are small. */
const readAtOnce = 1 << 16
/** Windows of a file that are held: the rows of a sheet, its links and where these lead lie in three places, asked for in turn. */
const mostWindows = 4

/** Small parts that lie one after the other are read together. */
function openFile(path: string): OpenFile {
  const file = openSync(path, 'r')
  const windows: {from: number; bytes: Buffer}[] = []
  const readAt = (offset: number, length: number) => {
    const bytes = Buffer.allocUnsafeSlow(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  return {
    read(offset, length) {
      if (length >= readAtOnce) {
        const bytes = readAt(offset, length)
        return bytes.length === length ? bytes : undefined
      }
      let window = windows.find(({from, bytes}) => from <= offset && offset + length <= from + bytes.length)
      if (!window) {
        window = {from: offset, bytes: readAt(offset, readAtOnce)}
        if (windows.push(window) > mostWindows) windows.shift()
      }
      const at = offset - window.from
      // Copied: who keeps a part does not keep the window.
      return at + length <= window.bytes.length ? new Uint8Array(window.bytes.subarray(at, at + length)) : undefined
    },
    close: () => closeSync(file)
  }
}

/** As `JSON.stringify`, in pieces. */
function* jsonOf(noted: Noted): Generator<string> {
  let before = '{'
  for (const [name, entries] of Object.entries(noted) as [string, Record<string, string[]>][]) {
    let text = `${before}${JSON.stringify(name)}:{`
    let first = true
    for (const path in entries) {
      text += `${first ? '' : ','}${JSON.stringify(path)}:${JSON.stringify(entries[path])}`
      first = false
      if (text.length < pieceLeast) continue
      yield text
      text = ''
    }
    yield `${text}}`
    before = ','
  }
  yield '}\n'
}

/** Characters that are written at a time, or more. */
const pieceLeast = 1 << 16

function partOfLine(line: string): [key: string, numbers: number[]] {
  const [key = '', ...numbers] = line.split('\t')
  return [key, numbers.map(Number)]
}

function earlierNotes(folder: string): Noted {
  try {
    const {files, parts} = JSON.parse(readFileSync(join(folder, memoName), 'utf8')) as Noted
    const sound = [...Object.values(files), ...Object.values(parts)].every(areWords)
    return sound ? {files, parts} : {files: {}, parts: {}}
  } catch {
    return {files: {}, parts: {}} // None, or none that can be read: everything is made.
  }
}

const areWords = (list: unknown) => Array.isArray(list) && list.every((word) => typeof word === 'string')

/** Whether a path of a folder stays in it. */
export function isInside(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).split(sep).includes('..')
}
