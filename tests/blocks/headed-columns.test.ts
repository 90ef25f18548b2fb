/** Columns of lists, each under a filled box that heads it, as plans on a page are set. */
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import {wordsOf} from '../support/block-lines.ts'
import {PrintedPage, sourceOf} from './printed-page.ts'

const lists = [
  ['What we heard', ['Boats are torn loose in every storm that comes from the north', 'Steps are dark']],
  [
    'What we will do',
    ['Mend the walls', 'Light each step at the slip and at both gates before winter comes', 'Tell tides']
  ],
  ['How we will know', ['Fewer boats torn loose in the year', 'More steps lit at night than in the year before it']]
] as const

function printed(): PrintedPage {
  const page = new PrintedPage()
  page.line('Outcome 1: Boats lie safe', 40, 60, {weight: 700, size: 18})
  lists.forEach(([title, items], at) => {
    const left = 40 + at * 175
    page.shade(left, 90, left + 160, 120)
    page.line(title, left + 8, 108, {weight: 700, size: 11})
    let y = 140
    for (const item of items) {
      page.line('•', left + 4, y)
      y = page.prose(item, left + 14, y, 140) + 6
    }
  })
  return page
}

const read = (page: PrintedPage) =>
  fromPages(sourceOf(page)).tree.children.flatMap((node) =>
    node.type === 'list' ? node.children.map(wordsOf) : [wordsOf(node)]
  )

describe('columns under a row of boxes', () => {
  const inOrder = ['Outcome 1: Boats lie safe', ...lists.flatMap(([title, items]) => [title, ...items])]

  it('are read with the box that heads each', () => {
    expect(read(printed())).toEqual(inOrder)
  })

  it('up to the first line that runs over two columns', () => {
    const page = printed()
    const last = 'Lead partnership: the harbour office, with the works team and the crews of the north quay'
    page.line(last, 40, 340)
    expect(read(page)).toEqual([...inOrder, last])
  })
})
