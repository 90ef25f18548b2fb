/** Files to plans: read on threads or machines, recalled from the archive, corrected; what fails is named. */
import type {GoalWords} from '../analyses/pairing/pairing.ts'
import type {Failure} from '../analyses/types.ts'
import type {Archive} from '../archive/archive.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {type ReadFile, readAll} from '../pool/read-all.ts'
import {advice, PlanError} from '../problems.ts'
import {correctedPlans} from '../recognise/corrections/corrected.ts'
import {type Cards, openCards} from './cards.ts'
import {leanHeap, roomy} from './lean-heap.ts'
import {readOnMachines} from './machines.ts'
import type {RunOptions} from './options.ts'
import {isLasting, knownOf, type RememberedFile, readerOf, readRemembered} from './remembered.ts'
import {heldUpTo} from './tree-shelf.ts'

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

/** Reads every file; one that cannot be used becomes a failure and never ends the run. */
export async function readFiles(files: readonly string[], options: RunOptions): Promise<ReadFiles> {
  const plans = new Map<string, Plan>()
  const failures: Failure[] = []
  const isLarge = files.length > heldUpTo
  if (isLarge && (files.length > roomy || (await freshOf(files, options)) > heldUpTo)) leanHeap(files.length)
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

/** How many files the archive does not know. */
async function freshOf(files: readonly string[], options: RunOptions): Promise<number> {
  const {archive, contents} = options
  if (!archive || !contents) return files.length
  const known = await knownOf(archive, contents, readerOf(options))
  return contents.filter(({digest}) => digest === null || !known.has(digest)).length
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
