/** The analyses put together for whole runs: which plans are compared with which, and what is asked of each. */
import {coverageByAuthority, profilesByAuthority} from '../analyses/compare/by-authority.ts'
import {cellIndex, profileOf, themeDifferences} from '../analyses/compare/compare.ts'
import {findCoverage} from '../analyses/coverage/coverage.ts'
import type {Embedder} from '../analyses/embedding/embedder.ts'
import {counterpartGaps, droppedGaps, frameworkGaps} from '../analyses/gaps/against.ts'
import {answersIn, type PlanBeside} from '../analyses/gaps/answers.ts'
import {statedAsks} from '../analyses/gaps/asks.ts'
import {askCloseness, meaningCloseness, wordCloseness} from '../analyses/gaps/closeness.ts'
import {findGaps, type GapOptions} from '../analyses/gaps/gaps.ts'
import {pairPlans, sameBody} from '../analyses/pairing/pairing.ts'
import {planRef} from '../analyses/plan-ref.ts'
import type {
  AnsweredAsk,
  CompareReport,
  CoverageCell,
  CoverageReport,
  Framework,
  Gap,
  GapReport,
  MeasureReport,
  OverlapReport,
  PlanPair,
  PlanProfile,
  Theme
} from '../analyses/types.ts'
import {measuresOf, smartSums} from '../language/measures/smart.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {goalsOf} from '../plan-tree/walk.ts'
import {defaultThemes} from '../settings/themes.ts'

/** What is found in one plan by itself. */
export interface PlanFindings {
  gaps: Gap[]
  asks: AnsweredAsk[]
  /** One for each theme, in the order of the themes. */
  cells: CoverageCell[]
  profile: PlanProfile
}

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
  const gaps: Gap[] = []
  const asks: AnsweredAsk[] = []
  const beside = plansBeside(plans, options.pairs ?? [])
  for (const plan of plans) {
    const found = await gapsOfPlan(plan, beside.get(plan.digest), options)
    gaps.push(...found.gaps)
    asks.push(...found.asks)
  }
  return {...measureReport(plans), gaps: [...gaps, ...gapsBetween(plans, options)], asks}
}

/** The measures and milestones of plans, each taken apart, and their SMART scores. */
export function measureReport(plans: readonly Plan[]): MeasureReport {
  return {
    plans: plans.map(planRef),
    measures: plans.flatMap((plan) => measuresOf(plan).map(({reading}) => reading)),
    smart: plans.flatMap((plan) => smartSums(plan))
  }
}

/** For each plan the other plans of the same authority, by digest: what one leaves open another may answer. */
export function plansBeside(plans: readonly Plan[], pairs: readonly PlanPair[]): Map<string, Plan[]> {
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const beside = new Map<string, Plan[]>(plans.map(({digest}) => [digest, []]))
  for (const {a, b, relation} of pairs) {
    const [one, other] = [byId.get(a), byId.get(b)]
    if (relation !== 'same-authority' || !one || !other) continue
    beside.get(a)!.push(other)
    beside.get(b)!.push(one)
  }
  return beside
}

/**
 * Gaps of one plan by itself: within it, and against the frameworks that were in force in its years. With them what it says
 * was asked for, and what answers it in this plan or in those beside it.
 */
async function gapsOfPlan(
  plan: Plan,
  beside: readonly Plan[] = [],
  options: GapReportOptions = {}
): Promise<{gaps: Gap[]; asks: AnsweredAsk[]}> {
  const {embedder} = options
  const closeness = embedder ? await meaningCloseness(plan, embedder) : wordCloseness(plan)
  const others: PlanBeside[] = []
  if (statedAsks(plan).length > 0)
    for (const other of beside)
      others.push({plan: other, closeness: embedder ? await askCloseness(plan, other, embedder) : wordCloseness(other)})
  const framed = (options.frameworks ?? [])
    .filter((framework) => options.anyYears || applies(framework, plan))
    .flatMap((framework) => frameworkGaps(plan, framework, findCoverage([plan], framework.items).cells))
  return {gaps: [...findGaps(plan, {...options, closeness}), ...framed], asks: answersIn(plan, closeness, others)}
}

/** Whether a framework was in force in a plan's years and speaks to plans of its subject, and the plan has goals to be held to it. */
function applies({years, subjects}: Framework, plan: Plan): boolean {
  if (!years || !plan.period || goalsOf(plan).length === 0) return false
  const called = `${plan.kind ?? ''} ${plan.title}`.toLowerCase()
  if (subjects && !subjects.some((subject) => called.includes(subject.toLowerCase()))) return false
  return years.from <= plan.period.to && (years.to ?? plan.period.from) >= plan.period.from
}

/** Gaps of plans against the plans that they replace or are compared with. */
export function gapsBetween(
  plans: readonly Plan[],
  {pairs = [], overlaps = []}: Pick<GapReportOptions, 'pairs' | 'overlaps'>
): Gap[] {
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const reports = new Map(overlaps.flatMap((report) => keysOf(report).map((key) => [key, report] as const)))
  const reported = pairs.flatMap((pair) => {
    const report = reports.get(`${pair.a} ${pair.b}`)
    return report ? [{...pair, report}] : []
  })
  const dropped = reported.flatMap(({a, b, relation, report}) => {
    const [earlier, plan] = [byId.get(a), byId.get(b)]
    return relation === 'replaces' && earlier && plan ? droppedGaps(earlier, plan, report) : []
  })
  const compared = reported.filter(({relation}) => relation === 'compared')
  const neighbours = Map.groupBy(
    compared.flatMap(({a, b, report}) => [
      {plan: a, other: b, report},
      {plan: b, other: a, report}
    ]),
    ({plan}) => plan
  )
  const alone = plans.flatMap((plan) => {
    const others = (neighbours.get(plan.digest) ?? []).flatMap(({other, report}) => {
      const found = byId.get(other)
      return found && plan.kind !== undefined && found.kind === plan.kind ? [{other: found, report}] : []
    })
    return others.length > 0 ? counterpartGaps(plan, others) : []
  })
  return [...dropped, ...alone]
}

/** A report of two plans is found whichever of them is named first. */
function keysOf({plans: [x, y]}: OverlapReport): string[] {
  return x && y ? [`${x.id} ${y.id}`, `${y.id} ${x.id}`] : []
}

/** How the plans are related, and the overlaps of those that replace one another or are compared: what `gapReport` asks for. */
export async function pairedWith(
  plans: readonly Plan[],
  findOverlaps: (pair: Plan[]) => Promise<OverlapReport>
): Promise<Required<Pick<GapReportOptions, 'pairs' | 'overlaps'>>> {
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const pairs = pairPlans(plans)
  const overlaps: OverlapReport[] = []
  for (const {a, b, relation} of pairs)
    if (relation === 'replaces' || relation === 'compared')
      overlaps.push(await findOverlaps([byId.get(a)!, byId.get(b)!]))
  return {pairs, overlaps}
}

/** Which plans speak of which themes, and at what level. */
export function coverageReport(plans: readonly Plan[], themes: readonly Theme[]): CoverageReport {
  return findCoverage(plans, themes, defaultThemes())
}

/** Plans, or all plans of each authority, side by side: how firm they are, and which themes only one promises anything about. */
export async function compareReport(
  plans: readonly Plan[],
  themes: readonly Theme[],
  {by = 'plan', ...options}: GapReportOptions & {by?: 'plan' | 'authority'} = {}
): Promise<CompareReport> {
  const coverage = coverageReport(plans, themes)
  const report = comparisonOf(plans, coverage, await gapReport(plans, options))
  if (by === 'plan') return report
  const profiles = profilesByAuthority(report.profiles)
  const whole = coverageByAuthority(coverage)
  const ids = profiles.map(({plan}) => plan.id)
  const differences = [...everyTwo(ids)].map(([a, b]) => ({a, b, themes: themeDifferences(whole, a, b)}))
  return {profiles, differences}
}

function comparisonOf(plans: readonly Plan[], coverage: CoverageReport, {gaps, asks = []}: GapReport): CompareReport {
  const own = Map.groupBy(gaps, ({plan}) => plan)
  const asked = Map.groupBy(asks, ({plan}) => plan)
  return {
    profiles: plans.map((plan) => profileOf(plan, own.get(plan.digest) ?? [], asked.get(plan.digest)?.length ?? 0)),
    differences: differencesOf(coverage, everyTwo(plans))
  }
}

/** Themes that only one of two plans promises anything about, for these pairs of plans, but for those of one body. */
export function differencesOf(
  coverage: CoverageReport,
  between: Iterable<readonly [Plan, Plan]>
): CompareReport['differences'] {
  const cells = cellIndex(coverage)
  return [...between]
    .filter(([a, b]) => !sameBody(a, b))
    .map(([a, b]) => ({a: a.digest, b: b.digest, themes: themeDifferences(coverage, a.digest, b.digest, cells)}))
}

/** All that is found in one plan by itself. */
export async function findingsOf(
  plan: Plan,
  beside: readonly Plan[],
  {themes, ...options}: GapReportOptions & {themes: readonly Theme[]}
): Promise<PlanFindings> {
  const {gaps, asks} = await gapsOfPlan(plan, beside, options)
  return {gaps, asks, cells: coverageReport([plan], themes).cells, profile: profileOf(plan, gaps, asks.length)}
}

function* everyTwo<T>(all: readonly T[]): Generator<[T, T]> {
  for (const [index, a] of all.entries()) for (const b of all.slice(index + 1)) yield [a, b]
}
