/** A ZIP file (APPNOTE 6.3) of parts that are written piece by piece: a sheet of a large archive is never whole in memory. */
import {constants, crc32, deflateRawSync} from 'node:zlib'

/** Characters that are compressed at a time. */
const pieceMost = 1 << 20
/** 1 January 1980, the first day that the format knows: two runs give the same bytes. */
const noDate = 0x21
const noTime = 0

export interface ZipPart {
  name: string
  /** Text, in pieces of any length. */
  text: Iterable<string>
}

interface Packed {
  name: Buffer
  bytes: Buffer
  crc: number
  /** Bytes before compression. */
  length: number
}

/** The bytes of the file, parts in the order given. */
export function zipOf(parts: Iterable<ZipPart>): Uint8Array {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const packed = pack(part)
    const head = Buffer.concat([headOf(packed), packed.name])
    directory.push(entryOf(packed, at), packed.name)
    written.push(head, packed.bytes)
    at += head.length + packed.bytes.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...written, entries, end]))
}

/** Each piece is flushed to a whole byte, so that the pieces one after the other are one stream of DEFLATE. */
function pack({name, text}: ZipPart): Packed {
  const bytes: Buffer[] = []
  let [crc, length] = [0, 0]
  const add = (piece: string, finishFlush: number) => {
    const plain = Buffer.from(piece)
    crc = crc32(plain, crc)
    length += plain.length
    bytes.push(deflateRawSync(plain, {level: 6, finishFlush}))
  }
  let held: string[] = []
  let characters = 0
  for (const piece of text) {
    held.push(piece)
    characters += piece.length
    if (characters < pieceMost) continue
    add(held.join(''), constants.Z_SYNC_FLUSH)
    held = []
    characters = 0
  }
  add(held.join(''), constants.Z_FINISH)
  return {name: Buffer.from(name), bytes: Buffer.concat(bytes), crc, length}
}

function headOf({name, bytes, crc, length}: Packed): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  facts(head, 4, {name, bytes, crc, length})
  return head
}

function entryOf(packed: Packed, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  facts(entry, 6, packed)
  entry.writeUInt32LE(at, 42)
  return entry
}

/** Version, name in UTF-8, DEFLATE, time, sum and lengths: the same in both places. */
function facts(into: Buffer, at: number, {name, bytes, crc, length}: Packed): void {
  into.writeUInt16LE(20, at)
  into.writeUInt16LE(0x0800, at + 2)
  into.writeUInt16LE(8, at + 4)
  into.writeUInt16LE(noTime, at + 6)
  into.writeUInt16LE(noDate, at + 8)
  into.writeUInt32LE(crc, at + 10)
  into.writeUInt32LE(bytes.length, at + 14)
  into.writeUInt32LE(length, at + 18)
  into.writeUInt16LE(name.length, at + 22)
}
