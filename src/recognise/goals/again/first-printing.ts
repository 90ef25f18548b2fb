/** Headings over tables that say again what a heading before them says: the goal stands there, and its table further down. */

import type {Piece} from '../../pieces.ts'
import {fold} from '../../words.ts'
import {leastMembers} from '../families/family.ts'
import type {Frame} from '../frame.ts'
import type {Opening, Scheme} from '../openings.ts'

/** Share of the headings that must have been printed before. */
const shareBefore = 0.6

/** The openings where their words are first printed as headings over text; where they come back, the goal goes on. */
export function atFirstPrinting(openings: Opening[], {pieces}: Pick<Frame, 'pieces'>, scheme: Scheme): Opening[] {
  const first = new Map<string, Piece>()
  for (const piece of pieces)
    if (piece.kind === 'heading' && !piece.entry && hasText(pieces[piece.index + 1]) && !first.has(fold(piece.text)))
      first.set(fold(piece.text), piece)
  const before = openings.map(({piece}) => first.get(fold(pieces[piece]!.text)))
  const earlier = before.filter((each, at) => each !== undefined && each.index < openings[at]!.piece).length
  if (earlier < Math.max(leastMembers, openings.length * shareBefore)) return openings
  return openings.map((opening, at) => {
    const own = before[at]
    if (!own || own.index >= opening.piece) return opening
    const key = `unlabelled ${own.index}`
    scheme.echoes.set(opening.piece, {piece: opening.piece, key, title: opening.title, continued: true})
    return {...opening, piece: own.index, depth: own.depth, key}
  })
}

function hasText(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'heading'
}
