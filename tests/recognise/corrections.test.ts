import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import type {Plan} from '../../src/plan-tree/nodes.ts'
import {unitsOf} from '../../src/plan-tree/units.ts'
import {correctedPlan, correctedPlans} from '../../src/recognise/corrections/corrected.ts'
import {type Correction, correctionsFrom} from '../../src/recognise/corrections/corrections.ts'

const base = {pages: []}
const plan = (): Plan => ({
  type: 'plan',
  version: 1,
  digest: 'a'.repeat(64),
  title: 'Tidewater Harbour Strategy',
  status: 'unstated',
  source: {path: 'x.txt', format: 'text', digest: 'a'.repeat(64), pages: 0},
  warnings: [],
  ...base,
  children: [
    {
      type: 'outcome',
      id: 'outcome-1',
      title: 'The harbour is clean',
      term: 'outcome',
      ...base,
      children: [
        {
          type: 'priority',
          id: 'outcome-1/priority-1',
          title: 'Keep the quays clean and mend the slipways',
          term: 'priority',
          ...base,
          children: [
            {
              type: 'measure',
              id: 'outcome-1/priority-1/measure-1',
              title: 'Fewer nets in the water',
              term: 'measure',
              direction: 'fewer',
              ...base,
              children: []
            },
            {type: 'lead', value: 'Harbour Office', holder: 'body', ...base}
          ]
        },
        {
          type: 'priority',
          id: 'outcome-1/priority-2',
          title: 'so that nobody slips',
          term: 'priority',
          ...base,
          children: []
        }
      ]
    },
    {type: 'outcome', id: 'outcome-2', title: 'Boats are safe', term: 'outcome', ...base, children: []},
    {
      type: 'section',
      role: 'other',
      title: 'Notes',
      ...base,
      children: [{type: 'passage', value: 'Paint every buoy yellow', ...base}]
    }
  ]
})

const shown = (tree: Plan): string[] => unitsOf(tree).map(({type, id, text}) => `${type} ${id}: ${text}`)
const one = (entry: object): Correction[] => correctionsFrom([entry])

describe('corrections', () => {
  it.each<[string, object, string[]]>([
    [
      'another title',
      {quote: 'BOATS ARE SAFE.', title: 'Boats and crews are safe'},
      ['outcome outcome-2: Boats and crews are safe']
    ],
    [
      'another level',
      {quote: 'so that nobody slips', level: 'measure'},
      ['measure outcome-1/measure-1: so that nobody slips']
    ],
    [
      'another parent, with all that stands under it',
      {quote: 'Keep the quays clean', under: 'Boats are safe'},
      [
        'priority outcome-2/priority-1: Keep the quays clean and mend the slipways',
        'measure outcome-2/priority-1/measure-1: Fewer nets in the water'
      ]
    ],
    [
      'words that no rule took for a goal',
      {quote: 'Paint every buoy', level: 'action', under: 'Boats are safe'},
      ['action outcome-2/action-1: Paint every buoy yellow']
    ],
    [
      'two units are one',
      {quote: 'Keep the quays clean', join: ['so that nobody slips']},
      ['priority outcome-1/priority-1: Keep the quays clean and mend the slipways so that nobody slips']
    ],
    [
      'one unit is two',
      {quote: 'Keep the quays clean', split: ['Keep the quays clean', 'mend the slipways']},
      [
        'priority outcome-1/priority-1: Keep the quays clean',
        'priority outcome-1/priority-2: mend the slipways',
        'priority outcome-1/priority-3: so that nobody slips'
      ]
    ],
    [
      'not a goal',
      {quote: 'Keep the quays clean', 'not-a-goal': true},
      [
        'passage outcome-1/passage-1: Keep the quays clean and mend the slipways',
        'measure outcome-1/measure-1: Fewer nets in the water',
        'lead outcome-1/lead-1: Harbour Office'
      ]
    ]
  ])('%s', (_, entry, expected) => {
    const {plan: corrected, applied, unapplied} = correctedPlan(plan(), one(entry))
    expect(unapplied).toEqual([])
    expect(applied).toHaveLength(1)
    expect(() => assertPlan(corrected)).not.toThrow()
    for (const line of expected) expect(shown(corrected)).toContain(line)
    expect(JSON.stringify(corrected)).toContain('correction 1')
  })

  it('leaves the given plan and the printed words as they are', () => {
    const before = plan()
    const {plan: corrected} = correctedPlan(before, one({quote: 'Boats are safe', title: 'All boats float'}))
    expect(before).toEqual(plan())
    expect(
      corrected.children.find((node) => node.type === 'outcome' && node.title === 'All boats float')?.data
    ).toMatchObject({printed: 'Boats are safe'})
  })

  it('lists those that no longer apply', () => {
    const corrections = correctionsFrom([
      {quote: 'Drain the marsh', title: 'x'},
      {quote: 'Boats are safe', plan: 'Another Plan', title: 'x'},
      {quote: 'Boats are safe', under: 'so that nobody slips'}
    ])
    const [read] = correctedPlans([plan()], corrections)
    expect(read!.warnings.map(({ruleId, message}) => `${ruleId}: ${message}`)).toEqual([
      'correction-unused: correction 1 no longer applies: its words are not in the plan',
      'correction-unused: correction 3 no longer applies: a priority cannot hold an outcome'
    ])
  })

  it.each([
    [[{title: 'x'}], 'correction 1: has no quote'],
    [[{quote: 'x'}], 'says nothing to do'],
    [[{quote: 'x', level: 'pledge'}], "there is no level 'pledge'"],
    [[{quote: 'x', tilte: 'y'}], "there is no field 'tilte'"],
    [[{quote: 'x', split: ['y']}], 'two parts'],
    ['text', 'must be a list']
  ])('refuses %j', (value, message) => {
    expect(() => correctionsFrom(value)).toThrow(message)
  })

  it('always yields a valid tree, whatever is asked', () => {
    const quotes = [
      'The harbour is clean',
      'Keep the quays clean',
      'Fewer nets in the water',
      'so that nobody slips',
      'Boats are safe',
      'Paint every buoy',
      'Harbour Office',
      'nowhere'
    ]
    const quote = fc.constantFrom(...quotes)
    const entry = fc.record(
      {
        quote,
        title: fc.constant('New words'),
        level: fc.constantFrom('outcome', 'priority', 'action', 'measure', 'milestone'),
        under: fc.oneof(quote, fc.constant('plan')),
        join: fc.array(quote, {minLength: 1, maxLength: 2}),
        split: fc.constant(['Keep the', 'clean']),
        'not-a-goal': fc.boolean()
      },
      {requiredKeys: ['quote']}
    )
    fc.assert(
      fc.property(fc.array(entry, {maxLength: 5}), (entries) => {
        const usable = entries.filter((each) => Object.keys(each).length > 1)
        const {plan: corrected, applied, unapplied} = correctedPlan(plan(), correctionsFrom(usable))
        expect(applied.length + unapplied.length).toBe(usable.length)
        expect(() => assertPlan(corrected)).not.toThrow()
      }),
      {numRuns: 300, examples: [[[{quote: 'Keep the quays clean', join: ['The harbour is clean'], under: 'plan'}]]]}
    )
  })
})
