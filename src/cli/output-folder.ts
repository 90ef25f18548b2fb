import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, isAbsolute, join, normalize, sep} from 'node:path'
import {PlanError} from '../index.ts'

/** The file of an output folder that says what the last run wrote into it. */
export const recordName = 'run.json'

/**
 * Writes a run's files into a folder, and takes away what an earlier run wrote there and this one did not. Nothing else in
 * the folder is touched, and no path leaves it.
 * @throws {PlanError} 'unreadable' when the folder cannot be written.
 */
export function writeOutput(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const earlier = writtenBefore(folder)
  try {
    for (const [path, contents] of files) {
      const target = join(folder, safe(path))
      mkdirSync(dirname(target), {recursive: true})
      writeFileSync(target, contents)
    }
    for (const path of earlier) if (!files.has(path)) rmSync(join(folder, safe(path)), {force: true})
  } catch (cause) {
    throw new PlanError('unreadable', `the reports cannot be written: ${(cause as Error).message}`, {
      stage: 'reports',
      file: folder,
      cause
    })
  }
}

function safe(path: string): string {
  const plain = normalize(path)
  if (isAbsolute(plain) || plain.split(sep).includes('..'))
    throw new PlanError('arguments', `a report may not be written outside its folder: ${path}`, {stage: 'reports'})
  return plain
}

function writtenBefore(folder: string): string[] {
  const file = join(folder, recordName)
  if (!existsSync(file)) return []
  try {
    const {wrote} = JSON.parse(readFileSync(file, 'utf8')) as {wrote?: unknown}
    return Array.isArray(wrote) ? wrote.filter((path) => typeof path === 'string' && isInside(path)) : []
  } catch {
    return [] // A record that cannot be read names nothing to take away.
  }
}

function isInside(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).split(sep).includes('..')
}
