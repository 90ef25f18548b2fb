/** A page of 200,000 letters, each painted by itself: time grows with their number, not with its square. */
import {expect, test} from 'vitest'
import {blocksOf} from '../../src/blocks/blocks.ts'
import {recognise} from '../../src/recognise/recognise.ts'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import {pdfOf} from '../support/pdf.ts'

const size = 2
/** Letters of Helvetica that are all 0.556 em wide. */
const letters = 'aenodubh'
const rows = 411

/** Lines of letters that touch, painted column by column, so that no two that follow each other are of one word. */
function crowded(count: number): Uint8Array {
  const content = Array.from({length: count}, (_, i) => {
    const x = 10 + Math.floor(i / rows) * 0.556 * size
    return `1 0 0 1 ${x.toFixed(3)} ${832 - (i % rows) * size} Tm (${letters[(i * 7) % 8]}) Tj\n`
  })
  return pdfOf({pages: [{content: `BT /F1 ${size} Tf\n${content.join('')}ET\n`}]})
}

/** Seconds of the processor from bytes to tree, so that a busy machine does no harm. */
async function secondsFor(count: number): Promise<number> {
  const bytes = crowded(count)
  const start = process.cpuUsage()
  const source = await readPdf(bytes, {ocr: false})
  expect(source.pages[0]!.runs.map(({text}) => text).join('')).toHaveLength(count)
  recognise(blocksOf(source), {source: {path: '', format: 'pdf', digest: '', pages: 1}})
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1e6
}

test('four times the letters take about four times as long', async () => {
  await secondsFor(10_000)
  const quarter = await secondsFor(50_000)
  const whole = await secondsFor(200_000)
  // Linear work gives 4, a crawl 16.
  expect(whole / quarter).toBeLessThan(9)
  expect(whole).toBeLessThan(40)
})
