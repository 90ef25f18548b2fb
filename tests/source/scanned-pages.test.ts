/** Six scanned pages with the first two outcomes of a plan, against what a reader found in the whole plan. */
import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, it} from 'vitest'
import {readPlan, unitsOf} from '../../src/index.ts'

const shared = resolve('../shared')
const scan = `${shared}/corpus/pdf/000_G_scanned.pdf`
const truth = `${shared}/gold/trees/000.json`
/** The outcomes that the six pages hold. */
const scanned = 2

it.skipIf(!existsSync(scan) || !existsSync(truth))(
  'goals of a scanned plan stand in its tree, under the right parents',
  {timeout: 240_000},
  async () => {
    const {score} = await import(pathToFileURL(`${shared}/gold/eval.tree.mjs`).href)
    const gold = JSON.parse(readFileSync(truth, 'utf8'))
    // Its glossary stands on another page.
    const held = {...gold, glossary: [], outcomes: gold.outcomes.slice(0, scanned)}
    const {core, all} = score(held, unitsOf(await readPlan(scan)))
    expect(core.linked).toBeGreaterThanOrEqual(0.95)
    expect(all.linked).toBeGreaterThanOrEqual(0.95)
  }
)
