/** Tables without upright rules whose level rules are drawn under each cell on its own. */
import {describe, expect, it} from 'vitest'
import {PrintedPage, read} from './printed-page.ts'

const leading = 12

/** A rule in pieces, one under each column. */
function ruled(page: PrintedPage, y: number, edges: readonly number[]): void {
  for (const [i, right] of edges.slice(1).entries()) page.level(y, edges[i]!, right)
}

/** Cells in the middle of a row that begins at `top`, and the rule below them; its height. */
function row(
  page: PrintedPage,
  top: number,
  edges: readonly number[],
  cells: readonly (readonly string[])[],
  weight = 400,
  closed = true
): number {
  const tallest = Math.max(...cells.map((lines) => lines.length))
  cells.forEach((lines, column) => {
    const first = top + 14 + ((tallest - lines.length) * leading) / 2
    for (const [i, line] of lines.entries()) page.line(line, edges[column]! + 4, first + i * leading, {weight})
  })
  const bottom = top + tallest * leading + 8
  if (closed) ruled(page, bottom, edges)
  return bottom
}

const edges = [50, 150, 330, 440, 545]
const header = [['Issue'], ['How the port', 'can settle it'], ['Signs of it'], ['Result']]
const berths = [
  ['Few berths in', 'the inner basin'],
  ['Talk with the four', 'boat clubs about a', 'floating pier and who', 'would look after it'],
  ['Pier open'],
  ['More boats stay', 'over the winter', 'and repair here']
]
const lamps = [['Dark quays'], ['Set lamps on posts'], ['Twenty', 'lamps'], ['Crews land', 'safely']]

const said = (page: PrintedPage): string[] => read(page).map((line) => line.replaceAll('*', '').replaceAll(' / ', ' '))

describe('level rules drawn cell by cell', () => {
  it('tell columns and rows, wherever cells stand in their rows', () => {
    const page = new PrintedPage()
    page.line('What the port is to do about berths and lamps in the years that come', 50, 80)
    let y = row(page, 100, edges, header, 700)
    y = row(page, y, edges, berths)
    row(page, y, edges, lamps)
    expect(said(page).slice(1)).toEqual([
      'row Issue | How the port can settle it | Signs of it | Result',
      'row Few berths in the inner basin | Talk with the four boat clubs about a floating pier and who would look after it | Pier open | More boats stay over the winter and repair here',
      'row Dark quays | Set lamps on posts | Twenty lamps | Crews land safely'
    ])
  })

  it('tell a column as narrow as a number from the sentences beside it', () => {
    const page = new PrintedPage()
    const narrow = [50, 62, 545]
    let y = row(page, 100, narrow, [['#'], ['Aim']], 700)
    for (const number of ['1', '2', '3'])
      y = row(page, y, narrow, [
        [number],
        [
          `The boats of quay ${number} shall lie so that each of them can leave at any state of the tide,`,
          'by night too'
        ]
      ])
    expect(said(page)).toEqual([
      'row # | Aim',
      ...['1', '2', '3'].map(
        (number) =>
          `row ${number} | The boats of quay ${number} shall lie so that each of them can leave at any state of the tide, by night too`
      )
    ])
  })

  it('are of two tables where their pieces meet elsewhere', () => {
    const page = new PrintedPage()
    let y = row(page, 100, edges, header, 700)
    y = row(page, y, edges, lamps)
    page.line('Lights', 50, y + 30)
    const others = [50, 260, 545]
    y = row(page, y + 44, others, [['Goal'], ['Aim']], 700)
    y = row(page, y, others, [['Goal 1: the crews see the quay', 'from the sea'], ['Lights on both moles']])
    row(page, y, others, [['Goal 2: the quay sees the crews'], ['A watch at night in all months', 'of the year']])
    expect(said(page)).toEqual([
      'row Issue | How the port can settle it | Signs of it | Result',
      'row Dark quays | Set lamps on posts | Twenty lamps | Crews land safely',
      expect.stringContaining('Lights'),
      'row Goal | Aim',
      'row Goal 1: the crews see the quay from the sea | Lights on both moles',
      'row Goal 2: the quay sees the crews | A watch at night in all months of the year'
    ])
  })

  it('part a text over an edge from the header row below it', () => {
    const page = new PrintedPage()
    let y = row(page, 100, edges, header, 700)
    y = row(page, y, edges, lamps)
    page.line('The crews of all the boats that land here after dark find', 50, y + 24, {weight: 700})
    page.line('their way with no', 50, y + 36, {weight: 700})
    y = row(page, y + 44, edges, header, 700)
    row(page, y, edges, berths)
    const rows = said(page)
    expect(
      rows.filter((line) => line === 'row Issue | How the port can settle it | Signs of it | Result')
    ).toHaveLength(2)
    expect(rows.join('\n')).toContain('find their way with no')
  })

  it('may leave the last row open', () => {
    const page = new PrintedPage()
    ruled(page, 100, edges)
    let y = row(page, 100, edges, header, 700)
    y = row(page, y, edges, berths)
    y = row(page, y, edges, lamps, 400, false)
    page.line('After the table the text goes on over all of its columns as before.', 50, y + 30)
    expect(said(page).at(-2)).toBe('row Dark quays | Set lamps on posts | Twenty lamps | Crews land safely')
  })

  it('stand under the cells that begin while one goes on beside them', () => {
    const page = new PrintedPage()
    let y = row(page, 100, edges, header, 700)
    const top = y
    for (let step = 0; step < 16; step += 1) {
      y += 40
      ruled(page, y, edges.slice(1))
      page
        .line(`Step ${step + 1} of the work`, 154, y - 20)
        .line('May', 334, y - 20)
        .line('Ann Reed', 444, y - 20)
    }
    page.line('Mend the wall', 54, top + 20)
    const rows = said(page)
    expect(rows.slice(1, 3)).toEqual([
      'row r16 Mend the wall | Step 1 of the work | May | Ann Reed',
      'row  | Step 2 of the work | May | Ann Reed'
    ])
    expect(rows.at(-1)).toBe('row  | Step 16 of the work | May | Ann Reed')
  })

  it('drawn in one piece under the cells beside one that goes on leave their columns to the white space between', () => {
    const page = new PrintedPage()
    let y = row(page, 100, [50, 150, 545], [[], []], 700)
    page
      .line('Issue', 54, y - 8)
      .line('Step', 154, y - 8)
      .line('When', 334, y - 8)
      .line('Who', 444, y - 8)
    const top = y
    for (let step = 0; step < 8; step += 1) {
      y += 40
      page.level(y, 150, 545)
      page
        .line(`Step ${step + 1} of the work`, 154, y - 20)
        .line('May', 334, y - 20)
        .line('Ann Reed', 444, y - 20)
    }
    page.line('Mend the wall', 54, top + 20)
    expect(said(page).slice(0, 3)).toEqual([
      'row Issue | Step | When | Who',
      'row r8 Mend the wall | Step 1 of the work | May | Ann Reed',
      'row  | Step 2 of the work | May | Ann Reed'
    ])
  })

  it('belong to the filled header above them', () => {
    const page = new PrintedPage()
    const filled = (top: number, xs: readonly number[], labels: readonly string[]): number => {
      xs.slice(1).forEach((right, i) => {
        page.shade(xs[i]!, top, right, top + 20)
      })
      return row(
        page,
        top,
        xs,
        labels.map((label) => [label]),
        700
      )
    }
    const narrow = [50, 62, 545]
    let y = filled(100, narrow, ['#', 'Aim'])
    y = row(page, y, narrow, [
      ['1'],
      ['The boats of the outer quay shall lie so that each can leave at any state of the tide']
    ])
    y = row(page, y, narrow, [
      ['2'],
      ['The crews of the outer quay shall know which of the boats are to leave in the night']
    ])
    page.line('Lamps', 50, y + 24)
    y = filled(y + 36, edges, ['Issue', 'Work', 'Signs', 'Result'])
    row(page, y, edges, lamps)
    expect(said(page)).toEqual([
      'row # | Aim',
      'row 1 | The boats of the outer quay shall lie so that each can leave at any state of the tide',
      'row 2 | The crews of the outer quay shall know which of the boats are to leave in the night',
      expect.stringContaining('Lamps'),
      'row Issue | Work | Signs | Result',
      'row Dark quays | Set lamps on posts | Twenty lamps | Crews land safely'
    ])
  })
})
