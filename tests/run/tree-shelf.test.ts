import {expect, test} from 'vitest'
import {openTreeShelf} from '../../src/index.ts'
import {outcome, plan} from '../support/plans.ts'

test('a plan on the shelf reads as the plan itself, and its nodes stay the same while somebody holds them', () => {
  const plans = Array.from({length: 60}, (_, number) => plan([outcome(`Outcome of plan ${number} \ud83c\udf33`)]))
  const shelf = openTreeShelf()
  const kept = plans.map((one) => shelf.put(one))
  const first = kept[0]!.children
  for (const [index, one] of kept.entries()) {
    expect(one).toEqual(plans[index])
    expect(JSON.parse(JSON.stringify(one))).toEqual(plans[index])
    expect(structuredClone(one)).toEqual(plans[index])
  }
  expect(kept[0]!.children).toBe(first)
  shelf.close()
})

test('text on the shelf reads as it was given, beside values and without any', () => {
  const shelf = openTreeShelf()
  const texts = ['', 'Skate parks \ud83c\udf33\n\n', '', 'in 2024\n']
  const read = texts.map((text) => shelf.keepText(text))
  const value = shelf.keep({kept: 'as a value'})
  expect(read.map((again) => again())).toEqual(texts)
  expect(value()).toEqual({kept: 'as a value'})
  shelf.close()
})
