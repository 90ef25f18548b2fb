/** What a run of files finds, and the record of it in their archive. */
import {availableParallelism} from 'node:os'
import {
  type AnalystOptions,
  type Archive,
  analyse,
  findClustersBeside,
  openAnalysts,
  openTreeShelf,
  type RunOptions,
  type RunResult,
  readerOf,
  readFiles,
  threadsFor,
  togetherUpTo,
  version
} from '../index.ts'

/** Reads and analyses, and leaves a record of the run in the archive. The trees are there until it is closed. */
export async function resultOf(
  options: RunOptions,
  run: {files: string[]; startedAt: string; inputs: string | undefined; analysts: AnalystOptions}
): Promise<{result: {run: RunResult; close(): void}; lasting: boolean}> {
  const {archive, timeout, signal} = options
  const jobs = options.jobs ?? (await jobsFor(options))
  const outdated = (await archive?.outdated(readerOf(options))) ?? 0
  if (outdated > 0)
    process.stderr.write(`${archive!.store.where}: ${outdated} files were read by another version and are read again\n`)
  const shelf = openTreeShelf()
  const bounds = {...(jobs ? {jobs} : {}), ...(timeout ? {timeout} : {}), ...(signal ? {signal} : {})}
  const analysts = openAnalysts({...run.analysts, ...bounds})
  try {
    const {plans, failures, remembered, lasting, ...known} = await readFiles(run.files, {
      ...options,
      ...(jobs ? {jobs} : {}),
      shelf,
      pool: analysts.threads
    })
    let searched = true
    const findClusters: NonNullable<RunOptions['findClusters']> = async (...of) => {
      const found = await findClustersBeside(analysts, {...options, embedder: run.analysts.embedder}, ...of)
      searched &&= found !== null
      return found
    }
    const clustersAhead = plans.length > togetherUpTo && 2 * remembered > plans.length
    const result = await analyse(plans, failures, {...options, ...known, findClusters, analysts, shelf, clustersAhead})
    // What was left out because a thread or a process came to its end may be there next time.
    const whole =
      lasting && searched && !plans.some(({warnings}) => warnings.some(({ruleId}) => ruleId === 'not-analysed'))
    const {startedAt, files, inputs} = run
    const kept = whole ? inputs : undefined
    await keepRun(archive, {startedAt, files: files.length, remembered, failed: failures.length, inputs: kept})
    return {result: {run: result, close: () => shelf.close()}, lasting: whole}
  } catch (error) {
    shelf.close()
    throw error
  } finally {
    await analysts.close()
  }
}

/** Fewer threads than cores where an archive holds all but a little. */
async function jobsFor({archive, contents, embedder, ...reading}: RunOptions): Promise<number | undefined> {
  if (!archive || !contents) return undefined
  const known = await archive.known([...new Set(contents.flatMap(({digest}) => digest ?? []))], readerOf(reading))
  const fresh = contents.filter(({digest}) => digest === null || !known.has(digest))
  return threadsFor(fresh, availableParallelism(), embedder?.tier === 'minilm')
}

interface KeptRun {
  startedAt: string
  files: number
  remembered: number
  failed: number
  inputs: string | undefined
}

/** Leaves a record of a run in its archive. */
export async function keepRun(
  archive: Archive | undefined,
  {startedAt, files, remembered, failed, inputs}: KeptRun
): Promise<void> {
  await archive?.keepRun({
    started_at: startedAt,
    ended_at: new Date().toISOString(),
    product: version,
    files,
    read_now: files - remembered,
    remembered,
    failed,
    inputs: inputs ?? null
  })
}
