/** Goals that are told by their lead-ins alone: sentences that each stand over the same one, and titles on one line with theirs. */

import {formOf} from '../goals/words/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {leadsWork} from '../vocabulary.ts'
import {fold, sentences, wordCount} from '../words.ts'
import {heading, numberedHeading, replaced} from './mended.ts'

/** Longest sentence that is a goal, words. */
const longest = 45
/** Fewest such goals in a row. */
const leastInRow = 2

/** 'We will mend the sea wall.' over 'Priorities' with its list, then the next such sentence over the same: all are headings. */
export function withLedTitles(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const depths = new Map<Piece, number>()
  for (let at = 0; at < pieces.length; ) {
    const run: Piece[] = []
    const leadIn = fold(pieces[at + 1]?.text ?? '')
    let end = at
    for (let next = endOf(end, leadIn, pieces, lexicon); next > 0; next = endOf(end, leadIn, pieces, lexicon)) {
      run.push(pieces[end]!)
      end = next
    }
    const depth = Math.min(boldHeadingDepth, ...run.filter(({kind}) => kind === 'heading').map((each) => each.depth))
    if (run.length >= leastInRow && new Set(run.map(({text}) => fold(text))).size === run.length)
      for (const title of run) depths.set(title, depth)
    at = Math.max(end, at + 1)
  }
  return pieces.map((piece) => (depths.has(piece) ? asHeading(piece, depths.get(piece)!) : piece))
}

/** The first piece after the list that a title leads to by such a lead-in; 0 where no title stands there. */
function endOf(at: number, leadIn: string, pieces: readonly Piece[], lexicon: Lexicon): number {
  const [title, lead] = [pieces[at], pieces[at + 1]]
  if (!title || lead?.kind !== 'paragraph' || fold(lead.text) !== leadIn || !mayTitle(title, lexicon)) return 0
  if (!leadsWork(lexicon.leadInOf(lead.text))) return 0
  let end = at + 2
  while (pieces[end]?.kind === 'listItem' && pieces[end]!.list === pieces[at + 2]!.list) end += 1
  return end > at + 2 ? end : 0
}

const number = /^\d{1,2}[.)]\s+/

/** A sentence of its own, or a numbered line that was read as a paragraph, an entry or a heading. */
function mayTitle({kind, depth, text, lead, ordered}: Piece, lexicon: Lexicon): boolean {
  const words = text.replace(number, '')
  return (
    (kind === 'paragraph' ||
      (kind === 'listItem' && depth === 1 && ordered === true) ||
      (kind === 'heading' && words !== text)) &&
    wordCount(words) <= longest &&
    sentences(words).length === 1 &&
    /^\p{Lu}[^?]*[^:;,?]$/u.test(words) &&
    formOf(words) !== 'told' &&
    lexicon.leadInOf(words) === undefined &&
    lexicon.labelled(words, lead) === undefined &&
    lexicon.levelOf(text) === undefined
  )
}

/** A title, and the lead-in of its list on the same line: 'Dry quays - we will:', 'For the fleet, we will:'. */
const titled =
  /^(\p{Lu}[^.:;?!]{2,80}?)\s*(?:\s[–—-]|[,:–—])\s+((?:we|the \p{L}{4,20}) (?:will|shall|aim to|plan to|are going to)(?: also)?\s*:)$/u

/** Such lines as a heading and its lead-in, where the document has several over lists. */
export function withTitledLeadIns(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const lines = new Map<Piece, [title: string, leadIn: string]>()
  const over = pieces.filter(({kind, index}) => kind === 'paragraph' && pieces[index + 1]?.kind === 'listItem')
  for (const piece of over) {
    const [, title, leadIn] = titled.exec(piece.text) ?? []
    if (title && leadIn && !opening.test(title)) lines.set(piece, [title, leadIn])
  }
  if (lines.size < leastInRow) lines.clear()
  for (const [piece, cut] of withSameEnds(over, lexicon)) lines.set(piece, cut)
  if (lines.size === 0) return [...pieces]
  const titles = [...lines.values()].map(([title]) => `${title} `)
  return replaced(pieces, (piece) => {
    const [title, leadIn] = lines.get(piece) ?? []
    if (!title || !leadIn) return [saysMoreOf(titles, piece) ? heading(piece, boldHeadingDepth) : piece]
    return [
      {...heading(piece, boldHeadingDepth), text: title, lines: [title], lead: ''},
      {...piece, text: leadIn, lines: [leadIn], lead: ''}
    ]
  })
}

/** 'Boats Performance 2030', beside 'Boats Priorities for 2031' */
function saysMoreOf(titles: readonly string[], {kind, text}: Piece): boolean {
  return (
    kind === 'paragraph' &&
    /[^.:;!?]$/.test(text) &&
    wordCount(text) <= longestLine &&
    titles.some((title) => text.startsWith(title) && /^\p{Lu}/u.test(text.slice(title.length)))
  )
}

/** Longest line with its lead-in, words. */
const longestLine = 20

/** 'Boats Priorities for 2031', 'Crews Priorities for 2031': lines that end in one lead-in and start with words of their own. */
function withSameEnds(over: readonly Piece[], lexicon: Lexicon): Map<Piece, [title: string, leadIn: string]> {
  const ends = new Map<string, Map<Piece, [title: string, leadIn: string]>>()
  for (const piece of over) {
    if (wordCount(piece.text) > longestLine || lexicon.levelOf(piece.text) || lexicon.leadInOf(piece.text)) continue
    for (const {index} of piece.text.matchAll(/(?<=\S\s)\p{Lu}/gu)) {
      const [title, leadIn] = [piece.text.slice(0, index).trim(), piece.text.slice(index)]
      if (wordCount(leadIn) < 2 || !leadsWork(lexicon.leadInOf(leadIn))) continue
      const same = ends.get(fold(leadIn)) ?? new Map()
      ends.set(fold(leadIn), same.set(piece, [title.replace(/\s*[:–—-]$/u, ''), leadIn]))
    }
  }
  const shared = [...ends.values()].filter(
    (same) => new Set([...same.values()].map(([title]) => title)).size >= leastInRow
  )
  return shared.sort((a, b) => b.size - a.size)[0] ?? new Map()
}

/** Words that open the lead-in itself: 'By 2031, we will:', 'To do this, we will:'. */
const opening =
  /^(?:by|to|in|over|during|through|with|as|so|this|these|here|next|together|also|finally|when|where|if|while|at)\b/i

function asHeading(piece: Piece, depth: number): Piece {
  return piece.kind === 'listItem' ? numberedHeading(piece, depth) : heading(piece, depth)
}
