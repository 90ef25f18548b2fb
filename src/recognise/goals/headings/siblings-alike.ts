/** Headings that a plan's goals were told without, and that have all that these have, whose number they lack, or that a sentence counts with them: goals too. */

import type {Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import {countsThem} from '../families/announced.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {headingOver, sharedBy} from './under-headings.ts'

/** Share of the goals under which a line must come back to be a part of each, and share of such lines that a sibling must have. */
const [shareOfGoals, shareOfParts] = [0.6, 0.5]
/** Longest line that is such a part, words. */
const longestPart = 12
/** Fewest goals that tell what goals have. */
const leastGoals = 3

/** Ways to tell such headings: the first that finds some has found them all. */
const ways = [siblingsAlike, siblingsInNumber, siblingsCounted]

/** The openings, and those of the headings beside them that are goals too. */
export function withSiblings(frame: Frame, openings: Opening[]): Opening[] {
  for (const way of ways) {
    const more = way(frame, openings)
    if (more.length > 0) return [...openings, ...more].sort((a, b) => a.piece - b.piece)
  }
  return openings
}

function siblingsAlike({pieces, lexicon}: Frame, openings: readonly Opening[]): Opening[] {
  const goals = openings.filter(({piece, consumed}) => pieces[piece]!.kind === 'heading' && consumed.length === 0)
  const [first, last] = [goals[0], goals.at(-1)]
  if (!first || !last || goals.length < leastGoals || goals.length < openings.length) return []
  if (goals.some(({depth, type}) => depth !== first.depth || type !== first.type)) return []
  const opened = new Set(goals.map(({piece}) => piece))
  const shared = sharedBy(
    goals.map(({piece}) => partsUnder(pieces[piece]!, pieces)),
    shareOfGoals
  )
  if (shared.length === 0) return []
  const owners = new Set(goals.map(({piece}) => headingOver(pieces[piece]!, pieces)))
  return pieces.flatMap((piece): Opening[] => {
    if (piece.kind !== 'heading' || piece.entry || piece.depth !== first.depth || opened.has(piece.index)) return []
    const within = piece.index > first.piece && piece.index < last.piece
    if (!within && !owners.has(headingOver(piece, pieces))) return []
    const own = partsUnder(piece, pieces)
    if (shared.filter((part) => own.has(part)).length < shared.length * shareOfParts) return []
    return [openingOf(piece, first.type, first.term, 'outcomes/sibling-alike', 0.7, lexicon)]
  })
}

/** Goals that are all whole headings, and every heading of the first one's depth and owner; undefined where one goal is not among these. */
function headingsBeside(
  {pieces}: Frame,
  openings: readonly Opening[]
): {goals: ReadonlySet<Piece>; beside: readonly Piece[]} | undefined {
  const goals = new Set(openings.map(({piece}) => pieces[piece]!))
  const [first] = goals
  if (!first || openings.some(({consumed}) => consumed.length > 0)) return undefined
  const owner = headingOver(first, pieces)
  const beside = pieces.filter(
    (piece) =>
      piece.kind === 'heading' && !piece.entry && piece.depth === first.depth && headingOver(piece, pieces) === owner
  )
  const found = new Set(beside)
  return [...goals].every((goal) => found.has(goal)) ? {goals, beside} : undefined
}

const numbered = /^(\d{1,2})[.):]\s+\p{L}/u

/** Where every goal is a numbered heading: those of the same depth and owner that bear the numbers between and next to theirs. */
function siblingsInNumber(frame: Frame, openings: readonly Opening[]): Opening[] {
  const {goals, beside} = (openings.length < leastGoals ? undefined : headingsBeside(frame, openings)) ?? {}
  if (!goals || !beside) return []
  const numberOf = (piece: Piece) => Number(numbered.exec(piece.text)?.[1] ?? Number.NaN)
  const series = beside.filter((piece) => numberOf(piece) > 0)
  const more = series.filter((piece) => !goals.has(piece))
  // one series only, in which each bears the number after that of the one before
  const whole = series.length - more.length === goals.size && series.every((piece, at) => numberOf(piece) === at + 1)
  return whole && more.length <= openings.length * shareOfGoals
    ? openedLike(openings[0]!, more, 'outcomes/sibling-number', frame)
    : []
}

/** Fewest goals of those that a sentence counts, and most paragraphs between it and the first. */
const [leastOfCounted, mostBetweenCounted] = [2, 3]

/** 'The strategy has four areas of focus' over four headings of one depth, of which most are goals: the others are too. */
function siblingsCounted(frame: Frame, openings: readonly Opening[]): Opening[] {
  const {goals, beside} = (openings.length < leastOfCounted ? undefined : headingsBeside(frame, openings)) ?? {}
  if (!goals || !beside) return []
  const more = beside.filter((piece) => !goals.has(piece))
  if (more.length === 0 || more.length >= openings.length) return []
  const start = beside[0]!.index
  const counts = frame.pieces
    .slice(Math.max(0, start - mostBetweenCounted), start)
    .some(
      (piece) =>
        piece.kind === 'paragraph' &&
        frame.lexicon.levelNamed(piece.text) !== undefined &&
        countsThem(piece, beside.length)
    )
  return counts ? openedLike(openings[0]!, more, 'outcomes/sibling-counted', frame) : []
}

/** Openings of headings for goals like the one given. */
function openedLike({type, term}: Opening, headings: readonly Piece[], rule: string, {lexicon}: Frame): Opening[] {
  return headings.map((piece) => openingOf(piece, type, term, rule, 0.7, lexicon))
}

/** Folded headings and labels on their own lines, before the next heading of its depth. */
function partsUnder(heading: Piece, pieces: readonly Piece[]): Set<string> {
  const parts = new Set<string>()
  for (let at = heading.index + 1; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' && piece.depth <= heading.depth) break
    const label = piece.kind === 'heading' || (piece.kind === 'paragraph' && (piece.bold || /:$/.test(piece.text)))
    if (label && wordCount(piece.text) <= longestPart) parts.add(fold(piece.text))
  }
  return parts
}
