import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const chapter = (name: string, topics: string): string => `# ${name}\n\n${topics}\n`

const harbour = (silent: string): string => `# Harbour plan

## Operating themes

- Widen: Let more boats in on every tide
- Gather: Keep the crews of the bay together
- Earn: Pay for the quay out of its own dues

${chapter('Widen', '## Dredging\n\nThe harbour office will dredge the channel each spring.\n\n## Lamps\n\nThe harbour office shall light the outer mole.')}
${chapter('Gather', `## Supper of the crews\n\nThe harbour office will lay the long table twice.\n\n## The net loft\n\n${silent}\n\n## Songs\n\nThe harbour office will print the old songs.`)}
${chapter('Earn', '## Dues\n\nThe harbour office will send its bills in March.')}`

describe('headings that a list of goals names before it explains them', () => {
  it('are goals, and the headings under them that promise something are their work', () => {
    expect(goalTitles(harbour('The harbour office will mend its roof.'))).toEqual([
      'outcome: Widen',
      '  priority: Dredging',
      '  priority: Lamps',
      'outcome: Gather',
      '  priority: Supper of the crews',
      '  priority: The net loft',
      '  priority: Songs',
      'outcome: Earn',
      '  priority: Dues'
    ])
  })

  it('take a silent heading with the many that promise', () => {
    expect(goalTitles(harbour('A roof over the nets.'))).toContain('  priority: The net loft')
  })
})

describe('a list of goals under a goal', () => {
  const plan = (entries: string): string => `# Reef plan

## Priority 1: A living reef

### Goals

${entries}

## Priority 2: A clean shore

### Goals

- Sweep the sand
`

  it('says them in bold before it explains them', () => {
    const entries =
      '1. **Increase the beds of oysters.** There are four today.\n2. **Plant the eelgrass.** It fell ill.'
    expect(goalTitles(plan(entries))).toEqual([
      'outcome: A living reef',
      '  priority: Increase the beds of oysters.',
      '  priority: Plant the eelgrass.',
      'outcome: A clean shore',
      '  priority: Sweep the sand'
    ])
  })

  it('counts what is a figure and no order', () => {
    expect(goalTitles(plan('- Plant the eelgrass\n- Number of beds of oysters'))).toContain(
      '  measure: Number of beds of oysters'
    )
  })
})
