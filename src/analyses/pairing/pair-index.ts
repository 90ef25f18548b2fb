/** Finds the sets of words that are nearly equal by the pairs of their rarest words: one word is common, two together are not. */
import {areAlike, type GoalSets, leastCommon, rounding} from './goal-sets.ts'

export interface PairIndex {
  /** How many sets are held against this one when those like it are asked for. */
  work(set: number): number
  /** The sets with nearly the same words, itself one of them; none for the empty set. */
  alike(set: number): number[]
}

/**
 * Two sets of two words and more that are alike have at least two words in common (2m / (m + n) >= 0.8), so that two of the
 * rarest of each are: of n words the n - 2/3 n + 2 rarest. A set of one word is like itself alone.
 */
export function openPairIndex(sets: GoalSets): PairIndex {
  const {starts, entries, bucketOf} = bucketsOf(sets)
  /** In which turn a set was looked at last. */
  const seen = new Uint32Array(sets.count)
  let turn = 0
  return {
    work(set) {
      let work = 0
      for (const bucket of eachPair(sets, set, bucketOf)) work += starts[bucket + 1]! - starts[bucket]!
      return work
    },
    alike(set) {
      if (!areAlike(sets, set, set)) return []
      const found = [set]
      seen[set] = ++turn
      for (const bucket of eachPair(sets, set, bucketOf))
        for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
          const other = entries[at]!
          if (seen[other] === turn) continue
          seen[other] = turn
          if (areAlike(sets, set, other)) found.push(other)
        }
      return found
    }
  }
}

interface Buckets {
  /** Where the sets of each bucket begin in `entries`. */
  starts: Uint32Array
  entries: Uint32Array
  bucketOf: (first: number, second: number) => number
}

/** About as many buckets as there are entries: pairs that share one cost a look at more sets. */
function bucketsOf(sets: GoalSets): Buckets {
  let total = 0
  for (let set = 0; set < sets.count; set++) total += pairsOf(sets.starts[set + 1]! - sets.starts[set]!)
  const bits = Math.max(4, Math.ceil(Math.log2(total + 1)))
  const shift = 32 - bits
  const bucketOf = (first: number, second: number) =>
    Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15), 0x85ebca6b) >>> shift
  const starts = new Uint32Array(2 ** bits + 1)
  for (let set = 0; set < sets.count; set++) for (const bucket of eachPair(sets, set, bucketOf)) starts[bucket + 1]!++
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!
  const next = starts.slice()
  const entries = new Uint32Array(total)
  for (let set = 0; set < sets.count; set++)
    for (const bucket of eachPair(sets, set, bucketOf)) {
      entries[next[bucket]!] = set
      next[bucket]!++
    }
  return {starts, entries, bucketOf}
}

/** Of how many of its rarest words two are in every set that is like it. */
function prefixOf(length: number): number {
  return Math.min(length, length - Math.ceil(leastCommon * length - rounding) + 2)
}

function pairsOf(length: number): number {
  const prefix = prefixOf(length)
  return (prefix * (prefix - 1)) / 2
}

function* eachPair({words, starts}: GoalSets, set: number, bucketOf: Buckets['bucketOf']): Generator<number> {
  const from = starts[set]!
  const end = from + prefixOf(starts[set + 1]! - from)
  for (let first = from; first < end; first++)
    for (let second = first + 1; second < end; second++) yield bucketOf(words[first]!, words[second]!)
}
