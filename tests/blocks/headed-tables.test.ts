/** Tables without rules known by the labels over their columns, as word processors print them. */
import {describe, expect, it} from 'vitest'
import {PrintedPage, read} from './printed-page.ts'

const leading = 12
/** Columns that end three points before the next: 21 letters wide the first, 22 the second. */
const xs = [50, 158, 271, 346]
const bold = {weight: 700}

type Cells = readonly (readonly string[])[]

/** A row with its cells in the middle of its height, or at its top; the y below it. */
function row(page: PrintedPage, y: number, cells: Cells, {atTop = false, padding = 6} = {}): number {
  const tallest = Math.max(...cells.map((lines) => lines.length))
  cells.forEach((lines, column) => {
    const first = atTop ? y : y + ((tallest - lines.length) * leading) / 2
    for (const [i, text] of lines.entries()) page.line(text, xs[column]!, first + i * leading)
  })
  return y + tallest * leading + padding
}

function labels(page: PrintedPage, y: number): number {
  page.line('Task', xs[0]!, y + 6, bold).line('Sign of success', xs[1]!, y + 6, bold)
  page
    .line('Review', xs[2]!, y, bold)
    .line('date', xs[2]!, y + 12, bold)
    .line('Who', xs[3]!, y + 6, bold)
  return y + 32
}

const tasks: Cells[] = [
  [
    ['Paint all lighthouses', 'and their long stairs'],
    ['The lamps can be seen', 'from nine miles out in', 'fog'],
    ['May 2031'],
    ['Anna Reed']
  ],
  [['Mend the eastern jetty'.slice(0, 21)], ['Two boats moor at once'], ['June 2031'], ['Ben Hale']],
  [
    ['Teach young people how', 'to sail'].map((text) => text.slice(0, 21)),
    ['Forty sail alone'],
    ['Beginning', 'of July', '2031'],
    ['Cara Moss', 'and crew']
  ]
]
const printed = tasks.map((cells) => `row ${cells.map((lines) => lines.join(' ')).join(' | ')}`)
const header = 'row *Task* | *Sign of success* | *Review date* | *Who*'

describe('tables known by their header', () => {
  for (const atTop of [false, true])
    it(`keep columns that stand three points apart, cells ${atTop ? 'at the top' : 'in the middle'} of their rows`, () => {
      const page = new PrintedPage()
      let y = labels(page, 100)
      for (const cells of tasks) y = row(page, y, cells, {atTop})
      expect(read(page).map((line) => line.replace(/ \/ /g, ' ').replace('*Review* *date*', '*Review date*'))).toEqual([
        header,
        ...printed
      ])
    })

  it('give a cell of the first column the rows that it stands in the middle of', () => {
    const page = new PrintedPage()
    let y = labels(page, 100)
    const top = y
    for (const [, ...cells] of tasks.slice(0, 2)) y = row(page, y, [[], ...cells])
    page
      .line('Look after the coast', xs[0]!, (top + y - 6) / 2 - 6)
      .line('line in all weathers', xs[0]!, (top + y - 6) / 2 + 6)
    row(page, y, tasks[2]!)
    const lines = read(page).slice(1)
    expect(lines[0]).toMatch(/^row r2 Look after the coast line in all weathers \| The lamps/)
    expect(lines[1]).toMatch(/Two boats moor at once \| June 2031/)
    expect(lines[2]).toBe(printed[2])
  })

  it('part rows of one line each by lines that end with room left', () => {
    const page = new PrintedPage()
    let y = labels(page, 100)
    const rows: Cells[] = [
      [['Row'], ['Six crews'], ['May'], ['Anna']],
      [['Sail'], ['Two crews'], ['June'], ['Ben']],
      [['Swim a whole mile out'], ['Nine people of the town'.slice(0, 22)], ['July'], ['Cara']]
    ]
    for (const cells of rows) y = row(page, y, cells, {padding: 3})
    expect(read(page).slice(1)).toEqual(rows.map((cells) => `row ${cells.map(([text]) => text).join(' | ')}`))
  })

  it('go on under the same labels on the next page, a row that the page cuts whole', () => {
    const [first, second] = [new PrintedPage(1), new PrintedPage(2)]
    let y = labels(first, 700)
    y = row(first, y, tasks[1]!)
    first.line('Paint all lighthouses', xs[0]!, y).line('The lamps can be seen', xs[1]!, y).line('May 2031', xs[2]!, y)
    y = labels(second, 60)
    second.line('from nine miles out', xs[1]!, y)
    second.prose(
      'A page of other words follows the table and runs over all of its columns without an end',
      50,
      y + 40,
      400
    )
    const rows = read(first, second).filter((line) => line.startsWith('row'))
    expect(rows.map((line) => line.replace(/ \/ /g, ' ')).slice(1)).toEqual([
      printed[1],
      'row Paint all lighthouses | The lamps can be seen from nine miles out | May 2031 | '
    ])
  })

  it('end before a heading and a paragraph', () => {
    const page = new PrintedPage()
    let y = labels(page, 100)
    for (const cells of tasks) y = row(page, y, cells)
    page.line('The next task', 50, y + 14, {...bold, size: 12})
    page.prose(
      'The harbour board meets in the spring and in the autumn and hears what the crews have to say',
      50,
      y + 34,
      380
    )
    const lines = read(page)
    expect(lines[4]).toMatch(/^#+ The next task$/)
    expect(lines[5]).toMatch(/^p The harbour board/)
  })

  it('are not columns of prose under their headings', () => {
    const page = new PrintedPage()
    const prose =
      'The harbour board has asked every crew what keeps boats in port and has written down what each of them said about the quay and the tide and the price of rope in the two years since the storm took the old wall and half of the nets with it'
    for (const [i, x] of [50, 220, 390].entries()) {
      page.line(['Our boats', 'Our people', 'Our harbour'][i]!, x, 100, bold)
      page.prose(prose, x, 118, 150)
    }
    expect(read(page).filter((line) => line.startsWith('row'))).toEqual([])
  })
})
