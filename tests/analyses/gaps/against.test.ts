import {describe, expect, it} from 'vitest'
import {droppedGaps} from '../../../src/analyses/gaps/against.ts'
import {answersIn} from '../../../src/analyses/gaps/answers.ts'
import {wordCloseness} from '../../../src/analyses/gaps/closeness.ts'
import type {OverlapPair, OverlapReport} from '../../../src/analyses/types.ts'
import type {Plan, Voice} from '../../../src/plan-tree/nodes.ts'
import {goalsOf} from '../../../src/plan-tree/walk.ts'
import {action, outcome, plan, priority, section, voice} from '../../support/plans.ts'

/** Pairs by title; what is not named is no pair. */
function reportOf(a: Plan, b: Plan, pairs: [string, string, OverlapPair['band'], number][]): OverlapReport {
  const idOf = (of: Plan, title: string) => `${of.digest}#${goalsOf(of).find((goal) => goal.title === title)!.id}`
  return {
    plans: [],
    tier: 'words',
    units: goalsOf(b).map((goal) => ({
      id: `${b.digest}#${goal.id}`,
      plan: b.digest,
      type: goal.type,
      text: goal.title,
      parent: null,
      pages: []
    })),
    pairs: pairs.map(([x, y, band, probability]) => ({
      a: idOf(a, x),
      b: idOf(b, y),
      score: 10 * probability,
      band,
      probability,
      reasons: []
    }))
  } as unknown as OverlapReport
}

describe('droppedGaps', () => {
  const earlier = plan(
    [
      outcome('Rivers are clean', action('Mend the weir'), action('Plant willows')),
      outcome('Roads are safe', action('Slow the lorries'), action('Teach young drivers')),
      outcome('Schools are good', action('Train teachers'), action('Open a library'))
    ],
    {digest: 'a'}
  )
  const later = plan([outcome('Homes are safe'), outcome('Good schools', priority('Teachers are trained'))], {
    digest: 'b'
  })
  const found = droppedGaps(
    earlier,
    later,
    reportOf(earlier, later, [
      ['Roads are safe', 'Homes are safe', 'same', 0.6],
      ['Schools are good', 'Good schools', 'same', 0.95],
      ['Train teachers', 'Teachers are trained', 'same', 0.95]
    ])
  )
  it('tells a goal with what stands below it once, and a goal whose parts have all gone', () => {
    expect(found.map(({text}) => text)).toEqual(['Rivers are clean', 'Roads are safe', 'Open a library'])
    expect(found[0]!.note).toContain('with the 2 goals below it')
    expect(found[1]!.nearest?.text).toBe('Homes are safe')
    expect(found.map(({where}) => where)).toEqual([
      'Rivers are clean',
      'Roads are safe',
      'Schools are good / Open a library'
    ])
  })
  it('holds a part of a goal that was kept for less', () => {
    expect(found.map(({confidence}) => confidence)).toEqual([0.6, 0.6, 0.4])
  })
})

describe('answersIn', () => {
  const own = plan([
    outcome('Rivers are clean', voice('Willows by the river'), voice('A late bus'), priority('Plant willows')),
    outcome('Towns are lively', voice('More otters'), priority('Run a late bus'))
  ])
  const other = plan([outcome('Beasts thrive', priority('Bring back otters'))], {digest: 'c'})
  const by = (beside: Plan[]) =>
    answersIn(
      own,
      wordCloseness(own),
      beside.map((each) => ({plan: each, closeness: wordCloseness(each)}))
    ).map(({text, by, answer}) => [text, by, answer?.text])

  it('finds the answer in the outcome, elsewhere in the plan, in a plan beside it, or nowhere', () => {
    expect(by([other])).toEqual([
      ['Willows by the river', 'outcome', 'Plant willows'],
      ['A late bus', 'plan', 'Run a late bus'],
      ['More otters', 'authority', 'Bring back otters']
    ])
    expect(by([]).at(-1)!.slice(0, 2)).toEqual(['More otters', 'none'])
  })
  it('names the section of what is asked outside every outcome', () => {
    const of = plan([section('voice', 'What you said', voice('A late bus') as Voice), outcome('Rivers are clean')])
    expect(answersIn(of, wordCloseness(of))[0]!.where).toBe('What you said')
  })
})
