/** What stands under a heading: its list, the promises of its paragraphs, work of any make; and the heading over it. */

import type {Lexicon} from '../../lexicon.ts'
import {isAside} from '../../outline.ts'
import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import {type LeadIn, leadsWork} from '../../vocabulary.ts'
import {sentences, wordCount} from '../../words.ts'
import {otherwise} from '../families/announced.ts'
import {mostBetween} from '../families/family.ts'
import type {Frame} from '../frame.ts'
import {committing, formOf} from '../words/forms.ts'

export function headingOver(piece: Piece, pieces: readonly Piece[]): Piece | undefined {
  for (let at = piece.index - 1; at >= 0; at -= 1)
    if (pieces[at]!.kind === 'heading' && pieces[at]!.depth < piece.depth) return pieces[at]
  return undefined
}

/** By its words and place a heading may be that of a goal below others. */
export function mayBeBelow({text, lead, index}: Piece, longest: number, {sections, lexicon}: Frame): boolean {
  return (
    wordCount(text) <= longest &&
    /\p{L}/u.test(text) &&
    !ofGoals.has(lexicon.labelled(text, lead)?.kind) &&
    lexicon.leadInOf(text) === undefined &&
    lexicon.sectionOf(text) === undefined &&
    !isAside(sections[index]) &&
    !isPeriod(text) &&
    !['asked', 'told'].includes(formOf(text))
  )
}

/** What is said of a goal under its own label: 'Lead partnership: Harbour office'. */
const ofGoals: ReadonlySet<LeadIn | undefined> = new Set<LeadIn | undefined>([
  'lead',
  'due',
  'start',
  'status',
  'resources'
])

/** The entries of the list under a heading; else the sentences of its paragraphs that promise something, or order it each by itself. */
export function linesUnder(heading: Piece, pieces: readonly Piece[]): string[] {
  const list = listUnder(heading, pieces)
  if (list.length > 0) return list.map(({text}) => text)
  const said = sentencesUnder(heading, pieces)
  if (said.length > 1 && said.every((lines) => lines.length === 1 && formOf(lines[0]!) === 'act')) return said.flat()
  return said
    .filter((lines) => committing.test(lines[0] ?? ''))
    .flatMap((lines) => lines.filter((line) => committing.test(line)))
}

/** The sentences of each paragraph right under a heading. */
export function sentencesUnder(heading: Piece, pieces: readonly Piece[]): (readonly string[])[] {
  const said: (readonly string[])[] = []
  for (let at = heading.index + 1; pieces[at]?.kind === 'paragraph'; at += 1) said.push(sentences(pieces[at]!.text))
  return said
}

/** Something that reads like goals stands under a heading, before the next of its depth. */
export function workUnder(heading: Piece, {pieces, lexicon}: Frame): boolean {
  for (let at = heading.index + 1; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' && piece.depth <= heading.depth) return false
    if (piece.kind !== 'table' && saysWork(piece, lexicon)) return true
    if (piece.kind === 'paragraph' && committing.test(piece.text)) return true
  }
  return false
}

/** Leads in work, or is an entry that orders some. */
export const saysWork = ({kind, text}: Piece, lexicon: Lexicon): boolean =>
  leadsWork(lexicon.leadInOf(text)) || (kind === 'listItem' && formOf(text) === 'act')

/** The first list under a heading, before any other heading; not one that a sentence speaks of as something else. */
export function listUnder(heading: Piece, pieces: readonly Piece[]): Piece[] {
  let at = heading.index + 1
  while (pieces[at]?.kind === 'paragraph' && at <= heading.index + mostBetween + 1) at += 1
  const first = pieces[at]
  if (first?.kind !== 'listItem') return []
  const before = pieces[at - 1]!
  const promised = /\b(?:will|aim|going to|commit|plan to|we)\b/i
  if (
    before.kind === 'paragraph' &&
    /:$/.test(before.text) &&
    (!promised.test(before.text) || otherwise.test(before.text))
  )
    return []
  const entries: Piece[] = []
  for (; pieces[at]?.kind === 'listItem'; at += 1) if (pieces[at]!.depth <= first.depth) entries.push(pieces[at]!)
  return entries
}

/** The lines that at least this share of several headings have under them, in the order in which they first come. */
export function sharedBy(under: readonly ReadonlySet<string>[], share: number): string[] {
  const counts = new Map<string, number>()
  for (const lines of under) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= under.length * share).map(([line]) => line)
}
