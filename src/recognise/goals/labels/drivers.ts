/** Driver diagrams in words: one aim, and under it the drivers that lead to it. */

import type {Lexicon} from '../../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {plainOpening} from '../opening-of.ts'
import type {Opening, Scheme} from '../openings.ts'

/** Most pieces between the aim and its first driver. */
const mostBetween = 4

/** The opening of the aim over a plan's drivers; these become its priorities. None where there is no such aim, or not one only. */
export function aimOfDrivers(pieces: readonly Piece[], scheme: Scheme, lexicon: Lexicon): Opening[] {
  const drivers = [...scheme.openings.values()].filter(({term}) => /\bdriver\b/i.test(term))
  const first = Math.min(...drivers.map(({piece}) => piece))
  const aims = pieces.flatMap((piece) => {
    const read = piece.kind === 'paragraph' || piece.kind === 'heading' ? lexicon.levelOf(piece.text) : undefined
    const single = read && !read.label && read.title !== '' && read.level.rank <= 2
    return single ? [{piece, term: read.term, title: read.title}] : []
  })
  const [aim, ...others] = aims
  if (!aim || others.length > 0 || aim.piece.index > first || aim.piece.index < first - mostBetween) return []
  for (const driver of drivers) driver.type = 'priority'
  return [
    plainOpening(aim.piece, {
      type: 'outcome',
      term: aim.term.toLowerCase(),
      title: aim.title,
      rule: 'outcomes/aim-of-drivers',
      confidence: 0.85,
      depth: Math.min(
        aim.piece.kind === 'heading' ? aim.piece.depth : boldHeadingDepth,
        ...drivers.map(({depth}) => depth - 1)
      )
    })
  ]
}
