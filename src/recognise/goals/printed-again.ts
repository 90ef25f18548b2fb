/** Goals that a plan has two chapters on: what is done for 'Safe quays' in one, and under the same heading in another how it is judged. */
import {isForeign, kindsOf} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {boldHeadingDepth} from '../run-together.ts'
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {echoSections} from '../vocabulary.ts'
import {fold} from '../words.ts'
import type {Frame} from './family.ts'
import type {Echo, Opening, Scheme} from './openings.ts'

/** Fewest goals, and the share of those whose headings open them, that two chapters must have work under. */
const [leastTwice, shareTwice] = [2, 0.6]
/** Share of the lines under the later heading that say the earlier ones again, from which on it only sums up. */
const shareSaidAgain = 0.3

interface Printing {
  piece: Piece
  /** Folded entries of lists and cells of tables that read as work. */
  lines: ReadonlySet<string>
}

/** The openings at the first heading of each such goal, and the later ones as pages that go on with it; none where the plan has one chapter on its goals. */
export function printedAgain(frame: Frame, scheme: Scheme): {openings: Opening[]; echoes: Echo[]; moved: number[]} {
  const goals = [...scheme.openings.values()].filter(
    ({type, piece, depth}) => type === 'outcome' && depth < boldHeadingDepth && frame.pieces[piece]!.kind === 'heading'
  )
  const found = {openings: [] as Opening[], echoes: [] as Echo[], moved: [] as number[]}
  if (goals.length < leastTwice || scheme.captions.size > 0) return found
  const titles = Map.groupBy(
    frame.pieces.filter((piece) => mayPrint(piece, frame)),
    ({text}) => fold(text)
  )
  for (const goal of goals) {
    const same = titles.get(fold(frame.pieces[goal.piece]!.text)) ?? []
    if (same.length < 2 || same.some(({index}) => index !== goal.piece && scheme.openings.has(index))) continue
    const [first, ...others] = same.map((piece) => printing(piece, frame)).filter(({lines}) => lines.size > 0)
    const further = others.filter(({lines}) => !saysAgain(lines, first!.lines))
    if (!first || further.length === 0) continue
    if (first.piece.index !== goal.piece && further.every(({piece}) => piece.index !== goal.piece)) continue
    if (first.piece.index !== goal.piece) found.moved.push(goal.piece)
    found.openings.push({...goal, piece: first.piece.index, depth: first.piece.depth})
    for (const {piece} of further)
      found.echoes.push({piece: piece.index, key: goal.key, title: goal.title, continued: true})
  }
  return found.openings.length >= Math.max(leastTwice, goals.length * shareTwice)
    ? found
    : {openings: [], echoes: [], moved: []}
}

function mayPrint({kind, entry, index, depth}: Piece, {sections}: Frame): boolean {
  if (kind !== 'heading' || entry || depth >= boldHeadingDepth || isForeign(sections[index])) return false
  return !kindsOf(sections[index]).some((each) => each === 'contents' || echoSections.has(each))
}

/** The work under a heading, before the next that is as high. */
function printing(heading: Piece, frame: Frame): Printing {
  const lines = new Set<string>()
  let led = false
  for (let at = heading.index + 1; at < frame.pieces.length; at += 1) {
    const piece = frame.pieces[at]!
    if (piece.kind === 'heading' && piece.depth <= heading.depth) break
    if (piece.kind === 'table' && goalColumnsOf(piece, frame))
      for (const {cells} of piece.rows!.slice(1)) for (const {text} of cells) if (text !== '') lines.add(fold(text))
    if (piece.kind !== 'table' && piece.kind !== 'listItem') {
      const kind = frame.lexicon.leadInOf(piece.text)
      led = kind === 'priorities' || kind === 'actions' || kind === 'measures'
    } else if (piece.kind === 'listItem' && led) lines.add(fold(piece.text))
  }
  return {piece: heading, lines}
}

function saysAgain(later: ReadonlySet<string>, earlier: ReadonlySet<string>): boolean {
  return [...later].filter((line) => earlier.has(line)).length >= later.size * shareSaidAgain
}
