/** Goals made from the entries, lines and paragraphs under a goal: their level, title, label and place. */
import type {Goal, GoalType} from '../../../plan-tree/nodes.ts'
import {entriesOf, type Piece} from '../../pieces.ts'
import {goalOf, hang, hangOn, innermost, type Reading} from '../../reading.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import {directionOf, type TitleAndDetail, titlesOf} from '../words/goal-words.ts'

/** The level of a goal read under a lead-in: by what it stands in and what the lead-in calls it. */
function typeUnder(parent: Goal | undefined, kind: LeadIn): GoalType {
  if (parent?.type === 'action' || kind === 'milestones') return 'milestone'
  if (kind === 'actions' || parent?.type === 'priority') return 'action'
  return 'priority'
}

export function addGoal(
  reading: Reading,
  kind: LeadIn,
  term: string,
  piece: Piece,
  words: TitleAndDetail & {label?: string}
): Goal {
  const parent = innermost(reading)
  const type = typeUnder(parent, kind)
  const named = withoutLevel(reading, piece, words)
  const goal = goalOf(reading, type, {...named, term: termOf(type, term)}, piece)
  if (parent) hangOn(parent, goal)
  else hang(reading, goal)
  reading.byPiece.set(piece.index, goal)
  return goal
}

/** Without the level's word and number that the words start with: 'Action 2.1: …', 'Strategy: …'. */
function withoutLevel(
  {lexicon}: Reading,
  piece: Piece,
  words: TitleAndDetail & {label?: string}
): TitleAndDetail & {label?: string} {
  const own = lexicon.levelOf(words.title)
  if (own?.label && own.title) return {...words, title: own.title, label: own.label}
  const dotted = words.label === undefined ? /^(\d{1,2}(?:\.\d{1,2}){1,3})[.):]?\s+(?=\p{L})/u.exec(words.title) : null
  if (dotted) return {...words, title: words.title.slice(dotted[0].length), label: dotted[1]!}
  if (piece.kind !== 'listItem' || !piece.text.startsWith(words.title)) return words
  const whole = lexicon.levelOf(piece.text)
  const measured = whole !== undefined && whole.level.rank >= 5 && whole.level.word !== 'milestone'
  if (!whole?.title || measured || wordCount(words.title) > longestTerm) return words
  const label = whole.label ?? words.label
  return {title: whole.title, ...(label ? {label} : {})}
}

/** Longest term of a level that an entry may start with, words: 'Strategic objective'. */
const longestTerm = 3

function termOf(type: GoalType, term: string): string {
  const named = /\b(priorit|pledge|commitment|objective|action|activit|milestone|promise|step|task|aim)/i
    .exec(term)?.[1]
    ?.toLowerCase()
  return named ? ({priorit: 'priority', activit: 'activity'}[named] ?? named) : type
}

export function addMeasure(reading: Reading, term: string, piece: Piece, title: string): Goal {
  const goal = {
    ...goalOf(reading, 'measure', {title, term: term === '' ? 'measure' : term.replace(/\s*:$/, '')}, piece),
    direction: directionOf(title)
  }
  const parent = innermost(reading)
  if (parent && parent.type !== 'measure' && parent.type !== 'milestone') hangOn(parent, goal)
  else hang(reading, goal)
  return goal
}

/** Titles of a list's items, cut alike; worked out once a list. */
export function titleOf(reading: Reading, piece: Piece): TitleAndDetail {
  const known = reading.titles.get(piece.index)
  if (known) return known
  const list = entriesOf(piece.list, reading.pieces).filter(({kind}) => kind === 'listItem')
  const titles = titlesOf(list)
  list.forEach((each, at) => {
    reading.titles.set(each.index, titles[at]!)
  })
  return reading.titles.get(piece.index) ?? {title: piece.text}
}
