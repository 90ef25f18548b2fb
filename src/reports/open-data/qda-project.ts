/**
 * The plans of a run as a project that tools for qualitative research open (REFI-QDA project exchange 1.0, qdasoftware.org: NVivo,
 * ATLAS.ti, MAXQDA): every plan's words as a document, every unit coded with its level, the themes that rest on it and the gaps
 * that were found at it.
 */

import {remembered} from '../../language/remembered.ts'
import {xml} from '../../language/xml.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import type {Keep, Part} from '../contents.ts'
import type {PlanEntry, Site} from '../html/context.ts'
import {partKeys} from '../html/page-keys.ts'
import {xmlHead} from '../xlsx/parts.ts'
import {packedText, type ZipPart, zipParts} from '../xlsx/zip.ts'
import {codesXml, guidOf, levelCodes, pathOfCode} from './refi-qda.ts'

/** Namespace of project.qde. */
const namespace = 'urn:QDA-XML:project:1.0'

/** Plans of a project: researchers code dozens, and the tools load a project whole. A larger archive has the tables. */
const mostPlansOfProject = 250

/** Characters of a selection's name in lists. */
const longestName = 60

const user = guidOf('user')

/** Pieces of a .qdpx: project.qde and one text a plan. undefined where the run has more plans than a project takes. */
export function qdaProject(site: Site, keep: Keep): Iterable<Uint8Array | Part> | undefined {
  return site.plans.length > mostPlansOfProject ? undefined : zipParts(partsOf(site, keep))
}

function* partsOf(site: Site, keep: Keep): Generator<ZipPart> {
  const documentOf = remembered((plan) => documentFrom(site.planById.get(plan)!))
  yield {name: 'project.qde', text: projectXml(site, documentOf, keep)}
  const keys = partKeys(site)
  for (const entry of site.plans) {
    const key = keys.tree(entry.id)
    const text = keep(key && `${key} qda text`, () => packedText(documentOf(entry.id).text))
    yield {name: `sources/${sourceGuid(entry)}.txt`, text: [text]}
  }
}

function* projectXml(site: Site, documentOf: (plan: string) => Document, keep: Keep): Generator<string | Part> {
  yield `${xmlHead}<Project xmlns="${namespace}" name="${xml(site.title)}" origin="Planlens" creatingUserGUID="${user}"><Users><User guid="${user}" name="Planlens"/></Users><CodeBook>${codesXml(site.run)}</CodeBook><Sources>`
  const keys = partKeys(site)
  for (const entry of site.plans) {
    const key = keys.found(entry.id)
    yield keep(key && `${key} qda`, () => packedText(sourceXml(site, entry, documentOf(entry.id).places)))
  }
  yield '</Sources></Project>\n'
}

const sourceGuid = ({id}: PlanEntry): string => guidOf(`source/${id}`)

/** One document with its selections, in the order of its words. */
function sourceXml(site: Site, entry: PlanEntry, places: readonly Place[]): string {
  const codes = codesOfUnits(site, entry)
  const guid = sourceGuid(entry)
  const selections = places.map(({unit, level, words, from, to}) => {
    const codings = [...(levelCodes.has(level) ? [pathOfCode('Level', level)] : []), ...(codes.get(unit) ?? [])]
    if (codings.length === 0) return ''
    const selection = guidOf(`selection/${entry.id}/${unit}`)
    const applied = [...new Set(codings)].map(
      (code) =>
        `<Coding guid="${guidOf(`coding/${entry.id}/${unit}${code}`)}" creatingUser="${user}"><CodeRef targetGUID="${guidOf(code)}"/></Coding>`
    )
    return `<PlainTextSelection guid="${selection}" name="${xml([...words].slice(0, longestName).join(''))}" startPosition="${from}" endPosition="${to}" creatingUser="${user}">${applied.join('')}</PlainTextSelection>`
  })
  return `<TextSource guid="${guid}" name="${xml(entry.short)}" plainTextPath="internal://${guid}.txt" creatingUser="${user}">${selections.join('')}</TextSource>`
}

/** Paths of the theme and gap codes of every unit. */
function codesOfUnits(site: Site, {id}: PlanEntry): Map<string, string[]> {
  const names = new Map(site.run.coverage.themes.map(({id: theme, name}) => [theme, name]))
  const codes = new Map<string, string[]>()
  const add = (unit: string | null, code: string): void => {
    if (unit !== null) codes.set(unit, [...(codes.get(unit) ?? []), code])
  }
  for (const {theme, unit, quote} of site.cellsOf(id))
    if (quote !== null) add(unit, pathOfCode('Theme', names.get(theme) ?? theme))
  for (const {rule, unit, decision} of site.gapsOf(id))
    if (decision?.mark !== 'ignored') add(unit, pathOfCode('Gap', rule))
  return codes
}

interface Place {
  unit: string
  level: string
  words: string
  /** Characters (Unicode code points) from the start of the text, from 0; the end excluded. */
  from: number
  to: number
}

interface Document {
  text: string
  places: Place[]
}

/** The plan's words, a paragraph for each node in the order of the tree, with its printed page where that changes. */
function documentFrom({plan, idOf}: PlanEntry): Document {
  const lines: string[] = []
  const places: Place[] = []
  let at = 0
  let page: number | undefined
  const put = (line: string): void => {
    lines.push(line)
    at += lengthOf(line) + 1
  }
  put(plan.title)
  walk(plan, (node) => {
    const words = oneLine(node.type === 'glossaryEntry' ? `${node.name}: ${node.value}` : wordsOf(node))
    if (node.type === 'plan' || words === '') return
    const first = node.pages[0]
    if (first && first.page !== page) {
      page = first.page
      put(`[page ${first.printed ?? first.page}]`)
    }
    const before = markOf(node)
    const unit = idOf.get(node)
    const from = at + lengthOf(before)
    if (unit !== undefined) places.push({unit, level: node.type, words, from, to: from + lengthOf(words)})
    put(before + words)
    if (isGoal(node) && node.detail) put(oneLine(node.detail))
  })
  return {text: `${lines.join('\n')}\n`, places}
}

/** 'Priority 1.2: ' before a goal; a line before a heading. */
function markOf(node: PlanNode): string {
  if (node.type === 'section') return '\n'
  if (!isGoal(node)) return ''
  const term = node.term === '' ? node.type : node.term
  const name = [term.charAt(0).toUpperCase() + term.slice(1), node.label].filter(Boolean).join(' ')
  return `${node.type === 'outcome' ? '\n' : ''}${name}: `
}

/** Without control characters, which a text file for such tools must not hold. */
const oneLine = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const lengthOf = (text: string): number => [...text].length
