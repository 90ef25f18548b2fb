/** Tables without rules whose cells stand in the middle of their rows' height. */
import {describe, expect, it} from 'vitest'
import {linesOf} from '../../src/blocks/pages/lines.ts'
import {centredRows} from '../../src/blocks/tables/centred.ts'
import {PrintedPage, read} from './printed-page.ts'

const xs = [50, 170, 340, 420, 500]
const leading = 12
const padding = 8

/** A row's cells, each a list of lines, set in the middle of the row's height; the height below it. */
function row(page: PrintedPage, top: number, cells: readonly (readonly string[])[]): number {
  const tallest = Math.max(...cells.map((lines) => lines.length))
  cells.forEach((lines, column) => {
    const first = top + ((tallest - lines.length) * leading) / 2
    for (const [i, line] of lines.entries()) page.line(line, xs[column]!, first + i * leading)
  })
  return top + tallest * leading + padding
}

/** A cell in the middle of what stands from `from` to `to`. */
function over(page: PrintedPage, lines: readonly string[], from: number, to: number): void {
  const first = (from + to - padding - leading) / 2 - ((lines.length - 1) * leading) / 2
  for (const [i, line] of lines.entries()) page.line(line, xs[0]!, first + i * leading)
}

const steps = [
  [['Survey the old sea', 'wall from end to end'], ['May 2031'], ['Anna', 'Reed']],
  [['Order the stone'], ['Beginning of', 'June 2031'], ['Ben Hale']],
  [['Set the first blocks', 'before the autumn', 'tides'], ['July 2031'], ['Ben', 'Hale']],
  [['Draw the new lights'], ['In the month', 'of March 2032'], ['Cara Moss']],
  [['Ask the pilots what', 'they cannot see'], ['April 2032'], ['Cara', 'Moss']]
]

/** The steps under their header, those of the second action with its cell. `tops` are the heights that the steps begin at. */
function page(): {printed: PrintedPage; tops: number[]} {
  const printed = new PrintedPage()
  let y = row(printed, 100, [['Action'], ['Milestone'], ['Beginning', 'of the work'], ['Lead']])
  const tops: number[] = []
  for (const cells of steps) {
    tops.push(y)
    y = row(printed, y, [[], ...cells])
  }
  over(printed, ['Light the', 'channel'], tops[3]!, y)
  return {printed, tops}
}

function wholePage(): PrintedPage {
  const {printed, tops} = page()
  over(printed, ['Mend the wall'], tops[0]!, tops[3]!)
  return printed
}

describe('tables whose cells stand in the middle of their rows', () => {
  it('have the rows and the merged cells that were printed', () => {
    expect(read(wholePage())).toEqual([
      'row Action | Milestone | Beginning of the work | Lead',
      'row r3 Mend the wall | Survey the old sea wall from end to end | May 2031 | Anna Reed',
      'row  | Order the stone | Beginning of June 2031 | Ben Hale',
      'row  | Set the first blocks before the autumn tides | July 2031 | Ben Hale',
      'row r2 Light the channel | Draw the new lights | In the month of March 2032 | Cara Moss',
      'row  | Ask the pilots what they cannot see | April 2032 | Cara Moss'
    ])
  })

  it('rows whose first cell stands on the page before are without one', () => {
    const {printed} = page()
    const lines = linesOf(printed.page.runs, 1)
    const rows = centredRows(lines, [50, 160, 330, 410, 490, 560].slice(0, 5), 1)!
    expect(rows.map(({cells}) => (cells[0]!.column === 0 ? cells[0]!.rowSpan : 0))).toEqual([1, 1, 1, 1, 2, 0])
    expect(rows[4]!.cells[0]!.words.map(({text}) => text).join(' ')).toBe('Light the channel')
  })

  it('cells that begin on one line are no such table', () => {
    const printed = new PrintedPage()
    let y = 100
    for (const cells of steps) {
      cells.forEach((lines, column) => {
        for (const [i, line] of lines.entries()) printed.line(line, xs[column + 1]!, y + i * leading)
      })
      y += 3 * leading + padding
    }
    expect(centredRows(linesOf(printed.page.runs, 1), [50, 160, 330, 410, 490], 1)).toBeUndefined()
  })

  it('the next table of the same columns is a table of its own, under its title', () => {
    const printed = wholePage()
    let y = 420
    printed.line('Nets and ropes', 50, y)
    y = row(printed, y + 22, [['Action'], ['Milestone'], ['Beginning', 'of the work'], ['Lead']])
    row(printed, y, [['Replace nets', 'every third year'], ['Count the nets'], ['May', '2031'], ['Dan Firth']])
    const found = read(printed)
    expect(found.filter((line) => line.includes('Nets and ropes'))).toHaveLength(1)
    expect(found.find((line) => line.includes('Nets and ropes'))).not.toContain('|')
    expect(found.filter((line) => line.startsWith('row Action'))).not.toHaveLength(0)
  })
})
