/** Goals, Objectives and PerformanceIndicators as outcomes, priorities, actions, measures and milestones. */
import type {Action, Facet, Goal, Measure, Milestone, Outcome, PageSpan, Priority} from '../plan-tree/nodes.ts'
import {dataOf, keptElement, type StratmlData} from './kept.ts'
import {jsonNotes, type Note, noteOf, pagesOf, readNotes} from './notes.ts'
import {facetNotes, otherWords, resultsOf, stakeholdersOf} from './read-facets.ts'
import {childOf, childrenNamed, textOf, type XmlElement} from './xml-tree.ts'

export function goalsOf(core: XmlElement | undefined): Goal[] {
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
