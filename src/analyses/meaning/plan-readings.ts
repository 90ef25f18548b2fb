/** The words of a plan as they are read for comparing, and the same as plain JSON: what reading found is kept, not found again. */
import type {Lexicon} from '../../language/lexicon.ts'
import type {Facets} from '../../language/populations.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {planLanguage} from './plan-language.ts'
import {type Reading, readUnits, type Sentence, type TermSaid} from './reading.ts'
import {goalUnits, type MeaningUnit, wordedUnits} from './units.ts'

/** Hangs on the plan and the lexicon alone. */
export interface PlanReadings {
  digest: string
  /** First calendar year of the plan. */
  from?: number
  readings: Reading[]
}

export function readGoals(plan: Plan, lexicon?: Lexicon): PlanReadings {
  const readings = readUnits(goalUnits(plan), planLanguage(plan, lexicon), plan.title)
  return {digest: plan.digest, ...(plan.period ? {from: plan.period.from} : {}), readings}
}

/** The same with the wordings that the plan gives its goals elsewhere: what two plans are compared by. */
export function readWorded(plan: Plan): PlanReadings {
  const readings = readUnits(wordedUnits(plan), planLanguage(plan), plan.title)
  return {digest: plan.digest, ...(plan.period ? {from: plan.period.from} : {}), readings}
}

/** What `readGoals` reads, out of what `readWorded` has read. */
export function goalsAlone({readings, ...plan}: PlanReadings): PlanReadings {
  const place = new Map<number, number>()
  for (const [at, {unit}] of readings.entries()) if (unit.level === undefined) place.set(at, place.size)
  const goals = readings.filter(({unit}) => unit.level === undefined)
  // Nothing but goals stands over a goal.
  return {...plan, readings: goals.map((reading) => ({...reading, over: reading.over.map((at) => place.get(at)!)}))}
}

/** Entries of a map one after the other. */
type Flat<Value> = (string | Value)[]

/** Plain JSON. Lists keep the order of the maps and sets that they stand for: sums are then the same to the last bit. */
export interface KeptReadings {
  digest: string
  from?: number
  readings: KeptReading[]
}

interface KeptReading {
  unit: Omit<MeaningUnit, 'pages' | 'plan'>
  /** First and last page, and the number printed on the first. */
  pages?: [first: number, last: number, printed?: string]
  /** 0 where the sentence says what is read, and where its words are all of the unit's. */
  sentences: [text: string, said: string | 0, weight: number, tokens: Flat<number> | 0][]
  tokens: Flat<number>
  subject: string[]
  printed: Flat<string>
  terms: Flat<TermSaid>
  facets: Omit<Facets, 'populations' | 'themes' | 'moved' | 'denied'> & {
    populations: string[]
    themes: string[]
    moved: Flat<Facets['moved'] extends ReadonlyMap<string, infer Way> ? Way : never>
    denied: string[]
  }
  populations: string[]
  over: number[]
  implied?: {text: string; tokens: Flat<number>}
}

type Pages = NonNullable<KeptReading['pages']>

/** Where on a page the words stand is left out: comparing does not ask for it. */
export function keptReadings({readings, ...plan}: PlanReadings): KeptReadings {
  return {...plan, readings: readings.map(keptReading)}
}

function keptReading({unit, sentences, tokens, facets, implied, ...reading}: Reading): KeptReading {
  const {pages, plan: _, ...words} = unit
  const {populations, themes, moved, denied, ...ages} = facets
  const [first, last] = [pages[0], pages.at(-1)]
  return {
    unit: words,
    ...(first && last ? {pages: [first.page, last.page, ...(first.printed ? [first.printed] : [])] as Pages} : {}),
    sentences: sentences.map(({text, said, weight, tokens: own}) => [
      text,
      said === text ? 0 : said,
      weight,
      own === tokens ? 0 : flat(own)
    ]),
    tokens: flat(tokens),
    subject: [...reading.subject],
    printed: flat(reading.printed),
    terms: flat(reading.terms),
    facets: {...ages, populations: [...populations], themes: [...themes], moved: flat(moved), denied: [...denied]},
    populations: [...reading.populations],
    over: reading.over,
    ...(implied ? {implied: {text: implied.text, tokens: flat(implied.tokens)}} : {})
  }
}

/** The readings again; of its pages each unit has the first and the last, without boxes. */
export function readingsAgain({readings, ...plan}: KeptReadings): PlanReadings {
  return {...plan, readings: readings.map((kept) => readingAgain(kept, plan.digest))}
}

function readingAgain({unit, pages, sentences, tokens, facets, implied, ...kept}: KeptReading, plan: string): Reading {
  const all = mapped(tokens)
  const {populations, themes, moved, denied, ...ages} = facets
  return {
    unit: {...unit, plan, pages: pages ? spansOf(pages) : []},
    sentences: sentences.map(
      ([text, said, weight, own]): Sentence => ({
        text,
        said: said === 0 ? text : said,
        weight,
        tokens: own === 0 ? all : mapped(own)
      })
    ),
    tokens: all,
    subject: setOf(kept.subject),
    printed: mapped(kept.printed),
    terms: mapped(kept.terms),
    facets: {
      ...ages,
      populations: setOf(populations),
      themes: setOf(themes),
      moved: mapped(moved),
      denied: setOf(denied)
    },
    populations: setOf(kept.populations),
    over: kept.over,
    ...(implied ? {implied: {text: implied.text, tokens: mapped(implied.tokens)}} : {})
  }
}

function spansOf([first, last, printed]: Pages): MeaningUnit['pages'] {
  const from = {page: first, ...(printed === undefined ? {} : {printed})}
  return last === first ? [from] : [from, {page: last}]
}

function flat<Value>(map: ReadonlyMap<string, Value>): Flat<Value> {
  const entries: Flat<Value> = []
  for (const [key, value] of map) entries.push(key, value)
  return entries
}

/** Most units name no group, term or change: thousands of plans share what is empty, which nothing adds to. */
const noSet: Set<string> = new Set()
const noMap = new Map<string, never>()

const setOf = (entries: string[]): Set<string> => (entries.length === 0 ? noSet : new Set(entries))

function mapped<Value>(entries: Flat<Value>): Map<string, Value> {
  if (entries.length === 0) return noMap
  const map = new Map<string, Value>()
  for (let at = 0; at < entries.length; at += 2) map.set(entries[at] as string, entries[at + 1] as Value)
  return map
}
