/** Lists of work that stand apart from the goals and name the goal that each is for: 'So that writers are paid, we will:'. */
import type {Goal} from '../../../plan-tree/nodes.ts'
import type {Piece} from '../../pieces.ts'
import type {Reading} from '../../reading.ts'
import {containment, contentWords} from '../../words.ts'

/** Share of a goal's words that the line must say, and fewest words that a goal must have to be told by them. */
const [leastShared, leastWords] = [0.99, 2]

/** The one goal whose words a lead-in says. */
export function namedGoal(piece: Piece, {byKey}: Pick<Reading, 'byKey'>): Goal | undefined {
  const named = [...byKey.values()].filter(
    ({goal}) => contentWords(goal.title).length >= leastWords && saysAll(goal.title, piece.text)
  )
  return named.length === 1 ? named[0]!.goal : undefined
}

/** A line says all the words of a shorter one. */
export function saysAll(words: string, line: string): boolean {
  return contentWords(words).length <= contentWords(line).length && containment(words, line) >= leastShared
}
