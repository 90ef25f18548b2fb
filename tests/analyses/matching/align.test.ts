import {existsSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Unit} from '../../../src/analyses/matching/found.ts'
import {matchUnits} from '../../../src/analyses/matching/match.ts'
import {bareWords} from '../../../src/analyses/matching/profile.ts'
import {readDrafts, scoreDrafts} from '../../bench/alignment-scores.ts'

const old = [
  'We will open two new family hubs by March 2026.',
  'Young carers will be offered a break every month, and their schools will know who they are.',
  'Fewer children will wait more than twelve weeks for an assessment.',
  'The partnership board meets four times a year.'
]

const unit = (text: string): Unit => ({
  text,
  key: bareWords(text),
  slot: 'passage',
  type: 'passage',
  within: 'text',
  running: true
})
const align = (before: string[], after: string[]) =>
  matchUnits(before.map(unit), after.map(unit)).map(({old, new: now, place}) => [
    old[0],
    old.at(-1),
    now[0],
    now.at(-1),
    place
  ])

describe('running text', () => {
  test('keeps what is the same and pairs what was reworded', () => {
    const after = [old[0]!, 'A new opening.', 'Fewer children wait longer than ten weeks for an assessment.', old[3]!]
    expect(align(old, after)).toEqual([
      [0, 0, 0, 0, 'kept'],
      [2, 2, 2, 2, 'kept'],
      [3, 3, 3, 3, 'kept']
    ])
  })
  test('finds a sentence split in two, and the merge when the drafts are swapped', () => {
    const after = [
      old[0]!,
      'Young carers will be offered a break every month.',
      'Their schools will know who they are.',
      old[2]!,
      old[3]!
    ]
    expect(align(old, after)).toContainEqual([1, 1, 1, 2, 'kept'])
    expect(align(after, old)).toContainEqual([1, 2, 1, 1, 'kept'])
  })
  test('tells the fewest words that moved, and only those that went far', () => {
    const more = [
      'Each school will name one person who answers for attendance and who meets the families of those who stay away.',
      'We will publish what we spend on each of these aims, once a year, in words that anyone can follow.'
    ]
    const before = [...old, ...more]
    const moved = (after: string[]) => align(before, after).filter((link) => link[4] === 'moved')
    expect(moved([old[1]!, old[2]!, old[3]!, ...more, old[0]!])).toEqual([[0, 0, 5, 5, 'moved']])
    expect(moved([old[1]!, old[0]!, old[2]!, old[3]!, ...more])).toEqual([])
  })
  test('a text answers to itself, whatever it is', () => {
    const words = fc.constantFrom('aim', 'support', 'children', 'school', 'health', 'early', 'care', 'board')
    const texts = fc.array(
      fc.array(words, {minLength: 1, maxLength: 9}).map((all) => all.join(' ')),
      {maxLength: 12}
    )
    fc.assert(
      fc.property(texts, (list) => {
        expect(align(list, list).map(([i, , j]) => [i, j])).toEqual(list.map((_, at) => [at, at]))
      })
    )
  })
})

const gold = '../shared/gold/changes'
describe.skipIf(!existsSync(gold))('against alignments made by people', () => {
  test('sentences: no worse than measured when the settings were chosen', () => {
    const scores = scoreDrafts(readDrafts(`${gold}/argrewrite-align.dev.jsonl`), false)
    expect(scores.f1).toBeGreaterThanOrEqual(0.981)
    expect(scores.changed).toBeGreaterThanOrEqual(0.958)
    expect(scores.several).toBeGreaterThanOrEqual(0.85)
  })
  test('moves: no worse than measured when the settings were chosen', () => {
    const scores = scoreDrafts(readDrafts(`${gold}/argrewrite-moves.dev.jsonl`), true)
    expect(scores.moveF1).toBeGreaterThanOrEqual(0.88)
    expect(scoreDrafts(readDrafts(`${gold}/argrewrite-align.dev.jsonl`), true).blocks).toBeLessThanOrEqual(5)
  })
})
