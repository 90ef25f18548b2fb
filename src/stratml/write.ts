/** A plan tree as StratML Part 2 (ISO 17469, PerformancePlanOrReport 2.2.6), in the strict order of its schema. */
import {isGoal} from '../plan-tree/guards.ts'
import type {Plan, PlanNode, Section} from '../plan-tree/nodes.ts'
import {walk, wordsOf} from '../plan-tree/walk.ts'
import {type Ids, identifier} from './identifiers.ts'
import {note} from './notes.ts'
import {bare, kept} from './write-facets.ts'
import {goalElement, looseGoals} from './write-goals.ts'
import {type Child, element, optional, printed, type Xml} from './xml.ts'

const namespace = 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport'

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
