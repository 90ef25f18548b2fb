/** One whole run as data: files to plans, pairs, changes, overlaps, gaps, coverage. Writes nothing. */
import {pairPlans} from './analyses/pairing/pairing.ts'
import type {ChangeReport, Cluster, Failure, OverlapReport, PlanPair, RunResult, Theme} from './analyses/types.ts'
import type {Archive} from './archive/archive.ts'
import {correctionsKey} from './corrections.ts'
import {comparisonOf, coverageReport, type GapReportOptions, gapReport} from './findings.ts'
import {readOnMachines} from './machines.ts'
import type {Plan} from './plan-tree/nodes.ts'
import {goalsOf} from './plan-tree/walk.ts'
import {type ReadAllOptions, type ReadFile, readAll} from './pool/read-all.ts'
import {advice, PlanError} from './problems.ts'
import {correctedPlans} from './recognise/corrected.ts'
import type {Correction} from './recognise/corrections.ts'
import {changesRemembered, overlapsRemembered, type RememberedFile, readRemembered} from './remembered.ts'

/** What a run tells while it works. */
export type RunEvent =
  | {type: 'read'; file: string; done: number; of: number; plan: Plan; remembered: boolean}
  | {type: 'failed'; file: string; done: number; of: number; failure: Failure}
  | {type: 'comparing'; what: 'changes' | 'overlaps'; a: Plan; b: Plan; done: number; of: number}

export interface RunOptions
  extends Omit<ReadAllOptions, 'onProgress'>,
    Pick<GapReportOptions, 'severity' | 'frameworks' | 'anyYears' | 'embedder'> {
  themes: readonly Theme[]
  /** What readers found wrong in the trees; see `correctionsFrom`. */
  corrections?: readonly Correction[]
  /** Where plans and findings are kept from run to run. */
  archive?: Archive
  /** Address of the PostgreSQL archive whose workers read what is new; without it this machine reads. */
  workers?: string
  findChanges?(before: Plan, after: Plan): ChangeReport
  findOverlaps?(plans: Plan[]): Promise<OverlapReport>
  findClusters?(plans: Plan[]): Promise<Cluster[]>
  onEvent?: (event: RunEvent) => void
}

/** Pairs of plans of one archive that are compared for overlaps at most; the nearest relations come first. */
const mostOverlapPairs = 60

/** Reads every file; one that cannot be used becomes a failure and never ends the run. */
export async function readFiles(
  files: readonly string[],
  options: RunOptions
): Promise<{plans: Plan[]; failures: Failure[]; remembered: number}> {
  const plans = new Map<string, Plan>()
  const failures: Failure[] = []
  let done = 0
  let remembered = 0
  const reading: AsyncIterable<ReadFile & Partial<RememberedFile>> = readingOf(files, options)
  for await (const read of reading) {
    if (read.remembered) remembered++
    const place = {file: read.file, done: ++done, of: files.length}
    if ('problem' in read) {
      const failure = failureOf(read.problem, read.file)
      failures.push(failure)
      options.onEvent?.({type: 'failed', ...place, failure})
      continue
    }
    const {plan, file} = read
    const twin = plans.get(plan.digest)
    if (twin) twin.warnings.push({ruleId: 'same-file', message: `${file} holds the same bytes and was read once`})
    else plans.set(plan.digest, plan)
    options.onEvent?.({type: 'read', ...place, plan, remembered: read.remembered === true})
  }
  return {plans: correctedPlans([...plans.values()], options.corrections ?? []), failures, remembered}
}

function readingOf(files: readonly string[], options: RunOptions): AsyncGenerator<ReadFile & Partial<RememberedFile>> {
  const {archive, workers} = options
  if (archive && workers) return readOnMachines(files, archive, workers, options)
  return archive ? readRemembered(files, archive, options) : readAll(files, options)
}

/** A failed file in words: code, cause and what to do. */
export function failureOf(error: unknown, file: string): Failure {
  const code = error instanceof PlanError ? error.code : 'damaged'
  const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  const page = error instanceof PlanError ? error.page : undefined
  return {file, code, message, advice: advice[code], ...(page === undefined ? {} : {page})}
}

/**
 * Everything that can be said of the plans together. Versions of one plan are compared for changes, each with the next;
 * of a chain of versions only the newest is compared with other plans for overlaps.
 */
export async function analyse(plans: readonly Plan[], failures: Failure[], options: RunOptions): Promise<RunResult> {
  const pairs = pairPlans(plans)
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const both = ({a, b}: PlanPair): [Plan, Plan] => [byId.get(a)!, byId.get(b)!]

  const {archive} = options
  const settings = correctionsKey(options.corrections ?? [])
  const findChanges =
    archive && options.findChanges ? changesRemembered(archive, options.findChanges, settings) : options.findChanges
  const findOverlaps =
    archive && options.findOverlaps ? overlapsRemembered(archive, options.findOverlaps, settings) : options.findOverlaps
  const versions = findChanges ? versionSteps(pairs) : []
  const changes: ChangeReport[] = []
  for (const [index, pair] of versions.entries()) {
    const [a, b] = both(pair)
    options.onEvent?.({type: 'comparing', what: 'changes', a, b, done: index + 1, of: versions.length})
    options.signal?.throwIfAborted()
    changes.push(await findChanges!(a, b))
  }

  const compared = findOverlaps ? overlapPairs(pairs, plans) : []
  const overlaps: OverlapReport[] = []
  for (const [index, pair] of compared.entries()) {
    const [a, b] = both(pair)
    options.onEvent?.({type: 'comparing', what: 'overlaps', a, b, done: index + 1, of: compared.length})
    options.signal?.throwIfAborted()
    overlaps.push(await findOverlaps!([a, b]))
  }

  const clusters = options.findClusters ? await options.findClusters(newest(plans, pairs)) : []
  const gaps = await gapReport(plans, {...options, pairs, overlaps})
  const coverage = coverageReport(plans, options.themes)
  return {
    plans: [...plans],
    pairs,
    failures,
    changes,
    overlaps,
    gaps,
    coverage,
    comparison: comparisonOf(plans, coverage, gaps),
    ...(clusters.length > 0 ? {clusters} : {})
  }
}

/** Each version with its next: of A, B, C the pairs A-B and B-C, not A-C. */
function versionSteps(pairs: readonly PlanPair[]): PlanPair[] {
  const versions = pairs.filter(({relation}) => relation === 'versions')
  return versions.filter(
    ({a, b}) => !versions.some((x) => x.a === a && x.b !== b && versions.some((y) => y.a === x.b && y.b === b))
  )
}

/** The plans that no later version takes the place of. */
function newest(plans: readonly Plan[], pairs: readonly PlanPair[]): Plan[] {
  const superseded = new Set(pairs.filter(({relation}) => relation === 'versions').map(({a}) => a))
  return plans.filter(({digest}) => !superseded.has(digest))
}

const nearness: Record<PlanPair['relation'], number> = {versions: 0, replaces: 1, 'same-authority': 2, compared: 3}

function overlapPairs(pairs: readonly PlanPair[], plans: readonly Plan[]): PlanPair[] {
  const empty = new Set(plans.filter((plan) => goalsOf(plan).length === 0).map(({digest}) => digest))
  const superseded = new Set(pairs.filter(({relation}) => relation === 'versions').map(({a}) => a))
  return pairs
    .filter(({relation, a, b}) => relation !== 'versions' && ![a, b].some((id) => superseded.has(id) || empty.has(id)))
    .map((pair, index) => ({pair, index}))
    .sort((x, y) => nearness[x.pair.relation] - nearness[y.pair.relation] || x.index - y.index)
    .slice(0, mostOverlapPairs)
    .map(({pair}) => pair)
}
