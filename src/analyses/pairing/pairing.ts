import {isGoal} from '../../plan-tree/guards.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {walk} from '../../plan-tree/walk.ts'
import type {PlanPair} from '../types.ts'

/**
 * Share of the smaller plan's goals that the other has in the same words, from which two files are drafts of one plan.
 * Drafts and finals share most of their goals; successive plans of one body share a few stock phrases.
 */
export const draftShare = 0.5
/** The same, when the two also have the same body, kind and period: a heavy rewrite is still a version. */
export const rewriteShare = 0.2

/** Words that say what sort of body it is, not which: 'East Marlshire Council' and 'East Marlshire' are one place. */
const bodyWords = new Set(
  'council county borough city district metropolitan unitary authority local the of and for children childrens trust partnership board'.split(
    ' '
  )
)

/**
 * Finds by themselves which plans are versions of one plan, which plan replaces which, and which belong to one authority;
 * every other two are 'compared'. Blind to file names and to the order of the plans. Every two plans give one pair.
 */
export function pairPlans(plans: readonly Plan[]): PlanPair[] {
  const sorted = [...plans].sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0))
  const words = new Map(sorted.map((plan) => [plan, goalWords(plan)]))
  const pairs: PlanPair[] = []
  sorted.forEach((a, index) => {
    for (const b of sorted.slice(index + 1)) pairs.push(relate(a, b, sharedGoals(words.get(a)!, words.get(b)!)))
  })
  return pairs
}

function relate(a: Plan, b: Plan, shared: number): PlanPair {
  const body = sameBody(a, b)
  const kind = sameKind(a, b)
  const period = samePeriod(a, b)
  const percent = `${Math.round(shared * 100)} in 100 goals in the same words`
  if (period !== false && (shared >= draftShare || (body && kind && period === true && shared >= rewriteShare)))
    return ordered(a, b, 'versions', `same plan: ${percent}${period ? ', same period' : ''}`)
  if (body && kind && period === false && a.period && b.period)
    return ordered(a, b, 'replaces', `same body and kind of plan, ${years(a)} and ${years(b)}`)
  const [first, second] = [a, b]
  if (body)
    return {
      a: first.digest,
      b: second.digest,
      relation: 'same-authority',
      reason: `both of ${a.authority ?? a.publisher}`
    }
  return {
    a: first.digest,
    b: second.digest,
    relation: 'compared',
    reason: kind ? 'same kind of plan, two bodies' : 'two bodies'
  }
}

function years(plan: Plan): string {
  return plan.period ? `${plan.period.from}-${plan.period.to}` : 'no period'
}

/** The older first: by period, then draft before final, then by digest so that the order is the same on every run. */
function ordered(a: Plan, b: Plan, relation: PlanPair['relation'], reason: string): PlanPair {
  const rank = (plan: Plan) => [plan.period?.from ?? 0, plan.period?.to ?? 0, plan.status === 'draft' ? 0 : 1] as const
  const [ra, rb] = [rank(a), rank(b)]
  const at = ra.findIndex((value, index) => value !== rb[index])
  const swap = at >= 0 && ra[at]! > rb[at]!
  const [older, newer] = swap ? [b, a] : [a, b]
  return {a: older.digest, b: newer.digest, relation, reason}
}

function placeWords(plan: Plan): Set<string> {
  const name = plan.authority ?? plan.publisher ?? ''
  return new Set(
    name
      .toLowerCase()
      .replace(/['’]/g, '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word && !bodyWords.has(word))
  )
}

/** Whether the two plans are of one place: the same names, or one name within the other ('West X', 'X West and Y'). */
export function sameBody(a: Plan, b: Plan): boolean {
  const [small, large] = [placeWords(a), placeWords(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  if (small.size === 0 || (small.size === 1 && large.size > 1)) return false
  return small.isSubsetOf(large)
}

function sameKind(a: Plan, b: Plan): boolean {
  return a.kind !== undefined && a.kind.toLowerCase() === b.kind?.toLowerCase()
}

/** undefined when either plan states no period. */
function samePeriod(a: Plan, b: Plan): boolean | undefined {
  if (!a.period || !b.period) return undefined
  return a.period.from === b.period.from && a.period.to === b.period.to
}

function goalWords(plan: Plan): Set<string>[] {
  const goals: Set<string>[] = []
  walk(plan, (node) => {
    if (isGoal(node) || node.type === 'voice' || node.type === 'rationale')
      goals.push(new Set(('title' in node ? node.title : node.value).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  })
  return goals
}

/** Share of the smaller plan's goals with a goal of nearly the same words (Dice of 0.8 or more) in the other. */
function sharedGoals(a: Set<string>[], b: Set<string>[]): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 0) return 0
  const found = small.filter((words) => large.some((other) => dice(words, other) >= 0.8))
  return found.length / small.length
}

function dice(a: Set<string>, b: Set<string>): number {
  const total = a.size + b.size
  if (total === 0 || Math.min(a.size, b.size) < 0.6 * Math.max(a.size, b.size)) return 0
  return (2 * a.intersection(b).size) / total
}
