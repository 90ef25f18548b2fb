/** Words under a lead-in or after a label, as the goals and facets that it says they are. */
import type {Goal} from '../../../plan-tree/nodes.ts'
import {add, dateOf, leadsOf, quoteOf, voicesIn} from '../../facets/facets.ts'
import {numberLabel, type Piece} from '../../pieces.ts'
import {hangOn, innermost, passage, type Reading, type Where, whereOf} from '../../reading.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {addGoal, addMeasure, titleOf} from '../under/goals-read.ts'
import {measuresOf, startsLikeAction, startsLikeMeasure} from '../words/goal-words.ts'

/** Words and what they stand under. */
interface WordsUnder {
  reading: Reading
  kind: LeadIn
  /** The lead-in as printed. */
  term: string
  piece: Piece
  text: string
  /** The printed lines of the text. */
  lines: string[]
  /** The innermost goal that is open. */
  goal: Goal | undefined
  where: Where
}

type Reader = (under: WordsUnder) => void

/** Reads words under a lead-in or label of some kind. */
export function readUnder(
  reading: Reading,
  kind: LeadIn,
  term: string,
  piece: Piece,
  {text, lines}: {text: string; lines: string[]}
): void {
  const where = whereOf(reading, piece)
  readers[kind]({reading, kind, term, piece, text, lines, goal: innermost(reading), where})
}

const readGoals: Reader = ({reading, kind, term, piece, text, lines}) => {
  for (const title of goalLines(text, lines)) addGoal(reading, kind, term, piece, {title})
}

const readMeasures: Reader = ({reading, term, piece, text, lines, goal, where}) => {
  const measured = /^targets?$/i.test(term) ? measureBefore(goal) : undefined
  if (measured) hangOn(measured, quoteOf(reading, 'target', text, where))
  else for (const title of measuresOf(lines)) addMeasure(reading, term, piece, title)
}

const readVoices: Reader = ({reading, piece, text, goal, where}) => {
  const said = voicesIn(text)
  if (said.some(({type}) => type === 'voice'))
    for (const {type, value} of said) add(reading, goal, quoteOf(reading, type, value, where))
  else passage(reading, piece)
}

const readLeads: Reader = ({reading, term, lines, goal, where}) => {
  for (const lead of leadsOf(reading, lines, term, where)) add(reading, goal, lead)
}

const readDate =
  (role: 'start' | 'due'): Reader =>
  ({reading, text, goal, where}) =>
    add(reading, goal, dateOf(reading, /^from\b/i.test(text) ? 'start' : role, text, where))

const readQuote =
  (type: 'rationale' | 'target'): Reader =>
  ({reading, text, goal, where}) =>
    add(reading, goal, quoteOf(reading, type, text, where))

const readReferences: Reader = ({reading, text, goal, where}) => {
  for (const value of text.split(/\s*;\s*/).filter(Boolean))
    add(reading, goal, quoteOf(reading, 'reference', value, where))
}

const readPassage: Reader = ({reading, kind, term, text, goal, where}) =>
  add(reading, goal, quoteOf(reading, 'passage', text, where, {kind, term}))

const readSituation: Reader = (under) => {
  const {reading, term, text, goal, where} = under
  if (/^(?:the |current )?baseline/i.test(term))
    add(reading, goal, quoteOf(reading, 'statistic', text, where, {baseline: true}))
  else readPassage(under)
}

/** A list of aims under a goal is what it sets out to do. */
const readAim: Reader = (under) => {
  const {reading, term, piece, text, goal} = under
  const listed = piece.kind === 'listItem' && reading.mode?.kind === 'aim' && goal && goal.type !== 'action'
  if (!listed) readPassage(under)
  else if (startsLikeMeasure(text) && !startsLikeAction(text)) addMeasure(reading, term, piece, text)
  else addGoal(reading, 'priorities', term, piece, {...titleOf(reading, piece), ...numberLabel(piece)})
}

const readers: Readonly<Record<LeadIn, Reader>> = {
  priorities: readGoals,
  actions: readGoals,
  milestones: readGoals,
  measures: readMeasures,
  voice: readVoices,
  rationale: readQuote('rationale'),
  lead: readLeads,
  start: readDate('start'),
  due: readDate('due'),
  target: readQuote('target'),
  references: readReferences,
  situation: readSituation,
  aim: readAim,
  progress: readPassage,
  resources: readPassage,
  risks: readPassage,
  status: readPassage
}

/** The measure printed last under a goal: a target after it is its own. */
function measureBefore(goal: Goal | undefined): Goal | undefined {
  const last = (goal?.children as Goal[] | undefined)?.at(-1)
  return last?.type === 'measure' ? last : undefined
}

/** 'What we will do: Roll out … Commission …': one action for each printed line. */
function goalLines(text: string, lines: string[]): string[] {
  return lines.length > 1 ? lines : [text]
}
