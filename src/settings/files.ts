import {lstatSync, readdirSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'
import {PlanError} from '../problems.ts'
import {type Config, configOf, isIgnored} from './config.ts'

/** Name endings that a folder is searched for. A file named on the command line is read whatever its name. */
const endings = /\.(pdf|txt|text|md|markdown|html?|docx?|odt|rtf|stratml|xml)$/i

export interface ArchiveFiles {
  files: string[]
  /** Files in the folder that were not taken for plans, by name ending or by the settings. */
  leftOut: string[]
  config: Config
}

/**
 * The files to read, in order of path. Folders are searched to any depth; symbolic links, hidden names and
 * what the settings ignore are left out.
 * @throws {PlanError} 'missing' when a path is not there, 'arguments' when the settings cannot be read.
 */
export function archiveFiles(paths: readonly string[]): ArchiveFiles {
  const files: string[] = []
  const leftOut: string[] = []
  let config = configOf('.')
  for (const path of paths) {
    const stat = statSync(path, {throwIfNoEntry: false})
    if (!stat) throw new PlanError('missing', 'there is no such file or folder', {stage: 'cli', file: path})
    if (!stat.isDirectory()) files.push(path)
    else {
      config = configOf(path)
      search(path, path, config, files, leftOut)
    }
  }
  return {files: [...new Set(files)], leftOut, config}
}

function search(folder: string, root: string, config: Config, files: string[], leftOut: string[]): void {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const stat = lstatSync(path)
    if (name.startsWith('.') || stat.isSymbolicLink() || isIgnored(relative(root, path), config.ignore)) continue
    if (stat.isDirectory()) {
      if (!isIgnored(`${relative(root, path)}/x`, config.ignore) && name !== 'node_modules')
        search(path, root, config, files, leftOut)
    } else if (stat.isFile() && endings.test(name)) files.push(path)
    else if (!name.startsWith('planlens.')) leftOut.push(path)
  }
}
