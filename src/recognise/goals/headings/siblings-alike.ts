/** Headings that a plan's goals were told without, and that have all that these have, whose number they lack, or that a sentence counts with them: goals too. */

import type {Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import {countsThem} from '../families/announced.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {headingOver} from './under-headings.ts'

/** Share of the goals under which a line must come back to be a part of each, and share of such lines that a sibling must have. */
const [shareOfGoals, shareOfParts] = [0.6, 0.5]
/** Longest line that is such a part, words. */
const longestPart = 12
/** Fewest goals that tell what goals have. */
const leastGoals = 3

/** The openings, and those of the headings beside them that have the same parts under them. */
export function withSiblings(frame: Frame, openings: Opening[]): Opening[] {
  const more = [siblingsAlike, siblingsInNumber, siblingsCounted]
    .map((way) => way(frame, openings))
    .find(({length}) => length > 0)
  if (!more) return openings
  return [...openings, ...more].sort((a, b) => a.piece - b.piece)
}

function siblingsAlike({pieces, lexicon}: Frame, openings: readonly Opening[]): Opening[] {
  const goals = openings.filter(({piece, consumed}) => pieces[piece]!.kind === 'heading' && consumed.length === 0)
  const [first, last] = [goals[0], goals.at(-1)]
  if (!first || !last || goals.length < leastGoals || goals.length < openings.length) return []
  if (goals.some(({depth, type}) => depth !== first.depth || type !== first.type)) return []
  const opened = new Set(goals.map(({piece}) => piece))
  const partsOf = new Map(goals.map(({piece}) => [piece, partsUnder(pieces[piece]!, pieces)]))
  const counts = new Map<string, number>()
  for (const parts of partsOf.values()) for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count >= goals.length * shareOfGoals).map(([part]) => part)
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

const numbered = /^(\d{1,2})[.):]\s+\p{L}/u

/** Where every goal is a numbered heading: those of the same depth and owner that bear the numbers between and next to theirs. */
function siblingsInNumber({pieces, lexicon}: Frame, openings: readonly Opening[]): Opening[] {
  const numberOf = (piece: Piece) => Number(numbered.exec(piece.text)?.[1] ?? Number.NaN)
  const goals = openings.map(({piece}) => pieces[piece]!)
  const [first] = goals
  if (!first || goals.length < leastGoals || openings.some(({consumed}) => consumed.length > 0)) return []
  const owner = headingOver(first, pieces)
  const beside = (piece: Piece) =>
    piece.kind === 'heading' && !piece.entry && piece.depth === first.depth && headingOver(piece, pieces) === owner
  const series = pieces.filter((piece) => beside(piece) && numberOf(piece) > 0)
  const own = new Set(goals)
  // one series only, in which each bears the number after that of the one before
  if (!goals.every((goal) => series.includes(goal)) || !series.every((piece, at) => numberOf(piece) === at + 1))
    return []
  const more = series.filter((piece) => !own.has(piece))
  if (more.length > goals.length * shareOfGoals) return []
  return more.map((piece) =>
    openingOf(piece, openings[0]!.type, openings[0]!.term, 'outcomes/sibling-number', 0.7, lexicon)
  )
}

/** Fewest goals of those that a sentence counts, and most paragraphs between it and the first. */
const [leastOfCounted, mostBetweenCounted] = [2, 3]

/** 'The strategy has four areas of focus' over four headings of one depth, of which most are goals: the others are too. */
function siblingsCounted({pieces, lexicon}: Frame, openings: readonly Opening[]): Opening[] {
  const goals = openings.map(({piece}) => pieces[piece]!)
  const [first] = goals
  if (!first || goals.length < leastOfCounted || openings.some(({consumed}) => consumed.length > 0)) return []
  const owner = headingOver(first, pieces)
  const beside = pieces.filter(
    (piece) =>
      piece.kind === 'heading' && !piece.entry && piece.depth === first.depth && headingOver(piece, pieces) === owner
  )
  const more = beside.filter((piece) => !goals.includes(piece))
  if (!goals.every((goal) => beside.includes(goal)) || more.length === 0 || more.length >= goals.length) return []
  const start = beside[0]!.index
  const before = pieces.slice(Math.max(0, start - mostBetweenCounted), start)
  const counts = before.some(
    (piece) =>
      piece.kind === 'paragraph' && lexicon.levelNamed(piece.text) !== undefined && countsThem(piece, beside.length)
  )
  if (!counts) return []
  return more.map((piece) =>
    openingOf(piece, openings[0]!.type, openings[0]!.term, 'outcomes/sibling-counted', 0.7, lexicon)
  )
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
