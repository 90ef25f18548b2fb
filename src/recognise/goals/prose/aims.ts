/** Aims told in running text, over the work that is to reach them: 'Our aim is to … To do this we will:'. */

import {isAside, kindsOf} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {sentences, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {headingOver} from '../headings/under-headings.ts'
import {plainOpening} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {formOf} from '../words/forms.ts'

/** Shortest and longest aim, words. */
const [shortest, longest] = [5, 60]
/** Most pieces between an aim and its work. */
const mostBetween = 3

const said =
  /^(?:our|the|its|this (?:plan|strategy)'s) (?:[\w'’-]+ ){0,4}(?:aim|goal|ambition|objective)(?: (?:of|for|in) [^,.;]{2,60}?)? (?:is|will be) (?:to|that|for)\b|^(?:we|this (?:plan|strategy|programme)|the (?:council|partnership|board|trust|authority|plan|strategy|institute|university|college|school|library|service)) (?:aims? to|(?:is|are) aiming to)\b/i
/** 'Our aim', 'GOALS': a heading that calls the one paragraph under it an aim. */
const called =
  /^(?:our |the |my )?(?:overall |overarching |main |key |strategic |single |long[- ]term )*(?:aims?|goals?|objectives?)$/i

/** Openings for the aims that stand right over work; where the document hardly speaks of plans, over work that is announced. */
export function aimsInProse(frame: Frame, speaks: boolean): Opening[] {
  return frame.pieces.flatMap((piece): Opening[] => {
    const aim = aimOf(piece, frame)
    const work = aim && workAfter(piece, frame, speaks)
    if (!aim || !work) return []
    const heading = headingOver({...piece, depth: boldHeadingDepth}, frame.pieces)
    const own = heading?.index === piece.index - 1 && aim.named
    const depth = heading ? (own ? heading.depth : heading.depth + 1) : 1
    return [
      plainOpening(piece, {
        type: 'outcome',
        term: aim.term,
        title: aim.title,
        ...(aim.detail ? {detail: aim.detail} : {}),
        rule: 'outcomes/aim-in-prose',
        confidence: 0.7,
        // a heading that announces the work does not end the aim
        depth: Math.min(depth, work.kind === 'heading' ? work.depth : boldHeadingDepth)
      })
    ]
  })
}

function aimOf(
  piece: Piece,
  {pieces, sections, lexicon}: Frame
): {title: string; detail?: string; term: string; named: boolean} | undefined {
  if (piece.kind !== 'paragraph' || /:$/.test(piece.text) || piece.aside !== undefined) return undefined
  const place = sections[piece.index]
  if (isAside(place) || kindsOf(place).some((kind) => kind === 'vision' || kind === 'foreword')) return undefined
  const [first = '', ...rest] = sentences(piece.text)
  if (wordCount(first) < shortest || wordCount(first) > longest) return undefined
  const above = pieces[piece.index - 1]
  const named = above?.kind === 'heading' && (called.test(above.text) || lexicon.leadInOf(above.text) === 'aim')
  if (!named && !said.test(first)) return undefined
  const term = /\b(aim|goal|ambition|objective)/i.exec(named ? above.text : first)?.[1]?.toLowerCase() ?? 'aim'
  if (named) return {title: piece.text, term, named}
  return {title: first, term, named, ...(rest.length > 0 ? {detail: rest.join(' ')} : {})}
}

const working: ReadonlySet<LeadIn> = new Set<LeadIn>(['priorities', 'actions'])

/** The lead-in of things to do, or the list of them, that follows before anything else is told. */
function workAfter(aim: Piece, {pieces, lexicon}: Frame, speaks: boolean): Piece | undefined {
  for (const piece of pieces.slice(aim.index + 1, aim.index + 2 + mostBetween)) {
    if (piece.kind === 'table') return undefined
    if (piece.kind === 'listItem') return speaks && formOf(piece.text) === 'act' ? piece : undefined
    const kind = lexicon.leadInOf(piece.text)
    if (kind && working.has(kind)) return piece
    if (piece.kind === 'heading') return undefined
  }
  return undefined
}
