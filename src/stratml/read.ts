/**
 * StratML of any of its namespaces as a plan tree. Tolerant: children in any order, empty identifiers and dates, names of
 * older versions, the submitter in either place; what has no place in the tree is kept under `data`.
 */
import {withIds} from '../plan-tree/build.ts'
import {isFacet} from '../plan-tree/guards.ts'
import type {
  Action,
  DateFacet,
  Facet,
  Goal,
  Lead,
  Measure,
  Milestone,
  Outcome,
  PageSpan,
  Plan,
  PlanSource,
  PlanWarning,
  Priority,
  Quantity,
  Section,
  Statistic,
  Target,
  When
} from '../plan-tree/nodes.ts'
import {PlanError} from '../problems.ts'
import {jsonNotes, type Note, noteOf, pagesOf, readNotes} from './notes.ts'
import type {Kept, StratmlData} from './write.ts'
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

function dataOf(stratml: StratmlData, more: Record<string, unknown> = {}): {data?: Record<string, unknown>} {
  const data = {...(Object.keys(stratml).length ? {stratml} : {}), ...more}
  return Object.keys(data).length ? {data} : {}
}

/** Order of children in the schema, by which kept elements are put right. */
const order = [
  'Identifier',
  'Name',
  'Acronym',
  'Description',
  'DescriptorName',
  'DescriptorValue',
  'Stakeholder',
  'Role',
  'RoleType',
  'StartDate',
  'EndDate',
  'NumberOfUnits',
  'Descriptor',
  'PublicationDate',
  'Source',
  'GivenName',
  'Surname',
  'PhoneNumber',
  'EmailAddress',
  'ReferentIdentifier'
]
const orders: Readonly<Record<string, readonly string[]>> = {
  Organization: ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder'],
  AdministrativeInformation: ['Identifier', 'StartDate', 'EndDate', 'PublicationDate', 'Source'],
  Submitter: ['Identifier', 'GivenName', 'Surname', 'PhoneNumber', 'EmailAddress'],
  Stakeholder: ['Name', 'Description', 'Role'],
  Role: ['Name', 'Description', 'RoleType'],
  TargetResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  ActualResult: ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'],
  Descriptor: ['DescriptorName', 'DescriptorValue'],
  Relationship: ['ReferentIdentifier', 'Name', 'Description']
}
const renamed: Readonly<Record<string, string>> = {FirstName: 'GivenName', LastName: 'Surname'}
const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  Stakeholder: ['Person', 'Organization', 'Generic_Group'],
  Relationship: ['Broader_Than', 'Peer_To', 'Narrower_Than']
}

/** An element as it is, with names and order of the current schema, without what the schema would not bear. */
function keptElement(element: XmlElement, without: readonly string[] = []): Kept | undefined {
  const allowed = orders[element.name]
  if (element.children.length === 0 && !allowed) return [element.name, valid(element.name, element.text)]
  const children = element.children
    .map((child) => ({...child, name: renamed[child.name] ?? child.name}))
    .filter(({name}) => !without.includes(name) && (allowed ?? order).includes(name))
    .sort((a, b) => (allowed ?? order).indexOf(a.name) - (allowed ?? order).indexOf(b.name))
  const inner = children
    .map((child) => keptElement(child))
    .filter(
      (child) => child !== undefined && child[1] !== '' && !(Array.isArray(child[1]) && child[1].length === 0)
    ) as Kept[]
  const single = singles(element.name, inner)
  if (element.name === 'Stakeholder' || element.name === 'Role') {
    if (!single.some(([name]) => name === 'Name')) {
      if (single.length === 0) return undefined
      single.unshift(['Name', element.name === 'Role' ? 'role' : 'not named'])
    }
  }
  const marks = Object.entries(element.attributes).filter(([, value]) =>
    allowedAttributes[element.name]?.includes(value)
  )
  return [element.name, single, Object.fromEntries(marks)]
}

const several: ReadonlySet<string> = new Set(['Stakeholder', 'Role', 'ReferentIdentifier'])

/** The first of each child that may stand once; of roles' types the first two. Further words are joined to the first. */
function singles(parent: string, children: readonly Kept[]): Kept[] {
  const found: Kept[] = []
  for (const child of children) {
    const [name, content] = child
    const same = found.findIndex(([each]) => each === name)
    if (same < 0 || several.has(name)) found.push(child)
    else if (parent === 'Role' && name === 'RoleType') found.push(child)
    else if (typeof content === 'string' && typeof found[same]![1] === 'string')
      found[same] = [name, `${found[same]![1]}\n${content}`]
    else if (name === 'Descriptor') found.push(['Description', descriptorWords(child)])
  }
  return joinDescriptions(found)
}

function descriptorWords([, content]: Kept): string {
  return typeof content === 'string' ? content : content.map(([, words]) => String(words)).join(': ')
}

function joinDescriptions(children: readonly Kept[]): Kept[] {
  const words = children.filter(([name]) => name === 'Description').map(([, content]) => String(content))
  const rest = children.filter(([name]) => name !== 'Description')
  if (words.length === 0) return rest
  const at = children.findIndex(([name]) => name === 'Description')
  const before = words.length > 1 ? rest.length : at
  return [...rest.slice(0, before), ['Description', words.join('\n')], ...rest.slice(before)]
}

/** Text as the schema bears it; '' where it does not. */
function valid(name: string, text: string): string {
  if (name === 'Identifier') return ''
  if (/Date$/.test(name)) return isDay(text) ? text.slice(0, 10) : ''
  if (name === 'NumberOfUnits') return decimalOf(text) ?? ''
  if (name === 'RoleType') return ['Performer', 'Beneficiary'].includes(text) ? text : ''
  if (name === 'Source') return encodeURI(text.replace(/[\s<>"]+/g, '')).replace(/%25/g, '%')
  return text
}

function hasText(element: XmlElement): boolean {
  return element.text !== '' || element.children.some(hasText)
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

function spanOf(from: string, to: string): When {
  return isDay(from) && isDay(to)
    ? {kind: 'span', from: from.slice(0, 10), to: to.slice(0, 10), grain: 'day'}
    : {kind: 'unread'}
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(day) && !Number.isNaN(Date.parse(day.slice(0, 10)))

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

function facetNotes(notes: readonly Note[]): Facet[] {
  return (jsonNotes(notes, 'facet') as (Facet | undefined)[]).flatMap((facet) =>
    isFacetLike(facet) ? [{...facet, pages: facet.pages ?? []}] : []
  )
}

function isFacetLike(facet: Facet | undefined): facet is Facet {
  return typeof facet === 'object' && facet !== null && isFacet(facet) && typeof facet.value === 'string'
}

function goalsOf(core: XmlElement | undefined): Goal[] {
  return childrenNamed(core, 'Goal').flatMap((goal, index) => goalOf(goal, index))
}

/** A Goal as an outcome; our stand-in for goals without one gives its objectives to the plan. */
function goalOf(goal: XmlElement, index: number): Goal[] {
  const {notes, words} = readNotes(textOf(goal, 'OtherInformation'))
  const below = objectivesOf(goal)
  if (noteOf(notes, 'synthetic') !== undefined) return below
  const rationale = childOf(goal, 'Description')?.text
  const detail = noteOf(notes, 'detail')
  const label = textOf(goal, 'SequenceIndicator')
  const outcome: Outcome = {
    type: 'outcome',
    id: '',
    title: textOf(goal, 'Name') ?? (rationale || `Goal ${index + 1}`),
    term: noteOf(notes, 'label') ?? 'goal',
    ...(detail ? {detail} : {}),
    ...(label ? {label} : {}),
    pages: pagesOf(notes),
    ...identified(goal),
    children: [
      ...rationalesOf(rationale, notes),
      ...stakeholdersOf(goal),
      ...facetNotes(notes),
      ...otherWords(words),
      ...(below as Outcome['children'])
    ]
  }
  return [outcome]
}

/** One rationale for each line of the Description, with its pages where a note of ours tells them. */
function rationalesOf(text: string | undefined, notes: readonly Note[]): Facet[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  const [found] = jsonNotes(notes, 'rationale') as ({pages?: PageSpan[][]} | undefined)[]
  const pages = found?.pages?.length === lines.length ? found.pages : []
  return lines.map((value, index) => ({type: 'rationale', value, pages: pages[index] ?? []}))
}

function identified(element: XmlElement, more: Record<string, unknown> = {}): {data?: Record<string, unknown>} {
  const identifier = textOf(element, 'Identifier')
  const ours =
    identifier !== undefined &&
    /^(?:outcome|priority|action|measure|milestone)-\d|^_(?:outcome|priority|action|measure|milestone)-/.test(
      identifier
    )
  return dataOf(identifier && !ours ? {identifier} : {}, more)
}

function otherWords(words: string): Facet[] {
  return words ? [{type: 'passage', value: words, pages: [], data: {part: 'OtherInformation'}}] : []
}

type Objective = Priority | Action

/** Objectives of a goal, put back below one another where our notes tell the parent. */
function objectivesOf(goal: XmlElement): Goal[] {
  const top: Goal[] = []
  const byId = new Map<string, Goal>()
  for (const [index, element] of childrenNamed(goal, 'Objective').entries()) {
    const {notes, words} = readNotes(textOf(element, 'OtherInformation'))
    const parent = byId.get(noteOf(notes, 'parent') ?? '')
    const into = parent ? (parent.children as Goal[]) : top
    if (noteOf(notes, 'synthetic') !== undefined) into.push(...indicatorsOf(element))
    else {
      const objective = objectiveOf(element, notes, words, index)
      const identifier = textOf(element, 'Identifier')
      if (identifier) byId.set(ownId(identifier), objective)
      into.push(objective)
    }
  }
  return top
}

/** Our tree id out of an identifier: '_outcome-1.priority-2' was 'outcome-1/priority-2'. */
function ownId(identifier: string): string {
  return identifier.replace(/^_/, '').replaceAll('.', '/')
}

function objectiveOf(element: XmlElement, notes: readonly Note[], words: string, index: number): Objective {
  const type = noteOf(notes, 'type') === 'action' ? 'action' : 'priority'
  const [name, description] = [textOf(element, 'Name'), textOf(element, 'Description')]
  const label = textOf(element, 'SequenceIndicator')
  const nameless = name === undefined && description !== undefined
  return {
    type,
    id: '',
    title: name ?? description ?? `Objective ${index + 1}`,
    term: noteOf(notes, 'label') ?? 'objective',
    ...(description && !nameless ? {detail: description} : {}),
    ...(label ? {label} : {}),
    pages: pagesOf(notes),
    ...identified(element, nameless ? {nameless: true} : {}),
    children: [...stakeholdersOf(element), ...facetNotes(notes), ...otherWords(words), ...indicatorsOf(element)]
  } as Objective
}

function stakeholdersOf(element: XmlElement): Facet[] {
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

function indicatorsOf(objective: XmlElement): (Measure | Milestone)[] {
  return childrenNamed(objective, 'PerformanceIndicator').map(indicatorOf)
}

function indicatorOf(element: XmlElement, index: number): Measure | Milestone {
  const {notes, words} = readNotes(textOf(element, 'OtherInformation'))
  const milestone = noteOf(notes, 'type') === 'milestone'
  const [label, detail] = [textOf(element, 'SequenceIndicator'), noteOf(notes, 'detail')]
  const unit = textOf(element, 'UnitOfMeasurement')
  const relationships = childrenNamed(element, 'Relationship')
    .map((each) => keptElement(each))
    .filter((each) => each !== undefined)
  const {ValueChainStage: stage, PerformanceIndicatorType: kind} = element.attributes
  const identifier = identified(element, {
    ...(unit ? {unit} : {}),
    ...(stages.has(stage ?? '') ? {valueChainStage: stage} : {}),
    ...(kinds.has(kind ?? '') ? {indicatorType: kind} : {})
  })
  const stratml = {
    ...((identifier.data?.stratml as StratmlData | undefined) ?? {}),
    ...(relationships.length ? {kept: relationships} : {})
  }
  const common = {
    id: '',
    title: textOf(element, 'MeasurementDimension') ?? `Indicator ${index + 1}`,
    term: noteOf(notes, 'label') ?? 'performance indicator',
    ...(detail ? {detail} : {}),
    ...(label ? {label} : {}),
    pages: pagesOf(notes),
    ...dataOf(stratml, withoutStratml(identifier.data)),
    children: [...resultsOf(element, notes, unit ?? ''), ...facetNotes(notes), ...otherWords(words)]
  }
  return milestone
    ? {type: 'milestone', ...common}
    : {type: 'measure', direction: directionOf(noteOf(notes, 'direction'), element), ...common}
}

const stages: ReadonlySet<string> = new Set(['Outcome', 'Output_Processing', 'Output', 'Input_Processing', 'Input'])
const kinds: ReadonlySet<string> = new Set(['Quantitative', 'Qualitative'])

function withoutStratml(data: Record<string, unknown> | undefined): Record<string, unknown> {
  const {stratml: _, ...rest} = data ?? {}
  return rest
}

function directionOf(noted: string | undefined, element: XmlElement): Measure['direction'] {
  if (noted === 'more' || noted === 'fewer' || noted === 'reached' || noted === 'unstated') return noted
  const descriptor = childrenNamed(childOf(element, 'MeasurementInstance'), 'TargetResult').map((target) =>
    childOf(target, 'Descriptor')
  )[0]
  const value = textOf(descriptor, 'DescriptorValue') ?? ''
  if (/^(?:increas|more|up)/i.test(value)) return 'more'
  if (/^(?:decreas|reduc|fewer|less|down)/i.test(value)) return 'fewer'
  return 'unstated'
}

/** Our own targets and baselines from their notes; of other files every result, kept whole. */
function resultsOf(element: XmlElement, notes: readonly Note[], unit: string): Facet[] {
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

function decimalOf(text: string): string | undefined {
  const plain = text.replace(/[,\s]/g, '')
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? plain : undefined
}
