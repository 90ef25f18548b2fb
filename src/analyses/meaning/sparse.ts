/** A sparse vector: ascending places and their weights. */
export interface Sparse {
  at: Int32Array
  weight: Float64Array
}

/** Numbers tokens as they come: the same token, the same place. `onNew` is told each token once, in the order of the places. */
export function placer(onNew: (token: string) => void = () => {}): (token: string) => number {
  const places = new Map<string, number>()
  return (token) => {
    const known = places.get(token)
    if (known !== undefined) return known
    places.set(token, places.size)
    onNew(token)
    return places.size - 1
  }
}

/**
 * Weights by token, each times what a token of that place weighs, as a vector of length 1; tokens of weight 0 or less are left
 * out.
 */
export function sparseOf(
  tokens: Iterable<readonly [string, number]>,
  place: (token: string) => number,
  weighs: (place: number) => number = () => 1
): Sparse {
  const places: number[] = []
  const weights: number[] = []
  let square = 0
  for (const [token, amount] of tokens) {
    const own = place(token)
    const weight = amount * weighs(own)
    if (weight <= 0) continue
    square += weight * weight
    // A unit has few words, and most come in the order of their places: the same tokens were read before it.
    let at = places.length
    for (; at > 0 && places[at - 1]! > own; at -= 1) {
      places[at] = places[at - 1]!
      weights[at] = weights[at - 1]!
    }
    places[at] = own
    weights[at] = weight
  }
  const length = Math.sqrt(square) || 1
  return {at: Int32Array.from(places), weight: Float64Array.from(weights, (weight) => weight / length)}
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
  const most = Math.max(0, folded.length - 2)
  if (runs.length < most) runs = new Int32Array(2 * most)
  for (let at = 0; at < most; at += 1)
    runs[at] =
      (folded.charCodeAt(at) * 0x1f1f1f + folded.charCodeAt(at + 1) * 0x2b3f + folded.charCodeAt(at + 2)) & 0x7fffffff
  const sorted = runs.subarray(0, most).sort()
  let distinct = 0
  for (let at = 0; at < most; at += 1)
    if (at === 0 || sorted[at] !== sorted[distinct - 1]) sorted[distinct++] = sorted[at]!
  return sorted.slice(0, distinct)
}

/** Where runs are put together, text after text. */
let runs = new Int32Array(1024)

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
