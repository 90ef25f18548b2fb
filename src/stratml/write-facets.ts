/** Facets of a goal as elements, and what an import kept for them. */
import type {Facet, Goal, Lead, PlanNode, Voice} from '../plan-tree/nodes.ts'
import type {Kept, StratmlData} from './kept.ts'
import {note, provenance} from './notes.ts'
import {type Child, element, optional, type Xml} from './xml.ts'

export function stratml(node: PlanNode): StratmlData {
  return (node.data?.stratml ?? {}) as StratmlData
}

export function keptXml([name, content, attributes = {}]: Kept): Xml {
  return element(name, typeof content === 'string' ? content : content.map(keptXml), attributes)
}

export function kept(node: PlanNode, name: string): Child {
  return (stratml(node).kept ?? []).filter(([each]) => each === name).map(keptXml)
}

export function facets<Type extends Facet['type']>(goal: Goal, type: Type): Extract<Facet, {type: Type}>[] {
  return (goal.children as PlanNode[]).filter((child): child is Extract<Facet, {type: Type}> => child.type === type)
}

/** A facet without what only the tree needs. */
export function bare(node: PlanNode): object {
  const {pages, position, ...rest} = node as PlanNode & {position?: unknown}
  return pages.length ? {...rest, pages} : rest
}

export function isStakeholder(facet: PlanNode): boolean {
  return facet.data?.stakeholder !== undefined
}

export function stakeholders(goal: Goal): Child {
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
