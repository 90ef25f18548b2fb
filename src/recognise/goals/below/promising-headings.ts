import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {goalColumnsOf} from '../../tables/goal-columns.ts'
import {leadsWork} from '../../vocabulary.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {mayBeBelow, sentencesUnder} from '../headings/under-headings.ts'
import {listedHeading} from '../lists/come-back.ts'
import {type Opening, openingsInOrder, type Scheme} from '../openings.ts'
import {shareOf} from '../words/forms.ts'
import {priorityOf} from './shaped-alike.ts'

/** Fewest such headings; the share of the goals that must have some, and of the headings below goals that must be such. */
const [leastHeadings, shareOfGoals, shareOfHeadings] = [3, 0.6, 0.5]
/** Share of them from which on every heading below goals is such. */
const shareOfAll = 0.8
/** Longest heading of a goal, words. */
const longest = 15
/** Share of things to do from which on the lists under the goals are their work. */
const shareActing = 0.4

/** 'The harbour will open …', 'Grants will be given'; not what will come about: 'There will be fewer herring'. */
const promises =
  /^(?!(?:there|it|this|these|those|they|that)\b)[^.]{0,160}?\b(?:will|shall) (?:also )?(?!need\b|remain\b|come\b|happen\b|continue to be\b)\p{Ll}/iu

/** Openings of priorities for these headings; empty where the goals have work of any other make. */
export function promisingHeadings(frame: Frame, scheme: Scheme): Opening[] {
  const {pieces, lexicon} = frame
  const openings = openingsInOrder(scheme)
  const goals = openings.filter((goal) => isTold(goal) && goal.depth < boldHeadingDepth)
  if (goals.length < 2 || scheme.captions.size > 0 || openings.some(({type}) => type !== 'outcome')) return []
  const spans = goals.map((goal, at) => spanOf(goal, goals[at + 1]?.piece ?? pieces.length, pieces))
  const all = spans.flat()
  const listed = all.filter(({kind}) => kind === 'listItem').map(({text}) => text)
  const led = all.some((piece) => {
    if (piece.kind === 'table') return goalColumnsOf(piece, frame) !== undefined
    const kind = lexicon.leadInOf(piece.text)
    return leadsWork(kind)
  })
  if (led || shareOf(listed, 'act') >= shareActing) return []
  const texts = Map.groupBy(all, ({text}) => fold(text))
  const inside = spans.map((span) => headingsIn(span, frame).filter(({text}) => texts.get(fold(text))!.length === 1))
  const found = inside.map((headings) => headings.filter((heading) => promised(heading, pieces)))
  const number = found.flat().length
  const holding = found.filter((headings) => headings.length > 0).length
  if (number < leastHeadings || holding < goals.length * shareOfGoals) return []
  const of = inside.flat()
  if (number < of.length * shareOfHeadings) return []
  // one that is silent among many that promise is as they are
  const told = number < of.length * shareOfAll ? found.flat() : of
  return told.map((piece) => priorityOf(piece, 'priorities/promising-heading'))
}

/** The plan itself tells its goals from its chapters: by their labels, or by listing them. */
function isTold({label, rule}: Opening): boolean {
  return label !== undefined || rule === listedHeading
}

function spanOf({piece, depth, consumed}: Opening, end: number, pieces: readonly Piece[]): Piece[] {
  const span: Piece[] = []
  for (let at = piece + 1; at < end; at += 1) {
    if (pieces[at]!.kind === 'heading' && pieces[at]!.depth <= depth) break
    if (!consumed.includes(at)) span.push(pieces[at]!)
  }
  return span
}

/** The headings of the highest depth that may name a goal. */
function headingsIn(span: readonly Piece[], frame: Frame): Piece[] {
  const headings = span.filter(({kind, depth}) => kind === 'heading' && depth < boldHeadingDepth)
  const depth = headings.reduce((least, piece) => Math.min(least, piece.depth), boldHeadingDepth)
  return headings.filter((piece) => piece.depth === depth && mayBeBelow(piece, longest, frame))
}

/** A sentence of the paragraphs right under a heading says what will be done. */
function promised(heading: Piece, pieces: readonly Piece[]): boolean {
  return sentencesUnder(heading, pieces)
    .flat()
    .some((sentence) => promises.test(sentence))
}
