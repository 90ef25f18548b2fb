/**
 * Reading and comparing on many machines: one sends files and blocks of plans to the queue and waits for the archive to hold what
 * is made of them, the others read, compare and keep.
 */

import {availableParallelism} from 'node:os'
import {resolve} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {wordsOnly} from '../analyses/embedding/embedder.ts'
import {systemCache} from '../analyses/embedding/open.ts'
import {type Archive, openArchive} from '../archive/archive.ts'
import {archiveProblem, isPassing} from '../archive/problem.ts'
import {openBlockQueue, openFileQueue, type Queue, type QueuedFile} from '../pool/queue.ts'
import {openReaders, type ReadAllOptions} from '../pool/read-all.ts'
import {PlanError} from '../problems.ts'
import {version} from '../version.ts'
import {type Analysts, openAnalysts} from './analysts.ts'
import type {BlockJob} from './matrix.ts'
import {isLasting, type NewFile, type ReadNew, type RememberedFile, readerOf, readRemembered} from './remembered.ts'

const pollMilliseconds = 500
/** A database that is started again within this time costs nothing but the wait. */
const patienceMilliseconds = 120_000

/** What a worker could not read for a reason that may pass is kept under this mark, so that the next run tries again. */
const forNow = (reader: string) => `${reader} for now`

/** As `readRemembered`, but workers read what is new. Ends when every file is in the archive, read or failed. */
export async function* readOnMachines(
  files: readonly string[],
  archive: Archive,
  url: string,
  options: ReadAllOptions = {}
): AsyncGenerator<RememberedFile> {
  const queue = await toldOf(archive, openFileQueue(url, version))
  try {
    await queue.takeDead((file) => bury(archive, file))
    yield* readRemembered(files, archive, options, (fresh) => sent(fresh, archive, queue, options))
  } finally {
    await queue.close()
  }
}

/** What opening a queue throws is a problem of the archive. */
const toldOf = <Opened>(archive: Archive, opening: Promise<Opened>): Promise<Opened> =>
  opening.catch((error) => Promise.reject(archiveProblem(error, archive.store.where)))

export interface ShareOptions {
  signal?: AbortSignal
  onEvent?: (event: {type: 'sharing'; done: number; of: number}) => void
  /** Threads of this machine that take blocks as well, so that a run ends when all workers are gone. */
  analysts?: Analysts
}

/**
 * Has blocks compared by workers; ends when the archive holds every cell. A block that nobody has come to an end with is tried
 * `here`; where that fails, too, its cells are left out.
 */
export async function shareOnMachines(
  jobs: readonly BlockJob[],
  here: (job: BlockJob) => Promise<boolean>,
  archive: Archive,
  url: string,
  {signal, onEvent, analysts}: ShareOptions = {}
): Promise<void> {
  const queue = await toldOf(archive, openBlockQueue<BlockJob>(url, version))
  const left = new Map(jobs.map((job) => [nameOf(job), job]))
  try {
    await queue.takeDead(async (job) => {
      if (left.has(nameOf(job)) && !(await here(job))) left.delete(nameOf(job))
    })
    await queue.send(jobs)
    if (analysts) await queue.take(analysts.jobs, (block) => shareQueued(block, archive, analysts))
    while (left.size > 0) {
      signal?.throwIfAborted()
      const before = left.size
      for (const [name, job] of [...left].slice(0, mostWatched))
        if (await patiently(() => isKept(job, archive))) left.delete(name)
      if (left.size < before) onEvent?.({type: 'sharing', done: jobs.length - left.size, of: jobs.length})
      if (left.size > 0) await wait(pollMilliseconds)
    }
  } finally {
    await queue.close()
  }
}

/** Blocks that are looked for at a time: they are taken about in the order in which they were sent. */
const mostWatched = 32

/** The database gives the fields of a job in an order of its own. */
const nameOf = ({plans, pairs, cells}: BlockJob): string => JSON.stringify([cells, plans, pairs])

/** Whether the archive holds every cell of a block. */
async function isKept({plans, pairs, cells}: BlockJob, archive: Archive): Promise<boolean> {
  const firsts = [...new Set(pairs.map(([a]) => plans[a]!))]
  const kept = await archive.packedFindings('shared', cells, firsts)
  return pairs.every(([a, b]) => kept.has(`${plans[a]} ${plans[b]}`))
}

async function* sent(
  fresh: readonly NewFile[],
  archive: Archive,
  queue: Queue<QueuedFile>,
  options: ReadAllOptions
): ReturnType<ReadNew> {
  const reader = readerOf(options)
  const jobs = fresh.flatMap(({file, digest, bytes}) => (digest ? [{file: resolve(file), digest, bytes, reader}] : []))
  await archive.forget(jobs.map(({digest}) => digest))
  await queue.send(jobs)
  const settled = new Set<string>()
  for (const {file, digest} of fresh) {
    if (digest === null) yield {file, problem: new PlanError('unreadable', 'cannot be opened', {stage: 'pool', file})}
    else {
      while (!settled.has(digest)) {
        options.signal?.throwIfAborted()
        const waited = jobs.map((job) => job.digest).filter((other) => !settled.has(other))
        for (const done of await patiently(() => archive.settled(waited))) settled.add(done)
        if (!settled.has(digest)) await wait(pollMilliseconds)
      }
      yield {file, kept: true, ...(await patiently(() => archive.recall(digest, file)))}
    }
  }
}

/** Tries again while the database is away. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const until = performance.now() + patienceMilliseconds
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error
      await wait(pollMilliseconds)
    }
  }
}

/** A file on which every try ended without a word: whatever read it went down. */
async function bury(archive: Archive, {file, digest, bytes, reader}: QueuedFile): Promise<void> {
  if ((await archive.known([digest], reader)).size > 0) return
  const problem = new PlanError('damaged', 'could not be read by any worker that tried', {stage: 'pool', file})
  await archive.keep({digest, bytes, path: file, outcome: {problem}}, forNow(reader))
}

export interface WorkOptions extends Omit<ReadAllOptions, 'onProgress' | 'signal'> {
  onFile?: (file: string, problem: PlanError | null) => void
}

/** Reads files and compares plans from the queues until the signal stops it. Any number of these run on any number of machines. */
export async function work(
  url: string,
  {onFile, signal, ...options}: WorkOptions & {signal: AbortSignal}
): Promise<void> {
  const archive = await openArchive(url)
  const jobs = options.jobs ?? availableParallelism()
  const readers = openReaders(jobs, options)
  const analysts = analystsFor(jobs)
  const files = await openFileQueue(url, version)
  const blocks = await openBlockQueue<BlockJob>(url, version)
  const stopped = new Promise<void>((end) => {
    if (signal.aborted) end()
    signal.addEventListener('abort', () => end(), {once: true})
  })
  try {
    await files.takeDead((file) => bury(archive, file))
    await files.take(jobs, async (file) => onFile?.(file.file, await readQueued(file, archive, readers)))
    await blocks.take(jobs, (block) => shareQueued(block, archive, analysts(block.model)))
    await stopped
  } finally {
    await files.close()
    await blocks.close()
    await readers.close()
    for (const opened of analysts.opened.values()) await opened.close()
    await archive.close()
  }
}

/** Threads by what their vectors are made with, each opened when it is first asked for. */
function analystsFor(jobs: number): {(model: string): Analysts; opened: ReadonlyMap<string, Analysts>} {
  const opened = new Map<string, Analysts>()
  const open = (model: string) => {
    const embedder = model === wordsOnly().model ? {embedder: 'none' as const} : {cache: systemCache()}
    const analysts = opened.get(model) ?? openAnalysts({themes: [], jobs, embedder})
    opened.set(model, analysts)
    return analysts
  }
  return Object.assign(open, {opened})
}

async function shareQueued(block: BlockJob, archive: Archive, analysts: Analysts): Promise<void> {
  if (await isKept(block, archive)) return
  const {plans, pairs, model} = block
  const readings: Uint8Array[] = []
  for (const a of plans) {
    const packed = await archive.packedFinding({kind: 'goals', a, b: '', analysis: block.readings})
    // Somebody reads the plan anew at this moment: the run that does so will ask again.
    if (!packed) throw new PlanError('archive', `holds no readings of ${a.slice(0, 12)}`, {stage: 'archive'})
    readings.push(packed)
  }
  const answer = await analysts.shared({readings, pairs, model}, plans[0]!)
  if ('problem' in answer) throw answer.problem
  for (const cell of answer.found)
    await archive.keepFinding({kind: 'shared', a: cell.a, b: cell.b, analysis: block.cells}, cell)
}

async function readQueued(
  {file, digest, bytes, reader}: QueuedFile,
  archive: Archive,
  readers: ReturnType<typeof openReaders>
): Promise<PlanError | null> {
  if ((await archive.known([digest], reader)).size > 0) return null
  const read = await readers.read(file)
  const problem = 'problem' in read ? read.problem : null
  // Not on this machine, or not the same file here: another machine may have it.
  if (problem && (problem.code === 'missing' || problem.code === 'unreadable')) throw problem
  if ('plan' in read && read.plan.digest !== digest)
    throw new PlanError('unreadable', 'is another file on this machine', {stage: 'pool', file})
  await archive.keep({digest, bytes, path: file, outcome: read}, isLasting(read) ? reader : forNow(reader))
  return problem
}
