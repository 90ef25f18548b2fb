import {withIds} from '../../src/plan-tree/build.ts'
import type {Measure, Outcome, Plan, Priority} from '../../src/plan-tree/nodes.ts'

const verbs = 'improve open train review support fund publish simplify widen protect'.split(' ')
const things = 'homes clinics routes lessons forms visits carers workshops gardens records budgets shelters'.split(' ')
const people = 'infants pupils carers residents tenants nurses drivers students neighbours volunteers'.split(' ')
const places = 'harbour valley market station library orchard mill bridge quarry meadow'.split(' ')

/** A made-up plan of about so many goals and its next draft, in which one goal in twenty is reworded, gone, new or moved. */
export function longPlan(units: number): [Plan, Plan] {
  const outcomes = Math.max(1, Math.round(units / 60))
  const built = Array.from({length: outcomes}, (_, at) => outcome(at))
  const next = built.map((each, at) => ({...each, children: edited(each.children as Priority[], at)}))
  return [planOf(built, 'a'), planOf(next, 'b')]
}

const word = (list: readonly string[], seed: number): string => list[seed % list.length]!
const sentence = (seed: number): string =>
  `We will ${word(verbs, seed * 7)} the ${word(places, seed * 3)} ${word(things, seed * 5)} for ${word(people, seed * 11)} in district ${seed}, ` +
  `so that ${word(people, seed * 13)} and ${word(people, seed * 17)} near the ${word(places, seed * 19)} have better ${word(things, seed * 23)}.`

function outcome(at: number): Outcome {
  return {
    type: 'outcome',
    id: '',
    term: 'outcome',
    label: String(at + 1),
    title: `The ${word(people, at)} of ward ${at} live well`,
    pages: [],
    children: Array.from({length: 20}, (_, k) => priority(at * 20 + k))
  }
}

function priority(seed: number): Priority {
  const measure = (k: number): Measure => ({
    type: 'measure',
    id: '',
    term: 'measure',
    title: `More ${word(people, seed + k)} say that the ${word(things, seed * 3 + k)} of district ${seed} meet their needs (${k}).`,
    direction: 'more',
    pages: [],
    children: []
  })
  return {
    type: 'priority',
    id: '',
    term: 'priority',
    title: sentence(seed),
    pages: [],
    children: [measure(0), measure(1)]
  }
}

function edited(priorities: Priority[], at: number): Priority[] {
  const next = priorities.map((each, k) =>
    (k + at) % 20 === 3 ? {...each, title: each.title.replace('We will', 'We aim to')} : each
  )
  if (at % 3 === 0) next.splice(5, 1)
  if (at % 3 === 1) next.splice(9, 0, priority(100_000 + at))
  if (at % 3 === 2) next.push(...next.splice(2, 1))
  return next
}

function planOf(children: Outcome[], digest: string): Plan {
  return withIds({
    type: 'plan',
    version: 1,
    digest,
    title: 'A long plan',
    status: digest === 'a' ? 'draft' : 'final',
    source: {path: digest, format: 'plan', digest, pages: 0},
    warnings: [],
    pages: [],
    children
  })
}
