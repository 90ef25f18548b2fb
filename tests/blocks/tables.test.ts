import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {PrintedPage, read, sourceOf} from './printed-page.ts'

const xs = [50, 150, 330, 420, 540]
const header = ['Action', 'Milestone', 'Start', 'Lead']

describe('tables without rules over two pages', () => {
  const columns = [50, 72, 230, 390]
  const row = (page: PrintedPage, y: number, cells: readonly string[], style = {}) =>
    Math.max(...cells.map((text, i) => (text ? page.prose(text, columns[i]!, y, 125, style) : y)))
  const goes = ['Mend the hull', 'Every boat in the harbour is dry', 'The harbour master']
  const filler = (page: PrintedPage, from: number, count: number, y: number) => {
    let at = y
    for (let i = 0; i < count; i += 1) at = row(page, at, [`2.${from + i}`, ...goes]) + 14
    return at
  }
  it('keep a column of numbers, and rows with none go on with the one above', () => {
    const [first, second] = [new PrintedPage(1), new PrintedPage(2)]
    row(first, 580, ['No', 'Work', 'Sign', 'Lead'], {weight: 700})
    filler(first, 1, 5, 600)
    const next = filler(second, 6, 2, 60)
    second.line('2.8', 50, next).line('Widen the quay so that', 72, next).line('More crews can land', 230, next)
    second.line('boats may turn', 72, next + 12).line('in any weather', 230, next + 12)
    const blocks = fromPages(sourceOf(first, second))
    const rows = linesOfBlocks(blocks).filter((line) => line.startsWith('row'))
    expect(rows.at(-1)).toContain('2.8 | Widen the quay so that boats may turn | More crews can land in any weather')
    expect(rows).toHaveLength(9)
  })
})

describe('grids with heads beside an empty corner', () => {
  const gridOn = (number: number, heads: readonly string[]) => {
    const page = new PrintedPage(number)
    const rows = [
      ['', ...heads.map((head) => `*${head}*`)],
      ['Why', 'Boats leak', 'Nets tear'],
      ['How', 'Mend the boats', 'Knot the nets']
    ]
    page.table(rows, [50, 150, 330, 540], number === 1 ? 600 : 60)
    return page
  }
  const tablesOf = (...pages: PrintedPage[]) =>
    fromPages(sourceOf(...pages)).tree.children.filter(({type}) => type === 'table').length
  it('begin another table where the heads are others', () => {
    expect(tablesOf(gridOn(1, ['Harbours', 'Quays']), gridOn(2, ['Lamps', 'Paths']))).toBe(2)
  })
  it('go on where the heads come back', () => {
    expect(tablesOf(gridOn(1, ['Harbours', 'Quays']), gridOn(2, ['Harbours', 'Quays']))).toBe(1)
  })
})

describe('ruled tables', () => {
  it('reads cells, wrapped words in one text', () => {
    const page = new PrintedPage()
    page.table(
      [header, ['Open a family hub', 'Choose a building that families can reach on foot', 'May 2031', 'Anna Reed']],
      xs,
      100
    )
    expect(read(page)).toEqual([
      'row Action | Milestone | Start | Lead',
      'row Open a family hub | Choose a building that families can reach on foot | May 2031 | Anna Reed'
    ])
  })

  it('reads merged cells from missing inner rules', () => {
    const page = new PrintedPage()
    const rows = [100, 130, 150, 170, 190]
    for (const y of rows) page.level(y, y === 170 ? 150 : 50, 540)
    for (const x of [50, 540]) page.upright(x, 100, 190)
    for (const x of [150, 330, 420]) page.upright(x, 130, 190)
    page.line('Goal two: safe streets', 60, 118)
    page.line('Action', 55, 143).line('Milestone', 155, 143).line('Start', 335, 143).line('Lead', 425, 143)
    page
      .line('Light the paths', 55, 163)
      .line('Survey done', 155, 163)
      .line('June', 335, 163)
      .line('Ben Hale', 425, 163)
    page.line('Lamps bought', 155, 183).line('July', 335, 183).line('Ben Hale', 425, 183)
    expect(read(page)).toEqual([
      'row c4 Goal two: safe streets',
      'row Action | Milestone | Start | Lead',
      'row r2 Light the paths | Survey done | June | Ben Hale',
      'row  | Lamps bought | July | Ben Hale'
    ])
  })

  it('parts paragraphs and bullets of a cell by breaks', () => {
    const page = new PrintedPage()
    const bottom = page.table([header, ['Open a hub', '', 'May 2031', 'Anna Reed']], xs, 100)
    page.page.rules.length = 0
    page
      .level(100, 50, 540)
      .level(118, 50, 540)
      .level(bottom + 30, 50, 540)
    for (const x of xs) page.upright(x, 100, bottom + 30)
    page.line('• Find a site', 154, 130).line('• Ask the families who', 154, 142).line('live near it', 161.5, 154)
    expect(read(page)[1]).toBe(
      'row Open a hub | Find a site / Ask the families who live near it | May 2031 | Anna Reed'
    )
  })

  it('reads a table with level rules only by the gaps between its words', () => {
    const page = new PrintedPage()
    page.level(100, 50, 540).level(118, 50, 540).level(160, 50, 540)
    page.line('Measure', 50, 112).line('2030', 300, 112).line('2031', 400, 112)
    page.line('Children who feel safe', 50, 132).line('71%', 300, 132).line('80%', 400, 132)
    page.line('Visits to a hub', 50, 150).line('120', 300, 150).line('300', 400, 150)
    expect(read(page)).toEqual([
      'row Measure | 2030 | 2031',
      'row Children who feel safe | 71% | 80%',
      'row Visits to a hub | 120 | 300'
    ])
  })

  it('reads a table without rules', () => {
    const page = new PrintedPage()
    page
      .line('Measure', 50, 112, {weight: 700})
      .line('Baseline', 300, 112, {weight: 700})
      .line('Target', 420, 112, {weight: 700})
    page.line('Children who feel safe', 50, 130).line('71%', 300, 130).line('80%', 420, 130)
    page.line('Visits to a hub', 50, 148).line('120', 300, 148).line('300', 420, 148)
    page.line('Homes warmed', 50, 166).line('40', 300, 166).line('95', 420, 166)
    expect(read(page)).toEqual([
      'row *Measure* | *Baseline* | *Target*',
      'row Children who feel safe | 71% | 80%',
      'row Visits to a hub | 120 | 300',
      'row Homes warmed | 40 | 95'
    ])
  })

  it('takes a framed paragraph for a box, not a table', () => {
    const page = new PrintedPage()
    page.prose('The council met twelve times this year and heard from many groups', 50, 60, 450)
    page.level(100, 50, 540).level(150, 50, 540).upright(50, 100, 150).upright(540, 100, 150)
    page.prose('This plan was written with young people from every ward of the borough', 60, 120, 460)
    const {tree} = fromPages(sourceOf(page))
    expect(tree.children.map(({type}) => type)).toEqual(['paragraph', 'paragraph'])
    expect(tree.children[1]!.data?.aside).toBeDefined()
  })
})

describe('tables over pages', () => {
  const rows = [
    ['Open a family hub', 'Choose a building that families can reach on foot', 'May 2031', 'Anna Reed'],
    ['Train hub staff', 'Two days of training for each worker in the hub', 'June 2031', 'Ben Hale'],
    ['Tell every family', 'A letter goes to each home with a child under five', 'July 2031', 'Cara Moss'],
    ['Ask how it went', 'A short survey is held with all who came to the hub', 'May 2032', 'Dev Shah']
  ]
  const whole = () => {
    const page = new PrintedPage()
    page.table([header, ...rows], xs, 100)
    return read(page)
  }

  it('reads the same split at any row, header repeated or not', () => {
    for (let cut = 1; cut < rows.length; cut += 1)
      for (const repeats of [true, false]) {
        const first = new PrintedPage(1)
        first.table([header, ...rows.slice(0, cut)], xs, 500)
        const second = new PrintedPage(2)
        second.table([...(repeats ? [header] : []), ...rows.slice(cut)], xs, 60)
        expect(read(first, second)).toEqual(whole())
      }
  })

  it('joins a row that the break cuts inside its cells', () => {
    const first = new PrintedPage(1)
    first.table([header, rows[0]!, ['Train hub staff', 'Two days of training for', 'June 2031', 'Ben Hale']], xs, 500)
    const second = new PrintedPage(2)
    second.table([header, ['', 'each worker in the hub', '', ''], rows[2]!, rows[3]!], xs, 60)
    const {tree} = fromPages(sourceOf(first, second))
    expect(linesOfBlocks({tree})).toEqual(whole())
    const table = tree.children[0]!
    expect(table.type === 'table' && table.children[2]!.data?.pages?.map(({page}) => page)).toEqual([1, 2])
  })

  const second = (rest: string[]) => {
    const page = new PrintedPage(2)
    page.table([rest, rows[2]!, rows[3]!], xs, 60)
    return page
  }

  it('joins the sentences of a row that did not fit on the page, where every other row has a name', () => {
    const first = new PrintedPage(1)
    first.table([header, rows[0]!, ['Train hub staff', 'Two days of training.', 'June 2031', 'Ben Hale']], xs, 500)
    const row = 'row Train hub staff | Two days of training. / Each worker is seen. | June 2031 | Ben Hale'
    expect(read(first, second(['', 'Each worker is seen.', '', '']))[2]).toBe(row)
  })

  it('keeps a whole row under a merged cell apart', () => {
    const first = new PrintedPage(1)
    first.table([header, rows[0]!, ['Train hub staff', 'Two days of training.', 'June 2031', 'Ben Hale']], xs, 500)
    const rest = ['', 'Each worker is seen.', 'July 2031', 'Eva Lund']
    expect(read(first, second(rest))[3]).toContain('Each worker is seen. | July 2031 | Eva Lund')
  })

  it('does not join tables of other columns', () => {
    const first = new PrintedPage(1)
    first.table([header, rows[0]!], xs, 500)
    const second = new PrintedPage(2)
    second.table(
      [
        ['Term', 'Meaning'],
        ['Hub', 'A place where families find help']
      ],
      [50, 200, 540],
      60
    )
    expect(fromPages(sourceOf(first, second)).tree.children).toHaveLength(2)
  })

  it('keeps tall rows between level rules whole, with their numbers in a column', () => {
    const page = new PrintedPage()
    page.level(100, 50, 545)
    const act = 'Mend the long wall beside the old quay before the winter storms come and the boats are in it'
    const sign = 'The wall stands and no boat was lost, as the harbour master and the crews of the boats tell us'
    let y = 100
    for (const number of ['4.1', '4.2', '4.3']) {
      page.line(number, 54, y + 14)
      const ends = [
        page.prose(act, 80, y + 14, 150),
        page.prose(sign, 250, y + 14, 150),
        page.prose('Ann Reed', 440, y + 14, 90)
      ]
      y = Math.max(...ends)
      page.level(y, 50, 545)
    }
    expect(read(page)).toEqual(['4.1', '4.2', '4.3'].map((number) => `row ${number} | ${act} | ${sign} | Ann Reed`))
  })
})
