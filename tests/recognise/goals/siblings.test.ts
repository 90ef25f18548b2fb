/** Headings beside a plan's goals that are goals too: by the number that a sentence gives. */
import {expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const part = (title: string, lead: string, work: string[]) =>
  `## ${title}\n\n${lead}\n\n${work.map((each) => `- ${each}`).join('\n')}\n\n`

it('a heading among as many as a sentence counts is a goal, though nothing else says so', () => {
  const text =
    '# Harbour strategy\n\nThe strategy has four areas of focus, each in a part of its own.\n\n' +
    '## Crews/Owners First\n\nOf 40 crews, half moor by hand.\n\n' +
    part('Privacy on Board', 'We will:', ['lock every locker at night', 'share no name without leave']) +
    part('Skilled Hands', 'We will:', ['teach two mates a year', 'pay for their tickets']) +
    part('Value for Money', 'We will:', ['buy rope together', 'halve the landing fee'])
  expect(goalTitles(text).filter((line) => line.startsWith('outcome'))).toEqual([
    'outcome: Crews/Owners First',
    'outcome: Privacy on Board',
    'outcome: Skilled Hands',
    'outcome: Value for Money'
  ])
  expect(goalTitles(text.replace('four areas', 'nine areas'))).not.toContain('outcome: Crews/Owners First')
})

it('what a service that is named will be is led in as work', () => {
  const text =
    '# Harbour strategy\n\n' +
    part('Crews First', 'Harbour services will be:', ['open whenever the tide is', 'easy to reach by foot']) +
    part('Privacy on Board', 'We will:', ['lock every locker at night', 'share no name without leave']) +
    part('Skilled Hands', 'We will:', ['teach two mates a year', 'pay for their tickets'])
  expect(goalTitles(text).slice(0, 3)).toEqual([
    'outcome: Crews First',
    '  action: open whenever the tide is',
    '  action: easy to reach by foot'
  ])
})

it('a numbered goal goes on under the same goal after a case study under a heading of its own', () => {
  const outcome = (number: number, words: string) => `## Desired outcome ${number}:\n\n${words}\n\n`
  const text =
    '## Pillar 1: Safe Quays\n\nQuays are where boats lie.\n\n' +
    outcome(1, 'Every quay stands in every wind') +
    '## Case study: the north wall\n\nThe wall was mended in a week by forty hands.\n\n' +
    outcome(2, 'Every step is lit at night') +
    '## Pillar 2: Full Nets\n\nNets are what boats carry.\n\n' +
    outcome(1, 'Every net is whole in spring')
  expect(goalTitles(text)).toEqual([
    'outcome: Safe Quays',
    '  priority: Every quay stands in every wind',
    '  priority: Every step is lit at night',
    'outcome: Full Nets',
    '  priority: Every net is whole in spring'
  ])
})

it('numbers of what is still to come are goals where a sentence counts them by a name of its own', () => {
  const goals = [
    '100 million fish to return to the bay',
    'Clean water for 500 people',
    '800 rowers to take part in races'
  ]
  const text = (count: string, lines: readonly string[]): string =>
    `# Harbour Strategy Moonshots\n\nThe ${count} moonshots:\n\n${lines.map((line, at) => `${at + 1}. ${line}`).join('\n')}\n`
  expect(goalTitles(text('three', goals))).toEqual(goals.map((line) => `outcome: ${line}`))
  const achieved = [
    '100 million fish were caught',
    'Clean water for 500 people',
    '800 rowers had to take part in races'
  ]
  expect(goalTitles(text('three', achieved))).toEqual([])
})
