import {expect, test} from 'vitest'
import {planRef} from '../../src/analyses/plan-ref.ts'
import type {OverlapReport} from '../../src/analyses/types.ts'
import {runSummary} from '../../src/cli/run-summary.ts'
import {longestFirst} from '../../src/run/compared.ts'
import {analyse} from '../../src/run/run.ts'
import {outcome, plan} from '../support/plans.ts'

const none = async (plans: Parameters<typeof planRef>[0][]): Promise<OverlapReport> => ({
  plans: plans.map(planRef),
  tier: 'words',
  units: [],
  pairs: []
})

test('a run of more pairs of plans than it searches for overlaps says how many it left', async () => {
  const plans = Array.from({length: 13}, (_, at) =>
    plan([outcome(`Goal of place ${at}`)], {digest: at.toString(16).padStart(64, '0'), title: `Plan of place ${at}`})
  )
  const run = await analyse(plans, [], {themes: [], findOverlaps: none})
  expect(run.overlaps).toHaveLength(60)
  expect(run.overlapsLeftOut).toBe(18)
  expect(runSummary(run, {leftOut: 0, index: 'index.html'})).toContain('18 further pairs of plans')
  const few = await analyse(plans.slice(0, 3), [], {themes: [], findOverlaps: none})
  expect(few.overlapsLeftOut).toBeUndefined()
})

test('of plans of two bodies those that share most commitments come first', async () => {
  const plans = Array.from({length: 13}, (_, at) =>
    plan([...own(at), ...(at > 10 ? common : [])], {
      digest: at.toString(16).padStart(64, '0'),
      title: `Plan of place ${at}`
    })
  )
  const run = await analyse(plans, [], {themes: [], findOverlaps: none})
  expect(run.overlaps[0]!.plans.map(({id}) => id)).toEqual([plans[11]!.digest, plans[12]!.digest])
  expect(run.overlaps).toHaveLength(60)
  expect(run.matrix!.cells[0]).toMatchObject({a: plans[11]!.digest, b: plans[12]!.digest, same: 2})
})

const own = (at: number) =>
  ['walk', 'sing', 'cook'].map((what) => outcome(`Place ${at}: ${what}${at} and ${what}${at}s`))
const common = [outcome('Care leavers have warm homes of their own'), outcome('Swimming is free in school holidays')]

test('threads are given the longest plans first, and a version not beside the one that takes its place', () => {
  const [draft, final, short, long] = [3, 3, 1, 4].map((goals, at) =>
    plan(
      Array.from({length: goals}, (_, goal) => outcome(`Goal ${goal}`)),
      {digest: `${at}`.repeat(64)}
    )
  )
  expect(longestFirst([draft!, final!, short!, long!], [short!, final!, long!])).toEqual([long, final, short, draft])
})
