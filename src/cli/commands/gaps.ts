import {parseArgs} from 'node:util'
import {
  configOf,
  type Embedder,
  findOverlaps,
  gapReport,
  gapsCsv,
  gapsFile,
  gapsText,
  openEmbedder,
  PlanError,
  pairedWith,
  readFramework,
  readThemes,
  systemCache,
  themesAsFramework,
  withDecisions
} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {readDecisions} from '../decisions.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** `planlens gaps`; `help.ts` tells what it takes. @returns the exit code */
export async function gaps(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      against: {type: 'string', multiple: true},
      themes: {type: 'string'},
      decisions: {type: 'string', multiple: true},
      embedder: {type: 'string', default: 'minilm'},
      ...readingOptions
    }
  })
  const format = choiceOf('format', values.format, ['text', 'json', 'csv', 'html'])
  const choice = choiceOf('embedder', values.embedder, ['minilm', 'none'])
  if (format === 'html' && positionals.length > 1)
    throw new PlanError('arguments', 'a page holds the gaps of one plan: name one, or use planlens run', {stage: 'cli'})
  const {severity} = configOf('.')
  const frameworks = (values.against ?? []).map(readFramework)
  if (values.themes) frameworks.push(themesAsFramework(readThemes(values.themes), values.themes))
  const decisions = readDecisions(values.decisions)

  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const embedder: Embedder = await openEmbedder({embedder: choice, cache: systemCache()})
  const between = await pairedWith(plans, (pair) => findOverlaps(pair, {embedder}))
  const found = await gapReport(plans, {severity, frameworks, anyYears: true, embedder, ...between})
  const report = {...found, gaps: withDecisions(found.gaps, decisions).findings}
  if (format === 'json') await printJson(report)
  else if (format === 'csv') await print(gapsCsv(report))
  else if (format === 'html') await print(gapsFile(report, plans))
  else await print(gapsText(report))
  return report.gaps.length > 0 ? 1 : 0
}
