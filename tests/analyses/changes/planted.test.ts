/**
 * The plans of the sample archive with edits drawn from seeds, whose truth is known by construction, and with what another
 * converter or template does to a text on top. `npm run bench -- drafts FILE…` does the same on any plan and names the misses.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {readPlan} from '../../../src/index.ts'
import {held} from './planted/held.ts'
import {noises} from './planted/noise.ts'
import {redraft} from './planted/redraft.ts'
import {pick, seeded} from './planted/seeded.ts'

const corpus = fileURLToPath(new URL('../../../corpus/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'planted-'))
afterAll(() => rmSync(folder, {recursive: true}))

const plans = [
  'west-marlshire-plan-2023-27.md',
  'pellingham-young-peoples-plan.md',
  'east-marlshire-care-experienced-strategy-2024-27.txt',
  'marlshire-healthy-lives-strategy.html'
]
const seeds = [101, 102, 103, 104, 105, 106]

describe.each([
  ['edited', 12, 0],
  ['edited a little, and converted anew', 4, 3]
])('%s', (_, edits, kinds) => {
  test.each(plans)('%s: what was planted is told, and nothing else', {timeout: 60_000}, async (file) => {
    const text = readFileSync(corpus + file, 'utf8')
    const base = await readPlan(corpus + file)
    const sum = {planted: 0, missed: 0, kind: 0, class: 0, facet: 0, substantive: 0, editorial: 0, turned: 0}
    const lines: string[] = []
    for (const seed of seeds) {
      const {text: edited, planted} = redraft(text, seed, edits)
      const random = seeded(seed)
      let converted = edited
      for (let at = 0; at < kinds; at += 1) converted = pick(noises, random).apply(converted, random)
      const path = join(folder, `${edits}-${seed}${extname(file)}`)
      writeFileSync(path, converted)
      const plan = await readPlan(path)
      const {changes} = findChanges(base, plan)
      const verdicts = held(planted, changes)
      sum.planted += planted.length
      sum.missed += verdicts.missed.length
      sum.kind += verdicts.wrongKind.length
      sum.class += verdicts.wrongClass.length
      sum.facet += verdicts.wrongFacet.length
      sum.substantive += verdicts.noise.filter((change) => change.class === 'substantive').length
      sum.editorial += verdicts.noise.filter((change) => change.class === 'editorial').length
      // Turned round, the same changes with the same classes.
      const turned = findChanges(plan, base).changes
      sum.turned += Math.abs(turned.length - changes.length)
      lines.push(...verdicts.missed.map(({edit, draft, final}) => `missed ${edit}: ${draft} -> ${final}`))
      lines.push(...verdicts.noise.map((each) => `noise: ${each.before?.text} -> ${each.after?.text}`))
    }
    const told = lines.join('\n')
    expect(sum.planted).toBeGreaterThan(20)
    expect(sum.missed / sum.planted, told).toBeLessThanOrEqual(0.02)
    expect(sum.kind / sum.planted).toBeLessThanOrEqual(0.03)
    expect(sum.class / sum.planted).toBeLessThanOrEqual(0.03)
    expect(sum.facet / sum.planted).toBeLessThanOrEqual(0.03)
    expect(sum.substantive, told).toBeLessThanOrEqual(1)
    expect(sum.editorial, told).toBeLessThanOrEqual(1)
    expect(sum.turned).toBe(0)
  })
})
