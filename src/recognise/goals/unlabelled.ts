/** Goals without a printed label: headings, lists and sentences that only their make, or what stands around them, tells. */
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {familiesOf} from './families/families.ts'
import {type Family, leastScore, surer} from './families/family.ts'
import {against, openingsOfFamilies} from './families/family-openings.ts'
import type {Frame} from './frame.ts'
import {headingsApart} from './headings/apart.ts'
import {containersOf} from './headings/containers.ts'
import {dottedGoals} from './headings/dotted.ts'
import {numberedOrders} from './headings/numbered-orders.ts'
import {headingsOverLeadIns} from './headings/over-lead-ins.ts'
import {headingsOverOwnLabels} from './headings/over-own-labels.ts'
import {overSeries} from './headings/over-series.ts'
import {headingsOverTables} from './headings/over-tables.ts'
import {periodGoals} from './headings/period-goals.ts'
import {headingsToldAhead} from './headings/told-ahead.ts'
import {listedHeadings, referredList} from './lists/come-back.ts'
import type {DeclaredList, Opening, Scheme} from './openings.ts'
import {aimsInProse} from './prose/aims.ts'
import {countedInProse} from './prose/counted.ts'
import {namedInProse} from './prose/named-in-prose.ts'

/** What the ways to tell a plan's goals are asked of. */
interface Asked {
  frame: Frame
  lists: readonly DeclaredList[]
  /** Points for what the document calls itself. */
  called: number
  /** It has words of plans. */
  speaks: boolean
}

/** Ways to tell goals that nothing labels, the surest first: the first that finds some has found them all. */
const ways: readonly ((asked: Asked) => Opening[])[] = [
  ({frame}) => countedInProse(frame),
  ({frame}) => periodGoals(frame),
  ({frame, lists}) => referredList(frame, lists),
  ({frame, speaks}) => (speaks ? dottedGoals(frame) : []),
  ({frame, speaks}) => (speaks ? numberedOrders(frame) : []),
  ({frame, speaks}) => (speaks ? headingsOverOwnLabels(frame) : []),
  ({frame}) => headingsOverTables(frame),
  ({frame, lists}) => listedHeadings(frame, lists),
  ({frame, speaks, called}) => rivalled(namedInProse(frame, speaks), frame, called),
  ({frame, speaks, called}) => {
    const over = headingsOverLeadIns(frame, speaks)
    return over.length > 1 ? rivalled(over, frame, called) : []
  },
  likeliestFamily,
  ({frame}) => headingsToldAhead(frame)
]

/** Openings for goals that no label marks; empty when the labelled ones already make the tree. */
export function unlabelledOpenings(
  frame: Frame,
  {openings, captions}: Scheme,
  lists: readonly DeclaredList[],
  telling: Pick<Asked, 'called' | 'speaks'>
): Opening[] {
  const isOutcome = ({type}: Opening) => type === 'outcome'
  if ([...captions.values()].some((rows) => [...rows.values()].some(isOutcome))) return []
  const labelled = [...openings.values()]
  const outcomes = labelled.filter(isOutcome)
  if (outcomes.length > 0) {
    const apart = headingsApart(frame, {openings}, outcomes)
    return [...overSeries(frame, outcomes), ...apart, ...overLoose(frame, labelled, outcomes)]
  }
  if (labelled.length > 0) return containersOf(frame, labelled)
  for (const way of ways) {
    const found = way({frame, lists, ...telling})
    if (found.length > 0) return found
  }
  return []
}

/** The headings over labelled work that stands before every outcome: 'Project 4.1', 'Project 4.2' in lists under headings of their own. */
function overLoose(frame: Frame, labelled: readonly Opening[], outcomes: readonly Opening[]): Opening[] {
  const first = Math.min(...outcomes.map(({piece}) => piece))
  const loose = labelled.filter(({type, piece}) => type === 'action' && piece < first)
  return loose.length > 0 ? containersOf(frame, loose) : []
}

/** The openings with the families of lines that they were preferred to. */
function rivalled(openings: Opening[], frame: Frame, called: number): Opening[] {
  return openings.length > 0 ? against(familiesOf(frame, called), openings) : []
}

/** The goals that the likeliest family of lines is, or the aims that it is the work of; none where tables hold the goals. */
function likeliestFamily({frame, called, speaks}: Asked): Opening[] {
  if (frame.pieces.some((piece) => piece.kind === 'table' && goalColumnsOf(piece, frame))) return []
  const least = speaks ? leastScore : leastScore + surer
  const [family, ...others] = familiesOf(frame, called).filter(({score}) => score >= least)
  const aims = aimsInProse(frame, speaks)
  if (aims.length > 0 && (!family || isWorkOf(family, aims[0]!, frame))) return against(family ? [family] : [], aims)
  return family ? openingsOfFamilies(family, others, frame) : []
}

/** A list after an aim, which only says what is done for it: 'By 2026 the council will: …'. */
function isWorkOf({make, members, announcers, level}: Family, aim: Opening, {pieces, lexicon}: Frame): boolean {
  if (make === 'headings' || members[0]!.index < aim.piece) return false
  const lead = announcers.map((index) => lexicon.leadInOf(pieces[index]!.text))
  const rank = lexicon.vocabulary.levels.find(({word}) => word === aim.term)?.rank ?? 0
  return level === undefined || level.rank >= 4 || level.rank > rank || lead.includes('actions')
}
