/** Headings that the numbers of goals go on from: '2. Safe streets' over the goals '2.1 …', '3.4 Clean rivers' over 'Objective 3.4.1'. */

import type {Piece} from '../../pieces.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {headingOver} from './under-headings.ts'

const dotted = /^(\d{1,2})\.\d{1,2}$/

/** Share of the goals that must be numbered so, and fewest headings that they stand under. */
const [shareDotted, leastAbove] = [0.8, 2]

/** The same openings, a level lower and under those of such headings; unchanged where numbers tie them to none. */
export function withNumbersAbove({pieces, lexicon}: Frame, openings: Opening[]): Opening[] {
  const outcomes = openings.filter(({type}) => type === 'outcome')
  if (outcomes.length < openings.length) return openings
  const above = new Map<number, Opening>()
  let tied = 0
  for (const {piece, label = ''} of outcomes) {
    const number = dotted.exec(label)?.[1]
    const heading = number === undefined ? undefined : headingOver(pieces[piece]!, pieces)
    if (!heading || /^(\d{1,2})[.):]?\s/.exec(heading.text)?.[1] !== number) continue
    tied += 1
    above.set(heading.index, openingOf(heading, 'outcome', 'goal', 'outcomes/numbers-above', 0.75, lexicon))
  }
  if (above.size < leastAbove || tied < outcomes.length * shareDotted) return openings
  const lowered = openings.map((opening): Opening => ({...opening, type: 'priority'}))
  return [...above.values(), ...lowered].sort((a, b) => a.piece - b.piece)
}

/** The number of a label without its last part: '3.4' of 'Objective 3.4.1'. */
const numberAbove = /(?:^|\s)(\d{1,2}(?:\.\d{1,2}){0,2})\.\d{1,2}$/
const numberOfHeading = /^(\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+\p{L}/u

/** Openings for the headings whose numbers those of labelled goals go on from; none where most of the goals are numbered otherwise. */
export function headingsNumberedAbove({pieces, lexicon}: Frame, labelled: readonly Opening[]): Opening[] {
  const own = new Set(labelled.map(({piece}) => piece))
  const numbered = new Map<string, Piece>()
  const above = new Map<number, Opening>()
  const goals = [...labelled].sort((a, b) => a.piece - b.piece)
  let [from, tied] = [0, 0]
  for (const {piece, label = ''} of goals) {
    for (; from < piece; from += 1) {
      const {kind, entry, text} = pieces[from]!
      const number = kind === 'heading' && !entry && !own.has(from) ? numberOfHeading.exec(text)?.[1] : undefined
      if (number !== undefined) numbered.set(number, pieces[from]!)
    }
    const heading = numbered.get(numberAbove.exec(label)?.[1] ?? '')
    if (!heading || heading.depth > pieces[piece]!.depth) continue
    tied += 1
    above.set(heading.index, openingOf(heading, 'outcome', 'theme', 'outcomes/numbers-above', 0.85, lexicon))
  }
  return above.size >= leastAbove && tied >= goals.length * shareDotted ? [...above.values()] : []
}
