/** Side boxes that stand in the columns of a page, under titles over all columns, and are cut where a column ends. */
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Blocks} from '../../src/blocks/types.ts'
import {PrintedPage, sourceOf, wordsOf} from './printed-page.ts'

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
})
