import {createHash} from 'node:crypto'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {
  type AnalystOptions,
  type Archive,
  contentsOf,
  correctionsFor,
  type Decision,
  defaultFrameworks,
  defaultThemes,
  findChanges,
  findOverlaps,
  knownOf,
  openArchive,
  openEmbedder,
  PlanError,
  picturesOf,
  planFiles,
  type RunOptions,
  type RunResult,
  readerOf,
  readFramework,
  readThemes,
  reportParts,
  systemCache,
  version,
  withDecisions
} from '../../index.ts'
import {readDecisions} from '../decisions.ts'
import {memoOf} from '../folder-memo.ts'
import {interruptible} from '../interrupt.ts'
import {noteReport} from '../last-report.ts'
import {unchangedRecord, writeOutput} from '../output-folder.ts'
import {batchOf, batchOptions, readingOf, readingOptions} from '../plans.ts'
import {print} from '../print.ts'
import {progress} from '../progress.ts'
import {keepRun, resultOf} from '../run-result.ts'
import {runSummary} from '../run-summary.ts'

const flags = {
  out: {type: 'string', default: 'output'},
  themes: {type: 'string'},
  against: {type: 'string', multiple: true},
  strict: {type: 'boolean'},
  quiet: {type: 'boolean'},
  json: {type: 'boolean'},
  archive: {type: 'string'},
  decisions: {type: 'string', multiple: true},
  workers: {type: 'boolean'},
  'no-pictures': {type: 'boolean'},
  embedder: {type: 'string', default: 'minilm'},
  ...readingOptions,
  ...batchOptions
} as const

const parsed = (argv: string[]) => parseArgs({args: argv, allowPositionals: true, options: flags})
type Values = ReturnType<typeof parsed>['values']

/** What one run is asked for. */
interface Asked {
  values: Values
  /** Files and folders as they were given. */
  given: string[]
  files: string[]
  leftOut: string[]
  config: Awaited<ReturnType<typeof planFiles>>['config']
  decisions: ReadonlyMap<string, Decision>
  startedAt: string
}

/** `planlens run`; `help.ts` tells what it takes. @returns the exit code */
export async function run(argv: string[]): Promise<number> {
  const asked = await askedBy(argv)
  const {values} = asked
  const told = progress(values.json ? 'json' : values.quiet ? 'none' : process.stderr.isTTY ? 'terminal' : 'lines')
  const {options, analysts} = await optionsOf(asked)
  options.onEvent = told.on
  const archive = await archiveOf(values)
  if (archive) options.archive = archive
  if (values.workers) options.workers = values.archive!
  const ifStopped = archive ? 'stopped; what was read is kept, and the next run goes on from there' : 'stopped'
  return interruptible(async (signal) => {
    options.signal = signal
    try {
      const inputs = archive ? await inputsOf(options, asked) : undefined
      const said =
        (await saidBefore(options, asked, inputs)) ??
        (await saidNow(options, asked, {inputs, analysts, onFound: () => told.end()}))
      noteReport(resolve(values.out, 'index.html'))
      await print(said.said)
      return exitCode(said, values.strict === true)
    } finally {
      await archive?.close()
    }
  }, ifStopped)
}

/** @throws {PlanError} 'missing' when there is no plan among the files. */
async function askedBy(argv: string[]): Promise<Asked> {
  const {values, positionals} = parsed(argv)
  const startedAt = new Date().toISOString()
  const decisions = readDecisions(values.decisions)
  const given = positionals.length > 0 ? positionals : ['.']
  const {files, leftOut, config} = await planFiles(given)
  if (files.length === 0)
    throw new PlanError('missing', 'no plan was found: PDF, DOCX, HTML, Markdown or text', {
      stage: 'cli',
      file: given.join(' ')
    })
  return {values, given, files, leftOut, config, decisions, startedAt}
}

/** How plans are read and compared, by this thread and by those of the analysts. */
async function optionsOf({values, given, config}: Asked): Promise<{options: RunOptions; analysts: AnalystOptions}> {
  if (values.embedder !== 'minilm' && values.embedder !== 'none')
    throw new PlanError('arguments', `there is no embedder '${values.embedder}': minilm or none`, {stage: 'cli'})
  const vectors = {embedder: values.embedder, cache: systemCache()} as const
  const embedder = await openEmbedder(vectors)
  const themesFile = values.themes ?? config.themes
  const frameworkFiles = [...(values.against ?? []), ...config.frameworks]
  const study = {
    themes: themesFile ? readThemes(themesFile) : defaultThemes(),
    frameworks: frameworkFiles.length > 0 ? frameworkFiles.map(readFramework) : defaultFrameworks(),
    anyYears: frameworkFiles.length > 0,
    severity: config.severity
  }
  const options: RunOptions = {
    ...readingOf(values),
    ...batchOf(values),
    ...study,
    vocabulary: config.vocabulary,
    corrections: correctionsFor(given),
    embedder,
    findChanges,
    findOverlaps: (plans) => findOverlaps(plans, {embedder})
  }
  return {options, analysts: {...study, embedder: vectors}}
}

async function archiveOf(values: Values): Promise<Archive | undefined> {
  const archive = values.archive === undefined ? undefined : await openArchive(values.archive)
  if (values.workers && archive?.store.name !== 'postgres') {
    await archive?.close()
    throw new PlanError('arguments', '--workers needs --archive postgres://…', {stage: 'cli'})
  }
  return archive
}

interface Said extends Counts {
  /** The summary of a run, for the reader at the terminal. */
  said: string
}

/** Where nothing is new: what the last run said. Reports with decisions in them are made of more than the plans. */
async function saidBefore(
  options: RunOptions,
  {values, files, startedAt, decisions}: Asked,
  inputs: string | undefined
): Promise<Said | undefined> {
  const before = inputs && decisions.size === 0 ? await unchangedRun(options, values.out, inputs) : undefined
  if (!before) return undefined
  const counts = {files: files.length, remembered: files.length, failed: before.failed}
  await keepRun(options.archive, {startedAt, ...counts, inputs})
  return before
}

/** Reads, compares and writes the reports. */
async function saidNow(
  options: RunOptions,
  {values, files, leftOut, decisions, startedAt}: Asked,
  {inputs, analysts, onFound}: {inputs: string | undefined; analysts: AnalystOptions; onFound(): void}
): Promise<Said> {
  const {out} = values
  const {result, lasting} = await resultOf(options, {files, startedAt, inputs, analysts})
  try {
    onFound()
    const {plans, failures} = result.run
    // Without an archive everything is read and looked at anew, and so it is made.
    const memo = options.archive ? memoOf(out) : undefined
    const reports = reportParts(decidedRun(result.run, decisions), {
      ...(memo ? {memo} : {}),
      ...(values['no-pictures'] ? {} : {pictures: await picturesOf(plans, options.signal)}),
      record: {files: files.length, startedAt, endedAt: new Date().toISOString()}
    })
    const said = runSummary(result.run, {leftOut: leftOut.length, index: join(out, 'index.html')})
    const counts = {plans: plans.length, failed: failures.length}
    const facts = {planlens: version, node: process.version, files, leftOut}
    const outcome = inputs && lasting && decisions.size === 0 ? {inputs, said, ...counts} : {}
    await writeOutput(out, reports, (wrote) => ({...facts, wrote, ...outcome}), memo)
    return {said, ...counts}
  } finally {
    result.close()
  }
}

/** The run with what reviewers decided on its changes and gaps. */
function decidedRun(found: RunResult, decisions: ReadonlyMap<string, Decision>): RunResult {
  if (decisions.size === 0) return found
  const changes = found.changes.map((report) => ({
    ...report,
    changes: withDecisions(report.changes, decisions).findings
  }))
  const {origins: _, ...run} = found
  return {...run, changes, gaps: {...found.gaps, gaps: withDecisions([...found.gaps.gaps], decisions).findings}}
}

interface Counts {
  plans: number
  failed: number
}

/** Names all that a run's reports are made from: when it is the same again, so are they. */
async function inputsOf(options: RunOptions, {values, files, leftOut}: Asked): Promise<string> {
  const pictures = !values['no-pictures']
  options.contents = await contentsOf(files, options)
  const {contents, themes, frameworks, anyYears, severity, corrections, embedder} = options
  const settings = {themes, frameworks, anyYears, severity, corrections, model: embedder?.model, pictures}
  const digests = contents.map(({file, digest}) => [file, digest])
  return createHash('sha256')
    .update(JSON.stringify([readerOf(options), settings, digests, leftOut]))
    .digest('hex')
}

/** What the last run into the folder said, when it was made from the same inputs, its files stand and the archive holds all. */
async function unchangedRun(options: RunOptions, out: string, inputs: string): Promise<Said | undefined> {
  const record = unchangedRecord(out, inputs)
  if (!record || typeof record.said !== 'string') return undefined
  const archive = options.archive!
  if (!(await archive.holdsRun(inputs))) return undefined
  const known = await knownOf(archive, options.contents!, readerOf(options))
  if (options.contents!.some(({digest}) => digest !== null && !known.has(digest))) return undefined
  return {said: record.said, plans: Number(record.plans), failed: Number(record.failed)}
}

function exitCode({plans, failed}: Counts, strict: boolean): number {
  return failed > 0 && (strict || plans === 0) ? 2 : 0
}
