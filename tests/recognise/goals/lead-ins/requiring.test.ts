import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../../support/documents.ts'

const plan = (first: string, second: string): string => `# Harbour strategic plan

## Goal 1: Safe quays

The port was built when boats were small.

${first}

- Two divers
- A longer rail

## Goal 2: Clean water

Seals lived in the inner basin for a hundred years.

${second}

- Bins with lids
- A fence by the slipway`

describe('what a goal requires', () => {
  it('is its work', () => {
    expect(
      goalTitles(
        plan('Making the quays safe will require the following:', 'Cleaning the basin means the following changes:')
      )
    ).toEqual([
      'outcome: Safe quays',
      '  action: Two divers',
      '  action: A longer rail',
      'outcome: Clean water',
      '  action: Bins with lids',
      '  action: A fence by the slipway'
    ])
  })

  it('is none where the words are to a reader', () => {
    expect(
      goalTitles(
        plan('Mooring your boat here will require the following:', 'Cleaning your boat means the following changes:')
      )
    ).not.toContain('  action: Two divers')
  })
})
