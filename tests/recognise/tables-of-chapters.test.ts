import {describe, expect, it} from 'vitest'
import {goalTitles} from '../support/documents.ts'

const tables = `Much of what the port burns is burnt on the quay.

| Field of actions: change | Indicator | Target share | Co-benefits |
| --- | --- | --- | --- |
| Shift to electric cranes | The share of lifts by electric cranes | 45% | Less noise |
| Shore power for ferries | The share of calls with shore power | 80% | Cleaner air |

More is done by the office.

| Action | Description | Lead |
| --- | --- | --- |
| Crane school | Crews learn the new cranes. | Works |
| Quiet nights | No lift after ten. | Harbour |`

describe('tables of work in a chapter of their own', () => {
  it('stand under its one heading', () => {
    expect(goalTitles(`# Cranes and ferries\n\n${tables}`).filter((line) => !line.includes('measure:'))).toEqual([
      'outcome: Cranes and ferries',
      '  action: Shift to electric cranes',
      '  action: Shore power for ferries',
      '  action: Crane school',
      '  action: Quiet nights'
    ])
  })

  it('stand under none where the heading names the plan', () => {
    expect(goalTitles(`# Port action plan\n\n${tables}`)).toContain('action: Crane school')
  })
})

describe('a register of work', () => {
  const register = (rows: readonly string[]): string =>
    `# Choices for the register\n\n| Code | Label (EN) | Label (FR) |\n| --- | --- | --- |\n${rows.map((row, at) => `| A.${at + 1} | ${row} | … |`).join('\n')}`

  it('has it in the column of labels beside the codes, where these give orders', () => {
    const found = goalTitles(
      register([
        'Establish a quay office',
        'Adopt one ledger for all',
        'Develop a training plan',
        'Identify a flagship'
      ])
    )
    expect(found.map((line) => line.trim()).filter((line) => line.startsWith('action'))).toEqual([
      'action: Establish a quay office',
      'action: Adopt one ledger for all',
      'action: Develop a training plan',
      'action: Identify a flagship'
    ])
  })

  it('is none where they are names', () => {
    expect(goalTitles(register(['North quay', 'South quay', 'Fish market', 'Slipway']))).toEqual([])
  })
})
