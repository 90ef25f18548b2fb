/**
 * Which plans state the same goals, without holding every two of them against each other: sets of words that are nearly equal
 * are found by their rarest words (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006), then plans by their rarest goals.
 */

/** Dice of the words of two goals from which they count as the same words. */
export const sameGoalDice = 0.8
/** What Dice leaves to the smaller of two sets: 2m / (m + n) >= 0.8 needs m >= 2/3 n, and so many words in common. */
const leastCommon = sameGoalDice / (2 - sameGoalDice)
const rounding = 1e-9

export interface SharedGoals {
  /** Share of the smaller plan's goals that the other has in nearly the same words; of two equally long the first is the smaller. */
  share(a: number, b: number): number
  /** For a plan the later ones of the list of which one may share `least` of its goals or more with the other. */
  candidates(least: number): Iterable<[a: number, b: number]>
}

/** `goals`: for each plan the words of each of its goals, each once; looked at one plan after the other. */
export function sharedGoalsOf(goals: Iterable<readonly Iterable<string>[]>): SharedGoals {
  const {plans, sets} = numbered(goals)
  const alike = alikeSets(sets)
  const holders = heldBy(plans, sets.length)
  const held = plans.map((own) => new Set(own))
  return {
    share(a, b) {
      const [small, large] = plans[a]!.length <= plans[b]!.length ? [a, b] : [b, a]
      const [own, other] = [plans[small]!, held[large]!]
      if (own.length === 0) return 0
      return own.filter((goal) => alike[goal]!.some((near) => other.has(near))).length / own.length
    },
    *candidates(least) {
      const frequency = alike.map((near) => near.reduce((sum, set) => sum + holders[set]!.length, 0))
      const seen = new Int32Array(plans.length).fill(-1)
      const found: [number, number][] = []
      for (const [plan, own] of plans.entries()) {
        // Whoever shares `least` of the goals shares one of these, however common the others are.
        const probes = own
          .toSorted((x, y) => frequency[x]! - frequency[y]! || x - y)
          .slice(0, own.length - Math.ceil(least * own.length - rounding) + 1)
        for (const goal of probes)
          for (const near of alike[goal]!)
            for (const other of holders[near]!) {
              if (other === plan || seen[other] === plan) continue
              seen[other] = plan
              found.push(plan < other ? [plan, other] : [other, plan])
            }
      }
      found.sort((x, y) => x[0] - y[0] || x[1] - y[1])
      let last: [number, number] | undefined
      for (const pair of found) {
        if (last?.[0] !== pair[0] || last[1] !== pair[1]) yield pair
        last = pair
      }
    }
  }
}

/** Words and sets of words as numbers: each different set of words once, its words rarest first. */
function numbered(goals: Iterable<readonly Iterable<string>[]>): {plans: number[][]; sets: Uint32Array[]} {
  const words = new Map<string, number>()
  const ids = new Map<string, number>()
  const sets: Uint32Array[] = []
  const plans = Array.from(goals, (own) =>
    own.map((set) => {
      const numbers = Uint32Array.from(set, (word) => {
        if (!words.has(word)) words.set(word, words.size)
        return words.get(word)!
      }).sort()
      const key = numbers.join(' ')
      const known = ids.get(key)
      if (known !== undefined) return known
      ids.set(key, sets.length)
      return sets.push(numbers) - 1
    })
  )
  const frequency = new Uint32Array(words.size)
  for (const set of sets) for (const word of set) frequency[word]!++
  const rank = new Uint32Array(words.size)
  const rarest = Array.from(frequency.keys()).sort((x, y) => frequency[x]! - frequency[y]! || x - y)
  for (const [place, word] of rarest.entries()) rank[word] = place
  return {plans, sets: sets.map((set) => set.map((word) => rank[word]!).sort())}
}

/** For each set those that have nearly the same words; itself is one of them, but for the empty set. */
function alikeSets(sets: readonly Uint32Array[]): number[][] {
  const alike: number[][] = sets.map((set, place) => (set.length > 0 ? [place] : []))
  const byWord = new Map<number, number[]>()
  const seen = new Int32Array(sets.length).fill(-1)
  for (const [place, set] of sets.entries()) {
    const prefix = set.subarray(0, set.length - Math.ceil(leastCommon * set.length - rounding) + 1)
    for (const word of prefix) {
      const others = byWord.get(word)
      if (!others) byWord.set(word, [place])
      else {
        for (const other of others) {
          if (seen[other] === place) continue
          seen[other] = place
          if (dice(set, sets[other]!) < sameGoalDice) continue
          alike[place]!.push(other)
          alike[other]!.push(place)
        }
        others.push(place)
      }
    }
  }
  return alike
}

function heldBy(plans: readonly number[][], sets: number): number[][] {
  const holders: number[][] = Array.from({length: sets}, () => [])
  for (const [plan, own] of plans.entries()) for (const set of new Set(own)) holders[set]!.push(plan)
  return holders
}

/** Of two sets in ascending order. */
function dice(a: Uint32Array, b: Uint32Array): number {
  if (Math.min(a.length, b.length) < leastCommon * Math.max(a.length, b.length) - rounding) return 0
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) common++
    if (a[i]! <= b[j]!) i++
    else j++
  }
  return common === 0 ? 0 : (2 * common) / (a.length + b.length)
}
