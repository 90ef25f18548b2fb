/** What corrections do to the nodes of a plan, in place: find them by their words, put others in their stead, mark them. */
import {isGoal} from '../../plan-tree/guards.ts'
import type {Passage, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import {answers, type Correction} from './corrections.ts'

export type Parent = PlanNode & {children: PlanNode[]}

export interface Found {
  node: PlanNode
  parent: Parent
}

/** The node whose words answer best: goals before other nodes, then the closer wording, then the earlier place. */
export function find(plan: Plan, quote: string, within: string | undefined, not?: PlanNode): Found | undefined {
  let best: (Found & {score: number}) | undefined
  walk(plan, (node, ancestors) => {
    const parent = ancestors.at(-1) as Parent | undefined
    if (!parent || node === not || node.type === 'section' || node.type === 'glossary') return
    if (
      within !== undefined &&
      !ancestors.some(
        (each) =>
          each.type !== 'plan' && (answers(wordsOf(each), within) > 0 || ('label' in each && each.label === within))
      )
    )
      return
    const words =
      isGoal(node) && node.detail
        ? Math.max(answers(node.title, quote), answers(`${node.title} ${node.detail}`, quote))
        : answers(wordsOf(node), quote)
    const score = words === 0 ? 0 : words + (isGoal(node) ? 4 : 0)
    if (score > (best?.score ?? 0)) best = {node, parent, score}
  })
  return best
}

/** Puts other nodes where one was; with none of them the node goes. */
export function replace(parent: Parent, node: PlanNode, nodes: PlanNode[]): void {
  const at = parent.children.indexOf(node)
  parent.children.splice(at, 1, ...nodes)
}

export function mark(node: PlanNode, {number}: Correction, what: string): void {
  const before = node.data?.corrected
  const own = `correction ${number}: ${what}`
  node.data = {...node.data, corrected: before ? `${before}; ${own}` : own}
}

export function marked<T extends PlanNode>(node: T, correction: Correction, what: string): T {
  mark(node, correction, what)
  return node
}

/** A node's words as a passage. */
export function passageOf(node: PlanNode): Passage {
  const value = isGoal(node)
    ? [node.label, node.title, node.detail].filter((words) => words !== undefined).join(' ')
    : wordsOf(node)
  return {
    type: 'passage',
    value,
    pages: node.pages,
    ...(node.position ? {position: node.position} : {}),
    ...(node.data ? {data: node.data} : {})
  }
}

/** The target is the node, or stands in it. */
export function isInside(node: PlanNode, target: PlanNode): boolean {
  let inside = false
  walk(node, (each) => {
    if (each === target) inside = true
  })
  return inside
}
