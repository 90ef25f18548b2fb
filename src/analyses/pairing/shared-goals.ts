/**
 * Which plans state the same goals, without holding every two of them against each other: plans are found by those of their
 * goals that are the least work to look for, goals by the pairs of their rarest words (prefix filtering, Chaudhuri, Ganti and
 * Kaushik, 2006, with prefixes one word longer, of which two words must be common: Wang, Li and Feng, 2012).
 */
import {areAlike, type GoalSets, goalSetsOf, rounding} from './goal-sets.ts'
import {openPairIndex} from './pair-index.ts'

export interface SharedGoals {
  /** Share of the smaller plan's goals that the other has in nearly the same words; of two equally long the first is the smaller. */
  share(a: number, b: number): number
  /** Every two plans of the list of which one may share `least` of its goals or more with the other, in order, each once. */
  candidates(least: number): [a: number, b: number][]
}

/** `goals`: for each plan the words of each of its goals, each once; looked at one plan after the other. */
export function sharedGoalsOf(goals: Iterable<readonly Iterable<string>[]>): SharedGoals {
  const sets = goalSetsOf(goals)
  /** Shares that were found with the candidates, by both places. */
  const known = new Map<number, number>()
  return {
    share(a, b) {
      const before = known.get(a * sets.plans + b)
      if (before !== undefined) return before
      const [small, large] = sets.plan(a).length <= sets.plan(b).length ? [a, b] : [b, a]
      const [own, other] = [sets.plan(small), sets.plan(large)]
      if (own.length === 0) return 0
      let shared = 0
      for (const goal of own) if (other.some((near) => areAlike(sets, goal, near))) shared++
      return shared / own.length
    },
    candidates: (least) => candidatesIn(sets, least, known)
  }
}

/**
 * A plan is looked for by the goals that are the least work: whoever shares `least` of all its goals shares so many of these
 * that only the others may be missing. Then by more of them, as long as that is less work than to hold the plans found
 * against it. Longer plans are looked for by the goals of the shorter.
 */
function candidatesIn(sets: GoalSets, least: number, known: Map<number, number>): [a: number, b: number][] {
  const index = openPairIndex(sets)
  const holders = heldBy(sets)
  const found: [number, number][] = []
  const shared = new Int32Array(sets.plans)
  /** In which turn a plan was counted last: two of its goals that are like one goal count once. */
  const counted = new Uint32Array(sets.plans)
  let turn = 0
  for (let plan = 0; plan < sets.plans; plan++) {
    const own = sets.plan(plan)
    if (own.length === 0) continue
    const goals = Array.from(own, (goal) => ({goal, work: index.work(goal)})).sort((x, y) => x.work - y.work)
    const needed = Math.ceil(least * own.length - rounding)
    let met: number[] = []
    let whole = true
    for (const [looked, {goal, work}] of goals.entries()) {
      const left = goals.length - looked
      if (left < needed && met.length * own.length < work) {
        whole = false
        break
      }
      turn++
      for (const near of index.alike(goal))
        for (const other of holders(near)) {
          if (counted[other] === turn || other === plan || isShorter(sets, other, plan)) continue
          counted[other] = turn
          if (shared[other]!++ === 0 && left >= needed) met.push(other)
        }
      met = met.filter((other) => shared[other]! >= needed - (left - 1))
    }
    for (const other of met) {
      const pair: [number, number] = plan < other ? [plan, other] : [other, plan]
      if (whole) known.set(pair[0] * sets.plans + pair[1], shared[other]! / own.length)
      found.push(pair)
    }
    shared.fill(0)
  }
  return found.sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

/** As `share` has it: of two equally long plans the first is the shorter. */
function isShorter(sets: GoalSets, one: number, other: number): boolean {
  return sets.plan(one).length - sets.plan(other).length < (one < other ? 1 : 0)
}

/** The plans that have a set among their goals, each once. */
function heldBy(sets: GoalSets): (set: number) => Uint32Array {
  const starts = new Uint32Array(sets.count + 1)
  for (let plan = 0; plan < sets.plans; plan++) for (const set of new Set(sets.plan(plan))) starts[set + 1]!++
  for (let set = 0; set < sets.count; set++) starts[set + 1]! += starts[set]!
  const next = starts.slice()
  const holders = new Uint32Array(starts[sets.count]!)
  for (let plan = 0; plan < sets.plans; plan++)
    for (const set of new Set(sets.plan(plan))) {
      holders[next[set]!] = plan
      next[set]!++
    }
  return (set) => holders.subarray(starts[set], starts[set + 1])
}
