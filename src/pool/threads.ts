/**
 * Work on threads, each piece with bounds of its own: one that hangs, runs out of memory or takes its thread down costs
 * itself and nothing else. The only import of piscina.
 */
import type {MessagePort} from 'node:worker_threads'
import {Piscina} from 'piscina'
import {PlanError} from '../problems.ts'

export interface ThreadOptions {
  /** Seconds that one piece may take, and each page of a file that needs OCR; 120 by default. */
  timeout?: number
  /** Megabytes of JavaScript heap that one thread may use; 2048 by default. */
  memory?: number
  /** Milliseconds that a thread waits for work before it ends; 1000 by default. */
  idle?: number
  signal?: AbortSignal
}

/** The longest honest read measured is about 10 s (1,500 pages on a busy core); OCR takes about 2 s for each page. */
export const defaultTimeout = 120
const defaultMemory = 2048
/** Megabytes that a thread fills before it tidies up its newest objects: more only makes the program larger. */
const youngMegabytes = 32

/** What is done, in words for a message that it was not: `file` was not `verb`. */
export interface Doing {
  file: string
  verb: string
  /** Every message that comes here says that the piece goes on: its time begins anew. */
  alive?: MessagePort
  transferList?: MessagePort[]
  /** Another module than the threads were opened for, and another time than theirs, in seconds. */
  module?: URL
  timeout?: number
}

export interface Threads<Task, Answer> {
  /** `killed` when the piece did not end by itself. @throws the signal's reason when cancelled. */
  run(task: Task, doing: Doing): Promise<{answer: Answer} | {killed: PlanError}>
  close(): Promise<void>
}

/** Opens up to `jobs` threads of a module. Give them no more pieces at a time: the time of one counts from when it is given. */
export function openThreads<Task, Answer>(
  module: URL,
  jobs: number,
  options: ThreadOptions & {workerData?: unknown} = {}
): Threads<Task, Answer> {
  const {timeout: usual = defaultTimeout, memory = defaultMemory, idle = 1000, signal, workerData} = options
  const pool = new Piscina<Task, Answer>({
    filename: module.href,
    minThreads: 0,
    maxThreads: jobs,
    maxQueue: 'auto',
    idleTimeout: idle,
    atomics: 'disabled',
    workerData,
    resourceLimits: {maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMegabytes}
  })
  // A thread that breaks between two pieces takes none with it; the pool starts another when it is needed.
  pool.on('error', () => {})
  return {
    async run(task, {file, verb, alive, transferList, module: other, timeout = usual}) {
      const late = new AbortController()
      const clock = setTimeout(() => late.abort(), timeout * 1000)
      alive?.on('message', () => clock.refresh())
      try {
        const stop = signal ? AbortSignal.any([signal, late.signal]) : late.signal
        const ways = {...(transferList ? {transferList} : {}), ...(other ? {filename: other.href} : {})}
        return {answer: await pool.run(task, {signal: stop, ...ways})}
      } catch (cause) {
        if (signal?.aborted) throw signal.reason
        const place = {stage: 'pool', file, cause} as const
        if (late.signal.aborted)
          return {killed: new PlanError('too-slow', `was not ${verb} within ${timeout} seconds`, place)}
        if ((cause as {code?: string}).code === 'ERR_WORKER_OUT_OF_MEMORY')
          return {killed: new PlanError('too-large', `needs more than ${memory} MB of memory`, place)}
        const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
        return {killed: new PlanError('damaged', `could not be ${verb} (${message})`, place)}
      } finally {
        clearTimeout(clock)
      }
    },
    close: () => pool.destroy()
  }
}
