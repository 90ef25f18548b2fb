/** Entries that a ring read as the letter 'o' marks, run into the entry or line above them: 'Open doors o Extend hours o Train staff'. */

import type {Piece} from '../pieces.ts'
import {firstListOf} from './mended.ts'

const ring = /(?:^|\s)o\s+(?=\p{Lu}\p{Ll})/u
const rings = /(?:^|\s)o\s+(?=\p{Lu}\p{Ll})/gu

/** Fewest such marks that show a document to have them. */
const leastRings = 3

/** The document marks entries so. */
export function hasRings(pieces: readonly Piece[]): boolean {
  let found = 0
  for (const {kind, text} of pieces) {
    if ((kind === 'listItem' || kind === 'paragraph') && ring.test(text)) found += text.match(rings)!.length
    if (found >= leastRings) return true
  }
  return false
}

/** The piece, and what its rings mark as the entries of a list nested in it. */
export function atRings(piece: Piece): Piece[] | undefined {
  if ((piece.kind !== 'listItem' && piece.kind !== 'paragraph') || !ring.test(piece.text)) return undefined
  const [own = '', ...entries] = piece.text.split(rings).map((part) => part.trim())
  const {parent: _, ...rest} = piece
  const nested = piece.kind === 'listItem' && own !== '' ? {parent: piece.index, depth: piece.depth + 1} : {depth: 1}
  const items = entries.map((text): Piece => {
    return {
      ...rest,
      kind: 'listItem',
      list: firstListOf.rings + piece.index,
      marker: 'o',
      ordered: false,
      text,
      lines: [text],
      lead: '',
      bold: false,
      ...nested
    }
  })
  return own === ''
    ? items
    : [{...piece, text: own, lines: [own], lead: piece.lead.length <= own.length ? piece.lead : ''}, ...items]
}
