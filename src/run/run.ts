/** One whole run as data: files to plans, pairs, changes, overlaps, gaps, coverage. Writes nothing. */

import {everyPairUpTo, pairPlans} from '../analyses/pairing/pairing.ts'
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
import type {Plan} from '../plan-tree/nodes.ts'
import {analysesOf, each, studyKey} from './analyses.ts'
import {longestFirst, nearestFirst, newest, overlapPairs, versionSteps} from './compared.ts'
import {correctionsKey} from './corrections.ts'
import {differencesOf, gapsBetween, plansBeside} from './findings.ts'
import {openGoals} from './goals.ts'
import {shareOnMachines} from './machines.ts'
import {mostShared, sharedMatrix} from './matrix.ts'
import type {RunOptions} from './options.ts'
import {type Found, readerOf, remembered} from './remembered.ts'
import {cellOfReport} from './shared-cells.ts'
import {addGaps, byPlan, changesBetween, type Study, studyOf, studyOrigins} from './studies.ts'
import {heldUpTo} from './tree-shelf.ts'

/** Pairs of plans of one archive that are compared for overlaps at most; the nearest relations come first. */
const mostOverlapPairs = 60

/** Newest versions among which shared commitments are looked for at most: their words are all in memory then, some 350 kB a plan, and as much of vectors. */
const mostClustered = 2_000

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
  const goals = options.goals ?? openGoals(options)
  const isMany = plans.length > heldUpTo
  let clustering: Promise<Cluster[] | null> | undefined
  const findClusters = () => {
    clustering ??= (async () => (await options.findClusters?.(current.slice(0, mostClustered), goals)) ?? null)()
    // What it throws is thrown when it is waited for.
    clustering.catch(() => {})
    return clustering
  }
  if (options.clustersAhead) findClusters()

  const beside = plansBeside(plans, pairs)
  const studies = new Map<string, Study>()
  const study = remembered(archive, 'plan', studyKey(options, settings), ([plan, ...beside]) =>
    analyses.study(plan!, beside)
  )
  for await (const [plan, found] of each(
    options.analysts && !isMany ? longestFirst(plans, current) : plans,
    async (plan) => [plan, await study([plan, ...beside.get(plan.digest)!])] as const,
    options
  )) {
    studies.set(plan.digest, studyOf(plan, found, shelf))
    onEvent?.({type: 'studied', plan, done: studies.size, of: plans.length})
  }
  // Their vectors are made by now; a thread looks for them beside the comparisons.
  if (options.analysts && !isMany) findClusters()

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
  if (isMany && !options.clustersAhead) await options.analysts?.rest()
  const matrix = isLarge ? await matrixOf(current, {...options, goals}) : undefined
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

  if (isMany) await options.analysts?.rest()
  const clustered = options.findClusters ? await findClusters() : []
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
