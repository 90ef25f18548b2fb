/** Many broken inputs through every parser, with a bound on each: what crashes, hangs or answers in more than a line is a fault. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {FuzzTask, FuzzWord} from './thread.ts'

/** Milliseconds of the processor for one input of a few thousand bytes, some hundred times the usual; and of the clock, which a busy machine lets run. */
const bound = 5_000
const patience = 60_000

export interface FuzzResult {
  inputs: number
  /** How many inputs ended as a plan, and with which problem. */
  outcomes: Record<string, number>
  faults: {number: number; fault: string}[]
  slowest: {number: number; milliseconds: number}
}

/** Inputs `from` to `until` of a seed. Never throws for an input. */
export async function fuzz(
  seed: number,
  from: number,
  until: number,
  onNumber?: (number: number) => void
): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-fuzz-'))
  const result: FuzzResult = {inputs: until - from, outcomes: {}, faults: [], slowest: {number: from, milliseconds: 0}}
  const count = (outcome: string) => {
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1
  }
  try {
    for (let next = from; next < until; ) {
      const stopped = await oneThread({seed, from: next, until, folder}, (word) => {
        count(word.outcome)
        if (word.fault) result.faults.push({number: word.ended, fault: word.fault})
        if (word.milliseconds > result.slowest.milliseconds)
          result.slowest = {number: word.ended, milliseconds: word.milliseconds}
        onNumber?.(word.ended)
      })
      if (!stopped) break
      result.faults.push(stopped)
      count('fault')
      next = stopped.number + 1
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
  return result
}

/** Milliseconds that the process has kept a processor busy: one thread of it reads, the other waits. */
function workedFor(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1_000
}

type Ended = Extract<FuzzWord, {ended: number}>

/** null when all is done; else the input that stopped the thread. */
function oneThread(task: FuzzTask, onEnded: (word: Ended) => void): Promise<{number: number; fault: string} | null> {
  return new Promise((resolve) => {
    let number = task.from
    let late: NodeJS.Timeout | undefined
    let began = {clock: 0, worked: 0}
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: task,
      resourceLimits: {maxOldGenerationSizeMb: 512}
    })
    const end = (fault: string | null) => {
      clearTimeout(late)
      void thread.terminate()
      resolve(fault === null ? null : {number, fault})
    }
    const watch = () => {
      const worked = workedFor() - began.worked
      if (worked >= bound || performance.now() - began.clock >= patience)
        end(`not done within ${Math.round(worked)} ms`)
      else late = setTimeout(watch, bound)
    }
    thread.on('message', (word: FuzzWord) => {
      clearTimeout(late)
      if ('began' in word) {
        number = word.began
        began = {clock: performance.now(), worked: workedFor()}
        late = setTimeout(watch, bound)
      } else onEnded(word)
    })
    thread.on('error', (error) => end(String(error)))
    thread.on('exit', () => end(number === task.until - 1 ? null : 'the thread ended'))
  })
}
