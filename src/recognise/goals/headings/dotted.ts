/** Goals that their numbers alone make: '1. …' over '1.1 …', '1.2 …' that say what is to be done. */

import {isForeign, isMildlyForeign, type SectionPlace} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {wordCount} from '../../words.ts'
import {alsoGoals} from '../families/heading-families.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {shareOf} from '../words/forms.ts'
import {isGeneric} from './generic-titles.ts'

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
  const below = new Map<Piece, string[]>()
  let open: {piece: Piece; whole: string} | undefined
  for (const piece of frame.pieces) {
    const [whole, part, title] = numbered(piece) ?? []
    if (whole === undefined || piece.entry || isOthers(frame.sections[piece.index])) continue
    if (part === undefined) open = {piece, whole}
    else if (open?.whole === whole && (below.has(open.piece) || part === '1'))
      below.set(open.piece, [...(below.get(open.piece) ?? []), title!])
  }
  const titled = [...below].filter(
    ([piece, lines]) =>
      !isGeneric(piece, frame) && wordCount(piece.text) <= longest && lines.every((line) => wordCount(line) <= longest)
  )
  const works = (lines: readonly string[]) => shareOf(lines, 'act') >= shareWorking
  // a goal may be called after a section, 'Public participation', where work stands under it
  const goals = titled.filter(([piece, lines]) => {
    const kind = frame.lexicon.sectionOf(piece.text)
    return kind === undefined || (alsoGoals.has(kind) && works(lines))
  })
  const working = goals.filter(([, lines]) => works(lines))
  const lines = working.flatMap(([, each]) => each)
  if (working.length < below.size * shareWorking || lines.length < leastBelow) return []
  return goals.map(([piece]) => ({
    ...openingOf(piece, 'outcome', 'goal', 'outcomes/numbered-over-numbered', 0.8),
    label: numbered(piece)![0],
    title: numbered(piece)![2].replace(/\s*:$/, '')
  }))
}
