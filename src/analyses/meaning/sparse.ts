/** A sparse vector: ascending places and their weights. */
export interface Sparse {
  at: Int32Array
  weight: Float64Array
}

/** Numbers tokens as they come: the same token, the same place. */
export function placer(): (token: string) => number {
  const places = new Map<string, number>()
  return (token) => {
    const known = places.get(token)
    if (known !== undefined) return known
    places.set(token, places.size)
    return places.size - 1
  }
}

/** Weights by token as a vector of length 1; tokens of weight 0 or less are left out. */
export function sparseOf(weights: Iterable<[string, number]>, place: (token: string) => number): Sparse {
  const entries: [number, number][] = []
  let square = 0
  for (const [token, weight] of weights) {
    if (weight <= 0) continue
    entries.push([place(token), weight])
    square += weight * weight
  }
  entries.sort((a, b) => a[0] - b[0])
  const length = Math.sqrt(square) || 1
  return {
    at: Int32Array.from(entries, ([at]) => at),
    weight: Float64Array.from(entries, ([, weight]) => weight / length)
  }
}

/** Dot product: the cosine of vectors of length 1. */
export function sparseDot(a: Sparse, b: Sparse): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.at.length && j < b.at.length) {
    const step = a.at[i]! - b.at[j]!
    if (step === 0) sum += a.weight[i++]! * b.weight[j++]!
    else if (step < 0) i += 1
    else j += 1
  }
  return sum
}

/** Distinct runs of three characters of a text, folded, as ascending places. */
export function threes(text: string): Int32Array {
  const folded = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const runs = new Set<number>()
  for (let at = 0; at + 3 <= folded.length; at += 1) {
    const run =
      (folded.charCodeAt(at) * 0x1f1f1f + folded.charCodeAt(at + 1) * 0x2b3f + folded.charCodeAt(at + 2)) & 0x7fffffff
    runs.add(run)
  }
  return Int32Array.from(runs).sort()
}

/** Places that stand in both of two ascending lists. */
export function sharedPlaces(a: Int32Array, b: Int32Array): number {
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const step = a[i]! - b[j]!
    if (step === 0) {
      shared += 1
      i += 1
      j += 1
    } else if (step < 0) i += 1
    else j += 1
  }
  return shared
}

/** Dice coefficient of two sets given as ascending places: 0 nothing shared, 1 the same. */
export function dice(a: Int32Array, b: Int32Array): number {
  return a.length + b.length === 0 ? 0 : (2 * sharedPlaces(a, b)) / (a.length + b.length)
}
