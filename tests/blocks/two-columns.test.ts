/** Pages in two columns as word processors make them: short strips between tables, columns whose lines do not stand level, titles in capitals. */
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import {outlineOf, PrintedPage, sourceOf} from './printed-page.ts'

const outline = (...pages: PrintedPage[]) => outlineOf(fromPages(sourceOf(...pages)))
const prose =
  'The harbour board has asked every crew what keeps boats in port and has written down what each of them said about the quay and the tide'

describe('pages in two columns', () => {
  it('are read column by column in a strip too short to show them', () => {
    const page = new PrintedPage()
    const foot = page.prose(prose, 50, 60, 230)
    page.prose(prose, 310, 60, 230)
    const top = Math.max(foot, 130)
    page.table(
      [
        ['Step', 'Who'],
        ['Mend the quay', 'Harbour master'],
        ['Light the pier', 'Board']
      ],
      [50, 300, 545],
      top
    )
    const strip = top + 90
    page.line('SAFE BOATS', 50, strip + 7, {weight: 700})
    page.line('We will work with crews', 310, strip)
    page.line('so that every boat is sound', 310, strip + 12)
    const read = outline(page)
    expect(read.slice(-2)).toEqual([
      expect.stringMatching(/SAFE BOATS/),
      'p We will work with crews so that every boat is sound'
    ])
  })

  it('begin with an item whose words hang below it, above the first line on the left', () => {
    const page = new PrintedPage()
    page.line('Harbour plan', 50, 40, {size: 20, weight: 700})
    page.line('•', 320, 70).line('Rope that holds in every', 332, 70)
    page.line('sort of weather there is', 332, 82)
    page.line('•', 320, 94).line('Light on the quay', 332, 94)
    page.line('•', 320, 106).line('A clock that goes', 332, 106)
    page.prose(prose, 50, 76, 230)
    const read = outline(page)
    expect(read.slice(-3)).toEqual([
      '• Rope that holds in every sort of weather there is',
      '• Light on the quay',
      '• A clock that goes'
    ])
    expect(read.at(-4)).toMatch(/^p The harbour board/)
  })
})

describe('titles in capitals', () => {
  it('rank over those of their size and weight that are not', () => {
    const page = new PrintedPage()
    let y = 50
    for (const [title, parts] of [
      ['SAFE BOATS FOR ALL', ['What we heard', 'What we do']],
      ['CLEAN WATER IN PORT', ['What crews want', 'What comes next']]
    ] as const) {
      page.line(title, 50, y, {weight: 700})
      y += 24
      for (const part of parts) {
        page.line(part, 50, y, {weight: 700})
        y = page.prose(prose, 50, y + 18, 480) + 12
      }
    }
    expect(outline(page).filter((line) => line.startsWith('#'))).toEqual([
      '# SAFE BOATS FOR ALL',
      '## What we heard',
      '## What we do',
      '# CLEAN WATER IN PORT',
      '## What crews want',
      '## What comes next'
    ])
  })

  it('are found, as those in italics are, where all text is bold', () => {
    const page = new PrintedPage()
    let y = 50
    for (const title of ['SAFE BOATS FOR ALL', 'CLEAN WATER IN PORT', 'A QUAY WITH LIGHT']) {
      page.line(title, 50, y, {weight: 700})
      page.line('Why this?', 50, y + 20, {weight: 700, italic: true})
      y = page.prose(`${title.slice(2, 4)} ${prose}.`, 50, y + 40, 480, {weight: 700}) + 16
    }
    expect(outline(page).filter((line) => line.startsWith('#')).length).toBe(6)
  })
})

describe('sentences that fill their lines', () => {
  const sentences = [
    'Ask each of the crews what they need and write it down for all.',
    'Mend the quay before the winter comes and the tide is higher.',
    'Light the pier from end to end so that each boat sees the wall.',
    'Sound the bell when the fog is thick and the boats are still out.'
  ]

  it('are apart where each begins a line', () => {
    const page = new PrintedPage()
    for (const [i, each] of sentences.entries()) page.line(each, 50, 60 + 12 * i)
    expect(outline(page)).toEqual(sentences.map((each) => `p ${each}`))
  })

  it('are one paragraph where one of them begins inside a line', () => {
    const page = new PrintedPage()
    page.prose(sentences.join(' '), 50, 60, 330)
    expect(outline(page)).toEqual([`p ${sentences.join(' ')}`])
  })
})
