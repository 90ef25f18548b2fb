import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {compare} from '../../../src/analyses/changes/comparison.ts'
import {printed, redlineOf, separator} from '../../../src/analyses/changes/redline.ts'
import {redlineOfEdits} from '../../../src/analyses/changes/redline-of-edits.ts'
import {statementsOf} from '../../../src/analyses/changes/statements.ts'
import type {Change} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {lead, measure, outcome, passage, plan, priority, section, voice} from './drafts.ts'

const word = fc.constantFrom(
  ...'open train support families schools by March 2031 90% all some will aim children harbour not clubs, advice; health'.split(
    ' '
  )
)
const sentence = fc.array(word, {minLength: 2, maxLength: 9}).map((words) => `We ${words.join(' ')}.`)
const measures = fc.array(
  sentence.map((text) => measure(text)),
  {maxLength: 2}
)
const priorities = fc.array(
  fc.tuple(sentence, measures).map(([title, below]) => priority(title, {}, ...below)),
  {maxLength: 3}
)
const outcomes = fc.array(
  fc
    .tuple(sentence, priorities, fc.array(sentence, {maxLength: 2}), sentence)
    .map(([title, below, asked, led]) => outcome('1', title, ...asked.map(voice), ...below, lead(led))),
  {maxLength: 3}
)
const plans = (digest: string): fc.Arbitrary<Plan> =>
  fc
    .tuple(fc.array(sentence, {maxLength: 3}), outcomes)
    .map(([texts, goals]) => plan(digest, [section('Foreword', ...texts.map(passage)), ...goals]))

const mirror = {added: 'removed', removed: 'added', split: 'merged', merged: 'split'} as const
const row = ({kind, class: grade, before, after, also}: Change, turned: boolean) => {
  const [from, to] = turned ? [after, before] : [before, after]
  const side = turned && kind in mirror ? mirror[kind as keyof typeof mirror] : kind
  return JSON.stringify([side, grade, from?.text ?? null, to?.text ?? null, (also ?? []).map(({text}) => text)])
}

/** Every law holds on plans drawn at random; 60 pairs each. */
const runs = {numRuns: 60}
const textOf = (of: Plan): string => {
  const statements = statementsOf(of)
  return statements.map((each, at) => printed(each) + separator(statements, at)).join('')
}
const taken = (before: Plan, after: Plan, mark: '-' | '+'): string =>
  redlineOf(before, after)
    .map((paragraph) => {
      const words = paragraph.runs.filter((run) => run.mark === '=' || run.mark === mark).map(({text}) => text)
      return words.join('') + (paragraph.mark === '=' || paragraph.mark === mark ? '\n' : '')
    })
    .join('')

describe('laws', () => {
  test('a plan has no changes against itself', () => {
    fc.assert(
      fc.property(plans('a'), (one) => {
        expect(findChanges(one, one).changes).toEqual([])
      }),
      runs
    )
  })
  test('swapping the drafts mirrors the changes', () => {
    fc.assert(
      fc.property(plans('a'), plans('b'), (one, other) => {
        const there = findChanges(one, other).changes.map((change) => row(change, false))
        const back = findChanges(other, one).changes.map((change) => row(change, true))
        expect(back.sort()).toEqual(there.sort())
      }),
      runs
    )
  })
  test('every statement is matched once or left over', () => {
    fc.assert(
      fc.property(plans('a'), plans('b'), (one, other) => {
        const {matches} = compare(one, other)
        for (const side of ['old', 'new'] as const) {
          const all = matches.flatMap((match) => match[side])
          expect(new Set(all).size).toBe(all.length)
        }
      }),
      runs
    )
  })
  test('applying the changes to the old plan gives the new one, word for word, and the reverse', () => {
    fc.assert(
      fc.property(plans('a'), plans('b'), (one, other) => {
        expect(taken(one, other, '+')).toBe(textOf(other))
        expect(taken(one, other, '-')).toBe(textOf(one))
      }),
      runs
    )
  })
  test('of two edits of one base, none gives the base and those of one person their draft', () => {
    const kept = (base: Plan, drafts: Plan[], whose: number | undefined): string =>
      redlineOfEdits(base, drafts)
        .map(({runs, mark, by}) => {
          const stays = (its: string, whom: number[] | undefined): boolean => {
            const own = whose !== undefined && (whom ?? []).includes(whose)
            return its === '=' || (its === '+') === own
          }
          const words = runs.filter((run) => stays(run.mark, run.by)).map(({text}) => text)
          return words.join('') + (stays(mark, by) ? '\n' : '')
        })
        .join('')
    fc.assert(
      fc.property(plans('a'), plans('b'), plans('c'), (base, one, other) => {
        expect(kept(base, [one, other], undefined)).toBe(textOf(base))
        expect(kept(base, [one, other], 0)).toBe(textOf(one))
        expect(kept(base, [one, other], 1)).toBe(textOf(other))
      }),
      runs
    )
  })
})
