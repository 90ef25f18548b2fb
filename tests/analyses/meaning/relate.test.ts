import {describe, expect, it} from 'vitest'
import {wordsOnly} from '../../../src/analyses/embedding/embedder.ts'
import {meaningsOf} from '../../../src/analyses/meaning/meaning.ts'
import {type Match, relate, scoreUnits} from '../../../src/analyses/meaning/relate.ts'
import {goalUnits} from '../../../src/analyses/meaning/units.ts'
import {planOf, type Sketch} from '../overlaps/plans.ts'

async function matches(a: Sketch[], b: Sketch[]): Promise<Match[]> {
  const plans = [planOf('a', 'One', a), planOf('b', 'Two', b)]
  const [left, right] = await meaningsOf(plans.map((plan) => ({plan, units: goalUnits(plan)})))
  return relate(left!, right!)
}

const bandOf = async (a: string, b: string, type: Sketch[0] = 'priority') =>
  (await matches([[type, a]], [[type, b]]))[0]!

describe('what keeps commitments apart', () => {
  it('is for whom they are', async () => {
    const same = await bandOf(
      'Narrow the attainment gap for children in care at key stage 2',
      'Narrow the attainment gap for looked after children at key stage 2'
    )
    const other = await bandOf(
      'Narrow the attainment gap for children in care at key stage 2',
      'Narrow the attainment gap for boys at key stage 2'
    )
    expect(same.band).toBe('same')
    expect(['topic', 'none']).toContain(other.band)
    expect(other.reasons.find(({kind}) => kind === 'facet-clashes')?.text).toContain('children in care')
  })

  it('is the direction', async () => {
    const apart = await bandOf(
      'More children wait for an autism assessment',
      'Fewer children wait for an autism assessment',
      'measure'
    )
    expect(['topic', 'none']).toContain(apart.band)
    const same = await bandOf(
      'Reduce the number of care leavers who are NEET',
      'More care leavers in education, employment or training',
      'measure'
    )
    expect(['same', 'related']).toContain(same.band)
  })

  it('is what they do, for the same group', async () => {
    const apart = await bandOf('Care leavers with a rent guarantee', 'Care leavers who ride for nothing', 'measure')
    expect(apart.band).not.toBe('same')
  })

  it('is a denial', async () => {
    const apart = await bandOf(
      'We will close the children’s ward at the infirmary',
      'We will not close the children’s ward at the infirmary'
    )
    expect(['topic', 'none']).toContain(apart.band)
  })

  it('is age', async () => {
    const apart = await bandOf(
      'Free swimming lessons for children aged 5 to 7',
      'Free swimming lessons for young people aged 14 to 16'
    )
    expect(['topic', 'none']).toContain(apart.band)
  })
})

describe('the group that a title names', () => {
  it('stands with each goal of its plan', async () => {
    const goals: Sketch[] = [['priority', 'Help pupils who have fallen behind in mathematics']]
    const others: Sketch[] = [
      ['priority', 'Help children in care who have fallen behind in mathematics'],
      ['priority', 'Help pupils who have fallen behind, with a tutor']
    ]
    const scores = async (title: string) => {
      const plans = [planOf('a', title, goals), planOf('b', 'A plan for all', others)]
      const [left, right] = await meaningsOf(plans.map((plan) => ({plan, units: goalUnits(plan)})))
      return relate(left!, right!).find(({b}) => b === 'b#priority-1')!.probability
    }
    expect(await scores('Strategy for looked after children')).toBeGreaterThan(await scores('Strategy for schools'))
  })

  it('is not taken from capitals that spell another word', async () => {
    const [meaning] = await meaningsOf([
      {units: goalUnits(planOf('a', 'Plan', [['priority', 'Refer families to the Access to Resources Team (ART)']]))}
    ])
    expect([...meaning!.readings[0]!.facets.themes]).not.toContain('culture')
  })
})

describe('relate', () => {
  const a: Sketch[] = [
    [
      'outcome',
      'Young people leave school ready for work',
      [
        ['action', 'Offer fifty apprenticeships a year in the council'],
        ['measure', 'Number of young apprentices']
      ]
    ],
    ['outcome', 'Every street is lit', [['action', 'Replace old lamps by 2030']]]
  ]
  const b: Sketch[] = [
    ['outcome', 'Good jobs for the young', [['action', 'Create apprenticeships with local firms']]],
    ['outcome', 'Clean rivers', [['action', 'Stop sewage reaching the river Wold']]]
  ]

  it('is symmetric', async () => {
    const plans = [planOf('a', 'One', a), planOf('b', 'Two', b)]
    const [left, right] = await meaningsOf(plans.map((plan) => ({plan, units: goalUnits(plan)})))
    const there = relate(left!, right!, {bare: true})
    const back = relate(right!, left!, {bare: true}).map(({a: x, b: y, ...rest}) => ({a: y, b: x, ...rest}))
    const order = (x: Match, y: Match) => (`${x.a}${x.b}` < `${y.a}${y.b}` ? -1 : 1)
    expect(back.sort(order)).toEqual(there.sort(order))
  })

  it('gives every unit its best counterparts, and orders by score', async () => {
    const found = await matches(a, b)
    expect(new Set(found.map((match) => match.a)).size).toBe(5)
    expect(found.map(({score}) => score)).toEqual(found.map(({score}) => score).toSorted((x, y) => y - x))
    expect(found[0]).toMatchObject({a: 'a#outcome-1/action-1', b: 'b#outcome-1/action-1', mutual: true})
  })

  it('tells the same sentence from the same meaning', async () => {
    const words = 'Every child in care has a named nurse who sees them twice a year'
    expect((await bandOf(words, words)).reuse).toBe(true)
    expect((await bandOf(words, 'A nurse by name visits each looked after child two times yearly')).reuse).toBe(false)
  })

  it('is deterministic', async () => {
    expect(await matches(a, b)).toEqual(await matches(a, b))
  })
})

describe('scoreUnits', () => {
  it('ranks candidates of the same plan for each query, in order', async () => {
    const plan = planOf('p', 'Plan', [
      ['priority', 'Keep libraries open on Sundays'],
      ['priority', 'Mend playgrounds and build two new skate parks'],
      ['priority', 'Shorten waiting times for mental health support']
    ])
    const asks = ['Somewhere to skate and play', 'We wait too long for CAMHS'].map((text, at) => ({
      id: `voice-${at}`,
      plan: 'p',
      type: 'voice' as const,
      text,
      detail: null,
      parent: null,
      label: null,
      pages: []
    }))
    const ranked = await scoreUnits(asks, goalUnits(plan), {plan, setting: false, kinds: false, embedder: wordsOnly()})
    expect(ranked.map(({query, matches: [first]}) => [query.id, first?.unit.id])).toEqual([
      ['voice-0', 'p#priority-2'],
      ['voice-1', 'p#priority-3']
    ])
  })

  it('takes no queries or no candidates', async () => {
    expect(await scoreUnits([], [])).toEqual([])
  })
})
