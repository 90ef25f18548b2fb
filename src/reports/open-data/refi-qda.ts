/** What qualitative researchers' tools read: the levels, rules and themes as a REFI-QDA codebook, and the quotations as a table. */
import {createHash} from 'node:crypto'
import type {RunResult} from '../../analyses/types.ts'
import {xml} from '../../language/xml.ts'
import type {PlanEntry, Site} from '../html/context.ts'
import {byFindings} from '../tables/plans.ts'
import {column, type Table, tableOf} from '../tables/table.ts'
import {talliesOf} from '../tallies.ts'
import {capital, gapInWords} from '../wording.ts'
import {xmlHead} from '../xlsx/parts.ts'

/** Namespace of the codebook exchange format, version 1.0 (qdasoftware.org). */
const namespace = 'urn:QDA-XML:codebook:1.0'

interface Code {
  name: string
  description: string
  below: Code[]
}

const levels: readonly (readonly [string, string])[] = [
  ['outcome', 'What is to be better: the top level of a plan.'],
  ['priority', 'What is to be worked on, under an outcome or by itself.'],
  ['action', 'One thing to be done.'],
  ['measure', 'How success will be seen.'],
  ['milestone', 'A dated step of an action.'],
  ['rationale', 'Why it matters.'],
  ['voice', 'What people asked for or said.'],
  ['lead', 'Who answers for it.'],
  ['target', 'The level to reach.'],
  ['statistic', 'A figure about now or the past.'],
  ['achievement', 'Progress on an earlier plan.']
]

/** The levels that have a code. */
export const levelCodes: ReadonlySet<string> = new Set(levels.map(([name]) => name))

/** A .qdc file: levels, themes and gap rules as three trees of codes. Ids depend on the names alone. */
export function codebook(run: RunResult): string {
  return `${xmlHead}<CodeBook xmlns="${namespace}" origin="Planlens">${codesXml(run)}</CodeBook>\n`
}

/** What a code's id is made from. */
export const pathOfCode = (tree: 'Level' | 'Theme' | 'Gap', name: string): string => `/${tree}/${name}`

/** The element Codes, the same in a codebook and in a project. */
export function codesXml(run: RunResult): string {
  const rules = [...new Set([...talliesOf(run).values()].flatMap((tally) => Object.keys(tally.rules)))].sort()
  const codes: Code[] = [
    {
      name: 'Level',
      description: 'Kind of unit in the plan tree.',
      below: levels.map(([name, description]) => ({name, description, below: []}))
    },
    {
      name: 'Theme',
      description: 'What a plan speaks of.',
      below: run.coverage.themes.map(({name, id}) => ({name, description: `Theme ${id}`, below: []}))
    },
    {
      name: 'Gap',
      description: 'What a plan does not say, by rule.',
      below: rules.map((rule) => ({name: rule, description: capital(gapInWords(rule)), below: []}))
    }
  ]
  return `<Codes>${codes.map((code) => codeXml(code, '')).join('')}</Codes>`
}

function codeXml({name, description, below}: Code, above: string): string {
  const path = `${above}/${name}`
  return `<Code guid="${guidOf(path)}" name="${xml(name)}" isCodable="${above !== ''}"><Description>${xml(description)}</Description>${below.map((code) => codeXml(code, path)).join('')}</Code>`
}

/** A name-based UUID (version 8, RFC 9562) from SHA-256. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(`planlens:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Quotation {
  code: string
  plan: string
  unit: string | null
  text: string
  page: number | null | undefined
}

/** Every quotation with its code, plan by plan: units by level, themes by their words. */
export function quotationsTable(site: Site): Table {
  const names = new Map(site.run.coverage.themes.map(({id, name}) => [id, name]))
  const unitsOf = ({id, units}: PlanEntry): Quotation[] =>
    units
      .filter(({type}) => levelCodes.has(type))
      .map(({type, id: unit, text, pages}) => ({code: `Level/${type}`, plan: id, unit, text, page: pages[0]?.page}))
  const themesOf = ({id}: PlanEntry): Quotation[] =>
    site
      .cellsOf(id)
      .filter(({quote}) => quote !== null)
      .map(({theme, plan, unit, quote, page}) => ({
        code: `Theme/${names.get(theme) ?? theme}`,
        plan,
        unit,
        text: quote!,
        page
      }))
  return tableOf<Quotation>({
    name: 'quotations',
    title: 'Quotations',
    description: 'Every quotation with its code of codebook.qdc.',
    columns: [
      column('code', 'text', 'Path of the code in the codebook.', ({code}) => code),
      column('plan', 'text', 'Id of the plan.', ({plan}) => plan),
      column('unit', 'text', 'Id of the unit.', ({unit}) => unit),
      column('quotation', 'text', 'The words.', ({text}) => text),
      column('page', 'integer', 'Their first page.', ({page}) => page)
    ],
    from: () => byFindings(site, (entry) => [...unitsOf(entry), ...themesOf(entry)]),
    primaryKey: [],
    foreignKeys: [{columns: ['plan'], table: 'plans', references: ['id']}]
  })
}
