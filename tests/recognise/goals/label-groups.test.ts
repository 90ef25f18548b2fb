import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

describe('labels of levels alone on their lines', () => {
  it('stand over plain lines that are goals of their level', () => {
    expect(
      goalTitles(`Wharfdale allotments improvement plan

Shared commitments:
We hold that a dug plot is a happy plot.

Goal: Keep every plot dug
Objectives:
No plot lies fallow for two springs.
New holders dig within a month.
Strategy:
Lend out spades by the day.
Activities:
Buy forty spades.
Review spade strategies

Goal: Make the gates easy to open
Objective:
The lower gate opens with one hand.
Strategy:
Oil the hinges each autumn.
Activity:
Ask the smith for a quiet oil.

The allotments of Wharfdale:
They were laid out when the canal came.`)
    ).toEqual([
      'outcome: Keep every plot dug',
      '  priority: No plot lies fallow for two springs.',
      '  priority: New holders dig within a month.',
      '  priority: Lend out spades by the day.',
      '    action: Buy forty spades.',
      '    action: Review spade strategies',
      'outcome: Make the gates easy to open',
      '  priority: The lower gate opens with one hand.',
      '  priority: Oil the hinges each autumn.',
      '    action: Ask the smith for a quiet oil.'
    ])
  })

  it('as headings stand over the goal itself and what it is measured by', () => {
    expect(
      goalTitles(`# Quayside strategy

#Outcome

Boats lie safe in every wind.

#Indicator

- Number of boats torn loose
- Days on which the gate was shut

#Outcome

Crews are paid on time.

#Indicator

- Share of wages paid by Friday`)
    ).toEqual([
      'outcome: Boats lie safe in every wind.',
      '  measure: Number of boats torn loose',
      '  measure: Days on which the gate was shut',
      'outcome: Crews are paid on time.',
      '  measure: Share of wages paid by Friday'
    ])
  })

  it('tell one goal a document by itself, where its measures follow', () => {
    const goal = 'title: Quays\n---\n\n#Outcome\n\nBoats lie safe in every wind.\n\n'
    expect(goalTitles(`---\n${goal}#Indicator\n\n* Boats torn loose\n* Days on which the gate was shut\n`)).toEqual([
      'outcome: Boats lie safe in every wind.',
      '  measure: Boats torn loose',
      '  measure: Days on which the gate was shut'
    ])
    expect(goalTitles(`---\n${goal}#History\n\n* A wall of oak\n* A wall of stone\n`)).toEqual([])
  })
})
