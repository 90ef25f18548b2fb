import {expect, test} from 'vitest'
import type {WordDiff} from '../../../src/analyses/types.ts'
import {render} from '../../../src/reports/html/html.ts'
import {oneSide} from '../../../src/reports/html/words.ts'

test('one side of a change is spaced as its own text, whatever the other side took with it', () => {
  const words: WordDiff[] = [
    ['=', 'play, rest'],
    ['+', ', '],
    ['=', 'or '],
    ['-', 'every day'],
    ['+', 'each day']
  ]
  expect(render(oneSide(words, '-', 'play, rest or every day'))).toBe('play, rest or <del>every day</del>')
  expect(render(oneSide(words, '+', 'play, rest, or each day'))).toBe('play, rest<ins>,</ins> or <ins>each day</ins>')
})

test('pieces that are not the text stay as they are', () => {
  expect(
    render(
      oneSide(
        [
          ['=', 'a '],
          ['-', 'b']
        ],
        '-',
        'something else'
      )
    )
  ).toBe('a <del>b</del>')
})
