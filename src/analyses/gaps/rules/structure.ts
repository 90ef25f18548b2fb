import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Passage, Restatement} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {isStatedOutcome} from '../../stated.ts'
import {plainWords, sameWords} from '../compare-words.ts'
import {
  aboutGoal,
  asOfAll,
  below,
  type Context,
  type Finding,
  type GapRule,
  lacksThroughout,
  planFinding
} from '../rule.ts'

/** Outcomes with nothing of the given types below them. */
function lackingIn({tops}: Context, ...types: Goal['type'][]): Goal[] {
  return tops.filter((goal) => goal.type === 'outcome' && below(goal, ...types).length === 0)
}

const work = ['priority', 'action', 'milestone'] as const
const counts = ['measure', 'milestone'] as const

function perOutcome(context: Context, lacking: readonly Goal[], note: string): Finding[] {
  const outcomes = context.tops.filter(({type}) => type === 'outcome').length
  const found = lacking.map((goal) => aboutGoal(goal, context, note, 0.95))
  return lacksThroughout(lacking.length, outcomes) ? found.map(asOfAll) : found
}

function throughout(context: Context, lacking: readonly Goal[], thing: string): Finding[] {
  const outcomes = context.tops.filter(({type}) => type === 'outcome').length
  return lacksThroughout(lacking.length, outcomes) ? [planFinding(context, lacking, thing)] : []
}

export const planNoPriority: GapRule = {
  id: 'plan-no-priority',
  severity: 'high',
  checks: 'A plan most of whose outcomes have no priority and no action below them: told once, of the plan.',
  doesNotCheck: 'Plans of one or two outcomes, each of which is told by itself.',
  example: 'A page that lists five strategic outcomes and nothing under any of them.',
  find: (context) => throughout(context, lackingIn(context, ...work), 'priority or action')
}

export const outcomeNoPriority: GapRule = {
  id: 'outcome-no-priority',
  severity: 'high',
  checks: 'An outcome with no priority and no action below it.',
  doesNotCheck: 'Whether the priorities that it has would bring it about.',
  example: 'Six outcomes with year-one priorities, and a seventh with none.',
  find: (context) => [
    ...perOutcome(context, lackingIn(context, ...work), 'Nothing below it says what will be done.'),
    ...statedOnly(context, 'no priority or action')
  ]
}

export const planNoMeasure: GapRule = {
  id: 'plan-no-measure',
  severity: 'high',
  checks: 'A plan most of whose outcomes have no measure or milestone anywhere below them: told once, of the plan.',
  doesNotCheck: 'Measures that stand in another document, to which the plan may point.',
  example: 'Nine priority areas, and no word on how success will be seen.',
  find: (context) => throughout(context, lackingIn(context, ...counts), 'measure or milestone')
}

export const outcomeNoMeasure: GapRule = {
  id: 'outcome-no-measure',
  severity: 'high',
  checks: 'An outcome with no measure or milestone anywhere below it, or one that is stated and never taken up again.',
  doesNotCheck: 'Whether the measures that it has measure the outcome.',
  example: 'Key outcomes in the vision that no table of actions comes back to.',
  find: (context) => [
    ...perOutcome(context, lackingIn(context, ...counts), 'Nothing below it says how success will be seen.'),
    ...statedOnly(context, 'no measure or milestone')
  ]
}

/** Outcomes that are stated outside the body (in a vision, a foreword) and answer to no outcome of the tree. */
function statedOnly({plan, tops}: Context, lacks: string): Finding[] {
  const stated: {node: Restatement | Passage; where: string}[] = []
  walk(plan, (node, ancestors) => {
    const section = ancestors.findLast((each) => each.type === 'section')
    const restated = node.type === 'restatement' && node.of === 'outcome' && section?.role !== 'contents'
    if (ancestors.some(isGoal) || !(restated || isStatedOutcome(node, section))) return
    stated.push({node, where: section?.title ?? 'Plan'})
  })
  const once = new Map(stated.toReversed().map((each) => [plainWords(each.node.value), each]))
  return stated
    .filter((each) => once.get(plainWords(each.node.value)) === each)
    .filter(({node}) => !tops.some((goal) => sameWords(goal.title, node.value) >= 0.5))
    .map(({node, where}) => ({
      about: node,
      where,
      text: node.value,
      note: `It is stated here, and ${lacks} of the plan is tied to it.`,
      confidence: 0.7
    }))
}
