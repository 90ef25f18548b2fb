/** The analyses put together for whole runs: which plans are compared with which, and what is asked of each. */
import {findCoverage} from './analyses/coverage/coverage.ts'
import {counterpartGaps, droppedGaps, frameworkGaps} from './analyses/gaps/against.ts'
import {findGaps, type GapOptions} from './analyses/gaps/gaps.ts'
import {planRef} from './analyses/plan-ref.ts'
import type {CoverageReport, Framework, GapReport, OverlapReport, PlanPair, Theme} from './analyses/types.ts'
import type {Plan} from './plan-tree/nodes.ts'

export interface GapReportOptions extends GapOptions {
  frameworks?: readonly Framework[]
  /** Pairs and their overlaps, from which dropped goals and missing counterparts are told. */
  pairs?: readonly PlanPair[]
  overlaps?: readonly OverlapReport[]
}

/** Gaps of every plan: within itself, against frameworks, and against the plans that it replaces or is compared with. */
export function gapReport(plans: readonly Plan[], options: GapReportOptions = {}): GapReport {
  const gaps = plans.flatMap((plan) => [
    ...findGaps(plan, options),
    ...(options.frameworks ?? []).flatMap((framework) => {
      const {cells} = findCoverage([plan], framework.items)
      return frameworkGaps(plan, framework, cells)
    })
  ])
  return {plans: plans.map(planRef), gaps: [...gaps, ...gapsBetween(plans, options)]}
}

function gapsBetween(plans: readonly Plan[], {pairs = [], overlaps = []}: GapReportOptions) {
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  return pairs.flatMap((pair) => {
    const [a, b] = [byId.get(pair.a), byId.get(pair.b)]
    const report = overlaps.find(
      ({plans: [x, y]}) => x && y && new Set([x.id, y.id]).isSubsetOf(new Set([pair.a, pair.b]))
    )
    if (!a || !b || !report) return []
    if (pair.relation === 'replaces') return droppedGaps(a, b, report)
    if (pair.relation === 'compared' && a.kind !== undefined && a.kind === b.kind)
      return [...counterpartGaps(a, b, report), ...counterpartGaps(b, a, report)]
    return []
  })
}

/** Which plans speak of which themes, and at what level. */
export function coverageReport(plans: readonly Plan[], themes: readonly Theme[]): CoverageReport {
  return findCoverage(plans, themes)
}
