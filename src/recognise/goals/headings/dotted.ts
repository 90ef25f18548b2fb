/** Goals that their numbers alone make: '1. …', or a heading without its number, over '1.1 …', '1.2 …' that say what is to be done. */

import {isForeign, isMildlyForeign, type SectionPlace} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {wordCount} from '../../words.ts'
import {alsoGoals} from '../families/heading-families.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {shareOf} from '../words/forms.ts'
import {isGeneric} from './generic-titles.ts'
import {headingOver} from './under-headings.ts'

/** Fewest lines numbered below the goals in all, and share of those of one goal that must read like work. */
const [leastBelow, shareWorking] = [3, 0.6]
/** Longest line that a number makes a goal, words: a longer one is a numbered paragraph. */
const longest = 60

/** '2. …' and '2.1 …', or 'Section 2: …' over the latter. */
const number = /^(?:(?:section|part|chapter|area|theme)\s+)?(\d{1,2})(?:\.(\d{1,2}))?[.):]?\s+(\S.*)$/isu

function numbered({
  kind,
  marker = '',
  text
}: Piece): [whole: string, part: string | undefined, title: string] | undefined {
  if (kind === 'table') return undefined
  const [, whole, part, title] = number.exec(kind === 'listItem' ? `${marker} ${text}` : text) ?? []
  return whole && title ? [whole, part, title] : undefined
}

const isOthers = (place: SectionPlace | undefined): boolean => isForeign(place) && !isMildlyForeign(place)

/** Openings for the lines that numbers of work go on from; what is numbered below them is read from there. */
export function dottedGoals(frame: Frame): Opening[] {
  const below = new Map<Piece, Piece[]>()
  let open: {piece: Piece; whole: string} | undefined
  for (const piece of frame.pieces) {
    const [whole, part] = numbered(piece) ?? []
    if (whole === undefined || piece.entry || isOthers(frame.sections[piece.index])) continue
    if (part === '1' && open?.whole !== whole) open = unnumbered(piece, whole, frame.pieces) ?? open
    if (part === undefined) open = {piece, whole}
    else if (open?.whole === whole && (below.has(open.piece) || part === '1'))
      below.set(open.piece, [...(below.get(open.piece) ?? []), piece])
  }
  const lined = [...below].map(([piece, under]) => ({piece, under, lines: under.map((each) => numbered(each)![2])}))
  const titled = lined.filter(
    ({piece, lines}) =>
      !isGeneric(piece, frame) && wordCount(piece.text) <= longest && lines.every((line) => wordCount(line) <= longest)
  )
  const works = (lines: readonly string[]) => shareOf(lines, 'act') >= shareWorking
  // a goal may be called after a section, 'Public participation', where work stands under it
  const goals = titled.filter(({piece, lines}) => {
    const kind = frame.lexicon.sectionOf(piece.text)
    return kind === undefined || (alsoGoals.has(kind) && works(lines))
  })
  const working = goals.filter(({lines}) => works(lines))
  const lines = working.flatMap((each) => each.lines)
  if (working.length < below.size * shareWorking || lines.length < leastBelow) return []
  return goals.flatMap(({piece, under}) => {
    const opening = openingOf(piece, 'outcome', 'goal', 'outcomes/numbered-over-numbered', 0.8)
    const [label, , title] = numbered(piece) ?? []
    if (label !== undefined) return [{...opening, label, title: title!.replace(/\s*:$/, '')}]
    const orders = under.map((each) => openingOf(each, 'priority', 'priority', 'priorities/numbered-order', 0.8))
    return [opening, ...orders.map((order): Opening => ({...order, holds: 'actions'}))]
  })
}

/** The heading over the heading '4.1 …', as the one whose number 4 is not printed. */
function unnumbered(piece: Piece, whole: string, pieces: readonly Piece[]): {piece: Piece; whole: string} | undefined {
  const over = piece.kind === 'heading' ? headingOver(piece, pieces) : undefined
  return over && !numbered(over) ? {piece: over, whole} : undefined
}
