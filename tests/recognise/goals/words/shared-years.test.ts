/** Years that end every goal's title are told beside it. */
import {expect, it} from 'vitest'
import {goalTitles} from '../../../support/documents.ts'

const plan = (titles: string[]) =>
  `# Harbour strategy\n\n${titles.map((title, at) => `## Goal ${at + 1}: ${title}\n\n- Mend the ${at + 2} oldest sheds\n- Train more wardens\n\n`).join('')}`
const outcomes = (titles: string[]) =>
  goalTitles(plan(titles)).flatMap((line) => (line.startsWith('outcome: ') ? [line.slice('outcome: '.length)] : []))

it('the years that the titles of a level end in are no part of them', () => {
  expect(outcomes(['Quiet quays:2031-2034', 'Warm sheds (2031-34)', 'Clear water, Q1-Q2 2032'])).toEqual([
    'Quiet quays',
    'Warm sheds',
    'Clear water'
  ])
})

it('a year that one title alone bears, and a year to do something by, stay in the title', () => {
  const [alone, by] = [
    ['Quiet quays (2031)', 'Warm sheds', 'Clear water'],
    ['Quiet quays by 2031', 'Warm sheds by 2032']
  ]
  expect(outcomes(alone!)).toEqual(alone)
  expect(outcomes(by!)).toEqual(by)
})
