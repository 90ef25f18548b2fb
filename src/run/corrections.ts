/** A reader's corrections from the file beside the plans. Wiring only. */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fromYaml} from '../language/own-data.ts'
import {PlanError} from '../problems.ts'
import {type Correction, correctionsFrom} from '../recognise/corrections/corrections.ts'
import {configOf} from '../settings/config.ts'

const names = ['planlens.corrections.yaml', 'planlens.corrections.yml']

/** Larger files are no corrections that a person wrote, in bytes. */
const largest = 5_000_000

/**
 * The corrections for the plans of a folder: the file that its settings name, else `planlens.corrections.yaml` in it; [] where
 * there is none.
 * @throws {PlanError} 'arguments' when the file cannot be read, naming the entry.
 */
export function correctionsBeside(folder: string): Correction[] {
  const file = configOf(folder).corrections ?? names.map((name) => join(folder, name)).find((path) => existsSync(path))
  return file === undefined ? [] : readCorrections(file)
}

/** The corrections of several folders, or of the folders that files lie in, numbered through. @throws {PlanError} 'arguments' */
export function correctionsFor(paths: readonly string[]): Correction[] {
  const folders = new Set(
    paths.map((path) => (statSync(path, {throwIfNoEntry: false})?.isDirectory() ? path : dirname(path)))
  )
  return [...folders].flatMap(correctionsBeside).map((correction, index) => ({...correction, number: index + 1}))
}

/** @throws {PlanError} 'arguments' */
export function readCorrections(file: string): Correction[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new PlanError('arguments', 'the corrections cannot be opened', {stage: 'cli', file, cause})
  }
  if (text.length > largest) throw new PlanError('arguments', 'the corrections are too large', {stage: 'cli', file})
  let value: unknown
  try {
    value = fromYaml(text)
  } catch (cause) {
    throw new PlanError('arguments', 'the corrections are not valid YAML', {stage: 'cli', file, cause})
  }
  return correctionsFrom(value, file)
}

/** A short name for a set of corrections: findings made with others are not theirs. '' for none. */
export function correctionsKey(corrections: readonly Correction[]): string {
  if (corrections.length === 0) return ''
  return `corrections=${createHash('sha256').update(JSON.stringify(corrections)).digest('hex').slice(0, 16)}`
}
