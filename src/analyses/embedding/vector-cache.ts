import {createHash} from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {threadId} from 'node:worker_threads'
import type {Embedder} from './embedder.ts'
import {type SharedVectors, sharedVectors, takenAtOnce} from './shared-vectors.ts'

/** First bytes of a cache file; the number is the layout's version. */
const magic = Buffer.from('PLVEC001')
/** Bytes of one key: SHA-256 of model and text. */
const keyBytes = 32
/** Magic, number of vectors and their length, 32 bits each. */
const headBytes = magic.length + 8

/** A file of vectors: its keys in ascending order, in memory; the vectors behind them, on the disk. */
interface Shelf {
  path: string
  keys: Buffer
  count: number
}

/** Vectors kept in memory at most: 60 MB of MiniLM's. */
const mostRemembered = 40_000
/** Files of about one size that are made into one: so many plans may be read, and a vector is still found in a few files. */
const mergedAtOnce = 8

/**
 * The same embedder with its vectors kept in memory and, where a folder is given, in files there, by hash of model and text.
 * Files are written whole under a temporary name, then renamed, so that several programs may share a folder; a file that is
 * cut off or foreign is passed over. The folder may be deleted at any time; where it cannot be written, vectors are made anew
 * each time. `shared`: memory from `sharedMemory` that other threads have as well.
 */
export function cached(embedder: Embedder, folder?: string, shared?: SharedArrayBuffer): Embedder {
  if (embedder.dimensions === 0) return embedder
  const shelves = folder === undefined ? undefined : openShelves(join(folder, embedder.model), embedder.dimensions)
  const keyOf = (text: string) => createHash('sha256').update(`${embedder.model}\0${text}`).digest('hex')
  const remembered = new Map<string, Float32Array>()
  const others = shared && sharedVectors(shared, embedder.dimensions)
  return {
    ...embedder,
    embed: async (texts) => {
      const keys = texts.map(keyOf)
      const known = new Map<string, Float32Array>()
      for (const key of keys) if (remembered.has(key)) known.set(key, remembered.get(key)!)
      shelves?.read(new Set(keys.filter((key) => !known.has(key))), known)
      const missing = new Map<string, string>()
      for (const [at, key] of keys.entries()) if (!known.has(key)) missing.set(key, texts[at]!)
      const fresh = await (others && missing.size > 0
        ? sharedOut(embedder, missing, others, known)
        : all(embedder, missing))
      for (const [key, vector] of fresh) known.set(key, vector)
      if (fresh.length > 0) shelves?.write(fresh)
      if (remembered.size + known.size > mostRemembered) remembered.clear()
      for (const [key, vector] of known) remembered.set(key, vector)
      return keys.map((key) => known.get(key)!)
    }
  }
}

type Keyed = [key: string, vector: Float32Array]

/** `texts` by key. */
async function all(embedder: Embedder, texts: ReadonlyMap<string, string>): Promise<Keyed[]> {
  const made = await embedder.embed([...texts.values()])
  return [...texts.keys()].map((key, at) => [key, made[at]!])
}

/** Texts among which one is looked for that no other thread makes: more than a few threads take at once. */
const lookedAhead = 32 * takenAtOnce

/** Makes those that no other thread makes, and waits for the rest, which is added to `known`. */
async function sharedOut(
  embedder: Embedder,
  texts: ReadonlyMap<string, string>,
  others: SharedVectors,
  known: Map<string, Float32Array>
): Promise<Keyed[]> {
  const left = new Map(texts)
  const fresh: Keyed[] = []
  while (left.size > 0) {
    const version = others.version()
    const next = [...left.keys().take(lookedAhead)]
    for (const [key, vector] of others.made(next)) {
      known.set(key, vector)
      left.delete(key)
    }
    const own = others.take(next.filter((key) => left.has(key)))
    const goesOn = own.length > 0 || !next.some((key) => left.has(key)) || (await others.more(version))
    const made = await all(embedder, goesOn ? new Map(own.map((key) => [key, left.get(key)!])) : left)
    others.put(made)
    for (const [key] of made) left.delete(key)
    fresh.push(...made)
  }
  return fresh
}

interface Shelves {
  /** Adds to `known` what the files hold of `wanted`. */
  read(wanted: Set<string>, known: Map<string, Float32Array>): void
  write(vectors: readonly [string, Float32Array][]): void
}

/** The files of one folder. The keys of each are read once; files that other programs add or take away are noticed. */
function openShelves(place: string, dimensions: number): Shelves {
  const shelves = new Map<string, Shelf | undefined>()
  const current = () => {
    const names = filesIn(place)
    for (const name of shelves.keys()) if (!names.includes(name)) shelves.delete(name)
    for (const name of names)
      if (!shelves.has(name))
        shelves.set(
          name,
          opened(join(place, name), (file) => readShelf(file, join(place, name), dimensions))
        )
    return [...shelves.values()].filter((shelf) => shelf !== undefined)
  }
  return {
    read(wanted, known) {
      if (wanted.size === 0) return
      for (const shelf of current()) {
        const found = [...wanted].flatMap((key): [string, number][] => {
          const row = rowOf(shelf, key)
          return row < 0 ? [] : [[key, row]]
        })
        if (found.length === 0) continue
        opened(shelf.path, (file) => {
          for (const [key, row] of found) {
            const vector = readVector(file, shelf, row, dimensions)
            if (vector && wanted.delete(key)) known.set(key, vector)
          }
        })
      }
    },
    write(vectors) {
      try {
        mkdirSync(place, {recursive: true})
        writeShelf(place, [...vectors], dimensions)
        mergeAlike(place, current(), dimensions)
      } catch {
        // A folder that cannot be written costs time, not results.
      }
    }
  }
}

/** Undefined when the file is gone, as when another program has merged it: its vectors are made again. */
function opened<Result>(path: string, use: (file: number) => Result): Result | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return use(file)
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
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
  return {path, keys, count}
}

/** The row of a key; -1 when it is not there. */
function rowOf({keys, count}: Shelf, key: string): number {
  const wanted = Buffer.from(key, 'hex')
  let [from, until] = [0, count]
  while (from < until) {
    const middle = (from + until) >> 1
    const order = wanted.compare(keys, middle * keyBytes, middle * keyBytes + keyBytes)
    if (order === 0) return middle
    if (order < 0) until = middle
    else from = middle + 1
  }
  return -1
}

function readVector(file: number, {count}: Shelf, row: number, dimensions: number): Float32Array | undefined {
  const bytes = new Uint8Array(dimensions * 4)
  const at = headBytes + count * keyBytes + row * bytes.length
  return readSync(file, bytes, 0, bytes.length, at) === bytes.length ? new Float32Array(bytes.buffer) : undefined
}

function writeShelf(place: string, vectors: readonly [string, Float32Array][], dimensions: number): string {
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
  const temporary = join(place, `${name}.${process.pid}.${threadId}.part`)
  writeFileSync(temporary, bytes)
  renameSync(temporary, join(place, `${name}.vectors`))
  return `${name}.vectors`
}

/** Vectors of a merged file at most: some 100 MB. */
const mostMerged = 65_536

/** Makes one file of those of about one size, so that a vector is merged a few times and no more. */
function mergeAlike(place: string, shelves: readonly Shelf[], dimensions: number): void {
  const sizes = Map.groupBy(shelves, ({count}) => Math.floor(Math.log(count + 1) / Math.log(mergedAtOnce)))
  for (const alike of sizes.values()) {
    const total = alike.reduce((sum, {count}) => sum + count, 0)
    if (alike.length < mergedAtOnce || total > mostMerged) continue
    const vectors = new Map<string, Float32Array>()
    for (const shelf of alike)
      opened(shelf.path, (file) => {
        for (let row = 0; row < shelf.count; row += 1) {
          const vector = readVector(file, shelf, row, dimensions)
          if (vector) vectors.set(shelf.keys.toString('hex', row * keyBytes, (row + 1) * keyBytes), vector)
        }
      })
    const merged = join(place, writeShelf(place, [...vectors], dimensions))
    for (const {path} of alike) if (path !== merged) rmSync(path, {force: true})
  }
}
