import {
  configOf,
  correctedPlans,
  correctionsFor,
  type Plan,
  PlanError,
  problemLine,
  type ReadOptions,
  readPlan,
  warningLines
} from '../index.ts'

/** The plans of several files; files that yield none are told on stderr and left out. */
export async function plansOf(
  paths: readonly string[],
  options: ReadOptions = {}
): Promise<{plans: Plan[]; failed: number}> {
  if (paths.length === 0) throw new PlanError('arguments', 'name at least one plan', {stage: 'cli'})
  const {vocabulary} = configOf('.')
  const plans: Plan[] = []
  let failed = 0
  for (const path of paths) {
    try {
      const plan = correctedPlans([await readPlan(path, {vocabulary, ...options})], correctionsFor([path]), {
        all: false
      })[0]!
      for (const line of warningLines(plan.warnings)) process.stderr.write(`${path}: ${line}\n`)
      plans.push(plan)
    } catch (error) {
      failed += 1
      process.stderr.write(`${problemLine(error, path)}\n`)
    }
  }
  return {plans, failed}
}

/** Bounds and engines that every reading command takes. */
export const readingOptions = {
  'pdf-engine': {type: 'string'},
  'no-ocr': {type: 'boolean'},
  'max-pages': {type: 'string'}
} as const

/** What batches take beside that. */
export const batchOptions = {jobs: {type: 'string'}, timeout: {type: 'string'}} as const

/** @throws {PlanError} 'arguments' for a number that there is not. */
export function batchOf(values: {jobs?: string; timeout?: string}): {jobs?: number; timeout?: number} {
  return {
    ...(values.jobs === undefined ? {} : {jobs: wholeNumber('--jobs', values.jobs)}),
    ...(values.timeout === undefined ? {} : {timeout: wholeNumber('--timeout', values.timeout)})
  }
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new PlanError('arguments', `${option} takes a whole number from 1`, {stage: 'cli'})
  return number
}

/** @throws {PlanError} 'arguments' for an engine or a number that there is not. */
export function readingOf(values: {'pdf-engine'?: string; 'no-ocr'?: boolean; 'max-pages'?: string}): ReadOptions {
  const options: ReadOptions = {}
  const engine = values['pdf-engine']
  if (engine !== undefined) {
    if (engine !== 'pdf-parse' && engine !== 'pdfium')
      throw new PlanError('arguments', `there is no PDF engine '${engine}': pdf-parse or pdfium`, {stage: 'cli'})
    options.engine = engine
  }
  if (values['no-ocr']) options.ocr = false
  if (values['max-pages'] !== undefined) options.maxPages = wholeNumber('--max-pages', values['max-pages'])
  return options
}
