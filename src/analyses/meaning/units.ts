import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, Plan, PlanNode, PlanNodeType} from '../../plan-tree/nodes.ts'

/** Words whose meaning is compared, with what stands over them. */
export interface MeaningUnit {
  id: string
  plan: string
  type: PlanNodeType
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
