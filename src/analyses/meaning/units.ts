import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, GoalType, PageSpan, Plan, PlanNode, PlanNodeType} from '../../plan-tree/nodes.ts'
import {dice, threes} from './sparse.ts'

/** Words whose meaning is compared, with what stands over them. */
export interface MeaningUnit {
  id: string
  plan: string
  type: PlanNodeType
  /** Of a goal said again elsewhere in other words: the goal's type. */
  level?: GoalType
  text: string
  detail: string | null
  /** Id of the goal over it, null at the top. */
  parent: string | null
  label: string | null
  pages: PageSpan[]
}

/** Id of a unit among those of several plans: digest and unit id joined by '#'. */
export const unitKey = (plan: string, id: string) => `${plan}#${id}`

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
 */
export function wordedUnits(plan: Plan): MeaningUnit[] {
  const again = new Map<string, MeaningUnit[]>()
  const visit = (node: PlanNode): void => {
    if (isGoal(node)) again.set(unitKey(plan.digest, node.id), saidAgain(plan, node))
    for (const child of 'children' in node ? (node.children as PlanNode[]) : []) visit(child)
  }
  visit(plan)
  return goalUnits(plan).flatMap((unit) => [unit, ...(again.get(unit.id) ?? [])])
}

function saidAgain(plan: Plan, goal: Goal): MeaningUnit[] {
  const units: MeaningUnit[] = []
  const known = [threes(goal.title), threes(`${goal.title} ${goal.detail ?? ''}`)]
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
