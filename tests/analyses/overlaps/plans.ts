import type {GoalType, Plan, PlanNode} from '../../../src/plan-tree/nodes.ts'

/** Level, words, what stands under it. */
export type Sketch = [type: GoalType, title: string, children?: Sketch[]]

/** A plan tree of nothing but goals, its digest its name. */
export function planOf(name: string, title: string, goals: Sketch[], others: PlanNode[] = []): Plan {
  const plan = {
    type: 'plan',
    version: 1,
    digest: name,
    title,
    status: 'unstated',
    pages: [],
    source: {path: `${name}.txt`, format: 'text', digest: name, pages: 0},
    warnings: [],
    children: [...nodesOf(goals, ''), ...others]
  }
  return plan as unknown as Plan
}

function nodesOf(goals: Sketch[], over: string): object[] {
  const counts = new Map<string, number>()
  return goals.map(([type, title, children = []]) => {
    const count = (counts.get(type) ?? 0) + 1
    counts.set(type, count)
    const id = `${over}${type}-${count}`
    return {type, id, title, term: type, pages: [], children: nodesOf(children, `${id}/`)}
  })
}
