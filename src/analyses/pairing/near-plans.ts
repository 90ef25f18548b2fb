/**
 * Which plans of an archive are worth comparing in full: those that use the same rare words together in several of their goals.
 * An index over the words of all goals, so that no two plans are held against each other to find out.
 */
import {type GoalSets, goalSetsOf} from './goal-sets.ts'

/** Rarest words of a goal that are looked for, two at a time; words that one goal alone has tell nothing. */
const rarest = 6
/** Goals of all plans in which two words stand together at most: what more have is said by everybody. */
const mostTogether = 64
/** Fewest goals of the shorter plan that must meet one of the other. */
export const fewestMet = 2
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
  const sets = goalSetsOf(goals)
  if (sets.plans <= everyTwoUpTo) return {pairs: [...everyTwo(sets.plans)], leftOut: 0}
  const {met, all} = meetings(sets)
  const best: number[][] = Array.from({length: sets.plans}, () => [])
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

/** Two plans, and how many goals of the shorter meet one of the other. */
type Meeting = [a: number, b: number, goals: number]

/** Those that meet in `fewestMet` goals, `mostHeld` of each plan as the shorter; and how many there are. */
function meetings(sets: GoalSets): {met: Meeting[]; all: number} {
  const index = openRareIndex(sets)
  const met: Meeting[] = []
  let all = 0
  const goals = new Int32Array(sets.plans)
  /** In which turn a plan was met last: each goal meets it once. */
  const counted = new Int32Array(sets.plans)
  let turn = 0
  for (let plan = 0; plan < sets.plans; plan++) {
    const found: number[] = []
    for (const goal of sets.plan(plan)) {
      turn++
      for (const bucket of index.bucketsOf(goal))
        for (let at = index.starts[bucket]!; at < index.starts[bucket + 1]!; at++) {
          const holder = index.holders[at]!
          if (counted[holder] === turn) continue
          counted[holder] = turn
          if (isShorter(sets, plan, holder) && goals[holder]!++ === 0) found.push(holder)
        }
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

/** Of two plans of as many goals the first is the shorter; none is shorter than itself. */
function isShorter(sets: GoalSets, plan: number, other: number): boolean {
  const more = sets.plan(other).length - sets.plan(plan).length
  return more > 0 || (more === 0 && plan < other)
}

interface RareIndex {
  /** The buckets of a set that are looked into, one for each two of its rarest words. */
  bucketsOf(set: number): number[]
  /** Where the plans of each bucket begin in `holders`. */
  starts: Uint32Array
  holders: Uint32Array
}

/** About as many buckets as there are entries; that two pairs of words share one only makes a candidate more. */
function openRareIndex(sets: GoalSets): RareIndex {
  const frequency = frequencyOf(sets)
  const entries = countPairs(sets, frequency)
  const bits = Math.max(4, Math.ceil(Math.log2(entries + 1)))
  const bucketOf = (first: number, second: number) =>
    Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15), 0x85ebca6b) >>> (32 - bits)
  const all = (set: number) => {
    const words = rareWords(sets, set, frequency)
    const buckets: number[] = []
    for (let first = 0; first < words.length; first++)
      for (let second = first + 1; second < words.length; second++)
        buckets.push(bucketOf(words[first]!, words[second]!))
    return buckets
  }
  const starts = new Uint32Array(2 ** bits + 1)
  for (const bucket of everyBucket(sets, all)) starts[bucket + 1]!++
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!
  const next = starts.slice()
  const holders = new Uint32Array(entries)
  for (let plan = 0; plan < sets.plans; plan++)
    for (const set of sets.plan(plan)) for (const bucket of all(set)) holders[next[bucket]!++] = plan
  const isRare = (bucket: number) => starts[bucket + 1]! - starts[bucket]! <= mostTogether
  return {bucketsOf: (set) => all(set).filter(isRare), starts, holders}
}

function* everyBucket(sets: GoalSets, all: (set: number) => number[]): Generator<number> {
  for (let plan = 0; plan < sets.plans; plan++) for (const set of sets.plan(plan)) yield* all(set)
}

function countPairs(sets: GoalSets, frequency: Uint32Array): number {
  let entries = 0
  for (let plan = 0; plan < sets.plans; plan++)
    for (const set of sets.plan(plan)) {
      const {length} = rareWords(sets, set, frequency)
      entries += (length * (length - 1)) / 2
    }
  return entries
}

function rareWords({words, starts}: GoalSets, set: number, frequency: Uint32Array): number[] {
  const found: number[] = []
  for (let at = starts[set]!; at < starts[set + 1]! && found.length < rarest; at++)
    if (frequency[words[at]!]! > 1) found.push(words[at]!)
  return found
}

/** In how many goals of all plans each word stands. */
function frequencyOf(sets: GoalSets): Uint32Array {
  let most = 0
  for (const word of sets.words) most = Math.max(most, word)
  const frequency = new Uint32Array(most + 1)
  for (let plan = 0; plan < sets.plans; plan++)
    for (const set of sets.plan(plan))
      for (let at = sets.starts[set]!; at < sets.starts[set + 1]!; at++) frequency[sets.words[at]!]!++
  return frequency
}
