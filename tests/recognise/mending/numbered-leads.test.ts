import {expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const pillar = (number: number, title: string, said: string, work: string[]) =>
  `**${number}. ${title}** – ${said}\n\n${work.map((each) => `- ${each}`).join('\n')}\n\n`

it('numbered words in bold over explanations and lists are titles, the first after a colon and the last among them', () => {
  const text =
    pillar(1, 'Safe Quays', 'We will make quays safe, including by:', [
      'Mending the north wall.',
      'Lighting each step.'
    ]) +
    pillar(2, 'Full Nets', 'With every crew, including by:', ['Halving the landing fee.', 'Opening the ice house.']) +
    pillar(3, 'Good Crews', 'We will train them by:', ['Teaching two mates a year.', 'Paying for their tickets.']) +
    pillar(4, 'Ties with Other Harbours', 'The trust seeks harbours that:', ['Share what they know of tides.'])
  expect(goalTitles(`# Harbour strategy\n\n## Approach\n\nThe strategy stands on four pillars:\n\n${text}`)).toEqual([
    'outcome: Safe Quays',
    '  priority: Mending the north wall.',
    '  priority: Lighting each step.',
    'outcome: Full Nets',
    '  priority: Halving the landing fee.',
    '  priority: Opening the ice house.',
    'outcome: Good Crews',
    '  priority: Teaching two mates a year.',
    '  priority: Paying for their tickets.',
    'outcome: Ties with Other Harbours',
    '  priority: Share what they know of tides.'
  ])
})
