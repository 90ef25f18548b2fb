import type {Plan} from '../../plan-tree/nodes.ts'
import type {MeaningUnit} from '../meaning/units.ts'
import type {OverlapPair, OverlapReport} from '../types.ts'

/** Least share of a strategy's heads that must answer to one outcome of the other plan. */
const leastOfStrategy = 0.6
/** Least share of that outcome's priorities that must have a counterpart in the strategy. */
const leastOfOutcome = 0.6
/** Fewest heads: a strategy of two pledges carries out nothing by itself. */
const fewestHeads = 3

/**
 * Plans that carry out one outcome of another: nearly all their heads have their best counterpart, same or related, under that
 * outcome, nearly all of its priorities are answered, and the other outcomes together take fewer of the heads.
 */
export function deliveredBy(
  plans: Plan[],
  units: MeaningUnit[][],
  pairs: OverlapPair[]
): NonNullable<OverlapReport['deliveredBy']> {
  const found: NonNullable<OverlapReport['deliveredBy']> = []
  for (const [at, plan] of plans.entries())
    for (const [other, strategy] of plans.entries())
      if (at !== other) found.push(...outcomesCarried(units[at]!, units[other]!, strategy, plan, pairs))
  return found.sort((a, b) => b.score - a.score || (a.outcome < b.outcome ? -1 : a.outcome > b.outcome ? 1 : 0))
}

function outcomesCarried(mine: MeaningUnit[], theirs: MeaningUnit[], strategy: Plan, plan: Plan, pairs: OverlapPair[]) {
  const heads = theirs.filter(({parent, level}) => parent === null && level === undefined)
  if (heads.length < fewestHeads) return []
  const top = rootsOf(mine)
  const headOf = rootsOf(theirs)
  const best = new Map<string, string>()
  const answered = new Set<string>()
  for (const pair of pairs) {
    if (pair.band !== 'same' && pair.band !== 'related') continue
    const [m, t] = top.has(pair.a) ? [pair.a, pair.b] : [pair.b, pair.a]
    const [root, head] = [top.get(m), headOf.get(t)]
    if (root === undefined || head === undefined) continue
    answered.add(m)
    if (t === head && !best.has(head)) best.set(head, root)
  }
  return mine
    .filter(({parent, level}) => parent === null && level === undefined)
    .flatMap((outcome) => {
      const priorities = mine.filter(
        ({parent, type}) => parent === outcome.id && type !== 'measure' && type !== 'milestone'
      )
      const carried = heads.filter(({id}) => best.get(id) === outcome.id).length / heads.length
      const met = priorities.length === 0 ? 0 : priorities.filter(({id}) => answered.has(id)).length / priorities.length
      if (priorities.length < fewestHeads || carried < leastOfStrategy || met < leastOfOutcome) return []
      const score = Math.round(carried * met * 100) / 100
      const text = `'${strategy.title}' carries out '${outcome.text}' of '${plan.title}': ${Math.round(carried * heads.length)} of its ${heads.length} heads answer to it, and ${Math.round(met * priorities.length)} of its ${priorities.length} priorities are answered.`
      return [{plan: strategy.digest, outcome: outcome.id, score, text}]
    })
}

/** The head over each unit, itself where it is one. */
function rootsOf(units: MeaningUnit[]): Map<string, string> {
  const roots = new Map<string, string>()
  for (const {id, parent} of units) roots.set(id, parent === null ? id : (roots.get(parent) ?? id))
  return roots
}
