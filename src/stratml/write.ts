/** A plan tree as StratML Part 2 (ISO 17469, PerformancePlanOrReport 2.2.6), in the strict order of its schema. */
import {goalRank, isGoal} from '../plan-tree/guards.ts'
import type {
  DateFacet,
  Facet,
  Goal,
  IsoDate,
  Lead,
  Measure,
  Milestone,
  Plan,
  PlanNode,
  Rationale,
  Section,
  Statistic,
  Target,
  Voice,
  When
} from '../plan-tree/nodes.ts'
import {walk, wordsOf} from '../plan-tree/walk.ts'
import {note, provenance} from './notes.ts'

const namespace = 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport'
/** Signs that XML 1.0 forbids. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

type Child = string | Xml | undefined | false | readonly Child[]

/** What the importer keeps of a file that our tree has no place for, under `data.stratml` of a node. */
export interface StratmlData {
  identifier?: string
  /** Elements of the vocabulary that were kept as they are: [name, text or children]. */
  kept?: Kept[]
}
export type Kept = readonly [
  name: string,
  content: string | readonly Kept[],
  attributes?: Readonly<Record<string, string>>
]

interface Ids {
  taken: Set<string>
}

export function stratmlOf(plan: Plan): string {
  const ids: Ids = {taken: new Set()}
  const measured = hasMeasure(plan)
  const root = element(
    'PerformancePlanOrReport',
    [
      element('Name', plan.title),
      description(plan),
      element('OtherInformation', rootNotes(plan)),
      core(plan, ids),
      administration(plan),
      kept(plan, 'Submitter')
    ],
    {xmlns: namespace, Type: measured ? 'Performance_Plan' : 'Strategic_Plan'}
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root)}\n`
}

function hasMeasure(plan: Plan): boolean {
  let found = false
  walk(plan, ({type}) => {
    found ||= type === 'measure'
  })
  return found
}

/** Finished XML. Only `element` makes it: a plan's words are always text. */
interface Xml {
  readonly [finished]: string
}

const finished = Symbol('xml')

function element(name: string, content: Child, attributes: Readonly<Record<string, string | undefined>> = {}): Xml {
  const marks = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(value!)}"`)
    .join('')
  const inner = printed(content)
  return {[finished]: inner === '' ? `<${name}${marks}/>` : `<${name}${marks}>${inner}</${name}>`}
}

function printed(content: Child): string {
  if (!content) return ''
  if (typeof content === 'string') return xml(content)
  if (finished in content) return content[finished]
  return content.map(printed).join('')
}

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;')
}

function optional(name: string, text: string | undefined): Child {
  return text ? element(name, text) : undefined
}

function stratml(node: PlanNode): StratmlData {
  return (node.data?.stratml ?? {}) as StratmlData
}

function keptXml([name, content, attributes = {}]: Kept): Xml {
  return element(name, typeof content === 'string' ? content : content.map(keptXml), attributes)
}

function kept(node: PlanNode, name: string): Child {
  return (stratml(node).kept ?? []).filter(([each]) => each === name).map(keptXml)
}

/** xsd:ID: an XML name, unique in the document. */
function identifier(ids: Ids, wanted: string): Child {
  const name = /^[A-Za-z_][\w.-]*$/.test(wanted) ? wanted : `_${wanted.replace(/[^\w.-]+/g, '.')}`
  let free = name
  for (let count = 2; ids.taken.has(free); count += 1) free = `${name}-${count}`
  ids.taken.add(free)
  return element('Identifier', free)
}

function description(plan: Plan): Child {
  return optional('Description', sectionsOf(plan, 'Description').map(sectionText).join('\n') || undefined)
}

/** Sections that StratML has a place for are told by the name of the part in their `data.stratml.part`, or by their role. */
function partOf(section: Section): string {
  const part = section.data?.part
  if (typeof part === 'string') return part
  return section.role === 'vision' ? 'Vision' : section.role === 'principles' ? 'Value' : 'OtherInformation'
}

function sectionsOf(plan: Plan, part: string): Section[] {
  return plan.children.filter((child): child is Section => child.type === 'section' && partOf(child) === part)
}

function sectionText(section: Section): string {
  return section.children
    .map((child) => (child.type === 'section' ? `${child.title}\n${sectionText(child)}` : wordsOf(child)))
    .join('\n')
}

function rootNotes(plan: Plan): string {
  const {authority, publisher, kind, status, period} = plan
  const sections = sectionsOf(plan, 'OtherInformation').flatMap((section) =>
    section.data?.part ? sectionText(section) : [`${section.title}\n${sectionText(section)}`]
  )
  const glossary = plan.children
    .filter((child) => child.type === 'glossary')
    .flatMap((child) => child.children.map(({name, value}) => `${name}: ${value}`))
  const facets = plan.children.filter(
    (child) => !isGoal(child) && child.type !== 'section' && child.type !== 'glossary' && !isAdministrative(child)
  )
  return [
    ...sections,
    ...glossary,
    note('plan', {authority, publisher, kind, status, period}),
    ...facets.map((facet) => note('facet', bare(facet)))
  ].join('\n')
}

function core(plan: Plan, ids: Ids): Xml {
  const goals = plan.children.filter(isGoal)
  const outcomes = goals.filter(({type}) => type === 'outcome')
  const loose = goals.filter(({type}) => type !== 'outcome')
  const [vision, ...visions] = sectionsOf(plan, 'Vision')
  const [mission] = sectionsOf(plan, 'Mission')
  return element('StrategicPlanCore', [
    organizations(plan, ids),
    vision && element('Vision', [optional('Description', [vision, ...visions].map(sectionText).join('\n'))]),
    mission && element('Mission', [optional('Description', sectionText(mission))]),
    sectionsOf(plan, 'Value').map((section) =>
      element('Value', [optional('Name', section.title), optional('Description', sectionText(section))])
    ),
    outcomes.map((outcome) => goalElement(outcome, ids)),
    (loose.length > 0 || outcomes.length === 0) && looseGoals(loose, ids)
  ])
}

function organizations(plan: Plan, ids: Ids): Child {
  const known = kept(plan, 'Organization')
  if (Array.isArray(known) && known.length) return known
  const name = plan.publisher ?? plan.authority
  return name && element('Organization', [element('Name', name), identifier(ids, 'organization')])
}

/** The schema wants a goal: one of ours stands in for goals under no outcome, and for a plan without any. */
function looseGoals(goals: readonly Goal[], ids: Ids): Xml {
  return element('Goal', [
    element('Name', 'Goals under no outcome'),
    element('Description', ''),
    identifier(ids, 'no-outcome'),
    element('OtherInformation', note('synthetic', 'the plan names no outcome for these')),
    objectives(goals, ids)
  ])
}

/** Where each line of the Description stands, in order. */
function rationalePages(rationales: readonly Rationale[]): string[] {
  return rationales.some(({pages}) => pages.length)
    ? [note('rationale', {pages: rationales.map(({pages}) => pages)})]
    : []
}

function goalElement(outcome: Goal, ids: Ids): Xml {
  const rationales = facets(outcome, 'rationale')
  return element('Goal', [
    element('Name', outcome.title),
    element('Description', rationales.map(({value}) => value).join('\n')),
    identifier(ids, stratml(outcome).identifier ?? outcome.id),
    optional('SequenceIndicator', outcome.label),
    stakeholders(outcome),
    optional('OtherInformation', goalNotes(outcome, rationalePages(rationales)).join('\n')),
    objectives((outcome.children as PlanNode[]).filter(isGoal), ids, outcome)
  ])
}

/** Objectives for priorities and actions, each followed by those below it; measures without one in a stand-in of ours. */
function objectives(goals: readonly Goal[], ids: Ids, parent?: Goal): Child {
  const direct = goals.filter(isIndicator)
  const others = goals.filter((goal) => !isIndicator(goal))
  return [
    direct.length > 0 &&
      element('Objective', [
        element('Name', 'We will know we have made a difference when'),
        identifier(ids, `${parent?.id ?? 'plan'}.measures`),
        element(
          'OtherInformation',
          [
            note('synthetic', 'measures that stand under no priority'),
            ...(parent && goalRank[parent.type] > 0 ? [note('parent', parent.id)] : [])
          ].join('\n')
        ),
        direct.map((goal) => indicator(goal, ids))
      ]),
    others.map((goal) => objective(goal, ids, parent))
  ]
}

type Indicator = Measure | Milestone

function isIndicator(goal: Goal): goal is Indicator {
  return goal.type === 'measure' || goal.type === 'milestone'
}

function objective(goal: Goal, ids: Ids, parent: Goal | undefined): Child {
  const below = (goal.children as PlanNode[]).filter(isGoal)
  const nested = parent !== undefined && parent.type !== 'outcome'
  const nameless = goal.data?.nameless === true
  const own = element('Objective', [
    !nameless && element('Name', goal.title),
    optional('Description', nameless ? goal.title : goal.detail),
    identifier(ids, stratml(goal).identifier ?? goal.id),
    optional('SequenceIndicator', goal.label),
    stakeholders(goal),
    optional(
      'OtherInformation',
      goalNotes(goal, [
        ...(goal.type === 'priority' ? [] : [note('type', goal.type)]),
        ...(nested ? [note('parent', parent.id)] : []),
        ...facets(goal, 'rationale').map((facet) => note('facet', bare(facet)))
      ]).join('\n')
    ),
    below.filter(isIndicator).map((each) => indicator(each, ids))
  ])
  return [own, below.filter((each) => !isIndicator(each)).map((each) => objective(each, ids, goal))]
}

/** Facets that have an element of their own in a Goal or an Objective. */
const placed: ReadonlySet<string> = new Set(['rationale', 'lead', 'voice'])

function goalNotes(goal: Goal, first: readonly string[]): string[] {
  const others = (goal.children as PlanNode[]).filter(
    (child): child is Facet => !isGoal(child) && !placed.has(child.type) && !isStakeholder(child)
  )
  const words = others.filter((facet) => facet.data?.part === 'OtherInformation').map((facet) => wordsOf(facet))
  const rest = others.filter((facet) => facet.data?.part !== 'OtherInformation')
  return [
    ...words,
    ...(goal.term ? [note('label', goal.term)] : []),
    ...(goal.type === 'outcome' && goal.detail ? [note('detail', goal.detail)] : []),
    ...first,
    ...rest.map((facet) => note('facet', bare(facet))),
    ...provenance(goal.pages)
  ]
}

function facets<Type extends Facet['type']>(goal: Goal, type: Type): Extract<Facet, {type: Type}>[] {
  return (goal.children as PlanNode[]).filter((child): child is Extract<Facet, {type: Type}> => child.type === type)
}

/** A facet without what only the tree needs. */
function bare(node: PlanNode): object {
  const {pages, position, ...rest} = node as PlanNode & {position?: unknown}
  return pages.length ? {...rest, pages} : rest
}

function isStakeholder(facet: PlanNode): boolean {
  return facet.data?.stakeholder !== undefined
}

function stakeholders(goal: Goal): Child {
  return (goal.children as PlanNode[]).map((child): Child => {
    const known = child.data?.stakeholder
    if (known !== undefined) return keptXml(known as Kept)
    if (child.type === 'lead') return leadElement(child)
    return child.type === 'voice' ? voiceElement(child) : undefined
  })
}

function leadElement(lead: Lead): Xml {
  const type = lead.holder === 'person' ? 'Person' : lead.holder === 'body' ? 'Organization' : undefined
  const told = [
    lead.term ? note('label', lead.term) : '',
    note('type', lead.holder),
    ...(lead.note ? [note('detail', lead.note)] : []),
    ...provenance(lead.pages)
  ]
  return element(
    'Stakeholder',
    [
      element('Name', lead.value),
      element('Role', [
        element('Name', 'lead'),
        element('Description', told.filter(Boolean).join('\n')),
        element('RoleType', 'Performer')
      ])
    ],
    {StakeholderTypeType: type}
  )
}

function voiceElement(voice: Voice): Xml {
  const asked = [...(voice.askedBy ? [note('label', voice.askedBy)] : []), ...provenance(voice.pages)].join('\n')
  return element(
    'Stakeholder',
    [
      element('Name', voice.askedBy ?? 'Children, young people and residents'),
      element('Description', voice.value),
      element('Role', [element('Name', 'voice'), optional('Description', asked), element('RoleType', 'Beneficiary')])
    ],
    {StakeholderTypeType: 'Generic_Group'}
  )
}

function indicator(goal: Indicator, ids: Ids): Xml {
  const targets = facets(goal, 'target')
  const baselines = facets(goal, 'statistic').filter((each) => each.data?.baseline === true)
  const results = [...targets, ...baselines]
  const unit = results.find(({quantity}) => quantity)?.quantity?.unit ?? (goal.data?.unit as string | undefined) ?? ''
  const others = (goal.children as PlanNode[]).filter(
    (child) => !(results as PlanNode[]).includes(child) && !isGoal(child)
  )
  const words = others.filter((facet) => facet.data?.part === 'OtherInformation').map((facet) => wordsOf(facet))
  const notes = [
    ...words,
    ...(goal.type === 'milestone' ? [note('type', 'milestone')] : []),
    ...(goal.term ? [note('label', goal.term)] : []),
    ...(goal.detail ? [note('detail', goal.detail)] : []),
    ...(goal.type === 'measure' ? [note('direction', goal.direction)] : []),
    ...targets.map((target) => note('target', bare(target))),
    ...baselines.map((baseline) => note('baseline', bare(baseline))),
    ...others.filter((facet) => facet.data?.part !== 'OtherInformation').map((facet) => note('facet', bare(facet))),
    ...provenance(goal.pages)
  ]
  return element(
    'PerformanceIndicator',
    [
      optional('SequenceIndicator', goal.label),
      element('MeasurementDimension', goal.title),
      element('UnitOfMeasurement', unit),
      identifier(ids, stratml(goal).identifier ?? goal.id),
      kept(goal, 'Relationship'),
      instance(goal, targets, baselines),
      element('OtherInformation', notes.join('\n'))
    ],
    {
      ValueChainStage: goal.data?.valueChainStage as string | undefined,
      PerformanceIndicatorType: results.some(({quantity}) => quantity)
        ? 'Quantitative'
        : ((goal.data?.indicatorType as string | undefined) ?? 'Qualitative')
    }
  )
}

function instance(goal: Indicator, targets: readonly Target[], baselines: readonly Statistic[]): Child {
  const dates = facets(goal, 'date')
  const due = dates.find(({role}) => role === 'due') ?? dates.find(({role}) => role === 'review')
  const start = dates.find(({role}) => role === 'start')
  const rows = [
    ...targets.map((target) => result('TargetResult', target, spanOf(target.by) ?? spanOf(due?.when), start, goal)),
    targets.length === 0 &&
      (due || start) &&
      result('TargetResult', undefined, spanOf(due?.when), start, goal, [start, due]),
    ...baselines.map((baseline) => result('ActualResult', baseline, spanOf(baseline.asAt), undefined, undefined))
  ].filter((row) => row !== false && row !== undefined)
  return rows.length > 0 && element('MeasurementInstance', rows as Child[])
}

interface Span {
  from: IsoDate
  to: IsoDate
}

function spanOf(when: When | undefined): Span | undefined {
  return when?.kind === 'span' && isDay(when.from) && isDay(when.to) ? when : undefined
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day)

function result(
  name: string,
  facet: Target | Statistic | undefined,
  span: Span | undefined,
  start: DateFacet | undefined,
  goal: Indicator | undefined,
  words: readonly (DateFacet | undefined)[] = []
): Child {
  const known = facet?.data?.result
  if (known !== undefined) return keptXml(known as Kept)
  const amount = facet?.quantity?.amount
  const direction = goal?.type === 'measure' && goal.direction !== 'unstated' ? directions[goal.direction] : undefined
  const from = spanOf(start?.when)?.from ?? (facet?.type === 'statistic' ? span?.from : undefined)
  return element(name, [
    from && element('StartDate', from),
    span && element('EndDate', span.to),
    amount !== undefined && Number.isFinite(amount) && element('NumberOfUnits', decimal(amount)),
    direction && element('Descriptor', [element('DescriptorName', 'direction'), element('DescriptorValue', direction)]),
    optional('Description', facet?.value ?? words.flatMap((date) => (date ? [date.value] : [])).join(' to '))
  ])
}

const directions = {more: 'increase', fewer: 'decrease', reached: 'reach'} as const

/** xsd:decimal knows no exponent. */
function decimal(amount: number): string {
  const text = String(amount)
  return text.includes('e') ? amount.toFixed(20).replace(/\.?0+$/, '') : text
}

function isAdministrative(node: PlanNode): boolean {
  return node.type === 'date' && node.data?.part === 'AdministrativeInformation'
}

function administration(plan: Plan): Child {
  const known = kept(plan, 'AdministrativeInformation')
  if (Array.isArray(known) && known.length) return known
  return element('AdministrativeInformation', [
    plan.period && element('StartDate', `${year(plan.period.from)}-01-01`),
    plan.period && element('EndDate', `${year(plan.period.to)}-12-31`),
    element('Source', encodeURI(plan.source.path.toWellFormed()).replaceAll('#', '%23'))
  ])
}

const year = (value: number): string => String(value).padStart(4, '0')
