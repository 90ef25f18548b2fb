/** What the words and letters of two units have in common: of one pair, or of a unit with all units of the other side at once. */
import {dice, type Sparse, sharedPlaces, sparseDot} from './sparse.ts'

/** The words and letters of a unit, made ready for comparing within one pair of plans. */
export interface Worded {
  words: Sparse[]
  settingWords: Sparse
  readonly letters: Int32Array
  /** The same of its own words without their explanation. */
  readonly titleLetters: Int32Array
  subject: Int32Array
}

/** Each as `Signs` has it; `subject` is how many words of what they are about both have. */
export interface Counts {
  words: number
  settingWords: number
  letters: number
  subject: number
}

export const pairCounts = (a: Worded, b: Worded): Counts => ({
  words: highest(a.words, b.words, sparseDot),
  settingWords: sparseDot(a.settingWords, b.settingWords),
  letters: lettersOf(a, b, dice(a.letters, b.letters)),
  subject: sharedPlaces(a.subject, b.subject)
})

/**
 * The same of a unit with every one of a side, to the last bit: by an inverted index over the side, that sums in the order in
 * which pairs are summed. The counts of one unit hold until the next is asked for.
 */
export function rowCounts(side: readonly Worded[]): (a: Worded) => (j: number) => Counts {
  const sentences = side.flatMap(({words}) => words)
  const unitOf = Int32Array.from(side.flatMap(({words}, at) => words.map(() => at)))
  const dotSentences = dotsWith(sentences)
  const dotSettings = dotsWith(side.map(({settingWords}) => settingWords))
  const sharedLetters = sharedWith(side.map(({letters}) => letters))
  const sharedSubject = sharedWith(side.map(({subject}) => subject))
  const words = new Float64Array(side.length)
  return (a) => {
    words.fill(0)
    for (const sentence of a.words)
      for (const [at, value] of dotSentences(sentence).entries()) {
        const unit = unitOf[at]!
        if (value > words[unit]!) words[unit] = value
      }
    const [settings, letters, subject] = [
      dotSettings(a.settingWords),
      sharedLetters(a.letters),
      sharedSubject(a.subject)
    ]
    return (j) => {
      const b = side[j]!
      const all = a.letters.length + b.letters.length
      return {
        words: words[j]!,
        settingWords: settings[j]!,
        letters: lettersOf(a, b, all === 0 ? 0 : (2 * letters[j]!) / all),
        subject: subject[j]!
      }
    }
  }
}

/** Which of the vectors hold each place, and with what weight. */
function dotsWith(vectors: readonly Sparse[]): (vector: Sparse) => Float64Array {
  const holders = new Map<number, {at: number[]; weight: number[]}>()
  for (const [number, {at, weight}] of vectors.entries())
    for (const [n, place] of at.entries()) {
      const known = holders.get(place)
      if (known) {
        known.at.push(number)
        known.weight.push(weight[n]!)
      } else holders.set(place, {at: [number], weight: [weight[n]!]})
    }
  const sums = new Float64Array(vectors.length)
  return ({at, weight}) => {
    sums.fill(0)
    for (const [n, place] of at.entries()) {
      const held = holders.get(place)
      if (!held) continue
      const own = weight[n]!
      for (let h = 0; h < held.at.length; h += 1) sums[held.at[h]!]! += own * held.weight[h]!
    }
    return sums
  }
}

/** How many places each of the lists, of distinct places, shares with one. */
function sharedWith(lists: readonly Int32Array[]): (list: Int32Array) => Int32Array {
  const holders = new Map<number, number[]>()
  for (const [number, list] of lists.entries())
    for (const place of list) {
      const known = holders.get(place)
      if (known) known.push(number)
      else holders.set(place, [number])
    }
  const shared = new Int32Array(lists.length)
  return (list) => {
    shared.fill(0)
    for (const place of list) {
      const held = holders.get(place)
      if (held) for (const number of held) shared[number]! += 1
    }
    return shared
  }
}

/** Likeness of titles from which one promise is the other nearly word for word, whatever explanation follows. */
const nearlySaid = 0.6

/** `whole`: of all that the units say. */
function lettersOf(a: Worded, b: Worded, whole: number): number {
  const [x, y] = [a.titleLetters, b.titleLetters]
  if (x === a.letters && y === b.letters) return whole
  // No more can be shared than the shorter has.
  if (2 * Math.min(x.length, y.length) < nearlySaid * (x.length + y.length)) return whole
  const title = dice(x, y)
  return title >= nearlySaid ? Math.max(whole, title) : whole
}

export function highest<Side>(a: Side[], b: Side[], likeness: (x: Side, y: Side) => number): number {
  let best = 0
  for (const x of a) for (const y of b) best = Math.max(best, likeness(x, y))
  return best
}
