import {describe, expect, it} from 'vitest'
import {sketchAhead} from '../../src/blocks/blocks.ts'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {PrintedPage, read, sourceOf} from './printed-page.ts'

const longText =
  'The borough wants every young person to grow up near people who know them and places where they can meet others of their age'

describe('lines and paragraphs', () => {
  it('joins wrapped lines and parts paragraphs at gaps', () => {
    const page = new PrintedPage()
    const next = page.prose(longText, 50, 100, 300)
    page.prose(`${longText} again`, 50, next + 10, 300)
    expect(read(page)).toEqual([`p ${longText}`, `p ${longText} again`])
  })

  it('keeps a line that ended on purpose apart by a break', () => {
    const page = new PrintedPage()
    page.prose(longText, 50, 100, 400)
    page.line('Anna Reed', 50, 200).line('Head of Early Help', 50, 212)
    expect(read(page)).toContain('p Anna Reed / Head of Early Help')
  })

  it('undoes the hyphen of a line end and keeps that of a word', () => {
    const page = new PrintedPage()
    page.line('All partners share safeguarding duties and long-term plans for every child here', 50, 60)
    page.line('Leaders meet each month and ask how well the board is safe-', 50, 100)
    page.line('guarding children and whether the plans made are truly long-', 50, 112)
    page.line('term and fair to all who live in the borough today', 50, 124)
    expect(read(page)[1]).toBe(
      'p Leaders meet each month and ask how well the board is safeguarding children and whether the plans made are truly long-term and fair to all who live in the borough today'
    )
  })

  it('leaves the raised number of a footnote with its word', () => {
    const page = new PrintedPage()
    page.prose(longText, 50, 60, 450)
    page.line('Fewer children went to hospital', 50, 100).line('3', 50 + 31 * 5 - 4 * 2.5, 96, {size: 6})
    expect(read(page)[1]).toBe('p Fewer children went to hospital3')
  })
})

describe('reading order', () => {
  const left =
    'Families told us that help comes late and that they repeat their story to one service after another each time'
  const right =
    'Schools said that waiting lists are long and that staff do not know whom to call when a child needs more care'

  it('reads two columns one after the other, under a title over both', () => {
    const page = new PrintedPage()
    page.line('What people told us', 50, 60, {size: 18, weight: 700})
    page.prose(left, 50, 100, 220)
    page.prose(right, 310, 100, 220)
    expect(read(page)).toEqual(['# What people told us', `p ${left}`, `p ${right}`])
  })

  it('keeps a side box whole and out of the running text', () => {
    const page = new PrintedPage()
    page.prose(`${left} ${right} ${left}`, 50, 100, 300)
    page.shade(380, 90, 550, 150)
    page.line('Did you know?', 390, 106, {weight: 700}).prose('One in five homes here has a young carer', 390, 122, 150)
    const {tree} = fromPages(sourceOf(page))
    expect(linesOfBlocks({tree})[0]).toBe(`p ${left} ${right} ${left}`)
    const asides = tree.children.filter(({data}) => data?.aside !== undefined)
    expect(asides).toHaveLength(2)
    expect(new Set(asides.map(({data}) => data?.aside)).size).toBe(1)
  })
})

describe('lists', () => {
  it('reads hanging items, numbers and nested bullets', () => {
    const page = new PrintedPage()
    page.prose(longText, 50, 60, 450)
    page.line('• Every school names one lead for wellbeing and tells', 60, 100).line('parents who it is', 67.5, 112)
    page.line('– the lead meets the nurse each term', 80, 124)
    page.line('• Youth clubs open on Sundays', 60, 136)
    expect(read(page).slice(1)).toEqual([
      '• Every school names one lead for wellbeing and tells parents who it is',
      '  – the lead meets the nurse each term',
      '• Youth clubs open on Sundays'
    ])
  })

  it('takes small drawn shapes before lines for bullets', () => {
    const page = new PrintedPage()
    page.prose(longText, 50, 60, 450)
    page.line('Walk to school', 70, 100).line('Cycle to college', 70, 114)
    for (const y of [100, 114]) page.page.fills.push({box: [60, y - 4.5, 63, y - 1.5], colour: [0, 0, 0], round: true})
    expect(read(page).slice(1)).toEqual(['• Walk to school', '• Cycle to college'])
  })

  it('goes on with an item that a page break cuts', () => {
    const first = new PrintedPage(1)
    first.prose(longText, 50, 60, 450)
    first.line('• Every school names one lead for wellbeing and', 60, 780)
    const second = new PrintedPage(2)
    second.line('tells parents who it is', 67.5, 60)
    second.line('• Youth clubs open on Sundays', 60, 72)
    const {tree} = fromPages(sourceOf(first, second))
    expect(linesOfBlocks({tree}).slice(1)).toEqual([
      '• Every school names one lead for wellbeing and tells parents who it is',
      '• Youth clubs open on Sundays'
    ])
    const list = tree.children[1]!
    expect(list.type === 'list' && list.children[0]!.data?.pages?.map(({page}) => page)).toEqual([1, 2])
  })
})

describe('headings', () => {
  it('ranks them by size and weight and joins wrapped ones', () => {
    const page = new PrintedPage()
    page.line('A Plan for Growing Up Well in the', 50, 60, {size: 24}).line('Vale of Arden', 50, 89, {size: 24})
    page.line('Healthy Homes', 50, 130, {size: 14, weight: 700})
    const next = page.prose(longText, 50, 150, 450)
    page.line('What we will do', 50, next + 12, {weight: 700})
    page.prose(longText, 50, next + 28, 450)
    expect(read(page)).toEqual([
      '# A Plan for Growing Up Well in the Vale of Arden',
      '## Healthy Homes',
      `p ${longText}`,
      '### What we will do',
      `p ${longText}`
    ])
  })

  it('leaves bold words inside text as they are', () => {
    const page = new PrintedPage()
    page.line('*Lead* *board:* the Early Years Partnership answers for this goal', 50, 60)
    page.prose(longText, 50, 90, 450)
    expect(read(page)[0]).toBe('p *Lead board:* the Early Years Partnership answers for this goal')
  })
})

describe('contents', () => {
  it('reads leaders and page numbers as lines of contents', () => {
    const page = new PrintedPage()
    page.line('Contents', 50, 60, {size: 16, weight: 700})
    page.line('Foreword ................................................ 3', 50, 90)
    page
      .line('Our goals for the next four years and how we will', 50, 106)
      .line('reach them ............................ 5', 50, 118)
    page.prose(longText, 50, 300, 450)
    const {tree} = fromPages(sourceOf(page))
    expect(tree.children.filter(({data}) => data?.rule === 'contents')).toHaveLength(2)
    expect(tree.children.some(({type}) => type === 'table')).toBe(false)
  })

  it('gives an entry over two lines its words in a row, wherever its number stands', () => {
    const page = new PrintedPage()
    page.line('Contents', 50, 60, {size: 18, weight: 700})
    const entry = (text: string, y: number, number?: string) => {
      page.line(text, 50, y)
      if (number) page.line(number, 500, y)
    }
    entry('Foreword', 100, '3')
    entry('Outcome 1 Every child grows up near people', 120, '9')
    entry('who know them', 133)
    entry('Outcome 2 Every young person finds work', 153, '11')
    entry('Outcome 3 Every family has a warm home', 173)
    entry('and enough to eat', 186, '13')
    entry('How we will check', 206, '15')
    expect(read(page).slice(1)).toEqual([
      'p Foreword 3',
      'p Outcome 1 Every child grows up near people who know them 9',
      'p Outcome 2 Every young person finds work 11',
      'p Outcome 3 Every family has a warm home and enough to eat 13',
      'p How we will check 15'
    ])
  })
})

describe('furniture', () => {
  it('takes out running heads, page numbers, marks and watermarks, and says what it took', () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const page = new PrintedPage(number)
      page.line('Arden Vale Borough', 50, 30, {size: 8}).line(`OFFICIAL ${number}`, 280, 820, {size: 8})
      page.prose(`Part ${number}. ${longText}`, 50, 140, 450)
      page.page.runs.push({
        text: 'DRAFT',
        box: [100, 200, 500, 600],
        baseline: 600,
        font: 'Sans',
        size: 120,
        weight: 700,
        italic: false,
        angle: 45
      })
      return page
    })
    const blocks = fromPages(sourceOf(...pages))
    expect(linesOfBlocks(blocks)).toEqual([1, 2, 3, 4].map((number) => `p Part ${number}. ${longText}`))
    const kinds = new Set(blocks.furniture.map(({kind}) => kind))
    expect(kinds).toEqual(new Set(['watermark', 'head', 'mark']))
  })

  it('leaves headings that come back on many pages with other words', () => {
    const pages = [1, 2, 3, 4, 5].map((number) => {
      const page = new PrintedPage(number)
      page.line(`Goal ${['One', 'Two', 'Three', 'Four', 'Five'][number - 1]}`, 50, 50, {size: 20})
      page.prose(longText, 50, 140, 450)
      return page
    })
    expect(read(...pages).filter((line) => line.startsWith('#'))).toHaveLength(5)
  })
})

describe('pages sketched ahead', () => {
  it('read as those that are not, whichever were', () => {
    const boxed = new PrintedPage(1)
    boxed.prose(longText, 50, 60, 300)
    boxed.shade(380, 90, 550, 150)
    boxed.line('Did you know?', 390, 106, {weight: 700}).prose('One in five homes has a young carer', 390, 122, 150)
    const ruled = new PrintedPage(2)
    ruled.table(
      [
        ['Action', 'Lead'],
        ['Open two youth clubs', 'Anna Reed']
      ],
      [50, 250, 400],
      80
    )
    const source = () => structuredClone(sourceOf(boxed, ruled))
    const plain = fromPages(source())
    expect(linesOfBlocks(plain).length).toBeGreaterThan(2)
    for (const sketched of [[0], [1], [1, 0]]) {
      const once = source()
      for (const i of sketched) sketchAhead(once.pages[i]!)
      expect(fromPages(once)).toEqual(plain)
    }
  })
})
