/** Goals in text that was copied without its lines: codes that run up, labels after goals, plain lines over lists. */
import {describe, expect, it} from 'vitest'
import {codedEntries} from '../../../src/recognise/mending/run-on-codes.ts'
import {goalTitles} from '../../support/documents.ts'

describe('text without its lines', () => {
  it('is parted at codes that run up, and its lead-in stands by itself', () => {
    expect(
      goalTitles(`# Improvement plan for the quays

Strategic driver A A lasting turn from mending to keeping, so that fewer boats wait Rationale: Boats that wait earn nothing and crews leave Quay plan priorities for action: A1 Mend the north wall A2 Raise the slip by a foot A3 Light the pier from dusk A4 New ropes at all berths`)
    ).toEqual([
      'outcome: A lasting turn from mending to keeping, so that fewer boats wait',
      '  priority: Mend the north wall',
      '  priority: Raise the slip by a foot',
      '  priority: Light the pier from dusk',
      '  priority: New ropes at all berths'
    ])
  })

  it('is parted in a cell of a sheet of facts', () => {
    expect(
      goalTitles(`# Harbour strategy 2031 - 2034

| | |
| --- | --- |
| Title | Harbour strategy 2031 - 2034 |
| Council service | Quays and slips |
| Aims and objectives | HP 1 - ensure boats land dry HP 2 - work on the lamps at each slip. HP 3 - support the night boat. |`)
    ).toEqual([
      'outcome: ensure boats land dry',
      'outcome: work on the lamps at each slip.',
      'outcome: support the night boat.'
    ])
  })

  it('is left whole where codes do not run up from one, or name quarters', () => {
    expect(codedEntries('Take the A3 North road, then the A1 East road and the A2 West road.')).toBeUndefined()
    expect(codedEntries('Q1 Mend the wall Q2 Raise the slip Q3 Light the pier')).toBeUndefined()
  })
})

describe('plain lines over lists', () => {
  it('are headings below the name of the document, titles that speak of outcomes among them', () => {
    expect(
      goalTitles(`# Strategic objectives

## What we want

Our strategy is to keep every boat at work.

Empower the crew

- Support crews in choosing their boats
- Encourage new hands

Harbour first

- Enable boats to be mended here

Outcomes that matter to crews

- Create value at a fair landing fee`)
    ).toEqual([
      'outcome: Empower the crew',
      '  priority: Support crews in choosing their boats',
      '  priority: Encourage new hands',
      'outcome: Harbour first',
      '  priority: Enable boats to be mended here',
      'outcome: Outcomes that matter to crews',
      '  priority: Create value at a fair landing fee'
    ])
  })

  it('stand under the plain lines over them', () => {
    expect(
      goalTitles(`# Quays partnership delivery plan

## Quays partnership delivery plan: performance

Our partnership has a plan with outcomes for local priorities, and the board counts how each is delivered.

Safety and care

Fewer boats are lost at sea

- Number of boats lost
- Rate of crews saved

Work for all

More boats are built here

- Number of boats built

Crews stay for longer

- Number of crews that stay`)
    ).toEqual([
      'outcome: Safety and care',
      '  priority: Fewer boats are lost at sea',
      '    measure: Number of boats lost',
      '    measure: Rate of crews saved',
      'outcome: Work for all',
      '  priority: More boats are built here',
      '    measure: Number of boats built',
      '  priority: Crews stay for longer',
      '    measure: Number of crews that stay'
    ])
  })

  it('may end in the lead-in of their list', () => {
    expect(
      goalTitles(`# Harbour strategy

Our strategic objectives are:

For our crews - we will:

- pay by the tide; and
- share the catch.

Safety - we will:

- mend the wall before winter.`)
    ).toEqual([
      'outcome: For our crews',
      '  action: pay by the tide',
      '  action: share the catch.',
      'outcome: Safety',
      '  action: mend the wall before winter.'
    ])
  })

  it('may end in the same lead-in, and what else is said of them is no entry', () => {
    expect(
      goalTitles(`Ferry harbour
Quays plan
2031 - 2032

2. Performance overview

2.1 Boats are counted by the council's harbour board and its partners each quarter, as this strategy asks.

Fewer boats lost Performance 2030/31
2.2 There has been a steady fall in boats lost for the last seven years.

Fewer boats lost Priorities for 2031/32
a) To mend the north wall with the other harbours of the coast.
b) Work with crews to develop an offer of lamps.

Crews in work Performance 2030/31
2.3 The board has kept more crews at work than others of its kind.

Crews in work Priorities for 2031/32
a) To find work for every crew in the winter.
b) To embed the new ropes policy across the harbour.`)
    ).toEqual([
      'outcome: Fewer boats lost',
      '  priority: To mend the north wall with the other harbours of the coast.',
      '  priority: Work with crews to develop an offer of lamps.',
      'outcome: Crews in work',
      '  priority: To find work for every crew in the winter.',
      '  priority: To embed the new ropes policy across the harbour.'
    ])
  })
})
