import {parseArgs} from 'node:util'
import {coverageCsv, coverageReport, coverageText, defaultThemes, readThemes} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** `planlens coverage`; `help.ts` tells what it takes. @returns the exit code */
export async function coverage(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {format: {type: 'string', default: 'text'}, themes: {type: 'string'}, ...readingOptions}
  })
  const format = choiceOf('format', values.format, ['text', 'json', 'csv'])
  const themes = values.themes ? readThemes(values.themes) : defaultThemes()
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const report = coverageReport(plans, themes)
  if (format === 'json') await printJson(report)
  else await print(format === 'csv' ? coverageCsv(report) : coverageText(report))
  return 0
}
