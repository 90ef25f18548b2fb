import {parseArgs} from 'node:util'
import {PlanError, problemLine, work} from '../../index.ts'
import {interruptible} from '../interrupt.ts'
import {batchOf, batchOptions, readingOf, readingOptions} from '../plans.ts'

/** `planlens worker`; `help.ts` tells what it takes. @returns the exit code */
export async function worker(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {quiet: {type: 'boolean'}, ...readingOptions, ...batchOptions}
  })
  const url = positionals[0] ?? process.env.PLANLENS_ARCHIVE
  if (!url || !/^postgres(ql)?:\/\//.test(url))
    throw new PlanError('arguments', 'a worker needs postgres://user@host/database, or PLANLENS_ARCHIVE', {
      stage: 'cli'
    })
  const told = (file: string, problem: PlanError | null) =>
    process.stderr.write(problem ? `${problemLine(problem, file)}\n` : `read ${file}\n`)
  return interruptible(async (signal) => {
    if (!values.quiet) process.stderr.write('waiting for files\n')
    await work(url, {...readingOf(values), ...batchOf(values), signal, ...(values.quiet ? {} : {onFile: told})})
    return 0
  })
}
