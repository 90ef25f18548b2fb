import {describe, expect, it} from 'vitest'
import {linesOf} from '../../src/blocks/pages/lines.ts'
import {freeEdges} from '../../src/blocks/tables/column-edges.ts'
import {PrintedPage} from './printed-page.ts'

/** Words at 50 and at 130, a line of each pair on its own baseline. */
const edges = (pairs: readonly (readonly [string, string])[]): number[] => {
  const page = new PrintedPage()
  pairs.forEach(([left, right], i) => {
    page.line(left, 50, 100 + 14 * i).line(right, 130, 100 + 14 * i)
  })
  return freeEdges(linesOf(page.page.runs, 1), [])
}

describe('columns that no word runs over', () => {
  it('have an edge between them, be the strip ever so narrow, where lines begin at one place', () => {
    // The longest line ends at 127.5: a quarter of an em before the next column.
    const found = edges([
      ['strengthen walls', 'May'],
      ['paint', 'June'],
      ['count', 'July'],
      ['test', 'August']
    ])
    expect(found).toHaveLength(3)
    expect(found[1]).toBeGreaterThan(100)
    expect(found[1]).toBeLessThan(130)
  })

  it('a name that comes back in each row is no two columns', () => {
    const page = new PrintedPage()
    for (let i = 0; i < 5; i += 1) page.line('Lorna Gale', 50, 100 + 14 * i)
    expect(freeEdges(linesOf(page.page.runs, 1), [])).toHaveLength(2)
  })
})
