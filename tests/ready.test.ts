import {describe, expect, test} from 'vitest'
import {unitsOf} from '../src/plan-tree/units.ts'
import {readyPlan} from '../src/ready.ts'
import {markdownOf, unitsCsv} from '../src/reports/plan-formats.ts'
import {stratmlOf} from '../src/stratml/write.ts'
import {sampleRun} from './support/sample-run/sample-run.ts'

const source = {path: 'x', digest: 'f'.repeat(64), pages: 0}
const [plan] = sampleRun().plans

describe('files that hold a finished plan', () => {
  test('plan.json comes back as it is', () => {
    expect(readyPlan(JSON.stringify(plan, null, 2), source)).toEqual(plan)
  })

  test('StratML is told by its root', () => {
    expect(readyPlan(stratmlOf(plan!), source)?.title).toBe(plan!.title)
  })

  test('a plan tree that breaks a rule is damaged; other text is a document', () => {
    expect(() => readyPlan('{"type": "plan", "version": 9}', source)).toThrow(/cannot be used/)
    expect(() => readyPlan('{"type": "plan", "version": 1', source)).toThrow(/cannot be used/)
    const childless = JSON.stringify(plan).replace(/"children":\[/g, '"below":[')
    expect(() => readyPlan(childless, source)).toThrow(/children are missing/)
    expect(readyPlan('# Our plan', source)).toBeUndefined()
    expect(readyPlan('{"type": "list"}', source)).toBeUndefined()
  })
})

describe('formats of one plan', () => {
  test('Markdown keeps every goal and no markup of the plan', () => {
    const text = markdownOf(plan!)
    expect(text).toContain('## Outcome 1: Children grow up safe at home, online and out and about')
    expect(text).toContain('  - **Measure: Twelve footpaths re-lit by autumn 2027** (p. 4)')
    expect(markdownOf(sampleRun().plans[4]!)).not.toMatch(/(?<!\\)<script/)
  })

  test('units as CSV have a row for each unit', () => {
    const [head, ...rows] = unitsCsv([plan!])
      .trimEnd()
      .split(/\r\n(?=[0-9a-f]{64},)/)
    expect(head!.split(',')).toEqual(expect.arrayContaining(['plan', 'id', 'parent', 'type', 'text', 'page']))
    expect(rows).toHaveLength(unitsOf(plan!).length)
  })
})
