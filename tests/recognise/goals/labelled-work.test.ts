import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

describe('labelled work under headings of its own', () => {
  it('stands there, before the goals that other labels tell', () => {
    expect(
      goalTitles(`# Port strategy overview

## FISHING

- ■ PROJECT 4.1.1
Counting of the herring catch
- ■ PROJECT 4.1.2
A watch on the spawning grounds

## TRADE

- ■PROJECT 4.2.1
Ledgers for the salt barges
- ■PROJECT 4.2.2
One price list for all quays

# Pillars

## SKILLS OF THE CREWS

- Objective 5.1.1 Teach every deck hand to swim.
- Objective 5.1.2 Train four pilots a year.

## LAMPS AND CHARTS

- Objective 5.2.1 Light both piers.
- Objective 5.2.2 Chart the lower basin.`)
    ).toEqual([
      'outcome: FISHING',
      '  action: Counting of the herring catch',
      '  action: A watch on the spawning grounds',
      'outcome: TRADE',
      '  action: Ledgers for the salt barges',
      '  action: One price list for all quays',
      'outcome: SKILLS OF THE CREWS',
      '  priority: Teach every deck hand to swim.',
      '  priority: Train four pilots a year.',
      'outcome: LAMPS AND CHARTS',
      '  priority: Light both piers.',
      '  priority: Chart the lower basin.'
    ])
  })

  it('is counted in the heading over it, and the header of a table that lost its lines is none', () => {
    expect(
      goalTitles(`# Port strategy

## FISHING - 2 PROJECTS

Project | Description

**Project 4.1.1:** Counting of the herring catch

**Project 4.1.2:** A watch on the spawning grounds

## TRADE - 1 PROJECT

Project | Description

**Project 4.2.1:** Ledgers for the salt barges`)
    ).toEqual([
      'outcome: FISHING',
      '  action: Counting of the herring catch',
      '  action: A watch on the spawning grounds',
      'outcome: TRADE',
      '  action: Ledgers for the salt barges'
    ])
  })
})
