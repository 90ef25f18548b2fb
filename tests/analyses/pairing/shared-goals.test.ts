import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sharedGoalsOf} from '../../../src/analyses/pairing/shared-goals.ts'

const words = 'bus school park nurse house road tree lamp book team'.split(' ')
const goal = fc.uniqueArray(fc.constantFrom(...words), {maxLength: 8}).map((chosen) => new Set(chosen))
const plans = fc.array(fc.array(goal, {maxLength: 6}), {maxLength: 7})

/** Each goal against each: what the index must agree with. */
function share(a: Set<string>[], b: Set<string>[]): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  const alike = (x: Set<string>, y: Set<string>) =>
    x.size + y.size > 0 && (2 * x.intersection(y).size) / (x.size + y.size) >= 0.8
  return small.length === 0 ? 0 : small.filter((x) => large.some((y) => alike(x, y))).length / small.length
}

test('shares are those of comparing each goal with each', () => {
  fc.assert(
    fc.property(plans, (goals) => {
      const shared = sharedGoalsOf(goals)
      for (let a = 0; a < goals.length; a++)
        for (let b = a + 1; b < goals.length; b++) expect(shared.share(a, b)).toBe(share(goals[a]!, goals[b]!))
    })
  )
})

test('no two plans that share enough are missed, and none is named twice', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(0.2, 0.5), (goals, least) => {
      const candidates = [...sharedGoalsOf(goals).candidates(least)].map(([a, b]) => `${a} ${b}`)
      expect(new Set(candidates).size).toBe(candidates.length)
      for (let a = 0; a < goals.length; a++)
        for (let b = a + 1; b < goals.length; b++)
          if (share(goals[a]!, goals[b]!) >= least) expect(candidates).toContain(`${a} ${b}`)
    })
  )
})
