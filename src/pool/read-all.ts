/**
 * Many files to plan trees on worker threads, one file a task. A thread that hangs, runs out of memory or dies takes only its
 * own file with it; a PDF is then tried once more with the other PDF library.
 */
import {open} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {MessageChannel} from 'node:worker_threads'
import type {Plan} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'
import type {ReadOptions} from '../source/types.ts'
import {inOrder} from './in-order.ts'
import {defaultTimeout, openThreads, type ThreadOptions, type Threads} from './threads.ts'
import type {ReadAnswer, ReadTask} from './worker.ts'

export type ReadFile = {file: string; plan: Plan} | {file: string; problem: PlanError}

export interface ReadAllOptions extends Pick<ReadOptions, 'engine' | 'ocr' | 'maxPages' | 'vocabulary'>, ThreadOptions {
  /** Worker threads; by default as many as the machine has cores, and never more than there are files. */
  jobs?: number
  /** Called as each file is done, in the order in which they finish. */
  onProgress?: (progress: {done: number; of: number; file: string}) => void
  /** The module that reads one file; tests put a failing one here. */
  worker?: URL
  /** Threads that are there for other work afterwards: a few files are read by these. */
  pool?: Threads<unknown, unknown>
}

/** Files up to which they are read by threads that then go on with other work; what many leave behind is better let go. */
const mostShared = 32

/** Finished plans that wait for a slower file before them, per worker: bounds the memory of the main thread. */
const aheadPerWorker = 4

const ownWorker = new URL(`./worker-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Worker threads that wait for files. */
export interface Readers {
  /** Its plan, or the problem that kept it from being read. @throws the signal's reason when cancelled. */
  read(file: string): Promise<ReadFile>
  close(): Promise<void>
}

/**
 * Opens `jobs` threads. Give them no more than `jobs` files at a time: a file's time counts from when it is given. Where
 * there are fewer files than threads wanted, a file may take several.
 */
export function openReaders(jobs: number, options: ReadAllOptions = {}): Readers {
  const pool = poolOf(options) ?? openThreads<ReadTask, ReadAnswer>(options.worker ?? ownWorker, jobs, options)
  const threads = Math.max(1, Math.floor(threadsWanted(options) / jobs))
  return {read: (file) => readOne(pool, file, {...options, threads}), close: () => pool.close()}
}

/** Another's threads, which are not ours to close. */
function poolOf({pool, worker: module = ownWorker, timeout = defaultTimeout}: ReadAllOptions): ReadThreads | undefined {
  if (!pool) return undefined
  const run: Threads<unknown, unknown>['run'] = (task, doing) => pool.run(task, {...doing, module, timeout})
  return {run: run as ReadThreads['run'], close: async () => {}}
}

const threadsWanted = ({jobs = availableParallelism()}: ReadAllOptions): number => jobs

/**
 * Yields every file once, in the order given: with its plan, or with the problem that kept it from being read.
 * Never throws for a file; throws the signal's reason when cancelled.
 */
export async function* readAll(files: readonly string[], options: ReadAllOptions = {}): AsyncGenerator<ReadFile> {
  if (files.length === 0) return
  const jobs = Math.max(1, Math.min(threadsWanted(options), files.length))
  const {pool: _, ...own} = options
  const readers = openReaders(jobs, files.length > mostShared ? own : options)
  let done = 0
  try {
    const read = async (file: string): Promise<ReadFile> => {
      const result = await readers.read(file)
      options.onProgress?.({done: ++done, of: files.length, file})
      return result
    }
    yield* inOrder(files, read, {jobs, ahead: jobs * aheadPerWorker, ...signalOf(options)})
  } finally {
    await readers.close()
  }
}

type ReadThreads = Threads<ReadTask, ReadAnswer>
/** `threads`: how many one file may take. */
type ReadOneOptions = ReadAllOptions & {threads: number}

async function readOne(pool: ReadThreads, file: string, options: ReadOneOptions): Promise<ReadFile> {
  const first = await attempt(pool, file, options)
  if (!('killed' in first)) return first
  if (!(await isPdf(file))) return {file, problem: first.killed}
  const engine = options.engine === 'pdfium' ? 'pdf-parse' : 'pdfium'
  const second = await attempt(pool, file, {...options, engine})
  return 'killed' in second ? {file, problem: first.killed} : second
}

/** One try. `killed` when the file did not end by itself but took its thread with it. */
async function attempt(
  pool: ReadThreads,
  file: string,
  options: ReadOneOptions
): Promise<ReadFile | {killed: PlanError}> {
  const {port1: pages, port2: port} = new MessageChannel()
  const doing = {file, verb: 'read', alive: pages, transferList: [port]}
  const done = await pool.run({file, options: taskOptions(options), port}, doing).finally(() => pages.close())
  if ('killed' in done) return done
  const {answer} = done
  if ('plan' in answer) return {file, plan: answer.plan}
  const {code, message, ...place} = answer.problem
  // Not a problem that the reader names: a fault of ours. It costs this file only, and its first line says what it was.
  return {file, problem: new PlanError(code ?? 'damaged', message, {...place, file})}
}

function taskOptions({engine, ocr, maxPages, vocabulary, threads}: ReadOneOptions): ReadTask['options'] {
  return {
    threads,
    ...(engine === undefined ? {} : {engine}),
    ...(ocr === undefined ? {} : {ocr}),
    ...(maxPages === undefined ? {} : {maxPages}),
    ...(vocabulary === undefined ? {} : {vocabulary})
  }
}

const signalOf = ({signal}: ReadAllOptions) => (signal ? {signal} : {})

/** By its first bytes, as the reader itself decides. */
async function isPdf(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null)
  if (!handle) return false
  const {bytesRead, buffer} = await handle.read(new Uint8Array(1024), 0, 1024, 0)
  await handle.close()
  return Buffer.from(buffer.subarray(0, bytesRead)).includes('%PDF-')
}
