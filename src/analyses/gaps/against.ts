import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import {findingId} from '../finding-id.ts'
import type {CoverageCell, Framework, Gap, OverlapPair, OverlapReport} from '../types.ts'
import {nameOf} from './rule.ts'

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
  return lacking(earlier, [{other: plan, report: overlaps}], new Set(['same', 'related'])).map(
    ({goal, best, below, apart, where}): Gap => ({
      id: findingId(taken, 'dropped', plan.digest, goal.title),
      rule: 'dropped',
      plan: plan.digest,
      unit: null,
      where,
      text: goal.title,
      note: `"${earlier.title}" promised it${withBelow(below)} and no counterpart was found here${nearestIn(best)}.`,
      confidence: apart ? 0.4 : best?.pair.band === 'topic' ? 0.45 : 0.6,
      severity: goal.type === 'outcome' ? 'high' : apart ? 'low' : 'medium',
      pages: goal.pages,
      ...nearestOf(best)
    })
  )
}

function withBelow(below: number): string {
  return below === 0 ? '' : below === 1 ? ', with the one goal below it,' : `, with the ${below} goals below it,`
}

interface Lacking {
  goal: Goal
  best: Best | undefined
  /** Goals below it that have no counterpart either: they are told with it. */
  below: number
  /** The goal above it has a counterpart, of which this may be a part. */
  apart: boolean
  where: string
}

/**
 * Goals without a counterpart of the bands given, from the top: what stands below one of them is not told again. A goal whose
 * own parts have all gone is gone with them, however much its title resembles something.
 */
function lacking(plan: Plan, neighbours: readonly Neighbour[], bands: ReadonlySet<string>): Lacking[] {
  const compared = (node: Plan | Goal) =>
    childrenOf(node).filter((child): child is Goal => isGoal(child) && isCompared(child))
  const lacks = (goal: Goal): boolean => {
    const best = bestOf(plan, goal, neighbours)
    if (!best || !bands.has(best.pair.band)) return true
    const parts = compared(goal)
    return !isSure(best.pair) && parts.length >= fewestParts && parts.every(lacks)
  }
  const count = (goal: Goal): number =>
    compared(goal).reduce((sum, part) => sum + (lacks(part) ? 1 : 0) + count(part), 0)
  const visit = (node: Plan | Goal, path: readonly string[]): Lacking[] =>
    compared(node).flatMap((goal) => {
      const where = [...path, nameOf(goal)]
      if (!lacks(goal)) return visit(goal, where)
      const best = bestOf(plan, goal, neighbours)
      return [{goal, best, below: count(goal), apart: isGoal(node), where: where.join(' / ')}]
    })
  return visit(plan, [])
}

/** Probability from which two goals are one whatever became of their parts. */
const sureProbability = 0.8

function isSure({band, probability = 1}: OverlapPair): boolean {
  return band === 'same' && probability >= sureProbability
}

/** Parts of a goal that show by going that the goal itself has gone. */
const fewestParts = 2

/** Measures and milestones follow from what stands above them, and are not compared by themselves. */
function isCompared({type}: Goal): boolean {
  return type === 'outcome' || type === 'priority' || type === 'action'
}

/** A plan of the same kind, with what the two share. */
export interface Neighbour {
  other: Plan
  report: OverlapReport
}

/** What this plan promises and none of the others of its kind does, told once with the nearest of them all. */
export function counterpartGaps(plan: Plan, neighbours: readonly Neighbour[]): Gap[] {
  const taken = new Map<string, number>()
  const whom =
    neighbours.length === 1 ? `"${neighbours[0]!.other.title}"` : `${neighbours.length} plans of the same kind`
  return lacking(plan, neighbours, new Set(['same', 'related', 'topic'])).map(
    ({goal, best, below, where}): Gap => ({
      id: findingId(taken, 'no-counterpart', plan.digest, goal.title),
      rule: 'no-counterpart',
      plan: plan.digest,
      unit: goal.id,
      where,
      text: goal.title,
      note: `No counterpart${withBelow(below)} was found in ${whom}${nearestIn(best)}.`,
      confidence: 0.5,
      severity: 'low',
      pages: goal.pages,
      ...nearestOf(best)
    })
  )
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
