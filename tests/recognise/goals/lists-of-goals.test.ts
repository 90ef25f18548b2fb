/** Lists whose entries come back as headings, and the columns of a roadmap. */
import {expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const practice = (title: string) => `### ${title}\n\nIt has been so since the harbour was dug.\n\n`

it('a list of what is done already names no goals, though it comes back in headings', () => {
  const list = (lead: string) => `${lead}\n\n- tide tables\n- rope lockers\n- night lamps\n\n`
  const parts = ['Tide tables', 'Rope lockers', 'Night lamps'].map(practice).join('')
  const document = (lead: string) => `# Harbour strategy\n\n## Where we stand\n\n${list(lead)}${parts}`
  expect(goalTitles(document('We follow the strategy to reach these goals:'))).toEqual([
    'outcome: Tide tables',
    'outcome: Rope lockers',
    'outcome: Night lamps'
  ])
  expect(goalTitles(document('We already reach the goals of the strategy through:'))).toEqual([])
})

it('the columns of a roadmap lead in the work of a goal, what is under way and what will be', () => {
  const part = (title: string, now: string, next: string) =>
    `## ${title}\n\nWhat it is about.\n\n### Now\n\n- We are ${now}\n- We are asking crews\n\n### Next\n\n- We will ${next}\n- We will ask again\n\n### Later\n\n- We will count boats\n\n`
  const text =
    '# Harbour roadmap\n\n' +
    part('Mending walls', 'laying stone on the north wall', 'lay stone on the south wall') +
    part('Lighting slips', 'hanging lamps at the slip', 'hang lamps at the gate') +
    part('Telling tides', 'printing tables for June', 'print tables for July')
  expect(goalTitles(text).filter((line) => /We are|outcome/.test(line))).toEqual([
    'outcome: Mending walls',
    '  action: We are laying stone on the north wall',
    '  action: We are asking crews',
    'outcome: Lighting slips',
    '  action: We are hanging lamps at the slip',
    '  action: We are asking crews',
    'outcome: Telling tides',
    '  action: We are printing tables for June',
    '  action: We are asking crews'
  ])
})

it('titles under a heading of priorities for named years are goals, whatever their words are', () => {
  const words =
    'Storms came in spring, and the crews have told the board what they saw of the quays, the walls and the boats.'
  const entry = (title: string) => `* ${title}\n\n${words}\n\n${words}\n\n`
  const entries = ['Night boats', 'Ropes and nets', 'Tide tables', 'The ice house'].map(entry).join('')
  const document = (heading: string) =>
    goalTitles(
      `5. Partners\nThe trust shares its strategy with the council and residents.\n\n6. ${heading}\n${entries}`
    )
  expect(document('Priorities for 2031 - 32')).toEqual([
    'outcome: Night boats',
    'outcome: Ropes and nets',
    'outcome: Tide tables',
    'outcome: The ice house'
  ])
  expect(document('Boats of 2031 - 32')).toEqual([])
})

it('commitments that were delivered are no goals', () => {
  const list = (lead: string) =>
    `# Harbour strategy\n\nThe council counted boats for the first time.\n\n${lead}\n\n- Lamps on every step\n- Ropes for every crew\n- A wall of stone\n`
  expect(goalTitles(list('Our commitments include:'))).toHaveLength(3)
  expect(goalTitles(list('Other commitments delivered include:'))).toEqual([])
})

it('what the body expects leads in the work of a goal, without a colon', () => {
  const goal = (number: number, title: string) =>
    `## Objective ${number}: ${title}\n\n### This objective signifies that\n\n- quays are dry\n- walls are whole\n\n### The council expects\n\n- crews to count boats\n- tides to be told\n\n`
  const work = ['quays are dry', 'walls are whole', 'crews to count boats', 'tides to be told']
  expect(goalTitles(goal(1, 'Safe quays') + goal(2, 'Full nets'))).toEqual(
    ['Safe quays', 'Full nets'].flatMap((title) => [`outcome: ${title}`, ...work.map((each) => `  action: ${each}`)])
  )
})

it('what leads in the list under an entry, with the time it is for, is no part of its title', () => {
  const entry = (title: string, work: readonly string[]) =>
    `1. ${title} In the next five years, we aim to do this by:\n${work.map((line) => `  * ${line}`).join('\n')}\n`
  const text = `# Harbour strategy\n\n## Goals\nThe harbour works towards two goals:\n${entry('Keeping the quay dry.', ['Mending the north wall', 'Raising the south wall'])}${entry('Keeping boats afloat.', ['Teaching crews to caulk', 'Renewing the slip'])}`
  expect(goalTitles(text).filter((line) => line.startsWith('outcome'))).toEqual([
    'outcome: Keeping the quay dry.',
    'outcome: Keeping boats afloat.'
  ])
})
