import {isGoal} from '../../plan-tree/guards.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {walk} from '../../plan-tree/walk.ts'
import type {PlanPair} from '../types.ts'
import {type SharedGoals, sharedGoalsOf} from './shared-goals.ts'

/**
 * Share of the smaller plan's goals that the other has in the same words, from which two files are drafts of one plan.
 * Drafts and finals share most of their goals; successive plans of one body share a few stock phrases.
 */
const draftShare = 0.5
/** The same, when the two also have the same body, kind and period: a heavy rewrite is still a version. */
const rewriteShare = 0.2

/** Words that say what sort of body it is, not which: 'East Marlshire Council' and 'East Marlshire' are one place. */
const bodyWords = new Set(
  'council county borough city district metropolitan unitary authority local the of and for children childrens trust partnership board'.split(
    ' '
  )
)

/** Plans up to which every two of them give a pair; of more, only those that belong together in some way do. */
export const everyPairUpTo = 250

/**
 * Finds by themselves which plans are versions of one plan, which plan replaces which, and which belong to one authority;
 * every other two are 'compared', and in an archive of more than `everyPairUpTo` plans not listed: half a million of a
 * thousand plans would say nothing. Blind to file names and to the order of the plans. By digest.
 */
export function pairPlans(plans: readonly Plan[], wordsOf: (plan: Plan) => GoalWords = goalWords): PlanPair[] {
  const sorted = [...plans].sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0))
  const shared = sharedGoalsOf(mapped(sorted, wordsOf))
  const pairs: PlanPair[] = []
  const every = sorted.length <= everyPairUpTo
  for (const [a, b] of every ? everyTwo(sorted.length) : nearTwo(sorted, shared)) {
    const pair = relate(sorted[a]!, sorted[b]!, () => shared.share(a, b))
    if (every || pair.relation !== 'compared') pairs.push(pair)
  }
  return pairs
}

function* mapped<Thing, Made>(things: Iterable<Thing>, make: (thing: Thing) => Made): Generator<Made> {
  for (const thing of things) yield make(thing)
}

function* everyTwo(count: number): Generator<[number, number]> {
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b]
}

/**
 * Those of one body, and those that share so many goals that they are versions whoever's they are; in order, each once. That
 * plans of two bodies share fewer goals makes them nothing but compared.
 */
function nearTwo(plans: readonly Plan[], shared: SharedGoals): [number, number][] {
  const near = [...shared.candidates(draftShare), ...ofOneBody(plans)]
  near.sort((x, y) => x[0] - y[0] || x[1] - y[1])
  return near.filter(([a, b], at) => at === 0 || near[at - 1]![0] !== a || near[at - 1]![1] !== b)
}

/** Every two plans for which `sameBody` may hold: the words of one's place are among the other's. */
function ofOneBody(plans: readonly Plan[]): [number, number][] {
  const places = plans.map(placeWords)
  const holders = new Map<string, number[]>()
  for (const [plan, words] of places.entries())
    for (const word of words) {
      const list = holders.get(word)
      if (list) list.push(plan)
      else holders.set(word, [plan])
    }
  const pairs: [number, number][] = []
  for (const [plan, words] of places.entries()) {
    const lists = [...words].map((word) => holders.get(word)!).sort((x, y) => x.length - y.length)
    for (const other of lists[0] ?? [])
      if (other !== plan && words.isSubsetOf(places[other]!)) pairs.push(plan < other ? [plan, other] : [other, plan])
  }
  return pairs
}

function relate(a: Plan, b: Plan, share: () => number): PlanPair {
  const body = sameBody(a, b)
  const kind = sameKind(a, b)
  const period = samePeriod(a, b)
  // Of two periods they are no versions, whatever they share.
  const shared = period === false ? 0 : share()
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

const places = new WeakMap<Plan, ReadonlySet<string>>()

function placeWords(plan: Plan): ReadonlySet<string> {
  const known = places.get(plan) ?? foundPlace(plan)
  places.set(plan, known)
  return known
}

function foundPlace(plan: Plan): ReadonlySet<string> {
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
  const [small, large] = [placeWords(a), placeWords(b)].sort((x, y) => x.size - y.size) as [
    ReadonlySet<string>,
    ReadonlySet<string>
  ]
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

/** The different words of each thing that a plan states or asks for. */
export type GoalWords = readonly (readonly string[])[]

/** What `pairPlans` asks of every plan: kept, it need not be read from the tree again. */
export function goalWords(plan: Plan): GoalWords {
  const goals: string[][] = []
  walk(plan, (node) => {
    if (!isGoal(node) && node.type !== 'voice' && node.type !== 'rationale') return
    const words = ('title' in node ? node.title : node.value).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    goals.push([...new Set(words)])
  })
  return goals
}
