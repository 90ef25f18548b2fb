/** Entries that a page sets as headings: whole sentences with nothing under them, below a heading that says what they are. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {firstListOf} from './mended.ts'

/** Fewest such headings in a document, and the share of them that must be as long as a sentence. */
const [leastEntries, shareLong] = [4, 0.6]
/** Fewest words of a sentence. */
const leastWords = 6

/** The same pieces, where headings below lead-ins have nothing under them as the entries of lists. */
export function withEntryHeadings(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const lists = new Map<Piece, number>()
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'heading' || piece.depth >= boldHeadingDepth || !says(piece, lexicon)) return
    let end = at + 1
    while (isBare(pieces[end], pieces[at + 1]!, pieces[end + 1]) && pieces[end]!.depth > piece.depth) end += 1
    const next = pieces[end]
    if (next && !(next.kind === 'heading' && next.depth <= piece.depth)) return
    for (const entry of pieces.slice(at + 1, end)) lists.set(entry, at)
  })
  const entries = [...lists.keys()]
  const long = entries.filter(({text}) => endsSentence(text) || wordCount(text) >= leastWords)
  if (entries.length < leastEntries || long.length < entries.length * shareLong) return pieces
  return pieces.map((piece) => {
    const list = lists.get(piece)
    return list === undefined
      ? piece
      : {...piece, kind: 'listItem', depth: 1, marker: '•', list: firstListOf.entryHeadings + list}
  })
}

function isBare(piece: Piece | undefined, first: Piece, next: Piece | undefined): boolean {
  if (piece?.kind !== 'heading' || piece.depth !== first.depth) return false
  return next === undefined || (next.kind === 'heading' && next.depth <= piece.depth)
}

/** The heading says what stands under it: 'Objectives', 'Why?', 'Goal'. */
function says({text}: Piece, lexicon: Lexicon): boolean {
  return lexicon.leadInOf(text) !== undefined || lexicon.labelAlone(text) !== undefined
}
