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
