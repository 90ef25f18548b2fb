import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import {planlens} from '../support/command.ts'
import {faults} from '../support/schemas.ts'

const sample = (name: string) => fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url))
const pellingham = sample('pellingham-young-peoples-plan.md')
const health = sample('marlshire-healthy-lives-strategy.html')
const care = sample('east-marlshire-care-experienced-strategy-2024-27.txt')
const here = existsSync(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)))

/** What the commands print keeps to the published schemas. */
describe.runIf(here)('output of the commands', () => {
  it.each([health, care])('tree and units of %s', async (file) => {
    const tree = JSON.parse((await planlens(['ingest', file, '--format', 'tree'])).stdout)
    expect(faults('plan-tree', tree)).toEqual([])
    expect(() => assertPlan(tree)).not.toThrow()
    const units = (await planlens(['ingest', file, '--format', 'units'])).stdout.trim().split('\n')
    expect(units.length).toBeGreaterThan(10)
    for (const line of units) expect(faults('unit', JSON.parse(line))).toEqual([])
  })

  it('changes', async () => {
    const {stdout} = await planlens(['changes', pellingham, care, '--format', 'json'])
    const report = JSON.parse(stdout)
    expect(report.changes.length).toBeGreaterThan(0)
    expect(faults('changes', report)).toEqual([])
  })

  it('overlaps', async () => {
    const {stdout} = await planlens(['overlaps', pellingham, care, '--format', 'json'])
    const report = JSON.parse(stdout)
    expect(report.pairs.length).toBeGreaterThan(0)
    expect(faults('overlaps', report)).toEqual([])
  })

  it('gaps', async () => {
    const {stdout} = await planlens(['gaps', health, '--format', 'json'])
    expect(faults('gaps', JSON.parse(stdout))).toEqual([])
  })

  it('coverage', async () => {
    const {stdout} = await planlens(['coverage', pellingham, '--format', 'json'])
    expect(faults('coverage', JSON.parse(stdout))).toEqual([])
  })
})
