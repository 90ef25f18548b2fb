/** Pages in two columns as word processors make them: short strips between tables, columns whose lines do not stand level, titles in capitals. */
import {describe, expect, it} from 'vitest'
import {PrintedPage, read} from './printed-page.ts'

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
    const lines = read(page)
    expect(lines.slice(-2)).toEqual([
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
    const lines = read(page)
    expect(lines.slice(-3)).toEqual([
      '• Rope that holds in every sort of weather there is',
      '• Light on the quay',
      '• A clock that goes'
    ])
    expect(lines.at(-4)).toMatch(/^p The harbour board/)
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
    expect(read(page).filter((line) => line.startsWith('#'))).toEqual([
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
    expect(read(page).filter((line) => line.startsWith('#')).length).toBe(6)
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
    expect(read(page)).toEqual(sentences.map((each) => `p ${each}`))
  })

  it('are one paragraph where one of them begins inside a line', () => {
    const page = new PrintedPage()
    page.prose(sentences.join(' '), 50, 60, 330)
    expect(read(page)).toEqual([`p ${sentences.join(' ')}`])
  })
})

describe('lists', () => {
  it('hold the points between two of their numbers, though these begin at the same place', () => {
    const page = new PrintedPage()
    page.line('1. To make boats safe:', 50, 60)
    page.line('• Mend the quay wall.', 50, 78).line('• Light the pier.', 50, 96)
    page.line('2. To keep the water clean.', 50, 114)
    expect(read(page)).toEqual([
      '1. To make boats safe:',
      '  • Mend the quay wall.',
      '  • Light the pier.',
      '2. To keep the water clean.'
    ])
  })

  it('begin with their first letter below words that end in mid-line', () => {
    const page = new PrintedPage()
    page.line('Harbour and quay works for boats', 50, 60)
    page.line('a) Mend the quay wall', 50, 72).line('b) Light the pier', 50, 84)
    expect(read(page)).toEqual(['p Harbour and quay works for boats', 'a) Mend the quay wall', 'b) Light the pier'])
  })
})

describe('lines that were made paragraphs', () => {
  it('go on with the sentence they were cut from', () => {
    const page = new PrintedPage()
    const lines = [
      'Goal 1: Make every boat in the harbour safe so that crews can go out in',
      'all sorts of weather and come home to their families before the night is',
      'over, with lamps that burn and ropes that hold.',
      'Goal 2: Keep the water of the port so clean that fish come back to it and',
      'children may swim from the steps below the old customs house in summer, as',
      'they did before.'
    ]
    for (const [i, each] of lines.entries()) page.line(each, 50, 60 + 22 * i)
    expect(read(page)).toEqual([`p ${lines.slice(0, 3).join(' ')}`, `p ${lines.slice(3).join(' ')}`])
  })
})

describe('tables side by side', () => {
  it('are read one after the other where their header comes back on one line', () => {
    const page = new PrintedPage()
    for (const [x, who, steps] of [
      [50, 'Port', ['Mend the quay', 'Light the pier', 'Sound the bell', 'Sweep the steps']],
      [320, 'Town', ['Plant the bank', 'Drain the lane', 'Paint the hall', 'Open the park']]
    ] as const) {
      page.line('Action', x, 60, {weight: 700}).line('Body', x + 100, 60, {weight: 700})
      page.line('Date', x + 160, 60, {weight: 700})
      for (const [i, step] of steps.entries())
        page
          .line(step, x, 84 + 24 * i)
          .line(who, x + 100, 84 + 24 * i)
          .line(`May 203${i}`, x + 160, 84 + 24 * i)
    }
    const rows = read(page).filter((line) => line.startsWith('row'))
    expect(rows).toHaveLength(9)
    expect(rows[1]).toBe('row Mend the quay | Port | May 2030')
    expect(rows.at(-1)).toBe('row Open the park | Town | May 2033')
  })
})
