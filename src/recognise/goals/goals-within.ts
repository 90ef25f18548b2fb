/** Goals under goals that only the shape of the pages tells: in most goals, deeper headings that each stand over things to do. */

import {isAside} from '../outline.ts'
import {isPeriod} from '../periods.ts'
import type {Piece} from '../pieces.ts'
import {boldHeadingDepth} from '../run-together.ts'
import {fold, wordCount} from '../words.ts'
import type {Frame} from './family.ts'
import {formOf, shareOf} from './forms.ts'
import type {Opening, Scheme} from './openings.ts'
import {headingOver, linesUnder, workUnder} from './under-headings.ts'

/** Fewest such headings, the share of goals that must have some, and of headings that must stand over things to do. */
const [leastHeadings, shareOfGoals, shareWorking] = [3, 0.6, 0.6]
/** Longest heading of a goal, words. */
const longest = 25

/** Openings of priorities for the headings right under the goals' own; empty where the goals have priorities already. */
export function goalsWithin(frame: Frame, scheme: Scheme): Opening[] {
  const openings = [...scheme.openings.values()].sort((a, b) => a.piece - b.piece)
  const goals = openings.filter(({type, depth}) => type === 'outcome' && depth < boldHeadingDepth)
  if (goals.length < 2 || goals.length < openings.length || scheme.captions.size > 0) return []
  const within = goals.map((goal, at) => headingsIn(goal, goals[at + 1]?.piece ?? frame.pieces.length, frame))
  const texts = Map.groupBy(within.flat(), ({text}) => fold(text))
  const own = within.map((headings) => headings.filter(({text}) => texts.get(fold(text))!.length === 1))
  const all = own.flat()
  const working = all.filter((piece) => works(piece, frame)).length
  const holding = own.filter((headings) => headings.length > 0).length
  if (all.length < leastHeadings || holding < goals.length * shareOfGoals || working < all.length * shareWorking)
    return []
  return all.map(
    (piece): Opening => ({
      piece: piece.index,
      type: 'priority',
      term: 'priority',
      title: piece.text.replace(/\s*:$/, ''),
      key: `unlabelled ${piece.index}`,
      rule: 'priorities/headings-alike',
      confidence: 0.6,
      consumed: [],
      depth: piece.depth
    })
  )
}

/** The headings of the highest depth under a goal's, that may be goals by their words. */
function headingsIn(goal: Opening, end: number, frame: Frame): Piece[] {
  const {pieces, sections, lexicon} = frame
  const inside: Piece[] = []
  for (let at = goal.piece + 1; at < end; at += 1) {
    const piece = pieces[at]!
    if (piece.kind !== 'heading') continue
    if (piece.depth <= goal.depth) break
    if (piece.depth < boldHeadingDepth) inside.push(piece)
  }
  const depth = Math.min(...inside.map((piece) => piece.depth))
  return inside.filter(
    (piece) =>
      piece.depth === depth &&
      !goal.consumed.includes(piece.index) &&
      headingOver(piece, pieces)?.index === goal.piece &&
      wordCount(piece.text) <= longest &&
      lexicon.leadInOf(piece.text) === undefined &&
      lexicon.sectionOf(piece.text) === undefined &&
      !isAside(sections[piece.index]) &&
      !isPeriod(piece.text) &&
      !['asked', 'told'].includes(formOf(piece.text))
  )
}

function works(heading: Piece, frame: Frame): boolean {
  const lines = linesUnder(heading, frame.pieces)
  return lines.length > 0 ? shareOf(lines, 'act', 'state') >= shareWorking : workUnder(heading, frame)
}
