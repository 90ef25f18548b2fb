/** Lines in a row right under a goal that each say what is to be done: a list whose marks the source lost. */
import type {Piece} from '../../pieces.ts'
import type {Reading} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import {endsSentence, wordCount} from '../../words.ts'
import type {Scheme} from '../openings.ts'
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

function isInRow({index}: Piece, reading: Reading): boolean {
  reading.linesInRow ??= linesUnderGoals(reading)
  return reading.linesInRow.has(index)
}

/** The lines of all such rows. */
function linesUnderGoals({pieces, scheme}: Reading): ReadonlySet<number> {
  const found = new Set<number>()
  const isNext = (at: number) => pieces[at] !== undefined && isLine(pieces[at]) && !scheme.openings.has(at)
  for (let from = 0; from < pieces.length; from += 1) {
    if (!isNext(from)) continue
    let end = from + 1
    while (isNext(end)) end += 1
    if (end - from >= leastInRow && isRightUnderGoal(from, pieces, scheme))
      for (let at = from; at < end; at += 1) found.add(at)
    from = end
  }
  return found
}

function isRightUnderGoal(from: number, pieces: readonly Piece[], {openings}: Scheme): boolean {
  const before = pieces.slice(Math.max(0, from - mostBetween - 1), from)
  const goal = before.findLast((piece) => openings.has(piece.index))
  return goal?.kind === 'heading' && pieces.slice(goal.index + 1, from).every(({kind}) => kind === 'paragraph')
}

function isLine({kind, text}: Piece): boolean {
  const words = wordCount(text)
  if (kind !== 'paragraph' || words < shortest || words > longest) return false
  return /^\p{Lu}/u.test(text) && !endsSentence(text) && !/[:;,]$/.test(text) && formOf(text) === 'act'
}
