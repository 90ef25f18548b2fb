/** Goals that go on where their headings, or lead-ins beside them, come back; levels told by parts of a series. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../../support/documents.ts'

describe('goals whose headings come back', () => {
  it('go on over a table of measures in a later part', () => {
    expect(
      goalTitles(`# Quay corporate plan

## Priorities

### Open water

Deliverables:

- Dredged inner basin

### Full quays

Deliverables:

- Net loft

## How we measure

### Open water

| Success measures | Targets for 2031-32 |
| --- | --- |
| Tides on which the quay is shut | Ten |

### Full quays

| Success measures | Targets for 2031-32 |
| --- | --- |
| Visitors who stay for an hour | Half |`)
    ).toEqual([
      'outcome: Open water',
      '  action: Dredged inner basin',
      '  measure: Tides on which the quay is shut',
      'outcome: Full quays',
      '  action: Net loft',
      '  measure: Visitors who stay for an hour'
    ])
  })

  it('do not go on over a summary that says the first sentence of each piece of work again', () => {
    const work = (title: string, named: readonly string[], rest: string) =>
      `## ${title}\n\n### Our priorities\n\n${named.map((each, i) => `${i + 1}a. **${each}** ${rest}`).join('\n\n')}\n`
    const again = (title: string, named: readonly string[]) =>
      `### ${title}\n\n${named.map((each) => `- ${each}`).join('\n')}\n`
    const [water, quays] = [
      ['Dredge the inner basin.', 'Mend the east steps.'],
      ['Build a net loft.', 'Open the fish hall.']
    ]
    const titles = goalTitles(
      [
        '# Quay strategy\n',
        work('Ambition 1: Open water', water!, 'The board will begin in May.'),
        work('Ambition 2: Full quays', quays!, 'The crews will help.'),
        '## Our ambitions on one page\n',
        again('Ambition 1: Open water', water!),
        again('Ambition 2: Full quays', quays!)
      ].join('\n')
    )
    expect(titles.filter((title) => /Dredge|Mend|Build|fish hall/.test(title))).toHaveLength(4)
  })
})

describe('lead-ins on the level of the goals', () => {
  it('go on with the goal before, whatever headings stand between', () => {
    expect(
      goalTitles(`# Quay strategy

# Vision 1

# Open water

The inner basin fills with sand.

# Boats wait outside

The crews lose a day a week.

# Strategic actions

- Dredge the inner basin
- Mend the east steps

# Vision 2

# Full quays

# Visitors leave early

# Strategic actions

- Open the net loft`)
    ).toEqual([
      'outcome: Open water',
      '  action: Dredge the inner basin',
      '  action: Mend the east steps',
      'outcome: Full quays',
      '  action: Open the net loft'
    ])
  })
})

describe('levels told by a part of a series', () => {
  it('are codes that run on, of several letters', () => {
    expect(
      goalTitles(`# Quay strategy

## Channel pillar

### Dig-4. A new dredger

- Buy the dredger
- Train its crew

### Dig-5. A deeper basin

- Dredge the inner basin

## Visitors pillar

### Vis-6. A net loft

- Open the net loft

### Vis-7. A walk to the light

- Mark the walk`)
    ).toEqual([
      'outcome: Channel pillar',
      '  priority: A new dredger',
      '    action: Buy the dredger',
      '    action: Train its crew',
      '  priority: A deeper basin',
      '    action: Dredge the inner basin',
      'outcome: Visitors pillar',
      '  priority: A net loft',
      '    action: Open the net loft',
      '  priority: A walk to the light',
      '    action: Mark the walk'
    ])
  })

  it('are words whose number is printed by itself and elsewhere with its title', () => {
    expect(
      goalTitles(`# Quay strategy

## Thrust 1

Open water

- Dredge the inner basin

## Thrust 2

Full quays

- Open the net loft

## Thrust 3 Safe crews

- Light the steps`)
    ).toEqual([
      'outcome: Open water',
      '  priority: Dredge the inner basin',
      'outcome: Full quays',
      '  priority: Open the net loft',
      'outcome: Safe crews',
      '  priority: Light the steps'
    ])
  })
})

describe('headings that a part of the goals stands under', () => {
  it('hold the projects after the last objective', () => {
    expect(
      goalTitles(`# Quay strategy

# 4.1 Open water

## Objective 4.1.1 Dredge the inner basin

Measures

- Depth at low tide

## Objective 4.1.2 Mend the east steps

Measures

- Steps mended

# 4.2 Governance of the quay

## Objective 4.2.1 Open the board to crews

Measures

- Seats held by crews

# Projects of the quay

## Fishing

Project 4.3.1: A net loft

## Walking

Project 4.4.1: A walk to the light`)
    ).toEqual([
      'outcome: Open water',
      '  priority: Dredge the inner basin',
      '    measure: Depth at low tide',
      '  priority: Mend the east steps',
      '    measure: Steps mended',
      'outcome: Governance of the quay',
      '  priority: Open the board to crews',
      '    measure: Seats held by crews',
      'outcome: Fishing',
      '  action: A net loft',
      'outcome: Walking',
      '  action: A walk to the light'
    ])
  })
})

describe('headings that are named before they stand over their work', () => {
  it('are the goals that one paragraph names together', () => {
    expect(
      goalTitles(`# Boats for all

Our priorities must keep the quay alive. We have chosen three areas: Opening up the channel, Bringing life to the quay and Holding the crews together.

## Opening up the channel

The inner basin fills with sand.

### Expected outcomes

- A basin that boats can use on every tide
- Lights at both steps

## Bringing life to the quay

The net loft is shut.

### Expected outcomes

- A net loft with visitors in it`)
    ).toEqual([
      'outcome: Opening up the channel',
      '  measure: A basin that boats can use on every tide',
      '  measure: Lights at both steps',
      'outcome: Bringing life to the quay',
      '  measure: A net loft with visitors in it'
    ])
  })

  it('are the goals that bare headings under a heading of goals list', () => {
    expect(
      goalTitles(`# Quay strategy

## Three pillars

### Open water

### Full quays

### Safe crews

## Open water

Boats come first.

1. Dredge the inner basin
   1. Buy a dredger

## Full quays

Visitors come next.

1. Open the net loft
   1. Mend its roof

## Safe crews

Nobody is lost.

1. Light the steps
   1. Lay the cable`)
    ).toEqual([
      'outcome: Open water',
      '  priority: Dredge the inner basin',
      '    action: Buy a dredger',
      'outcome: Full quays',
      '  priority: Open the net loft',
      '    action: Mend its roof',
      'outcome: Safe crews',
      '  priority: Light the steps',
      '    action: Lay the cable'
    ])
  })
})
