import {describe, expect, test} from 'vitest'
import {isGarbled, unknownLetters} from '../../src/source/pdf/text-sanity.ts'
import type {Run} from '../../src/source/types.ts'

const pageOf = (text: string) => ({
  runs: text
    .split(' ')
    .map((word): Run => ({text: word, box: [0, 0, 1, 1], baseline: 1, font: '', size: 1, weight: 400, italic: false}))
})
const english =
  'Children and young people in Marlshire will get help early, close to home, from people who know them; we will measure how soon it comes and how many families say that it was what they needed.'
const welsh =
  'Bydd plant a phobl ifanc yn cael cymorth yn gynnar, yn agos at eu cartref, gan bobl sydd yn eu hadnabod, a byddwn yn mesur pa mor fuan y daw ac yn gofyn i deuluoedd beth oedd ei angen.'
const shifted = (text: string, by: number) =>
  [...text].map((letter) => (letter === ' ' ? ' ' : String.fromCharCode(letter.charCodeAt(0) + by))).join('')

describe('isGarbled', () => {
  test.each([
    ['English', english],
    ['Welsh', welsh],
    ['names and figures', 'Ashby 12% 14% Brook 9% 11% Cotes 3% 7% Dale 22% 19% Elmer 8% 8% Fenny 1% 2% '.repeat(5)],
    ['a few words', 'Contents 3 5 7'],
    ['nothing', '']
  ])('%s is text', (_, text) => expect(isGarbled(pageOf(text))).toBe(false))

  test.each([
    ['glyph numbers taken for letters', shifted(english, -29)],
    ['a shifted alphabet', shifted(english, 3)],
    ['letters unknown', english.replace(/[aeiou]/g, '\ufffd')],
    ['private letters', shifted(english, 0xe000)],
    ['letters strewn over the page', [...shifted(english, -29).replace(/ /g, '')].join(' ')]
  ])('%s is garbage', (_, text) => expect(isGarbled(pageOf(text))).toBe(true))
})

test('words set letter by letter, each where the one before it ends, are words', () => {
  const set = (gap: number) => ({
    runs: [...english.replace(/ /g, '')].map((text, at): Run => {
      const left = at * (5 + gap)
      return {text, box: [left, 0, left + 5, 8], baseline: 7, font: '', size: 8, weight: 400, italic: false}
    })
  })
  expect(isGarbled(set(0))).toBe(false)
  expect(isGarbled(set(3))).toBe(true)
})

test('unknown letters are counted', () => {
  expect(unknownLetters(pageOf('a\ufffdb \ufffd\ufffd fine'))).toBe(3)
})
