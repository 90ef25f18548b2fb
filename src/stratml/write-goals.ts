/** Outcomes as Goals, priorities and actions as Objectives, in the order of the schema. */
import {goalRank, isGoal} from '../plan-tree/guards.ts'
import type {Facet, Goal, PlanNode, Rationale} from '../plan-tree/nodes.ts'
import {wordsOf} from '../plan-tree/walk.ts'
import {type Ids, identifier} from './identifiers.ts'
import {note, provenance} from './notes.ts'
import {bare, facets, isStakeholder, stakeholders, stratml} from './write-facets.ts'
import {indicator, isIndicator} from './write-indicators.ts'
import {type Child, element, optional, type Xml} from './xml.ts'

/** The schema wants a goal: one of ours stands in for goals under no outcome, and for a plan without any. */
export function looseGoals(goals: readonly Goal[], ids: Ids): Xml {
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

export function goalElement(outcome: Goal, ids: Ids): Xml {
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
