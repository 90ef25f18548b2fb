import {problemLine} from '../index.ts'
import {coverage} from './commands/coverage.ts'
import {gaps} from './commands/gaps.ts'
import {ingest} from './commands/ingest.ts'

/** A command: its arguments after its name, to an exit code. */
export type Command = (argv: string[]) => Promise<number>

const commands: Record<string, Command> = {ingest, gaps, coverage}

async function main([name = 'help', ...argv]: string[]): Promise<number> {
  const command = commands[name]
  if (!command) {
    process.stderr.write(`planlens: there is no command '${name}'; see planlens --help\n`)
    return 2
  }
  return command(argv)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`planlens: ${problemLine(error)}\n`)
  process.exitCode = 2
}
