import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sentencesOf} from '../../src/language/sentences.ts'

test('sentences end at full stops, not at shortened words, initials or numbers', () => {
  expect(sentencesOf('We act early. We listen, e.g. in schools. See No. 5 and 2.3 below.')).toEqual([
    'We act early.',
    'We listen, e.g. in schools.',
    'See No. 5 and 2.3 below.'
  ])
  expect(
    sentencesOf('Choices about housing, jobs, etc. We will help (and soon!). "Why?" Because J. Reed asked.')
  ).toEqual(['Choices about housing, jobs, etc.', 'We will help (and soon!).', '"Why?"', 'Because J. Reed asked.'])
  expect(sentencesOf('1. First aim. 2. Second aim.')).toEqual(['1. First aim.', '2. Second aim.'])
})

test('sentences joined give the text again', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '1', '"', ')', 'e.g.')}), (text) => {
      expect(sentencesOf(text).join(' ')).toBe(text.replace(/\s+/g, ' ').trim())
    })
  )
})
