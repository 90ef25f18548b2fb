import {PlanError, problemLine, version} from '../index.ts'
import {archive} from './commands/archive.ts'
import {changes} from './commands/changes.ts'
import {compare} from './commands/compare.ts'
import {coverage} from './commands/coverage.ts'
import {gaps} from './commands/gaps.ts'
import {ingest} from './commands/ingest.ts'
import {inspect} from './commands/inspect.ts'
import {measures} from './commands/measures.ts'
import {open} from './commands/open.ts'
import {overlaps} from './commands/overlaps.ts'
import {run} from './commands/run.ts'
import {worker} from './commands/worker.ts'
import {help} from './help.ts'

/** A command: its arguments after its name, to an exit code. */
export type Command = (argv: string[]) => Promise<number>

const commands: Record<string, Command> = {
  overlaps,
  archive,
  run,
  ingest,
  inspect,
  gaps,
  measures,
  coverage,
  compare,
  changes,
  open,
  worker
}

async function main([name = '--help', ...argv]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help' || argv.includes('--help')) {
    process.stdout.write(help(name in commands ? name : argv[0]))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new PlanError('arguments', `there is no command '${name}'`, {stage: 'cli'})
  return command(argv)
}

/** What node:util's parseArgs throws is the user's doing, not ours: told like every other wrong argument. */
function asProblem(error: unknown): unknown {
  const code = (error as {code?: unknown} | null)?.code
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
    return new PlanError('arguments', (error as Error).message.split('.')[0]!, {stage: 'cli'})
  return error
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`planlens: ${problemLine(asProblem(error))}\n`)
  process.exitCode = 2
}
