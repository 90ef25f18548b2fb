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

it('the last of numbered titles over lists of their own is a title as they are, though its words give an order', () => {
  const over = (number: number, title: string) => `${number}. ${title}\na) Ropes of hemp\nb) Ropes of wire\n\n`
  expect(
    goalTitles(
      `Priorities in 2031:\n\n${over(1, 'Help crews')}${over(2, 'Keep boats')}${over(3, 'Ensure that tides are told')}`
    )
  ).toEqual(
    ['Help crews', 'Keep boats', 'Ensure that tides are told'].flatMap((title) => [
      `outcome: ${title}`,
      '  priority: Ropes of hemp',
      '  priority: Ropes of wire'
    ])
  )
})

it('in a series of titles in bold, one that its sentence goes on from is a title, too; alone, bold words in a sentence are none', () => {
  const part = (number: number, title: string, rest: string) => `**${number}. ${title}**${rest}\n\n`
  const three =
    part(1, 'Survey of the north wall.', ' Expected by May.') +
    part(2, 'Repair of the steps.', ' Expected by June.') +
    part(3, 'Purchase of lamps.', ' Expected by July.')
  const goal = '# Goals of the harbour plan\n\n'
  expect(
    goalTitles(`${goal}${three}${part(4, 'Painting of at least one boat', ' in the colours that crews chose.')}`)
  ).toEqual([
    'outcome: Survey of the north wall',
    'outcome: Repair of the steps',
    'outcome: Purchase of lamps',
    'outcome: Painting of at least one boat'
  ])
  const loose = [1, 2, 3].map((number) => part(number, 'Every boat', ' has oars that the crews made.')).join('')
  expect(goalTitles(`${goal}${loose}`).filter((line) => line.endsWith('Every boat'))).toEqual([])
})
