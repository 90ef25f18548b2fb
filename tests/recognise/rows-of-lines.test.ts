/** Goals told by lines that each stand over a list or a lead-in, whether or not the source marks them as headings. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../support/documents.ts'

describe('lines over one and the same lead-in', () => {
  it('are goals as headings are', () => {
    expect(
      goalTitles(`# Quay plan

## What the trust wants

### Objectives for the quay

We will keep the channel open for every boat that lands here.

Priorities

- Dredge the inner basin
- Mend the east steps

We will make the quay a place to spend an afternoon.

Priorities

- Open the net loft
- Mark a walk to the light`)
    ).toEqual([
      'outcome: We will keep the channel open for every boat that lands here.',
      '  priority: Dredge the inner basin',
      '  priority: Mend the east steps',
      'outcome: We will make the quay a place to spend an afternoon.',
      '  priority: Open the net loft',
      '  priority: Mark a walk to the light'
    ])
  })

  it('are told by their numbers in a summary that is all there is', () => {
    expect(
      goalTitles(`# Quay strategy 2031

## Executive summary

The strategy has two aims.

1. Keep the channel open

Actions:

- dredge the inner basin
- mend the east wall

2. Bring people to the water (old and young) all year

Actions:

- open the net loft
- mark a walk to the light`)
    ).toEqual([
      'outcome: Keep the channel open',
      '  action: dredge the inner basin',
      '  action: mend the east wall',
      'outcome: Bring people to the water (old and young) all year',
      '  action: open the net loft',
      '  action: mark a walk to the light'
    ])
  })
})

describe('a heading right before the lead-in that comes back', () => {
  const text = (code: [string, string]) => `# Quay strategy

## Open water

### ${code[0]}We will keep the channel open

### What this adds to the coast

We think that open water adds to these aims of the coast:

- A coast that trades

### What we are going to do

Channel works: dig and mend where the boats need it.

- Dredge the inner basin

Lights on every step.

- Light the east steps

## Full quays

### ${code[1]}We will bring people to the water

### What this adds to the coast

We think that full quays add to these aims of the coast:

- A coast that people visit

### What we are going to do

Places to be: open what is shut.

- Open the net loft
- Mark a walk to the light`
  it('is the goal, without its code; what comes back beside it is none', () => {
    expect(goalTitles(text(['B4- ', 'B7- ']))).toEqual([
      'outcome: We will keep the channel open',
      '  priority: Channel works: dig and mend where the boats need it.',
      '    action: Dredge the inner basin',
      '  priority: Lights on every step.',
      '    action: Light the east steps',
      'outcome: We will bring people to the water',
      '  priority: Places to be: open what is shut.',
      '    action: Open the net loft',
      '    action: Mark a walk to the light'
    ])
  })
})

describe('lines right over lists', () => {
  it('are goals under a heading that says so, beside headings of the source', () => {
    expect(
      goalTitles(`# Quay strategy

## What we want to achieve

Our mission: a quay for everyone.

Open water

- Dredge the inner basin
- Mend the east steps

Full quays

- Open the net loft`)
    ).toEqual([
      'outcome: Open water',
      '  priority: Dredge the inner basin',
      '  priority: Mend the east steps',
      'outcome: Full quays',
      '  priority: Open the net loft'
    ])
  })

  it('are goals without the words that join them to their lists, whatever these hold', () => {
    expect(
      goalTitles(`# What the harbour council is doing

The council and its partners have a strategy for the harbour and its community.

Keep the channel open by:

- Dredgers: the inner basin, and
- Steps

Protect the crews through:

- Lights
- Money: grants for new boats
- Radios: one a boat

Bring people in with:

- A net loft`)
    ).toEqual([
      'outcome: Keep the channel open',
      '  priority: Dredgers: the inner basin',
      '  priority: Steps',
      'outcome: Protect the crews',
      '  priority: Lights',
      '  priority: Money: grants for new boats',
      '  priority: Radios: one a boat',
      'outcome: Bring people in',
      '  priority: A net loft'
    ])
  })

  it('stand under the lines over them', () => {
    expect(
      goalTitles(`# Quay delivery plan

## Framework

The framework has these parts.

Open water

Boats can land on every tide

- Number of tides on which the quay was shut
- % of boats turned away

Full quays

People stay for an afternoon

- Number of visitors
- Number of tickets sold

Crews eat ashore

- Number of meals`)
    ).toEqual([
      'outcome: Open water',
      '  priority: Boats can land on every tide',
      '    measure: Number of tides on which the quay was shut',
      '    measure: % of boats turned away',
      'outcome: Full quays',
      '  priority: People stay for an afternoon',
      '    measure: Number of visitors',
      '    measure: Number of tickets sold',
      '  priority: Crews eat ashore',
      '    measure: Number of meals'
    ])
  })
})

describe('two lists of goals', () => {
  it('are both the plan’s, though the second breaks off before its number', () => {
    expect(
      goalTitles(`# Quay strategy

We have two big ambitions:

- Keep the channel open
- Bring people to the water

The strategy's five big goals:

- Cut the tides on which the quay is shut to ten a year
- Sell twice the tickets`)
    ).toEqual([
      'outcome: Keep the channel open',
      'outcome: Bring people to the water',
      'outcome: Cut the tides on which the quay is shut to ten a year',
      'outcome: Sell twice the tickets'
    ])
  })
})

it('minutes of one item of an agenda hold no goals', () => {
  expect(
    goalTitles(`# Agenda item

## Quay strategy 2031

To receive the strategy.

Minutes:

The strategy was to give a clear framework for the quay:

- Keep the channel open
- Bring people to the water`)
  ).toEqual([])
})

it('an aim under its own heading holds the titles in bold under the lead-in after it', () => {
  expect(
    goalTitles(`# Boats & Water

## Statement

### The change we want to see

Boats of every kind land here and the town lives by them.

### How we make it happen

**Open water:** Our basin is deep on every tide

**Full quays:** Our loft is a place that people come back to`)
  ).toEqual([
    'outcome: Boats of every kind land here and the town lives by them.',
    '  action: Open water',
    '  action: Full quays'
  ])
})
