import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const goals = `# Harbour strategic plan

## Strategic objectives

1. Safe quays
   - Mend the north rail
   - Light the steps
2. Clean water
   - Empty the bins each night
   - Fence the slipway
`

describe('phases and years', () => {
  it('are goals where they stand after the goals over work of their own', () => {
    expect(
      goalTitles(`${goals}
## Implementation plan

### Phase 1: Groundwork (Q2-Q3 2031)

1. Surveys
   - Map the sea bed
   - Weigh the stones:
     - by day
     - by night
2. Staff
   - Hire two divers

### Phase 2: Building (2032)

1. Walls
   - Lift the first course
   - Test the mortar
`)
    ).toEqual([
      'outcome: Safe quays',
      '  priority: Mend the north rail',
      '  priority: Light the steps',
      'outcome: Clean water',
      '  priority: Empty the bins each night',
      '  priority: Fence the slipway',
      'outcome: Groundwork',
      '  priority: Surveys',
      '    action: Map the sea bed',
      '    action: Weigh the stones:',
      '  priority: Staff',
      '    action: Hire two divers',
      'outcome: Building',
      '  priority: Walls',
      '    action: Lift the first course',
      '    action: Test the mortar'
    ])
  })

  it('are none where they say when and no more, or have no work', () => {
    const outcomes = (text: string) =>
      goalTitles(`${goals}\n## Timetable\n\n${text}`).filter((line) => line.startsWith('outcome'))
    const own = ['outcome: Safe quays', 'outcome: Clean water']
    expect(
      outcomes('### Year 1: April to June\n\n- Mend the gate\n\n### Year 2: July to March\n\n- Mend the lock')
    ).toEqual(own)
    expect(outcomes('### Phase 1: Drafting\n\nThe office wrote.\n\n### Phase 2: Hearing\n\nThe town spoke.')).toEqual(
      own
    )
  })

  it('are steps of the last goal where they stand under its heading', () => {
    const found = goalTitles(`# Harbour strategic plan

## Goal 1: Safe quays

- Mend the north rail

## Goal 2: Clean water

### Phase 1: Groundwork

- Map the sea bed

### Phase 2: Building

- Lift the first course
`)
    expect(found.filter((line) => line.startsWith('outcome'))).toEqual(['outcome: Safe quays', 'outcome: Clean water'])
  })
})
