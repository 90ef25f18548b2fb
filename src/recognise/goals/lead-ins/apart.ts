/** Headings that come back once for each goal and say what is done for it, though other headings of the goal's level stand between. */

import {isAside} from '../../outline.ts'
import {leadsWork} from '../../vocabulary.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {type Echo, type Opening, openingsInOrder, type Scheme} from '../openings.ts'

/** Fewest goals that have one and the same such heading after them. */
const leastGoals = 2

/** Of a plan whose headings are all of one level: 'Goal 1', its facts and stories, 'What we will do', 'Goal 2' … */
export function leadInsApart({pieces, sections, lexicon}: Frame, scheme: Scheme): Echo[] {
  const goals = openingsInOrder(scheme).filter(
    ({piece, type, entry}) => type === 'outcome' && !entry && pieces[piece]!.kind === 'heading'
  )
  if (goals.length < leastGoals) return []
  const goalBefore = goalsBefore(goals, pieces.length)
  const apart = pieces.flatMap((piece): (Echo & {words: string})[] => {
    if (piece.kind !== 'heading' || piece.entry || scheme.openings.has(piece.index) || isAside(sections[piece.index]))
      return []
    const kind = lexicon.leadInOf(piece.text)
    const goal = goalBefore[piece.index]
    if (!leadsWork(kind) || !goal) return []
    const words = fold(piece.text)
    return [{piece: piece.index, key: goal.key, title: piece.text, continued: true, holds: kind, leadIn: true, words}]
  })
  const alike = [...Map.groupBy(apart, ({words}) => words).values()]
  const each = alike.filter(
    (same) =>
      same.length >= leastGoals &&
      new Set(same.map(({key}) => key)).size === same.length &&
      same.some(({piece}) => closed(piece, goalBefore[piece]!))
  )
  return each.flat().map(({words: _, ...echo}) => echo)

  function closed(index: number, {piece, depth}: Opening): boolean {
    return pieces.slice(piece + 1, index + 1).some((between) => between.kind === 'heading' && between.depth <= depth)
  }
}

/** For each piece the last goal that opened before it. */
function goalsBefore(goals: readonly Opening[], length: number): (Opening | undefined)[] {
  const before: (Opening | undefined)[] = []
  let at = 0
  for (let index = 0; index < length; index += 1) {
    while (at < goals.length && goals[at]!.piece < index) at += 1
    before.push(goals[at - 1])
  }
  return before
}
