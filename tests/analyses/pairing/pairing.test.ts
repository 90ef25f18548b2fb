import {describe, expect, it} from 'vitest'
import {everyPairUpTo, pairPlans, sameBody} from '../../../src/analyses/pairing/pairing.ts'
import type {Outcome, Plan} from '../../../src/plan-tree/nodes.ts'

function plan(digest: string, facts: Partial<Plan>, ...titles: string[]): Plan {
  const children = titles.map(
    (title, index): Outcome => ({
      type: 'outcome',
      id: `outcome-${index + 1}`,
      title,
      term: 'outcome',
      pages: [],
      children: []
    })
  )
  return {
    type: 'plan',
    version: 1,
    digest,
    title: digest,
    status: 'unstated',
    source: {path: digest, format: 'text', digest, pages: 0},
    warnings: [],
    pages: [],
    ...facts,
    children
  }
}

const goals = [
  'Children are warm in winter',
  'Young people are heard in every meeting',
  'Families find a doctor near home'
]
const kind = "children and young people's plan"

describe('pairPlans', () => {
  it('puts the draft before the final, whichever file comes first', () => {
    const draft = plan(
      'bbb',
      {status: 'draft', authority: 'East Marlshire', kind, period: {from: 2024, to: 2028}},
      ...goals
    )
    const final = plan(
      'aaa',
      {status: 'final', authority: 'East Marlshire', kind, period: {from: 2024, to: 2028}},
      ...goals
    )
    for (const plans of [
      [draft, final],
      [final, draft]
    ])
      expect(pairPlans(plans)).toMatchObject([{a: 'bbb', b: 'aaa', relation: 'versions'}])
  })

  it('tells a replacement from a version by the period', () => {
    const old = plan('x', {authority: 'West Marlshire', kind, period: {from: 2019, to: 2022}}, ...goals)
    const next = plan('a', {authority: 'Marlshire West and Harrow', kind, period: {from: 2023, to: 2027}}, ...goals)
    expect(pairPlans([next, old])).toMatchObject([{a: 'x', b: 'a', relation: 'replaces'}])
  })

  it('ties a strategy to the same authority, and another place to none', () => {
    const umbrella = plan('a', {authority: 'East Marlshire', kind}, ...goals)
    const strategy = plan('b', {authority: 'Marlshire East', kind: 'care strategy'}, 'Homes close to school')
    const other = plan('c', {authority: 'West Marlshire', kind}, 'Roads are safe')
    expect(pairPlans([umbrella, strategy, other]).map((pair) => pair.relation)).toEqual([
      'same-authority',
      'compared',
      'compared'
    ])
  })

  it('does not take one shared word for one place', () => {
    expect(sameBody(plan('a', {authority: 'Marlshire'}), plan('b', {authority: 'East Marlshire'}))).toBe(false)
  })

  it('is blind to the order of the plans', () => {
    const plans = [
      plan('a', {authority: 'East Marlshire', kind}, ...goals),
      plan('b', {authority: 'East Marlshire', kind, status: 'draft'}, ...goals),
      plan('c', {authority: 'West Marlshire', kind}, 'Roads are safe')
    ]
    expect(pairPlans([...plans].reverse())).toEqual(pairPlans(plans))
  })

  it('lists of a large archive what belongs together, as it does of a small one', () => {
    const names = ['Ashby', 'Borrow', 'Calder', 'Dunmere']
    const plans = Array.from({length: everyPairUpTo + 6}, (_, index) =>
      plan(
        `${index}`.padStart(4, '0'),
        {authority: `${names[index % 4]} ${Math.floor(index / 8)} shire`, period: {from: 2020, to: 2024}},
        // Every fourth is a later version of the one before.
        ...[0, 1, 2].map(
          (goal) => `goal ${goal} of number ${index % 4 === 3 ? index - 1 : index}, which has none of the others`
        )
      )
    )
    const few = plans.slice(0, 60)
    const related = pairPlans(few).filter(({relation}) => relation !== 'compared')
    const ids = new Set(few.map(({digest}) => digest))
    const listed = pairPlans(plans)
    expect(listed.every(({relation}) => relation !== 'compared')).toBe(true)
    expect(listed.filter(({a, b}) => ids.has(a) && ids.has(b))).toEqual(related)
    expect(related.length).toBeGreaterThan(10)
  })
})
