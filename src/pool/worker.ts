/** What runs on a worker thread: one file to a plan tree. Plan and problem leave the thread as plain JSON. */

import type {MessagePort} from 'node:worker_threads'
import {readPlan} from '../pipeline.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {PlanError, type ProblemCode, type Stage} from '../problems.ts'
import type {ReadOptions} from '../source/types.ts'

export interface ReadTask {
  file: string
  options: Pick<ReadOptions, 'engine' | 'ocr' | 'maxPages' | 'vocabulary' | 'threads'>
  /** Is told of every page that OCR has read. */
  port?: MessagePort
}

/** A `PlanError` as plain JSON; any other error has `code` null. */
export interface SentProblem {
  code: ProblemCode | null
  stage: Stage
  message: string
  page?: number
}

export type ReadAnswer = {plan: Plan} | {problem: SentProblem}

export default async function read({file, options, port}: ReadTask): Promise<ReadAnswer> {
  try {
    return {plan: await readPlan(file, {...options, onProgress: ({ocr}) => ocr && port?.postMessage('page')})}
  } catch (error) {
    return {problem: sent(error)}
  }
}

function sent(error: unknown): SentProblem {
  if (!(error instanceof PlanError))
    return {code: null, stage: 'pool', message: error instanceof Error ? error.message : String(error)}
  const {code, stage, message, page} = error
  return {code, stage, message, ...(page === undefined ? {} : {page})}
}
