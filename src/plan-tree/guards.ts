import type {Facet, Goal, GoalType, Plan, PlanNode, PlanNodeType} from './nodes.ts'

/** Goal types from the highest rank to the lowest; measure and milestone share the last. */
export const goalRank: Readonly<Record<GoalType, number>> = {
  outcome: 0,
  priority: 1,
  action: 2,
  measure: 3,
  milestone: 3
}

const facetTypes: ReadonlySet<string> = new Set([
  'rationale',
  'voice',
  'lead',
  'date',
  'target',
  'statistic',
  'reference',
  'restatement',
  'passage'
])

/** Which types each type may hold. A type that is not named holds nothing. */
export const mayHold: Readonly<Partial<Record<PlanNodeType, ReadonlySet<string>>>> = {
  plan: new Set(['section', 'glossary', 'outcome', 'priority', 'action', 'measure', 'milestone', ...facetTypes]),
  outcome: new Set(['priority', 'action', 'measure', 'milestone', ...facetTypes]),
  priority: new Set(['priority', 'action', 'measure', 'milestone', ...facetTypes]),
  action: new Set(['measure', 'milestone', ...facetTypes]),
  measure: facetTypes,
  milestone: facetTypes,
  section: new Set([
    'section',
    'achievement',
    'voice',
    'statistic',
    'reference',
    'restatement',
    'date',
    'lead',
    'passage'
  ]),
  glossary: new Set(['glossaryEntry'])
}

export function isGoal(node: PlanNode): node is Goal {
  return node.type in goalRank
}

export function isFacet(node: PlanNode): node is Facet {
  return facetTypes.has(node.type)
}

/** The children of any node; [] for those that hold none. */
export function childrenOf(node: PlanNode): readonly PlanNode[] {
  return 'children' in node ? node.children : []
}

/**
 * Checks every invariant of a plan tree (SPEC.md, "Invariants").
 * @throws {TypeError} naming the node's path and the invariant that it breaks.
 */
export function assertPlan(value: unknown): asserts value is Plan {
  const plan = value as Plan
  if (plan?.type !== 'plan') throw new TypeError('not a plan tree: the root is not of type plan')
  if (plan.version !== 1) throw new TypeError(`plan tree of version ${String(plan.version)}: this code reads version 1`)
  checkHead(plan)
  checkNode(plan, 'plan', undefined, new Set())
}

/** What names the plan in every finding. */
function checkHead({digest, title, status, source, warnings}: Plan): void {
  const words = {digest, title, status, 'source.path': source?.path, 'source.format': source?.format}
  for (const [field, value] of Object.entries<unknown>(words))
    if (typeof value !== 'string') throw new TypeError(`plan: ${field} is missing`)
  if (!Array.isArray(warnings)) throw new TypeError('plan: warnings are missing')
}

function checkNode(node: PlanNode, path: string, goal: Goal | undefined, ids: Set<string>): void {
  const fail = (what: string): never => {
    throw new TypeError(`${path}: ${what}`)
  }
  checkPages(node, fail)
  if ('value' in node && typeof node.value !== 'string') fail('value is not text')
  if (isGoal(node)) checkGoal(node, goal, ids, fail)
  const allowed = mayHold[node.type]
  if (allowed && !Array.isArray((node as {children?: unknown}).children)) fail('children are missing')
  childrenOf(node).forEach((child, index) => {
    if (!allowed?.has(child.type)) fail(`a ${node.type} may not hold a ${child.type}`)
    checkNode(child, `${path}/${child.type}[${index}]`, isGoal(node) ? node : goal, ids)
  })
}

function checkGoal(node: Goal, goal: Goal | undefined, ids: Set<string>, fail: (what: string) => never): void {
  if (node.title.trim() === '') fail('goal without a title')
  if (ids.has(node.id)) fail(`id ${node.id} is used twice`)
  ids.add(node.id)
  if (!goal) return
  if (goalRank[node.type] < goalRank[goal.type]) fail(`rank rises from ${goal.type} to ${node.type}`)
  if (!node.id.startsWith(`${goal.id}/`)) fail(`id ${node.id} does not start with its parent's, ${goal.id}`)
}

function checkPages(node: PlanNode, fail: (what: string) => never): void {
  if (!Array.isArray(node.pages)) fail('pages are missing')
  let last = 0
  for (const {page, box} of node.pages) {
    if (!(Number.isInteger(page) && page >= 1)) fail(`page ${page} is not a whole number from 1`)
    if (page < last) fail('pages do not ascend')
    last = page
    if (box && !(box[0] < box[2] && box[1] < box[3])) fail(`box ${box.join(' ')} is empty or turned`)
  }
}
