import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const plan = (first: string, second: string): string => `# ${first}

## Drawing of the basin

Short name: basin

Depends on: none

The basin is drawn with all its steps, so that the board and its partners can plan from it.

## Mooring ledger

Short name: ledger

Depends on: basin

The ledger tells who lies where.

# ${second}

## Harbour crew

Short name: crew

Depends on: ledger

The crew is one that the community knows.

## Lamp store

Short name: lamps

Depends on: crew

Lamps and wicks lie in one store, as the strategy of the port asks.
`

describe('headings that have the same labels under them, which only this plan has', () => {
  it('are priorities of the headings over them, where one of these names goals', () => {
    expect(goalTitles(plan('Harbour goals', 'Getting the port ready'))).toEqual([
      'outcome: Harbour goals',
      '  priority: Drawing of the basin',
      '  priority: Mooring ledger',
      'outcome: Getting the port ready',
      '  priority: Harbour crew',
      '  priority: Lamp store'
    ])
  })

  it('are entries of a catalogue where none does', () => {
    expect(goalTitles(plan('Harbour charts', 'Getting the port ready'))).not.toContain('  priority: Mooring ledger')
  })
})
