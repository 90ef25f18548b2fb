/** Lists of work that stand apart from the goals and name the goal that each is for: 'So that writers are paid, we will:'. */
import type {Goal} from '../../plan-tree/nodes.ts'
import type {Piece} from '../pieces.ts'
import type {Reading} from '../reading.ts'
import {containment, contentWords} from '../words.ts'

/** Share of a goal's words that the line must say, and fewest words that a goal must have to be told by them. */
const [leastShared, leastWords] = [0.99, 2]

/** The one goal whose words a lead-in says. */
export function namedGoal(piece: Piece, {byKey}: Pick<Reading, 'byKey'>): Goal | undefined {
  const words = contentWords(piece.text).length
  const named = [...byKey.values()].filter(({goal}) => {
    const own = contentWords(goal.title).length
    return own >= leastWords && own < words && containment(goal.title, piece.text) >= leastShared
  })
  return named.length === 1 ? named[0]!.goal : undefined
}
