/** Recognisers of a document that is read by its likeliest outline: each line that the outline names becomes its goal or work. */
import type {Goal, GoalType} from '../../plan-tree/nodes.ts'
import {readUnder} from '../goals/lead-ins/words-under.ts'
import {openingOf} from '../goals/opening-of.ts'
import {addGoal, addMeasure, titleOf} from '../goals/under/goals-read.ts'
import {startsLikeMeasure, titlesOf} from '../goals/words/goal-words.ts'
import {boldHeadingDepth, numberLabel, type Piece} from '../pieces.ts'
import {goalOf, hang, innermost, type OpenGoal, type Reading} from '../reading.ts'
import type {Recogniser} from '../recogniser.ts'
import {sectionRecognisers} from '../sections.ts'
import type {LeadIn} from '../vocabulary.ts'
import {sentences, wordCount} from '../words.ts'
import {out, top} from './drafts.ts'
import {holders, isTold, type Outline} from './likeliest.ts'

/** Labels of what is said about a goal, and is none itself. */
const facets: ReadonlySet<LeadIn> = new Set<LeadIn>([
  'lead',
  'due',
  'start',
  'rationale',
  'references',
  'resources',
  'status'
])

/** Longest line that is a title whole, words; of longer ones the first sentence is. */
const longestTitle = 60
/** Share of the lines under one goal that must start like measures, to be measures. */
const shareMeasured = 0.6

/** The recognisers of one document's outline. */
export function outlined(outline: Outline, {pieces, lexicon}: Pick<Reading, 'pieces' | 'lexicon'>): Recogniser[] {
  const {draft, hoped, against} = outline
  const holding = holders(outline)
  const made = new Map<number, OpenGoal>()
  const measured = measuredLines(outline, holding, {pieces, lexicon})
  const flat = !draft.some((above, at) => above === top && holding.has(at))
  const read = (piece: Piece, reading: Reading, type: GoalType) => {
    const above = draft[piece.index]!
    reading.goals = above === top ? [] : chainOf(above, draft, made)
    if (above === top) reading.openSections = []
    delete reading.mode
    reading.rule = {
      id: holding.has(piece.index) ? 'readings/goal' : 'readings/work',
      confidence: Number(hoped.toFixed(2)),
      competed: [`by form (agrees ${against.toFixed(2)})`]
    }
    const goal = nodeOf(piece, reading, type)
    const depth = piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
    const open = {node: goal, depth}
    made.set(piece.index, open)
    reading.goals.push(open)
  }
  const typeOf = (piece: Piece): GoalType => {
    const above = made.get(draft[piece.index]!)?.node
    if (holding.has(piece.index)) return above ? 'priority' : 'outcome'
    if (above && measured.has(piece.index)) return 'measure'
    return above === undefined ? (flat ? 'outcome' : 'priority') : above.type === 'outcome' ? 'priority' : 'action'
  }
  return [
    {
      id: 'readings/outline',
      applies: (piece) => (isTold(outline, piece) ? 1 : 0),
      read: (piece, reading) => read(piece, reading, typeOf(piece))
    },
    facetLabels,
    ...sectionRecognisers
  ]
}

/** 'Lead: the harbour master' under a goal. */
const facetLabels: Recogniser = {
  id: 'lead-ins/label',
  applies: (piece, reading) => {
    if (piece.kind === 'table' || !innermost(reading)) return 0
    const kind = reading.lexicon.labelled(piece.text, piece.lead)?.kind
    return kind !== undefined && facets.has(kind) ? 0.92 : 0
  },
  read: (piece, reading) => {
    const {kind, term, rest} = reading.lexicon.labelled(piece.text, piece.lead)!
    readUnder(reading, kind, term, piece, {text: rest, lines: [rest]})
    delete reading.mode
  }
}

/** The goals that a line stands under, outermost first. */
function chainOf(above: number, draft: Outline['draft'], made: ReadonlyMap<number, OpenGoal>): OpenGoal[] {
  const chain: OpenGoal[] = []
  for (let at = above; at !== top && at !== out; at = draft[at]!) {
    const open = made.get(at)
    if (open) chain.unshift(open)
  }
  return chain
}

function nodeOf(piece: Piece, reading: Reading, type: GoalType): Goal {
  if (type === 'measure') return addMeasure(reading, '', piece, piece.text)
  const words = wordsOf(piece, reading)
  if (type === 'action') return addGoal(reading, 'actions', 'action', piece, words)
  const named = reading.lexicon.levelOf(words.title)
  const own =
    named?.title && !named.label && /^[^:]{1,40}:/.test(words.title) ? named.title : words.title.replace(part, '')
  const {title, label, term} = openingOf({...piece, text: own}, type, named?.term ?? type, '', 1, reading.lexicon)
  const detail = words.detail ? {detail: words.detail} : {}
  const goal = goalOf(reading, type, {title, term, ...numberLabel(piece), ...(label ? {label} : {}), ...detail}, piece)
  hang(reading, goal)
  reading.byPiece.set(piece.index, goal)
  return goal
}

/** 'Section 1: Open data' */
const part = /^(?:section|part|chapter) (?:\d{1,2}|[A-Z]|[IVX]{1,4})\s?[:.–-]\s*(?=\p{L})/iu

function wordsOf(piece: Piece, reading: Reading): {title: string; detail?: string; label?: string} {
  if (piece.kind === 'listItem') return {...titleOf(reading, piece), ...numberLabel(piece)}
  const [cut] = titlesOf([piece])
  const labelled = reading.lexicon.labelled(piece.text, piece.lead)
  if (labelled && labelled.rest !== '') return {title: labelled.rest}
  if (piece.lead !== '' && cut?.detail) return cut
  if (wordCount(piece.text) <= longestTitle) return {title: piece.text}
  const [title = piece.text, ...rest] = sentences(piece.text)
  return rest.length > 0 ? {title, detail: rest.join(' ')} : {title}
}

/** Lines of work that say what is measured: under words that lead in measures, or mostly starting so under one goal. */
function measuredLines(
  {draft}: Outline,
  holding: ReadonlySet<number>,
  {pieces, lexicon}: Pick<Reading, 'pieces' | 'lexicon'>
): ReadonlySet<number> {
  const lines = pieces.filter(({index}) => draft[index] !== out && !holding.has(index))
  const groups = Map.groupBy(lines, ({index, kind, list}) => `${draft[index]} ${kind} ${list}`)
  const measured = new Set<number>()
  for (const group of groups.values()) {
    const mostly = group.filter(({text}) => startsLikeMeasure(text)).length >= group.length * shareMeasured
    if (mostly) for (const {index} of group) measured.add(index)
  }
  /** The last line before those of this make and list. */
  let over: Piece | undefined
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1]
    if (before && (before.kind !== piece.kind || before.list !== piece.list)) over = before
    if (over && over.kind !== 'table' && lexicon.leadInOf(over.text) === 'measures') measured.add(piece.index)
  })
  return measured
}
