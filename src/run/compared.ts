/** Which plans of a run are compared with which, and in what order. */
import type {PlanPair, SharedMatrix} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {figuresOf, hasGoals} from '../reports/figures.ts'

/** Each version with its next, in the order of the plans: of A, B, C the pairs A-B and B-C, not A-C. */
export function versionSteps(pairs: readonly PlanPair[], plans: readonly Plan[]): PlanPair[] {
  const versions = pairs.filter(({relation}) => relation === 'versions')
  const later = new Map<string, Set<string>>()
  for (const {a, b} of versions) later.set(a, (later.get(a) ?? new Set()).add(b))
  const order = new Map(plans.map(({digest}, index) => [digest, index]))
  return versions
    .filter(({a, b}) => ![...later.get(a)!].some((x) => x !== b && later.get(x)?.has(b)))
    .sort((x, y) => order.get(x.a)! - order.get(y.a)! || order.get(x.b)! - order.get(y.b)!)
}

/** The plans that no later version takes the place of. */
export function newest(plans: readonly Plan[], pairs: readonly PlanPair[]): Plan[] {
  const superseded = new Set(pairs.filter(({relation}) => relation === 'versions').map(({a}) => a))
  return plans.filter(({digest}) => !superseded.has(digest))
}

const nearness: Record<PlanPair['relation'], number> = {versions: 0, replaces: 1, 'same-authority': 2, compared: 3}

/** Pairs of newest versions that have goals. */
export function overlapPairs(pairs: readonly PlanPair[], plans: readonly Plan[]): PlanPair[] {
  const current = new Set(
    newest(plans, pairs)
      .filter(hasGoals)
      .map(({digest}) => digest)
  )
  return pairs.filter(({relation, a, b}) => relation !== 'versions' && current.has(a) && current.has(b))
}

/** By how they belong together, then by the commitments that they share. */
export function nearestFirst(pairs: readonly PlanPair[], matrix: SharedMatrix | undefined): PlanPair[] {
  const shared = new Map(matrix?.cells.map(({a, b, same, related}) => [`${a} ${b}`, same + related]))
  const common = ({a, b}: PlanPair) => shared.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0
  return pairs
    .map((pair, index) => ({pair, index}))
    .sort(
      (x, y) =>
        nearness[x.pair.relation] - nearness[y.pair.relation] || common(y.pair) - common(x.pair) || x.index - y.index
    )
    .map(({pair}) => pair)
}

/**
 * Those with most goals first: the last to be done is then a short one, and no thread waits long for another. `newest` come
 * before all others: a version that is looked at beside its next has the same sentences, which both threads want at one time.
 */
export function longestFirst(plans: readonly Plan[], newest: readonly Plan[]): Plan[] {
  const first = new Set(newest)
  const goals = (plan: Plan) => {
    const {outcomes, priorities, actions, measures, milestones} = figuresOf(plan)
    return outcomes + priorities + actions + measures + milestones
  }
  return plans
    .map((plan, index) => ({plan, index, goals: goals(plan), turn: first.has(plan) ? 0 : 1}))
    .sort((x, y) => x.turn - y.turn || y.goals - x.goals || x.index - y.index)
    .map(({plan}) => plan)
}
