/** Plans in any number, made up from a seed: each has goals of its own, and some that a few others have in other words. */
import {withIds} from '../../src/plan-tree/build.ts'
import type {Goal, Plan} from '../../src/plan-tree/nodes.ts'
import {numbers} from './numbers.ts'

const subjects = [
  'libraries',
  'playgrounds',
  'bus fares',
  'foster homes',
  'reading clubs',
  'clinics',
  'cycle paths',
  'youth workers'
]
const groups = [
  'care leavers',
  'young carers',
  'disabled children',
  'new parents',
  'school leavers',
  'refugee families'
]
const verbs = ['open more', 'pay for', 'mend', 'double the number of', 'review', 'promise']
const ends = ['before winter', 'in every village', 'with their parents', 'at no cost', 'by train', 'after school hours']

export function syntheticPlans(count: number): Plan[] {
  const random = numbers(7)
  const one = <Word>(list: readonly Word[]): Word => list[Math.floor(random() * list.length)]!
  return Array.from({length: count}, (_, at) => {
    const goals = Array.from({length: 6 + Math.floor(8 * random())}, (_, place): Goal => {
      const title = `We will ${one(verbs)} ${one(subjects)} for ${one(groups)} ${one(ends)}`
      return {type: 'priority', id: '', title, term: 'priority', pages: [{page: place + 1}], children: []}
    })
    const digest = Math.imul(at + 1, 0x9e3779b1)
      .toString(16)
      .replace('-', '')
      .padStart(8, '0')
      .repeat(8)
    return withIds({
      type: 'plan',
      version: 1,
      digest,
      title: `Plan of place ${at}`,
      authority: `Place ${at}`,
      status: 'unstated',
      pages: [],
      source: {path: `${at}.txt`, format: 'text', digest, pages: 20},
      warnings: [],
      children: goals
    })
  })
}
