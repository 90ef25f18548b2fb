/** Headings in a column of their own on the right of the text that they head. */
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Blocks} from '../../src/blocks/types.ts'
import {wordsOf} from '../support/block-lines.ts'
import {PrintedPage, sourceOf} from './printed-page.ts'

const blocks = (...pages: PrintedPage[]) => fromPages(sourceOf(...pages))
const order = ({tree}: Blocks) =>
  tree.children.map((node) => `${node.type === 'heading' ? '# ' : ''}${wordsOf(node).split(' ').slice(0, 3).join(' ')}`)
const prose = (name: string) =>
  `${name} come first in this bay because every crew has asked the harbour board what keeps the boats in port and has written down what each of them said about the quay and the tide`
const head = {size: 11, weight: 700}

describe('headings on the right of the text', () => {
  it('come before the words beside them', () => {
    const page = new PrintedPage()
    page.line('Our harbour in four years', 40, 50, {size: 18, weight: 700})
    for (const [at, name] of [
      [90, 'Boats'],
      [200, 'Nets'],
      [310, 'Sheds']
    ] as const) {
      page.prose(prose(name), 40, at, 330)
      page.line(`What ${name.toLowerCase()}`, 420, at, head).line('ask of us', 420, at + 14, head)
    }
    expect(order(blocks(page))).toEqual([
      '# Our harbour in',
      '# What boats ask',
      'Boats come first',
      '# What nets ask',
      'Nets come first',
      '# What sheds ask',
      'Sheds come first'
    ])
  })

  it('leave what goes on from the page before under its own heading', () => {
    const page = new PrintedPage()
    page.prose(prose('Boats'), 40, 60, 330)
    for (const [at, name] of [
      [160, 'Nets'],
      [270, 'Sheds']
    ] as const) {
      page.prose(prose(name), 40, at, 330)
      page.line(`What ${name.toLowerCase()}`, 420, at, head).line('ask of us', 420, at + 14, head)
    }
    expect(order(blocks(page))).toEqual([
      'Boats come first',
      '# What nets ask',
      'Nets come first',
      '# What sheds ask',
      'Sheds come first'
    ])
  })

  it('are no column of a table that the rules over two titles draw', () => {
    const page = new PrintedPage()
    for (const [at, name] of [
      [80, 'Boats'],
      [300, 'Nets']
    ] as const) {
      page.level(at - 26, 40, 555)
      page.line(`${name} that are safe in every sort of weather`, 40, at - 6, {size: 16, weight: 700})
      page.line('and in every season', 40, at + 12, {size: 16, weight: 700})
      page.prose(prose(name), 40, at + 40, 330)
      page.line('Why this', 420, at + 40, head).line('matters', 420, at + 54, head)
      page.prose(prose('Crews'), 40, at + 110, 330)
      page.line('What crews', 420, at + 110, head).line('have asked', 420, at + 124, head)
    }
    expect(order(blocks(page))).toEqual(
      ['Boats', 'Nets'].flatMap((name) => [
        `# ${name} that are`,
        '# Why this matters',
        `${name} come first`,
        '# What crews have',
        'Crews come first'
      ])
    )
  })

  it('are no running heads where each of several pages begins with the same one', () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const page = new PrintedPage(number)
      const own = ['Crab', 'Eel', 'Cod', 'Bass'][number - 1]!
      page.prose(prose(own).replaceAll(' the', ` the ${own.toLowerCase()} and the`), 40, 50, 330)
      page.line('How we will', 420, 50, {size: 10, weight: 700}).line('know it', 420, 64, {size: 10, weight: 700})
      page.prose(prose('Boats'), 40, 200, 330)
      page.line('What boats', 420, 200, {size: 10, weight: 700}).line('ask of us', 420, 214, {size: 10, weight: 700})
      return page
    })
    const read = blocks(...pages)
    expect(read.furniture).toEqual([])
    expect(order(read).filter((words) => words === '# How we will')).toHaveLength(4)
  })
})

describe('numbers of headings in the margin', () => {
  const page = new PrintedPage()
  ;['Boats', 'Nets', 'Sheds'].forEach((name, i) => {
    const at = 60 + 230 * i
    page.line(String(i + 3), 40, at, {size: 14, weight: 700})
    page.line(`${name} of the bay`, 80, at, {size: 14, weight: 700})
    page.prose(prose(name), 80, at + 24, 400)
    page.prose(prose(`Good ${name.toLowerCase()}`), 80, at + 110, 400)
  })

  it('stand before their headings, not in a column of their own', () => {
    const headings = order(blocks(page)).filter((line) => line.startsWith('#'))
    expect(headings).toEqual(['# 3 Boats of', '# 4 Nets of', '# 5 Sheds of'])
  })
})
