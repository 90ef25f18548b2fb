/** Columns drawn as black bars, a line of text each. */
import {describe, expect, test} from 'vitest'
import type {Box} from '../../src/plan-tree/nodes.ts'
import type {Pixels} from '../../src/source/pdf/pdfium/render.ts'
import {unfolded} from '../../src/source/scans/columns.ts'
import type {Rule} from '../../src/source/types.ts'

const scale = 2
/** Points. */
function pageOf(bars: readonly Box[]): Pixels {
  const [width, height] = [595 * scale, 500 * scale]
  const data = new Uint8Array(width * height).fill(255)
  for (const bar of bars) {
    const [left, top, right, bottom] = bar.map((value) => value * scale) as unknown as Box
    for (let y = top; y < bottom; y += 1) data.fill(0, y * width + left, y * width + right)
  }
  return {width, height, scale, data}
}

/** Eight lines that stand at other heights than those beside them. */
const lines = (left: number, right: number, top: number): Box[] =>
  Array.from({length: 8}, (_, i) => [left, top + 15 * i, right, top + 15 * i + 8])
const title: Box = [50, 40, 540, 56]
const sideBox = lines(50, 200, 100)
const beside = lines(230, 540, 107)
const bullets: Box[] = [107, 152, 197].map((top) => [216, top + 2, 220, top + 6])

describe('columns of a scanned page', () => {
  test('are set one below the other, marks with their words', () => {
    const page = pageOf([title, ...sideBox, ...beside, ...bullets])
    const {pixels} = unfolded(page, [])
    expect(pixels.height).toBeGreaterThan(page.height * 0.5)
    const ink = (data: Uint8Array) => data.reduce((sum, grey) => sum + (grey < 128 ? 1 : 0), 0)
    expect(ink(pixels.data)).toBe(ink(page.data))
    // No row of the new picture has ink of both columns: none is as wide as both but the title's.
    const widths = Array.from({length: pixels.height}, (_, y) => {
      const row = pixels.data.subarray(y * pixels.width, (y + 1) * pixels.width)
      return row.findLastIndex((grey) => grey < 128) - row.findIndex((grey) => grey < 128)
    })
    expect([...new Set(widths.filter((wide) => wide > 400 * scale))]).toEqual([490 * scale - 1])
    // A bullet stands left of its line.
    expect(widths).toContain((540 - 216) * scale - 1)
  })

  test('what is found there goes back to its place on the page', () => {
    const page = pageOf([title, ...sideBox, ...beside])
    const {pixels, place} = unfolded(page, [])
    const rows = Array.from({length: pixels.height}, (_, y) =>
      pixels.data.subarray(y * pixels.width, (y + 1) * pixels.width)
    )
    const inked = rows.flatMap((row, y) => (row.some((grey) => grey < 128) ? [y] : []))
    const foot = inked.at(-1)! + 1
    const left = rows[foot - 1]!.findIndex((grey) => grey < 128)
    const width = 310 * scale
    const line = place({
      words: [{text: 'word', confidence: 1, box: [left, foot - 8 * scale, left + width, foot]}],
      baseline: [left, foot, left + width, foot],
      height: 8 * scale,
      confidence: 1
    })
    const [, , , last] = beside.at(-1)!
    expect(line.words[0]!.box.map((value) => value / scale)).toEqual([230, last - 8, 540, last])
    expect(line.baseline.map((value) => value / scale)).toEqual([230, last, 540, last])
  })

  test('stay where they are in one column and in a ruled table', () => {
    const one = pageOf([title, ...lines(50, 540, 100)])
    expect(unfolded(one, []).pixels).toBe(one)
    const table = pageOf([title, ...sideBox, ...beside])
    const rules = [90, 160, 240].map((y): Rule => ({from: [45, y], to: [545, y], width: 1}))
    expect(unfolded(table, rules).pixels).toBe(table)
  })
})
