import {readdirSync, readFileSync} from 'node:fs'
import type {Framework, Theme} from '../analyses/types.ts'
import {csvRows} from '../language/csv.ts'
import {fromYaml, ownData} from '../language/own-data.ts'
import {PlanError} from '../problems.ts'

const ownThemes = new URL('./themes.yaml', import.meta.url)

const ownFrameworks = new URL('./frameworks/', import.meta.url)

/** The national frameworks that come with the product, by file name. */
export function defaultFrameworks(): Framework[] {
  return readdirSync(ownFrameworks)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => frameworkOf(ownData(new URL(name, ownFrameworks)), name))
}

/** The product's own themes of children's plans. */
export function defaultThemes(): Theme[] {
  own ??= themesOf(ownData(ownThemes), 'themes.yaml')
  return own
}
let own: Theme[] | undefined

/**
 * Themes from a user's YAML file: `themes: [{id, name, scope?, synonyms: [phrase]}]`, or a framework's `items` taken as themes.
 * @throws {PlanError} 'arguments', naming the file and what is wrong with it.
 */
export function readThemes(file: string): Theme[] {
  return themesOf(readYaml(file), file)
}

/**
 * A framework: YAML with `id`, `name`, `years`, `jurisdiction`, `subjects` and `items: [{id, name, level?, parent?}]`, or CSV with the
 * columns id, name and, if wanted, level, parent, phrases (separated by ;).
 * @throws {PlanError} 'arguments', naming the file and what is wrong with it.
 */
export function readFramework(file: string): Framework {
  return frameworkOf(
    /\.csv$/i.test(file) ? {id: file, name: file, items: csvRows(readText(file))} : readYaml(file),
    file
  )
}

function frameworkOf(read: unknown, file: string): Framework {
  const value = read as Record<string, unknown>
  const items = Array.isArray(value?.items) ? value.items : undefined
  if (!items) throw new PlanError('arguments', "a framework needs a list of 'items'", {stage: 'cli', file})
  const framework: Framework = {
    id: text(value.id) || file,
    name: text(value.name) || file,
    items: items.map((each) => themeOf(each, file))
  }
  if (value.jurisdiction !== undefined) framework.jurisdiction = text(value.jurisdiction)
  if (Array.isArray(value.subjects)) framework.subjects = value.subjects.map(text).filter(Boolean)
  const years = /^(\d{4})\s*-\s*(\d{4})?$/.exec(text(value.years))
  if (years) framework.years = {from: Number(years[1]), ...(years[2] ? {to: Number(years[2])} : {})}
  return framework
}

/** A user's themes as a list that a plan is held against. */
export function themesAsFramework(items: Theme[], name: string): Framework {
  return {id: name, name, items}
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new PlanError('missing', 'cannot be opened', {stage: 'cli', file, cause})
  }
}

function readYaml(file: string): unknown {
  try {
    return fromYaml(readText(file))
  } catch (cause) {
    if (cause instanceof PlanError) throw cause
    throw new PlanError('arguments', 'is not valid YAML', {stage: 'cli', file, cause})
  }
}

function themesOf(value: unknown, file: string): Theme[] {
  const {themes, items} = (value ?? {}) as {themes?: unknown; items?: unknown}
  const list = Array.isArray(themes) ? themes : Array.isArray(items) ? items : undefined
  if (!list) throw new PlanError('arguments', "needs a list of 'themes'", {stage: 'cli', file})
  return list.map((each) => themeOf(each, file))
}

function themeOf(value: unknown, file: string): Theme {
  const fields = (value ?? {}) as Record<string, unknown>
  const id = text(fields.id)
  const name = text(fields.name)
  if (!id || !name) throw new PlanError('arguments', 'each theme needs an id and a name', {stage: 'cli', file})
  const listed = [fields.synonyms, fields.keywords].find(Array.isArray)
  const synonyms = listed ? listed.map(text) : text(fields.phrases).split(';')
  const theme: Theme = {id, name, synonyms: synonyms.map((phrase) => phrase.trim()).filter(Boolean)}
  if (Array.isArray(fields.except)) theme.except = fields.except.map(text).filter(Boolean)
  if (fields.exact === true) theme.exact = true
  for (const field of ['scope', 'level', 'parent'] as const)
    if (fields[field] !== undefined) theme[field] = text(fields[field])
  return theme
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim()
}
