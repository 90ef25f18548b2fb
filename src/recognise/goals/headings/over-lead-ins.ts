/** Headings of one depth that each have lead-ins of goals under them. */

import type {Lexicon} from '../../lexicon.ts'
import {isEcho, isForeign} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {leadsWork} from '../../vocabulary.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {depthOf, openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {termOf} from './containers.ts'
import {isGeneric} from './generic-titles.ts'
import {headingOver} from './under-headings.ts'

/** Headings of one depth that each have goals' lead-ins under them; where a document hardly speaks of plans, in its own voice. */
export function headingsOverLeadIns(frame: Frame, speaks: boolean): Opening[] {
  const {pieces, sections, lexicon} = frame
  const over = new Map<number, Piece[]>()
  const times = printings(pieces)
  for (const piece of pieces) {
    const kind =
      piece.kind === 'table'
        ? undefined
        : (lexicon.leadInOf(piece.text) ?? lexicon.labelled(piece.text, piece.lead)?.kind)
    if (!leadsWork(kind)) continue
    if (isForeign(sections[piece.index]) || isEcho(sections[piece.index])) continue
    const heading = headingAbove(pieces, piece, lexicon, times)
    if (!heading || isGeneric(heading, frame)) continue
    // beside a heading, and not under it, a lead-in must stand over a list or table to be its own
    if (heading.depth >= depthOf(piece) && !holdsLists(piece, pieces)) continue
    over.set(heading.index, [...(over.get(heading.index) ?? []), piece])
  }
  // one heading over lead-ins again and again is a part of the goals that the others are
  const again = Map.groupBy(over.keys(), (index) => fold(pieces[index]!.text))
  const single = [...again.values()].filter(({length}) => length === 1).flat()
  const byDepth = Map.groupBy(single.length > 1 ? single : over.keys(), (index) => pieces[index]!.depth)
  const widest = [...byDepth.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const promised = widest.filter((index) => over.get(index)!.some(({text}) => /\b(?:we|our)\b/i.test(text)))
  if (widest.length < 2 || (!speaks && promised.length < leastPromised)) return []
  const above = widest.map((index) => headingOver(pieces[index]!, pieces))
  const alone = new Set(above).size === above.length && !above.includes(undefined)
  return widest.map((index, at): Opening => {
    const heading = pieces[index]!
    const opening = openingOf(
      heading,
      'outcome',
      termOf(heading, lexicon),
      'outcomes/heading-over-lead-ins',
      0.7,
      lexicon
    )
    const beside = over.get(index)!.some(({kind, depth}) => kind === 'heading' && depth <= heading.depth)
    // the one such heading under each heading holds what stands beside it there
    return alone && beside ? {...opening, depth: above[at]!.depth + 0.5} : opening
  })
}

/** A list or table stands under the lead-in: right there, or under the first line of words. */
function holdsLists({index}: Piece, pieces: readonly Piece[]): boolean {
  const [next, after] = [pieces[index + 1], pieces[index + 2]]
  const holds = (piece: Piece | undefined) => piece?.kind === 'listItem' || piece?.kind === 'table'
  return holds(next) || (next?.kind === 'paragraph' && after?.kind === 'listItem')
}

/** Fewest headings over 'By 2031 we aim to:' that are goals in a document that has few words of plans. */
const leastPromised = 3

/** How often each folded heading stands in the document, contents apart. */
function printings(pieces: readonly Piece[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const {kind, entry, text} of pieces)
    if (kind === 'heading' && !entry) times.set(fold(text), (times.get(fold(text)) ?? 0) + 1)
  return times
}

/** Times from which on a heading comes back as a part of a pattern, 'Related work' under goal after goal: a goal is often printed twice. */
const leastRecurring = 3

/**
 * The heading that a lead-in stands under; on one level with it when the levels are not told apart. A heading that has deeper
 * ones of its own, that names a part of the document, or that comes back as the lead-in does, is a neighbour of the lead-in and
 * not over it.
 */
function headingAbove(
  pieces: readonly Piece[],
  piece: Piece,
  lexicon: Lexicon,
  times: ReadonlyMap<string, number>
): Piece | undefined {
  const depth = piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
  const timesOf = ({text}: Piece) => times.get(fold(text)) ?? 0
  const comesBack = timesOf(piece) > 1
  let told = false
  for (let at = piece.index - 1; at >= 0; at -= 1) {
    const each = pieces[at]!
    if (each.kind !== 'heading' || timesOf(each) >= leastRecurring) continue
    if (each.depth < depth) return each
    if (comesBack && timesOf(each) > 1) continue
    if (each.depth > depth) told = true
    else if (!told && lexicon.leadInOf(each.text) === undefined && lexicon.sectionOf(each.text) === undefined)
      return each
  }
  return undefined
}
