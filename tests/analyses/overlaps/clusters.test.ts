import {describe, expect, it} from 'vitest'
import {findClusters} from '../../../src/analyses/overlaps/clusters.ts'
import {planOf} from './plans.ts'

const plans = [
  planOf('a', 'Aldmere', [
    ['outcome', 'Children in care are healthy', [['action', 'Every child in care has an oral health check each year']]],
    ['outcome', 'Streets are clean', [['action', 'Sweep each high street every morning']]]
  ]),
  planOf('b', 'Brackwater', [
    [
      'outcome',
      'Looked after children are well',
      [['action', 'A dental check every year for each looked after child']]
    ],
    ['outcome', 'Libraries for all', [['action', 'Open every library on Sundays']]]
  ]),
  planOf('c', 'Cold Ashby', [
    ['outcome', 'Cared for children enjoy good health', [['action', 'All cared for children see a dentist yearly']]],
    ['outcome', 'More trees', [['action', 'Plant a tree for every child born']]]
  ])
]

describe('findClusters', () => {
  it('gathers one commitment of three plans, one unit of each, with its most typical wording', async () => {
    const clusters = await findClusters(plans)
    const dental = clusters.find(({members}) => members.some(({text}) => text.includes('dentist')))
    expect(dental?.members.map(({plan}) => plan)).toEqual(['a', 'b', 'c'])
    expect(dental?.members.map(({text}) => text)).toContain(dental?.title)
    expect(dental?.members.filter(({typical}) => typical)).toHaveLength(1)
    expect(dental?.members.map(({strength}) => strength)).toEqual(['will', 'will', 'will'])
    expect(dental?.members.every(({words = []}) => new Set(words).size === words.length)).toBe(true)
    expect(clusters.every(({members}) => new Set(members.map(({plan}) => plan)).size === members.length)).toBe(true)
  })

  it('leaves out what stands in fewer plans, and is blind to their order', async () => {
    const clusters = await findClusters(plans)
    expect(clusters.flatMap(({members}) => members.map(({text}) => text)).join()).not.toMatch(/tree|library|Sweep/)
    expect(await findClusters(plans.toReversed())).toEqual(clusters)
  })

  it('does not take one word in common for a commitment in common', async () => {
    const alike = ['Student learning', 'Make learning a joy', 'Work and learning'].map((title, at) =>
      planOf(`p${at}`, `Place ${at}`, [['outcome', title, [['action', `Mend the ${['weir', 'lamp', 'stile'][at]}`]]]])
    )
    expect(await findClusters(alike)).toEqual([])
  })
})
