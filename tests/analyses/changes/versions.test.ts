import {describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {threadsOfEdits, threadsOfSteps} from '../../../src/analyses/changes/versions.ts'
import {lead, outcome, plan, priority} from './drafts.ts'

const pools = 'Keep the pools open on every school day.'
const ferry = 'Run a ferry for pupils of the islands.'
const bells = 'Ring the school bells by hand.'
const draft = (name: string, {open = pools, led = 'Harbour Board', more = [] as string[], without = ''} = {}) =>
  plan(name, [
    outcome(
      '1',
      'Children swim',
      ...[open, ferry, ...more].filter((title) => title !== without).map((title) => priority(title)),
      lead(led)
    )
  ])

describe('drafts in a row', () => {
  const first = draft('one')
  const second = draft('two', {open: pools.replace('every school day', 'Mondays'), more: [bells], without: ferry})
  const third = draft('three', {led: 'Towns Board'})
  const fourth = draft('four', {open: pools.replace('every school day', 'Fridays'), without: ferry})
  test('what was put back, dropped again and brought back', () => {
    const threads = threadsOfSteps([findChanges(first, second), findChanges(second, third)])
    expect(threads.map(({kind, texts}) => [kind, ...texts])).toEqual([
      ['taken-back', pools, 'Keep the pools open on Mondays.', pools],
      ['brought-back', ferry, null, ferry],
      ['taken-back', null, bells, null]
    ])
    for (const {changes} of threads) expect(changes.map(({report}) => report)).toEqual([0, 1])
  })
  test('what was changed again', () => {
    const [thread] = threadsOfSteps([findChanges(first, second), findChanges(second, fourth)])
    expect(thread).toMatchObject({kind: 'changed-again', class: 'substantive'})
  })
  test('drafts that change different words have none', () => {
    expect(threadsOfSteps([findChanges(first, third), findChanges(third, third)])).toEqual([])
  })
  test('of several edits of one base: alike or in conflict', () => {
    const threads = threadsOfEdits([findChanges(first, second), findChanges(first, fourth), findChanges(first, third)])
    expect(threads.map(({kind, texts}) => [kind, texts[0]])).toEqual([
      ['conflict', pools],
      ['alike', ferry]
    ])
  })
})
