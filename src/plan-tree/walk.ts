import {childrenOf, isGoal} from './guards.ts'
import type {Goal, PageSpan, PlanNode} from './nodes.ts'

/** Calls `visit` for the node and everything below it, in reading order, with the ancestors from the root down. */
export function walk(
  node: PlanNode,
  visit: (node: PlanNode, ancestors: readonly PlanNode[]) => void,
  ancestors: readonly PlanNode[] = []
): void {
  visit(node, ancestors)
  const below = [...ancestors, node]
  for (const child of childrenOf(node)) walk(child, visit, below)
}

/** Every goal of the tree in reading order. */
export function goalsOf(node: PlanNode): Goal[] {
  const goals: Goal[] = []
  walk(node, (each) => {
    if (isGoal(each)) goals.push(each)
  })
  return goals
}

/** The words of a node itself: its title, value or name. '' for a plan's containers without any. */
export function wordsOf(node: PlanNode): string {
  if ('value' in node && node.type !== 'glossaryEntry') return node.value
  if (node.type === 'glossaryEntry') return node.name
  return 'title' in node ? (node.title ?? '') : ''
}

/** 'p. 8' or 'pp. 8-9' by the printed numbers where there are any; '' when the source has no pages. */
export function pagesInWords(pages: readonly PageSpan[]): string {
  const first = pages[0]
  const last = pages.at(-1)
  if (!first || !last) return ''
  const [from, to] = [first, last].map((span) => span.printed ?? String(span.page))
  return from === to ? `p. ${from}` : `pp. ${from}-${to}`
}
