import {describe, expect, it} from 'vitest'
import {findGaps} from '../../../src/analyses/gaps/gaps.ts'
import {goalsOf} from '../../../src/plan-tree/walk.ts'
import {planOfMarkdown} from '../../support/documents.ts'

/** Two plans written to leave nothing out, each in another form: a table of actions, and headings with lists. */
const tabled = `# Harbour Plan 2027-2030

**Port of Skelwick**

Published April 2027.

## Outcome 1: The harbour is safe to sail in

Why this matters: nine boats went aground in 2026.

Lead: Harbour Master

| Action | Who | By when | Measure | Now | Target |
| --- | --- | --- | --- | --- | --- |
| 1.1 Dredge the channel to four metres | Dredging Contractor | October 2028 | Length of the channel that is four metres deep | 2 km | 7 km |
| 1.2 Light every buoy with solar lamps | Buoy Keeper | March 2028 | Buoys that are lit at night | 40% | 100% |

## Outcome 2: Those who fish make a living

Why this matters: half of the crews earn less than the wage of a day labourer.

Lead: Fish Market Manager

| Action | Who | By when | Measure | Now | Target |
| --- | --- | --- | --- | --- | --- |
| 2.1 Build an ice house on the east quay | Quay Engineer | May 2028 | Tonnes of ice sold each week | 0 | 30 |
| 2.2 Sell the catch by auction | Fish Market Manager | January 2028 | Share of the catch that is sold by auction | 10% | 60% |

## How we will check the plan

The Harbour Board meets each quarter and publishes what it finds.
`

const listed = `# Forest and Footpaths Strategy 2026 to 2029

Prepared by the Wychfield Forest Trust

## Our aims

1. Paths are open to all
2. The forest is full of life

## Aim 1: Paths are open to all

Lead: Head of Paths

Our priorities:

- Replace stiles with gates that a wheelchair can pass
- Mend the bridges over the Wych

How we will know:

- Gates that a wheelchair can pass rise from 12 in 2025 to 90 by December 2028
- Bridges over the Wych that are safe to cross rise from 4 in 2025 to 11 by June 2027

## Aim 2: The forest is full of life

Lead: Chief Forester

Our priorities:

- Plant native oak where spruce is felled
- Bring back the red squirrel

How we will know:

- Hectares of native oak rise from 210 in 2025 to 400 by March 2029
- Woods with red squirrels rise from 1 in 2025 to 6 by October 2029

## Who keeps watch

The trustees read a report on every measure in June and in December.
`

describe.each([
  ['a table of actions', tabled, 10],
  ['headings and lists', listed, 10]
])('a plan that leaves nothing out, set as %s', (_, text, goals) => {
  it('has its goals read, and no gap that is told with confidence', () => {
    const plan = planOfMarkdown(text)
    expect(goalsOf(plan)).toHaveLength(goals)
    const sure = findGaps(plan).filter(({confidence}) => confidence >= 0.8)
    expect(sure.map(({rule, text: words, note}) => [rule, words, note])).toEqual([])
  })
})
