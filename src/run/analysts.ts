/** The analyses on threads: what one plan lacks and covers, what two plans share or how they differ, several at a time. */
import {availableParallelism} from 'node:os'
import {minilmDimensions} from '../analyses/embedding/minilm.ts'
import type {EmbedderChoice} from '../analyses/embedding/open.ts'
import {sharedMemory} from '../analyses/embedding/shared-vectors.ts'
import type {ChangeReport, Cluster, OverlapReport, SharedCell} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {openThreads, type Threads} from '../pool/threads.ts'
import type {PlanError} from '../problems.ts'
import type {StudySettings, StudyTask} from './analyst.ts'
import type {PlanFindings} from './findings.ts'
import type {SharedBlock} from './shared-cells.ts'

/** An answer, or why there is none: an analysis that hangs or needs too much costs its plans only. */
export type Answered<Result> = {found: Result} | {problem: PlanError}

export interface Analysts {
  /** How many pieces may be given at a time. */
  jobs: number
  /** For other pieces, while none of these is asked for. */
  threads: Threads<unknown, unknown>
  /** `beside` are other plans of the same body, in which an ask may be answered. */
  study(plan: Plan, beside: readonly Plan[]): Promise<Answered<PlanFindings>>
  changes(before: Plan, after: Plan): Promise<Answered<ChangeReport>>
  overlaps(a: Plan, b: Plan): Promise<Answered<OverlapReport>>
  /** As `packedReadings`. */
  readings(plan: Plan): Promise<Answered<Uint8Array>>
  /** As `sharedInBlock`; `name` is said where it comes to no end. */
  shared(block: SharedBlock, name: string): Promise<Answered<SharedCell[]>>
  /** As `clustersIn`, of packed readings; `name` is said where it comes to no end. */
  clusters(goals: readonly Uint8Array[], name: string): Promise<Answered<Cluster[]>>
  /** Ends the threads, to be called while nothing is asked: those asked again start anew, and their memory is free till then. */
  rest(): Promise<void>
  close(): Promise<void>
}

export interface AnalystOptions extends StudySettings {
  /** Threads; as many as the machine has cores by default. */
  jobs?: number
  /** Seconds that one piece may take; 300 by default: two plans of a thousand pages are compared in two minutes. */
  timeout?: number
  signal?: AbortSignal
  embedder?: EmbedderChoice
}

/** Seconds of work that a plan is, about: by words, with vectors of all its sentences, and for each megabyte of its file. */
const workOf = {plan: 0.2, vectors: 2, megabyte: 5} as const
/** Seconds of work from which a further thread brings more than its start costs: each loads the program, and the model where one is asked for. */
const worthAThread = 4

/** Threads that are worth starting for some new files, `most` at most. */
export function threadsFor(files: readonly {bytes: number}[], most: number, vectors: boolean): number {
  const seconds = files.reduce(
    (sum, {bytes}) => sum + workOf.plan + (vectors ? workOf.vectors : 0) + (workOf.megabyte * bytes) / 1e6,
    0
  )
  return Math.max(1, Math.min(most, Math.ceil(seconds / worthAThread)))
}

const defaultTimeout = 300
/** Milliseconds: a thread has loaded the model of sentence vectors and waits for more. */
const idle = 30_000

const worker = new URL(`./analyst-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

export function openAnalysts(options: AnalystOptions): Analysts {
  const {jobs = availableParallelism(), timeout = defaultTimeout, signal, embedder, ...settings} = options
  const shared = jobs > 1 && embedder?.embedder !== 'none' ? {shared: sharedMemory(minilmDimensions)} : {}
  const workerData: StudySettings = {...settings, ...(embedder ? {embedder: {...embedder, ...shared}} : {})}
  const open = () =>
    openThreads<unknown, unknown>(worker, jobs, {timeout, idle, workerData, ...(signal ? {signal} : {})})
  let threads = open()
  const asked = async <Result>(task: StudyTask, file: string): Promise<Answered<Result>> => {
    const done = await threads.run(task, {file, verb: 'analysed'})
    return 'killed' in done ? {problem: done.killed} : {found: done.answer as Result}
  }
  return {
    jobs,
    threads: {run: (task, doing) => threads.run(task, doing), close: () => threads.close()},
    study: (plan, beside) => asked({kind: 'plan', plan, beside}, plan.source.path),
    changes: (before, after) => asked({kind: 'changes', before, after}, after.source.path),
    overlaps: (a, b) => asked({kind: 'overlaps', a, b}, b.source.path),
    readings: (plan) => asked({kind: 'readings', plan}, plan.source.path),
    shared: (block, name) => asked({kind: 'shared', block}, name),
    clusters: (goals, name) => asked({kind: 'clusters', goals}, name),
    async rest() {
      await threads.close()
      threads = open()
    },
    close: () => threads.close()
  }
}
