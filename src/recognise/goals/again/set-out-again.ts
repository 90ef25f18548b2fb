/** Goals whose headings come back over work of their own: in a part on actions, then in one on measures; or over their tables, further down. */

import {isAside, isEcho, kindsOf} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {goalColumnsOf} from '../../tables/goal-columns.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening, Scheme} from '../openings.ts'

/** Fewest goals that come back so, and the share of the plan's goals that must. */
const [leastAgain, shareAgain] = [2, 0.5]
/** Share of the lines under such a heading from which on they only say again what was said before it. */
const shareSaid = 0.5

/** Lets goals open at the first of such headings and go on at the others; of a plan most of whose goals come back so. */
export function setOutAgain(frame: Frame, scheme: Scheme): void {
  const goals = [...scheme.openings.values()].filter(
    ({type, depth, consumed}) => type === 'outcome' && depth <= boldHeadingDepth && consumed.length === 0
  )
  if (goals.length < leastAgain || scheme.captions.size > 0) return
  const headings = Map.groupBy(
    frame.pieces.filter((piece) => mayGoOn(piece, frame, scheme)),
    (piece) => fold(openingOf(piece, 'outcome', '', '', 0, frame.lexicon).title)
  )
  const said = new Map<string, number>()
  for (const {text, index} of frame.pieces)
    for (const words of new Set([fold(text), fold(firstSentence(text))])) if (!said.has(words)) said.set(words, index)
  const again = goals.flatMap((goal) => {
    const others = (headings.get(fold(goal.title)) ?? []).filter(
      (piece) => introduces(piece, goal, frame) || holdsNew(piece, said, frame, scheme)
    )
    return others.length > 0 ? [{goal, others}] : []
  })
  if (again.length < leastAgain || again.length < goals.length * shareAgain) return
  for (const {goal, others} of again) {
    const first = Math.min(goal.piece, ...others.map(({index}) => index))
    const printings = [goal.piece, ...others.map(({index}) => index)].filter((index) => index !== first)
    if (first !== goal.piece) move(goal, frame.pieces[first]!, scheme)
    for (const piece of printings)
      scheme.echoes.set(piece, {piece, key: goal.key, title: frame.pieces[piece]!.text, continued: true})
  }
}

/** A summary gives the first sentence of what it names. */
const firstSentence = (text: string): string => /^[^.!?]{1,300}[.!?](?=\s)/.exec(text)?.[0] ?? text

function move(goal: Opening, {index, depth}: Piece, {openings, echoes}: Scheme): void {
  openings.delete(goal.piece)
  echoes.delete(index)
  openings.set(index, Object.assign(goal, {piece: index, depth}))
}

/** A heading of the body that opens no goal itself. */
function mayGoOn({kind, entry, index}: Piece, {sections}: Frame, {openings, echoes}: Scheme): boolean {
  const place = sections[index]
  if (kind !== 'heading' || entry || openings.has(index) || echoes.get(index)?.continued || isAside(place)) return false
  return !kindsOf(place).includes('contents') && !isEcho(place)
}

/** Words stand under the heading, before the one that stands over the goal's table. */
function introduces({index}: Piece, {piece, rule}: Opening, {pieces}: Frame): boolean {
  return rule === 'outcomes/heading-over-table' && index < piece && pieces[index + 1]!.kind !== 'heading'
}

/** New lines, or a table of goals or measures, stand right under a heading. */
function holdsNew(heading: Piece, said: ReadonlyMap<string, number>, frame: Frame, {openings}: Scheme): boolean {
  const {pieces} = frame
  const under: Piece[] = []
  for (let at = heading.index + 1; at < pieces.length; at += 1) {
    const next = pieces[at]!
    if ((next.kind === 'heading' && next.depth <= heading.depth) || openings.has(at)) break
    if (next.kind === 'table' && (goalColumnsOf(next, frame) || measures(next, frame))) return true
    if (next.kind === 'listItem') under.push(next)
  }
  const known = under.filter(({text, index}) => said.get(fold(text))! < index)
  return under.length > 0 && known.length < under.length * shareSaid
}

/** The first row of the table names measures. */
function measures({rows}: Piece, {lexicon}: Frame): boolean {
  return (rows?.[0]?.cells ?? []).some(({text}) => lexicon.columnOf(text) === 'measure')
}
