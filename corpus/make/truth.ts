/**
 * What is true of the sample archive, by construction: the goals of every document read off its source by the headings that the
 * author used, and the differences, overlaps and gaps that were planted on purpose (facts.yaml).
 */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {type Document, documents} from './documents.ts'
import {bare, type Block, blocksOf, marksOf, versionOf, widened} from './source.ts'

export interface TrueGoal {
  type: 'outcome' | 'priority' | 'action' | 'measure' | 'milestone'
  label?: string
  title: string
  /** Title of the parent goal; null at the top. */
  parent: string | null
  detail?: string
  leads?: string[]
  start?: string
  review?: string
  baseline?: string
  target?: string
  due?: string
  owner?: string
}
export interface TrueTree {
  id: string
  file: string
  title: string
  publisher: string
  status: string
  goals: TrueGoal[]
  voices: string[]
}
export interface PlantedChange {
  mark: string
  kind: string | string[]
  class: string
  facets?: string[]
  places: {draft: string; final: string; line?: {draft: string; final: string}}[]
}
export interface Truth {
  trees: TrueTree[]
  changes: PlantedChange[]
  overlaps: {a: string; b: string; words: [string, string]; band: 'same' | 'related' | 'different'}[]
  gaps: {plan: string; rule: string; text: string}[]
  notGaps: {plan: string; rule: string; text: string}[]
  coverage: {plan: string; theme: string; level: string}[]
  pairs: {a: string; b: string; relation: string}[]
}

const folder = fileURLToPath(new URL('./', import.meta.url))
const words = (name: string) => readFileSync(`${folder}${name}`, 'utf8')

export function truth(): Truth {
  const facts = parse(words('facts.yaml'))
  return {
    trees: documents.map(tree),
    changes: changes(facts.changes),
    overlaps: facts.overlaps,
    gaps: facts.gaps,
    notGaps: facts.notGaps,
    coverage: facts.coverage,
    pairs: facts.pairs
  }
}

function changes(facts: Omit<PlantedChange, 'places'>[]): PlantedChange[] {
  const marks = widened(words('east-plan.md'))
  const planted = facts.map((fact) => {
    const places = marks.filter(({mark}) => mark === fact.mark).map(({mark: _, ...place}) => place)
    return {...fact, places: places.length > 0 ? places : (fact as PlantedChange).places}
  })
  const told = new Set(facts.map(({mark}) => mark))
  const untold = marksOf(words('east-plan.md')).filter(({mark}) => !told.has(mark))
  if (untold.length > 0) throw new Error(`facts.yaml does not tell of ${untold.map(({mark}) => mark).join(', ')}`)
  return planted
}

function tree(document: Document): TrueTree {
  const {id, file, title, publisher, status} = document
  const text = document.source ? versionOf(words(document.source), document.version ?? 'final') : words(`../${file}`)
  const blocks = file.endsWith('.html') ? blocksOfHtml(text) : blocksOf(text)
  const read = id === 'policy' ? {goals: [], voices: []} : id === 'west-earlier' ? earlier(blocks) : byOutcome(blocks)
  return {id, file, title, publisher, status, ...read}
}

type Role = 'why' | 'asked' | 'priorities' | 'measures' | 'actions' | 'other'
const roles: [RegExp, Role][] = [
  [/^(Why (does )?this|Why this aim|The story so far)/, 'why'],
  [/^(What .* (asked for|told us)|You told us)/, 'asked'],
  [/^(Our priorities|We will|Priorities|Objectives)/, 'priorities'],
  [/^(How we will know|What we will measure|Indicators)/, 'measures'],
  [/^Year \d/, 'actions']
]
const outcomeHeading = /^((?:Outcome|Ambition|Pledge|Aim) \w+)(?: – |: )(.*)$/

/** Plans whose outcomes are headings with everything about them below. */
function byOutcome(blocks: Block[]): {goals: TrueGoal[]; voices: string[]} {
  const goals: TrueGoal[] = []
  const voices: string[] = []
  const depth = blocks.find((block) => block.kind === 'heading' && outcomeHeading.test(block.text)) as {depth: number}
  let outcome: TrueGoal | null = null
  let latest: TrueGoal | null = null
  let role: Role = 'other'
  const add = (goal: TrueGoal) => {
    goals.push(goal)
    return goal
  }
  for (const block of blocks) {
    if (block.kind === 'heading' && block.depth <= depth.depth) {
      const opened = outcomeHeading.exec(block.text)
      if (!opened) outcome = null
      else if (opened[2] !== 'Continued') outcome = add({type: 'outcome', label: opened[1]!, title: opened[2]!, parent: null})
      role = 'other'
    } else if (!outcome) continue
    else if (block.kind === 'heading') role = roleOf(block.text)
    else if (block.kind === 'paragraph') {
      const lead = /^\*\*(?:Lead|Lead partnership|Led by|Accountable):\*\* (.*)$/.exec(block.text)
      if (lead) outcome.leads = [lead[1]!]
      else if (/^[^.]*:$/.test(block.text) && roleOf(block.text) !== 'other') role = roleOf(block.text)
      else if (role === 'priorities') latest = add(priority(block.text, outcome))
    } else if (block.kind === 'list') {
      if (role === 'asked') voices.push(...block.entries.map(bare))
      if (role === 'priorities') for (const entry of block.entries) latest = add(priority(entry, outcome))
      if (role === 'measures') for (const entry of block.entries) add({type: 'measure', title: bare(entry), parent: outcome.title})
    } else if (block.kind === 'table') {
      if (role === 'actions') actions(block.rows, outcome).forEach(add)
      else {
        const under = role === 'priorities' ? latest! : outcome
        for (const row of block.rows) add(measured(row, under))
      }
    }
  }
  return {goals, voices}
}

const roleOf = (text: string): Role => roles.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'

/** '6.1 **Lead sentence.** explanation', with or without number or bold. */
function priority(text: string, {title: parent}: TrueGoal): TrueGoal {
  const bold = /^([\w.]+ )?\*\*(?:Priority ([\d.]+): )?(.*?)\*\* ?(.*)$/.exec(text)
  if (!bold) return {type: 'priority', title: bare(text), parent}
  const label = (bold[1] ?? bold[2])?.trim().replace(/\.$/, '')
  return {type: 'priority', ...(label ? {label} : {}), title: bold[3]!, parent, ...(bold[4] ? {detail: bold[4]} : {})}
}

function measured([title, baseline, target, due, owner]: string[], {title: parent}: TrueGoal): TrueGoal {
  return {
    type: 'measure',
    title: title!,
    parent,
    ...(baseline ? {baseline} : {}),
    ...(target ? {target} : {}),
    ...(due ? {due} : {}),
    ...(owner ? {owner} : {})
  }
}

/** Ref, action, how success will be measured, who is responsible. */
function actions(rows: string[][], {title: parent}: TrueGoal): TrueGoal[] {
  return rows.flatMap(([label, title, success, who]) => [
    {type: 'action' as const, label: label!, title: title!, parent, leads: who!.split(' // ')},
    ...success!
      .split(' // ')
      .filter(Boolean)
      .map((measure) => ({type: 'measure' as const, title: measure, parent: title!}))
  ])
}

/**
 * The plan with two separate lists of goals and with its actions in an appendix. Its delivery priorities head the tables, so they
 * are the tree's outcomes, whatever the plan calls them; its key outcomes are stated and tied to nothing, and stay words.
 */
function earlier(blocks: Block[]): {goals: TrueGoal[]; voices: string[]} {
  const goals: TrueGoal[] = []
  const voices: string[] = []
  let heading = ''
  let action = ''
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text
    else if (block.kind === 'list' && /^4\.2/.test(heading))
      block.entries.forEach((title, index) => goals.push({type: 'outcome', label: `${index + 1}`, title, parent: null}))
    else if (block.kind === 'list' && /young people say/.test(heading)) voices.push(...block.entries.map(bare))
    else if (block.kind === 'table' && /^Delivery priority/.test(heading)) {
      const parent = heading.replace(/^Delivery priority \d+: /, '')
      for (const [first, title, start, review, who] of block.rows) {
        if (first !== '^') goals.push({type: 'action', title: (action = bare(first!)), parent})
        const dates = {...(start ? {start} : {}), ...(review ? {review} : {})}
        const leads = who!.split(' / ')
        if (title) goals.push({type: 'milestone', title, parent: action, ...dates, leads})
        else Object.assign(goals.at(-1)!, dates, {leads})
      }
    }
  }
  return {goals, voices}
}

function blocksOfHtml(html: string): Block[] {
  const blocks: Block[] = []
  for (const [, tag, inner] of html.matchAll(/<(h\d|p|ul)\b[^>]*>(.*?)<\/\1>/gs)) {
    const text = inner!.replace(/<strong>(.*?)<\/strong>/g, '**$1**').replace(/<(?!li|\/li)[^>]+>/g, '')
    if (tag === 'p') blocks.push({kind: 'paragraph', text})
    else if (tag === 'ul') blocks.push({kind: 'list', ordered: false, entries: [...text.matchAll(/<li>(.*?)<\/li>/gs)].map((entry) => entry[1]!)})
    else blocks.push({kind: 'heading', depth: Number(tag![1]), text})
  }
  return blocks
}
