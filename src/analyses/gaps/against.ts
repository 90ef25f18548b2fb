import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import {goalsOf} from '../../plan-tree/walk.ts'
import {findingId} from '../finding-id.ts'
import type {CoverageCell, Framework, Gap, OverlapPair, OverlapReport} from '../types.ts'

/** Gaps of a plan against something outside it: a framework, the plan that it replaces, another body's plan. */

/**
 * Items of a framework that a plan does not speak of at all. One that came into force after the plan's period, or ended
 * before it, is said to be so and holds less.
 */
export function frameworkGaps(plan: Plan, framework: Framework, cells: readonly CoverageCell[]): Gap[] {
  const taken = new Map<string, number>()
  const outside = outOfForce(plan, framework)
  const names = new Map(framework.items.map((item) => [item.id, item]))
  return cells
    .filter((cell) => cell.plan === plan.digest && cell.level === 'none' && names.has(cell.theme))
    .map((cell): Gap => {
      const item = names.get(cell.theme)!
      return {
        id: findingId(taken, 'framework-item-not-covered', framework.id, item.id),
        rule: 'framework-item-not-covered',
        plan: plan.digest,
        unit: null,
        where: framework.name,
        text: item.name,
        note: `No words found for ${item.id}${outside ? `; ${outside}` : ''}.`,
        // An item known by its name alone may be there in other words.
        confidence: outside ? 0.3 : item.synonyms.length > 0 ? 0.7 : 0.4,
        severity: outside ? 'low' : 'medium',
        pages: []
      }
    })
}

function outOfForce(plan: Plan, {years, name}: Framework): string | undefined {
  if (!years || !plan.period) return undefined
  if (years.from > plan.period.to) return `${name} came later, in ${years.from}`
  if (years.to !== undefined && years.to < plan.period.from) return `${name} ended in ${years.to}, before this plan`
  return undefined
}

/** What the earlier plan promised and this one has no counterpart for. `plan` of each is this one, `text` the earlier words. */
export function droppedGaps(earlier: Plan, plan: Plan, overlaps: OverlapReport): Gap[] {
  const taken = new Map<string, number>()
  return comparedGoals(earlier).flatMap((goal): Gap[] => {
    const best = bestOf(earlier, goal, [{other: plan, report: overlaps}])
    if (best && best.pair.band !== 'topic' && best.pair.band !== 'none') return []
    return [
      {
        id: findingId(taken, 'dropped', plan.digest, goal.title),
        rule: 'dropped',
        plan: plan.digest,
        unit: null,
        where: goal.label ?? goal.term,
        text: goal.title,
        note: `"${earlier.title}" promised it and no counterpart was found here${nearestIn(best)}.`,
        confidence: best?.pair.band === 'topic' ? 0.45 : 0.6,
        severity: goal.type === 'outcome' ? 'high' : 'medium',
        pages: goal.pages,
        ...nearestOf(best)
      }
    ]
  })
}

/** A plan of the same kind, with what the two share. */
export interface Neighbour {
  other: Plan
  report: OverlapReport
}

/** What this plan promises and none of the others of its kind does, told once with the nearest of them all. */
export function counterpartGaps(plan: Plan, neighbours: readonly Neighbour[]): Gap[] {
  const taken = new Map<string, number>()
  return comparedGoals(plan).flatMap((goal): Gap[] => {
    const best = bestOf(plan, goal, neighbours)
    if (best && best.pair.band !== 'none') return []
    const whom =
      neighbours.length === 1 ? `"${neighbours[0]!.other.title}"` : `${neighbours.length} plans of the same kind`
    return [
      {
        id: findingId(taken, 'no-counterpart', plan.digest, goal.title),
        rule: 'no-counterpart',
        plan: plan.digest,
        unit: goal.id,
        where: goal.label ?? goal.term,
        text: goal.title,
        note: `No counterpart was found in ${whom}${nearestIn(best)}.`,
        confidence: 0.5,
        severity: 'low',
        pages: goal.pages,
        ...nearestOf(best)
      }
    ]
  })
}

/** Measures and milestones follow from what stands above them, and are not compared by themselves. */
function comparedGoals(plan: Plan): Goal[] {
  return goalsOf(plan).filter(({type}) => type === 'outcome' || type === 'priority' || type === 'action')
}

interface Best {
  pair: OverlapPair
  other: Plan
  unit: string
  text: string
}

/** The best counterpart of a goal among the goals of its neighbours. */
function bestOf(plan: Plan, goal: Goal, neighbours: readonly Neighbour[]): Best | undefined {
  let best: Best | undefined
  for (const {other, report} of neighbours) {
    const pair = bestPairs(report, plan.digest).get(`${plan.digest}#${goal.id}`)
    if (!pair || (best && best.pair.score >= pair.score)) continue
    const id = pair.a.startsWith(`${plan.digest}#`) ? pair.b : pair.a
    const unit = report.units.find((each) => each.id === id)
    best = {pair, other, unit: id.slice(other.digest.length + 1), text: unit?.text ?? ''}
  }
  return best
}

function nearestIn(best: Best | undefined): string {
  return best?.text ? `; the nearest is "${best.text}"` : ''
}

function nearestOf(best: Best | undefined): Pick<Gap, 'nearest'> {
  return best?.text ? {nearest: {plan: best.other.digest, id: best.unit, text: best.text, score: best.pair.score}} : {}
}

const bestByReport = new WeakMap<OverlapReport, Map<string, Map<string, OverlapPair>>>()

/** For each unit of one plan its best pair of a report; reckoned once for a report and plan. */
function bestPairs(report: OverlapReport, digest: string): Map<string, OverlapPair> {
  const known = bestByReport.get(report) ?? new Map<string, Map<string, OverlapPair>>()
  bestByReport.set(report, known)
  const before = known.get(digest)
  if (before) return before
  const best = new Map<string, OverlapPair>()
  for (const pair of report.pairs) {
    const unit = pair.a.startsWith(`${digest}#`) ? pair.a : pair.b
    const top = best.get(unit)
    if (!top || pair.score > top.score) best.set(unit, pair)
  }
  known.set(digest, best)
  return best
}
