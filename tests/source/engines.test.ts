/** The two back ends read the same words: where they differ, one of them is wrong. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readWithPdfParse} from '../../src/source/pdf/pdf-parse/pdf-parse.ts'
import {readWithPdfium} from '../../src/source/pdf/pdfium/pdfium.ts'
import type {PagedSource} from '../../src/source/types.ts'

/** The first pages hold every layout that a file has; all of them would take a minute. */
const maxPages = 8
const folders = ['corpus', '../shared/corpus/pdf', '../shared/corpus/real']

describe.each(folders.filter(existsSync))('%s', (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  test.each(files)('%s', async (name) => {
    const bytes = readFileSync(join(folder, name))
    const [a, b] = [await readWithPdfParse(bytes, {maxPages}), await readWithPdfium(bytes, {maxPages})]
    expect(b.pages.map(({width, height}) => [width, height])).toEqual(a.pages.map(({width, height}) => [width, height]))
    const [wordsOfA, wordsOfB] = [countsOf(a), countsOf(b)]
    expect(agreement(wordsOfA, wordsOfB)).toBeGreaterThan(0.998)
    expect([countOf(b, 'rules'), countOf(b, 'fills'), countOf(b, 'images')]).toEqual([
      countOf(a, 'rules'),
      countOf(a, 'fills'),
      countOf(a, 'images')
    ])
    expect(b.tagged).toBe(a.tagged)
    expect(b.outline.map(({title, level, page}) => [title, level, page])).toEqual(
      a.outline.map(({title, level, page}) => [title, level, page])
    )
  })
})

const countOf = (source: PagedSource, what: 'rules' | 'fills' | 'images') =>
  source.pages.reduce((sum, page) => sum + page[what].length, 0)

/** Words with their page and style, and how often. */
function countsOf({pages}: PagedSource): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {number, runs} of pages)
    for (const {text, weight, italic, size, mcid = ''} of runs) {
      const key = [number, text, weight, italic, Math.round(size), mcid].join(' ')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/** Dice over words; 1 for two files without any. */
function agreement(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [key, count] of a) common += Math.min(count, b.get(key) ?? 0)
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 1 : (2 * common) / all
}
