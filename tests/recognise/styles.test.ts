import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import {planOfMarkdown} from '../support/documents.ts'
import {linesOfPlan} from '../support/plan-lines.ts'

/** Each folder is a made-up plan in a style of its own; `outline.txt` is its tree, read through by a person. UPDATE=1 rewrites it. */
const fixtures = new URL('../fixtures/recognise/', import.meta.url)

describe('plans of many styles', () => {
  for (const name of readdirSync(fixtures).sort()) {
    test(name, () => {
      const plan = planOfMarkdown(readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8'))
      assertPlan(plan)
      const outline = `${linesOfPlan(plan).join('\n')}\n`
      const expected = new URL(`${name}/outline.txt`, fixtures)
      if (process.env['UPDATE'] || !existsSync(expected)) writeFileSync(expected, outline)
      expect(outline).toBe(readFileSync(expected, 'utf8'))
    })
  }
})
