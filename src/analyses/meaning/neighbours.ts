import type {Sparse} from './sparse.ts'
import {dot} from './vectors.ts'

/** The nearest of each vector, nearest first, by place in the list; itself is not among them. */
export type Neighbours = Int32Array[]

/** Settings of the index: recall at 10 of 0.998 and more on 50,000 vectors (`npm run bench -- overlaps --archive`). */
const graph = {connectivity: 16, expansion_add: 96, expansion_search: 64} as const

/** Candidates taken from the index for one that is kept: they are ranked anew by exact cosine. */
const spare = 2

/** Vectors from which an index pays; fewer are compared each with each. */
const indexFrom = 4_000

/**
 * The `count` nearest by cosine of each vector of length 1. Many vectors go through a graph of near neighbours (HNSW, Malkov
 * and Yashunin, 2016, in usearch) over bytes, then by exact cosine; few, or where usearch has no binary for this machine, each
 * with each. Deterministic: the graph is built in one thread.
 */
export async function nearest(
  vectors: readonly Float32Array[],
  count: number
): Promise<{by: 'graph' | 'exact'; neighbours: Neighbours}> {
  const library = vectors.length < indexFrom ? undefined : await import('usearch').catch(() => undefined)
  if (!library) return {by: 'exact', neighbours: exactNearest(vectors, count)}
  const dimensions = vectors[0]!.length
  const index = new library.Index({
    dimensions,
    metric: library.MetricKind.Cos,
    quantization: library.ScalarKind.I8,
    ...graph,
    multi: false
  })
  const asked = Math.min(vectors.length, count * spare + 4)
  for (let from = 0; from < vectors.length; from += block) {
    const part = vectors.slice(from, from + block)
    index.add(
      BigUint64Array.from(part, (_, at) => BigInt(from + at)),
      flat(part, dimensions),
      1
    )
  }
  const neighbours: Neighbours = []
  for (let from = 0; from < vectors.length; from += block) {
    const part = vectors.slice(from, from + block)
    const found = index.search(flat(part, dimensions) as unknown as Float32Array[], asked, 1)
    for (const [at, vector] of part.entries()) {
      const places = Array.from(found.get(at).keys, Number).filter((place) => place !== from + at)
      neighbours.push(ranked(places, (place) => dot(vector, vectors[place]!), count))
    }
  }
  return {by: 'graph', neighbours}
}

/** Vectors handed to the index at once. */
const block = 2_048

function flat(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const all = new Float32Array(vectors.length * dimensions)
  for (const [at, vector] of vectors.entries()) all.set(vector, at * dimensions)
  return all
}

/** The `count` likest places, of equal ones the first. */
function ranked(places: readonly number[], likeness: (place: number) => number, count: number): Int32Array {
  const best = new Int32Array(count)
  const scores = new Float64Array(count)
  let length = 0
  for (const place of places) {
    const score = likeness(place)
    if (length === count && !isBefore(score, place, scores[count - 1]!, best[count - 1]!)) continue
    let at = length < count ? length++ : count - 1
    for (; at > 0 && isBefore(score, place, scores[at - 1]!, best[at - 1]!); at -= 1) {
      scores[at] = scores[at - 1]!
      best[at] = best[at - 1]!
    }
    scores[at] = score
    best[at] = place
  }
  return best.slice(0, length)
}

function isBefore(score: number, place: number, otherScore: number, otherPlace: number): boolean {
  return score > otherScore || (score === otherScore && place < otherPlace)
}

/** The same, each with each: exact, its time grows with the square. */
export function exactNearest(vectors: readonly Float32Array[], count: number, only?: readonly number[]): Neighbours {
  const asked = only ?? vectors.keys()
  return Array.from(asked, (at) => {
    const best: [number, number][] = []
    const vector = vectors[at]!
    for (let place = 0; place < vectors.length; place += 1) {
      if (place === at) continue
      const likeness = dot(vector, vectors[place]!)
      if (best.length < count) best.push([place, likeness])
      else if (likeness > best[count - 1]![1]) best[count - 1] = [place, likeness]
      else continue
      for (let b = best.length - 1; b > 0 && best[b]![1] > best[b - 1]![1]; b -= 1)
        [best[b], best[b - 1]] = [best[b - 1]!, best[b]!]
    }
    return Int32Array.from(best, ([place]) => place)
  })
}

/** Tokens in more than this share of all vectors tie nothing together and are passed over. */
const commonShare = 0.05
/** Least number of vectors that counts as common: small archives pass over nothing. */
const commonLeast = 200

/**
 * The `count` nearest by cosine of each sparse vector, by an inverted index over all but the commonest tokens. Each vector
 * asks the index for those before it, which thereby hear of it: every two meet once.
 */
export function nearestSparse(vectors: readonly Sparse[], count: number): Neighbours {
  const index = emptyIndex(vectors)
  const best = nearestOf(vectors.length, count)
  const sums = new Float64Array(vectors.length)
  const touched = new Int32Array(vectors.length)
  for (const [at, vector] of vectors.entries()) {
    let some = 0
    for (const [n, token] of vector.at.entries()) {
      const from = index.from[token]!
      if (from < 0) continue
      const weight = vector.weight[n]!
      const end = index.end[token]!
      for (let h = from; h < end; h += 1) {
        const place = index.places[h]!
        if (sums[place] === 0) touched[some++] = place
        sums[place]! += weight * index.weights[h]!
      }
      index.places[end] = at
      index.weights[end] = weight
      index.end[token] = end + 1
    }
    for (let t = 0; t < some; t += 1) {
      const place = touched[t]!
      best.offer(at, place, sums[place]!)
      best.offer(place, at, sums[place]!)
      sums[place] = 0
    }
  }
  return best.neighbours()
}

interface SparseIndex {
  /** By token: where its list begins, -1 for a common token, and where it ends so far. */
  from: Int32Array
  end: Int32Array
  /** All lists: vectors by their place, and the weight that the token has there. */
  places: Int32Array
  weights: Float64Array
}

function emptyIndex(vectors: readonly Sparse[]): SparseIndex {
  let tokens = 0
  for (const {at} of vectors) tokens = Math.max(tokens, (at.at(-1) ?? -1) + 1)
  const held = new Int32Array(tokens)
  for (const {at} of vectors) for (const token of at) held[token]! += 1
  const most = Math.max(commonLeast, commonShare * vectors.length)
  let length = 0
  const from = held.map((holders) => {
    if (holders > most) return -1
    length += holders
    return length - holders
  })
  return {from, end: from.slice(), places: new Int32Array(length), weights: new Float64Array(length)}
}

/** The nearest so far of so many vectors, in flat lists of `count`: the likest first, of equal ones the first. */
function nearestOf(vectors: number, count: number) {
  const places = new Int32Array(vectors * count)
  const scores = new Float64Array(vectors * count)
  const lengths = new Int32Array(vectors)
  /** The least score of a full list: most that is offered is below it, and this is all that is looked at then. */
  const least = new Float64Array(vectors)
  return {
    offer(to: number, place: number, score: number) {
      if (score < least[to]!) return
      const [from, length] = [to * count, lengths[to]!]
      let at = from + length
      if (length < count) lengths[to] = length + 1
      else {
        at -= 1
        if (!isBefore(score, place, scores[at]!, places[at]!)) return
      }
      for (; at > from && isBefore(score, place, scores[at - 1]!, places[at - 1]!); at -= 1) {
        scores[at] = scores[at - 1]!
        places[at] = places[at - 1]!
      }
      scores[at] = score
      places[at] = place
      if (lengths[to] === count) least[to] = scores[from + count - 1]!
    },
    neighbours: (): Neighbours => Array.from(lengths, (length, to) => places.slice(to * count, to * count + length))
  }
}
