/** Evidence: the words of a unit stand inside its boxes, as the other PDF engine reads that page. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readStages} from '../src/pipeline.ts'
import type {Box} from '../src/plan-tree/nodes.ts'
import {type Unit, unitsOf} from '../src/plan-tree/units.ts'
import {readWithPdfParse} from '../src/source/pdf/pdf-parse/pdf-parse.ts'
import type {Page} from '../src/source/types.ts'

const folders = ['corpus', '../shared/corpus/pdf', '../shared/corpus/real']
/** Share of a unit's words that its boxes must hold for the unit to be found. */
const wordShare = 0.95
/** Share of the units of a file that must be found. */
const unitShare = 0.99

describe.each(folders.filter(existsSync))('%s', (folder) => {
  // A scan has no second reader.
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf') && !name.includes('scanned'))
  test.each(files)('%s', async (name) => {
    const path = join(folder, name)
    const {plan} = await readStages(path, {ocr: false, engine: 'pdfium'})
    const {pages} = await readWithPdfParse(readFileSync(path))
    const units = unitsOf(plan).filter((unit) => wordsIn(unit.text).length > 0)
    const unplaced = units.filter(({pages: spans}) => spans.length === 0 || spans.some(({box}) => !box))
    const lost = units.filter((unit) => !isFound(unit, pages))
    const told = [...new Set([...unplaced, ...lost])].map(({id, text, pages: spans}) => ({id, text, spans}))
    expect(told.length, JSON.stringify(told.slice(0, 5), null, 1)).toBeLessThanOrEqual(units.length * (1 - unitShare))
  })
})

function isFound(unit: Unit, pages: readonly Page[]): boolean {
  const inside = unit.pages.flatMap(({page, box}) => (box ? wordsInside(pages[page - 1]!, box) : []))
  const there = new Set(inside)
  // A word cut by a line or a cell stands there in two pieces, with a hyphen or without.
  inside.forEach((word, i) => {
    if (i > 0) there.add(inside[i - 1]! + word)
  })
  const wanted = wordsIn(unit.text)
  return wanted.filter((word) => there.has(word)).length >= wordShare * wanted.length
}

function wordsInside(page: Page, [left, top, right, bottom]: Box): string[] {
  const held = page.runs.filter(({box}) => {
    const x = (box[0] + box[2]) / 2
    const y = (box[1] + box[3]) / 2
    return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1
  })
  // Runs that touch are one word whose style changes.
  let words = ''
  held.forEach((run, i) => {
    const before = held[i - 1]
    const touches =
      before &&
      !run.afterSpace &&
      Math.abs(run.baseline - before.baseline) < 1 &&
      Math.abs(run.box[0] - before.box[2]) < 1
    words += touches ? run.text : ` ${run.text}`
  })
  return wordsIn(words)
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
