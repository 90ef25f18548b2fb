/** Plans set out by time: 'Year one', 'Year two', and under each the same topics over what is done then. */

import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {headingOver, listUnder} from './under-headings.ts'

/** Fewest periods, and the share of the topics that must come back under another period. */
const [leastPeriods, shareRecurring] = [2, 0.5]

/** Openings for the periods and for the topics under them; empty where the topics do not come back. */
export function periodGoals({pieces, lexicon}: Frame): Opening[] {
  const headings = pieces.filter(({kind, entry}) => kind === 'heading' && !entry)
  const periods = headings.filter(({text}) => isPeriod(text))
  const depth = periods[0]?.depth
  if (periods.length < leastPeriods || periods.some((piece) => piece.depth !== depth)) return []
  const topics = headings.filter(
    (piece) => periods.includes(headingOver(piece, pieces) as Piece) && listUnder(piece, pieces).length > 0
  )
  const times = Map.groupBy(topics, ({text}) => fold(text))
  const again = topics.filter(({text}) => times.get(fold(text))!.length > 1)
  if (again.length < leastPeriods || again.length < topics.length * shareRecurring) return []
  if (topics.some(({text}) => lexicon.leadInOf(text) !== undefined)) return []
  return [
    ...periods.map((piece) => openingOf(piece, 'outcome', 'period', 'outcomes/period', 0.65)),
    ...topics.map(
      (piece): Opening => ({
        ...openingOf(piece, 'priority', 'topic', 'priorities/topic-of-period', 0.65),
        holds: 'actions'
      })
    )
  ].sort((a, b) => a.piece - b.piece)
}
