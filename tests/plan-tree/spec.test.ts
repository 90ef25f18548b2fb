import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {assertPlan, isGoal, mayHold} from '../../src/plan-tree/guards.ts'
import type {Plan, PlanNode, PlanNodeType} from '../../src/plan-tree/nodes.ts'
import {faults} from '../support/schemas.ts'

const spec = readFileSync(new URL('../../src/plan-tree/SPEC.md', import.meta.url), 'utf8')
const examples = [...spec.matchAll(/### (\w+)\n[\s\S]*?```json\n([\s\S]*?)```/g)].map(([, name, json]) => ({
  name: name as PlanNodeType,
  node: JSON.parse(json!) as PlanNode
}))

const types: PlanNodeType[] = [
  'plan',
  'outcome',
  'priority',
  'action',
  'measure',
  'milestone',
  'section',
  'glossary',
  'glossaryEntry',
  'rationale',
  'voice',
  'lead',
  'date',
  'target',
  'statistic',
  'achievement',
  'reference',
  'restatement',
  'passage'
]

/** The smallest plan that the node may stand in. */
function planWith(node: PlanNode): Plan {
  if (node.type === 'plan') return node
  const base = examples[0]!.node as Plan
  if (node.type === 'glossaryEntry') return {...base, children: [{type: 'glossary', pages: [], children: [node]}]}
  if (node.type === 'achievement')
    return {...base, children: [{type: 'section', role: 'progress', title: 'So far', pages: [], children: [node]}]}
  return {...base, children: [node] as Plan['children']}
}

describe('the specification', () => {
  it('has one example of every node', () => {
    expect(examples.map(({name}) => name)).toEqual(types)
  })

  it.each(examples)('the example of $name is what it says, and holds', ({name, node}) => {
    expect(node.type).toBe(name)
    expect(() => assertPlan(planWith(node))).not.toThrow()
    expect(faults('plan-tree', node, name)).toEqual([])
    expect(faults('plan-tree', planWith(node))).toEqual([])
  })

  it('its content model is that of the guards and of the schema', () => {
    for (const parent of examples) {
      if (!('children' in parent.node)) continue
      for (const child of examples) {
        const node = {...parent.node, children: [child.node]} as PlanNode
        const allowed = mayHold[parent.name]?.has(child.name) ?? false
        expect({
          parent: parent.name,
          child: child.name,
          allowed: faults('plan-tree', node, parent.name).length === 0
        }).toEqual({
          parent: parent.name,
          child: child.name,
          allowed
        })
      }
    }
  })

  it('the schema refuses what breaks it', () => {
    for (const {name, node} of examples) {
      expect(faults('plan-tree', {...node, pages: [{page: 0}]}, name)).not.toEqual([])
      expect(faults('plan-tree', {...node, type: 'pledge'}, name)).not.toEqual([])
      if (isGoal(node)) expect(faults('plan-tree', {...node, title: ' '}, name)).not.toEqual([])
    }
  })

  it('names every field of the types', () => {
    const nodes = readFileSync(new URL('../../src/plan-tree/nodes.ts', import.meta.url), 'utf8')
    const fields = new Set([...nodes.matchAll(/^ {2}(\w+)\??:/gm)].map(([, field]) => field!))
    const missing = [...fields].filter(
      (field) =>
        !new RegExp(`[\`"]${field}\\b`).test(spec) &&
        !['line', 'column', 'offset', 'start', 'end', 'children', 'path', 'format', 'place'].includes(field)
    )
    expect(missing).toEqual([])
  })
})
