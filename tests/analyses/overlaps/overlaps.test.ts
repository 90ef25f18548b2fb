import {describe, expect, it} from 'vitest'
import {findOverlaps} from '../../../src/analyses/overlaps/overlaps.ts'
import type {PlanNode} from '../../../src/plan-tree/nodes.ts'
import {planOf} from './plans.ts'

const one = planOf('a', 'Marlshire plan for children', [
  [
    'outcome',
    'Children we look after do well',
    [
      ['priority', 'Every looked after child has an up to date personal education plan'],
      ['measure', 'More care leavers in education, employment or training']
    ]
  ],
  ['outcome', 'Roads and paths are safe to use', [['priority', 'Mend pot holes within ten days of a report']]]
])
const two = planOf('b', 'Westwold strategy', [
  [
    'outcome',
    'Cared for children achieve their potential',
    [
      ['priority', 'All children in care have a current PEP'],
      ['measure', 'Fewer care leavers who are NEET']
    ]
  ],
  ['outcome', 'A greener borough', [['priority', 'Plant ten thousand trees along main streets']]]
])

describe('findOverlaps', () => {
  it('finds the same commitment in other words, with the words that show it', async () => {
    const {pairs, tier} = await findOverlaps([one, two])
    const pep = pairs.find(({a, b}) => a === 'a#outcome-1/priority-1' && b === 'b#outcome-1/priority-1')
    expect(tier).toBe('words')
    expect(pep?.mutual).toBe(true)
    expect(['same', 'related']).toContain(pep?.band)
    expect(pep?.reasons.some(({kind}) => kind === 'equal-words')).toBe(true)
  })

  it('is blind to the order of the plans', async () => {
    expect(await findOverlaps([two, one])).toEqual(await findOverlaps([one, two]))
  })

  it('says nothing else of two plans when a third is there', async () => {
    const third = planOf('c', 'Third plan', [['outcome', 'Every child in care has a personal education plan']])
    const alone = await findOverlaps([one, two])
    const among = await findOverlaps([one, third, two])
    expect(among.pairs.filter(({a, b}) => !`${a}${b}`.includes('c#'))).toEqual(alone.pairs)
  })

  it('compares what a goal is called elsewhere, where those are other words', async () => {
    const summary = planOf('d', 'Daleham plan', [['outcome', 'Mending the fabric of every ward']])
    const [outcome] = summary.children as {children: object[]}[]
    outcome!.children.push(
      {type: 'restatement', value: 'Roads and paths are safe to use', where: 'summary', of: 'outcome', pages: []},
      {type: 'restatement', value: 'Mending the fabric of every ward.', where: 'contents', of: 'outcome', pages: []}
    )
    const {units, pairs} = await findOverlaps([one, summary])
    expect(units.filter(({type}) => type === 'restatement').map(({id}) => id)).toEqual(['d#outcome-1/restatement-1'])
    expect(pairs[0]).toMatchObject({a: 'a#outcome-2', b: 'd#outcome-1/restatement-1', band: 'same', reuse: true})
  })

  it('compares outcomes that a plan lists and ties to nothing, but not twice', async () => {
    const listed = (value: string) =>
      ({type: 'passage', value, block: 'listItem', pages: [], data: {stated: 'outcome'}}) as PlanNode
    const plan = planOf(
      'f',
      'Fellside plan',
      [['outcome', 'A greener borough']],
      [listed('Cared for children achieve their potential'), listed('A greener borough.')]
    )
    const {units, pairs, deliveredBy} = await findOverlaps([one, plan])
    expect(units.filter(({type}) => type === 'passage').map(({id, parent}) => [id, parent])).toEqual([
      ['f#passage-1', null]
    ])
    const best = pairs.find(({b, mutual}) => b === 'f#passage-1' && mutual)
    expect(best?.a).toMatch(/^a#outcome-1/)
    expect(['same', 'related']).toContain(best?.band)
    expect(deliveredBy).toBeUndefined()
  })

  it('takes plans without goals, and one plan given twice', async () => {
    expect((await findOverlaps([one, planOf('e', 'Empty', [])])).pairs).toEqual([])
    expect((await findOverlaps([one, one])).plans).toHaveLength(1)
  })

  it('tells a strategy that carries out one outcome', async () => {
    const heads = [
      'Find more foster carers near home',
      'Every child in care has a virtual school teacher',
      'Care leavers have a tenancy of their own'
    ]
    const plan = planOf('p', 'Plan', [
      ['outcome', 'Children in care flourish', heads.map((title) => ['priority', title] as const)],
      ['outcome', 'Cleaner streets', [['priority', 'Sweep high streets daily']]]
    ] as never)
    const strategy = planOf(
      's',
      'Care strategy',
      heads.map((title) => ['outcome', `We will: ${title}`, [['action', `${title}, with a budget`]]]) as never
    )
    const {deliveredBy} = await findOverlaps([plan, strategy])
    expect(deliveredBy).toMatchObject([{plan: 's', outcome: 'p#outcome-1'}])
    const bodies = [
      {...plan, authority: 'Marlshire'},
      {...strategy, authority: 'Westwold'}
    ]
    expect((await findOverlaps(bodies)).deliveredBy).toBeUndefined()
  })

  it('calls nothing the same commitment for one word in common', async () => {
    const library = planOf('e', 'Eastholm library plan', [['outcome', 'Make our library easy to use']])
    const other = planOf('f', 'Farrow library plan', [['outcome', 'Maximise library collections']])
    const {pairs} = await findOverlaps([library, other])
    expect(pairs.map(({band}) => band)).not.toContain('same')
  })
})
