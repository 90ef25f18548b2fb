import {parseArgs} from 'node:util'
import {
  documentMarkdown,
  explain,
  explanationLine,
  outlineOf,
  type Plan,
  PlanError,
  problemLine,
  stratmlOf,
  unitsCsv,
  unitsOf
} from '../../index.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** What one plan is printed as, by the name of the format. `tree` is apart: several plans make one array. */
const formats: Record<string, (plan: Plan) => string> = {
  units: (plan) =>
    unitsOf(plan)
      .map((unit) => `${JSON.stringify(unit)}\n`)
      .join(''),
  outline: outlineOf,
  stratml: stratmlOf
}

/** `planlens ingest`; `help.ts` tells what it takes. @returns the exit code */
export async function ingest(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'outline'},
      furniture: {type: 'string', default: 'out'},
      explain: {type: 'string'},
      ...readingOptions
    }
  })
  if (values.furniture !== 'keep' && values.furniture !== 'out')
    throw new PlanError('arguments', '--furniture takes keep or out', {stage: 'cli'})
  if (values.format === 'markdown')
    return printDocuments(positionals, {...readingOf(values), furniture: values.furniture})
  const format = formats[values.format]
  if (!format && values.format !== 'tree' && values.format !== 'csv')
    throw new PlanError(
      'arguments',
      `there is no format '${values.format}': tree, csv, markdown, ${Object.keys(formats).join(', ')}`,
      {stage: 'cli'}
    )
  const {plans} = await plansOf(positionals, readingOf(values))
  if (values.explain !== undefined) await printExplanations(plans, values.explain)
  else if (values.format === 'csv') await print(unitsCsv(plans))
  else if (format) for (const plan of plans) await print(format(plan))
  else if (plans.length > 0) await printJson(positionals.length === 1 ? plans[0] : plans)
  return plans.length === 0 ? 2 : 0
}

/** How each unit that has the id, or says the words, came about. */
async function printExplanations(plans: readonly Plan[], idOrWords: string): Promise<void> {
  const found = plans.flatMap((plan) => explain(plan, idOrWords))
  if (plans.length > 0 && found.length === 0) process.stderr.write(`nothing was read that is or says '${idOrWords}'\n`)
  for (const explanation of found) await print(`${explanationLine(explanation)}\n`)
}

/** Each document as it was read, in Markdown. */
async function printDocuments(
  paths: readonly string[],
  options: Parameters<typeof documentMarkdown>[1]
): Promise<number> {
  if (paths.length === 0) throw new PlanError('arguments', 'name at least one plan', {stage: 'cli'})
  let failed = 0
  for (const path of paths) {
    try {
      await print(await documentMarkdown(path, options ?? {}))
    } catch (error) {
      failed += 1
      process.stderr.write(`${problemLine(error, path)}\n`)
    }
  }
  return failed === paths.length ? 2 : 0
}
