/** Forms in which plans print their goals, each in a few lines: the goals that are read, with what stands under them. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../support/documents.ts'

const goalsOf = (text: string): string[] => goalTitles(text, ['lead', 'date', 'target'])

describe('forms of goals', () => {
  it('an aim in prose is the goal of the work under it', () => {
    expect(
      goalsOf(`# Wharfdale allotments strategy

Our aim is to keep every plot dug and every plot holder content.

To do this we will:

- mend the pump by the lower gate
- run a waiting list that people can see

The trustees met in May.`)
    ).toEqual([
      'outcome: Our aim is to keep every plot dug and every plot holder content.',
      '  action: mend the pump by the lower gate',
      '  action: run a waiting list that people can see'
    ])
  })

  it('a plan whose goals stand in its summary only is read from there', () => {
    expect(
      goalsOf(`# Canal strategy on a page

| Clean | Open | Busy |
| --- | --- | --- |
| Clean both basins | Reopen the north lock | Offer moorings by the day |
| Clear the weed each spring | Mend the towpath | Bring back the trip boat |`)
    ).toEqual([
      'outcome: Clean',
      '  priority: Clean both basins',
      '  priority: Clear the weed each spring',
      'outcome: Open',
      '  priority: Reopen the north lock',
      '  priority: Mend the towpath',
      'outcome: Busy',
      '  priority: Offer moorings by the day',
      '  priority: Bring back the trip boat'
    ])
  })

  it('leads, dates and targets that close a title in brackets are no part of it', () => {
    expect(
      goalsOf(`# Bandstand plan

## Priority 1 – Music in the park

Actions:

- Repaint the bandstand (Lead: Parks Team, by June 2031)
- Book ten brass bands (Lead: Arts Officer, from May 2031)

Measure: Number of concerts each summer (Target: 20)`)
    ).toEqual([
      'outcome: Music in the park',
      '  action: Repaint the bandstand',
      '    lead: Parks Team',
      '    date: June 2031',
      '  action: Book ten brass bands',
      '    lead: Arts Officer',
      '    date: May 2031',
      '  measure: Number of concerts each summer',
      '    target: 20'
    ])
  })

  it('a bracket that names no lead or date stays in the title', () => {
    expect(
      goalsOf(`# Bandstand plan

## Priority 1 – Music in the park

Actions:

- Repaint the bandstand (the green one)
- Book ten brass bands (Phase One)`)
    ).toEqual([
      'outcome: Music in the park',
      '  action: Repaint the bandstand (the green one)',
      '  action: Book ten brass bands (Phase One)'
    ])
  })

  it('one unlabelled objective under each goal is a goal of its own', () => {
    expect(
      goalsOf(`# Ferry plan 2031

## Safe crossings

Objective: Nobody waits on an unlit jetty

Actions:
- Fit lamps on both jetties

## Dry passengers

Objective: Everybody waits under a roof

Actions:
- Build a shelter on the south bank`)
    ).toEqual([
      'outcome: Safe crossings',
      '  priority: Nobody waits on an unlit jetty',
      '    action: Fit lamps on both jetties',
      'outcome: Dry passengers',
      '  priority: Everybody waits under a roof',
      '    action: Build a shelter on the south bank'
    ])
  })

  it('an action plan under a heading of what was delivered is the plan, what was delivered is not', () => {
    expect(
      goalsOf(`# Footpath plan

## Delivery to date

| Project | Result |
| --- | --- |
| Stiles | 40 mended |

### Action plan 2031

| Action | Owner | Deadline |
| --- | --- | --- |
| Gravel the mill path | Highways | May 2031 |
| Plant a hedge at the ford | Rangers | Dec 2031 |`)
    ).toEqual([
      'action: Gravel the mill path',
      '  lead: Highways',
      '  date: May 2031',
      'action: Plant a hedge at the ford',
      '  lead: Rangers',
      '  date: Dec 2031'
    ])
  })

  it('a table of labels and words is a form', () => {
    expect(
      goalsOf(`# Strategic plan

| Name | Description |
| --- | --- |
| Objective 1.1 | Raise the share of pupils who swim by eleven |
| Objective 1.2 | Open the pool on Sundays |`)
    ).toEqual(['outcome: Raise the share of pupils who swim by eleven', 'outcome: Open the pool on Sundays'])
  })

  it('what headings of one depth start with is the name of their level', () => {
    expect(
      goalsOf(`# Museum plan

## Strategic focus: A house that is open

**Objective 1: Open on Mondays**

- Train six guides

## Strategic focus: A house that is known

**Objective 2: Print a map**

- Ask the bus company for its shelters`)
    ).toEqual([
      'outcome: A house that is open',
      '  priority: Open on Mondays',
      '    action: Train six guides',
      'outcome: A house that is known',
      '  priority: Print a map',
      '    action: Ask the bus company for its shelters'
    ])
  })

  it('promises in paragraphs are priorities, what is told beside them is not', () => {
    expect(
      goalsOf(`# Library strategy

Three themes run through this strategy:

## Quiet rooms

People come to read. We will hang doors in both halls.

## Open shelves

Half of our books stand in a cellar. We will bring them up by 2031.

## Late hours

The town wakes late. We will stay open until nine.`)
    ).toEqual([
      'outcome: Quiet rooms',
      '  priority: We will hang doors in both halls.',
      'outcome: Open shelves',
      '  priority: We will bring them up by 2031.',
      '    date: 2031',
      'outcome: Late hours',
      '  priority: We will stay open until nine.'
    ])
  })

  it('a list with as many entries as the sentence before it counts is what it counts', () => {
    expect(
      goalsOf(`# Orchard strategy 2031

Three big moves have been chosen for the years ahead. The moves are:

1. Graft the old pears
2. Open the press to neighbours
3. Sell juice at the gate`)
    ).toEqual([
      'outcome: Graft the old pears',
      'outcome: Open the press to neighbours',
      'outcome: Sell juice at the gate'
    ])
  })

  it('numbered lines with lists between them are titles', () => {
    expect(
      goalsOf(`# Harbour plan

## My priorities

1. Safe moorings

I will:

- fit rings on the east wall

2. Clean water

I will:

- skim the basin each week

3. Open gates

I will:

- unlock the slipway by six`)
    ).toEqual([
      'outcome: Safe moorings',
      '  action: fit rings on the east wall',
      'outcome: Clean water',
      '  action: skim the basin each week',
      'outcome: Open gates',
      '  action: unlock the slipway by six'
    ])
  })
})

describe('what stands around goals', () => {
  const card = '## Ambition: boats for all\n\n### What we will do\n\n- Build two ferries\n- Train ten pilots\n'

  it('a line of the cover before the first heading takes no goal away', () => {
    expect(goalsOf(`Harbour Board papers\n\n${card}`)).toEqual(goalsOf(card))
    expect(goalsOf(card)[0]).toBe('outcome: boats for all')
  })

  it('a date between two numbered lines leads in no list', () => {
    const lines = [
      '1. **Keep the quays safe and open all year round**',
      '1.1 Mend the north quay before winter storms begin',
      'June 2034',
      '1.2 Hang lamps along the south quay for late boats',
      'December 2034',
      '1.3 Publish the depth of every berth each month'
    ]
    expect(
      goalsOf(`# Quays action plan\n\nOur actions and the dates they are due.\n\n${lines.join('\n\n')}\n`)
    ).toEqual([
      'outcome: Keep the quays safe and open all year round',
      '  priority: Mend the north quay before winter storms begin',
      '  priority: Hang lamps along the south quay for late boats',
      '  priority: Publish the depth of every berth each month'
    ])
  })

  it('numbered promises outweigh a title that sounds like advice', () => {
    const promises = ['listen to every pilot', 'mend what is broken', 'say when we cannot']
    const text = promises.map((words, i) => `- Promise ${i + 1}: we’ll ${words}.`).join('\n')
    expect(
      goalsOf(`# What is harbour keeping?\n\nWe have written down three promises of what we will do.\n\n${text}\n`)
    ).toEqual(promises.map((words) => `outcome: we’ll ${words}.`))
  })

  it('a line that ends in a colon leads in the headings right below it, and each of these its list', () => {
    const priority = (number: number, title: string, entries: string) =>
      `## Priority ${number}: ${title}\n\nWe ask every pilot.\n\nAs part of our work on this priority we will:\n\n${entries}`
    const quays = '### Quays that hold in every flood\n\n- The north quay is mended\n- Lamps hang on the south quay\n'
    const boats = '### Boats that are safe\n\nEach boat is tried twice a year by its crew.\n'
    expect(
      goalsOf(`# Harbour strategy\n\n${priority(1, 'I come home dry', quays)}\n${priority(2, 'I am heard', boats)}`)
    ).toEqual([
      'outcome: I come home dry',
      '  priority: Quays that hold in every flood',
      '    action: The north quay is mended',
      '    action: Lamps hang on the south quay',
      'outcome: I am heard',
      '  action: Boats that are safe'
    ])
  })

  it.each([
    [
      'The board will work towards this goal through the following objectives:',
      ['  priority: Improve the quays', '  priority: Increase the depth of berths']
    ],
    ['We will know by these measures:', ['  measure: Improve the quays', '  measure: Increase the depth of berths']],
    ['This goal contributes to the following national goals:', []]
  ])('the last sentence of a long paragraph leads in the list: %j', (last, read) => {
    const names = ['Open quays', 'Safe boats']
    const prose =
      'Every harbour lives by its quays, and ours are old, so that the masters of larger boats have begun to sail past them.'
    const goal = (number: number) =>
      `## Goal ${number}: ${names[number - 1]}\n\n${prose} ${last}\n\n- Improve the quays\n- Increase the depth of berths\n`
    expect(goalsOf(`# Harbour plan\n\n${goal(1)}\n${goal(2)}`)).toEqual(
      [1, 2].flatMap((number) => [`outcome: ${names[number - 1]}`, ...read])
    )
  })

  it('headings of topics under labelled goals hold the lists right below them, also where they are set as the goals are', () => {
    const topic = (title: string, ...entries: string[]) =>
      `**${title}**\n\n${entries.map((entry) => `- ${entry}\n`).join('')}\n`
    const plan =
      '# Harbour plan\n\n**Goal #1: Open quays**\n\n- Mend the north quay\n\n' +
      topic('Crews', 'Train every pilot twice a year', 'Build a school for mates') +
      topic('Core values', 'Support those who ask before they sail') +
      '**Goal #2: Safe boats**\n\n' +
      topic('Rescue', 'Keep a lifeboat at each mole')
    expect(goalsOf(plan)).toEqual([
      'outcome: Open quays',
      '  priority: Mend the north quay',
      '  priority: Crews',
      '    action: Train every pilot twice a year',
      '    action: Build a school for mates',
      '  priority: Core values',
      '    action: Support those who ask before they sail',
      'outcome: Safe boats',
      '  priority: Rescue',
      '    action: Keep a lifeboat at each mole'
    ])
    // over what is told and not to be done they stay headings
    expect(goalsOf(plan.replace(/^- .*/gm, '- The boats of the fleet were counted'))).toEqual([
      'outcome: Open quays',
      'outcome: Safe boats'
    ])
  })

  it('listed goals come back as headings that say more of them behind a dash or a colon', () => {
    const goal = (heading: string, entry: string) => `## ${heading}\n\n- ${entry}\n\n`
    expect(
      goalsOf(
        '# Harbour plan\n\nThe priorities of the plan are:\n\n- Open quays\n- Safe boats\n- Deep berths\n\n' +
          goal('Open quays - a place for every boat that comes home', 'Mend the north quay') +
          goal('Safe boats – tried twice a year', 'Train ten pilots') +
          goal('Deep berths: no keel on the ground', 'Publish the depth of each')
      )
    ).toEqual([
      'outcome: Open quays - a place for every boat that comes home',
      '  priority: Mend the north quay',
      'outcome: Safe boats – tried twice a year',
      '  priority: Train ten pilots',
      'outcome: Deep berths: no keel on the ground',
      '  priority: Publish the depth of each'
    ])
  })

  it('an entry with entries of its own does not end the list under a heading that is led in', () => {
    const plan = (number: number) =>
      `## Goal ${number}: ${['Open quays', 'Safe boats'][number - 1]}\n\nWe will:\n\n### Crews of goal ${number}\n\n- Train pilots\n  - Hire a teacher\n- Pay mates\n`
    expect(goalsOf(`# Harbour plan\n\n${plan(1)}\n${plan(2)}`).slice(0, 4)).toEqual([
      'outcome: Open quays',
      '  priority: Crews of goal 1',
      '    action: Train pilots',
      '    action: Pay mates'
    ])
  })
})
