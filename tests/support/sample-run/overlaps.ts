/** What two plans of the sample run share. */
import type {OverlapPair, OverlapReport, OverlapUnit} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {unitsOf} from '../../../src/plan-tree/units.ts'
import {ref} from './nodes.ts'

export function overlapsOf(plans: Plan[]): OverlapReport {
  const units = plans.flatMap((each) =>
    unitsOf(each)
      .filter((unit) => ['outcome', 'priority', 'action', 'measure'].includes(unit.type))
      .map(
        (unit): OverlapUnit => ({
          id: `${each.digest}#${unit.id}`,
          plan: each.digest,
          type: unit.type,
          text: unit.text,
          parent: unit.parent ? `${each.digest}#${unit.parent}` : null,
          label: unit.label,
          pages: unit.pages
        })
      )
  )
  const [east, west] = plans as [Plan, Plan]
  const pair = (a: string, b: string, fields: Partial<OverlapPair>): OverlapPair => ({
    a: `${east.digest}#${a}`,
    b: `${west.digest}#${b}`,
    score: 20,
    band: 'same',
    reasons: [],
    ...fields
  })
  return {
    plans: plans.map(ref),
    units,
    tier: 'words',
    pairs: [
      pair('outcome-2/priority-1', 'outcome-1/priority-1', {
        score: 27.9,
        mutual: true,
        reasons: [
          {kind: 'shared-words', text: 'within four weeks', words: ['within', 'four', 'weeks']},
          {kind: 'equal-words', text: '“referred”, “referrals”', words: ['referred', 'referrals']},
          {kind: 'facet-clashes', text: 'East asks for 85% by March 2028, West for 80% by December 2028'}
        ]
      }),
      pair('outcome-2/priority-1/measure-1', 'outcome-1/priority-1/measure-1', {
        score: 22,
        band: 'related',
        mutual: true,
        reasons: [{kind: 'shared-words', text: 'seen within four weeks', words: ['seen', 'within', 'four', 'weeks']}]
      }),
      pair('outcome-2', 'outcome-1', {
        score: 9.1,
        band: 'topic',
        reasons: [{kind: 'meaning', text: 'both speak of being well'}]
      }),
      pair('outcome-1/priority-3', 'outcome-1/priority-2', {score: 3.2, band: 'none'}),
      pair('outcome-1', 'outcome-2', {
        score: 12.4,
        band: 'related',
        mutual: true,
        reasons: [{kind: 'shared-words', text: 'safe', words: ['safe']}]
      })
    ]
  }
}
