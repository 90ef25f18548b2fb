import {isGoal} from './guards.ts'
import type {Goal, Plan, PlanNode} from './nodes.ts'

/** The same tree with every goal's id set to its path of types and counts ('outcome-1/priority-2'). */
export function withIds(plan: Plan): Plan {
  return numbered(plan, '') as Plan
}

function numbered(node: PlanNode, prefix: string): PlanNode {
  if (!('children' in node)) return node
  const counts = new Map<string, number>()
  const children = (node.children as PlanNode[]).map((child) => {
    if (!isGoal(child)) return numbered(child, prefix)
    const count = (counts.get(child.type) ?? 0) + 1
    counts.set(child.type, count)
    const id = `${prefix}${child.type}-${count}`
    return numbered({...child, id} as Goal, `${id}/`)
  })
  return {...node, children} as PlanNode
}
