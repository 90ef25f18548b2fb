/** Levels that a plan shows by saying the same labels again under each of its goals. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from './goals-read.ts'

describe('schemes by recurrence', () => {
  it('the one objective of each priority holds the lists under the headings after it', () => {
    expect(
      goalTitles(`# Harbour trust plan

## Priority: A quay that stays open

**Our objective:** Boats can land on every tide.

### We will achieve this through

- Dredging the inner basin
- Mending the east steps

### Success measures

- Number of tides on which the quay was shut

## Priority: A harbour people visit

**Our objective:** Visitors stay for more than an hour.

### We will achieve this through

- Opening the net loft
- Marking a walk to the light`)
    ).toEqual([
      'outcome: A quay that stays open',
      '  priority: Boats can land on every tide.',
      '    action: Dredging the inner basin',
      '    action: Mending the east steps',
      '    measure: Number of tides on which the quay was shut',
      'outcome: A harbour people visit',
      '  priority: Visitors stay for more than an hour.',
      '    action: Opening the net loft',
      '    action: Marking a walk to the light'
    ])
  })

  it('labels alone on their lines, over sentences set as headings, one label misprinted', () => {
    expect(
      goalTitles(`# Orchard recovery plan outline

## Prioirty 1: More pickers

### Why?

#### The picking sheds are half empty in most weeks.

### Goal

#### Raise the number of trained pickers by the next harvest.

### Objectives

#### Run eight training days in the lower orchard.

#### Pair each new picker with an old hand.

## Priority 2: Better fruit

### Why?

#### A third of the apples were bruised last season.

### Goal

#### Halve the share of bruised apples by the next harvest.

### Objectives

#### Line all the crates with straw.

#### Teach the drivers to go slowly.`)
    ).toEqual([
      'outcome: More pickers',
      '  priority: Raise the number of trained pickers by the next harvest.',
      '    action: Run eight training days in the lower orchard.',
      '    action: Pair each new picker with an old hand.',
      'outcome: Better fruit',
      '  priority: Halve the share of bruised apples by the next harvest.',
      '    action: Line all the crates with straw.',
      '    action: Teach the drivers to go slowly.'
    ])
  })

  it('numbered labels over the words of the goals, on a page that prints only some of them', () => {
    expect(
      goalTitles(`# Our islands

## Homes

In 2040 islanders live in dry houses.

### Mission 4

Every islander has a roof that keeps the rain out

### Mission 5

New houses are built where the old village stood

## Ferries

In 2040 the ferries run on time.

### Mission 6

People can leave the island and come back on the same day

### Mission 7

The ferry office answers within the hour`)
    ).toEqual([
      'outcome: Homes',
      '  priority: Every islander has a roof that keeps the rain out',
      '  priority: New houses are built where the old village stood',
      'outcome: Ferries',
      '  priority: People can leave the island and come back on the same day',
      '  priority: The ferry office answers within the hour'
    ])
  })

  it('a year over some of the work ends no goal', () => {
    expect(
      goalTitles(`# Library services: strategic plan

## Goal 1: Open shelves

## 2031

Move the stacks to the ground floor.

**Lead** the county in lending tools.

## 2032

Build a reading room by the river.

## Goal 2: Friendly desks

## 2031

Train each clerk in plain talk.

Open the desk at eight.

## 2032

Answer letters within a day.`)
    ).toEqual([
      'outcome: Open shelves',
      '  priority: Move the stacks to the ground floor.',
      '  priority: Lead the county in lending tools.',
      '  priority: Build a reading room by the river.',
      'outcome: Friendly desks',
      '  priority: Train each clerk in plain talk.',
      '  priority: Open the desk at eight.',
      '  priority: Answer letters within a day.'
    ])
  })
})
