import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Facet, Goal, Outcome, PageSpan, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import type {Gap, Nearest} from '../types.ts'
import type {Closeness} from './closeness.ts'

export type Severity = 'high' | 'medium' | 'low'

/** What one rule found, before the run gives it an id, its plan and its severity. */
export interface Finding {
  /** The unit it is about; its id and pages go into the gap. */
  about?: Goal | Facet | PlanNode
  where: string
  /** The plan's words that the finding speaks of. */
  text: string
  /** Why it is a gap: one or two sentences that a person can check. */
  note: string
  /** 0 to 1. */
  confidence: number
  pages?: readonly PageSpan[]
  nearest?: Nearest
  /** Graver or less grave than others of its rule. */
  severity?: Severity
}

/** What a rule may look at. */
export interface Context {
  plan: Plan
  /** The goals that stand at the top: outcomes, or what the plan has instead. */
  tops: readonly Goal[]
  goals: readonly Goal[]
  /** The goal that holds a goal, if any. */
  parentOf: ReadonlyMap<PlanNode, Goal>
  closeness: Closeness
}

/** One thing that is looked for: what it checks and what not, how sure it is, how grave it is unless the user says otherwise. */
export interface GapRule {
  id: string
  severity: Severity
  checks: string
  doesNotCheck: string
  example: string
  find(context: Context): Finding[]
}

export function contextOf(plan: Plan, closeness: Closeness): Context {
  const goals: Goal[] = []
  const parentOf = new Map<PlanNode, Goal>()
  walk(plan, (node, ancestors) => {
    if (isGoal(node)) goals.push(node)
    const above = ancestors.findLast(isGoal)
    if (above) parentOf.set(node, above)
  })
  const tops = goals.filter((goal) => !parentOf.has(goal) && goal.type !== 'measure' && goal.type !== 'milestone')
  return {plan, tops, goals, parentOf, closeness}
}

/** 'Outcome 3', 'Pledge Four', or the goal's first words. */
export function nameOf(goal: Goal): string {
  if (goal.label) return /[a-z]/i.test(goal.label) ? goal.label : `${capital(goal.term)} ${goal.label}`
  return goal.title.length > 60 ? `${goal.title.slice(0, goal.title.lastIndexOf(' ', 57))} …` : goal.title
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Where a goal stands, from the top goal down. */
export function placeOf(goal: Goal, {parentOf}: Context): string {
  const above = parentOf.get(goal)
  return above ? `${placeOf(above, {parentOf} as Context)} / ${nameOf(goal)}` : nameOf(goal)
}

/** Goals below a node of the given types, at any depth. */
export function below<T extends Goal['type']>(goal: PlanNode, ...types: T[]): Extract<Goal, {type: T}>[] {
  const found: Goal[] = []
  walk(goal, (node) => {
    if (node !== goal && isGoal(node) && (types as string[]).includes(node.type)) found.push(node)
  })
  return found as Extract<Goal, {type: T}>[]
}

/** Facets of one type that stand directly in a goal. */
export function facets<T extends Facet['type']>(goal: PlanNode, type: T): Extract<Facet, {type: T}>[] {
  return childrenOf(goal).filter((child) => child.type === type) as Extract<Facet, {type: T}>[]
}

export function aboutGoal(goal: Goal, context: Context, note: string, confidence: number): Finding {
  return {about: goal, where: placeOf(goal, context), text: goal.title, note, confidence}
}

export type {Gap, Outcome}
export {wordsOf}

/** Outcomes that lack a thing, from which the plan as a whole is said to lack it; and the share of all that they must be. */
const fewestLacking = 3
const shareLacking = 2 / 3

/** Whether so many of a plan's outcomes lack a thing that it is told once, of the plan. */
export function lacksThroughout(lacking: number, outcomes: number): boolean {
  return lacking >= fewestLacking && lacking >= shareLacking * outcomes
}

/** Confidence in one outcome's gap where the plan as a whole is told to have it: right, and little use by itself. */
const toldOfAll = 0.5

/** The finding of one outcome among many that lack the same: it stays, as a detail of what is told of the plan. */
export function asOfAll(finding: Finding): Finding {
  return {
    ...finding,
    note: `As in most outcomes of this plan: ${finding.note.charAt(0).toLowerCase()}${finding.note.slice(1)}`,
    confidence: Math.min(toldOfAll, finding.confidence),
    severity: 'low'
  }
}

/** A gap of the plan as a whole: `lacking` of its outcomes have no such thing. */
export function planFinding({plan, tops}: Context, lacking: readonly Goal[], thing: string): Finding {
  const outcomes = tops.filter(({type}) => type === 'outcome').length
  const whole = lacking.length === outcomes
  return {
    where: 'Plan',
    text: plan.title,
    note: whole
      ? `None of its ${outcomes} outcomes has a ${thing}.`
      : `${lacking.length} of its ${outcomes} outcomes have no ${thing}.`,
    confidence: whole ? 0.95 : 0.85,
    pages: lacking[0]?.pages ?? []
  }
}
