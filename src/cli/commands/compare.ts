import {parseArgs} from 'node:util'
import {compareReport, compareText, defaultThemes, openEmbedder, readThemes, systemCache} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** `planlens compare`; `help.ts` tells what it takes. @returns the exit code */
export async function compare(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      themes: {type: 'string'},
      by: {type: 'string', default: 'plan'},
      ...readingOptions
    }
  })
  const format = choiceOf('format', values.format, ['text', 'json'])
  const by = choiceOf('side', values.by, ['plan', 'authority'])
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const themes = values.themes ? readThemes(values.themes) : defaultThemes()
  const report = await compareReport(plans, themes, {embedder: await openEmbedder({cache: systemCache()}), by})
  if (format === 'json') await printJson(report)
  else await print(compareText(report))
  return 0
}
