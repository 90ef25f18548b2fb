/** Goals under goals that only the shape of the pages tells: in most goals, deeper headings that each stand over things to do. */

import {isAside} from '../../outline.ts'
import {boldHeadingDepth, entriesOf, type Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {headingOver, linesUnder, mayBeBelow, workUnder} from '../headings/under-headings.ts'
import {plainOpening} from '../opening-of.ts'
import {type Opening, openingsInOrder, type Scheme} from '../openings.ts'
import {formOf, shareOf} from '../words/forms.ts'
import {startsLikeAction} from '../words/goal-words.ts'

/** Fewest such headings, the share of goals that must have some, and of headings that must stand over things to do. */
const [leastHeadings, shareOfGoals, shareWorking] = [3, 0.6, 0.6]
/** Longest heading of a goal, words. */
const longest = 25

/** Openings of priorities for the headings right under the goals' own; empty where the goals have priorities already. */
export function goalsWithin(frame: Frame, scheme: Scheme): Opening[] {
  const openings = openingsInOrder(scheme).filter(({entry}) => !entry)
  const goals = openings.filter(({type, depth}) => type === 'outcome' && depth < boldHeadingDepth)
  if (goals.length < 2 || goals.length < openings.length || scheme.captions.size > 0) return []
  const ends = goals.map((_, at) => goals[at + 1]?.piece ?? frame.pieces.length)
  const lined = goals.map((goal, at) => linesOverLists(goal, ends[at]!, frame))
  if (
    lined.filter((lines) => lines.length > 1).length >= goals.length * shareOfLines &&
    lined.filter((lines) => lines.length > 0).length >= goals.length * shareOfGoals
  )
    return lined.flat().map((piece) => priorityOf(piece, 'priorities/lines-over-lists', 'actions'))
  const within = goals.map((goal, at) => headingsIn(goal, ends[at]!, frame))
  const texts = Map.groupBy(within.flat(), ({text}) => fold(text))
  const own = within.map((headings) => headings.filter(({text}) => texts.get(fold(text))!.length === 1))
  const all = own.flat()
  const working = all.filter((piece) => works(piece, frame)).length
  const holding = own.filter((headings) => headings.length > 0).length
  if (all.length >= leastHeadings && holding >= goals.length * shareOfGoals && working >= all.length * shareWorking)
    return all.map((piece) => priorityOf(piece, 'priorities/headings-alike'))
  return topicsIn(goals, ends, frame).map((piece) => priorityOf(piece, 'priorities/topic', 'actions'))
}

/** A heading or line as the opening of a priority. */
export function priorityOf(piece: Piece, rule: string, holds?: 'actions'): Opening {
  const title = piece.text.replace(/\s*:$/, '')
  const told = {type: 'priority', term: 'priority', title, rule, confidence: 0.6} as const
  return plainOpening(piece, holds ? {...told, holds} : told)
}

/** Share of goals under which several lines must stand over lists. */
const shareOfLines = 0.5
/** Longest such line, words. */
const longestLine = 40

/** The lines right over each list of things to do under a goal; none where one of its lists has no such line. */
function linesOverLists(goal: Opening, end: number, frame: Frame): Piece[] {
  const {pieces, lexicon, sections} = frame
  const span = workOf(goal, end, frame)
  const firsts = span.filter(({kind, index}) => kind === 'listItem' && pieces[index - 1]!.kind !== 'listItem')
  const over = firsts.map(({index}) => pieces[index - 1]!)
  const sound = over.every(
    (piece) =>
      piece.kind === 'paragraph' &&
      !/[:?]$/.test(piece.text) &&
      wordCount(piece.text) <= longestLine &&
      lexicon.leadInOf(piece.text) === undefined &&
      lexicon.labelled(piece.text, piece.lead) === undefined &&
      !isAside(sections[piece.index]) &&
      formOf(piece.text) !== 'told'
  )
  const entries = span.filter(({kind}) => kind === 'listItem').map(({text}) => text)
  return sound && shareOf(entries, 'act', 'state') >= shareWorking ? over : []
}

/** Share of the headings among the goals that must each be right over a list of things to do, to be topics of the goals. */
const shareOfTopics = 0.7

/** Such headings, even if they are set as the goals are: only the goals' labels tell them apart. */
function topicsIn(goals: readonly Opening[], ends: readonly number[], {pieces, lexicon}: Frame): Piece[] {
  if (goals.some(({label, piece}) => label === undefined || pieces[piece]!.kind !== 'heading')) return []
  const headings = goals.flatMap(({piece, depth}, at) => {
    const span = pieces.slice(piece + 1, ends[at])
    const above = span.findIndex((each) => each.kind === 'heading' && each.depth < depth)
    return span.slice(0, above < 0 ? undefined : above).filter(({kind}) => kind === 'heading')
  })
  const topics = headings.filter(({text, lead, index}) => {
    if (lexicon.leadInOf(text) !== undefined || lexicon.labelled(text, lead) || lexicon.levelOf(text)) return false
    const list = pieces[index + 1]?.list
    const entries = list === undefined ? [] : entriesOf(list, pieces).map((entry) => entry.text)
    return entries.length > 0 && entries.filter(startsLikeAction).length >= shareWorking * entries.length
  })
  return topics.length >= leastHeadings && topics.length >= headings.length * shareOfTopics ? topics : []
}

/** What stands under a goal before any heading; else under its first heading that says that work follows. */
function workOf(goal: Opening, end: number, {pieces, lexicon}: Frame): Piece[] {
  const until = (from: number): Piece[] => {
    const next = pieces.findIndex(({kind}, at) => at >= from && (kind === 'heading' || at === end))
    return pieces.slice(from, next < 0 ? end : Math.min(next, end))
  }
  const span = until(goal.piece + 1)
  if (span.some(({kind}) => kind === 'listItem')) return span
  for (let at = goal.piece + 1; at < end; at += 1) {
    if (pieces[at]!.kind !== 'heading') continue
    const kind = lexicon.leadInOf(pieces[at]!.text)
    if (kind === 'priorities' || kind === 'actions') return until(at + 1)
  }
  return span
}

/** The headings of the highest depth under a goal's, that may be goals by their words. */
function headingsIn(goal: Opening, end: number, frame: Frame): Piece[] {
  const {pieces} = frame
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
      mayBeBelow(piece, longest, frame)
  )
}

function works(heading: Piece, frame: Frame): boolean {
  const lines = linesUnder(heading, frame.pieces)
  return lines.length > 0 ? shareOf(lines, 'act', 'state') >= shareWorking : workUnder(heading, frame)
}
