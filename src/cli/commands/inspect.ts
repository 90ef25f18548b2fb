import {writeFile} from 'node:fs/promises'
import {basename, extname} from 'node:path'
import {parseArgs} from 'node:util'
import {inspectPage, PlanError} from '../../index.ts'
import {readingOf, readingOptions} from '../plans.ts'

/** `planlens inspect`; `help.ts` tells what it takes. @returns the exit code */
export async function inspect(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {page: {type: 'string', default: '1'}, out: {type: 'string'}, ...readingOptions}
  })
  const [path, ...rest] = positionals
  if (!path || rest.length > 0) throw new PlanError('arguments', 'name one file', {stage: 'cli'})
  const number = Number(values.page)
  if (!Number.isInteger(number) || number < 1)
    throw new PlanError('arguments', '--page takes a whole number from 1', {stage: 'cli'})
  const {picture, marks, page, units} = await inspectPage(path, number, readingOf(values))
  const out = values.out ?? `${basename(path, extname(path))}-page-${number}.png`
  await writeFile(out, picture)
  process.stdout.write(
    `${out}: page ${number}, ${page.runs.length} words, ${page.rules.length} rules, ${marks.length} marks, ${units.length} units\n`
  )
  for (const unit of units) process.stdout.write(`  ${unit.id} (${unit.type}) ${unit.text.slice(0, 90)}\n`)
  return 0
}
