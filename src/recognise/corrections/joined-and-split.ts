/** Goals that a correction splits, and goals that take in the words of others. */
import {childrenOf, isGoal, mayHold} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, PlanNode, Position} from '../../plan-tree/nodes.ts'
import {wordsOf} from '../../plan-tree/walk.ts'

/** One goal for each part of its words; undefined where the parts do not stand in them, in that order. */
export function splitGoal(goal: Goal, parts: readonly string[]): Goal[] | undefined {
  const words = goal.detail === undefined ? goal.title : `${goal.title} ${goal.detail}`
  let from = 0
  for (const part of parts) {
    const at = words.toLowerCase().indexOf(part.toLowerCase(), from)
    if (at < 0) return undefined
    from = at + part.length
  }
  const {detail: _whole, ...own} = goal
  return parts.map((part, index): Goal => {
    const title = words.slice(words.toLowerCase().indexOf(part.toLowerCase())).slice(0, part.length)
    if (index === 0) return {...own, title} as Goal
    const {label: _first, ...unlabelled} = own
    return {...unlabelled, title, children: [], data: {...own.data}} as unknown as Goal
  })
}

/** The words and children of another node are added to the goal's own. */
export function takeIn(goal: Goal, other: PlanNode): void {
  goal.title = `${goal.title} ${isGoal(other) && other.detail ? `${other.title} ${other.detail}` : wordsOf(other)}`
  goal.pages = unitedPages(goal.pages, other.pages)
  if (goal.position && other.position) goal.position = unitedPosition(goal.position, other.position)
  const allowed = mayHold[goal.type]
  const children = childrenOf(other).filter((child) => allowed?.has(child.type))
  ;(goal.children as PlanNode[]).push(...children)
}

function unitedPages(a: readonly PageSpan[], b: readonly PageSpan[]): PageSpan[] {
  const pages = new Map(a.map((span) => [span.page, span]))
  for (const span of b) {
    const same = pages.get(span.page)
    if (!same) pages.set(span.page, span)
    else if (same.box && span.box) {
      const [[l, t, r, u], [l2, t2, r2, u2]] = [same.box, span.box]
      pages.set(span.page, {...same, box: [Math.min(l, l2), Math.min(t, t2), Math.max(r, r2), Math.max(u, u2)]})
    }
  }
  return [...pages.values()].sort((x, y) => x.page - y.page)
}

function unitedPosition(a: Position, b: Position): Position {
  return {
    start: a.start.offset <= b.start.offset ? a.start : b.start,
    end: a.end.offset >= b.end.offset ? a.end : b.end
  }
}
