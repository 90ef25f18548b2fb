/** Tables copied a cell a line, records of plain lines, and entries that stand over text. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

describe('flattened tables', () => {
  it('cells a line each are rows under the names of their columns', () => {
    expect(
      goalTitles(`# Harbour action plan

## Goal 1: Dry quays

Action

Lead

Timescale

Mend the north wall

Harbour office

March 2031

Raise the slip by a foot

Works team

Autumn 2032`)
    ).toEqual(['outcome: Dry quays', '  action: Mend the north wall', '  action: Raise the slip by a foot'])
  })

  it('lines with the same labels again and again are rows, measures where the labels count them', () => {
    const record = (title: string, from: string, to: string) =>
      `${title}\n\nBaseline\n\n${from}\n\nTarget 2031\n\n${to}\n`
    expect(
      goalTitles(`# Outputs

## Ensure that every crew comes home

### Sector specific outputs

${record('Number of crews with lamps', '4 (north 2)', '9')}
${record('Framework for night boats developed', 'N/A', '1')}
${record('Number of harbours that share ropes', '2 (south 1)', '5 (south 2)')}`)
    ).toEqual([
      'outcome: Ensure that every crew comes home',
      '  measure: Number of crews with lamps',
      '  measure: Framework for night boats developed',
      '  measure: Number of harbours that share ropes'
    ])
  })

  it('entries with text of their own are titles, and so are numbers of parts', () => {
    expect(
      goalTitles(`Ferry harbour business plan 2031-2032

4. Resources and money
The harbour is funded by the landing fee and by the board, and nobody pays twice for one boat.

5. Priorities for 2031
* Safe moorings

The office will light the north ramp, and will give each crew a lamp before the winter.

* Night boats
It is plain that crews in the dark need a harbour that they can find and trust.

* Ropes in schools

From May 2031 the office and the school will be teaching ropes together.`)
    ).toEqual(['outcome: Safe moorings', 'outcome: Night boats', 'outcome: Ropes in schools'])
  })
})
