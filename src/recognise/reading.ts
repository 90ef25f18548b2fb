/** The state of one reading: what is open, and how nodes are made and hung into the tree. */

import {goalRank, mayHold} from '../plan-tree/guards.ts'
import type {
  Facet,
  Glossary,
  Goal,
  GoalType,
  PageSpan,
  Passage,
  PlanData,
  PlanNode,
  PlanWarning,
  Position,
  Section
} from '../plan-tree/nodes.ts'
import type {NotAPlan} from './document/kind.ts'
import type {DeclaredList, Echo, Scheme} from './goals/openings.ts'
import type {Commitment} from './goals/prose/commitments.ts'
import type {Lexicon} from './lexicon.ts'
import type {Locator} from './locate.ts'
import type {SectionPlace} from './outline.ts'
import type {Piece} from './pieces.ts'
import type {Column} from './tables/column-roles.ts'
import {type LeadIn, roleOf} from './vocabulary.ts'

/** A goal that is open: what follows belongs to it. */
export interface OpenGoal {
  node: Goal
  depth: number
  /** Opened by a table: closes with it. */
  byTable?: boolean
  /** An unlabelled title over a table: a title inside the next table is its sibling. */
  overTable?: boolean
  /** Opened by an item of a list: a lead-in after the list is not its own. */
  listed?: boolean
  /** Opened by this entry of a list: only what is nested in the entry belongs to it. */
  entry?: Piece
}

/** What the words after a lead-in are, until the next lead-in or heading. */
export interface Mode {
  kind: LeadIn
  term: string
  /** Index of the piece that set it. */
  piece: number
  depth: number
  /** The lead-in stands in this box. */
  aside?: number
  /** The last list that was read under it. */
  list?: number
  /** Something was read under it. */
  used: boolean
}

export interface Reading {
  /** The document says that it is none: it has no goals of its own. */
  notAPlan?: NotAPlan
  /** It has the words that plans are made of. */
  speaks: boolean
  pieces: readonly Piece[]
  sections: readonly SectionPlace[]
  scheme: Scheme
  lexicon: Lexicon
  locator: Locator
  children: PlanNode[]
  goals: OpenGoal[]
  byKey: Map<string, {goal: Goal; piece: number}>
  openSections: {place: SectionPlace; node: Section}[]
  mode?: Mode
  /** In a summary or foreword: the goal whose priorities follow. */
  echo?: Echo & {section: SectionPlace}
  /** Restatements wait for their goal, which may stand later. */
  waiting: {key: string; node: Facet; piece: number}[]
  glossary?: {node: Glossary; place: SectionPlace}
  /** Unclaimed pieces as they were hung, for lists that turn out to say goals again. */
  passages: Map<number, {node: Passage; siblings: PlanNode[]}>
  /** Paragraphs that say the plan's work, in a plan that says it so. */
  committed: ReadonlyMap<number, Commitment>
  /** Lead-ins of measures that speak for a whole outcome, though lower goals stand open before them. */
  ofOutcome: ReadonlySet<number>
  /** Lead-ins that the plan makes its own, by their folded words. */
  learned: ReadonlyMap<string, LeadIn>
  /** Labels that entries have before a dash, folded. */
  dashed: ReadonlySet<string>
  /** Lists that are announced as goals and were not read as the plan's own tree. */
  declared: DeclaredList[]
  warnings: PlanWarning[]
  /** The rule at work, its confidence and the rules that it beat: goes into each node made. */
  rule: {id: string; confidence: number; competed: string[]}
  /** Goals made from list items, for what is nested in them. */
  byPiece: Map<number, Goal>
  /** Titles of list items, worked out a list at a time. */
  titles: Map<number, {title: string; detail?: string}>
  /** How many lines lead in measures, once somebody asked. */
  measureLeadIns?: number
  /** What each list under a goal is by its words, worked out a list at a time. */
  lists: Map<number, 'measures' | 'actions' | 'levels' | undefined>
  /** The goals lead in their lists of work with the same line; worked out once. */
  ledAlike?: boolean
  /** The lists right under goals, and what most of them are; worked out once. */
  unled?: {lists: ReadonlySet<number>; kind: 'measures' | 'actions' | undefined}
  /** Lines right under goals that each say what is to be done; worked out once. */
  linesInRow?: ReadonlySet<number>
  /** Columns of the last table of goals: a table without a header may go on from it. */
  columns?: Column[]
  /** Pieces read already, out of turn. */
  taken: Set<number>
}

/** Where words stand: pages, and offsets in the document's text. */
export interface Where {
  pages: PageSpan[]
  position?: Position
}

/** Pages and position of some of a piece's words; of all when `words` is absent. */
export function whereOf(reading: Reading, piece: Where, words?: string): Where {
  const position = words === undefined ? piece.position : reading.locator.find(words, piece.position)
  return position ? {pages: piece.pages, position} : {pages: piece.pages}
}

/** How the node came about. */
export function made(reading: Reading, more: PlanData = {}): {data: PlanData} {
  const {id, confidence, competed} = reading.rule
  return {
    data: {
      rule: id,
      ...(confidence < 1 ? {confidence} : {}),
      ...(competed.length > 0 ? {competed} : {}),
      ...more
    }
  }
}

export function innermost(reading: Reading): Goal | undefined {
  return reading.goals.at(-1)?.node
}

/** Hangs a node under the innermost open goal or section that may hold it; yields its siblings. */
export function hang(reading: Reading, node: PlanNode): PlanNode[] {
  const siblings = siblingsFor(reading, node)
  siblings.push(node)
  return siblings
}

function siblingsFor(reading: Reading, node: PlanNode): PlanNode[] {
  for (let at = reading.goals.length - 1; at >= 0; at -= 1) {
    const {node: goal} = reading.goals[at]!
    if (mayHold[goal.type]?.has(node.type)) return goal.children as PlanNode[]
  }
  const section = reading.goals.length === 0 ? reading.openSections.at(-1)?.node : undefined
  return section && mayHold.section?.has(node.type) ? (section.children as PlanNode[]) : reading.children
}

/** Hangs a node on one goal. */
export function hangOn(goal: Goal, node: PlanNode): void {
  ;(goal.children as PlanNode[]).push(node)
}

/** Opens a goal: goals of its rank or below close first, except that a deeper priority may stand in a priority. */
export function openGoal(
  reading: Reading,
  node: Goal,
  depth: number,
  options: {byTable?: boolean; inside?: boolean} = {}
): void {
  const {byTable = false, inside = false} = options
  while (reading.goals.length > 0) {
    const top = reading.goals.at(-1)!
    const below = goalRank[node.type] > goalRank[top.node.type]
    const nested =
      inside &&
      node.type === 'priority' &&
      top.node.type === 'priority' &&
      depth > top.depth &&
      !inSeries(top.node, node)
    if (below || nested) break
    reading.goals.pop()
  }
  if (reading.goals.length === 0 && goalRank[node.type] === 0) closeSections(reading)
  hang(reading, node)
  reading.goals.push(byTable ? {node, depth, byTable} : {node, depth})
  delete reading.mode
}

/** Both are numbered in one series, 'Goal 2.2' and 'Goal 2.3': neither stands in the other. */
function inSeries(above: Goal, {label, term}: Goal): boolean {
  const parts = (printed: string | undefined) => printed?.split('.').length
  return label !== undefined && parts(above.label) === parts(label) && above.term === term
}

/** Closes goals that are entries of a list, before a piece that stands outside their entry. */
export function closeEntries(reading: Reading, piece: Piece): void {
  const top = reading.goals.at(-1)
  if (!top?.entry || top.entry === piece) return
  const nested =
    piece.kind === 'listItem' && piece.depth > Math.max(1, top.entry.kind === 'listItem' ? top.entry.depth : 0)
  if (!nested) closeGoals(reading, (goal) => goal.entry !== undefined)
}

export function closeGoals(reading: Reading, which: (goal: OpenGoal) => boolean = () => true): void {
  while (reading.goals.length > 0 && which(reading.goals.at(-1)!)) reading.goals.pop()
  delete reading.mode
}

function closeSections(reading: Reading): void {
  reading.openSections = []
}

/** 'mend the wall; and' joins an entry to the next one. */
const joint = /[;,]\s(?:and|or)[,;:]?$/i

/** A new goal, unhung. */
export function goalOf<Type extends GoalType>(
  reading: Reading,
  type: Type,
  fields: {title: string; term: string; label?: string; detail?: string},
  piece: Where,
  data: PlanData = {}
): Extract<Goal, {type: Type}> {
  const {term, label, detail} = fields
  const title = fields.title.replace(joint, '')
  return {
    type,
    id: '',
    title,
    ...(detail ? {detail} : {}),
    term,
    ...(label ? {label} : {}),
    ...(type === 'measure' ? {direction: 'unstated'} : {}),
    ...whereOf(reading, piece, title),
    ...made(reading, data),
    children: []
  } as unknown as Extract<Goal, {type: Type}>
}

/** Opens a section for a heading, inside the open sections that are wider. */
export function openSection(reading: Reading, piece: Piece, place: SectionPlace): void {
  while (reading.openSections.length > 0 && reading.openSections.at(-1)!.place.depth >= place.depth)
    reading.openSections.pop()
  const node: Section = {
    type: 'section',
    role: roleOf[place.kind],
    title: place.title,
    ...whereOf(reading, piece, place.title),
    ...made(reading),
    children: []
  }
  hang(reading, node)
  reading.openSections.push({place, node})
}

/** The words of a piece as they are, for whoever reads on. */
export function passage(reading: Reading, piece: Piece, data: PlanData = {}): void {
  const blocks = {heading: 'heading', paragraph: 'paragraph', listItem: 'listItem', table: 'tableRow'} as const
  const node: Passage = {
    type: 'passage',
    value: piece.text,
    block: blocks[piece.kind],
    ...whereOf(reading, piece),
    ...made(reading, data)
  }
  reading.passages.set(piece.index, {node, siblings: hang(reading, node)})
}
