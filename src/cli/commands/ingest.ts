import {parseArgs} from 'node:util'
import {problemLine, readPlan, unitsOf} from '../../index.ts'

/** planlens ingest FILE… [--format tree|units|outline|markdown|csv|stratml] */
export async function ingest(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {format: {type: 'string', default: 'outline'}}
  })
  let failed = 0
  for (const path of positionals) {
    try {
      const plan = await readPlan(path)
      if (values.format === 'units') for (const unit of unitsOf(plan)) process.stdout.write(`${JSON.stringify(unit)}\n`)
      else process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`)
    } catch (error) {
      failed += 1
      process.stderr.write(`${problemLine(error, path)}\n`)
    }
  }
  return failed === positionals.length ? 2 : 0
}
