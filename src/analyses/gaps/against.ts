import {isGoal} from '../../plan-tree/guards.ts'
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
  return lacking(earlier, plan, overlaps, 'dropped', (goal, nearest) => ({
    plan: plan.digest,
    note: `"${earlier.title}" promised it and no counterpart was found here${nearest}.`,
    confidence: 0.6,
    severity: goal.type === 'outcome' ? 'high' : 'medium'
  }))
}

/** What this plan promises and the other has no counterpart for. */
export function counterpartGaps(plan: Plan, other: Plan, overlaps: OverlapReport): Gap[] {
  return lacking(plan, other, overlaps, 'no-counterpart', (_goal, nearest) => ({
    plan: plan.digest,
    note: `No counterpart was found in "${other.title}"${nearest}.`,
    confidence: 0.5,
    severity: 'low'
  }))
}

/** Goals that are compared with another plan's: measures and milestones follow from what stands above them. */
const compared = new Set<string>(['outcome', 'priority', 'action'])

function lacking(
  from: Plan,
  to: Plan,
  overlaps: OverlapReport,
  rule: string,
  make: (goal: Goal, nearest: string) => Pick<Gap, 'plan' | 'note' | 'confidence' | 'severity'>
): Gap[] {
  const taken = new Map<string, number>()
  const best = bestPairs(overlaps.pairs, `${from.digest}#`, `${to.digest}#`)
  const texts = new Map(overlaps.units.map((unit) => [unit.id, unit.text]))
  return goalsOf(from)
    .filter((goal) => isGoal(goal) && compared.has(goal.type))
    .flatMap((goal): Gap[] => {
      const pair = best.get(`${from.digest}#${goal.id}`)
      if (pair && (pair.band === 'same' || pair.band === 'related')) return []
      const other = pair ? (pair.a.startsWith(`${to.digest}#`) ? pair.a : pair.b) : undefined
      const text = other ? texts.get(other) : undefined
      return [
        {
          id: findingId(taken, rule, to.digest, goal.title),
          rule,
          unit: rule === 'dropped' ? null : goal.id,
          where: goal.label ?? goal.term,
          text: goal.title,
          pages: goal.pages,
          ...make(goal, text ? `; the nearest is "${text}"` : ''),
          ...(pair && other && text
            ? {nearest: {plan: to.digest, id: other.slice(to.digest.length + 1), text, score: pair.score}}
            : {})
        }
      ]
    })
}

function bestPairs(pairs: readonly OverlapPair[], from: string, to: string): Map<string, OverlapPair> {
  const best = new Map<string, OverlapPair>()
  for (const pair of pairs) {
    const [unit, other] = pair.a.startsWith(from) ? [pair.a, pair.b] : [pair.b, pair.a]
    if (!unit.startsWith(from) || !other.startsWith(to)) continue
    const known = best.get(unit)
    if (!known || pair.score > known.score) best.set(unit, pair)
  }
  return best
}
