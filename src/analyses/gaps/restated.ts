import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Outcome, Plan, Restatement} from '../../plan-tree/nodes.ts'
import {walk} from '../../plan-tree/walk.ts'
import {plainWords, sameWords} from './compare-words.ts'

/** A goal said again elsewhere, with the goal that it says again where one was found. */
export interface Restated {
  node: Restatement
  /** The outcome whose list or title it belongs to. */
  outcome?: Goal
  section?: string
}

/** Share of words from which a restated title is taken for that of an outcome, where no number ties them. */
const titleShare = 0.5

/**
 * Every restatement in reading order, tied to its outcome: by the tree where it hangs on one, by its printed number, by its
 * words, and, for a priority in a summary, by the outcome title printed above it.
 */
export function restatedIn(plan: Plan, tops: readonly Goal[]): Restated[] {
  const found: Restated[] = []
  let above: Goal | undefined
  walk(plan, (node, ancestors) => {
    if (node.type !== 'restatement') return
    const goal = ancestors.find(isGoal)
    const section = ancestors.findLast((each) => each.type === 'section')?.title
    const outcome = goal ?? (node.of === 'priority' ? above : titled(node, tops))
    if (node.of !== 'priority') above = outcome
    found.push({node, ...(outcome ? {outcome} : {}), ...(section ? {section} : {})})
  })
  return found
}

function titled(node: Restatement, tops: readonly Goal[]): Goal | undefined {
  const numbered = node.label
    ? tops.find((goal) => goal.label !== undefined && numberOf(goal.label) === numberOf(node.label!))
    : undefined
  if (numbered) return numbered
  const scored = tops.map((goal) => ({goal, score: sameWords(goal.title, node.value)}))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, each) => (!top || each.score > top.score ? each : top),
    undefined
  )
  return best && best.score >= titleShare ? best.goal : undefined
}

function numberOf(label: string): string {
  return plainWords(label).split(' ').at(-1) ?? ''
}

/** The priorities of an outcome as its summary lists them, in order. */
export function summaryOf(outcome: Outcome | Goal, restated: readonly Restated[]): Restatement[] {
  return restated
    .filter((each) => each.outcome === outcome && each.node.where === 'summary' && each.node.of === 'priority')
    .map(({node}) => node)
}
