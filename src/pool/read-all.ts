/**
 * Many files to plan trees on worker threads, one file a task. A thread that hangs, runs out of memory or dies takes only its
 * own file with it; a PDF is then tried once more with the other PDF library.
 */
import {open} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {MessageChannel} from 'node:worker_threads'
import {Piscina} from 'piscina'
import type {Plan} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'
import type {ReadOptions} from '../source/types.ts'
import {inOrder} from './in-order.ts'
import type {ReadAnswer, ReadTask} from './worker.ts'

export type ReadFile = {file: string; plan: Plan} | {file: string; problem: PlanError}

export interface ReadAllOptions extends Pick<ReadOptions, 'engine' | 'ocr' | 'maxPages' | 'vocabulary'> {
  /** Worker threads; by default as many as the machine has cores, and never more than there are files. */
  jobs?: number
  /** Seconds that one file may take, and each page of it that needs OCR; 120 by default. */
  timeout?: number
  /** Megabytes of JavaScript heap that one worker may use; 2048 by default. */
  memory?: number
  signal?: AbortSignal
  /** Called as each file is done, in the order in which they finish. */
  onProgress?: (progress: {done: number; of: number; file: string}) => void
  /** The module that reads one file; tests put a failing one here. */
  worker?: URL
}

/** The longest honest read measured is about 10 s (1,500 pages on a busy core); OCR takes about 2 s for each page. */
const defaultTimeout = 120
const defaultMemory = 2048
/** Finished plans that wait for a slower file before them, per worker: bounds the memory of the main thread. */
const aheadPerWorker = 4

const ownWorker = new URL(`./worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/** Worker threads that wait for files. */
export interface Readers {
  /** Its plan, or the problem that kept it from being read. @throws the signal's reason when cancelled. */
  read(file: string): Promise<ReadFile>
  close(): Promise<void>
}

/** Opens `jobs` threads. Give them no more than `jobs` files at a time: a file's time counts from when it is given. */
export function openReaders(jobs: number, options: ReadAllOptions = {}): Readers {
  const pool = new Piscina<ReadTask, ReadAnswer>({
    filename: (options.worker ?? ownWorker).href,
    minThreads: 0,
    maxThreads: jobs,
    maxQueue: 'auto',
    idleTimeout: 1000,
    atomics: 'disabled',
    resourceLimits: {maxOldGenerationSizeMb: options.memory ?? defaultMemory}
  })
  return {read: (file) => readOne(pool, file, options), close: () => pool.destroy()}
}

/**
 * Yields every file once, in the order given: with its plan, or with the problem that kept it from being read.
 * Never throws for a file; throws the signal's reason when cancelled.
 */
export async function* readAll(files: readonly string[], options: ReadAllOptions = {}): AsyncGenerator<ReadFile> {
  if (files.length === 0) return
  const jobs = Math.max(1, Math.min(options.jobs ?? availableParallelism(), files.length))
  const readers = openReaders(jobs, options)
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

type Pool = Piscina<ReadTask, ReadAnswer>

async function readOne(pool: Pool, file: string, options: ReadAllOptions): Promise<ReadFile> {
  const first = await attempt(pool, file, options)
  if (!('killed' in first)) return first
  if (!(await isPdf(file))) return {file, problem: first.killed}
  const engine = options.engine === 'pdfium' ? 'pdf-parse' : 'pdfium'
  const second = await attempt(pool, file, {...options, engine})
  return 'killed' in second ? {file, problem: first.killed} : second
}

/** One try. `killed` when the file did not end by itself but took its thread with it. */
async function attempt(pool: Pool, file: string, options: ReadAllOptions): Promise<ReadFile | {killed: PlanError}> {
  const {signal, timeout = defaultTimeout} = options
  const late = new AbortController()
  const clock = setTimeout(() => late.abort(), timeout * 1000)
  const {port1: pages, port2: port} = new MessageChannel()
  pages.on('message', () => clock.refresh())
  try {
    const task = {file, options: taskOptions(options), port}
    const stop = signal ? AbortSignal.any([signal, late.signal]) : late.signal
    const answer = await pool.run(task, {signal: stop, transferList: [port]})
    if ('plan' in answer) return {file, plan: answer.plan}
    const {code, message, ...place} = answer.problem
    // Not a problem that the reader names: a fault of ours. It costs this file only, and its first line says what it was.
    return {file, problem: new PlanError(code ?? 'damaged', message, {...place, file})}
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    return {killed: killed(file, error, late.signal.aborted, options)}
  } finally {
    clearTimeout(clock)
    pages.close()
  }
}

function killed(file: string, cause: unknown, late: boolean, {timeout, memory}: ReadAllOptions): PlanError {
  const place = {stage: 'pool', file, cause} as const
  if (late) return new PlanError('too-slow', `was not read within ${timeout ?? defaultTimeout} seconds`, place)
  if ((cause as {code?: string}).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new PlanError('too-large', `needs more than ${memory ?? defaultMemory} MB of memory`, place)
  const message = cause instanceof Error ? cause.message : String(cause)
  return new PlanError('damaged', `stopped the reader (${message})`, place)
}

function taskOptions({engine, ocr, maxPages, vocabulary}: ReadAllOptions): ReadTask['options'] {
  return {
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
