import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const apart = (first: string, second: string): string => `# Wharfdale allotments plan

## Objective 1: Keep every plot dug

Half the plots lie fallow in most years.

## Objective 2: Make the gates easy to open

The lower gate is shut by six.

## Strategies

### Strategy 1: Oil the hinges

The hinges were last seen to by the old committee.

${first}

### Strategy 2: Lend out spades

Nobody brings a spade on the bus.

${second}`

const placed = [
  'outcome: Keep every plot dug',
  '  priority: Lend out spades',
  'outcome: Make the gates easy to open',
  '  priority: Oil the hinges'
]

describe('goals that name the goal they are for', () => {
  it.each([
    ['**Relevant Objectives:** Objective 2', '**Relevant Objectives:** Objective 1 and 2'],
    ['Supports objective 2', 'Supports objectives 1 & 2'],
    ['Contributes to: Objective 2', 'Contributes to: Objective 1'],
    ['This strategy is linked to objective 2.', 'This strategy is linked to objective 1.']
  ])('stand under the first that they name: %s', (first, second) => {
    expect(goalTitles(apart(first, second))).toEqual(placed)
  })

  it('stay where they are where they name none that the plan has', () => {
    expect(goalTitles(apart('Supports objective 7', 'Supports objective 9'))).toEqual([
      'outcome: Keep every plot dug',
      'outcome: Make the gates easy to open',
      'outcome: Oil the hinges',
      'outcome: Lend out spades'
    ])
  })
})
