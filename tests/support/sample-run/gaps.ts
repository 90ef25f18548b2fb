/** Gaps of every kind that reports tell apart. */
import type {Gap} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {unitsOf} from '../../../src/plan-tree/units.ts'
import {hostileWords} from './hostile-plan.ts'

export function gapsOf(east: Plan, west: Plan, hostile: Plan): Gap[] {
  const gap = (fields: Partial<Gap> & Pick<Gap, 'id' | 'rule' | 'plan'>): Gap => ({
    unit: null,
    where: 'Whole plan',
    text: 'words',
    note: 'One line of why.',
    confidence: 0.9,
    severity: 'medium',
    pages: [],
    ...fields
  })
  const at1 = (of: Plan, id: string) => {
    const unit = unitsOf(of).find((each) => each.id === id)!
    return {plan: of.digest, unit: id, text: unit.text, pages: unit.pages}
  }
  return [
    gap({
      id: 'g1',
      rule: 'priority-no-measure',
      severity: 'high',
      where: 'Outcome 1 / priority 1.3',
      note: 'The draft had one.',
      ...at1(east, 'outcome-1/priority-3')
    }),
    gap({
      id: 'g2',
      rule: 'lead-placeholder',
      severity: 'high',
      where: 'Outcome 2 / priority 2.2',
      note: '“TBC” names nobody.',
      ...at1(east, 'outcome-2/priority-2')
    }),
    gap({
      id: 'g3',
      rule: 'measure-no-target',
      where: 'Outcome 2 / measures',
      note: '“More” from how many, to how many?',
      ...at1(east, 'outcome-2/priority-2/measure-1')
    }),
    gap({
      id: 'g4',
      rule: 'measure-no-baseline',
      severity: 'low',
      where: 'Outcome 2 / measures',
      ...at1(east, 'outcome-2/priority-2/measure-1')
    }),
    gap({
      id: 'g5',
      rule: 'ask-unanswered',
      where: 'Outcome 1',
      ...at1(east, 'outcome-1/voice-1'),
      nearest: {
        plan: east.digest,
        id: 'outcome-1/priority-3',
        text: 'Light and look after the footpaths that young people told us they avoid',
        score: 7.2
      }
    }),
    gap({id: 'g6', rule: 'outcome-no-priority', severity: 'high', where: 'Aim B', ...at1(west, 'outcome-2')}),
    gap({
      id: 'g7',
      rule: 'no-counterpart',
      ...at1(west, 'outcome-1/priority-2'),
      nearest: {
        plan: east.digest,
        id: 'outcome-1/priority-2',
        text: 'Teach safe use of phones in every primary school',
        score: 4.1
      }
    }),
    gap({
      id: 'g8',
      rule: 'placeholder',
      plan: hostile.digest,
      text: hostileWords[0],
      note: hostileWords[2],
      where: hostileWords[1]
    })
  ]
}
