/**
 * A run over a made-up county, by hand: two drafts of one plan with page boxes, another authority, an earlier plan, a plan
 * whose every word is hostile, files that failed. What the reports must show of each is tested against this.
 */
import type {CoverageReport, GapReport, RunResult} from '../../../src/analyses/types.ts'
import {changesOf} from './changes.ts'
import {comparisonOf, coverageOf} from './coverage.ts'
import {gapsOf} from './gaps.ts'
import {hostilePlan, hostileWords} from './hostile-plan.ts'
import {ref} from './nodes.ts'
import {overlapsOf} from './overlaps.ts'
import {earlierWestPlan, eastPlan, westPlan} from './plans.ts'

/** The run that the report tests write. Made anew on each call. */
export function sampleRun(): RunResult & {gaps: GapReport; coverage: CoverageReport} {
  const [draft, final, west, earlier, hostile] = [
    eastPlan('draft'),
    eastPlan('final'),
    westPlan(),
    earlierWestPlan(),
    hostilePlan()
  ]
  const plans = [draft, final, west, earlier, hostile]
  return {
    plans,
    pairs: [
      {
        a: draft.digest,
        b: final.digest,
        relation: 'versions',
        reason: 'Most goals of the draft stand in the final in the same words.'
      },
      {
        a: earlier.digest,
        b: west.digest,
        relation: 'replaces',
        reason: 'The same authority, and the later period follows the earlier.'
      },
      {a: final.digest, b: west.digest, relation: 'compared', reason: 'Plans of the same kind of two authorities.'}
    ],
    failures: [
      {
        file: 'board-pack-annex-c.pdf',
        code: 'locked',
        message: 'The file is locked with a password.',
        advice: 'save a copy without the password'
      },
      {
        file: 'note.pdf',
        code: 'not-a-plan',
        message: 'No outcome, priority or measure was found in its 9 pages.',
        advice: 'leave it out',
        page: 9
      },
      {file: '<i>x</i>.pdf', code: 'damaged', message: hostileWords[0], advice: hostileWords[1]}
    ],
    changes: [changesOf(draft, final)],
    overlaps: [overlapsOf([final, west])],
    gaps: {plans: plans.map(ref), gaps: gapsOf(final, west, hostile)},
    coverage: coverageOf(final, west),
    comparison: comparisonOf(final, west),
    clusters: [
      {
        id: 'k1',
        title: 'First help within four weeks',
        members: [
          {
            plan: west.digest,
            unit: 'outcome-1/priority-1',
            text: 'First appointment within four weeks for eight in ten referrals',
            strength: 'aim',
            words: ['within four weeks']
          },
          {
            plan: draft.digest,
            unit: 'outcome-2/priority-1',
            text: 'See every child who is referred for low mood within four weeks',
            strength: 'will',
            words: ['within four weeks']
          },
          {
            plan: final.digest,
            unit: 'outcome-2/priority-1',
            text: 'See every child who is referred for low mood within four weeks',
            words: ['within four weeks']
          }
        ]
      }
    ]
  }
}
