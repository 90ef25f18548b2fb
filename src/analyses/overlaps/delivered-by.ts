import type {Plan} from '../../plan-tree/nodes.ts'
import type {MeaningUnit} from '../meaning/units.ts'
import type {OverlapPair, OverlapReport} from '../types.ts'

/** Least share of a strategy's heads that must answer to one outcome of the other plan. */
const leastOfHeads = 0.6
/** Or else the least share of its goals that have a counterpart at all, and of those the fewest that show anything. */
const leastOfGoals = 0.5
const fewestGoals = 10
/** Least share of that outcome's priorities that must have a counterpart in the strategy. */
const leastOfOutcome = 0.6
/** Fewest heads: a strategy of two pledges carries out nothing by itself. */
const fewestHeads = 3

/**
 * Plans that carry out one outcome of another of the same body: most of their heads, or of all their goals that have one, have
 * their best counterpart, same or related, under that outcome, and most of its priorities are answered.
 */
export function deliveredBy(
  plans: Plan[],
  units: MeaningUnit[][],
  pairs: OverlapPair[]
): NonNullable<OverlapReport['deliveredBy']> {
  const found: NonNullable<OverlapReport['deliveredBy']> = []
  for (const [at, plan] of plans.entries())
    for (const [other, strategy] of plans.entries())
      if (at !== other && !ofTwoBodies(plan, strategy))
        found.push(...outcomesCarried(units[at]!, units[other]!, strategy, plan, pairs))
  return found.sort((a, b) => b.score - a.score || (a.outcome < b.outcome ? -1 : a.outcome > b.outcome ? 1 : 0))
}

/** Do both say whose they are, and not the same? */
function ofTwoBodies(a: Plan, b: Plan): boolean {
  return a.authority !== undefined && b.authority !== undefined && a.authority !== b.authority
}

const isCommitment = ({type, level}: MeaningUnit) => level === undefined && type !== 'measure' && type !== 'milestone'

function outcomesCarried(mine: MeaningUnit[], theirs: MeaningUnit[], strategy: Plan, plan: Plan, pairs: OverlapPair[]) {
  const heads = theirs.filter((unit) => unit.parent === null && isCommitment(unit))
  if (heads.length < fewestHeads) return []
  const {outcomeOf, answered} = counterparts(mine, theirs, pairs)
  const goals = theirs.filter((unit) => isCommitment(unit) && outcomeOf.has(unit.id))
  return mine
    .filter((unit) => unit.parent === null && isCommitment(unit))
    .flatMap((outcome) => {
      const priorities = mine.filter((unit) => unit.parent === outcome.id && isCommitment(unit))
      const toOutcome = ({id}: MeaningUnit) => outcomeOf.get(id) === outcome.id
      const met = share(priorities, ({id}) => answered.has(id))
      const byHeads = share(heads, toOutcome)
      const byGoals = goals.length < fewestGoals ? 0 : share(goals, toOutcome)
      if (priorities.length < fewestHeads || met < leastOfOutcome) return []
      if (byHeads < leastOfHeads && byGoals < leastOfGoals) return []
      const told =
        byHeads >= leastOfHeads
          ? `${heads.filter(toOutcome).length} of its ${heads.length} heads answer to it`
          : `${goals.filter(toOutcome).length} of its ${goals.length} goals that have a counterpart answer to it`
      const score = Math.round(Math.max(byHeads, byGoals) * met * 100) / 100
      const text = `'${strategy.title}' carries out '${outcome.text}' of '${plan.title}': ${told}, and ${priorities.filter(({id}) => answered.has(id)).length} of its ${priorities.length} priorities are answered.`
      return [{plan: strategy.digest, outcome: outcome.id, score, text}]
    })
}

const share = (units: MeaningUnit[], holds: (unit: MeaningUnit) => boolean) =>
  units.length === 0 ? 0 : units.filter(holds).length / units.length

/** For each unit of theirs the head over its best counterpart; and the units of mine that have any. What a goal is called elsewhere counts for it. */
function counterparts(mine: MeaningUnit[], theirs: MeaningUnit[], pairs: OverlapPair[]) {
  const roots = rootsOf(mine)
  const [ours, others] = [goalsBehind(mine), goalsBehind(theirs)]
  const outcomeOf = new Map<string, string>()
  const answered = new Set<string>()
  for (const pair of pairs) {
    if (pair.band !== 'same' && pair.band !== 'related') continue
    const [own, their] = ours.has(pair.a) ? [pair.a, pair.b] : [pair.b, pair.a]
    const [goal, other] = [ours.get(own), others.get(their)]
    if (goal === undefined || other === undefined) continue
    answered.add(goal)
    if (!outcomeOf.has(other)) outcomeOf.set(other, roots.get(goal)!)
  }
  return {outcomeOf, answered}
}

/** The goal that each unit is, or that it says again. */
const goalsBehind = (units: MeaningUnit[]) =>
  new Map(units.map(({id, parent, type}) => [id, type === 'restatement' && parent !== null ? parent : id]))

/** The head over each unit, itself where it is one. */
function rootsOf(units: MeaningUnit[]): Map<string, string> {
  const roots = new Map<string, string>()
  for (const {id, parent} of units) roots.set(id, parent === null ? id : (roots.get(parent) ?? id))
  return roots
}
