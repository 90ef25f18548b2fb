/** Side boxes that stand in the columns of a page, under titles over all columns, and are cut where a column ends. */
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Blocks} from '../../src/blocks/types.ts'
import {wordsOf} from '../support/block-lines.ts'
import {PrintedPage, sourceOf} from './printed-page.ts'

const blocks = (...pages: PrintedPage[]) => fromPages(sourceOf(...pages))
const order = ({tree}: Blocks) => tree.children.map((node) => wordsOf(node).slice(0, 18))
const prose =
  'The harbour board has asked every crew what keeps boats in port and has written down what each of them said about the quay and the tide'

function box(page: PrintedPage, left: number, top: number, title: string, text: string, height = 70): void {
  page.shade(left, top, left + 160, top + height)
  page.line(title, left + 10, top + 20, {weight: 700, size: 11})
  page.line(text, left + 10, top + 38)
}

describe('boxes in the columns of a page', () => {
  it('are read section by section, column by column', () => {
    const page = new PrintedPage()
    for (const [at, name] of [
      [60, 'Boats'],
      [260, 'Nets']
    ] as const) {
      page.line(`${name} that are safe and sound in every sort of weather`, 40, at, {weight: 700, size: 16})
      page.prose(`${name} first. ${prose}`, 40, at + 24, 155)
      box(page, 210, at + 12, `${name} told`, `${name} of the crews`)
      box(page, 210, at + 92, `${name} done`, `${name} of the board`)
      box(page, 380, at + 12, `${name} seen`, `${name} of the town`, 150)
    }
    expect(order(blocks(page))).toEqual(
      ['Boats', 'Nets'].flatMap((name) =>
        [
          `${name} that are safe and sound in every sort of weather`,
          `${name} first. ${prose}`,
          `${name} told`,
          `${name} of the crews`,
          `${name} done`,
          `${name} of the board`,
          `${name} seen`,
          `${name} of the town`
        ].map((words) => words.slice(0, 18))
      )
    )
  })

  it('are none where they stand in a row over words of the page', () => {
    const page = new PrintedPage()
    box(page, 40, 60, 'Boats', 'Mend the hulls')
    box(page, 220, 60, 'Nets', 'Knot the holes')
    page.line('Led by the harbour', 40, 160)
    expect(order(blocks(page))).toEqual(['Boats', 'Mend the hulls', 'Nets', 'Knot the holes', 'Led by the harbour'])
  })

  it('are one where the end of a column cuts them', () => {
    const page = new PrintedPage()
    page.line('Boats that are safe and sound in every sort of weather', 40, 60, {weight: 700, size: 16})
    page.prose(prose, 40, 84, 155)
    box(page, 210, 72, 'What crews ask', '• Rope that holds')
    // No white space over the first words: the box began in the column before.
    page.shade(380, 72, 540, 110)
    page.line('• Light on the quay', 390, 80.5).line('• A clock that goes', 390, 95)
    const {children} = blocks(page).tree
    expect(new Set(children.flatMap((node) => node.data?.aside ?? [])).size).toBe(1)
    expect(children.flatMap((node) => (node.type === 'list' ? node.children.map(wordsOf) : []))).toEqual([
      'Rope that holds',
      'Light on the quay',
      'A clock that goes'
    ])
  })

  it('are read before the words right of them', () => {
    const page = new PrintedPage()
    page.line('Boats that are safe and sound in every sort of weather', 40, 60, {weight: 700, size: 16})
    page.shade(40, 80, 240, 150)
    page.line('What crews ask', 50, 98, {weight: 700, size: 11}).line('Rope that holds', 50, 116)
    page.line('What we will do', 260, 92, {weight: 700, size: 12})
    const next = page.prose(prose, 260, 112, 280)
    page.prose(prose, 260, next + 8, 280)
    expect(order(blocks(page)).slice(1)).toEqual(
      ['What crews ask', 'Rope that holds', 'What we will do', prose, prose].map((words) => words.slice(0, 18))
    )
  })

  it('are read column by column, though a few words stand over one of them', () => {
    const page = new PrintedPage()
    page.line('Boats that are safe and sound', 40, 60, {weight: 700, size: 22})
    page.line('For three years', 40, 82)
    box(page, 40, 90, 'What crews ask', 'Rope that holds', 220)
    box(page, 40, 330, 'What nets ask', 'A shed to dry in', 230)
    box(page, 210, 74, 'What we do', 'Mend the quay', 150)
    box(page, 210, 244, 'What sheds ask', 'A roof that holds', 320)
    box(page, 380, 74, 'What towns ask', 'Fish on Friday', 480)
    expect(order(blocks(page)).slice(1)).toEqual(
      [
        'For three years',
        ...['What crews ask', 'Rope that holds', 'What nets ask', 'A shed to dry in'],
        ...['What we do', 'Mend the quay', 'What sheds ask', 'A roof that holds'],
        ...['What towns ask', 'Fish on Friday']
      ].map((words) => words.slice(0, 18))
    )
  })

  it('have titles of one rank, whether text stands below these or not', () => {
    const page = new PrintedPage()
    page.line('Boats that are safe and sound', 40, 60, {weight: 700, size: 22})
    page.shade(40, 80, 555, 104)
    page.line('Contents', 50, 96, {weight: 700, size: 12})
    for (const [i, name] of ['Boats', 'Nets', 'Sheds'].entries()) {
      page.shade(40, 120 + 120 * i, 555, 220 + 120 * i)
      page.line(`${name} at sea`, 50, 136 + 120 * i, {weight: 700, size: 12})
      page.prose(prose, 50, 156 + 120 * i, 480)
    }
    const depths = blocks(page).tree.children.flatMap((node) => (node.type === 'heading' ? node.depth : []))
    expect(depths).toEqual([1, 2, 2, 2, 2])
  })

  const column = (
    page: PrintedPage,
    left: number,
    top: number,
    bottom: number,
    edges: {head: boolean; foot: boolean}
  ) => {
    page.upright(left, top, bottom).upright(left + 160, top, bottom)
    if (edges.head) page.level(top, left, left + 160)
    if (edges.foot) page.level(bottom, left, left + 160)
  }

  it('are boxes where the end of a column left an edge undrawn, and go on in the first column of the next page', () => {
    const [first, second] = [new PrintedPage(1), new PrintedPage(2)]
    first.line('Boats that are safe and sound in every sort of weather', 40, 50, {weight: 700, size: 16})
    column(first, 40, 80, 780, {head: true, foot: true})
    first.line('What crews ask', 50, 98, {weight: 700, size: 11})
    for (let y = 130; y < 760; y += 140) first.prose(prose, 50, y, 140)
    column(first, 210, 80, 300, {head: true, foot: true})
    first.line('What nets ask', 220, 98, {weight: 700, size: 11}).prose(prose, 220, 130, 140)
    column(first, 210, 320, 800, {head: true, foot: false})
    first.line('What we do', 220, 338, {weight: 700, size: 11})
    for (let y = 370; y < 720; y += 140) first.prose(prose, 220, y, 140)
    first.line('• *Mend* *the* *quay*', 220, 790)
    column(second, 40, 40, 100, {head: false, foot: true})
    second.line('• *Light* *the* *pier*', 50, 50).line('with lamps', 58, 62)
    column(second, 40, 120, 400, {head: true, foot: true})
    second.line('What towns ask', 50, 138, {weight: 700, size: 11}).prose(prose, 50, 170, 140)
    const {children} = blocks(first, second).tree
    const lists = children.filter((node) => node.type === 'list')
    expect(lists.map((list) => list.children.map((entry) => wordsOf(entry).replaceAll('*', '').slice(0, 14)))).toEqual([
      ['Mend the quay', 'Light the pier']
    ])
    expect(new Set(children.map((node) => node.data?.aside)).size).toBe(5)
  })

  it('go on in the next column with the next number, though its words are bold', () => {
    const page = new PrintedPage()
    page.line('Boats that are safe and sound in every sort of weather', 40, 50, {weight: 700, size: 16})
    page.shade(40, 80, 200, 300)
    page.line('What we do', 50, 98, {weight: 700, size: 11})
    page.prose(prose, 50, 130, 140)
    page.line('2.1 *Mend* *the* *quay*', 50, 290)
    page.shade(210, 80, 370, 180)
    page.line('2.2 *Light* *the* *pier*', 220, 90).line('with lamps of oil', 238, 102)
    const {children} = blocks(page).tree
    expect(new Set(children.flatMap((node) => node.data?.aside ?? [])).size).toBe(1)
  })
})
