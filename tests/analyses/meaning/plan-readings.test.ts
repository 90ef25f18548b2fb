import {expect, test} from 'vitest'
import {
  goalsAlone,
  keptReadings,
  type PlanReadings,
  readGoals,
  readingsAgain,
  readWorded
} from '../../../src/analyses/meaning/plan-readings.ts'
import {planOf} from '../overlaps/plans.ts'

const plan = {
  ...planOf('a', 'Care Leavers Strategy', [
    [
      'outcome',
      '2030: fewer children in care. Not one sleeps in a B&B; every young person aged 16 to 24 has a home.',
      [
        ['action', 'Every child in care has an oral health check each year'],
        ['action', 'We will no longer place 12 year olds far from home']
      ]
    ],
    ['priority', 'Streets are clean', [['measure', '90% of streets are clean by 2027']]]
  ]),
  period: {from: 2023, to: 2027}
}

const withoutPlaces = ({readings, ...facts}: PlanReadings) => ({
  ...facts,
  readings: readings.map(({unit, ...reading}) => ({unit: {...unit, pages: []}, ...reading}))
})

test('readings are the same after they were kept, order and all', () => {
  const read = readGoals(plan)
  expect(read.readings.length).toBeGreaterThan(4)
  const again = readingsAgain(JSON.parse(JSON.stringify(keptReadings(read))))
  expect(again).toEqual(withoutPlaces(read))
  for (const [at, {tokens, printed, subject}] of read.readings.entries()) {
    expect([...again.readings[at]!.tokens]).toEqual([...tokens])
    expect([...again.readings[at]!.printed]).toEqual([...printed])
    expect([...again.readings[at]!.subject]).toEqual([...subject])
  }
})

test('goals are found again among the words that the plan gives them elsewhere', () => {
  const [outcome] = plan.children as unknown as {children: object[]}[]
  const again = {
    type: 'restatement',
    value: 'Nobody grows up without a home of their own',
    where: 'summary',
    pages: [{page: 3}]
  }
  const more = {...plan, children: [{...outcome, children: [again, ...outcome!.children]}, ...plan.children.slice(1)]}
  const worded = readWorded(more as never)
  expect(worded.readings.length).toBe(readGoals(more as never).readings.length + 1)
  expect(goalsAlone(worded)).toEqual(readGoals(more as never))
  const kept = readingsAgain(JSON.parse(JSON.stringify(keptReadings(worded))))
  expect(kept.readings.find(({unit}) => unit.type === 'restatement')!.unit.pages).toEqual([{page: 3}])
})

test('units that name no group or term share what is empty', () => {
  const {readings} = readingsAgain(JSON.parse(JSON.stringify(keptReadings(readGoals(plan)))))
  const bare = readings.filter(({terms, facets}) => terms.size === 0 && facets.denied.size === 0)
  expect(bare.length).toBeGreaterThan(1)
  expect(new Set(bare.map(({terms}) => terms)).size).toBe(1)
  expect(new Set(bare.map(({facets}) => facets.denied)).size).toBe(1)
})
