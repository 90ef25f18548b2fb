/** The analyses put together for whole runs: which plans are compared with which, and what is asked of each. */
import {profileOf, themeDifferences} from './analyses/compare/compare.ts'
import {findCoverage} from './analyses/coverage/coverage.ts'
import type {Embedder} from './analyses/embedding/embedder.ts'
import {counterpartGaps, droppedGaps, frameworkGaps} from './analyses/gaps/against.ts'
import {type Closeness, meaningCloseness, wordCloseness} from './analyses/gaps/closeness.ts'
import {findGaps, type GapOptions} from './analyses/gaps/gaps.ts'
import {sameBody} from './analyses/pairing/pairing.ts'
import {planRef} from './analyses/plan-ref.ts'
import type {
  CompareReport,
  CoverageReport,
  Framework,
  Gap,
  GapReport,
  OverlapReport,
  PlanPair,
  Theme
} from './analyses/types.ts'
import type {Plan} from './plan-tree/nodes.ts'
import {goalsOf} from './plan-tree/walk.ts'
import {defaultThemes} from './settings/themes.ts'

export interface GapReportOptions extends Omit<GapOptions, 'closeness'> {
  frameworks?: readonly Framework[]
  /** Check a plan against every framework, in force in its years or not. */
  anyYears?: boolean
  /** Pairs and their overlaps, from which dropped goals and missing counterparts are told. */
  pairs?: readonly PlanPair[]
  overlaps?: readonly OverlapReport[]
  /** For the rules that compare meanings; by words when not given. */
  embedder?: Embedder
}

/** Gaps of every plan: within itself, against frameworks, and against the plans that it replaces or is compared with. */
export async function gapReport(plans: readonly Plan[], options: GapReportOptions = {}): Promise<GapReport> {
  const closeness: Closeness[] = []
  for (const plan of plans)
    closeness.push(options.embedder ? await meaningCloseness(plan, options.embedder) : wordCloseness(plan))
  const gaps = plans.flatMap((plan, index) => [
    ...findGaps(plan, {...options, closeness: closeness[index]!}),
    ...(options.frameworks ?? [])
      .filter((framework) => options.anyYears || applies(framework, plan))
      .flatMap((framework) => frameworkGaps(plan, framework, findCoverage([plan], framework.items).cells))
  ])
  return {plans: plans.map(planRef), gaps: [...gaps, ...gapsBetween(plans, options)]}
}

/** Whether a framework was in force in a plan's years, and the plan has goals to be held to it. */
function applies({years}: Framework, plan: Plan): boolean {
  if (!years || !plan.period || goalsOf(plan).length === 0) return false
  return years.from <= plan.period.to && (years.to ?? plan.period.from) >= plan.period.from
}

function gapsBetween(plans: readonly Plan[], {pairs = [], overlaps = []}: GapReportOptions): Gap[] {
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const between = (a: string, b: string) => overlaps.find((report) => isBetween(report, a, b))
  const dropped = pairs.flatMap(({a, b, relation}) => {
    const [earlier, plan, report] = [byId.get(a), byId.get(b), between(a, b)]
    return relation === 'replaces' && earlier && plan && report ? droppedGaps(earlier, plan, report) : []
  })
  const alone = plans.flatMap((plan) => {
    const others = pairs
      .filter(({a, b, relation}) => relation === 'compared' && (a === plan.digest || b === plan.digest))
      .flatMap(({a, b}) => {
        const other = byId.get(a === plan.digest ? b : a)
        const report = between(a, b)
        return other && report && plan.kind !== undefined && other.kind === plan.kind ? [{other, report}] : []
      })
    return others.length > 0 ? counterpartGaps(plan, others) : []
  })
  return [...dropped, ...alone]
}

function isBetween({plans: [x, y]}: OverlapReport, a: string, b: string): boolean {
  return (x?.id === a && y?.id === b) || (x?.id === b && y?.id === a)
}

/** Which plans speak of which themes, and at what level. */
export function coverageReport(plans: readonly Plan[], themes: readonly Theme[]): CoverageReport {
  return findCoverage(plans, themes, defaultThemes())
}

/** Plans side by side: how firm each is, and which themes only one promises anything about. */
export async function compareReport(
  plans: readonly Plan[],
  themes: readonly Theme[],
  options: GapReportOptions = {}
): Promise<CompareReport> {
  return comparisonOf(plans, coverageReport(plans, themes), await gapReport(plans, options))
}

/** The same from what a run has found already. */
export function comparisonOf(plans: readonly Plan[], coverage: CoverageReport, {gaps}: GapReport): CompareReport {
  const differences = plans.flatMap((a, index) =>
    plans
      .slice(index + 1)
      .filter((b) => !sameBody(a, b))
      .map((b) => ({a: a.digest, b: b.digest, themes: themeDifferences(coverage, a.digest, b.digest)}))
  )
  return {profiles: plans.map((plan) => profileOf(plan, gaps)), differences}
}
