/**
 * Plans told question by question: 'What are our priorities?', 'What will we do?', and under each of them the same headings. A
 * heading met again is the same goal; what stands under it there is what the question asks for.
 */

import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {headingOver} from '../headings/under-headings.ts'
import {openingOf} from '../opening-of.ts'
import type {Echo, Opening} from '../openings.ts'

/** Fewest names that come back, and fewest questions that they stand under. */
const [leastNames, leastQuestions] = [2, 2]
/** Longest name of a goal, words. */
const longestName = 20
/** Share of the headings under the questions that must come back. */
const shareAgain = 0.6

const asks: Partial<Record<LeadIn, Opening['holds']>> = {
  priorities: 'priorities',
  aim: 'priorities',
  actions: 'actions',
  measures: 'measures'
}

interface Told {
  piece: Piece
  question: Piece
  holds: NonNullable<Opening['holds']>
}

export interface GoalsAskedAgain {
  openings: Opening[]
  echoes: Echo[]
}

/** Openings for the first of such headings of each name, echoes for the others; undefined where the document is no such plan. */
export function goalsAskedAgain({pieces, lexicon}: Frame): GoalsAskedAgain | undefined {
  const headings = pieces.filter(({kind, depth, entry}) => kind === 'heading' && depth < boldHeadingDepth && !entry)
  const under = headings.flatMap((piece): Told[] => {
    const question = headingOver(piece, pieces)
    const holds = question ? asks[lexicon.leadInOf(question.text) ?? 'lead'] : undefined
    if (!question || !holds || wordCount(piece.text) > longestName) return []
    const own = lexicon.leadInOf(piece.text)
    return own !== undefined && own !== 'voice' ? [] : [{piece, question, holds}]
  })
  const names = [...Map.groupBy(under, ({piece}) => `${piece.depth} ${fold(piece.text)}`).values()]
  const again = names.filter((told) => new Set(told.map(({question}) => question)).size > 1)
  const questions = new Set(again.flat().map(({question}) => question))
  if (again.length < leastNames || questions.size < leastQuestions) return undefined
  const beside = under.filter(({question}) => questions.has(question))
  if (again.flat().length < beside.length * shareAgain) return undefined
  const all = names.filter(([first]) => questions.has(first!.question))
  return {
    openings: all.map(([first]) => ({
      ...openingOf(first!.piece, 'outcome', 'priority', 'outcomes/asked-again', 0.8, lexicon),
      holds: first!.holds
    })),
    echoes: all.flatMap(([first, ...later]) =>
      later.map(({piece, holds}): Echo => {
        return {piece: piece.index, key: `unlabelled ${first!.piece.index}`, title: piece.text, continued: true, holds}
      })
    )
  }
}
