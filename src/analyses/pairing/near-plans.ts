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
  const keyed = keysOf(wordsOf(goals))
  const {length} = keyed
  if (length <= everyTwoUpTo) return {pairs: [...everyTwo(length)], leftOut: 0}
  const best: Meeting[][] = Array.from({length}, () => [])
  let all = 0
  for (const {meetings, more} of meetingsOf(keyed)) {
    all += meetings.length + more
    for (const meeting of meetings) for (const plan of [meeting[0], meeting[1]]) offer(best[plan]!, meeting)
  }
  const chosen = new Map(best.flat().map((meeting) => [meeting[0] * length + meeting[1], meeting]))
  const pairs = [...chosen.values()].map(([a, b]): [number, number] => [a, b])
  return {pairs: pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]), leftOut: all - pairs.length}
}

/** Those of one plan, at most `nearestOfEach`, in order. */
function offer(best: Meeting[], meeting: Meeting): void {
  let at = best.length
  while (at > 0 && isNearer(meeting, best[at - 1]!)) at--
  if (at === nearestOfEach) return
  best.splice(at, 0, meeting)
  best.length = Math.min(best.length, nearestOfEach)
}

/** Of those that meet in as many goals the first. */
const isNearer = (x: Meeting, y: Meeting) => (x[2] - y[2] || y[0] - x[0] || y[1] - x[1]) > 0

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
        frequency.increase(number)
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

/** What each goal can be found by. The words themselves are no longer needed then. */
interface Keyed extends Pick<Words, 'length' | 'plans'> {
  /** Two of the rarest words of each goal as one number, for each two; and where the numbers of each goal begin. */
  keys: Uint32Array
  starts: Uint32Array
}

function keysOf({length, plans, goals, words, step, hash}: Words): Keyed {
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
  return {length, plans, keys: keys.all(), starts: starts.all()}
}

/** Two plans, and how many goals of the shorter meet one of the other. */
type Meeting = [a: number, b: number, goals: number]

/** For each plan as the shorter those that meet in `fewestMet` goals, `mostHeld` of them; and how many more there are. */
function* meetingsOf({length, plans, keys, starts}: Keyed): Generator<{meetings: Meeting[]; more: number}> {
  const holdersOf = openIndex(plans, keys, starts)
  const goals = new Int32Array(length)
  /** By which goal a plan was met last: each goal meets it once. */
  const counted = new Int32Array(length).fill(-1)
  const many = (plan: number) => plans[plan + 1]! - plans[plan]!
  for (let plan = 0; plan < length; plan++) {
    const found: number[] = []
    for (let goal = plans[plan]!; goal < plans[plan + 1]!; goal++)
      for (let key = starts[goal]!; key < starts[goal + 1]!; key++)
        for (const holder of holdersOf(key)) {
          if (counted[holder] === goal) continue
          counted[holder] = goal
          const more = many(holder) - many(plan)
          // Of two plans of as many goals the first is the shorter; none is shorter than itself.
          if ((more > 0 || (more === 0 && plan < holder)) && goals[holder]!++ === 0) found.push(holder)
        }
    const enough = found.filter((other) => goals[other]! >= fewestMet)
    enough.sort((x, y) => goals[y]! - goals[x]! || x - y)
    const meetings = enough
      .slice(0, mostHeld)
      .map((other): Meeting => [Math.min(plan, other), Math.max(plan, other), goals[other]!])
    yield {meetings, more: enough.length - meetings.length}
    for (const other of found) goals[other] = 0
  }
}

/**
 * The plans that have the key at a place of the list, one for each goal that has it; none for a key of one goal, which meets
 * nobody, or of more than `mostTogether`. The list is used up: what is kept of each key is where its plans are.
 */
function openIndex(plans: Uint32Array, keys: Uint32Array, starts: Uint32Array): (place: number) => Uint32Array {
  const {telling, from} = tellingKeys(keys)
  for (const [at, key] of keys.entries()) keys[at] = placeOf(telling, key)
  const holders = new Uint32Array(from.at(-1)!)
  const next = from.slice()
  for (let plan = 0; plan + 1 < plans.length; plan++)
    for (let at = starts[plans[plan]!]!; at < starts[plans[plan + 1]!]!; at++)
      if (keys[at]! < telling.length) holders[next[keys[at]!]!++] = plan
  const none = new Uint32Array(0)
  return (place) => {
    const key = keys[place]!
    return key < telling.length ? holders.subarray(from[key], from[key + 1]) : none
  }
}

/** The keys of 2 to `mostTogether` goals in ascending order, and where the holders of each are to begin. */
function tellingKeys(keys: Uint32Array): {telling: Uint32Array; from: Uint32Array} {
  const sorted = keys.slice().sort()
  const from = growing()
  from.add(0)
  let [many, holders] = [0, 0]
  for (let at = 0, end = 0; at < sorted.length; at = end) {
    while (end < sorted.length && sorted[end] === sorted[at]) end++
    if (end - at < 2 || end - at > mostTogether) continue
    sorted[many++] = sorted[at]!
    holders += end - at
    from.add(holders)
  }
  return {telling: sorted.slice(0, many), from: from.all()}
}

/** Where a value stands in an ascending list; the length of the list where it does not. */
function placeOf(list: Uint32Array, value: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < value) low = middle + 1
    else high = middle
  }
  return list[low] === value ? low : list.length
}

/** FNV-1a over the letters. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
