import {withIds} from '../../plan-tree/build.ts'
import {childrenOf, goalRank, isFacet, isGoal, mayHold} from '../../plan-tree/guards.ts'
import type {Facet, Goal, GoalType, PageSpan, Passage, Plan, PlanNode, Position} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import {answers, type Correction} from './corrections.ts'

type Parent = PlanNode & {children: PlanNode[]}

export interface Corrected {
  plan: Plan
  /** Corrections that found their words in this plan. */
  applied: Correction[]
  /** Corrections meant for this plan (or for any) whose words it does not print, or that cannot be carried out. */
  unapplied: {correction: Correction; reason: string}[]
}

/**
 * A plan with a reader's corrections carried out, in the order of the file. What each touched says so in `data.corrected`;
 * the words as printed are kept in `data.printed` where a title was changed. The given plan is left as it is. Corrections that
 * name another plan are passed over.
 */
export function correctedPlan(plan: Plan, corrections: readonly Correction[]): Corrected {
  const own = corrections.filter((correction) => isFor(correction, plan))
  if (own.length === 0) return {plan, applied: [], unapplied: []}
  let copy = structuredClone(plan)
  const result: Corrected = {plan, applied: [], unapplied: []}
  for (const correction of own) {
    // One that fails half-way must leave nothing behind.
    const before = correction.join || correction.split ? structuredClone(copy) : undefined
    const reason = apply(copy, correction)
    if (reason === undefined) result.applied.push(correction)
    else {
      if (before) copy = before
      result.unapplied.push({correction, reason})
    }
  }
  if (result.applied.length > 0) {
    const numbers = result.applied.map(({number}) => number).join(', ')
    result.plan = withIds({...copy, data: {...copy.data, corrected: `corrections ${numbers}`}})
  }
  return result
}

/**
 * Several plans with their corrections. A correction that no longer applies becomes a warning: on the plan that it names, else
 * on the first plan when no plan prints its words.
 * @param all these are all the plans that the corrections were written for, so that one that names none and fits none is stale.
 */
export function correctedPlans(
  plans: readonly Plan[],
  corrections: readonly Correction[],
  {all = true}: {all?: boolean} = {}
): Plan[] {
  if (corrections.length === 0) return [...plans]
  const results = plans.map((plan) => correctedPlan(plan, corrections))
  const done = new Set(results.flatMap(({applied}) => applied.map(({number}) => number)))
  const warned = new Set<number>()
  return results.map(({plan, unapplied}) => {
    const stale = unapplied.filter(({correction}) =>
      correction.plan === undefined ? all && !done.has(correction.number) && !warned.has(correction.number) : true
    )
    for (const {correction} of stale) warned.add(correction.number)
    if (stale.length === 0) return plan
    const warnings = stale.map(({correction, reason}) => ({
      ruleId: 'correction-unused',
      message: `correction ${correction.number} no longer applies: ${reason}`,
      place: `'${correction.quote.slice(0, 80)}'`
    }))
    return {...plan, warnings: [...plan.warnings, ...warnings]}
  })
}

function isFor({plan: words}: Correction, plan: Plan): boolean {
  return words === undefined || plan.digest.startsWith(words.toLowerCase()) || answers(plan.title, words) > 0
}

/** Carries out one correction in place; why it could not, in words. */
function apply(plan: Plan, correction: Correction): string | undefined {
  const found = find(plan, correction.quote, correction.within)
  if (!found) return 'its words are not in the plan'
  const {join, split, level, title, under, notAGoal} = correction
  let {node, parent} = found
  if (split) {
    if (!isGoal(node)) return 'only a goal can be split'
    const parts = splitGoal(node, split)
    if (!parts) return 'its parts do not stand in the words, in that order'
    replace(
      parent,
      node,
      parts.map((part) => marked(part, correction, 'split'))
    )
    node = parts[0]!
  }
  if (join) {
    if (!isGoal(node)) return 'only goals can be joined'
    for (const quote of join) {
      const other = find(plan, quote, correction.within, node)
      if (!other) return `'${quote.slice(0, 60)}' is not in the plan`
      if (isInside(other.node, node)) return `'${quote.slice(0, 60)}' is a goal above it`
      replace(other.parent, other.node, [])
      takeIn(node, other.node)
    }
    mark(node, correction, 'join')
  }
  if (notAGoal) {
    if (!isGoal(node)) return 'it is no goal already'
    dissolve(node, parent, correction)
    return undefined
  }
  if (level !== undefined || under !== undefined) {
    const moved = move(plan, node, parent, correction)
    if (typeof moved === 'string') return moved
    node = moved
  }
  if (title !== undefined) {
    if (!isGoal(node)) return 'only a goal has a title'
    mark(node, correction, 'title')
    node.data = {...node.data, printed: node.title}
    node.title = title
  }
  return undefined
}

interface Found {
  node: PlanNode
  parent: Parent
}

/** The node whose words answer best: goals before other nodes, then the closer wording, then the earlier place. */
function find(plan: Plan, quote: string, within: string | undefined, not?: PlanNode): Found | undefined {
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

function replace(parent: Parent, node: PlanNode, nodes: PlanNode[]): void {
  const at = parent.children.indexOf(node)
  parent.children.splice(at, 1, ...nodes)
}

function mark(node: PlanNode, {number}: Correction, what: string): void {
  const before = node.data?.corrected
  const own = `correction ${number}: ${what}`
  node.data = {...node.data, corrected: before ? `${before}; ${own}` : own}
}

function marked<T extends PlanNode>(node: T, correction: Correction, what: string): T {
  mark(node, correction, what)
  return node
}

function splitGoal(goal: Goal, parts: readonly string[]): Goal[] | undefined {
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
function takeIn(goal: Goal, other: PlanNode): void {
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

/** A goal that is none: its words stay as a passage, its goals and facets go to its parent where that may hold them. */
function dissolve(goal: Goal, parent: Parent, correction: Correction): void {
  const allowed = mayHold[parent.type]
  const kept = childrenOf(goal).filter((child) => allowed?.has(child.type))
  const lost = childrenOf(goal).filter((child) => !allowed?.has(child.type))
  const passages = [goal, ...lost].map((node) => marked(passageOf(node), correction, 'not a goal'))
  replace(parent, goal, [...passages.slice(0, 1), ...kept, ...passages.slice(1)])
}

function passageOf(node: PlanNode): Passage {
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

/** Puts a node at another level, under another parent, or both. */
function move(plan: Plan, node: PlanNode, parent: Parent, correction: Correction): Goal | string {
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

function isInside(node: PlanNode, target: PlanNode): boolean {
  let inside = false
  walk(node, (each) => {
    if (each === target) inside = true
  })
  return inside
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
