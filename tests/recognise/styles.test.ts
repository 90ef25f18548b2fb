import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {blocksOf} from '../../src/blocks/blocks.ts'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import {recognise} from '../../src/recognise/recognise.ts'
import {outlineOf} from './outline.ts'

/** Each folder is a made-up plan in a style of its own; `outline.txt` is its tree, read through by a person. UPDATE=1 rewrites it. */
const fixtures = new URL('../fixtures/recognise/', import.meta.url)

describe('plans of many styles', () => {
  for (const name of readdirSync(fixtures).sort()) {
    test(name, () => {
      const text = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8')
      const blocks = blocksOf({kind: 'text', format: 'markdown', text, encoding: 'utf-8', warnings: []})
      const plan = recognise(blocks, {source: {path: 'input.md', format: 'markdown', digest: '0', pages: 0}})
      assertPlan(plan)
      const outline = outlineOf(plan)
      const expected = new URL(`${name}/outline.txt`, fixtures)
      if (process.env['UPDATE'] || !existsSync(expected)) writeFileSync(expected, outline)
      expect(outline).toBe(readFileSync(expected, 'utf8'))
    })
  }
})
