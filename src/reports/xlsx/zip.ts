/** A ZIP file (APPNOTE 6.3) of parts that are written piece by piece: a sheet of a large archive is never whole in memory. */
import {constants, crc32, deflateRawSync} from 'node:zlib'
import type {Part} from '../contents.ts'
import {joinedCrc} from './crc.ts'

/** Characters that are compressed at a time. */
const pieceMost = 1 << 20
/** 1 January 1980, the first day that the format knows: two runs give the same bytes. */
const noDate = 0x21
const noTime = 0
/** Sum and lengths follow the bytes of a part: they are not known before. */
const sumsBehind = 8

export interface ZipPart {
  name: string
  /** Text, in pieces of any length, or packed already. */
  text: Iterable<string | Part>
}

interface Packed {
  name: Buffer
  crc: number
  /** Bytes before and after compression. */
  length: number
  packed: number
}

/** Text as a piece of a stream of DEFLATE that ends on a whole byte; its facts are its sum and its length. */
export function packedText(text: string): {bytes: Uint8Array; facts: readonly number[]} {
  const plain = Buffer.from(text)
  // Copied: what zlib gives holds on to 16 KB, and of a sheet's links every part is kept until its end.
  const bytes = new Uint8Array(deflateRawSync(plain, {level: 6, finishFlush: constants.Z_SYNC_FLUSH}))
  return {bytes, facts: [crc32(plain), plain.length]}
}

/** What ends a stream of such pieces. */
const endOfStream = deflateRawSync(Buffer.alloc(0), {finishFlush: constants.Z_FINISH})

/** The bytes of the file in pieces, its parts in the order given. */
export function* zipParts(parts: Iterable<ZipPart>): Generator<Uint8Array | Part> {
  const directory: Buffer[] = []
  let at = 0
  for (const {name, text} of parts) {
    const found: Packed = {name: Buffer.from(name), crc: 0, length: 0, packed: 0}
    const head = Buffer.concat([headOf(found), found.name])
    yield head
    for (const piece of packedPieces(text)) {
      const [crc = 0, length = 0] = piece.facts
      found.crc = joinedCrc(found.crc, crc, length)
      found.length += length
      found.packed += piece.bytes.length
      yield piece
    }
    yield endOfStream
    found.packed += endOfStream.length
    yield sumsOf(found)
    directory.push(entryOf(found, at), found.name)
    at += head.length + found.packed + sumsLength
  }
  const entries = Buffer.concat(directory)
  yield entries
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  yield end
}

/** Short texts together, packed parts as they are. */
function* packedPieces(text: Iterable<string | Part>): Generator<Part> {
  let held: string[] = []
  let characters = 0
  const taken = (): Part => {
    const piece = packedText(held.join(''))
    held = []
    characters = 0
    return piece
  }
  for (const piece of text) {
    if (typeof piece !== 'string') {
      if (characters > 0) yield taken()
      yield piece
      continue
    }
    held.push(piece)
    characters += piece.length
    if (characters >= pieceMost) yield taken()
  }
  if (characters > 0) yield taken()
}

function headOf({name}: Packed): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  facts(head, 4, {name, crc: 0, length: 0, packed: 0})
  return head
}

const sumsLength = 16

/** The data descriptor behind a part. */
function sumsOf({crc, length, packed}: Packed): Buffer {
  const sums = Buffer.alloc(sumsLength)
  sums.writeUInt32LE(0x08074b50, 0)
  sums.writeUInt32LE(crc, 4)
  sums.writeUInt32LE(packed, 8)
  sums.writeUInt32LE(length, 12)
  return sums
}

function entryOf(packed: Packed, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  facts(entry, 6, packed)
  entry.writeUInt32LE(at, 42)
  return entry
}

/** Version, name, DEFLATE, time, sum and lengths: in the same order in both places. */
function facts(into: Buffer, at: number, {name, crc, length, packed}: Packed): void {
  into.writeUInt16LE(20, at)
  into.writeUInt16LE(sumsBehind, at + 2)
  into.writeUInt16LE(8, at + 4)
  into.writeUInt16LE(noTime, at + 6)
  into.writeUInt16LE(noDate, at + 8)
  into.writeUInt32LE(crc, at + 10)
  into.writeUInt32LE(packed, at + 14)
  into.writeUInt32LE(length, at + 18)
  into.writeUInt16LE(name.length, at + 22)
}
