import {describe, expect, it} from 'vitest'
import {evidenceOf} from '../../../src/analyses/meaning/evidence.ts'
import {meaningsOf} from '../../../src/analyses/meaning/meaning.ts'
import {pairingOf} from '../../../src/analyses/meaning/signs.ts'
import {goalUnits} from '../../../src/analyses/meaning/units.ts'
import {planOf, type Sketch} from '../overlaps/plans.ts'

const harbour =
  'Dredge the inner basin,Repaint mooring posts,Light the breakwater,Sell fresh crab,Mend the slipway,Move the fuel berth'
const zoo = 'Rehouse red pandas,Breed lizards,Open an aviary,Feed penguins at noon,Name the new giraffe,Tag wild otters'

/** What comparing as plans of two bodies adds to every pair. */
async function added(one: string, other: string): Promise<number> {
  const plans = [one, other].map((goals, at) =>
    planOf(
      `${at}`,
      'A plan',
      goals.split(',').map((title): Sketch => ['priority', title])
    )
  )
  const [a, b] = await meaningsOf(plans.map((plan) => ({plan, units: goalUnits(plan)})))
  const pairing = pairingOf(a!, b!)
  const [alone, between] = [evidenceOf(pairing, 'words'), evidenceOf(pairing, 'words', {between: true})]
  expect(between.logOdds[0]![0]! - alone.logOdds[0]![0]!).toBeCloseTo(between.prior - alone.prior)
  return between.prior - alone.prior
}

describe('evidenceOf', () => {
  it('doubts every match between plans that share nothing, and none between plans that share their goals', async () => {
    expect(await added(harbour, harbour)).toBeGreaterThan(0)
    expect(await added(harbour, zoo)).toBeLessThan(0)
    expect(await added(harbour, zoo)).toBe(await added(zoo, harbour))
  })
})
