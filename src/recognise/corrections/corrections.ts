import {foldedTitle} from '../../language/fold.ts'
import type {GoalType} from '../../plan-tree/nodes.ts'
import {PlanError} from '../../problems.ts'

/**
 * What a reader found wrong in a plan tree, tied to the plan's words, so that it outlives a new run and a new version of the
 * plan. One entry of `planlens.corrections.yaml`:
 *
 *     - quote: Sweep the quays every day      # the unit's words, or enough of them to tell it from others
 *       plan: Harbour Strategy                # where several plans print the words: words of the plan's title, or its id
 *       in: The harbour is clean              # where one plan prints them twice: words of a goal or section around it
 *       title: Sweep all quays each morning   # another title
 *       level: measure                        # another level: outcome, priority, action, measure, milestone
 *       under: Keep the quays clean           # another parent, by its words; 'plan' for the top
 *       join: [and the slipways]              # the words of further units that belong to this one
 *       split: [Sweep the quays, every day]   # the unit is several: their words, in order
 *       not-a-goal: true                      # words that are no goal of this plan
 */
export interface Correction {
  /** Place in the file, from 1: how warnings and `data.corrected` name it. */
  number: number
  quote: string
  plan?: string
  within?: string
  title?: string
  level?: GoalType
  under?: string
  join?: string[]
  split?: string[]
  notAGoal?: true
}

const levels: readonly GoalType[] = ['outcome', 'priority', 'action', 'measure', 'milestone']
const fields = new Set(['quote', 'plan', 'in', 'title', 'level', 'under', 'join', 'split', 'not-a-goal', 'note'])
const deeds = ['title', 'level', 'under', 'join', 'split', 'not-a-goal']

/** Most corrections of one file. */
const mostCorrections = 10_000

/**
 * The entries of a corrections file, checked.
 * @param value the parsed YAML: a list, or `corrections:` with a list.
 * @throws {PlanError} 'arguments', naming the entry and the field that cannot be read.
 */
export function correctionsFrom(value: unknown, file?: string): Correction[] {
  const fail = (message: string): never => {
    throw new PlanError('arguments', message, {stage: 'cli', ...(file === undefined ? {} : {file})})
  }
  const listed = isRecord(value) && 'corrections' in value ? value['corrections'] : value
  if (listed === null || listed === undefined) return []
  if (!Array.isArray(listed)) return fail('corrections must be a list, each with a quote')
  if (listed.length > mostCorrections) fail(`more than ${mostCorrections} corrections`)
  return listed.map((entry: unknown, index) => correctionFrom(entry, index + 1, fail))
}

function correctionFrom(entry: unknown, number: number, fail: (message: string) => never): Correction {
  const wrong = (what: string): never => fail(`correction ${number}: ${what}`)
  if (!isRecord(entry)) return wrong('must have named fields, quote first')
  for (const name of Object.keys(entry)) if (!fields.has(name)) wrong(`there is no field '${name}'`)
  const text = (name: string): string | undefined => {
    const value = entry[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string' && typeof value !== 'number') return wrong(`'${name}' must be text`)
    return String(value).trim() === '' ? wrong(`'${name}' is empty`) : String(value)
  }
  const texts = (name: string): string[] | undefined => {
    const value = entry[name]
    if (value === undefined || value === null) return undefined
    const list = Array.isArray(value) ? value : [value]
    if (list.length === 0 || !list.every((each) => typeof each === 'string' && each.trim() !== ''))
      return wrong(`'${name}' must be text or a list of text`)
    return list as string[]
  }
  const quote = text('quote') ?? wrong('has no quote')
  if (!deeds.some((name) => entry[name] !== undefined)) wrong(`says nothing to do: ${deeds.join(', ')}`)
  const level = text('level')
  if (level !== undefined && !levels.includes(level as GoalType))
    wrong(`there is no level '${level}': ${levels.join(', ')}`)
  const split = texts('split')
  if (split && split.length < 2) wrong("'split' needs two parts or more")
  const [plan, within, title, under, join] = [text('plan'), text('in'), text('title'), text('under'), texts('join')]
  return {
    number,
    quote,
    ...(plan === undefined ? {} : {plan}),
    ...(within === undefined ? {} : {within}),
    ...(title === undefined ? {} : {title}),
    ...(level === undefined ? {} : {level: level as GoalType}),
    ...(under === undefined ? {} : {under}),
    ...(join === undefined ? {} : {join}),
    ...(split === undefined ? {} : {split}),
    ...(entry['not-a-goal'] === true ? {notAGoal: true as const} : {})
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Shorter quotes must be the whole of the words. */
const partLength = 8

/** How well words answer a quote: 3 the same, 2 begun by it, 1 holding it, 0 not at all. Case, quotes and dashes are folded. */
export function answers(words: string, quote: string): 0 | 1 | 2 | 3 {
  const [whole, part] = [foldedTitle(words), foldedTitle(quote)]
  if (part === '' || whole === '') return 0
  if (whole === part) return 3
  if (part.length < partLength) return 0
  return whole.startsWith(part) ? 2 : whole.includes(part) ? 1 : 0
}
