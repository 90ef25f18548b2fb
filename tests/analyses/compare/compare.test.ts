import {describe, expect, it} from 'vitest'
import {profileOf, themeDifferences} from '../../../src/analyses/compare/compare.ts'
import {readability} from '../../../src/analyses/compare/readability.ts'
import {findCoverage} from '../../../src/analyses/coverage/coverage.ts'
import {findGaps} from '../../../src/analyses/gaps/gaps.ts'
import {action, lead, measure, milestone, month, outcome, plan, priority, target, voice} from '../../support/plans.ts'

describe('profileOf', () => {
  const of = plan([
    outcome(
      'Rivers are clean',
      voice('Cheaper buses at night'),
      voice('Cleaner rivers'),
      priority('Explore a weir'),
      priority('Dredge the rivers'),
      action('Plant willows', lead('Rivers team'), milestone('Trees bought', month('due', 2026, 3))),
      measure('90% of tests pass', 'reached', target('90%', 90)),
      measure('More otters')
    )
  ])
  it('counts what is quantified, dated, led, answered and firm', () => {
    expect(profileOf(of, findGaps(of), 2)).toMatchObject({
      goals: {outcome: 1, priority: 2, action: 1, measure: 2, milestone: 1},
      quantified: {of: 3, are: 1},
      dated: {of: 3, are: 1},
      led: {of: 2, are: 2},
      answered: {of: 2, are: 1},
      firm: {of: 3, are: 2},
      smart: {of: 3, are: 1}
    })
  })
})

describe('themeDifferences', () => {
  it('lists themes that only one plan promises anything about', () => {
    const a = plan([outcome('Rivers are clean')], {digest: 'a'})
    const b = plan([outcome('Woods are deep', voice('Clean rivers'))], {digest: 'b'})
    const coverage = findCoverage([a, b], [{id: 'r', name: 'Rivers', synonyms: ['river']}])
    expect(themeDifferences(coverage, 'a', 'b')).toMatchObject([
      {theme: 'r', only: 'a', level: 'outcome', other: 'mention'}
    ])
  })
})

describe('readability', () => {
  it('puts short plain sentences below long learned ones', () => {
    const plain = readability(['We will mend the road. You can walk to school.'])
    const hard = readability([
      'Multidisciplinary commissioning arrangements necessitate considerable organisational transformation across institutional boundaries'
    ])
    expect(plain.grade).toBeLessThan(5)
    expect(hard.grade).toBeGreaterThan(15)
    expect(readability([])).toEqual({words: 0, sentences: 0, grade: 0})
  })
})
