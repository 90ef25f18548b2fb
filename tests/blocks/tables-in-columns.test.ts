/** Tables in side boxes and in columns of a page, and where these go on. */
import {describe, expect, it} from 'vitest'
import {PrintedPage, read} from './printed-page.ts'

const header = ['What we count', 'Now', 'Then']
const xs = [310, 430, 480, 530]
const prose =
  'The harbour board has asked every crew what keeps boats in port and has written down what each of them said about the quay'

describe('a table on a shaded card', () => {
  const rows = [header, ['Boats that leave on the morning tide', '31', '40'], ['Nets mended in a week', '8', '12']]

  it('has its own columns though it runs down to the foot of the card', () => {
    const page = new PrintedPage()
    page.prose(prose, 50, 60, 220)
    const foot = page.table(rows, xs, 140)
    page.shade(300, 100, 540, foot)
    page.line('How we will know', 312, 120, {weight: 700, size: 12})
    expect(read(page).slice(-3)).toEqual(rows.map((cells) => `row ${cells.join(' | ')}`))
  })

  it('has its own columns though it is wider than the card', () => {
    const page = new PrintedPage()
    page.prose(prose, 50, 60, 220)
    const foot = page.table(rows, xs, 140)
    page.shade(300, 100, 522, foot + 12)
    page.line('How we will know', 312, 120, {weight: 700, size: 12})
    expect(read(page).slice(-3)).toEqual(rows.map((cells) => `row ${cells.join(' | ')}`))
  })
})

describe('a box beside running text', () => {
  it('is read after the paragraphs of the heading that it begins beside', () => {
    const page = new PrintedPage()
    page.line('What we will do', 50, 105, {weight: 700, size: 12})
    const next = page.prose(prose, 50, 125, 220)
    page.prose(prose, 50, next + 8, 220)
    page.shade(300, 95, 540, 190)
    page.line('How we will know', 312, 112, {weight: 700, size: 12})
    page.line('More boats leave on time', 312, 130)
    expect(read(page).map((line) => line.replace(/^#+ /, '').slice(0, 20))).toEqual([
      'What we will do',
      `p ${prose}`.slice(0, 20),
      `p ${prose}`.slice(0, 20),
      'How we will know',
      'p More boats leave on time'.slice(0, 20)
    ])
  })
})

describe('a table in the right column of two pages', () => {
  it('is one table though the left column goes on between its parts', () => {
    const [first, second] = [new PrintedPage(1), new PrintedPage(2)]
    for (const page of [first, second]) {
      let y = 60
      while (y < 700) y = page.prose(prose, 50, y, 220) + 8
    }
    first.table([header, ['Boats that leave on the morning tide', '31', '40']], xs, 720)
    second.table([header, ['Nets mended in a week', '8', '12']], [300, 432, 484, 530], 48)
    expect(read(first, second).filter((line) => line.startsWith('row'))).toEqual([
      'row What we count | Now | Then',
      'row Boats that leave on the morning tide | 31 | 40',
      'row Nets mended in a week | 8 | 12'
    ])
  })

  it('loses no title that stands over its second part', () => {
    const [first, second] = [new PrintedPage(1), new PrintedPage(2)]
    first.prose(prose, 50, 60, 480)
    first.table([header, ['Boats that leave on the morning tide', '31', '40']], xs, 720)
    second.shade(300, 40, 420, 64)
    second.line('The other quay', 308, 56, {weight: 700})
    second.table([header, ['Nets mended in a week', '8', '12']], xs, 72)
    expect(read(first, second).join('\n')).toContain('The other quay')
  })
})

describe('the header over a table with level rules', () => {
  it('is found beside another column of the page', () => {
    const page = new PrintedPage()
    let y = 60
    while (y < 400) y = page.prose(prose, 50, y, 220)
    page
      .line('What we', 310, 90, {weight: 700})
      .line('Told', 440, 90, {weight: 700})
      .line('When', 500, 90, {weight: 700})
    page.line('count', 310, 102, {weight: 700}).line('by', 440, 102, {weight: 700})
    for (const at of [108, 130, 152, 174]) page.level(at, 306, 540)
    const rows = [
      ['Boats out', 'Anna Reed', 'May'],
      ['Nets mended', 'Ben Hale', 'June'],
      ['Lamps lit', 'Cara Moss', 'July']
    ]
    rows.forEach((cells, i) => {
      for (const [column, text] of cells.entries()) page.line(text, [310, 440, 500][column]!, 122 + 22 * i)
    })
    expect(read(page).filter((line) => line.startsWith('row'))[0]).toMatch(
      /^row \*What we.*count\* \| \*Told.*by\* \| \*When\*$/
    )
  })
})

describe('a word at the end of a line', () => {
  it('keeps its hyphen in a long document that cuts no words', () => {
    const pages = [1, 2, 3, 4, 5].map((number) => {
      const page = new PrintedPage(number)
      let y = 60
      while (y < 780) y = page.prose(prose, 50, y, 110)
      return page
    })
    pages[2]!.line('Every crew has an algae-', 300, 60).line('council of its own to ask', 300, 72)
    expect(read(...pages).join(' ')).toContain('algae-council')
  })
})
