import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/found.ts'
import {heaviestChain} from '../matching/moves.ts'
import type {Statement} from './statements.ts'

/** Which goals of two drafts answer to each other, and what stands above each. */
export interface GoalMatch {
  toNew: Map<Goal, Goal>
  toOld: Map<Goal, Goal>
  oldParent: Map<Goal, Goal | null>
  newParent: Map<Goal, Goal | null>
}

/** Goals are one when their titles were matched; where they were not, when most of what hangs on them was. */
export function matchGoals(
  before: Plan,
  after: Plan,
  matches: readonly Match[],
  olds: readonly Statement[],
  news: readonly Statement[]
): GoalMatch {
  const found: GoalMatch = {
    toNew: new Map(),
    toOld: new Map(),
    oldParent: parentsOf(before),
    newParent: parentsOf(after)
  }
  for (const {old, new: now} of matches) {
    const [a, b] = [titleOf(old, olds), titleOf(now, news)]
    if (a && b && !found.toNew.has(a) && !found.toOld.has(b)) pair(found, a, b)
  }
  byChildren(found)
  return found
}

function pair(found: GoalMatch, a: Goal, b: Goal): void {
  found.toNew.set(a, b)
  found.toOld.set(b, a)
}

const titleOf = (at: readonly number[], statements: readonly Statement[]): Goal | undefined => {
  const first = at.map((k) => statements[k]!).find(({part, node}) => part === 'title' && isGoal(node))
  return first && isGoal(first.node) ? first.node : undefined
}

function parentsOf(plan: Plan): Map<Goal, Goal | null> {
  const parents = new Map<Goal, Goal | null>()
  const visit = (node: PlanNode, parent: Goal | null): void => {
    for (const child of childrenOf(node)) {
      if (isGoal(child)) parents.set(child, parent)
      visit(child, isGoal(child) ? child : parent)
    }
  }
  visit(plan, null)
  return parents
}

/** Share of a goal's matched children that must have gone to one goal for the two to be one. */
const mostChildren = 0.5

function byChildren(found: GoalMatch): void {
  const votes = new Map<Goal, Map<Goal, number>>()
  for (const [a, b] of found.toNew) {
    const [from, to] = [found.oldParent.get(a), found.newParent.get(b)]
    if (!from || !to || found.toNew.has(from) || found.toOld.has(to) || from.type !== to.type) continue
    const counts = votes.get(from) ?? new Map<Goal, number>()
    counts.set(to, (counts.get(to) ?? 0) + 1)
    votes.set(from, counts)
  }
  for (const [from, counts] of votes) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const [to, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!
    if (count / all > mostChildren && count >= 2 && !found.toOld.has(to)) pair(found, from, to)
  }
}

export type Move = 'parent' | 'order'

/**
 * Goals that hang on another goal now, or that crossed most of their siblings: the fewest words that did. A goal that stands
 * where it stood on the page (not `carried`) and whose parents' titles are both `inBoth` drafts was read otherwise, not moved.
 */
export function movesOf(
  found: GoalMatch,
  order: {old: Map<Goal, number>; new: Map<Goal, number>},
  carried: ReadonlySet<Goal>,
  inBoth: ReadonlySet<Goal>
): Map<Goal, Move> {
  const moves = new Map<Goal, Move>()
  const siblings = new Map<Goal | null, [Goal, Goal][]>()
  for (const [a, b] of found.toNew) {
    const [from, to] = [found.oldParent.get(a) ?? null, found.newParent.get(b) ?? null]
    if (from && to && found.toNew.get(from) !== to && (found.toNew.has(from) || found.toOld.has(to))) {
      if (carried.has(a) || !inBoth.has(from) || !inBoth.has(to)) moves.set(a, 'parent')
    } else if ((from === null) === (to === null)) siblings.get(from)?.push([a, b]) ?? siblings.set(from, [[a, b]])
  }
  for (const pairs of siblings.values()) {
    const placed = pairs
      .map(([a, b]) => ({a, i: order.old.get(a) ?? 0, j: order.new.get(b) ?? 0, length: a.title.length}))
      .sort((x, y) => x.i - y.i)
    const kept = heaviestChain(placed)
    for (const each of placed) if (!kept.has(each)) moves.set(each.a, 'order')
  }
  return moves
}
