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
