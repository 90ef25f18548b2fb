import {stem as stemOf} from '../../language/stems.ts'

/** What similarity looks at: one text as character 3-grams and as weighted stems. Built once a text, compared often. */
export interface Profile {
  /** The text folded to lower-case letters, digits and single spaces. */
  folded: string
  /** Ids of its character 3-grams, ascending, repeats kept. */
  grams: Int32Array
  /** Ids of its stems, ascending, without repeats. */
  stems: Int32Array
  /** TF-IDF weight of each stem. */
  weights: Float64Array
  /** Euclidean length of `weights`. */
  norm: number
  /** Sum of `weights`: how much the text says. */
  mass: number
}

const marks = /[^\p{L}\p{N}]+/gu
const accents = /\p{M}+/gu
/** ASCII only: most texts, and several times as fast to fold. */
const plain = /^[\x20-\x7e\s]*$/

/** Lower-case letters and digits of the text, all else one space. Two texts that fold alike say the same words. */
export function bareWords(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(marks, ' ')
    .trim()
}

/** Words kept with their stems: stemming takes most of the time of a profile, and plans share their words. */
const mostStems = 20_000
const stems = new Map<string, string>()

function stemmed(word: string): string {
  let stem = stems.get(word)
  if (stem === undefined) {
    if (stems.size >= mostStems) stems.clear()
    stem = stemOf(word)
    stems.set(word, stem)
  }
  return stem
}

/**
 * Profiles of several lists of texts over one vocabulary: the rarer a stem in all of them, the more it weighs
 * (1 + ln tf) * ln(1 + N / df). `beside` are further texts, folded, which count only for how rare a stem is.
 */
export function profilesBeside(beside: Iterable<string>, ...lists: readonly (readonly string[])[]): Profile[][] {
  const ids = new Map<string, number>()
  const df: number[] = []
  const stemsOf = new Map<string, number>()
  const idOf = (word: string): number => {
    const known = stemsOf.get(word)
    if (known !== undefined) return known
    const stem = stemmed(word)
    let id = ids.get(stem)
    if (id === undefined) {
      id = ids.size
      ids.set(stem, id)
      df.push(0)
    }
    stemsOf.set(word, id)
    return id
  }
  let texts = 0
  for (const folded of beside) {
    texts += 1
    for (const id of new Set(folded.split(' ').map(idOf))) df[id]! += 1
  }
  const counted = lists.map((list) =>
    list.map((text) => {
      texts += 1
      const folded = bareWords(text)
      const counts = new Map<number, number>()
      if (folded !== '')
        for (const word of folded.split(' ')) {
          const id = idOf(word)
          counts.set(id, (counts.get(id) ?? 0) + 1)
        }
      for (const id of counts.keys()) df[id]! += 1
      return {folded, counts}
    })
  )
  return counted.map((list) => list.map(({folded, counts}) => weighed(folded, counts, df, texts)))
}

function weighed(folded: string, counts: ReadonlyMap<number, number>, df: readonly number[], texts: number): Profile {
  const stems = Int32Array.from(counts.keys()).sort()
  const weights = new Float64Array(stems.length)
  let square = 0
  let mass = 0
  stems.forEach((id, at) => {
    const weight = (1 + Math.log(counts.get(id)!)) * Math.log(1 + texts / df[id]!)
    weights[at] = weight
    square += weight * weight
    mass += weight
  })
  return {folded, grams: gramsOf(folded), stems, weights, norm: Math.sqrt(square), mass}
}

/** Ids of the character 3-grams of ` text `, ascending. Two grams may share an id (24 bits), which is rare and harmless. */
function gramsOf(folded: string): Int32Array {
  const length = folded.length === 0 ? 0 : folded.length
  const grams = new Int32Array(length)
  let previous = 32
  let current = length ? folded.charCodeAt(0) : 32
  for (let at = 0; at < length; at += 1) {
    const next = at + 1 < length ? folded.charCodeAt(at + 1) : 32
    grams[at] = ((previous & 255) << 16) | ((current & 255) << 8) | (next & 255)
    previous = current
    current = next
  }
  return grams.sort()
}

/** The profile of two texts in one. */
export function joined(a: Profile, b: Profile): Profile {
  const grams = new Int32Array(a.grams.length + b.grams.length)
  grams.set(a.grams)
  grams.set(b.grams, a.grams.length)
  grams.sort()
  const stems: number[] = []
  const weights: number[] = []
  let [i, j] = [0, 0]
  while (i < a.stems.length || j < b.stems.length) {
    const left = i < a.stems.length ? a.stems[i]! : Number.MAX_SAFE_INTEGER
    const right = j < b.stems.length ? b.stems[j]! : Number.MAX_SAFE_INTEGER
    const id = Math.min(left, right)
    let weight = 0
    if (left === id) weight += a.weights[i++]!
    if (right === id) weight += b.weights[j++]!
    stems.push(id)
    weights.push(weight)
  }
  let square = 0
  for (const weight of weights) square += weight * weight
  return {
    folded: `${a.folded} ${b.folded}`,
    grams,
    stems: Int32Array.from(stems),
    weights: Float64Array.from(weights),
    norm: Math.sqrt(square),
    mass: a.mass + b.mass
  }
}
