/** Commitments in running text: plans whose goals are followed by paragraphs 'We will …' and by no list or table at all. */

import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'
import {sentences, wordCount} from '../words.ts'
import {committing} from './forms.ts'
import type {Scheme} from './openings.ts'

/** Share of the goals that have such paragraphs, and the most that may have lists or lead-ins of their own. */
const [shareCommitted, shareListed] = [0.6, 0.2]
/** Longest paragraph of commitments, words. */
const longest = 90

/** Paragraphs of the goals' own spans in which sentences commit; empty where the plan says its work in lists or tables. */
export function commitmentsIn(pieces: readonly Piece[], scheme: Scheme, lexicon: Lexicon): Set<number> {
  const openings = [...scheme.openings.values()].filter(({type, entry}) => type !== 'action' && !entry)
  if (openings.length < 2 || scheme.captions.size > 0) return new Set()
  openings.sort((a, b) => a.piece - b.piece)
  const spans = openings.map((opening, at) => spanOf(opening, openings[at + 1]?.piece ?? pieces.length, pieces))
  const leaves = spans.filter((span) => span.length > 0)
  const listed = leaves.filter((span) => span.some((piece) => holdsWork(piece, lexicon))).length
  const committed = leaves.map((span) => span.filter(commits))
  const telling = committed.filter((some) => some.length > 0).length
  if (telling < leaves.length * shareCommitted || listed > leaves.length * shareListed) return new Set()
  return new Set(committed.flat().map((piece) => piece.index))
}

/** The pieces under a goal's heading, before the next goal and before a heading that is no part of it. */
function spanOf(opening: {piece: number; depth: number}, end: number, pieces: readonly Piece[]): Piece[] {
  const span: Piece[] = []
  for (const piece of pieces.slice(opening.piece + 1, end)) {
    if (piece.kind === 'heading' && piece.depth <= opening.depth) break
    span.push(piece)
  }
  return span
}

function holdsWork(piece: Piece, lexicon: Lexicon): boolean {
  if (piece.kind === 'table' || piece.kind === 'listItem') return true
  const kind = lexicon.leadInOf(piece.text)
  return kind === 'priorities' || kind === 'actions' || kind === 'measures'
}

function commits(piece: Piece): boolean {
  return (
    piece.kind === 'paragraph' &&
    wordCount(piece.text) <= longest &&
    sentences(piece.text).some((each) => committing.test(each))
  )
}
