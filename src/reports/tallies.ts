/** Findings counted plan by plan, and looked up by plan. */
import type {ByPlan, CoverageCell, CoverageLevel, Gap, PlanTally, RunResult} from '../analyses/types.ts'

const spoken: readonly CoverageLevel[] = ['outcome', 'priority', 'measure', 'mention']

export function tallyOf(gaps: Iterable<Gap>, cells: Iterable<CoverageCell>): PlanTally {
  const tally: PlanTally = {gaps: {high: 0, medium: 0, low: 0}, rules: {}, levels: {}}
  for (const {severity, rule} of gaps) {
    tally.gaps[severity] += 1
    tally.rules[rule] = (tally.rules[rule] ?? 0) + 1
  }
  for (const {theme, level} of cells) {
    // The word itself, not the one that was read with the cell: an archive has a third of a million of them.
    const same = spoken.find((known) => known === level)
    if (same) tally.levels[theme] = same
  }
  return tally
}

export const noTally: PlanTally = tallyOf([], [])

/** How many gaps in all. */
export const gapCount = ({gaps: {high, medium, low}}: PlanTally): number => high + medium + low

export function talliesOf({plans, gaps, coverage, tallies}: RunResult): ReadonlyMap<string, PlanTally> {
  if (tallies) return tallies
  const [own, cells] = [ofPlan(gaps.gaps), ofPlan(coverage.cells)]
  return new Map(plans.map(({digest}) => [digest, tallyOf(own(digest), cells(digest))]))
}

/** The findings of each plan; those that hold all in memory are sorted once. */
export function ofPlan<Finding extends {plan: string}>(all: ByPlan<Finding>): (digest: string) => readonly Finding[] {
  if (all.ofPlan) return (digest) => all.ofPlan!(digest)
  const sorted = Map.groupBy(all, ({plan}) => plan)
  return (digest) => sorted.get(digest) ?? []
}
