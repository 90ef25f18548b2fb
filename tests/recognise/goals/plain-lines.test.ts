import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const told =
  'This part of the port was built when boats were small and few, and the crews know it well by day and by night.'

/** A plan that says the work of its first goals only, in lines after what it tells. */
const plan = (lines: readonly string[]): string =>
  `# Harbour strategic plan\n\n${['Safe quays', 'Clean water', 'Busy cranes', 'Warm sheds']
    .map((title, at) => `## Goal ${at + 1}: ${title}\n\n${[told, ...(at < 2 ? lines : [told])].join('\n\n')}`)
    .join('\n\n')}`
const own = ['outcome: Safe quays', 'outcome: Clean water', 'outcome: Busy cranes', 'outcome: Warm sheds']

describe('plain lines right under a goal', () => {
  it('are its work where several in a row each say what is to be done', () => {
    expect(goalTitles(plan(['Mend the north rail', 'Repair the ladders']))).toEqual([
      'outcome: Safe quays',
      '  priority: Mend the north rail',
      '  priority: Repair the ladders',
      'outcome: Clean water',
      '  priority: Mend the north rail',
      '  priority: Repair the ladders',
      'outcome: Busy cranes',
      'outcome: Warm sheds'
    ])
  })

  it('are words like any others where they name things, or stand further down', () => {
    expect(goalTitles(plan(['The north rail', 'The old ladders']))).toEqual(own)
    expect(goalTitles(plan([told, told, 'Mend the north rail', 'Repair the ladders']))).toEqual(own)
  })
})
