import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const page = (numbers: readonly string[]): string => `Strategic plan

The harbour's strategic plan is built on three pillars for the community and the council.

${numbers[0]}

Safe quays

The quays are walked on in every weather, by day and by night.

Mend the north rail

Repair the ladders

${numbers[1]}

Clean water

The inner basin was full of seals when the port was young.

Empty the bins each night

Fence the slipway

${numbers[2]}

Busy cranes

The cranes stand idle for as long as the tide is out.

Train six drivers

Grease the chains`

describe('numbers alone over titles', () => {
  it('number the goals that the titles are, and lines of work under them are theirs', () => {
    expect(goalTitles(page(['1', '2', '3']))).toEqual([
      'outcome: Safe quays',
      '  priority: Mend the north rail',
      '  priority: Repair the ladders',
      'outcome: Clean water',
      '  priority: Empty the bins each night',
      '  priority: Fence the slipway',
      'outcome: Busy cranes',
      '  priority: Train six drivers',
      '  priority: Grease the chains'
    ])
  })

  it('are numbers of pages or of anything else where they do not run from one', () => {
    expect(goalTitles(page(['14', '15', '16']))).not.toContain('  priority: Mend the north rail')
  })
})
