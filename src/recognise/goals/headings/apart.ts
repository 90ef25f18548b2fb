/** Goals in a chapter that comes after all the labelled ones and is none of theirs: 'Work by sector' over 'Fishing' and 'Ports'. */

import {boldHeadingDepth} from '../../pieces.ts'
import type {Frame} from '../frame.ts'
import type {Opening, Scheme} from '../openings.ts'
import {containersOf} from './containers.ts'
import {headingsOverTables} from './over-tables.ts'

/** Fewest such headings. */
const leastApart = 2

/** The headings that part the labelled actions, or stand over the tables of goals, of such a chapter. */
export function headingsApart(
  frame: Frame,
  {openings}: Pick<Scheme, 'openings'>,
  goals: readonly Opening[]
): Opening[] {
  const {pieces} = frame
  const last = goals.reduce((most, {piece}) => Math.max(most, piece), -1)
  const widest = goals.reduce((least, {depth}) => Math.min(least, depth), Number.POSITIVE_INFINITY)
  const chapter = pieces.find(({kind, depth, index}) => kind === 'heading' && index > last && depth <= widest)
  if (!chapter) return []
  const lower = [...openings.values()].filter(({piece, type}) => piece > chapter.index && type === 'action')
  const above = lower.length > 0 ? containersOf(frame, lower) : headingsOverTables(frame)
  const apart = above.filter(
    ({piece, depth}) => piece > chapter.index && depth > chapter.depth && depth < boldHeadingDepth
  )
  const beside = apart.every(({depth}) => depth === apart[0]!.depth)
  return apart.length >= leastApart && beside ? apart : []
}
