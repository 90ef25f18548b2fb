/** Which lists of measures speak for an outcome as a whole: one at the end of each, after all its objectives. */

import type {Lexicon} from '../../lexicon.ts'
import type {Piece} from '../../pieces.ts'
import {openingsInOrder, type Scheme} from '../openings.ts'

/**
 * Lead-ins of measures that belong to the outcome and not to the goal printed last before them: every outcome with lower goals
 * has exactly one such lead-in, after the last of them, and some outcome has several lower goals.
 */
export function measuresOfOutcomes(pieces: readonly Piece[], scheme: Scheme, lexicon: Lexicon): Set<number> {
  const openings = openingsInOrder(scheme)
  const outcomes = openings.filter(({type}) => type === 'outcome')
  const found: number[] = []
  let several = false
  for (const [at, outcome] of outcomes.entries()) {
    const end = outcomes[at + 1]?.piece ?? pieces.length
    const lower = openings.filter(({piece}) => piece > outcome.piece && piece < end)
    if (lower.length === 0) continue
    if (lower.filter(({type}) => type === lower[0]!.type).length > 1) several = true
    const leadIns = pieces
      .slice(outcome.piece + 1, end)
      .filter(
        (piece) => piece.kind !== 'table' && piece.kind !== 'listItem' && lexicon.leadInOf(piece.text) === 'measures'
      )
    if (leadIns.length !== 1 || leadIns[0]!.index < lower.at(-1)!.piece) return new Set()
    found.push(leadIns[0]!.index)
  }
  return new Set(several ? found : [])
}
