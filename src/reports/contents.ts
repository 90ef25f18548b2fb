/** A part of a file that may be the same as in an earlier one. */
export interface Part {
  bytes: string | Uint8Array
  /** Names what it is made from, and tells it from the other parts of its file; undefined for a part that is made each time. */
  key?: string | undefined
  /** Numbers about it that are kept with it: how many things it holds and the like. */
  facts: readonly number[]
}

/** Gives the part of that key from an earlier file of the same path, or makes it. */
export type Keep = (key: string | undefined, make: () => Omit<Part, 'key'>) => Part

/** Makes everything anew. */
export const keepNothing: Keep = (key, make) => ({key, ...make()})

/** What a file of the report folder holds: whole, or in pieces where it grows with the archive. */
export type FileContents = string | Uint8Array | Iterable<string | Uint8Array | Part>

export function isWhole(contents: FileContents): contents is string | Uint8Array {
  return typeof contents === 'string' || contents instanceof Uint8Array
}

export const bytesOf = (piece: string | Uint8Array | Part): string | Uint8Array =>
  typeof piece === 'string' || piece instanceof Uint8Array ? piece : piece.bytes

/** Text as long as every piece is text. */
export function whole(contents: FileContents): string | Uint8Array {
  if (isWhole(contents)) return contents
  const pieces = [...contents].map(bytesOf)
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('')
  return new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array))))
}

/** A file of the report folder, made when it is asked for. */
export interface ReportFile {
  path: string
  /** The same key, the same contents. */
  key?: string | undefined
  /** undefined when there is nothing for it to show. */
  make(keep: Keep): FileContents | undefined
}

/** A file that stands in the folder as it would be made again. */
export interface Standing {
  standing: true
}

export const standing: Standing = {standing: true}

export const isStanding = (contents: unknown): contents is Standing =>
  typeof contents === 'object' && contents !== null && 'standing' in contents

/** What an earlier run wrote into the same folder, and what this one does. */
export interface Memo {
  /** SHA-256 of the file when it was made from the same and stands as it was written; undefined otherwise. */
  digestOf(path: string, key: string): string | undefined
  /** A part of the earlier file. */
  partOf(path: string, key: string): Part | undefined
  note(path: string, key: string, digest: string): void
  notePart(path: string, part: Part, offset: number, length: number): void
  /** No more parts of the earlier file are asked for: it may be replaced. */
  endOf(path: string): void
}
