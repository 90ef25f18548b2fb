/** Commitments in running text: plans whose goals are followed by paragraphs 'We will …' and by no list or table at all. */

import type {Lexicon} from '../../lexicon.ts'
import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import {leadsWork} from '../../vocabulary.ts'
import {sentences, wordCount} from '../../words.ts'
import {openingsInOrder, type Scheme} from '../openings.ts'
import {committing, formOf} from '../words/forms.ts'

/** Share of the goals that have such paragraphs, and the most that may have lists or lead-ins of their own. */
const [shareCommitted, shareListed] = [0.6, 0.2]
/** Longest paragraph of commitments, words. */
const longest = 90

/** What the sentences of a paragraph are that say the plan's work: promises, or orders each by itself. */
export type Commitment = 'promised' | 'ordered'

/** Paragraphs of the goals' own spans in which sentences commit; empty where the plan says its work in lists or tables. */
export function commitmentsIn(pieces: readonly Piece[], scheme: Scheme, lexicon: Lexicon): Map<number, Commitment> {
  const openings = openingsInOrder(scheme).filter(({type, entry}) => type !== 'action' && !entry)
  if (openings.length < 2 || scheme.captions.size > 0) return new Map()
  const spans = openings.map((opening, at) => spanOf(opening, openings[at + 1]?.piece ?? pieces.length, pieces))
  const leaves = spans.filter((span) => span.length > 0)
  const listed = leaves.filter((span) => span.some((piece) => holdsWork(piece, lexicon))).length
  if (listed > leaves.length * shareListed) return new Map()
  const asKind = (kind: Commitment, found: readonly Piece[][]): Map<number, Commitment> =>
    new Map(found.flat().map(({index}) => [index, kind]))
  const ordered = leaves.map((span) => span.filter(orders))
  // one such paragraph under each goal says what the goal means
  if (
    ordered.filter((some) => some.length > 1).length >= leaves.length * shareCommitted &&
    ordered.every((some, at) => some.length >= leaves[at]!.length * shareCommitted)
  )
    return asKind('ordered', ordered)
  const committed = leaves.map((span) => span.filter(commits))
  const telling = committed.filter((some) => some.length > 0).length
  if (telling < leaves.length * shareCommitted) return new Map()
  // where the plan promises so, what its partners will do is promised too
  return asKind(
    'promised',
    leaves.map((span) => span.filter((piece) => commits(piece) || byOthers(piece)))
  )
}

const others =
  /^(?!(?:this|that|these|those|it|they|there|which|who|he|she|you|people|residents|children)\b)(?:\p{L}[\p{L}'’-]*,? ){1,5}(?:will|shall) (?:also )?(?!be\b|have\b|need\b|help\b|mean\b|allow\b|enable\b|make\b|not\b)\p{Ll}/iu

/** The sentence says what is to be done: 'We will …', 'The trustees will apply …'; where each stands by itself, also 'Plant …'. */
export function isCommitment(sentence: string, kind: Commitment): boolean {
  return kind === 'ordered' ? formOf(sentence) === 'act' : committing.test(sentence) || others.test(sentence)
}

/** The pieces under a goal's heading, before the next goal and before a heading that is no part of it. */
function spanOf(
  opening: {piece: number; depth: number; consumed: number[]},
  end: number,
  pieces: readonly Piece[]
): Piece[] {
  const span: Piece[] = []
  for (const piece of pieces.slice(opening.piece + 1, end)) {
    // the goal's own words are no work; a year over some of the work ends nothing
    if (opening.consumed.includes(piece.index) || (piece.kind === 'heading' && isPeriod(piece.text))) continue
    if (piece.kind === 'heading' && piece.depth <= opening.depth) break
    span.push(piece)
  }
  return span
}

function holdsWork(piece: Piece, lexicon: Lexicon): boolean {
  if (piece.kind === 'table' || piece.kind === 'listItem' || /^\d{1,2}\.\d{1,2}[.):]?\s/.test(piece.text)) return true
  const kind = lexicon.leadInOf(piece.text)
  return leadsWork(kind)
}

function commits(piece: Piece): boolean {
  return isShort(piece) && sentences(piece.text).some((each) => committing.test(each))
}

function byOthers(piece: Piece): boolean {
  return isShort(piece) && others.test(piece.text) && sentences(piece.text).length === 1
}

function orders(piece: Piece): boolean {
  return isShort(piece) && formOf(piece.text) === 'act' && sentences(piece.text).length === 1
}

function isShort({kind, text}: Piece): boolean {
  return kind === 'paragraph' && wordCount(text) <= longest
}
