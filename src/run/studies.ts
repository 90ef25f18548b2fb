/** What was found, held in few bytes: counts in memory, the findings themselves on the shelf. */
import {planRef} from '../analyses/plan-ref.ts'
import type {
  AnsweredAsk,
  ByPlan,
  ChangeReport,
  CoverageCell,
  Gap,
  Origins,
  PlanProfile,
  PlanTally
} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {tallyOf} from '../reports/tallies.ts'
import type {PlanFindings} from './findings.ts'
import type {Found} from './remembered.ts'
import type {TreeShelf} from './tree-shelf.ts'

/** What was found in one plan. */
export interface Study {
  gaps(): readonly Gap[]
  asks(): readonly AnsweredAsk[]
  cells(): readonly CoverageCell[]
  tally: PlanTally
  profile: PlanProfile
  /** What it was made from, and the other plans whose words it quotes; see `Origins`. */
  from: string | undefined
  quotes: string[]
}

export function studyOf(plan: Plan, found: Found<PlanFindings>, shelf: TreeShelf | undefined): Study {
  const {report, from} = found
  const read = shelved(found, shelf)
  return {
    gaps: () => read().gaps,
    asks: () => read().asks ?? [],
    cells: () => read().cells,
    tally: tallyOf(report.gaps, report.cells),
    profile: {...report.profile, plan: planRef(plan)},
    from,
    quotes: quotedBy(plan.digest, report.gaps, report.asks ?? [])
  }
}

/** The report where it is to be held in memory, else where it lies on the shelf. */
function shelved<Report extends object>({report, packed}: Found<Report>, shelf: TreeShelf | undefined): () => Report {
  if (!shelf) return () => report
  return packed ? shelf.keepPacked<Report>(packed) : shelf.keep(report)
}

/** Gaps that were found against other plans. */
export function addGaps(study: Study, more: readonly Gap[]): void {
  const {gaps, tally, from, quotes} = study
  const both = tallyOf(more, [])
  for (const severity of ['high', 'medium', 'low'] as const) tally.gaps[severity] += both.gaps[severity]
  for (const [rule, amount] of Object.entries(both.rules)) tally.rules[rule] = (tally.rules[rule] ?? 0) + amount
  study.gaps = () => [...gaps(), ...more]
  study.quotes = [...new Set([...quotes, ...quotedBy(more[0]?.plan ?? '', more, [])])].sort()
  if (from !== undefined) study.from = `${from} ${JSON.stringify(more)}`
}

function quotedBy(plan: string, gaps: readonly Gap[], asks: readonly AnsweredAsk[]): string[] {
  const named = new Set<string>()
  for (const {nearest} of gaps) if (nearest) named.add(nearest.plan)
  for (const {answer} of asks) if (answer) named.add(answer.plan)
  named.delete(plan)
  return [...named].sort()
}

export function studyOrigins(studies: ReadonlyMap<string, Study>): Origins['studies'] {
  const origins = new Map<string, {from: string; quotes: readonly string[]}>()
  for (const [digest, {from, quotes}] of studies) if (from !== undefined) origins.set(digest, {from, quotes})
  return origins
}

/** The changes from one plan to another, whose lists are read again whenever they are asked for. */
export function changesBetween(
  before: Plan,
  after: Plan,
  found: Found<ChangeReport>,
  shelf: TreeShelf | undefined
): ChangeReport {
  const {changes, consequences, ...facts} = found.report
  const report = {...facts, before: planRef(before), after: planRef(after)}
  if (!shelf) return {...report, changes, consequences}
  const read = shelved(found, shelf)
  return Object.defineProperties(report as ChangeReport, {
    changes: {get: () => read().changes, enumerable: true},
    consequences: {get: () => read().consequences, enumerable: true}
  })
}

/** In the order of the plans. */
export function byPlan<Finding>(
  plans: readonly Plan[],
  ofPlan: (digest: string) => readonly Finding[]
): ByPlan<Finding> {
  return {
    ofPlan,
    *[Symbol.iterator]() {
      for (const {digest} of plans) yield* ofPlan(digest)
    }
  }
}
