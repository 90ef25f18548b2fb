/** Tables as browsers print them: cells with white between them, filled headers over rules, lists in cells; and underlined headings. */
import {describe, expect, it} from 'vitest'
import {PrintedPage, read, widthOf} from './printed-page.ts'

const intro = 'The harbour board and the parish have agreed what each of them will do before the winter comes'
const rows = [
  ['No', 'Objective'],
  ['1', 'Mend the north quay and paint its bollards white'],
  [
    '2',
    'Hang lamps along the whole of the south quay for the boats that come home after dark, and keep them lit until the last one is in'
  ],
  ['3', 'Publish the depth of every berth']
] as const

describe('tables of shaded cells', () => {
  it.each([3, 5, 7])('reads cells with %d points of white between them as one table', (gap) => {
    const page = new PrintedPage()
    page.prose(intro, 50, 60, 400)
    let top = 100
    for (const [number, text] of rows) {
      const foot = page.prose(text, 84 + gap, top + 11, 380) - 6
      page
        .shade(50, top, 80, foot)
        .shade(80 + gap, top, 480, foot)
        .line(number, 56, top + 11)
      top = foot + gap
    }
    expect(read(page)).toEqual([`p ${intro}`, ...rows.map((cells) => `row ${cells.join(' | ')}`)])
  })

  it('keeps cards that stand further apart as cards', () => {
    const page = new PrintedPage()
    page.prose(intro, 50, 60, 400)
    for (const [x, y, text] of [
      [50, 100, 'Boats'],
      [270, 100, 'Banks'],
      [50, 180, 'Bridges'],
      [270, 180, 'Beacons']
    ] as const) {
      page.shade(x, y, x + 200, y + 60)
      page
        .line(text, x + 8, y + 14, {weight: 700})
        .prose('What is done here is told to all who ask for it at the gate', x + 8, y + 30, 180)
    }
    expect(read(page).filter((line) => line.startsWith('row'))).toEqual([])
  })
})

describe('a filled header over level rules', () => {
  const page = (across: boolean): PrintedPage => {
    const sheet = new PrintedPage()
    sheet.prose(intro, 50, 60, 400)
    sheet.shade(50, 100, 150, 118).shade(150, 100, 500, 118).level(118, 50, 500)
    sheet.line('Goal', 56, 112, {weight: 700}).line('What we will do', 156, 112, {weight: 700})
    let y = 118
    for (const goal of ['Boats', 'Banks', 'Bridges']) {
      sheet.line(goal, 56, y + 14)
      const foot = sheet.prose(
        'Ask every pilot what is broken and mend it before the first storm of the winter comes in',
        across ? 100 : 156,
        y + 14,
        330
      )
      y = foot + 4
      sheet.level(y, 50, 500)
    }
    return sheet
  }

  it('is one table where all words keep to its columns', () => {
    const [, header, first, ...others] = read(page(false))
    expect(header).toBe('row *Goal* | *What we will do*')
    expect(first).toBe(
      'row Boats | Ask every pilot what is broken and mend it before the first storm of the winter comes in'
    )
    expect(others).toHaveLength(2)
  })

  it('is none where words stand across the edge of a column', () => {
    expect(read(page(true)).filter((line) => line.startsWith('row Boats'))).toEqual([])
  })
})

describe('numbered lists in cells', () => {
  it('begin after a colon that ends at the edge of the column', () => {
    const lead = 'Before the winter comes in the board will see to these:'
    const page = new PrintedPage()
    page.prose(intro, 50, 60, 400)
    const right = 154 + widthOf(lead, 10) + 6
    page.level(100, 50, right).level(118, 50, right).level(190, 50, right)
    for (const x of [50, 150, right]) page.upright(x, 100, 190)
    page.line('Goal', 54, 112).line('Work', 154, 112).line('Quays', 54, 130).line(lead, 154, 130)
    page.line('1. Mend the quay', 154, 142).line('2. Hang the lamps', 154, 154)
    expect(read(page).at(-1)).toBe(`row Quays | ${lead} / 1. Mend the quay / 2. Hang the lamps`)
  })
})

describe('underlined lines', () => {
  const text =
    'Every pilot is asked what is broken, and the board mends it before the first storm of the winter comes in.'
  const title = 'Boats and the quays'
  const sheet = (underline: (page: PrintedPage, y: number) => void): PrintedPage => {
    const page = new PrintedPage()
    page.prose(intro, 50, 60, 480)
    for (const y of [110, 180, 250]) {
      page.line(title, 50, y)
      underline(page, y)
      page.prose(text, 50, y + 20, 480)
    }
    return page
  }
  const right = 50 + widthOf(title, 10)

  it('are headings where the line goes from the first letter to the last, with gaps for tails of letters', () => {
    const whole = read(sheet((page, y) => page.level(y + 1.5, 50, right)))
    expect(whole.filter((line) => line.startsWith('#'))).toHaveLength(3)
    expect(read(sheet((page, y) => page.level(y + 1.5, 50, 90).level(y + 1.5, 94, right)))).toEqual(whole)
  })

  it('are none where the rule is that of a column or below some words only', () => {
    for (const to of [530, 90])
      expect(read(sheet((page, y) => page.level(y + 1.5, 50, to))).filter((line) => line.startsWith('#'))).toEqual([])
  })
})
