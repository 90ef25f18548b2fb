/** Pages whose structure tags give the order, and those whose tags are nonsense. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Tag} from '../../src/source/types.ts'
import {lettersIn, lettersOn, PrintedPage, read, sourceOf} from './printed-page.ts'

/** What `draw` prints as one element. */
function element(page: PrintedPage, role: string, draw: () => void): Tag {
  const [from, mcid] = [page.page.runs.length, page.page.runs.length]
  draw()
  for (const run of page.page.runs.slice(from)) run.mcid = mcid
  return {role, mcids: [mcid], children: []}
}
const group = (role: string, ...children: Tag[]): Tag => ({role, mcids: [], children})

const first = 'Families meet one worker who knows them and who stays with them until things are better at home'
const second = 'Schools hear of each child who waits for help and tell the family what will happen next and when'

describe('tags', () => {
  it('give the order of cards that stand in rows', () => {
    const page = new PrintedPage()
    const cards = [0, 1].flatMap((column) =>
      [0, 1].map((row) => {
        const [x, y] = [50 + 260 * column, 100 + 200 * row]
        return [
          element(page, 'H2', () => page.line(`Aim ${2 * column + row + 1}`, x, y, {size: 14})),
          element(page, 'P', () => page.prose(row === 0 ? first : second, x, y + 20, 220))
        ]
      })
    )
    page.page.tags = [group('Document', ...cards.flat())]
    expect(read(page).filter((line) => line.startsWith('#'))).toEqual(['# Aim 1', '# Aim 2', '# Aim 3', '# Aim 4'])
  })

  it('say nothing of a table of contents: its page numbers end wrapped entries all the same', () => {
    const page = new PrintedPage()
    const entries = ['Foreword by our young people', 'Growing up safe, well and heard in', 'Money and work', 'Summary']
    const parts = entries.map((entry, i) => {
      const y = 100 + 40 * i
      const title = element(page, 'NonStruct', () => {
        page.line(entry, 50, y)
        if (i === 1) page.line('every part of the county', 50, y + 12)
      })
      return group(
        'NonStruct',
        title,
        group(
          'NonStruct',
          element(page, 'NonStruct', () => page.line(`${3 + 2 * i}`, 500, y))
        )
      )
    })
    page.page.tags = [group('Document', ...parts)]
    expect(read(page)[1]).toMatch(/Growing up safe, well and heard in every part of the county \D*5/)
  })

  it('tell the cells of a table without rules, and what spans rows', () => {
    const page = new PrintedPage()
    const cell = (role: string, text: string, x: number, y: number) =>
      element(page, role, () => page.prose(text, x, y, 140))
    const rows = [
      group('TR', cell('TH', 'Action', 50, 100), cell('TH', 'Step', 210, 100), cell('TH', 'By', 370, 100)),
      group(
        'TR',
        {...cell('TD', 'Open a hub in the old library', 50, 120), rowSpan: 2},
        cell('TD', 'Lease signed', 210, 120),
        cell('TD', 'May 2031', 370, 120)
      ),
      group('TR', cell('TD', 'Staff in post and trained', 210, 132), cell('TD', 'June 2031', 370, 132))
    ]
    page.page.tags = [group('Table', ...rows)]
    expect(read(page)).toEqual([
      'row Action | Step | By',
      'row r2 Open a hub in the old library | Lease signed | May 2031',
      'row  | Staff in post and trained | June 2031'
    ])
  })

  it('go on over a page break: one table, its header once', () => {
    const pages = [1, 2].map((number) => {
      const page = new PrintedPage(number)
      const cell = (role: string, text: string, x: number, y: number) =>
        element(page, role, () => page.line(text, x, y))
      const cut = number === 1 ? {above: false, below: true} : {above: false, below: false}
      const table: Tag = {
        ...group(
          'Table',
          group('TR', cell('TH', 'Action', 50, 100), cell('TH', 'Lead', 300, 100)),
          group('TR', cell('TD', `Open hub ${number}`, 50, 120), cell('TD', 'Anna Reed', 300, 120))
        ),
        cut
      }
      page.page.tags = [table]
      return page
    })
    expect(read(...pages)).toEqual(['row Action | Lead', 'row Open hub 1 | Anna Reed', 'row Open hub 2 | Anna Reed'])
  })

  it('go on over a page break with what is left of one cell, and tell what stands under an entry of its list', () => {
    const pages = [1, 2].map((number) => {
      const page = new PrintedPage(number)
      const words = (role: string, text: string, x: number, y: number) =>
        element(page, role, () => page.line(text, x, y))
      const cut = number === 1 ? {above: false, below: true} : {above: true, below: false}
      const list =
        number === 1
          ? [
              group('LI', words('P', 'Mend the wall.', 310, 120), words('P', 'Stone by stone.', 310, 140)),
              group('LI', words('P', 'Raise the slip.', 310, 160))
            ]
          : [group('LI', words('P', 'Dredge the mouth.', 310, 60))]
      const rows = [
        group(
          'TR',
          group('TD', ...(number === 1 ? [words('P', 'Dry quays', 50, 120)] : [])),
          group('TD', group('L', ...list))
        )
      ]
      const header = () => group('TR', words('TH', 'Goal', 50, 100), words('TH', 'Actions', 300, 100))
      page.page.tags = [{...group('Table', ...(number === 1 ? [header()] : []), ...rows), cut}]
      for (const row of rows) for (const each of row.children) each.cut = cut
      return page
    })
    const {tree} = fromPages(sourceOf(...pages))
    const table = tree.children[0]
    const cell = table?.type === 'table' ? table.children[1]?.children[1] : undefined
    const entries = [
      cell?.data?.entry,
      ...(cell?.children ?? []).flatMap((child) => (child.type === 'break' ? [child.data?.entry] : []))
    ]
    expect(read(...pages)).toEqual([
      'row Goal | Actions',
      expect.stringMatching(/^row Dry quays \| Mend.*Dredge the mouth\.$/s)
    ])
    expect(entries).toEqual(['start', 'under', 'start', 'start'])
  })

  it('tell items whose markers are not printed as words', () => {
    const page = new PrintedPage()
    const items = [first, second].map((text, i) =>
      group(
        'LI',
        element(page, 'LBody', () => page.prose(text, 60, 100 + 60 * i, 300))
      )
    )
    page.page.tags = [group('L', ...items)]
    expect(read(page)).toEqual([`• ${first}`, `• ${second}`])
  })

  it('keep a list whole whose box the end of a column cuts', () => {
    const page = new PrintedPage()
    page.shade(40, 80, 250, 300).shade(290, 60, 500, 200)
    const [x, y] = [50, 300]
    const items = [
      [first, x, 100],
      [second, x, 200],
      [`Last of all, ${first}`, y, 75],
      [`Then again, ${second}`, y, 140]
    ] as const
    page.page.tags = [
      group(
        'L',
        ...items.map(([text, left, top]) =>
          group(
            'LI',
            element(page, 'LBody', () => page.prose(text, left, top, 180))
          )
        )
      )
    ]
    expect(fromPages(sourceOf(page)).tree.children.map(({type}) => type)).toEqual(['list'])
  })

  it('are left alone where one paragraph holds everything', () => {
    const page = new PrintedPage()
    const all = element(page, 'P', () => {
      for (let i = 0; i < 5; i += 1) page.prose(`${first} ${second}`, 50, 100 + 80 * i, 400)
    })
    page.page.tags = [all]
    expect(read(page)).toHaveLength(5)
  })

  it('are left alone where they jump up and down the page', () => {
    const page = new PrintedPage()
    const lines = Array.from({length: 8}, (_, i) =>
      element(page, 'P', () => page.prose(`${i} ${first}`, 50, 100 + 60 * i, 400))
    )
    const jumbled = [5, 1, 7, 0, 6, 2, 4, 3].map((i) => lines[i]!)
    page.page.tags = [group('Document', ...jumbled)]
    expect(read(page).map((line) => line[2])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  })

  it('lose no letter, whatever they say', () => {
    const roles = ['H1', 'P', 'LI', 'L', 'Table', 'TR', 'TD', 'NonStruct', 'Lbl', 'Span', 'Figure']
    const grow = (mcids: number[], picks: number[]): Tag[] => {
      // Words are dealt out in turn to elements whose role and depth the picks tell.
      const root: Tag = {role: 'Document', mcids: [], children: []}
      const path = [root]
      mcids.forEach((mcid, i) => {
        const pick = picks[i]!
        while (path.length > 1 + (pick % 5)) path.pop()
        const tag: Tag = {role: roles[pick % roles.length]!, mcids: [mcid], children: []}
        path.at(-1)!.children.push(tag)
        path.push(tag)
      })
      return [root]
    }
    const order = fc.shuffledSubarray(
      Array.from({length: 20}, (_, i) => i),
      {minLength: 17}
    )
    fc.assert(
      fc.property(
        order,
        fc.array(fc.nat(1_000), {minLength: 20, maxLength: 20}),
        fc.array(fc.nat(60), {minLength: 20, maxLength: 20}),
        (mcids, picks, places) => {
          const page = new PrintedPage()
          places.forEach((place, i) => {
            const from = page.page.runs.length
            page.prose(i % 3 ? first : second, 40 + 170 * (place % 3), 60 + 12 * place, 150)
            for (const run of page.page.runs.slice(from)) run.mcid = i
          })
          page.page.tags = grow(mcids, picks)
          const source = sourceOf(page)
          expect(lettersIn(fromPages(source))).toBe(lettersOn(source))
        }
      ),
      {numRuns: 300}
    )
  })
})
