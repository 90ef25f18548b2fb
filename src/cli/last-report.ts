import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {systemCache} from '../index.ts'

/** The file of the user's cache that names the report which the last run wrote. */
const noted = (): string => join(systemCache(), 'last-report.txt')

/** Notes where a run wrote its report. A cache that cannot be written costs only the convenience. */
export function noteReport(path: string): void {
  try {
    mkdirSync(dirname(noted()), {recursive: true})
    writeFileSync(noted(), `${path}\n`)
  } catch {
    // `planlens open FOLDER` goes without the note.
  }
}

/** Path of the last report, or undefined when none was noted. */
export function lastReport(): string | undefined {
  try {
    return readFileSync(noted(), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}
