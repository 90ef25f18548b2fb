import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {
  analyse,
  correctionsFor,
  defaultFrameworks,
  defaultThemes,
  findChanges,
  findClusters,
  findOverlaps,
  openAnalysts,
  openArchive,
  openEmbedder,
  openTreeShelf,
  PlanError,
  picturesOf,
  planFiles,
  type RunOptions,
  type RunResult,
  readerOf,
  readFiles,
  readFramework,
  readThemes,
  reportFiles,
  systemCache,
  version
} from '../../index.ts'
import {interruptible} from '../interrupt.ts'
import {noteReport} from '../last-report.ts'
import {recordName, writeOutput} from '../output-folder.ts'
import {batchOf, batchOptions, readingOf, readingOptions} from '../plans.ts'
import {print} from '../print.ts'
import {progress} from '../progress.ts'
import {runSummary} from '../run-summary.ts'

/** planlens run [FOLDER|FILE…] [--out DIR] [--archive FILE] [--themes FILE] [--against FRAMEWORK]… [--strict] [--quiet] [--json] */
export async function run(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      out: {type: 'string', default: 'output'},
      themes: {type: 'string'},
      against: {type: 'string', multiple: true},
      strict: {type: 'boolean'},
      quiet: {type: 'boolean'},
      json: {type: 'boolean'},
      archive: {type: 'string'},
      workers: {type: 'boolean'},
      'no-pictures': {type: 'boolean'},
      embedder: {type: 'string', default: 'minilm'},
      ...readingOptions,
      ...batchOptions
    }
  })
  const startedAt = new Date().toISOString()
  const {files, leftOut, config} = await planFiles(positionals.length > 0 ? positionals : ['.'])
  if (files.length === 0)
    throw new PlanError('missing', 'no plan was found: PDF, DOCX, HTML, Markdown or text', {
      stage: 'cli',
      file: positionals.join(' ') || '.'
    })

  const told = progress(values.json ? 'json' : values.quiet ? 'none' : process.stderr.isTTY ? 'terminal' : 'lines')
  const themesFile = values.themes ?? config.themes
  const frameworkFiles = [...(values.against ?? []), ...config.frameworks]
  if (values.embedder !== 'minilm' && values.embedder !== 'none')
    throw new PlanError('arguments', `there is no embedder '${values.embedder}': minilm or none`, {stage: 'cli'})
  const vectors = {embedder: values.embedder, cache: systemCache()} as const
  const embedder = await openEmbedder(vectors)
  const options: RunOptions = {
    ...readingOf(values),
    findOverlaps: (plans) => findOverlaps(plans, {embedder}),
    findClusters: (plans) => findClusters(plans, {embedder}),
    ...batchOf(values),
    themes: themesFile ? readThemes(themesFile) : defaultThemes(),
    frameworks: frameworkFiles.length > 0 ? frameworkFiles.map(readFramework) : defaultFrameworks(),
    anyYears: frameworkFiles.length > 0,
    severity: config.severity,
    vocabulary: config.vocabulary,
    corrections: correctionsFor(positionals.length > 0 ? positionals : ['.']),
    findChanges,
    embedder,
    onEvent: told.on
  }
  const archive = values.archive === undefined ? undefined : await openArchive(values.archive)
  if (archive) options.archive = archive
  if (values.workers) {
    if (archive?.store.name !== 'postgres')
      throw new PlanError('arguments', '--workers needs --archive postgres://…', {stage: 'cli'})
    options.workers = values.archive!
  }
  const ifStopped = archive ? 'stopped; what was read is kept, and the next run goes on from there' : 'stopped'
  return interruptible(async (signal) => {
    const analysts = openAnalysts({
      ...batchOf(values),
      signal,
      embedder: vectors,
      severity: config.severity,
      themes: options.themes,
      frameworks: options.frameworks!,
      anyYears: options.anyYears!
    })
    const shelf = openTreeShelf()
    const result = await resultOf(
      {...options, analysts, shelf, signal},
      {files, startedAt, archive: archive?.store.where}
    ).finally(() => Promise.all([analysts.close(), archive?.close()]))
    told.end()
    const reports = await reportFiles(result, {
      ...(values['no-pictures'] ? {} : {pictures: await picturesOf(result.plans, signal)}),
      record: {files: files.length, startedAt, endedAt: new Date().toISOString()}
    })
    const wrote = [...reports.keys(), recordName]
    const record = {
      planlens: version,
      node: process.version,
      files,
      leftOut,
      wrote
    }
    writeOutput(values.out, new Map([...reports, [recordName, `${JSON.stringify(record, null, 2)}\n`]]))
    noteReport(resolve(values.out, 'index.html'))
    await print(runSummary(result, {leftOut: leftOut.length, index: join(values.out, 'index.html')}))
    return exitCode(result, values.strict === true)
  }, ifStopped)
}

/** Reads and analyses, and leaves a record of the run in the archive. */
async function resultOf(
  options: RunOptions,
  run: {files: string[]; startedAt: string; archive: string | undefined}
): Promise<RunResult> {
  const {archive} = options
  const outdated = (await archive?.outdated(readerOf(options))) ?? 0
  if (outdated > 0)
    process.stderr.write(`${run.archive}: ${outdated} files were read by another version and are read again\n`)
  const {plans, failures, remembered} = await readFiles(run.files, options)
  const result = await analyse(plans, failures, options)
  await archive?.keepRun({
    started_at: run.startedAt,
    ended_at: new Date().toISOString(),
    product: version,
    files: run.files.length,
    read_now: run.files.length - remembered,
    remembered,
    failed: failures.length
  })
  return result
}

function exitCode({plans, failures}: RunResult, strict: boolean): number {
  return failures.length > 0 && (strict || plans.length === 0) ? 2 : 0
}
