/** What a StratML element says of its goal: stakeholders, targets and results, and the facets that our own notes tell. */
import {isFacet} from '../plan-tree/guards.ts'
import type {Facet, Lead, Quantity, Statistic, Target, When} from '../plan-tree/nodes.ts'
import {decimalOf, hasText, isDay, type Kept, keptElement} from './kept.ts'
import {jsonNotes, type Note, noteOf, pagesOf, readNotes} from './notes.ts'
import {childOf, childrenNamed, textOf, type XmlElement} from './xml-tree.ts'

export function facetNotes(notes: readonly Note[]): Facet[] {
  return (jsonNotes(notes, 'facet') as (Facet | undefined)[]).flatMap((facet) =>
    isFacetLike(facet) ? [{...facet, pages: facet.pages ?? []}] : []
  )
}

function isFacetLike(facet: Facet | undefined): facet is Facet {
  return typeof facet === 'object' && facet !== null && isFacet(facet) && typeof facet.value === 'string'
}

export function otherWords(words: string): Facet[] {
  return words ? [{type: 'passage', value: words, pages: [], data: {part: 'OtherInformation'}}] : []
}

export function stakeholdersOf(element: XmlElement): Facet[] {
  return childrenNamed(element, 'Stakeholder').flatMap((stakeholder) => stakeholderOf(stakeholder) ?? [])
}

/** A lead of ours, a voice of ours, or someone else's stakeholder, kept whole: performers lead, others are named. */
function stakeholderOf(element: XmlElement): Facet | undefined {
  const name = textOf(element, 'Name')
  const role = childOf(element, 'Role')
  const {notes} = readNotes(textOf(role, 'Description'))
  const kind = textOf(role, 'Name')
  const holder = noteOf(notes, 'type')
  if (kind === 'lead' && name && isHolder(holder)) {
    const [term, remark] = [noteOf(notes, 'label'), noteOf(notes, 'detail')]
    return {
      type: 'lead',
      value: name,
      holder,
      ...(term ? {term} : {}),
      ...(remark ? {note: remark} : {}),
      pages: pagesOf(notes)
    }
  }
  if (kind === 'voice' && textOf(element, 'Description')) {
    const askedBy = noteOf(notes, 'label')
    return {type: 'voice', value: textOf(element, 'Description')!, ...(askedBy ? {askedBy} : {}), pages: pagesOf(notes)}
  }
  const kept = keptElement(element)
  if (kept === undefined) return undefined
  const types = childrenNamed(element, 'Role').flatMap((each) => childrenNamed(each, 'RoleType').map(({text}) => text))
  const data = {stakeholder: kept}
  const value = name ?? textOf(element, 'Description') ?? 'not named'
  if (types.length > 0 && !types.includes('Performer')) return {type: 'passage', value, pages: [], data}
  return {
    type: 'lead',
    value,
    holder: element.attributes.StakeholderTypeType === 'Person' ? 'person' : 'body',
    pages: [],
    data
  }
}

function isHolder(value: string | undefined): value is Lead['holder'] {
  return value === 'body' || value === 'post' || value === 'person' || value === 'unnamed'
}

/** Our own targets and baselines from their notes; of other files every result, kept whole. */
export function resultsOf(element: XmlElement, notes: readonly Note[], unit: string): Facet[] {
  const own = [...jsonNotes(notes, 'target'), ...jsonNotes(notes, 'baseline')] as (Facet | undefined)[]
  if (own.length > 0 || notes.length > 0)
    return own.filter(isFacetLike).map((facet) => ({...facet, pages: facet.pages ?? []}))
  return childrenNamed(element, 'MeasurementInstance').flatMap((instance) => [
    ...childrenNamed(instance, 'TargetResult').flatMap((each) => foreignResult('target', each, unit)),
    ...childrenNamed(instance, 'ActualResult').flatMap((each) => foreignResult('statistic', each, unit))
  ])
}

function foreignResult(type: 'target' | 'statistic', element: XmlElement, unit: string): Facet[] {
  const kept = keptElement(element)
  if (!kept || !hasText(element) || (kept[1] as readonly Kept[]).length === 0) return []
  const number = decimalOf(textOf(element, 'NumberOfUnits') ?? '')
  const quantity: Quantity | undefined =
    number === undefined ? undefined : {amount: Number(number), unit, bound: 'exactly'}
  const [start, end] = [textOf(element, 'StartDate'), textOf(element, 'EndDate')]
  const span = start || end ? spanOf(start ?? end!, end ?? start!) : undefined
  const value =
    textOf(element, 'Description') ??
    (number === undefined ? [start, end].filter(Boolean).join(' to ') : [number, unit].filter(Boolean).join(' '))
  const common = {value, pages: [], ...(quantity ? {quantity} : {})}
  if (type === 'target') return [{type, ...common, ...(span ? {by: span} : {}), data: {result: kept}} as Target]
  return [{type, ...common, ...(span ? {asAt: span} : {}), data: {result: kept, baseline: true}} as Statistic]
}

export function spanOf(from: string, to: string): When {
  return isDay(from) && isDay(to)
    ? {kind: 'span', from: from.slice(0, 10), to: to.slice(0, 10), grain: 'day'}
    : {kind: 'unread'}
}
