import {isGoal} from '../../../plan-tree/guards.ts'
import type {Passage, Restatement} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {isStatedOutcome} from '../../stated.ts'
import {plainWords, sameWords} from '../compare-words.ts'
import {aboutGoal, below, type Context, type Finding, type GapRule} from '../rule.ts'

export const outcomeNoPriority: GapRule = {
  id: 'outcome-no-priority',
  severity: 'high',
  checks: 'An outcome with no priority and no action below it.',
  doesNotCheck: 'Whether the priorities that it has would bring it about.',
  example: 'A page that lists five strategic outcomes and nothing under them.',
  find: (context) => [
    ...context.tops
      .filter((goal) => goal.type === 'outcome' && below(goal, 'priority', 'action', 'milestone').length === 0)
      .map((goal) => aboutGoal(goal, context, 'Nothing below it says what will be done.', 0.95)),
    ...statedOnly(context, 'no priority or action')
  ]
}

export const outcomeNoMeasure: GapRule = {
  id: 'outcome-no-measure',
  severity: 'high',
  checks: 'An outcome with no measure or milestone anywhere below it, or one that is stated and never taken up again.',
  doesNotCheck: 'Whether the measures that it has measure the outcome.',
  example: 'Key outcomes in the vision that no table of actions comes back to.',
  find: (context) => [
    ...context.tops
      .filter((goal) => goal.type === 'outcome' && below(goal, 'measure', 'milestone').length === 0)
      .map((goal) => aboutGoal(goal, context, 'Nothing below it says how success will be seen.', 0.95)),
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
