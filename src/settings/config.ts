import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fromYaml} from '../language/own-data.ts'
import {PlanError} from '../problems.ts'

/** What a user may set in `planlens.config.yaml` (or .yml, .json) beside the plans. Every field may be left out. */
export interface Config {
  /** Folders and files of the archive that are not plans; `*` within a name, `**` over folders. */
  ignore: string[]
  /** Further words for the recognisers: `levels` ('ambition'), `posts` ('champion'), `bodies` ('collective'). */
  vocabulary: Record<string, string[]>
  /** Severity by gap rule: high, medium, low or off. */
  severity: Record<string, 'high' | 'medium' | 'low' | 'off'>
  /** Files of themes, frameworks and corrections, relative to the config file. */
  themes?: string
  frameworks: string[]
  corrections?: string
}

const names = ['planlens.config.yaml', 'planlens.config.yml', 'planlens.config.json']
const known = new Set(['ignore', 'vocabulary', 'severity', 'themes', 'frameworks', 'corrections'])

/**
 * The settings of a folder; all empty where it has none.
 * @throws {PlanError} 'arguments', naming the file and the field that cannot be read.
 */
export function configOf(folder: string): Config {
  const file = names.map((name) => join(folder, name)).find((path) => existsSync(path))
  return {ignore: [], vocabulary: {}, severity: {}, frameworks: [], ...(file ? configFrom(file, folder) : {})}
}

function configFrom(file: string, folder: string): Partial<Config> {
  const fail = (message: string, cause?: unknown): never => {
    throw new PlanError('arguments', message, {stage: 'cli', file, cause})
  }
  let read: unknown
  try {
    read = fromYaml(readFileSync(file, 'utf8')) ?? {}
  } catch (cause) {
    fail('the settings are not valid YAML', cause)
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return fail('the settings must be named fields')
  const config = read as Partial<Config>
  for (const name of Object.keys(config)) if (!known.has(name)) fail(`there is no setting '${name}'`)
  for (const name of ['ignore', 'frameworks'] as const)
    if (config[name] !== undefined && !isListOfText(config[name])) fail(`'${name}' must be a list of text`)
  for (const name of ['vocabulary', 'severity'] as const)
    if (config[name] !== undefined && (typeof config[name] !== 'object' || config[name] === null))
      fail(`'${name}' must be named fields`)
  for (const row of Object.keys(config.vocabulary ?? {}))
    if (!['levels', 'posts', 'bodies'].includes(row)) fail(`'vocabulary' has no row '${row}': levels, posts, bodies`)
  for (const words of Object.values(config.vocabulary ?? {}))
    if (!isListOfText(words)) fail("each row of 'vocabulary' must be a list of text")
  const beside = (name: string | undefined) => (name === undefined ? undefined : join(folder, name))
  const files: Partial<Config> = {}
  for (const name of ['themes', 'corrections'] as const) {
    const path = beside(config[name])
    if (path !== undefined) files[name] = path
  }
  return {...config, ...files, frameworks: (config.frameworks ?? []).map((name) => join(folder, name))}
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** Whether a path relative to the archive's folder matches one of the patterns: `*` within a name, `**` over folders. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  const plain = path.replaceAll('\\', '/')
  return patterns.some((pattern) => globToRegex(pattern.replace(/\/$/, '/**')).test(plain))
}

function globToRegex(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/?|\*|\?)/).map((part) => {
    if (part.startsWith('**')) return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}
