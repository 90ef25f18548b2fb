import type {Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {unitIds} from '../../plan-tree/units.ts'
import {goalsOf, wordsOf} from '../../plan-tree/walk.ts'
import type {AnsweredAsk} from '../types.ts'
import type {Closeness} from './closeness.ts'
import {goalSentences} from './closeness.ts'
import {type Context, contextOf, placeOf} from './rule.ts'
import {type Ask, asksOf, besideTimes, elsewhereTimes} from './rules/voice.ts'

/** Another plan of the same body, and how near the asks of the first come to its goals. */
export interface PlanBeside {
  plan: Plan
  closeness: Closeness
}

/**
 * What a plan says that children, young people or residents asked for, each with what answers it: a priority of the same
 * outcome, one of another outcome, one of another plan of the same body, or none. In the order of the plan.
 */
export function answersIn(plan: Plan, closeness: Closeness, beside: readonly PlanBeside[] = []): AnsweredAsk[] {
  const context = contextOf(plan, closeness)
  const ids = unitIds(plan)
  const asks = asksOf(context)
  const elsewhere = beside.map((other) => answersFrom(asks, other))
  return asks.map((ask, index) => {
    const own = ownAnswer(ask, context)
    const other = elsewhere.map((answers) => answers[index]).find((answer) => answer !== undefined)
    const found = own.by === 'none' && other ? ({by: 'authority', answer: other} as const) : own
    return {
      plan: plan.digest,
      unit: ids.get(ask.node) ?? null,
      where: ask.outcome ? placeOf(ask.outcome, context) : wordsOf(sectionOf(plan, ask.node) ?? plan),
      text: ask.text,
      pages: [...ask.node.pages],
      ...found
    }
  })
}

type Found = Pick<AnsweredAsk, 'by' | 'answer'>

function ownAnswer({outcome, here, elsewhere}: Ask, context: Context): Found {
  const {answers} = context.closeness.enough
  const said = (goal: Goal, score: number) => answerOf(goal, score, context.plan.digest, placeOf(goal, context))
  if (outcome && here && here.score >= answers) return {by: 'outcome', answer: said(here.goal, here.score)}
  const far = outcome ? answers * elsewhereTimes : answers
  if (elsewhere && elsewhere.score >= far) return {by: 'plan', answer: said(elsewhere.goal, elsewhere.score)}
  const nearest = here ?? elsewhere
  return nearest ? {by: 'none', answer: said(nearest.goal, nearest.score)} : {by: 'none'}
}

function answerOf(goal: Goal, score: number, plan: string, where: string): NonNullable<AnsweredAsk['answer']> {
  return {plan, id: goal.id, text: goal.title, score: Math.round(score * 100) / 100, where, pages: [...goal.pages]}
}

/** For each ask the goal of another plan that answers it, if one does. */
function answersFrom(asks: readonly Ask[], {plan, closeness}: PlanBeside): AnsweredAsk['answer'][] {
  const context = contextOf(plan, closeness)
  const said = goalsOf(plan)
    .filter(({type}) => type === 'priority' || type === 'action' || type === 'milestone')
    .flatMap((goal) => goalSentences(goal).map((sentence) => ({goal, sentence})))
  const near = closeness.nearest(
    asks.map(({text}) => text),
    said.map(({sentence}) => sentence)
  )
  return near.map((best) => {
    if (!best || best.score < closeness.enough.answers * besideTimes) return undefined
    const {goal} = said[best.index]!
    return answerOf(goal, best.score, plan.digest, placeOf(goal, context))
  })
}

function sectionOf(plan: Plan, node: PlanNode): PlanNode | undefined {
  const holds = (each: PlanNode): boolean =>
    'children' in each && (each.children as readonly PlanNode[]).some((child) => child === node || holds(child))
  const inside = (each: PlanNode): PlanNode | undefined => {
    const child = (each as {children?: readonly PlanNode[]}).children?.find(
      (one) => one.type === 'section' && holds(one)
    )
    return child ? (inside(child) ?? child) : undefined
  }
  return inside(plan)
}
