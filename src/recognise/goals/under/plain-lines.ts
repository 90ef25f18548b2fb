/** Lines in a row right under a goal that each say what is to be done: a list whose marks the source lost. */
import type {Piece} from '../../pieces.ts'
import type {Reading} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import {endsSentence, wordCount} from '../../words.ts'
import {formOf} from '../words/forms.ts'
import {addGoal} from './goals-read.ts'

/** Fewest such lines in a row, fewest and most words of each, and most paragraphs between the goal and the row. */
const [leastInRow, shortest, longest, mostBetween] = [2, 2, 15, 2]

export const plainLineRecognisers: Recogniser[] = [
  {
    id: 'priorities/plain-lines',
    applies: (piece, reading) => {
      if (!isLine(piece) || reading.goals.at(-1)?.node.type !== 'outcome' || awaits(reading)) return 0
      return isInRow(piece, reading) ? 0.55 : 0
    },
    read: (piece, reading) => {
      addGoal(reading, 'priorities', '', piece, {title: piece.text})
    }
  }
]

/** A lead-in is open, other than the goal's own heading. */
function awaits({mode}: Reading): boolean {
  return mode !== undefined && (mode.list !== -1 || mode.used)
}

function isInRow({index}: Piece, {pieces, scheme}: Reading): boolean {
  let [from, to] = [index, index]
  while (pieces[from - 1] && isLine(pieces[from - 1]!) && !scheme.openings.has(from - 1)) from -= 1
  while (pieces[to + 1] && isLine(pieces[to + 1]!) && !scheme.openings.has(to + 1)) to += 1
  if (to - from + 1 < leastInRow) return false
  const before = pieces.slice(Math.max(0, from - mostBetween - 1), from)
  const goal = before.findLast((piece) => scheme.openings.has(piece.index))
  return goal?.kind === 'heading' && pieces.slice(goal.index + 1, from).every(({kind}) => kind === 'paragraph')
}

function isLine({kind, text}: Piece): boolean {
  const words = wordCount(text)
  if (kind !== 'paragraph' || words < shortest || words > longest) return false
  return /^\p{Lu}/u.test(text) && !endsSentence(text) && !/[:;,]$/.test(text) && formOf(text) === 'act'
}
