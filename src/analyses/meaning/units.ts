import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, GoalType, PageSpan, Passage, Plan, PlanNode, PlanNodeType} from '../../plan-tree/nodes.ts'
import {unitNodes} from '../../plan-tree/units.ts'
import {goalsOf} from '../../plan-tree/walk.ts'
import {dice, threes} from './sparse.ts'

/** Words whose meaning is compared, with what stands over them. */
export interface MeaningUnit {
  id: string
  plan: string
  type: PlanNodeType
  /** Of a goal said again elsewhere in other words, or stated outside the tree: the goal's type. */
  level?: GoalType
  text: string
  detail: string | null
  /** Id of the goal over it, null at the top. */
  parent: string | null
  label: string | null
  pages: PageSpan[]
}

/** Id of a unit among those of several plans: digest and unit id joined by '#'. */
const unitKey = (plan: string, id: string) => `${plan}#${id}`

/** Every goal of a plan in reading order. */
export function goalUnits(plan: Plan): MeaningUnit[] {
  const units: MeaningUnit[] = []
  const visit = (node: PlanNode, parent: string | null): void => {
    for (const child of 'children' in node ? (node.children as PlanNode[]) : []) {
      if (!isGoal(child)) {
        if (child.type === 'section') visit(child, parent)
        continue
      }
      const unit = unitOf(plan, child, parent)
      units.push(unit)
      visit(child, unit.id)
    }
  }
  visit(plan, null)
  return units
}

function unitOf(plan: Plan, goal: Goal, parent: string | null): MeaningUnit {
  return {
    id: unitKey(plan.digest, goal.id),
    plan: plan.digest,
    type: goal.type,
    text: goal.title,
    detail: goal.detail ?? null,
    parent,
    label: goal.label ?? null,
    pages: goal.pages
  }
}

/** Likeness of runs of three letters from which a goal said again is the same words, and no unit of its own. */
const sameWords = 0.75

/**
 * Every goal in reading order, and after each the wordings that the plan gives it elsewhere (foreword, summary, contents), where
 * they differ from its title: 'Children in Care' in the summary may meet another plan's words where the long title does not.
 * Last, the outcomes that the plan lists and ties to nothing ('Our key outcomes'): they are promises all the same.
 */
export function wordedUnits(plan: Plan): MeaningUnit[] {
  const again = new Map<string, MeaningUnit[]>()
  const visit = (node: PlanNode): void => {
    if (isGoal(node)) again.set(unitKey(plan.digest, node.id), saidAgain(plan, node))
    for (const child of 'children' in node ? (node.children as PlanNode[]) : []) visit(child)
  }
  visit(plan)
  const units = goalUnits(plan).flatMap((unit) => [unit, ...(again.get(unit.id) ?? [])])
  return [...units, ...statedOutcomes(plan, units)]
}

/** Lines of the plan that stand as outcomes outside its tree (`data.stated`), but for those that a goal says in the same words. */
function statedOutcomes(plan: Plan, units: readonly MeaningUnit[]): MeaningUnit[] {
  const isStated = (node: PlanNode): node is Passage => node.type === 'passage' && node.data?.stated === 'outcome'
  const found = unitNodes(plan).filter(({node}) => isStated(node))
  const known = found.length > 0 ? units.map(({text}) => threes(text)) : []
  return found.flatMap(({unit: {id, text, pages}}): MeaningUnit[] => {
    const letters = threes(text)
    if (known.some((other) => dice(letters, other) >= sameWords)) return []
    known.push(letters)
    const key = unitKey(plan.digest, id)
    const place = {parent: null, label: null, detail: null, pages}
    return [{id: key, plan: plan.digest, type: 'passage', level: 'outcome', text, ...place}]
  })
}

function saidAgain(plan: Plan, goal: Goal): MeaningUnit[] {
  const units: MeaningUnit[] = []
  // A summary may hang on the outcome and say its priorities: they are units already.
  const known = goalsOf(goal).flatMap(({title, detail}) => [
    threes(title),
    ...(detail ? [threes(`${title} ${detail}`)] : [])
  ])
  let count = 0
  for (const child of goal.children) {
    if (child.type !== 'restatement') continue
    count += 1
    const letters = threes(child.value)
    if (known.some((other) => dice(letters, other) >= sameWords)) continue
    known.push(letters)
    units.push({
      id: unitKey(plan.digest, `${goal.id}/restatement-${count}`),
      plan: plan.digest,
      type: 'restatement',
      level: child.of ?? goal.type,
      text: child.value,
      detail: null,
      parent: unitKey(plan.digest, goal.id),
      label: child.label ?? null,
      pages: child.pages
    })
  }
  return units
}
