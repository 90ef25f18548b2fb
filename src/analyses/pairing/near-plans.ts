/**
 * Which plans of an archive are worth comparing in full: those that use the same rare words together in several of their goals.
 * An index over the words of all goals, so that no two plans are held against each other to find out. A plan more hardly changes
 * which of the others are near: how rare a word is counts in coarse steps, within which words keep an order of their own.
 */

import {growing} from './goal-sets.ts'

/** Rarest words of a goal that are looked for, two at a time; words that one goal alone has tell nothing. */
const rarest = 6
/** Goals of all plans in which two words stand together at most: what more have is said by everybody. */
const mostTogether = 64
/** Fewest goals of the shorter plan that must meet one of the other. */
const fewestMet = 2
/** Plans with which each is compared in full: those that meet most of its goals. A pair counts when it is so for either. */
export const nearestOfEach = 6
/** Plans up to which every two are compared. */
export const everyTwoUpTo = 12
/** Candidates of one plan that are held while the nearest are looked for. */
const mostHeld = 64

export interface NearPlans {
  /** Places in the list given, the first before the second; in order, each once. */
  pairs: [a: number, b: number][]
  /** Pairs that meet in enough goals and are nearer to other plans than to each other. */
  leftOut: number
}

/**
 * `goals`: for each plan the words of each of its goals, each once. Of n plans at most `nearestOfEach` x n pairs come back. Hangs on
 * the plans and their order alone.
 */
export function nearPlans(goals: Iterable<readonly Iterable<string>[]>): NearPlans {
  const plans = wordsOf(goals)
  if (plans.length <= everyTwoUpTo) return {pairs: [...everyTwo(plans.length)], leftOut: 0}
  const {met, all} = meetings(plans)
  const best: number[][] = Array.from({length: plans.length}, () => [])
  for (const [index, [a, b]] of met.entries()) {
    best[a]!.push(index)
    best[b]!.push(index)
  }
  const chosen = new Set<number>()
  for (const own of best) {
    own.sort((x, y) => met[y]![2] - met[x]![2] || x - y)
    for (const index of own.slice(0, nearestOfEach)) chosen.add(index)
  }
  const pairs = [...chosen].map((index): [number, number] => [met[index]![0], met[index]![1]])
  return {pairs: pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]), leftOut: all - pairs.length}
}

function* everyTwo(count: number): Generator<[number, number]> {
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b]
}

/** The words of all goals in flat lists: those of an archive would be a quarter of a million small ones. */
interface Words {
  /** How many plans there are. */
  length: number
  /** Where the goals of each plan begin, and its end; where the words of each goal begin, and its end. */
  plans: Uint32Array
  goals: Uint32Array
  words: Uint32Array
  /** By word: in how many goals it stands, in coarse steps, and a hash of its letters. */
  step: Uint8Array
  hash: Uint32Array
}

function wordsOf(given: Iterable<readonly Iterable<string>[]>): Words {
  const numbers = new Map<string, number>()
  const [hash, frequency, words, goals, plans] = [growing(), growing(), growing(), growing(), growing()]
  plans.add(0)
  goals.add(0)
  for (const own of given) {
    for (const goal of own) {
      for (const word of goal) {
        const number = numbers.get(word) ?? numbers.size
        if (number === numbers.size) {
          numbers.set(word, number)
          hash.add(hashOf(word))
          frequency.add(0)
        }
        frequency.all()[number]!++
        words.add(number)
      }
      goals.add(words.length())
    }
    plans.add(goals.length() - 1)
  }
  return {
    length: plans.length() - 1,
    plans: plans.all(),
    goals: goals.all(),
    words: words.all(),
    step: Uint8Array.from(frequency.all(), stepOf),
    hash: hash.all()
  }
}

/** 0 for a word of one goal, 1 for 2 or 3 goals, 2 for 4 to 15, 3 for 16 to 63 and so on. */
const stepOf = (frequency: number): number => (frequency === 1 ? 0 : 1 + (Math.log2(frequency) >> 1))

/** Two of the rarest words of each goal as one number, for each two; and where the numbers of each goal begin. */
function keysOf({goals, words, step, hash}: Words): {keys: Uint32Array; starts: Uint32Array} {
  const [keys, starts] = [growing(), growing()]
  starts.add(0)
  const first = (x: number, y: number) => step[x]! - step[y]! || hash[x]! - hash[y]!
  for (let goal = 0; goal + 1 < goals.length; goal++) {
    const known: number[] = []
    for (let at = goals[goal]!; at < goals[goal + 1]!; at++) if (step[words[at]!]! > 0) known.push(words[at]!)
    known.sort(first)
    known.length = Math.min(known.length, rarest)
    for (let a = 0; a < known.length; a++)
      for (let b = a + 1; b < known.length; b++) {
        const [x, y] = [hash[known[a]!]!, hash[known[b]!]!]
        keys.add((Math.imul(Math.min(x, y), 0x9e3779b1) ^ Math.imul(Math.max(x, y), 0x85ebca6b)) >>> 0)
      }
    starts.add(keys.length())
  }
  return {keys: keys.all(), starts: starts.all()}
}

/** Two plans, and how many goals of the shorter meet one of the other. */
type Meeting = [a: number, b: number, goals: number]

/** Those that meet in `fewestMet` goals, `mostHeld` of each plan as the shorter; and how many there are. */
function meetings(words: Words): {met: Meeting[]; all: number} {
  const {length, plans} = words
  const {keys, starts} = keysOf(words)
  const holdersOf = openIndex(plans, keys, starts)
  const met: Meeting[] = []
  let all = 0
  const goals = new Int32Array(length)
  /** By which goal a plan was met last: each goal meets it once. */
  const counted = new Int32Array(length).fill(-1)
  const many = (plan: number) => plans[plan + 1]! - plans[plan]!
  for (let plan = 0; plan < length; plan++) {
    const found: number[] = []
    for (let goal = plans[plan]!; goal < plans[plan + 1]!; goal++)
      for (let key = starts[goal]!; key < starts[goal + 1]!; key++)
        for (const holder of holdersOf(keys[key]!)) {
          if (counted[holder] === goal) continue
          counted[holder] = goal
          const more = many(holder) - many(plan)
          // Of two plans of as many goals the first is the shorter; none is shorter than itself.
          if ((more > 0 || (more === 0 && plan < holder)) && goals[holder]!++ === 0) found.push(holder)
        }
    const enough = found.filter((other) => goals[other]! >= fewestMet)
    all += enough.length
    enough.sort((x, y) => goals[y]! - goals[x]! || x - y)
    for (const other of enough.slice(0, mostHeld))
      met.push([Math.min(plan, other), Math.max(plan, other), goals[other]!])
    for (const other of found) goals[other] = 0
  }
  return {met: met.sort((x, y) => x[0] - y[0] || x[1] - y[1]), all}
}

/** The plans of each key, one for each goal that has it; none for a key that more goals have than `mostTogether`. */
function openIndex(plans: Uint32Array, keys: Uint32Array, starts: Uint32Array): (key: number) => Uint32Array {
  const entries = keys.length
  const sorted = new Float64Array(entries)
  for (let plan = 0; plan + 1 < plans.length; plan++)
    for (let at = starts[plans[plan]!]!; at < starts[plans[plan + 1]!]!; at++) sorted[at] = keys[at]! * mostPlans + plan
  sorted.sort()
  const holders = Uint32Array.from(sorted, (entry) => entry % mostPlans)
  const keyAt = (place: number) => Math.floor(sorted[place]! / mostPlans)
  const none = new Uint32Array(0)
  return (key) => {
    const from = firstFrom(sorted, key * mostPlans)
    let end = from
    while (end < entries && end - from <= mostTogether && keyAt(end) === key) end++
    return end - from > mostTogether ? none : holders.subarray(from, end)
  }
}

/** Plans that an index holds at most: a key of 32 bits and a plan fit into one number exactly. */
const mostPlans = 2 ** 20

/** The first place of an ascending list whose value is not below `least`. */
function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** FNV-1a over the letters. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
