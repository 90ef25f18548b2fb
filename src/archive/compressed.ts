/** JSON packed as it is kept: by Zstandard, a plan tree to about a tenth; what is short stays as it is. */
import {gunzipSync, zstdCompressSync, zstdDecompressSync} from 'node:zlib'

/** Bytes up to which packing takes longer than it saves room: a cell of the matrix. */
const plainUpTo = 1024

export function compressed(value: unknown): Uint8Array {
  const plain = Buffer.from(JSON.stringify(value))
  return plain.length > plainUpTo ? zstdCompressSync(plain) : plain
}

/** A tree larger than this is no plan of ours: a bound against a manipulated archive. */
const bound = {maxOutputLength: 1 << 30}

/** First byte of what gzip has packed, as earlier versions did, and of Zstandard: no JSON begins so. */
const [gzip, zstd] = [0x1f, 0x28]

export function expanded<T>(bytes: Uint8Array): T {
  const plain =
    bytes[0] === zstd ? zstdDecompressSync(bytes, bound) : bytes[0] === gzip ? gunzipSync(bytes, bound) : bytes
  return JSON.parse(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString()) as T
}
