import {parseArgs} from 'node:util'
import {measureReport, measuresCsv, measuresText} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** `planlens measures`; `help.ts` tells what it takes. @returns the exit code */
export async function measures(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {format: {type: 'string', default: 'text'}, ...readingOptions}
  })
  const format = choiceOf('format', values.format, ['text', 'json', 'csv'])
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const report = measureReport(plans)
  if (format === 'json') await printJson(report)
  else await print(format === 'csv' ? measuresCsv(report) : measuresText(report))
  return 0
}
