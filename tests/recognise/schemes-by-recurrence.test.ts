/** Levels that a plan shows by saying the same labels again under each of its goals. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../support/documents.ts'

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

describe('series and goals told in parts', () => {
  it('the same headings under several questions are one goal each', () => {
    expect(
      goalTitles(`# Allotment partnership

## What are our priorities?

### Water

The aim is to have water on every plot.

### Tools

The aim is to have no tool left out in the rain.

## What are we trying to achieve?

### Water

1. Fewer dry taps in August
2. More water from the roofs

### Tools

1. A tool in every hand

## What are we going to do?

### Water

Lay a pipe along the hedge.

Mend the pump.

### Tools

Build a shed that locks.`)
    ).toEqual([
      'outcome: Water',
      '  priority: Fewer dry taps in August',
      '  priority: More water from the roofs',
      '  action: Lay a pipe along the hedge.',
      '  action: Mend the pump.',
      'outcome: Tools',
      '  priority: A tool in every hand',
      '  action: Build a shed that locks.'
    ])
  })

  it('letters after numbers in one list stand under them; the first number is a goal as the others are', () => {
    expect(
      goalTitles(`# Choir strategic plan

What we value (pillars)
• Song
• Cake

1) Singing
2) Money

1) GOAL: Singing
a) Learn four new songs;
b) Visit the mill each May.

2) GOAL: Money / Members
a) Sell cakes each month;
b) Ask for members in the paper.`)
    ).toEqual([
      'outcome: Singing',
      '  priority: Learn four new songs;',
      '  priority: Visit the mill each May.',
      'outcome: Money / Members',
      '  priority: Sell cakes each month;',
      '  priority: Ask for members in the paper.'
    ])
  })

  it('a first entry that looks like a heading for the list under it is the first of its list', () => {
    expect(
      goalTitles(`Where are we going?
Goals and Objectives
The station has established the following strategic goals for the future:
  1. To point the lifeboats toward:
    • The rescue of swimmers in the bay.
    • The towing of boats without fuel.
  2. To teach children on the beach about tides.
  3. To keep the slipway clear of weed all year round.`)
    ).toEqual([
      'outcome: To point the lifeboats toward',
      '  priority: The rescue of swimmers in the bay.',
      '  priority: The towing of boats without fuel.',
      'outcome: To teach children on the beach about tides.',
      'outcome: To keep the slipway clear of weed all year round.'
    ])
  })

  it('a dotted number after the mark is the label’s', () => {
    expect(
      goalTitles(`# Village plan

## Theme 1. A village that rests

Goal 1.1: Quiet evenings
Goal 1.2: Dark skies

## Theme 2. A village that works

Goal: 2.1 Workshops for joiners
Goal: 2.2 A market on Fridays`)
    ).toEqual([
      'outcome: A village that rests',
      '  priority: Quiet evenings',
      '  priority: Dark skies',
      'outcome: A village that works',
      '  priority: Workshops for joiners',
      '  priority: A market on Fridays'
    ])
  })
})

describe('goals that the others tell', () => {
  it('a heading with the parts that the goals beside it have is a goal, whatever its words', () => {
    expect(
      goalTitles(`# Museum digital strategy

## Open by default

### Where we are now

Half of the drawers are shut.

### How we need to change

We will:

- Publish each drawer's list
- Open the cellar on Fridays

## Governance

### Where we are now

Nobody is asked.

### How we need to change

Building on what we already have, we will:

- Invite visitors to the board
- Publish the minutes

## Fewer queues

### Where we are now

People wait for an hour.

### How we need to change

We will:

- Sell tickets by the hour

## Warm rooms

### Where we are now

The stove is from 1931.

### How we need to change

We will:

- Mend the stove`)
    ).toEqual([
      'outcome: Open by default',
      "  action: Publish each drawer's list",
      '  action: Open the cellar on Fridays',
      'outcome: Governance',
      '  action: Invite visitors to the board',
      '  action: Publish the minutes',
      'outcome: Fewer queues',
      '  action: Sell tickets by the hour',
      'outcome: Warm rooms',
      '  action: Mend the stove'
    ])
  })

  it('numbers tell which bold lines stand under which headings, and lists right under them are of one kind', () => {
    expect(
      goalTitles(`# Five-year strategic plan of the weaving school

## 1. Governance

**1.1 A wider board**:

- Invite weavers from the islands.
- Publish the minutes.

###### **Metrics and Targets:**

- Elect nine members.

**1.2 Plain rules**:

- Rewrite the rule book.

###### **Metrics and Targets:**

- Print 90 copies.

## 2. Looms

**2.1 More looms**:

- Increase the number of looms.
- Improve the old ones.

###### **Metrics and Targets:**

- Buy 12 looms.

**2.2 Safe looms**:

- Guard the shuttles.
- Train new pupils.

###### **Metrics and Targets:**

- Halve the number of cut fingers.`)
    ).toEqual([
      'outcome: Governance',
      '  priority: A wider board',
      '    action: Invite weavers from the islands.',
      '    action: Publish the minutes.',
      '    measure: Elect nine members.',
      '  priority: Plain rules',
      '    action: Rewrite the rule book.',
      '    measure: Print 90 copies.',
      'outcome: Looms',
      '  priority: More looms',
      '    action: Increase the number of looms.',
      '    action: Improve the old ones.',
      '    measure: Buy 12 looms.',
      '  priority: Safe looms',
      '    action: Guard the shuttles.',
      '    action: Train new pupils.',
      '    measure: Halve the number of cut fingers.'
    ])
  })
})

describe('labels and marks of plain pages', () => {
  it('rings for bullets run into the entries above them', () => {
    expect(
      goalTitles(`# Reading room strategic plan

• FOCUS AREA I - A room for all
o Remove the turnstile
o Extend opening hours

• FOCUS AREA II - A room that is known
o Host evenings each month
o Print a leaflet

• FOCUS AREA III - A room that lasts
o Mend the roof`)
    ).toEqual([
      'outcome: A room for all',
      '  priority: Remove the turnstile',
      '  priority: Extend opening hours',
      'outcome: A room that is known',
      '  priority: Host evenings each month',
      '  priority: Print a leaflet',
      'outcome: A room that lasts',
      '  priority: Mend the roof'
    ])
  })

  it('goals counted in words, over lists of names', () => {
    expect(
      goalTitles(`# Ferry users' strategic plan

## First Objective: Places to wait

Travellers stand in the rain.

- A shelter at each pier
- A bench by the gate

## Second Objective:

2

Ways to pay

- One ticket for both lines
- Half fares after six

## Third Objective: A say in the timetable

- Two seats on the board
- A yearly count of travellers`)
    ).toEqual([
      'outcome: Places to wait',
      '  priority: A shelter at each pier',
      '  priority: A bench by the gate',
      'outcome: Ways to pay',
      '  priority: One ticket for both lines',
      '  priority: Half fares after six',
      'outcome: A say in the timetable',
      '  priority: Two seats on the board',
      '  priority: A yearly count of travellers'
    ])
  })

  it('labels without numbers in lines of their own, one level below the other', () => {
    expect(
      goalTitles(`# Port business plan

Goal: Move more freight by rail
Strategy: Build a second siding
Strategy: Agree slots with the carrier
Performance measure: Tonnes moved by rail

Goal: Cut the idle time of ships
Strategy: Publish berth windows
Performance measure: Hours at anchor

Goal: Keep the harbour clean
Strategy: Collect litter every day
Performance measure: Complaints received`)
    ).toEqual([
      'outcome: Move more freight by rail',
      '  priority: Build a second siding',
      '  priority: Agree slots with the carrier',
      '    measure: Tonnes moved by rail',
      'outcome: Cut the idle time of ships',
      '  priority: Publish berth windows',
      '    measure: Hours at anchor',
      'outcome: Keep the harbour clean',
      '  priority: Collect litter every day',
      '    measure: Complaints received'
    ])
  })
})
