import {createHash} from 'node:crypto'
import {closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Embedder} from './embedder.ts'

/** First bytes of a cache file; the number is the layout's version. */
const magic = Buffer.from('PLVEC001')
/** Bytes of one key: SHA-256 of model and text. */
const keyBytes = 32
/** Magic, number of vectors and their length, 32 bits each. */
const headBytes = magic.length + 8

interface Shelf {
  path: string
  /** Row of each key. */
  rows: Map<string, number>
  count: number
}

/** Vectors kept in memory at most: 60 MB of MiniLM's. */
const mostRemembered = 40_000

/**
 * The same embedder with its vectors kept in memory and, where a folder is given, in files there, by hash of model and text.
 * Files are written whole under a temporary name, then renamed, so that several programs may share a folder; a file that is
 * cut off or foreign is passed over. The folder may be deleted at any time; where it cannot be written, vectors are made anew
 * each time.
 */
export function cached(embedder: Embedder, folder?: string): Embedder {
  if (embedder.dimensions === 0) return embedder
  const place = folder === undefined ? undefined : join(folder, embedder.model)
  const keyOf = (text: string) => createHash('sha256').update(`${embedder.model}\0${text}`).digest('hex')
  const remembered = new Map<string, Float32Array>()
  return {
    ...embedder,
    embed: async (texts) => {
      const keys = texts.map(keyOf)
      const known = new Map<string, Float32Array>()
      for (const key of keys) if (remembered.has(key)) known.set(key, remembered.get(key)!)
      if (place !== undefined)
        readVectors(place, new Set(keys.filter((key) => !known.has(key))), embedder.dimensions, known)
      const missing = new Map<string, string>()
      for (const [at, key] of keys.entries()) if (!known.has(key)) missing.set(key, texts[at]!)
      const made = await embedder.embed([...missing.values()])
      const fresh = [...missing.keys()].map((key, at): [string, Float32Array] => [key, made[at]!])
      for (const [key, vector] of fresh) known.set(key, vector)
      if (fresh.length > 0 && place !== undefined) writeVectors(place, fresh, embedder.dimensions)
      if (remembered.size + known.size > mostRemembered) remembered.clear()
      for (const [key, vector] of known) remembered.set(key, vector)
      return keys.map((key) => known.get(key)!)
    }
  }
}

/** Adds to `known` what the files of `place` hold of `wanted`. */
function readVectors(place: string, wanted: Set<string>, dimensions: number, known: Map<string, Float32Array>): void {
  for (const name of filesIn(place)) {
    if (wanted.size === 0) break
    let file: number | undefined
    try {
      file = openSync(join(place, name), 'r')
      const shelf = readShelf(file, join(place, name), dimensions)
      for (const key of wanted) {
        const row = shelf?.rows.get(key)
        if (row === undefined || !shelf) continue
        const bytes = Buffer.alloc(dimensions * 4)
        const at = headBytes + shelf.count * keyBytes + row * bytes.length
        if (readSync(file, bytes, 0, bytes.length, at) !== bytes.length) continue
        known.set(key, new Float32Array(bytes.buffer, bytes.byteOffset, dimensions))
        wanted.delete(key)
      }
    } catch {
      // A file that another program is removing: its vectors are made again.
    } finally {
      if (file !== undefined) closeSync(file)
    }
  }
}

function filesIn(place: string): string[] {
  try {
    return readdirSync(place)
      .filter((name) => name.endsWith('.vectors'))
      .sort()
  } catch {
    return []
  }
}

function readShelf(file: number, path: string, dimensions: number): Shelf | undefined {
  const head = Buffer.alloc(headBytes)
  if (readSync(file, head, 0, headBytes, 0) !== headBytes || !head.subarray(0, magic.length).equals(magic)) return
  const count = head.readUInt32LE(magic.length)
  const length = head.readUInt32LE(magic.length + 4)
  if (length !== dimensions || fstatSync(file).size !== headBytes + count * (keyBytes + length * 4)) return
  const keys = Buffer.alloc(count * keyBytes)
  readSync(file, keys, 0, keys.length, headBytes)
  const rows = new Map<string, number>()
  for (let row = 0; row < count; row += 1)
    rows.set(keys.toString('hex', row * keyBytes, row * keyBytes + keyBytes), row)
  return {path, rows, count}
}

function writeVectors(place: string, vectors: [string, Float32Array][], dimensions: number): void {
  const sorted = vectors.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const head = Buffer.alloc(headBytes)
  magic.copy(head)
  head.writeUInt32LE(sorted.length, magic.length)
  head.writeUInt32LE(dimensions, magic.length + 4)
  const bytes = Buffer.concat([
    head,
    ...sorted.map(([key]) => Buffer.from(key, 'hex')),
    ...sorted.map(([, vector]) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength))
  ])
  const name = createHash('sha256')
    .update(bytes.subarray(0, headBytes + sorted.length * keyBytes))
    .digest('hex')
  try {
    mkdirSync(place, {recursive: true})
    const temporary = join(place, `${name}.${process.pid}.part`)
    writeFileSync(temporary, bytes)
    renameSync(temporary, join(place, `${name}.vectors`))
  } catch {
    // A folder that cannot be written costs time, not results.
  }
}
