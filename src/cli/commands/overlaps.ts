import {readFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {
  findOverlaps,
  type Lexicon,
  lexiconOf,
  openEmbedder,
  overlapsCsv,
  overlapsFile,
  overlapsText,
  PlanError,
  systemCache
} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** `planlens overlaps`; `help.ts` tells what it takes. @returns the exit code */
export async function overlaps(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      top: {type: 'string', default: '10'},
      embedder: {type: 'string', default: 'minilm'},
      lexicon: {type: 'string'},
      cache: {type: 'string'},
      ...readingOptions
    }
  })
  const format = choiceOf('format', values.format, ['text', 'json', 'csv', 'html'])
  const choice = choiceOf('embedder', values.embedder, ['minilm', 'none'])
  const top = Number(values.top)
  if (!Number.isInteger(top) || top < 1) throw wrong('--top takes a whole number from 1')
  const lexicon = values.lexicon === undefined ? undefined : readLexicon(values.lexicon)
  if (positionals.length < 2) throw wrong('name two plans or more')

  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length < 2) return 2
  const embedder = await openEmbedder({embedder: choice, cache: values.cache ?? systemCache()})
  const report = await findOverlaps(plans, {top, embedder, ...(lexicon ? {lexicon} : {})})
  if (report.note) process.stderr.write(`planlens: ${report.note}\n`)
  if (format === 'json') await printJson(report)
  else if (format === 'csv') await print(overlapsCsv(report))
  else if (format === 'html') await print(overlapsFile(report, plans))
  else await print(overlapsText(report))
  return report.pairs.some(({band}) => band === 'same' || band === 'related') ? 1 : 0
}

function readLexicon(file: string): Lexicon {
  try {
    return lexiconOf(readFileSync(file, 'utf8'))
  } catch (cause) {
    const what =
      (cause as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'there is no such file'
        : (cause as Error).message.split('\n')[0]
    throw new PlanError('arguments', `the lexicon cannot be read: ${what}`, {stage: 'cli', file, cause})
  }
}

const wrong = (message: string) => new PlanError('arguments', message, {stage: 'cli'})
