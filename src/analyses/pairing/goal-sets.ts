/** The words of all goals of an archive in a few flat lists: each different set of words once, whoever has it. */

/** Dice of the words of two goals from which they count as the same words. */
const sameGoalDice = 0.8
/** What Dice leaves to the smaller of two sets: 2m / (m + n) >= 0.8 needs m >= 2/3 n, and so many words in common. */
export const leastCommon = sameGoalDice / (2 - sameGoalDice)
export const rounding = 1e-9

export interface GoalSets {
  /** How many plans, and how many different sets there are. */
  plans: number
  count: number
  /** The sets of a plan's goals, in their order. */
  plan(index: number): Uint32Array
  /** The words of all sets one after the other, each set's in ascending order, the rarest of the archive first; and where each begins. */
  words: Uint32Array
  starts: Uint32Array
}

/** `goals`: for each plan the words of each of its goals, each once; looked at one plan after the other. */
export function goalSetsOf(goals: Iterable<readonly Iterable<string>[]>): GoalSets {
  const words = new Map<string, number>()
  const sets = openSets()
  const ofPlans = growing()
  const plans: number[] = [0]
  for (const own of goals) {
    for (const goal of own) {
      const numbers = Uint32Array.from(goal, (word) => {
        const known = words.get(word)
        if (known !== undefined) return known
        words.set(word, words.size)
        return words.size - 1
      }).sort()
      ofPlans.add(sets.numberOf(numbers))
    }
    plans.push(ofPlans.length())
  }
  const held = ofPlans.all()
  const {all, starts} = sets.ended()
  rankByRarity(all, starts, words.size)
  return {
    plans: plans.length - 1,
    count: starts.length - 1,
    plan: (index) => held.subarray(plans[index], plans[index + 1]),
    words: all,
    starts
  }
}

/** Whether two sets have nearly the same words; the empty set is like none. */
export function areAlike({words, starts}: GoalSets, one: number, other: number): boolean {
  const [from, end] = [starts[one]!, starts[one + 1]!]
  if (one === other) return end > from
  const [otherFrom, otherEnd] = [starts[other]!, starts[other + 1]!]
  const both = end - from + otherEnd - otherFrom
  // Words that may be missing from one or the other: 2m >= 0.8 (m + n) for m words in common of m + n in both.
  let left = both - 2 * Math.ceil((sameGoalDice * both) / 2 - rounding)
  if (both === 0 || Math.abs(2 * (end - from) - both) > left) return false
  for (let i = from, j = otherFrom; i < end || j < otherEnd; ) {
    const [x, y] = [i < end ? words[i]! : Infinity, j < otherEnd ? words[j]! : Infinity]
    if (x !== y && --left < 0) return false
    if (x <= y) i++
    if (y <= x) j++
  }
  return true
}

/** Renames words by how many sets they stand in, and puts each set in the order of the new names. */
function rankByRarity(all: Uint32Array, starts: Uint32Array, words: number): void {
  const frequency = new Uint32Array(words)
  for (const word of all) frequency[word]!++
  const rank = new Uint32Array(words)
  const rarest = Uint32Array.from(frequency.keys()).sort((x, y) => frequency[x]! - frequency[y]! || x - y)
  for (const [place, word] of rarest.entries()) rank[word] = place
  for (const [at, word] of all.entries()) all[at] = rank[word]!
  for (let set = 1; set < starts.length; set++) all.subarray(starts[set - 1], starts[set]).sort()
}

/** A list of whole numbers that grows without being copied at each step; `all` is good until the next is added. */
interface Growing {
  add(value: number): void
  length(): number
  at(place: number): number
  increase(place: number): void
  all(): Uint32Array
}

export function growing(): Growing {
  let values = new Uint32Array(1024)
  let length = 0
  return {
    add(value) {
      if (length === values.length) {
        const more = new Uint32Array(2 * length)
        more.set(values)
        values = more
      }
      values[length++] = value
    },
    length: () => length,
    at: (place) => values[place]!,
    increase: (place) => {
      values[place]!++
    },
    all: () => values.subarray(0, length)
  }
}

/** Sets of numbers, each kept once: a hash table with open addressing over one list. */
function openSets(): {numberOf(set: Uint32Array): number; ended(): {all: Uint32Array; starts: Uint32Array}} {
  const all = growing()
  const starts = growing()
  const hashes = growing()
  starts.add(0)
  let table = new Int32Array(1024).fill(-1)
  const isSet = (number: number, set: Uint32Array) => {
    const from = starts.at(number)
    return starts.at(number + 1) - from === set.length && set.every((word, at) => all.at(from + at) === word)
  }
  const rehash = () => {
    table = new Int32Array(2 * table.length).fill(-1)
    for (const [number, hash] of hashes.all().entries()) {
      let at = hash & (table.length - 1)
      while (table[at]! >= 0) at = (at + 1) & (table.length - 1)
      table[at] = number
    }
  }
  return {
    numberOf(set) {
      const hash = hashOf(set)
      let at = hash & (table.length - 1)
      for (; table[at]! >= 0; at = (at + 1) & (table.length - 1)) {
        const known = table[at]!
        if (hashes.at(known) === hash && isSet(known, set)) return known
      }
      const number = hashes.length()
      table[at] = number
      for (const word of set) all.add(word)
      starts.add(all.length())
      hashes.add(hash)
      if (2 * hashes.length() > table.length) rehash()
      return number
    },
    ended: () => ({all: all.all(), starts: starts.all()})
  }
}

/** FNV-1a over whole numbers, mixed at the end. */
function hashOf(set: Uint32Array): number {
  let hash = 0x811c9dc5
  for (const word of set) hash = Math.imul(hash ^ word, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
