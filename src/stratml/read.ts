/**
 * StratML of any of its namespaces as a plan tree. Tolerant: children in any order, empty identifiers and dates, names of
 * older versions, the submitter in either place; what has no place in the tree is kept under `data`.
 */
import {withIds} from '../plan-tree/build.ts'
import type {DateFacet, Plan, PlanSource, PlanWarning, Section, When} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'
import {dataOf, hasText, keptElement, type StratmlData} from './kept.ts'
import {jsonNotes, readNotes} from './notes.ts'
import {facetNotes, spanOf} from './read-facets.ts'
import {goalsOf} from './read-goals.ts'
import {childOf, childrenNamed, textOf, type XmlElement, xmlTree} from './xml-tree.ts'

const roots: ReadonlySet<string> = new Set(['StrategicPlan', 'PerformancePlanOrReport'])

/** Whether a text begins as StratML does: an XML root of one of the two names. */
export function looksLikeStratml(text: string): boolean {
  const head = text.slice(0, 4000).replace(/<!--[\s\S]{0,2000}?-->/g, '')
  return /<(?:[\w.-]{1,40}:)?(?:StrategicPlan|PerformancePlanOrReport)[\s>]/.test(head)
}

/** The plan of a StratML document. @throws {PlanError} not-a-plan, damaged. */
export function readStratml(text: string, source: PlanSource): Plan {
  const {root, faults} = xmlTree(text)
  if (!roots.has(root.name))
    throw new PlanError('not-a-plan', `is XML, but not StratML: its root is ${root.name}`, {stage: 'source'})
  const core = childOf(root, 'StrategicPlanCore')
  const {notes, words} = readNotes(textOf(root, 'OtherInformation'))
  const own = (jsonNotes(notes, 'plan')[0] ?? {}) as Partial<Plan>
  const organization = textOf(childOf(core, 'Organization'), 'Name')
  const administration = childOf(root, 'AdministrativeInformation')
  const period = own.period ?? periodOf(administration)
  const publisher = own.publisher ?? (own.authority ? undefined : organization)
  const warnings: PlanWarning[] = faults.map((message) => ({ruleId: 'stratml-fault', message}))
  return withIds({
    type: 'plan',
    version: 1,
    digest: source.digest,
    title: textOf(root, 'Name') ?? '',
    ...(own.authority ? {authority: own.authority} : {}),
    ...(publisher ? {publisher} : {}),
    ...(period ? {period} : {}),
    ...(own.kind ? {kind: own.kind} : {}),
    status: own.status ?? 'unstated',
    source,
    warnings,
    pages: [],
    ...dataOf(keptOf(root, core, administration, own)),
    children: [
      ...sectionsOf(root, core, words),
      ...datesOf(administration, own),
      ...facetNotes(notes),
      ...goalsOf(core)
    ]
  })
}

function keptOf(
  root: XmlElement,
  core: XmlElement | undefined,
  administration: XmlElement | undefined,
  own: Partial<Plan>
): StratmlData {
  const submitter = childOf(root, 'Submitter') ?? childOf(administration, 'Submitter')
  const foreign = Object.keys(own).length === 0
  const kept = [
    ...(foreign ? childrenNamed(core, 'Organization').map((each) => keptElement(each)) : []),
    ...(foreign && administration ? [keptElement(administration, ['Submitter'])] : []),
    ...(submitter && hasText(submitter) ? [keptElement(submitter)] : [])
  ].filter((each) => each !== undefined)
  return kept.length ? {kept} : {}
}

function periodOf(administration: XmlElement | undefined): {from: number; to: number} | undefined {
  const years = ['StartDate', 'EndDate'].map((name) =>
    Number(/^(\d{4})-/.exec(textOf(administration, name) ?? '')?.[1])
  )
  const [from, to] = years as [number, number]
  if (Number.isNaN(from) && Number.isNaN(to)) return undefined
  return {from: Number.isNaN(from) ? to : from, to: Number.isNaN(to) ? from : Math.max(from || to, to)}
}

/** Dates of a file that is not ours: its period to the day, and when it was published. */
function datesOf(administration: XmlElement | undefined, own: Partial<Plan>): DateFacet[] {
  if (Object.keys(own).length) return []
  const [start, end, published] = ['StartDate', 'EndDate', 'PublicationDate'].map((name) =>
    textOf(administration, name)
  )
  const dates: DateFacet[] = []
  const add = (role: DateFacet['role'], value: string, when: When) =>
    dates.push({type: 'date', role, value, when, pages: [], data: {part: 'AdministrativeInformation'}})
  if (start || end) add('period', [start, end].filter(Boolean).join(' to '), spanOf(start ?? end!, end ?? start!))
  if (published) add('asAt', published, spanOf(published, published))
  return dates
}

function section(role: Section['role'], title: string, part: string, words: string | undefined): Section[] {
  return words
    ? [{type: 'section', role, title, pages: [], data: {part}, children: [{type: 'passage', value: words, pages: []}]}]
    : []
}

function sectionsOf(root: XmlElement, core: XmlElement | undefined, other: string): Section[] {
  return [
    ...section('other', 'Description', 'Description', textOf(root, 'Description')),
    ...section('vision', 'Vision', 'Vision', textOf(childOf(core, 'Vision'), 'Description')),
    ...section('other', 'Mission', 'Mission', textOf(childOf(core, 'Mission'), 'Description')),
    ...childrenNamed(core, 'Value').flatMap((value) =>
      section(
        'principles',
        textOf(value, 'Name') ?? 'Value',
        'Value',
        textOf(value, 'Description') ?? textOf(value, 'Name')
      )
    ),
    ...section('other', 'Other information', 'OtherInformation', other)
  ]
}
