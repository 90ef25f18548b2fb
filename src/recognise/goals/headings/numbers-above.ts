/** Headings that the numbers of goals go on from: '2. Safe streets' over the goals '2.1 …', '3.4 Clean rivers' over 'Objective 3.4.1'. */
import type {Piece} from '../../pieces.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'

/** Share of the goals that must be numbered so, and fewest headings that they stand under. */
const [shareDotted, leastAbove] = [0.8, 2]

/** The number of a label without its last part: '3.4' of 'Objective 3.4.1'. */
const numberAbove = /(?:^|\s)(\d{1,2}(?:\.\d{1,2}){0,2})\.\d{1,2}$/
const numberOfHeading = /^(\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+\p{L}/u

/** Openings for the headings whose numbers those of the goals go on from; none where most of the goals are numbered otherwise. */
export function headingsNumberedAbove({pieces, lexicon}: Frame, goals: readonly Opening[], term = 'theme'): Opening[] {
  const own = new Set(goals.map(({piece}) => piece))
  const numbered = new Map<string, Piece>()
  const above = new Map<number, Opening>()
  let [from, tied] = [0, 0]
  for (const {piece, label = ''} of [...goals].sort((a, b) => a.piece - b.piece)) {
    for (; from < piece; from += 1) {
      const {kind, entry, text} = pieces[from]!
      const number = kind === 'heading' && !entry && !own.has(from) ? numberOfHeading.exec(text)?.[1] : undefined
      if (number !== undefined) numbered.set(number, pieces[from]!)
    }
    const heading = numbered.get(numberAbove.exec(label)?.[1] ?? '')
    if (!heading || heading.depth > pieces[piece]!.depth) continue
    tied += 1
    above.set(heading.index, openingOf(heading, 'outcome', term, 'outcomes/numbers-above', 0.85, lexicon))
  }
  return above.size >= leastAbove && tied >= goals.length * shareDotted ? [...above.values()] : []
}

/** Goals without a printed level, one level lower and under the openings of such headings; unchanged where numbers tie them to none. */
export function withNumbersAbove(frame: Frame, openings: Opening[]): Opening[] {
  if (openings.some(({type}) => type !== 'outcome')) return openings
  const above = headingsNumberedAbove(frame, openings, 'goal')
  if (above.length === 0) return openings
  const lowered = openings.map((opening): Opening => ({...opening, type: 'priority'}))
  return [...above, ...lowered].sort((a, b) => a.piece - b.piece)
}
