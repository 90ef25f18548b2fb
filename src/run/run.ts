/** One whole run as data: files to plans, pairs, changes, overlaps, gaps, coverage. Writes nothing. */

import {everyPairUpTo, type GoalWords, pairPlans} from '../analyses/pairing/pairing.ts'
import {planRef} from '../analyses/plan-ref.ts'
import type {
  ChangeReport,
  Cluster,
  Failure,
  OverlapReport,
  PlanPair,
  RunResult,
  SharedMatrix
} from '../analyses/types.ts'
import type {Archive} from '../archive/archive.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {type ReadAllOptions, type ReadFile, readAll} from '../pool/read-all.ts'
import {advice, PlanError} from '../problems.ts'
import {correctedPlans} from '../recognise/corrections/corrected.ts'
import type {Correction} from '../recognise/corrections/corrections.ts'
import {hasGoals} from '../reports/figures.ts'
import {type AnalysisOptions, analysesOf, each, studyKey} from './analyses.ts'
import {type Cards, openCards} from './cards.ts'
import {correctionsKey} from './corrections.ts'
import {differencesOf, gapsBetween, plansBeside} from './findings.ts'
import {leanHeap} from './lean-heap.ts'
import {readOnMachines, shareOnMachines} from './machines.ts'
import {mostShared, sharedMatrix} from './matrix.ts'
import {
  type Found,
  isLasting,
  type NewFile,
  type RememberedFile,
  readerOf,
  readRemembered,
  remembered
} from './remembered.ts'
import {cellOfReport} from './shared-cells.ts'
import {addGaps, byPlan, changesBetween, type Study, studyOf, studyOrigins} from './studies.ts'
import {heldUpTo, type TreeShelf} from './tree-shelf.ts'

/** What a run tells while it works. */
export type RunEvent =
  | {type: 'read'; file: string; done: number; of: number; plan: Plan; remembered: boolean}
  | {type: 'failed'; file: string; done: number; of: number; failure: Failure}
  | {type: 'studied'; plan: Plan; done: number; of: number}
  | {type: 'comparing'; what: 'changes' | 'overlaps'; a: Plan; b: Plan; done: number; of: number}
  | {type: 'sharing'; done: number; of: number}

export interface RunOptions extends Omit<ReadAllOptions, 'onProgress'>, AnalysisOptions {
  /** What readers found wrong in the trees; see `correctionsFrom`. */
  corrections?: readonly Correction[]
  /** Where plans and findings are kept from run to run. */
  archive?: Archive
  /** Address of the PostgreSQL archive whose workers read what is new; without it this machine reads. */
  workers?: string
  /** The contents of the files, where they are known already. */
  contents?: readonly NewFile[]
  /** Where the trees of a run of many plans are kept; without it in memory. */
  shelf?: TreeShelf
  /** The words of a plan's goals, where they are known without its tree. */
  goalWords?: (plan: Plan) => GoalWords
  /** null when they could not be looked for. */
  findClusters?(plans: Plan[]): Promise<Cluster[] | null>
  /** Look for them while everything else is found: where that is done elsewhere, and most of it was read before. */
  clustersAhead?: boolean
  onEvent?: (event: RunEvent) => void
}

/** Pairs of plans of one archive that are compared for overlaps at most; the nearest relations come first. */
const mostOverlapPairs = 60

export interface ReadFiles {
  plans: Plan[]
  failures: Failure[]
  /** Files that were not read now. */
  remembered: number
  /** Whether the next run would read the same. */
  lasting: boolean
  /** As `RunOptions` takes it. */
  goalWords?: (plan: Plan) => GoalWords
}

/** Newest versions among which shared commitments are looked for at most: their words are all in memory then, some 350 kB a plan, and as much of vectors. */
const mostClustered = 2_000

/** Reads every file; one that cannot be used becomes a failure and never ends the run. */
export async function readFiles(files: readonly string[], options: RunOptions): Promise<ReadFiles> {
  const plans = new Map<string, Plan>()
  const failures: Failure[] = []
  const isLarge = files.length > heldUpTo
  if (isLarge) leanHeap()
  let done = 0
  let remembered = 0
  /** Whether the next run would read the same. */
  let lasting = true
  const shelved = (plan: Plan) => (options.shelf && isLarge ? options.shelf.put(plan) : plan)
  const {archive, shelf} = options
  const cards = shelf && (archive || isLarge) ? openCards(archive, readerOf(options), shelf) : undefined
  const reading: AsyncIterable<ReadFile & Partial<RememberedFile>> = readingOf(files, {
    ...options,
    ...(cards && archive ? {recall: (digest, path) => recalled(cards, archive, digest, path)} : {})
  })
  for await (const read of reading) {
    if (read.remembered) remembered++
    const place = {file: read.file, done: ++done, of: files.length}
    if ('problem' in read) {
      if (!isLasting(read)) lasting = false
      const failure = failureOf(read.problem, read.file)
      failures.push(failure)
      options.onEvent?.({type: 'failed', ...place, failure})
      continue
    }
    const {file} = read
    const twin = plans.get(read.plan.digest)
    const plan = twin ?? (read.remembered && cards ? read.plan : shelved(read.plan))
    if (!twin && !read.remembered) await cards?.keep(read.plan, plan)
    if (twin) twin.warnings.push({ruleId: 'same-file', message: `${file} holds the same bytes and was read once`})
    else plans.set(plan.digest, plan)
    options.onEvent?.({type: 'read', ...place, plan, remembered: read.remembered === true})
  }
  const corrected = correctedPlans([...plans.values()], options.corrections ?? [])
  return {
    plans: corrected.map((plan) => (plans.get(plan.digest) === plan ? plan : shelved(plan))),
    failures,
    remembered,
    lasting,
    ...(cards ? {goalWords: cards.goalWords} : {})
  }
}

/** From its card, or where there is none yet from its tree. */
async function recalled(cards: Cards, archive: Archive, digest: string, path: string): ReturnType<Archive['recall']> {
  const plan = await cards.recall(digest, path)
  if (plan) return {plan}
  const recalled = await archive.recall(digest, path)
  if ('plan' in recalled) await cards.keep(recalled.plan, recalled.plan)
  return recalled
}

function readingOf(
  files: readonly string[],
  options: RunOptions & {recall?: Archive['recall']}
): AsyncGenerator<ReadFile & Partial<RememberedFile>> {
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
  const pairs = pairPlans(plans, options.goalWords)
  const byId = new Map(plans.map((plan) => [plan.digest, plan]))
  const both = ({a, b}: PlanPair): [Plan, Plan] => [byId.get(a)!, byId.get(b)!]
  const {archive, onEvent, shelf} = options
  const settings = correctionsKey(options.corrections ?? [])
  const analyses = analysesOf(options)
  const current = newest(plans, pairs)
  const findClusters = async () => (await options.findClusters?.(current.slice(0, mostClustered))) ?? null
  const clustering = options.clustersAhead ? findClusters() : undefined
  // What it throws is thrown when it is waited for.
  clustering?.catch(() => {})

  const beside = plansBeside(plans, pairs)
  const studies = new Map<string, Study>()
  const study = remembered(archive, 'plan', studyKey(options, settings), ([plan, ...beside]) =>
    analyses.study(plan!, beside)
  )
  for await (const [plan, found] of each(
    plans,
    async (plan) => [plan, await study([plan, ...beside.get(plan.digest)!])] as const,
    options
  )) {
    studies.set(plan.digest, studyOf(plan, found, shelf))
    onEvent?.({type: 'studied', plan, done: studies.size, of: plans.length})
  }

  const {changes: findChanges, overlaps: findOverlaps} = analyses
  const versions = findChanges ? versionSteps(pairs, plans) : []
  const changes: ChangeReport[] = []
  const changesFrom: (string | undefined)[] = []
  const changesOf = remembered(archive, 'changes', settings, async ([before, after]) => findChanges!(before!, after!))
  let done = 0
  for await (const [pair, found] of each(
    versions,
    async (pair) => [pair, await changesOf(both(pair))] as const,
    options
  )) {
    const [a, b] = both(pair)
    onEvent?.({type: 'comparing', what: 'changes', a, b, done: ++done, of: versions.length})
    if (!found.report) continue
    changes.push(changesBetween(a, b, found as Found<ChangeReport>, shelf))
    changesFrom.push(found.from)
  }

  const comparable = findOverlaps ? overlapPairs(pairs, plans) : []
  const isLarge = comparable.length > mostOverlapPairs || (findOverlaps && plans.length > everyPairUpTo)
  // What reading and studying many plans has left in the threads goes first.
  if (plans.length > heldUpTo && !options.clustersAhead) await options.analysts?.rest()
  const matrix = isLarge ? await matrixOf(current, options) : undefined
  const compared = nearestFirst(comparable, matrix).slice(0, mostOverlapPairs)
  const overlaps: OverlapReport[] = []
  const overlapsFrom: (string | undefined)[] = []
  const near = [settings, options.embedder && `near=${options.embedder.model}`].filter(Boolean).join(' ')
  const overlapsOf = remembered(archive, 'overlaps', near, async ([a, b]) => findOverlaps!(a!, b!))
  done = 0
  for await (const [pair, {report, from}] of each(
    compared,
    async (pair) => [pair, await overlapsOf(both(pair))] as const,
    options
  )) {
    const [a, b] = both(pair)
    onEvent?.({type: 'comparing', what: 'overlaps', a, b, done: ++done, of: compared.length})
    if (!report) continue
    overlaps.push({...report, plans: report.plans.map(({id}) => planRef(id === a.digest ? a : b))})
    overlapsFrom.push(from)
  }

  if (plans.length > heldUpTo) await options.analysts?.rest()
  const clustered = options.findClusters ? await (clustering ?? findClusters()) : []
  const clusters = clustered ?? []
  const unclustered = options.findClusters ? current.length - (clustered ? mostClustered : 0) : 0

  for (const [digest, more] of Map.groupBy(gapsBetween(plans, {pairs, overlaps}), ({plan}) => plan))
    addGaps(studies.get(digest)!, more)
  const refs = plans.map(planRef)
  const themes = options.themes.map(({id, name}) => ({id, name}))
  const differing = compared.map(both)
  const cells = new Set(differing.flat()).values().flatMap(({digest}) => studies.get(digest)!.cells())
  return {
    plans: [...plans],
    pairs,
    failures,
    changes,
    overlaps,
    gaps: {
      plans: refs,
      gaps: byPlan(plans, (digest) => studies.get(digest)!.gaps()),
      asks: byPlan(plans, (digest) => studies.get(digest)!.asks())
    },
    coverage: {plans: refs, themes, cells: byPlan(plans, (digest) => studies.get(digest)!.cells())},
    ...(findOverlaps ? {matrix: matrix ?? matrixOfReports(overlaps, {current, compared})} : {}),
    tallies: new Map(plans.map(({digest}) => [digest, studies.get(digest)!.tally])),
    comparison: {
      profiles: plans.map(({digest}) => studies.get(digest)!.profile),
      differences: differencesOf({plans: refs, themes, cells: [...cells]}, differing)
    },
    origins: {
      all: [readerOf(options), settings, studyKey(options, settings)].join(' '),
      studies: studyOrigins(studies),
      changes: changesFrom,
      overlaps: overlapsFrom
    },
    ...(clusters.length > 0 ? {clusters} : {}),
    ...(unclustered > 0 ? {clustersLeftOut: unclustered} : {}),
    ...(comparable.length > compared.length ? {overlapsLeftOut: comparable.length - compared.length} : {})
  }
}

/** Each version with its next, in the order of the plans: of A, B, C the pairs A-B and B-C, not A-C. */
function versionSteps(pairs: readonly PlanPair[], plans: readonly Plan[]): PlanPair[] {
  const versions = pairs.filter(({relation}) => relation === 'versions')
  const later = new Map<string, Set<string>>()
  for (const {a, b} of versions) later.set(a, (later.get(a) ?? new Set()).add(b))
  const order = new Map(plans.map(({digest}, index) => [digest, index]))
  return versions
    .filter(({a, b}) => ![...later.get(a)!].some((x) => x !== b && later.get(x)?.has(b)))
    .sort((x, y) => order.get(x.a)! - order.get(y.a)! || order.get(x.b)! - order.get(y.b)!)
}

/** The plans that no later version takes the place of. */
function newest(plans: readonly Plan[], pairs: readonly PlanPair[]): Plan[] {
  const superseded = new Set(pairs.filter(({relation}) => relation === 'versions').map(({a}) => a))
  return plans.filter(({digest}) => !superseded.has(digest))
}

const nearness: Record<PlanPair['relation'], number> = {versions: 0, replaces: 1, 'same-authority': 2, compared: 3}

/** Pairs of newest versions that have goals. */
function overlapPairs(pairs: readonly PlanPair[], plans: readonly Plan[]): PlanPair[] {
  const empty = new Set(plans.filter((plan) => !hasGoals(plan)).map(({digest}) => digest))
  const superseded = new Set(pairs.filter(({relation}) => relation === 'versions').map(({a}) => a))
  return pairs.filter(
    ({relation, a, b}) => relation !== 'versions' && ![a, b].some((id) => superseded.has(id) || empty.has(id))
  )
}

/** By how they belong together, then by the commitments that they share. */
function nearestFirst(pairs: readonly PlanPair[], matrix: SharedMatrix | undefined): PlanPair[] {
  const shared = new Map(matrix?.cells.map(({a, b, same, related}) => [`${a} ${b}`, same + related]))
  const common = ({a, b}: PlanPair) => shared.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0
  return pairs
    .map((pair, index) => ({pair, index}))
    .sort(
      (x, y) =>
        nearness[x.pair.relation] - nearness[y.pair.relation] || common(y.pair) - common(x.pair) || x.index - y.index
    )
    .map(({pair}) => pair)
}

function matrixOf(plans: readonly Plan[], options: RunOptions): Promise<SharedMatrix> {
  const {archive, workers, onEvent} = options
  return sharedMatrix(plans, {
    ...options,
    onDone: (done, of) => onEvent?.({type: 'sharing', done, of}),
    ...(archive && workers ? {elsewhere: (jobs, here) => shareOnMachines(jobs, here, archive, workers, options)} : {})
  })
}

/** Where every two plans were compared in full. */
function matrixOfReports(
  overlaps: readonly OverlapReport[],
  {current, compared}: {current: readonly Plan[]; compared: readonly PlanPair[]}
): SharedMatrix {
  const cells = overlaps.filter(({plans}) => plans.length === 2).map(cellOfReport)
  return {plans: current.length, cells: cells.sort(mostShared), leftOut: 0, lost: compared.length - cells.length}
}
