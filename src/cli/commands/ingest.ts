import {parseArgs} from 'node:util'
import {markdownOf, outlineOf, type Plan, PlanError, stratmlOf, unitsCsv, unitsOf} from '../../index.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** What one plan is printed as, by the name of the format. `tree` is apart: several plans make one array. */
const formats: Record<string, (plan: Plan) => string> = {
  units: (plan) =>
    unitsOf(plan)
      .map((unit) => `${JSON.stringify(unit)}\n`)
      .join(''),
  outline: outlineOf,
  markdown: markdownOf,
  stratml: stratmlOf
}

/** planlens ingest FILE… [--format tree|units|outline|markdown|csv|stratml] */
export async function ingest(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {format: {type: 'string', default: 'outline'}, ...readingOptions}
  })
  const format = formats[values.format]
  if (!format && values.format !== 'tree' && values.format !== 'csv')
    throw new PlanError(
      'arguments',
      `there is no format '${values.format}': tree, csv, ${Object.keys(formats).join(', ')}`,
      {stage: 'cli'}
    )
  const {plans} = await plansOf(positionals, readingOf(values))
  if (values.format === 'csv') await print(unitsCsv(plans))
  else if (format) for (const plan of plans) await print(format(plan))
  else if (plans.length > 0) await printJson(positionals.length === 1 ? plans[0] : plans)
  return plans.length === 0 ? 2 : 0
}
