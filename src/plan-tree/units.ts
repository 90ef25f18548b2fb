import {childrenOf, isGoal} from './guards.ts'
import type {DateFacet, Goal, PageSpan, Plan, PlanNode, PlanNodeType, Position, Target} from './nodes.ts'
import {wordsOf} from './walk.ts'

/** One line of the flat form of a plan tree: a goal or a facet. `ingest --format units` prints these. */
export interface Unit {
  id: string
  /** Id of the parent goal; null at the top. */
  parent: string | null
  plan: string
  type: PlanNodeType
  term: string | null
  label: string | null
  /** Title or words, without label, number or markup; of a glossary entry the term. */
  text: string
  /** The explanation after a lead sentence; of a glossary entry its meaning. */
  detail: string | null
  leads: string[]
  start: string | null
  due: string | null
  startDate: string | null
  dueDate: string | null
  direction: string | null
  baseline: string | null
  target: string | null
  unit: string | null
  /** The section's role and title, for units outside every goal. */
  section: string | null
  pages: PageSpan[]
  position: Position | null
}

/** The tree laid flat, in reading order: one unit for each goal, facet, achievement and glossary entry. */
export function unitsOf(plan: Plan): Unit[] {
  return unitNodes(plan).map(({unit}) => unit)
}

/** Every unit with the node that it was made of, in reading order. */
export function unitNodes(plan: Plan): {unit: Unit; node: PlanNode}[] {
  const found: {unit: Unit; node: PlanNode}[] = []
  const counts = new Map<string, number>()
  const visit = (node: PlanNode, goal: Goal | null, section: string | null): void => {
    for (const child of childrenOf(node)) {
      if (child.type === 'section') visit(child, goal, `${child.role}: ${child.title}`)
      else if (child.type === 'glossary') visit(child, goal, section)
      // leads of a priority, action, measure or milestone are in that unit's own `leads`
      else if (child.type === 'lead' && goal && goal.type !== 'outcome') continue
      else {
        found.push({unit: unitOf(plan, child, goal, section, counts), node: child})
        visit(child, isGoal(child) ? child : goal, section)
      }
    }
  }
  visit(plan, null, null)
  return found
}

/** The id of every goal and of every unit made of another node, as `ingest --format units` gives them. */
export function unitIds(plan: Plan): Map<PlanNode, string> {
  return new Map(unitNodes(plan).map(({unit, node}) => [node, unit.id]))
}

function unitOf(
  plan: Plan,
  node: PlanNode,
  goal: Goal | null,
  section: string | null,
  counts: Map<string, number>
): Unit {
  return {
    id: isGoal(node) ? node.id : facetId(node, goal, counts),
    parent: goal?.id ?? null,
    plan: plan.digest,
    type: node.type,
    term: termOf(node),
    label: 'label' in node ? (node.label ?? null) : null,
    text: wordsOf(node),
    detail: node.type === 'glossaryEntry' ? node.value : isGoal(node) ? (node.detail ?? null) : null,
    ...facetsOf(node),
    section: goal ? null : section,
    pages: node.pages,
    position: node.position ?? null
  }
}

function facetId(node: PlanNode, goal: Goal | null, counts: Map<string, number>): string {
  const stem = `${goal ? `${goal.id}/` : ''}${node.type}`
  const count = (counts.get(stem) ?? 0) + 1
  counts.set(stem, count)
  return `${stem}-${count}`
}

function termOf(node: PlanNode): string | null {
  if ('term' in node) return node.term ?? null
  if (node.type === 'restatement') return node.where
  return null
}

/** The facets that stand directly in a goal, as the flat fields of its unit. */
function facetsOf(node: PlanNode) {
  const children = isGoal(node) ? node.children : []
  const date = (role: DateFacet['role'][]) =>
    children.find((child): child is DateFacet => child.type === 'date' && role.includes(child.role))
  const start = date(['start'])
  const due = date(['due', 'review'])
  const targets = children.filter((child): child is Target => child.type === 'target')
  const baseline = children.find((child) => child.type === 'statistic' && child.data?.baseline === true)
  return {
    leads: children.filter((child) => child.type === 'lead').map((lead) => wordsOf(lead)),
    start: start?.value ?? null,
    due: due?.value ?? null,
    startDate: start?.when.kind === 'span' ? start.when.from : null,
    dueDate: due?.when.kind === 'span' ? due.when.to : null,
    direction: node.type === 'measure' ? node.direction : null,
    baseline: baseline ? wordsOf(baseline) : null,
    target: targets[0]?.value ?? null,
    unit: targets[0]?.quantity?.unit ?? null
  }
}
