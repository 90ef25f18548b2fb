/**
 * Vectors in memory that several threads share: a text is taken by one of them at a time, a few texts at once, so that threads
 * which have the same texts before them share them out and make each vector once.
 */

export interface SharedVectors {
  /** Vectors of those keys that some thread has made. */
  made(keys: Iterable<string>): Map<string, Float32Array>
  /** Some of the keys, which are now this thread's to make: neither made nor being made by another. */
  take(keys: Iterable<string>): string[]
  put(vectors: Iterable<readonly [string, Float32Array]>): void
  /** Counts what was put: to be read before `made` and `take`, and given to `more`. */
  version(): number
  /** True as soon as a thread has put more than at that version; false when none does for long. */
  more(version: number): Promise<boolean>
}

/** Vectors held at a time, some 13 MB of MiniLM's: threads that work on the plans of one body at one time have most texts in common. */
const slots = 8_192
/** Places in which the vector of a key may lie. */
const reach = 8
/** Texts taken at once: what the engine makes in one go. */
export const takenAtOnce = 23
/** Of the last ones half are taken, down to so many: whoever finds none left then waits for a few texts only, at some 10 ms each. */
const takenLeast = 4
/** Milliseconds without any new vector from which one that another thread has taken is no longer waited for: it may have been ended. */
const patience = 20_000
/** Milliseconds from which the lock is held by a thread that was ended: it is held for as long as a vector is copied. */
const lockPatience = 2_000

/** Words of 32 bits: of a key 128 bits, then its state and when it was written. */
const [keyWords, stateAt, whenAt, slotWords] = [4, 4, 5, 6]
const [free, taken, done] = [0, 1, 2]
/** Words before the slots. */
const [lockAt, versionAt, headWords] = [0, 1, 2]

export function sharedMemory(dimensions: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (headWords + slots * (slotWords + dimensions)))
}

/** `memory`: from `sharedMemory`, the same in each thread. Keys are SHA-256 in hex. */
export function sharedVectors(memory: SharedArrayBuffer, dimensions: number): SharedVectors {
  const words = new Int32Array(memory, 0, headWords + slots * slotWords)
  const vectors = new Float32Array(memory, words.byteLength)
  const at = (slot: number) => headWords + slot * slotWords
  const vectorAt = (slot: number) => vectors.subarray(slot * dimensions, (slot + 1) * dimensions)
  const wordsOf = (key: string) =>
    Array.from({length: keyWords}, (_, word) => Number.parseInt(key.slice(8 * word, 8 * word + 8), 16) | 0)

  /** The slot of a key, or -1. */
  const find = (key: readonly number[]) => {
    for (let step = 0; step < reach; step++) {
      const slot = ((key[0]! >>> 0) + step) % slots
      if (words[at(slot) + stateAt] !== free && key.every((word, n) => words[at(slot) + n] === word)) return slot
    }
    return -1
  }
  /** A free slot for a key, or that of the oldest vector there; -1 where all are being made. */
  const room = (key: readonly number[]) => {
    let best = -1
    for (let step = 0; step < reach; step++) {
      const slot = ((key[0]! >>> 0) + step) % slots
      if (words[at(slot) + stateAt] === free) return slot
      if (words[at(slot) + stateAt] === taken) continue
      if (best < 0 || words[at(slot) + whenAt]! < words[at(best) + whenAt]!) best = slot
    }
    return best
  }
  const locked = <Result>(use: () => Result): Result => {
    const since = performance.now()
    while (Atomics.compareExchange(words, lockAt, 0, 1) !== 0) {
      Atomics.wait(words, lockAt, 1, 10)
      if (performance.now() - since > lockPatience) break
    }
    try {
      return use()
    } finally {
      Atomics.store(words, lockAt, 0)
      Atomics.notify(words, lockAt, 1)
    }
  }
  const version = () => Atomics.load(words, versionAt)
  return {
    made: (keys) =>
      locked(() => {
        const found = new Map<string, Float32Array>()
        for (const key of keys) {
          const slot = find(wordsOf(key))
          if (slot >= 0 && words[at(slot) + stateAt] === done) found.set(key, Float32Array.from(vectorAt(slot)))
        }
        return found
      }),
    take: (keys) =>
      locked(() => {
        const open: [key: string, hash: number[]][] = []
        for (const key of keys) {
          if (open.length === 2 * takenAtOnce) break
          const hash = wordsOf(key)
          if (find(hash) < 0) open.push([key, hash])
        }
        const own = open.slice(0, Math.max(takenLeast, Math.ceil(open.length / 2)))
        for (const [, hash] of own) {
          const slot = room(hash)
          if (slot < 0) continue
          words.set(hash, at(slot))
          words[at(slot) + stateAt] = taken
        }
        return own.map(([key]) => key)
      }),
    put(made) {
      locked(() => {
        const when = Atomics.add(words, versionAt, 1) + 1
        for (const [key, vector] of made) {
          const slot = find(wordsOf(key))
          if (slot < 0) continue
          vectorAt(slot).set(vector)
          words[at(slot) + stateAt] = done
          words[at(slot) + whenAt] = when
        }
      })
      Atomics.notify(words, versionAt)
    },
    version,
    async more(seen) {
      const waited = Atomics.waitAsync(words, versionAt, seen, patience)
      return !waited.async || (await waited.value) !== 'timed-out'
    }
  }
}
