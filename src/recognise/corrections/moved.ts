/** Nodes that a correction puts at another level, under another parent, or among the words that are no goals. */
import {childrenOf, goalRank, isFacet, isGoal, mayHold} from '../../plan-tree/guards.ts'
import type {Facet, Goal, GoalType, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import type {Correction} from './corrections.ts'
import {find, isInside, mark, marked, type Parent, passageOf, replace} from './nodes-in-place.ts'

/** A goal that is none: its words stay as a passage, its goals and facets go to its parent where that may hold them. */
export function dissolve(goal: Goal, parent: Parent, correction: Correction): void {
  const allowed = mayHold[parent.type]
  const kept = childrenOf(goal).filter((child) => allowed?.has(child.type))
  const lost = childrenOf(goal).filter((child) => !allowed?.has(child.type))
  const passages = [goal, ...lost].map((node) => marked(passageOf(node), correction, 'not a goal'))
  replace(parent, goal, [...passages.slice(0, 1), ...kept, ...passages.slice(1)])
}

/** Puts a node at another level, under another parent, or both. */
export function move(plan: Plan, node: PlanNode, parent: Parent, correction: Correction): Goal | string {
  const type = correction.level ?? (isGoal(node) ? node.type : undefined)
  if (type === undefined) return 'words that are no goal need a level'
  let target: Parent | undefined
  if (correction.under === undefined) target = homeFor(plan, parent, type)
  else if (/^plan$/i.test(correction.under)) target = plan as Parent
  else {
    const found = find(plan, correction.under, undefined, node)
    if (!found || !isGoal(found.node)) return `its parent '${correction.under.slice(0, 60)}' is not in the plan`
    target = found.node as Parent
  }
  if (!target || !mayHold[target.type]?.has(type))
    return target ? `${article(target.type)} cannot hold ${article(type)}` : `nothing there can hold ${article(type)}`
  if (target.type !== 'plan' && isGoal(target) && goalRank[type] < goalRank[target.type])
    return `${article(target.type)} cannot hold ${article(type)}`
  if (isInside(node, target)) return 'it cannot stand under itself'
  const {goal, lifted} = asGoal(node, type)
  mark(
    goal,
    correction,
    correction.level === undefined ? 'parent' : correction.under === undefined ? 'level' : 'level and parent'
  )
  if (target === parent) replace(parent, node, [goal, ...lifted])
  else {
    replace(parent, node, [])
    insertAfter(target, parent, goal, lifted)
  }
  return goal
}

/** The nearest place above that may hold the level: the parent, or one of its ancestors. */
function homeFor(plan: Plan, parent: Parent, type: GoalType): Parent | undefined {
  let home: Parent | undefined
  walk(plan, (node, ancestors) => {
    if (node !== parent) return
    const path = [...ancestors, node].reverse() as Parent[]
    home = path.find(
      (each) => mayHold[each.type]?.has(type) && (!isGoal(each) || goalRank[each.type] <= goalRank[type])
    )
  })
  return home
}

/** After the child of the target that held the node's old parent, else at the end. */
function insertAfter(target: Parent, old: Parent, goal: Goal, lifted: PlanNode[]): void {
  const at = target.children.findIndex((child) => isInside(child, old))
  target.children.splice(at < 0 ? target.children.length : at + 1, 0, goal, ...lifted)
}

/** A node as a goal of a level; children that it may not hold there come out beside it, or become passages. */
function asGoal(node: PlanNode, type: GoalType): {goal: Goal; lifted: PlanNode[]} {
  const own = childrenOf(node)
  const allowed = mayHold[type]!
  const kept = own.filter((child) => allowed.has(child.type))
  const lifted = own.filter(
    (child) => !allowed.has(child.type) && isGoal(child) && goalRank[child.type] >= goalRank[type]
  )
  const rest = own
    .filter((child) => !allowed.has(child.type) && !lifted.includes(child))
    .map((child): Facet => (isFacet(child) ? child : passageOf(child)))
  const goal = {
    type,
    id: isGoal(node) ? node.id : '',
    title: isGoal(node) ? node.title : wordsOf(node),
    ...(isGoal(node) && node.detail !== undefined ? {detail: node.detail} : {}),
    term: isGoal(node) ? node.term : type,
    ...('label' in node && node.label !== undefined ? {label: node.label} : {}),
    ...(type === 'measure' ? {direction: node.type === 'measure' ? node.direction : ('unstated' as const)} : {}),
    pages: node.pages,
    ...(node.position ? {position: node.position} : {}),
    ...(node.data ? {data: node.data} : {}),
    children: [...kept, ...rest]
  } as unknown as Goal
  return {goal, lifted}
}

function article(type: string): string {
  return `${/^[aeo]/.test(type) ? 'an' : 'a'} ${type}`
}
