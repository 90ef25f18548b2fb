import {describe, expect, it} from 'vitest'
import {measureParts, needsBaseline} from '../../../src/language/measures/parts.ts'
import {measuresOf, smartSums} from '../../../src/language/measures/smart.ts'
import type {Measure} from '../../../src/plan-tree/nodes.ts'
import {lead, measure, milestone, month, outcome, plan, target} from '../../support/plans.ts'

const parts = (title: string, direction: Measure['direction'] = 'unstated') =>
  measureParts(measure(title, direction) as Measure)

describe('what is counted', () => {
  it.each([
    ['More otters live in the lower Wend.', 'otters live in the lower Wend'],
    ['% of anglers with a licence', 'anglers with a licence'],
    ['Number of weirs that have a fish ladder', 'weirs that have a fish ladder'],
    ['Reduction in spills that nobody reported from 54 to 35 a year.', 'spills that nobody reported'],
    ['The share of banks with willows rises from 62% in 2023 to 85% by March 2027.', 'banks with willows'],
    ['Increase by 25% in the number of anglers who log a catch', 'anglers who log a catch'],
    ['90% of tests pass', 'tests pass'],
    ['Levels of silt have improved.', 'silt'],
    ['An increase in clubs from 7 clubs to a target of 12 by August 2027', 'clubs'],
    ['River map published (Y/N)', 'River map published'],
    ['$79 million by 2028', '$79 million by 2028']
  ])('of "%s" is "%s"', (title, counted) => expect(parts(title).counted).toBe(counted))
})

describe('for whom', () => {
  it.each([
    [
      'More disabled young people aged sixteen to eighteen fish with a friend',
      ['disabled young people aged sixteen to eighteen']
    ],
    ['Parents and carers say that the path is safe', ['Parents and carers']],
    ['The Care Leavers and Families Board meets', []],
    ["Children's services publish a map", []],
    ['Families who keep a boat until the child is two', ['Families']],
    ['Number of 16-18 year olds and under 5s on a boat', ['16-18 year olds', 'under 5s']]
  ])('%s', (title, people) => expect(parts(title).forWhom).toEqual(people))
})

describe('levels, standards and sources', () => {
  it('takes a service standard for no target', () => {
    expect(parts('More licences are issued within twenty weeks', 'more')).toMatchObject({
      standard: 'within twenty weeks'
    })
    expect(parts('More licences are issued within twenty weeks', 'more').target).toBeUndefined()
  })
  it('reads all, none and numbers in words as levels', () => {
    expect(parts('No angler waits').target?.words).toBe('No')
    expect(parts('Forty new ponds are dug').target?.words).toBe('Forty')
    expect(parts('Anglers aged sixteen to eighteen').target).toBeUndefined()
  })
  it('takes the direction from the figures where the words give none', () => {
    const drop = measure('Ponds with algae', 'unstated', target('20%', 20)) as Measure
    drop.children.push({
      type: 'statistic',
      value: '31%',
      quantity: {amount: 31, unit: '%', bound: 'exactly'},
      pages: [],
      data: {baseline: true}
    })
    expect(measureParts(drop)).toMatchObject({direction: 'fewer', counting: 'share', baseline: {words: '31%'}})
  })
  it('takes a wait that is to fall for fewer, and a bound for no change', () => {
    const wait = measure('Longest wait for a licence', 'unstated', {
      type: 'target',
      value: '6 weeks',
      pages: []
    }) as Measure
    wait.children.push({type: 'statistic', value: '43 weeks', pages: [], data: {baseline: true}})
    expect(measureParts(wait)).toMatchObject({direction: 'fewer', counting: 'time'})
    expect(needsBaseline(measure('Fewer than 15 anglers leave', 'fewer') as Measure)).toBe(false)
    expect(needsBaseline(measure('Fewer anglers leave', 'fewer') as Measure)).toBe(true)
  })
  it.each([
    ['Anglers are content, as measured by the river survey', 'the river survey'],
    ['Stock as recognised by the Rivers Agency.', 'the Rivers Agency'],
    ['More anglers say that the water is clear', 'their own word (“say that”)'],
    ['The yearly creel audit will show fewer eels', 'yearly creel audit']
  ])('%s', (title, source) => expect(parts(title).source).toBe(source.replace(/^the /, '')))
  it('sees two counts printed as one', () => {
    expect(parts('% with three moorings % leaving through the lock').second).toBe('% leaving through the lock')
  })
})

describe('SMART marks', () => {
  const of = plan([
    outcome(
      'Rivers are clean',
      lead('Rivers team'),
      measure('90% of tests pass the limit', 'reached', target('90%', 90), month('due', 2026, 3)),
      measure('More otters in the Wend', 'more'),
      measure('Plan'),
      milestone('Weir opened to fish', month('due', 2026, 3))
    ),
    outcome('Woods are deep')
  ])
  it('says which marks the words have', () => {
    const marks = measuresOf(of).map(({reading: {smart}}) => [
      smart.specific,
      smart.measurable,
      smart.assignable,
      smart.realistic,
      smart.timeRelated,
      smart.score
    ])
    expect(marks).toEqual([
      [true, true, true, false, true, 4],
      [true, false, true, false, false, 2],
      [false, false, true, false, false, 1],
      [true, true, true, true, true, 5]
    ])
  })
  it('sums them by plan and outcome', () => {
    const [whole, rivers, woods] = smartSums(of)
    expect(whole).toMatchObject({unit: null, measures: 4, measurable: 2, assignable: 4, score: 3})
    expect(rivers).toMatchObject({text: 'Rivers are clean', measures: 4, score: 3})
    expect(woods).toMatchObject({measures: 0, score: null})
  })
})
