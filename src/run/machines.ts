/** Reading on many machines: one sends files to the queue and waits for the archive to hold them, the others read and keep. */

import {availableParallelism} from 'node:os'
import {resolve} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {type Archive, openArchive} from '../archive/archive.ts'
import {archiveProblem, isPassing} from '../archive/problem.ts'
import {openQueue, type Queue, type QueuedFile} from '../pool/queue.ts'
import {openReaders, type ReadAllOptions} from '../pool/read-all.ts'
import {PlanError} from '../problems.ts'
import {version} from '../version.ts'
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
  const queue = await openQueue(url, version).catch((error) =>
    Promise.reject(archiveProblem(error, archive.store.where))
  )
  try {
    await queue.takeDead((file) => bury(archive, file))
    yield* readRemembered(files, archive, options, (fresh) => sent(fresh, archive, queue, options))
  } finally {
    await queue.close()
  }
}

async function* sent(
  fresh: readonly NewFile[],
  archive: Archive,
  queue: Queue,
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

/** Reads files from the queue until the signal stops it. Any number of these run on any number of machines. */
export async function work(
  url: string,
  {onFile, signal, ...options}: WorkOptions & {signal: AbortSignal}
): Promise<void> {
  const archive = await openArchive(url)
  const jobs = options.jobs ?? availableParallelism()
  const readers = openReaders(jobs, options)
  const queue = await openQueue(url, version)
  const stopped = new Promise<void>((end) => {
    if (signal.aborted) end()
    signal.addEventListener('abort', () => end(), {once: true})
  })
  try {
    await queue.takeDead((file) => bury(archive, file))
    await queue.take(jobs, async (file) => onFile?.(file.file, await readQueued(file, archive, readers)))
    await stopped
  } finally {
    await queue.close()
    await readers.close()
    await archive.close()
  }
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
