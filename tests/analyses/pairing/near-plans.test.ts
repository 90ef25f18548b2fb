import fc from 'fast-check'
import {expect, test} from 'vitest'
import {everyTwoUpTo, nearestOfEach, nearPlans} from '../../../src/analyses/pairing/near-plans.ts'

const words = (text: string) => text.split(' ')
/** A plan of goals that no other has a word of. */
const alone = (at: number) => [1, 2, 3].map((goal) => words(`alpha${at}x${goal} beta${at}x${goal} gamma${at}x${goal}`))

test('every two of a few plans are near', () => {
  const {pairs, leftOut} = nearPlans([alone(0), alone(1), alone(2)])
  expect(pairs).toEqual([
    [0, 1],
    [0, 2],
    [1, 2]
  ])
  expect(leftOut).toBe(0)
})

test('of many, those that use rare words together in two goals', () => {
  const plans = Array.from({length: 40}, (_, at) => alone(at))
  plans[7] = [...alone(7), words('warm safe homes for care leavers'), words('free swimming in school holidays')]
  plans[21] = [...alone(21), words('care leavers have safe homes'), words('swimming is free in the holidays')]
  // One goal in common is not enough.
  plans[30] = [...alone(30), words('safe homes for all care leavers')]
  expect(nearPlans(plans)).toEqual({pairs: [[7, 21]], leftOut: 0})
})

test('a goal that all plans have in the same words makes none of them near', () => {
  const shared = [words('families get early help'), words('every child attends school')]
  const plans = Array.from({length: 80}, (_, at) => [...alone(at), ...shared])
  expect(nearPlans(plans).pairs).toEqual([])
})

test('each plan has a bounded number of pairs, and the others are counted', () => {
  const plans = Array.from({length: 60}, (_, at) => [
    words('quiet rooms in libraries'),
    words('bicycles mended for nothing'),
    ...alone(at)
  ])
  const {pairs, leftOut} = nearPlans(plans)
  expect(pairs.length).toBeLessThanOrEqual(nearestOfEach * plans.length)
  expect(pairs.length + leftOut).toBe((60 * 59) / 2)
})

test('what is near hangs on the plans, not on chance', () => {
  const goal = fc.array(fc.constantFrom(...'abcdefghijklmnopqrst'), {minLength: 1, maxLength: 6})
  const plan = fc.array(
    goal.map((list) => [...new Set(list)]),
    {maxLength: 5}
  )
  fc.assert(
    fc.property(fc.array(plan, {minLength: everyTwoUpTo + 1, maxLength: 25}), (plans) => {
      const {pairs, leftOut} = nearPlans(plans)
      expect(nearPlans(plans)).toEqual({pairs, leftOut})
      expect(leftOut).toBeGreaterThanOrEqual(0)
      for (const [a, b] of pairs) expect(a).toBeLessThan(b)
      expect(new Set(pairs.map(String)).size).toBe(pairs.length)
    }),
    {numRuns: 40}
  )
})
