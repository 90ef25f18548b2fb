import {describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import type {Change} from '../../../src/analyses/types.ts'
import {draft, final, measure, outcome, passage, plan, priority, section} from './drafts.ts'

const report = findChanges(draft, final)
const told = (change: Change) =>
  `${change.kind} ${change.level}: ${change.before?.text ?? ''} -> ${change.after?.text ?? ''}`
const about = (words: string) => report.changes.filter((change) => told(change).includes(words))

describe('findChanges', () => {
  test('every planted change is told once, by its kind and class', () => {
    const rows = report.changes.map(({kind, class: grade, level}) => `${kind} ${grade} ${level}`)
    expect(rows.sort()).toEqual(
      [
        'reworded editorial other',
        'reworded substantive priority',
        'reworded substantive measure',
        'added substantive priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'reworded substantive lead',
        'removed substantive measure',
        'moved substantive priority',
        'reworded substantive priority',
        'split substantive priority',
        'reworded editorial measure'
      ].sort()
    )
  })
  test('dates are compared as values, with the delay', () => {
    const [change] = about('family hubs')
    expect(change?.facets).toEqual(['date'])
    expect(change?.reason).toContain('later by 6 months')
  })
  test('a move is told once with both places, and what hangs on it not at all', () => {
    const [change, ...more] = about('swimming').filter(({kind}) => kind === 'moved')
    expect(more).toEqual([])
    expect(change?.reason).toBe('Moved from Outcome 1 to Outcome 2, words unchanged.')
    expect([change?.before?.id, change?.after?.id]).toEqual(['outcome-1/priority-3', 'outcome-2/priority-1'])
  })
  test('a split names all its parts', () => {
    const [change] = about('debts').filter(({kind}) => kind === 'split')
    expect(change?.after?.text).toBe('Offer advice on debts.')
    expect(change?.also?.map(({text}) => text)).toEqual(['Offer advice on tenancies.'])
  })
  test('consequences come gravest first, each with its changes', () => {
    expect(report.consequences.map(({rule}) => rule)).toEqual([
      'measure-removed-priority-stays',
      'deadline-put-off',
      'target-lowered',
      'promise-weakened',
      'lead-changed'
    ])
    const ids = new Set(report.changes.map(({id}) => id))
    for (const {changes} of report.consequences) for (const id of changes) expect(ids).toContain(id)
  })
  test('the summary counts the list', () => {
    const {summary, changes} = report
    expect(summary.substantive + summary.editorial).toBe(changes.length)
    expect(changes.filter(({kind}) => kind === 'renumbered')).toHaveLength(summary.renumbered)
  })
  test('ids are unique and hang on words, not on places', () => {
    const ids = report.changes.map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const later = plan('final', [
      section('Before', passage('A page that both drafts have.')),
      ...final.children
    ] as never)
    const earlier = plan('draft', [
      section('Before', passage('A page that both drafts have.')),
      ...draft.children
    ] as never)
    expect(findChanges(earlier, later).changes.map(({id}) => id)).toEqual(ids)
  })
})

describe('what only another layout or converter changed is no change', () => {
  const same = (before: Parameters<typeof plan>[1], after: Parameters<typeof plan>[1]) =>
    findChanges(plan('a', before), plan('b', after)).changes.map(told)

  test('quotes, dashes, bullets, spaces', () => {
    expect(
      same(
        [section('Aims', passage('• The ‘Safe Streets’ plan – 2024–28 – covers every estate'))],
        [section('Aims', passage("The 'Safe Streets' plan - 2024- 28 - covers  every estate"))]
      )
    ).toEqual([])
  })
  test('hyphens, where one draft was read from the lines of pages', () => {
    const [before, after] = ['multi-agency', 'multiagency'].map((word) =>
      plan(word, [section('Aims', passage(`The plan covers ${word} work in every town.`))])
    )
    const paged = {...after!, source: {...after!.source, format: 'pdf' as const}}
    expect(findChanges(before!, paged).changes).toEqual([])
    expect(findChanges(before!, after!).changes.map(({kind, class: grade}) => [kind, grade])).toEqual([
      ['reworded', 'editorial']
    ])
  })
  test('labels, numbers of headings, leaders and pages of the contents', () => {
    expect(
      same(
        [section('3. Our aims', passage('Contents line one ..... 4')), outcome('1', 'Outcome 1 – Towns are green')],
        [section('Our aims', passage('Contents line one')), outcome('1', 'Towns are green')]
      )
    ).toEqual([])
  })
  test('a list turned into one paragraph, a title that holds its explanation', () => {
    expect(
      same(
        [
          section('Values', passage('Kind to all'), passage('Open to new ideas'), passage('Honest')),
          priority('Plant trees. Two hundred a year.')
        ],
        [
          section('Values', passage('Kind to all Open to new ideas Honest')),
          priority('Plant trees.', {detail: 'Two hundred a year.'})
        ]
      )
    ).toEqual([])
  })
  test('a section read at another depth', () => {
    const inner = section('Money', passage('The grant is fixed for two years.'))
    expect(same([section('How', inner)], [section('How'), inner])).toEqual([])
  })
})

describe('whole subtrees', () => {
  test('a removed outcome is one change with its size', () => {
    const gone = outcome('2', 'Rivers are clean', priority('Clear the weirs.', {}, measure('More otters are seen.')))
    const {changes} = findChanges(
      plan('a', [outcome('1', 'Towns are green'), gone]),
      plan('b', [outcome('1', 'Towns are green')])
    )
    expect(changes.map(told)).toEqual(['removed outcome: Rivers are clean -> '])
    expect(changes[0]?.size).toBe(3)
  })
})
