import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findQuantities, targetQuantity} from '../../src/language/quantities.ts'

const shown = (text: string): string[] =>
  findQuantities(text).map(
    ({value, quantity: {amount, unit, bound}, sense, direction}) =>
      `${value} = ${amount}${unit ? ` ${unit}` : ''}${bound === 'exactly' ? '' : ` ${bound}`} ${sense}${direction ? ` ${direction}` : ''}`
  )

describe('amounts in a text', () => {
  it.each([
    ['90% of boats are checked', ['90% = 90 % level']],
    ['90 per cent of boats', ['90 per cent = 90 % level']],
    ['at least 90% of boats', ['at least 90% = 90 % atLeast level']],
    ['Keep it under 5%', ['under 5% = 5 % atMost level']],
    ['no more than 3 late trains', ['no more than 3 = 3 atMost level']],
    ['reduce rates to 12% or less by end of 2015', ['12% or less = 12 % atMost level']],
    ['85% or more feel safe', ['85% or more = 85 % atLeast level']],
    ['reduced by a third', ['a third = 33.3 % change fewer']],
    ['cut waste by half', ['half = 50 % change fewer']],
    ['30 out of 33 ferries', ['30 out of 33 = 30 of 33 level']],
    ['1 in 4 swans', ['1 in 4 = 1 in 4 level']],
    [
      'fewer than 3 closures and less than 15% of absences',
      ['fewer than 3 = 3 atMost level', 'less than 15% = 15 % atMost level']
    ],
    ['A 60% reduction in litter', ['60% = 60 % change fewer']],
    [
      'reduced by at least 33% in the last 3 months',
      ['at least 33% = 33 % atLeast change fewer', '3 months = 3 months window']
    ],
    [
      'Increase by 25% in the number of herons within the next 12 months',
      ['25% = 25 % change more', '12 months = 12 months window']
    ],
    ['+3ppts', ['+3ppts = 3 percentage points level']],
    ['a fund of £850,000', ['£850,000 = 850000 GBP level']],
    [
      'save between £1.7 and £1.8 billion a year',
      ['£1.7 = 1700000000 GBP level', '£1.8 billion = 1800000000 GBP level']
    ],
    ['a $2.5m grant', ['$2.5m = 2500000 USD level']],
    ['2,145 adults', ['2,145 = 2145 level']],
    ['around 6% of people', ['around 6% = 6 % about level']],
    ['upwards of 20,000 choices', ['upwards of 20,000 = 20000 atLeast level']],
    ['10-15% of boats', ['10 = 10 % level', '15% = 15 % level']],
    ['Plant two new orchards', ['two = 2 level']],
    ['Deliver 2 courses producing 20 new guides', ['2 = 2 level', '20 = 20 level']]
  ])('%j', (text, expected) => expect(shown(text)).toEqual(expected))

  it.each([
    ['assessments completed on time (in 45 days)', ['45 days = 45 days standard']],
    ['answered within 20 weeks', ['within 20 weeks = 20 weeks atMost standard']],
    ['answered within 10 working days', ['within 10 working days = 10 days atMost standard']],
    ['meet at a minimum of every 12 weeks', ['12 weeks = 12 weeks standard']],
    ['reviewed within 12 months', ['within 12 months = 12 months atMost window']],
    ['over the next 3 years', ['3 years = 3 years window']],
    ['This is our 4-year plan.', ['4-year = 4 years window']]
  ])('tells a service standard from a target: %j', (text, expected) => expect(shown(text)).toEqual(expected))

  it.each([
    'young people aged 16-18',
    'boys aged 0 to 25',
    '16-18 year olds',
    'the under 5s',
    'a 2-year-old otter',
    'children 19 years old',
    'key stage 2 and 4',
    'a tier 4 bed',
    'Level 3',
    'Outcome 7',
    'Section 47 enquiries',
    'COVID-19'
  ])('a number that only names: %j', (text) => {
    expect(targetQuantity(text)).toBeUndefined()
  })

  it.each(['In 2031 we met', 'by 31 March 2031', '2022-26', 'Ref 1.10', 'Q2 2023/24', 'daily life'])(
    'a date or reference is no amount: %j',
    (text) => {
      expect(targetQuantity(text)).toBeUndefined()
    }
  )

  it('finds the amount a goal sets out to reach', () => {
    expect(targetQuantity('Answer within 20 weeks, for 90% of the 400 letters')?.value).toBe('90%')
    expect(targetQuantity('More plans will be completed in 20 weeks.')).toBeUndefined()
  })

  it('gives words that stand in the text, in order, apart', () => {
    const part = fc.constantFrom(
      'at least ',
      '90',
      '%',
      ' of ',
      '£',
      '1,000',
      '.5',
      'm',
      ' in 4',
      ' weeks',
      'within ',
      'a third',
      ' ',
      '-',
      'or less',
      'aged '
    )
    fc.assert(
      fc.property(fc.array(part, {maxLength: 14}), (parts) => {
        const text = parts.join('')
        for (const {value, start, end, quantity} of findQuantities(text)) {
          expect(text.slice(start, end)).toBe(value)
          expect(Number.isFinite(quantity.amount)).toBe(true)
        }
      })
    )
  })

  it.each([
    ['9'.repeat(100_000)],
    ['1,'.repeat(50_000)],
    ['at least '.repeat(12_000)],
    ['5% '.repeat(30_000)],
    ['('.repeat(100_000)],
    ['£'.repeat(100_000)]
  ])('is quick on hostile text', (text) => {
    const start = performance.now()
    findQuantities(text)
    expect(performance.now() - start).toBeLessThan(2500)
  })
})
