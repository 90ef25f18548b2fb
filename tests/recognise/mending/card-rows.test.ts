/** Cards side by side that were read as tables, and numbers set over the words that they number. */
import {describe, expect, it} from 'vitest'
import {lexiconOf} from '../../../src/recognise/lexicon.ts'
import {withCardRows} from '../../../src/recognise/mending/card-rows.ts'
import type {Cell, Piece, Row} from '../../../src/recognise/pieces.ts'
import {vocabulary} from '../../../src/recognise/vocabulary.ts'
import {goalTitles} from '../../support/documents.ts'

const heading: Piece = {
  kind: 'heading',
  depth: 3,
  text: 'Our priorities',
  lines: ['Our priorities'],
  lead: '',
  bold: false,
  index: 0,
  pages: [{page: 1}]
}

const goal = (number: number, below: string) =>
  `## Outcome ${number}: ${number === 1 ? 'Safe quays' : 'Full nets'}\n\n### Our priorities\n\n${below}\n`
const row = (...cells: string[]) => `| ${cells.join(' | ')} |\n`
const rule = (width: number) => row(...Array.from({length: width}, () => '---'))

describe('cards side by side', () => {
  it('are entries, their titles in bold, which may wrap into the row below', () => {
    const cell = (lead: string, rest = ''): Cell => {
      const text = `${lead} ${rest}`.trim()
      return {text, lines: [text], lead, bold: lead === text, colSpan: 1, rowSpan: 1}
    }
    const cards = (first: Cell[], second: Cell[]) => {
      const rows = [first, second].map((cells): Row => ({cells, pages: [{page: 1}]}))
      const table: Piece = {...heading, kind: 'table', depth: 0, index: 1, text: '', lines: [], rows}
      return withCardRows([heading, table], lexiconOf(vocabulary)).map(
        ({kind, lead, text}) => `${kind} ${lead}/${text}`
      )
    }
    const lamps = cell('', 'Lamps are hung at the slip and at the gate.')
    const stone = cell('storm has broken.', 'Stone is cut in the quarry.')
    expect(cards([cell('Mend every wall that a'), cell('Light each step.')], [stone, lamps])).toEqual([
      'heading /Our priorities',
      'listItem Mend every wall that a storm has broken./Mend every wall that a storm has broken. Stone is cut in the quarry.',
      'listItem Light each step./Light each step. Lamps are hung at the slip and at the gate.'
    ])
    expect(cards([cell('What we will do'), cell('Lead')], [lamps, cell('', 'Works team')])).toEqual([
      'heading /Our priorities',
      'table /'
    ])
  })

  it('under rows of numbers are entries with these numbers, though their words wrap over rows', () => {
    const table =
      row('01', '02', '03') +
      rule(3) +
      row('Mend every wall that a', 'Light each step', 'Tell tides at') +
      row('storm has broken', '', 'both gates') +
      row('04', '', '') +
      row('Count the boats', '', '')
    expect(goalTitles(goal(1, table) + goal(2, '- Halve the landing fee\n- Open the ice house\n'))).toEqual([
      'outcome: Safe quays',
      '  priority: Mend every wall that a storm has broken',
      '  priority: Light each step',
      '  priority: Tell tides at both gates',
      '  priority: Count the boats',
      'outcome: Full nets',
      '  priority: Halve the landing fee',
      '  priority: Open the ice house'
    ])
  })

  it('are a table where the first row names columns', () => {
    const table =
      row('**What we will do**', '**Lead**') + rule(2) + row('Mend every wall that a storm has broken', 'Works team')
    expect(goalTitles(goal(1, table) + goal(2, table.replace('wall', 'net')))).toEqual([
      'outcome: Safe quays',
      '  action: Mend every wall that a storm has broken',
      'outcome: Full nets',
      '  action: Mend every net that a storm has broken'
    ])
  })
})

it('numbers set as headings over paragraphs number these', () => {
  const numbered = (...lines: string[]) => lines.map((line, at) => `### 0${at + 1}\n\n${line}\n\n`).join('')
  expect(
    goalTitles(
      goal(1, numbered('Mend every wall.', 'Light each step.', 'Tell the tides at both gates.')) +
        goal(2, numbered('Halve the landing fee.', 'Open the ice house.'))
    )
  ).toEqual([
    'outcome: Safe quays',
    '  priority: Mend every wall.',
    '  priority: Light each step.',
    '  priority: Tell the tides at both gates.',
    'outcome: Full nets',
    '  priority: Halve the landing fee.',
    '  priority: Open the ice house.'
  ])
})
