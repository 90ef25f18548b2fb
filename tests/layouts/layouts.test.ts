/** One plan printed in many layouts reads as the same plan. Floors are figures reached, rounded down. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {blocksOf, versionOf} from '../../corpus/make/source.ts'
import type {Truth} from '../../corpus/make/truth.ts'
import {readPlan, unitsOf} from '../../src/index.ts'
import {startBrowser} from '../support/browser.ts'
import {piecesOfBlocks, sectioned} from './printed-parts.ts'
import {dressed, sheets} from './sheets.ts'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
const truth: Truth = JSON.parse(readFileSync(`${corpus}make/truth.json`, 'utf8'))

/** Share of the goals with the right words under the right parent, F1, that each layout must reach. */
const floors: [plan: string, source: string, floors: Record<string, number>][] = [
  [
    'east',
    'east-plan.md',
    {
      'two-columns': 0.85,
      'two-columns-justified-untagged': 0.82,
      'cards-grid': 0.97,
      'item-cards': 0.98,
      'side-bar': 0.99,
      'left-rail': 0.93,
      bands: 0.99,
      'odd-even-heads': 0.99,
      'flat-watermark': 0.99,
      'turned-pages': 0.99,
      'three-columns': 0.97,
      'white-on-picture': 0.99,
      deck: 0.99,
      accordion: 0.9,
      'word-defaults': 0.9,
      'cards-two-up': 0.9,
      'shaded-rows': 0.9,
      'number-rail': 0.9,
      'tinted-rows': 0.9,
      'numbered-sidebars': 0.9,
      'two-columns tagged': 0.97,
      'landscape-matrix tagged': 0.97
    }
  ],
  [
    'care',
    'east-care-strategy.md',
    {
      'half-ruled-tables': 0.91,
      'turned-pages': 0.99,
      'unrepeated-heads': 0.99,
      'rail-and-rules': 0.97,
      'accessible-print': 0.97,
      'borderless-tables tagged': 0.97,
      'three-columns tagged': 0.97
    }
  ]
]

describe('layouts', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'planlens-layouts-'))
  beforeAll(async () => {
    browser = await startBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  })

  for (const [id, source, wanted] of floors)
    for (const [name, floor] of Object.entries(wanted))
      it(`${name}: ${id}`, {timeout: 60_000}, async () => {
        const words = versionOf(readFileSync(`${corpus}make/${source}`, 'utf8'), 'final')
        // 'NAME tagged' is the same layout printed with a structure tree.
        const [drawn, tagged] = name.split(' ')
        const sheet = sheets.find((each) => each.name === drawn)!
        const page = await browser.newPage()
        await page.setContent(dressed(sectioned(piecesOfBlocks(blocksOf(words))), sheet, 'A plan'))
        const path = join(folder, `${id}-${name}.pdf`)
        writeFileSync(
          path,
          await page.pdf({
            preferCSSPageSize: true,
            printBackground: true,
            tagged: tagged !== undefined || !sheet.untagged
          })
        )
        await page.close()
        expect(await linkedF1(id, path)).toBeGreaterThanOrEqual(floor)
      })
})

async function linkedF1(id: string, path: string): Promise<number> {
  const wanted = truth.trees.find((tree) => tree.id === id)!.goals.map(({title, parent}) => key(title, parent))
  const units = unitsOf(await readPlan(path))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const goals = units.filter(({type}) => /^(outcome|priority|action|measure|milestone)$/.test(type))
  const left = new Map<string, number>()
  for (const each of wanted) left.set(each, (left.get(each) ?? 0) + 1)
  let right = 0
  for (const {text, parent} of goals) {
    const found = key(text, parent === null ? null : (byId.get(parent)?.text ?? null))
    const open = left.get(found) ?? 0
    if (open === 0) continue
    left.set(found, open - 1)
    right += 1
  }
  return (2 * right) / (wanted.length + goals.length)
}

const key = (title: string, parent: string | null) => `${folded(title)} < ${parent === null ? '' : folded(parent)}`
const folded = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
