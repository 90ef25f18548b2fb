import {existsSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {PlanError} from '../../index.ts'
import {lastReport} from '../last-report.ts'
import {openInBrowser} from '../open-in-browser.ts'

/** `planlens open`; `help.ts` tells what it takes. @returns the exit code */
export async function open(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({args: argv, allowPositionals: true, options: {print: {type: 'boolean'}}})
  if (positionals.length > 1) throw new PlanError('arguments', 'name one report folder', {stage: 'cli'})
  const path = reportPath(positionals[0])
  const shown = values.print ? false : await openInBrowser(path)
  process.stdout.write(`${path}\n`)
  if (!shown && !values.print)
    process.stderr.write('No browser could be started: open the file above by double click.\n')
  return 0
}

/** The overview of the folder named, else of the last run, else of 'output' in the current folder. */
function reportPath(folder: string | undefined): string {
  const named = folder === undefined ? [lastReport(), join('output', 'index.html')] : [pageOf(folder)]
  const found = named.find((path) => path !== undefined && existsSync(path))
  if (found) return resolve(found)
  throw new PlanError(
    'missing',
    folder ? 'there is no report there' : 'no report was written yet: planlens run FOLDER',
    {
      stage: 'cli',
      ...(folder ? {file: folder} : {})
    }
  )
}

function pageOf(path: string): string {
  return existsSync(path) && statSync(path).isFile() ? path : join(path, 'index.html')
}
