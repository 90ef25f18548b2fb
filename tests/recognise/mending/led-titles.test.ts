/** Goals that no mark or label shows: sentences over lead-ins, and plans that are told in a summary only. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

describe('titles over lead-ins', () => {
  it('sentences are goals where each stands over the same lead-in with its list', () => {
    expect(
      goalTitles(`# Harbour plan

## Our course

We will keep every quay dry and lit through the winter storms.

Priorities

- Mend the north wall.
- Raise the slip.

We will bring back the herring boats that left us.

Priorities

- Halve the landing fee.
- Open the ice house.`)
    ).toEqual([
      'outcome: We will keep every quay dry and lit through the winter storms.',
      '  priority: Mend the north wall.',
      '  priority: Raise the slip.',
      'outcome: We will bring back the herring boats that left us.',
      '  priority: Halve the landing fee.',
      '  priority: Open the ice house.'
    ])
  })

  it('numbered lines of any length are, in a summary that says what the plan says nowhere else', () => {
    expect(
      goalTitles(`# Harbour strategy 2031 to 2036

## Executive summary

### Our two priorities

1. Keep the quays dry

Actions:

- mend the north wall before the winter tides
- raise the slip by a foot

2. Bring back the herring boats that left us for the deeper harbours along the coast

Actions:

- halve the landing fee for two years
- open the ice house at dawn`)
    ).toEqual([
      'outcome: Keep the quays dry',
      '  action: mend the north wall before the winter tides',
      '  action: raise the slip by a foot',
      'outcome: Bring back the herring boats that left us for the deeper harbours along the coast',
      '  action: halve the landing fee for two years',
      '  action: open the ice house at dawn'
    ])
  })

  it('short lines are headings, not the lead-ins between them and their lists, one of them with a full stop', () => {
    const part = (title: string, lead: string, items: string[]) =>
      `${title}\n\n${lead}\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n`
    const text =
      part('Hearing from crews', 'In 2031 the service will:', [
        'Ask each crew once a season.',
        'Publish what they say.'
      ]) +
      part('Training and Kit', 'NQS will:', ['Check each hull.', 'Buy a hoist.']) +
      part('A skilled crew for the harbour.', 'The service will:', ['review the pay of deckhands.', 'train two mates.'])
    expect(goalTitles(`# Harbour priorities for 2031\n\n${text}`)).toEqual([
      'outcome: Hearing from crews',
      '  action: Ask each crew once a season.',
      '  action: Publish what they say.',
      'outcome: Training and Kit',
      '  action: Check each hull.',
      '  action: Buy a hoist.',
      'outcome: A skilled crew for the harbour.',
      '  action: review the pay of deckhands.',
      '  action: train two mates.'
    ])
  })
})
