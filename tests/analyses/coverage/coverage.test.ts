import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findCoverage} from '../../../src/analyses/coverage/coverage.ts'
import type {Theme} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {glossary, measure, outcome, passage, plan, priority, restatement, section, voice} from '../../support/plans.ts'

const themes = [
  {id: 'weirs', name: 'Weirs', synonyms: ['weir', 'low wall']},
  {id: 'send', name: 'SEND', synonyms: ['SEND']},
  {id: 'care', name: 'Care', synonyms: ['children in care']}
]

function levels(of: Plan): Record<string, string> {
  return Object.fromEntries(findCoverage([of], themes).cells.map((cell) => [cell.theme, cell.level]))
}

describe('findCoverage', () => {
  it('gives the highest level at which a theme is spoken of, with the words', () => {
    const of = plan([
      outcome('Rivers run freely', voice('Mend the weir'), priority('Take down old weirs'), measure('Fewer low walls')),
      glossary(['SEND', 'Special needs'])
    ])
    expect(levels(of)).toEqual({weirs: 'priority', send: 'mention', care: 'none'})
    expect(findCoverage([of], themes).cells[0]).toMatchObject({
      quote: 'Take down old weirs',
      by: 'weir',
      unit: 'outcome-1/priority-1'
    })
  })
  it('finds a phrase in any form of its words and with small words between', () => {
    expect(levels(plan([outcome('Children take good care of the county')])).care).toBe('none')
    expect(levels(plan([outcome("Children in our care's best years")])).care).toBe('outcome')
  })
  it('finds a name in capitals only in capitals', () => {
    expect(levels(plan([section('other', 'Post', passage('Please send your views.'))])).send).toBe('none')
  })
  it('takes one word only in its own longer forms', () => {
    const one = (word: string, title: string) =>
      findCoverage([plan([outcome(title)])], [{id: 'x', name: 'X', synonyms: [word]}]).cells[0]!.level
    expect(one('listen', 'Listening comes first')).toBe('outcome')
    expect(one('parenting', 'As any good parent would')).toBe('none')
    expect(one('independence', 'An independent chair')).toBe('none')
    expect(one('cared for children', 'Caring for their children')).toBe('none')
    expect(one('cared for children', 'Cared for children do well')).toBe('outcome')
  })
  it('does not take one word out of a term that is another thing', () => {
    const workforce = [{id: 'w', name: 'Workforce', synonyms: ['training']}]
    const level = (title: string) => findCoverage([plan([outcome(title)])], workforce).cells[0]!.level
    expect(level('Better education, employment and training')).toBe('none')
    expect(level('Training for all who work here')).toBe('outcome')
  })
  it('finds what the lexicon holds equal, and leaves out what is excepted', () => {
    const cell = (title: string, theme: Partial<Theme>) =>
      findCoverage([plan([outcome(title)])], [{id: 'x', name: 'X', synonyms: [], ...theme}]).cells[0]!.level
    expect(cell('Children we care for are happy', {synonyms: ['children in care']})).toBe('outcome')
    expect(cell('Children we care for are happy', {synonyms: ['children in care'], exact: true})).toBe('none')
    expect(cell('An online survey of all', {synonyms: ['online'], except: ['online survey']})).toBe('none')
    expect(cell('An online survey of harm online', {synonyms: ['online'], except: ['online survey']})).toBe('outcome')
  })
  it("finds a user's theme by what the product knows of the same", () => {
    const known = [{id: 'k', name: 'Teeth', synonyms: ['dental', 'dentist', 'tooth decay']}]
    const of = [plan([outcome('Less tooth decay')])]
    const level = (synonyms: string[]) =>
      findCoverage(of, [{id: 'x', name: 'X', synonyms}], known).cells.map(({level}) => level)
    expect(level(['dental', 'dentist'])).toEqual(['outcome'])
    expect(level(['dental'])).toEqual(['none'])
  })
  it('counts a goal said again as the goal, not as a mention', () => {
    const said = outcome('Safe homes', restatement('foreword', 'outcome', 'Weirs and safe homes'))
    expect(levels(plan([said])).weirs).toBe('outcome')
  })
  it('a plan covers its themes at least as well as any part of it', () => {
    const rank = ['none', 'mention', 'measure', 'priority', 'outcome']
    const words = fc.constantFrom('Mend the weir', 'SEND help', 'Plant trees', 'Homes for children in care')
    const goals = fc.array(fc.tuple(words, words, words), {minLength: 1, maxLength: 4})
    fc.assert(
      fc.property(goals, (list) => {
        const outcomes = list.map(([title, work, seen]) => outcome(title, priority(work), measure(seen)))
        const whole = levels(plan(outcomes))
        for (const part of outcomes) {
          const covered = levels(plan([part]))
          for (const theme of themes)
            expect(rank.indexOf(whole[theme.id]!)).toBeGreaterThanOrEqual(rank.indexOf(covered[theme.id]!))
        }
      })
    )
  })

  it('takes what stands in the name of a body for a mention', () => {
    const themes = [{id: 'w', name: 'Wellbeing', synonyms: ['wellbeing']}]
    const level = (title: string) => findCoverage([plan([outcome(title)])], themes).cells[0]!.level
    expect(level('The Health and Wellbeing Board meets twice')).toBe('mention')
    expect(level('Wellbeing is good, and the board says so')).toBe('outcome')
    expect(level('The Health and Wellbeing Board sees to the wellbeing of otters')).toBe('outcome')
  })
})
