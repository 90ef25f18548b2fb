/** Headings of one depth, weighed as a plan's goals: those under a heading that announces them, and those that stand over work. */

import {isForeign, kindsOf} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {leadsWork, type SectionKind} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {headingOver, linesUnder, listUnder, sentencesUnder, workUnder} from '../headings/under-headings.ts'
import {committing, formOf, shareOf, unlikeGoals} from '../words/forms.ts'
import {readsLikeMeasure} from '../words/goal-words.ts'
import {announcedAt, level, mayHold, namesLevel, never} from './announced.ts'
import {alike, type Family, leastMembers, longestEntry, longestHeading, mostMembers, points} from './family.ts'

/** Kinds of section whose names goals may have too: 'Community engagement', 'Governance' over things to do. */
export const alsoGoals: ReadonlySet<SectionKind> = new Set<SectionKind>(['needs', 'voice', 'governance', 'principles'])

/** A heading may be a goal's: by the sections around it, and by its own words unless work under it says otherwise. */
function mayTitle(heading: Piece, frame: Frame): boolean {
  const place = frame.sections[heading.index]
  if (place?.heading !== heading.index || place.kind === 'other' || place.kind === 'goals')
    return mayHold(heading, frame)
  if (!alsoGoals.has(place.kind) || !(workUnder(heading, frame) || inNumberedRun(heading, frame))) return false
  const around = place.within
  return !isForeign(around) && !kindsOf(around).some((kind) => never.has(kind))
}

const number = /^(\d{1,2})[.):]?\s+(?=\p{L})/u

/** '2. Arts participation' after '1. …' and before '3. …' of its depth: one of a series, whatever its words name elsewhere. */
function inNumberedRun(heading: Piece, {pieces}: Frame): boolean {
  const own = number.exec(heading.text)?.[1]
  if (own === undefined) return false
  const isBeside = (step: 1 | -1): boolean => {
    for (let at = heading.index + step; pieces[at]; at += step) {
      const {kind, depth, text} = pieces[at]!
      if (kind === 'heading' && depth <= heading.depth)
        return depth === heading.depth && Number(number.exec(text)?.[1]) === Number(own) + step
    }
    return false
  }
  return isBeside(1) || isBeside(-1)
}

/** Headings of one depth: those under one heading that announces them, and all of the document. */
export function headingFamilies(frame: Frame): Family[] {
  const {pieces, lexicon} = frame
  const qualified = qualifiedNames(frame)
  const questions = ownQuestions(frame)
  const headings = pieces.filter(
    (piece) =>
      piece.kind === 'heading' &&
      !piece.entry &&
      wordCount(piece.text) <= longestHeading &&
      mayTitle(piece, frame) &&
      (lexicon.leadInOf(piece.text) === undefined || qualified.has(piece) || questions.has(piece))
  )
  const parents = new Map(headings.map((piece) => [piece, headingOver(piece, pieces)]))
  const siblings = Map.groupBy(headings, (piece) => `${piece.depth} ${parents.get(piece)?.index}`)
  const depths = Map.groupBy(headings, (piece) => piece.depth)
  return [
    ...[...Map.groupBy(qualified, (piece) => piece.depth).values()].map((members) => namedAlike(members, frame)),
    ...[...siblings.values()].flatMap((members) => announcedHeadings(members, parents.get(members[0]!), frame)),
    ...[...depths.values()].flatMap((members) => workedHeadings(members, frame))
  ]
}

/** Fewest headings that name one level with words of their own before it, to be goals and not lead-ins. */
const leastQualified = 3

/** 'Safety goals', 'Budget goals', 'Staff goals' over lists: what each is about tells them apart. */
function qualifiedNames({pieces, lexicon}: Frame): Set<Piece> {
  const named = pieces.filter(
    (piece) =>
      piece.kind === 'heading' &&
      !lexicon.startsWithLevels(piece.text) &&
      namesLevel(piece.text, lexicon) !== undefined &&
      pieces[piece.index + 1]?.kind === 'listItem'
  )
  const alike = Map.groupBy(named, (piece) => `${piece.depth} ${namesLevel(piece.text, lexicon)!.word}`)
  return new Set(
    [...alike.values()].filter((same) => new Set(same.map(({text}) => text)).size >= leastQualified).flat()
  )
}

function namedAlike(members: Piece[], {pieces}: Frame): Family {
  const lines = members.flatMap((piece) => linesUnder(piece, pieces))
  const score = points.heading + points.form - unlikeGoals(lines)
  return {make: 'headings', members, announcers: [], score, holds: 'priorities'}
}

function announcedHeadings(members: Piece[], parent: Piece | undefined, frame: Frame): Family[] {
  const {pieces, lexicon} = frame
  const titled = members.filter((piece) => lexicon.sectionOf(piece.text) !== undefined)
  const odd = titled.length > members.length * (1 - alike) ? titled : []
  const plain = members.filter((piece) => !odd.includes(piece) && formOf(piece.text) !== 'asked')
  const [first] = plain
  if (!first || plain.length < leastMembers || plain.length > mostMembers) return []
  // 'Board goals for 2031' beside 'Our values' says itself what its list is
  const naming = plain.filter((piece) => namesLevel(piece.text, lexicon)).length
  if (naming > 0 && naming < leastQualified) return []
  const lead = parent && lexicon.leadInOf(parent.text)
  const named = parent && (namesLevel(parent.text, lexicon) ?? (leadsWork(lead) ? lead : undefined))
  const announced = announcedAt(first, frame, plain.length)
  const said = named && !announced.announcers.includes(parent.index) ? points.heading : 0
  if (announced.points + said === 0 || announced.other) return []
  const bodies = plain.filter((piece) => hasBody(piece, pieces)).length
  // a sentence right before them that announces goals needs no words under each
  const listed = announced.announcers[0] === first.index - 1 && announced.points >= points.sentence + points.own
  if (bodies < plain.length * alike && !listed) return []
  const lines = plain.map(({text}) => text)
  const most = (is: (heading: Piece, frame: Frame) => boolean) =>
    plain.filter((piece) => is(piece, frame)).length >= plain.length * alike
  const against = unlikeGoals(lines)
  const score =
    announced.points +
    said +
    (shareOf(lines, 'act') >= alike || shareOf(lines, 'state') >= alike ? points.form : 0) +
    (most(workUnder) ? points.work : most(promisesUnder) ? points.promise : 0) +
    0.5 -
    // under 'Our priorities' a title of one word is a theme
    (announced.level || named ? Math.max(0, against - 1) : against)
  const announcers = [...announced.announcers, ...(said && parent ? [parent.index] : [])]
  const holds = lead === 'measures' ? 'measures' : 'priorities'
  return [{make: 'headings', members: plain, announcers, score, holds, ...level(announced)}]
}

/** A paragraph right under the heading says what the plan's own body will do. */
function promisesUnder(heading: Piece, {pieces}: Frame): boolean {
  return sentencesUnder(heading, pieces)
    .flat()
    .some((sentence) => promising.test(sentence))
}

const promising = /^(?:[^.]{0,60}, )?(?:we|the [\p{L}' ]{2,40}|our \p{L}+)(?:'ll| will| shall| (?:is|are) going to)\b/iu

function hasBody({index}: Piece, pieces: readonly Piece[]): boolean {
  const next = pieces[index + 1]
  return next !== undefined && (next.kind !== 'heading' || next.depth > pieces[index]!.depth)
}

/** Fewest headings over lists that make a scheme by themselves. */
const leastWorked = 3

/** 'How will we make it safe to cycle?': what the plan's own body asks itself is what it is about to answer. */
const ownQuestion = /^(?:how|what) (?:will|can|do|should|are) we\b[^?]{8,}\?$/i

/** Fewest words of such a question: 'How will we do this?' has five. */
const leastAsked = 6

/** Headings that ask it in words of their own, and more than one of them. */
function ownQuestions({pieces, lexicon}: Frame): Set<Piece> {
  const asked = pieces.filter(
    ({kind, text}) =>
      kind === 'heading' &&
      ownQuestion.test(text) &&
      wordCount(text) >= leastAsked &&
      lexicon.leadInOf(text) !== 'measures'
  )
  return new Set(new Set(asked.map(({text}) => text)).size > 1 ? asked : [])
}

/** Headings of one depth of which most stand over lists that read like goals, or over promises. */
function workedHeadings(all: Piece[], frame: Frame): Family[] {
  const over = all
    .map((piece) => ({piece, lines: linesUnder(piece, frame.pieces)}))
    .filter(({lines}) => lines.length > 0)
  const telling = (line: string): boolean => readsLikeGoal(line) || (frame.lexicon.levelOf(line)?.level.rank ?? 5) < 5
  const goals = over.filter(({lines}) => lines.filter(telling).length >= lines.length * alike)
  const [first, last] = [goals[0]?.piece, goals.at(-1)?.piece]
  const least = goals.every(({piece}) => ownQuestion.test(piece.text)) ? leastMembers : leastWorked
  if (!first || !last || goals.length < least || goals.length > mostMembers) return []
  const within = over.filter(({piece}) => piece.index >= first.index && piece.index <= last.index)
  if (goals.length < within.length * alike) return []
  // headings of one make are read alike: one whose list says some of its work in other words is no exception
  const some = over.filter((each) => goals.includes(each) || each.lines.some(telling))
  const members = (goals.length >= some.length * alike ? some : goals).map(({piece}) => piece)
  const titles = members.map(({text}) => text)
  const promised = goals.every(({lines}) => lines.every((line) => committing.test(line)))
  // promises to a reader may well stand under words to that reader
  const asked = promised ? [] : titles.filter((title) => !ownQuestion.test(title))
  const score =
    points.work +
    (shareOf(titles, 'act') >= alike ? points.form : 0) +
    (ofTheBody(goals.flatMap(({lines}) => lines)) || (asked.length === 0 && !promised) ? points.own : 0) +
    (promised ? points.promise : 0) -
    // over lists of work a title of one word is a theme
    Math.max(0, unlikeGoals(asked) - 1) -
    unlikeGoals(goals.flatMap(({lines}) => lines))
  const listed = goals.filter(({piece}) => listUnder(piece, frame.pieces).length > 0).length
  const holds = listed > 0 ? {holds: 'priorities' as const} : {}
  return [{make: 'headings', members, announcers: [], score, ...holds}]
}

/** Where no word announces goals, only orders, promises and plain measures of a goal's length are taken for some. */
function readsLikeGoal(line: string): boolean {
  const form = formOf(line)
  return wordCount(line) <= longestEntry && (form === 'act' || (form === 'state' && readsLikeMeasure(line)))
}

/** Work is told as the body's own: 'our', 'we will', or 'Reaching more families'; orders alone may be advice to a reader. */
function ofTheBody(lines: readonly string[]): boolean {
  return lines.filter((line) => /\b(?:we|our|us)\b|^\p{L}{3,}ing\b/iu.test(line)).length >= lines.length * shareOfBody
}

/** Share of the lines that must be told so. */
const shareOfBody = 0.4
