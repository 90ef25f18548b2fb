import {describe, expect, it} from 'vitest'
import {findOverlaps} from '../../../src/analyses/overlaps/overlaps.ts'
import {planOf} from './plans.ts'

const one = planOf('a', 'Marlshire plan for children', [
  [
    'outcome',
    'Children we look after do well',
    [
      ['priority', 'Every looked after child has an up to date personal education plan'],
      ['measure', 'More care leavers in education, employment or training']
    ]
  ],
  ['outcome', 'Roads and paths are safe to use', [['priority', 'Mend pot holes within ten days of a report']]]
])
const two = planOf('b', 'Westwold strategy', [
  [
    'outcome',
    'Cared for children achieve their potential',
    [
      ['priority', 'All children in care have a current PEP'],
      ['measure', 'Fewer care leavers who are NEET']
    ]
  ],
  ['outcome', 'A greener borough', [['priority', 'Plant ten thousand trees along main streets']]]
])

describe('findOverlaps', () => {
  it('finds the same commitment in other words, with the words that show it', async () => {
    const {pairs, tier} = await findOverlaps([one, two])
    const pep = pairs.find(({a, b}) => a === 'a#outcome-1/priority-1' && b === 'b#outcome-1/priority-1')
    expect(tier).toBe('words')
    expect(pep?.mutual).toBe(true)
    expect(['same', 'related']).toContain(pep?.band)
    expect(pep?.reasons.some(({kind}) => kind === 'equal-words')).toBe(true)
  })

  it('is blind to the order of the plans', async () => {
    expect(await findOverlaps([two, one])).toEqual(await findOverlaps([one, two]))
  })

  it('says nothing else of two plans when a third is there', async () => {
    const third = planOf('c', 'Third plan', [['outcome', 'Every child in care has a personal education plan']])
    const alone = await findOverlaps([one, two])
    const among = await findOverlaps([one, third, two])
    expect(among.pairs.filter(({a, b}) => !`${a}${b}`.includes('c#'))).toEqual(alone.pairs)
  })
})
