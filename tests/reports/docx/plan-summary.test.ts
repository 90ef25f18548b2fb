import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {goalsOf} from '../../../src/plan-tree/walk.ts'
import {planSummaryDocx} from '../../../src/reports/docx/plan-summary.ts'
import {sampleRun} from '../../support/sample-run/sample-run.ts'

const run = sampleRun()

/** The words of a part, cells and paragraphs parted by line ends. */
function wordsOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
  return xml
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe.each(run.plans.map((plan) => [plan.title.slice(0, 30), plan] as const))('summary of %s', (_, plan) => {
  const docx = planSummaryDocx(plan, run.gaps.gaps)

  test('every goal but milestones is there, and each rule of its gaps', () => {
    const words = wordsOf(docx)
    const printable = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    for (const goal of goalsOf(plan)) if (goal.type !== 'milestone') expect(words).toContain(printable(goal.title))
    const gaps = run.gaps.gaps.filter((gap) => gap.plan === plan.digest)
    expect(words.includes('What the plan does not say')).toBe(gaps.length > 0)
  })

  test('every part is well-formed and every relationship leads to a part', () => {
    const parts = unzipSync(docx)
    for (const [path, content] of Object.entries(parts)) {
      const parser = new SaxesParser({xmlns: true})
      parser.on('error', (error) => {
        throw new Error(`${path}: ${error.message}`)
      })
      parser.write(strFromU8(content)).close()
    }
    const targets = [...strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/Target="([^"]+)"/g)]
    for (const [, target] of targets) expect(Object.keys(parts)).toContain(`word/${target}`)
  })

  test('rows have as many cells as the table has columns', () => {
    const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
    for (const [, inner = ''] of xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)) {
      const columns = inner.split('<w:gridCol ').length - 1
      for (const row of inner.split('<w:tr>').slice(1)) expect(row.split('<w:tc>').length - 1).toBe(columns)
    }
  })

  test('the same plan gives the same bytes', () => {
    expect(Buffer.from(planSummaryDocx(plan, run.gaps.gaps)).equals(Buffer.from(docx))).toBe(true)
  })
})

test('pages stand beside what they hold', () => {
  const [, final] = run.plans
  expect(wordsOf(planSummaryDocx(final!, run.gaps.gaps))).toMatch(/p\. \d/)
})
