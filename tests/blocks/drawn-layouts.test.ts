import {describe, expect, it} from 'vitest'
import {PrintedPage, read} from './printed-page.ts'

const before = 'The partnership has agreed what to do first and asks every service in the borough to help with it'

describe('items in boxes', () => {
  const strips = [
    'Open a family hub in every town',
    'Visit each new parent before the birth',
    'Train all nursery staff'
  ]

  it('reads tinted strips one below the other as a list', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    strips.forEach((text, i) => {
      page.shade(50, 110 + 30 * i, 450, 134 + 30 * i)
      page.line(text, 58, 125 + 30 * i)
    })
    expect(read(page).slice(1)).toEqual(strips.map((text) => `• ${text}`))
  })

  it('takes the numbers that stand left of the boxes', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    strips.forEach((text, i) => {
      page.shade(66, 110 + 30 * i, 450, 134 + 30 * i)
      page.line(`${i + 1}.`, 52, 125 + 30 * i).line(text, 74, 125 + 30 * i)
    })
    expect(read(page).slice(1)).toEqual(strips.map((text, i) => `${i + 1}. ${text}`))
  })

  it('reads boxes on either side of a line in time as one list, in the order of their heads', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    page.upright(250, 110, 260)
    strips.forEach((text, i) => {
      const left = i % 2 === 0 ? 50 : 270
      page.shade(left, 110 + 40 * i, left + 180, 140 + 40 * i)
      page.line(text, left + 8, 130 + 40 * i)
    })
    expect(read(page).slice(1)).toEqual(strips.map((text) => `• ${text}`))
  })

  it('leaves one box alone a side box', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    page.shade(50, 110, 450, 134)
    page.line(strips[0]!, 58, 125)
    expect(read(page)).toEqual([`p ${before}`, `p ${strips[0]}`])
  })
})

describe('items and what explains them', () => {
  it('gives each item the paragraph below it where every item has one, though it stands at the margin', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    const items = [
      ['Boats', 'Every ferry is mended before the winter and tried by its crew.'],
      ['Banks', 'No bank of the river is lower than the flood of the last century.'],
      ['Bridges', 'Each bridge carries the fire engine of the parish on the other side.']
    ] as const
    items.forEach(([item, explanation], i) => {
      page.line(`• ${item}`, 70, 120 + 50 * i).line(explanation, 50, 142 + 50 * i)
    })
    expect(read(page).slice(1)).toEqual(items.map(([item, explanation]) => `• ${item} / ${explanation}`))
  })
})

describe('initials', () => {
  it('joins a letter set over two lines to its word and its paragraph', () => {
    const page = new PrintedPage()
    page.line('F', 50, 112, {size: 28})
    page.line('amilies told us that help comes late and that they', 66, 100)
    page.line('repeat their story to one service after another and', 66, 112)
    page.line('that nobody tells them what will happen in the end here', 50, 124)
    expect(read(page)).toEqual([
      'p Families told us that help comes late and that they repeat their story to one service after another and that nobody tells them what will happen in the end here'
    ])
  })

  it('keeps the word A apart', () => {
    const page = new PrintedPage()
    page.line('A', 50, 112, {size: 28})
    page.line('child who is safe at home learns more and sleeps more', 66, 100)
    page.line('soundly than one who waits for the next loud voice at', 66, 112)
    page.line('night and comes to school tired every single morning', 50, 124)
    expect(read(page)[0]).toMatch(/^p A child who is safe/)
  })
})

describe('rules and boxes', () => {
  const rows = [
    ['Action', 'Lead'],
    ['Open the hub', 'Director'],
    ['Train the staff', 'Head of Service']
  ]

  it('reads a table whose rules are rows of dots', () => {
    const page = new PrintedPage()
    const dot = (x: number, y: number) =>
      page.page.fills.push({box: [x - 0.4, y - 0.4, x + 0.4, y + 0.4], colour: [120, 120, 120]})
    for (const [i, cells] of rows.entries())
      for (const [column, text] of cells.entries()) page.line(text, 54 + 200 * column, 112 + 20 * i)
    for (let y = 100; y <= 160; y += 20) for (let x = 50; x <= 450; x += 1.6) dot(x, y)
    for (const x of [50, 250, 450]) for (let y = 100; y <= 160; y += 1.6) dot(x, y)
    expect(read(page)).toEqual(rows.map((cells) => `row ${cells.join(' | ')}`))
  })

  it('keeps the title and the table of a frame apart', () => {
    const page = new PrintedPage()
    page.prose(before, 50, 60, 400)
    page.level(100, 40, 470).level(230, 40, 470).upright(40, 100, 230).upright(470, 100, 230)
    page.line('What we will measure', 54, 120, {size: 13, weight: 700})
    page.table(rows, [54, 250, 456], 135)
    expect(read(page).slice(2)).toEqual(rows.map((cells) => `row ${cells.join(' | ')}`))
  })

  it('goes on with a side box on the next page', () => {
    const prose = `${before}, and then to report to the board what came of it in the spring of each year`
    const first = new PrintedPage(1)
    first.prose(prose, 50, 60, 300)
    first.shade(380, 700, 550, 800)
    first.line('You said', 390, 716, {weight: 700}).line('We want to be heard and to see that', 390, 740)
    const second = new PrintedPage(2)
    second.shade(380, 40, 550, 100)
    second.line('something comes of it.', 390, 56)
    second.prose(`Later ${prose}`, 50, 60, 300)
    expect(read(first, second)).toContain('p We want to be heard and to see that something comes of it.')
  })
})

describe('headings', () => {
  const printed = (last: string, weight: number) => {
    const page = new PrintedPage()
    const heads = ['Pledge 1: Warm homes', 'Pledge 2: Safe streets', 'Pledge 3: Good schools']
    heads.forEach((head, i) => {
      page.line(head, 50, 60 + 70 * i, {size: 16, weight: 700})
      page.prose(before, 50, 85 + 70 * i, 400)
    })
    page.line('Pledge 4: Every child has an adult who stays', 50, 270, {size: 16, weight})
    page.line(last, 50, 290, {size: 16, weight})
    page.prose(before, 50, 325, 400)
    return read(page).filter((line) => line.includes('Pledge 4'))
  }

  it('takes a sentence in the style of the headings for one of them, in spite of its full stop', () => {
    const [sentence = ''] = printed('with them until they are grown.', 700)
    const [plain = ''] = printed('with them until they are grown', 700)
    expect(sentence).toBe(`${plain}.`)
    expect(plain).toMatch(/^#/)
  })

  it('leaves a large sentence in another style a paragraph', () => {
    const [sentence = ''] = printed('with them until they are grown.', 400)
    expect(sentence).toMatch(/^p /)
  })
})
