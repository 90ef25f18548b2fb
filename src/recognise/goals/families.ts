/**
 * Goals that no label marks: every set of parallel lines of a document is weighed as its goals, and the set with most for it wins.
 *
 * Sets are headings of one depth, entries of one list, paragraphs with bold titles and runs of short lines. For a set speak the
 * words that announce it (a sentence before it, the heading over it, the document's own name), the form of its lines, and the work
 * that stands under them; against it, words of somebody else's goals, of the past, of advice and of examples.
 */

import type {Lexicon} from '../lexicon.ts'
import {isAside, isForeign, kindsOf, type SectionPlace} from '../outline.ts'
import {endsInPageNumber} from '../page-numbers.ts'
import type {Piece} from '../pieces.ts'
import {boldHeadingDepth} from '../run-together.ts'
import {echoSections, type LeadIn, type LevelWord, type SectionKind} from '../vocabulary.ts'
import {endsSentence, sentences, wordCount} from '../words.ts'
import {committing, formOf, shareOf, unlikeGoals} from './forms.ts'
import {readsLikeMeasure, startsLikeAction} from './goal-words.ts'

export type Frame = {pieces: readonly Piece[]; sections: readonly SectionPlace[]; lexicon: Lexicon}

/** A set of lines of one make. */
export interface Family {
  make: 'headings' | 'entries' | 'led' | 'lines'
  members: Piece[]
  /** The lines over it that announce it, nearest first. */
  announcers: number[]
  level?: LevelWord
  /** Sum of what speaks for it and against it. */
  score: number
  /** What the lists right under its headings hold. */
  holds?: 'priorities' | 'measures'
}

/** Fewest points that make a family the plan's goals. */
export const leastScore = 3
/** Points more that make it so in a document that hardly speaks of plans, or beside another family. */
export const surer = 1
/** Fewest and most members of a family. */
const [leastMembers, mostMembers] = [2, 25]
/** Longest member, words: of an entry or line, and of a heading. */
const [longestEntry, longestHeading, longestLine] = [60, 25, 45]
/** Most long paragraphs between a heading and its list, and from how many words on they count as long. */
const [mostBetween, longParagraph] = [3, 25]
/** Share of the members that must be made alike. */
const alike = 0.6

/** What speaks for a family, in points. */
const points = {
  /** A sentence right before it names a level: 'We have five goals:'. */
  sentence: 2,
  /** It says whose they are, or how many. */
  own: 1,
  /** 'The council will:' */
  promise: 1,
  /** The heading over it names a level; of one like 'Steps', that is no plan's own, half as much. */
  heading: 2,
  lowHeading: 1,
  /** The document calls itself a plan, or is called after goals. */
  plan: 1,
  /** Its lines are of one form. */
  form: 1,
  /** Work stands under its headings. */
  work: 2
} as const

/** Sections that hold no goals of the plan, beside those that are foreign. */
const never: ReadonlySet<SectionKind> = new Set<SectionKind>([
  ...echoSections,
  'vision',
  'principles',
  'governance',
  'review'
])

/** Words of a sentence by which what follows is not what the plan sets out to do. */
const otherwise =
  /\b(?:must (?:include|contain|consider|have|cover|set)|should|could|such as|for example|examples?|(?:various|following|other|these) sources|sources?|values?|principles?|behaviours|benefits|advantages|achievements?|highlights?|questions?|members?|membership|previous|last year|so far|already|to date|responsible for|thank|includes? the following (?:documents|data)|according to|factors|challenges|risks|threats|strengths|weaknesses|findings|causes|barriers|definitions?|duties|powers|services we|rights?)\b[^.]*:$|\b(?:were|was|have been|has been|had) (?:developed|achieved|met|completed|delivered|made|identified by|raised|received)\b|\byou\b.{0,30}:$/i
const own =
  /\b(?:we|our|us|my|(?:this|the|its) (?:\w+ ){0,3}(?:plan|strategy|framework|council|partnership|board|trust|authority|department|university|college|school|library|city|county|town|district)|agreed|identified|adopted|selected|focus(?:es|ed)?|aims)\b/i
const reported = /\b(?:updates?|progress|achievements?|previous|last year|advantages|benefits|examples?)\b/i
/** Longest heading or name that can name a level, words. */
const longestName = 14
const counted = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b/i
const follows = /:$|\b(?:following|below|as follows|listed here)\b/i

/** Every family of the document, the likeliest first. `plan`: points for what the document calls itself. */
export function familiesOf(frame: Frame, plan: number): Family[] {
  const found = [...headingFamilies(frame), ...runs(frame)].map((family) => ({...family, score: family.score + plan}))
  return found.sort(
    (a, b) => b.score - a.score || b.members.length - a.members.length || a.members[0]!.index - b.members[0]!.index
  )
}

/** What the document's own name says for its being a plan. */
export function planPoints(named: boolean, title: string, lexicon: Lexicon): number {
  return (named ? points.plan : 0) + (namesLevel(title, lexicon) ? points.plan : 0)
}

/** A heading that ends in a level's plural, or starts with one: 'Town Council's Revised Priorities', 'Goals for 2031'. */
export function namesLevel(whole: string, lexicon: Lexicon): LevelWord | undefined {
  const last = whole.slice(whole.lastIndexOf(':') + 1).trim()
  const text = last !== '' && lexicon.startsWithLevels(last) ? last : whole
  if (wordCount(text) > longestName || lexicon.isOthers(text) || reported.test(text)) return undefined
  // 'Improving outcomes' is a goal, 'Changing objectives' is about lenses
  if (startsLikeAction(text)) return undefined
  const first = lexicon.startsWithLevels(text) ? lexicon.levelNamed(text.split(/,|&|\band\b/)[0]!) : undefined
  const level = first ?? lexicon.levelNamed(text)
  if (!level || level.rank > 4) return undefined
  const words = text.toLowerCase().replace(/(?:\s(?:for|in|from|to))?[\d\s–/().:-]+$/u, '')
  const named = lexicon.startsWithLevels(text) || lexicon.sectionOf(text) === 'goals' || /(?:s|ies)$/.test(words)
  return named ? level : undefined
}

interface Announced {
  points: number
  level?: LevelWord
  announcers: number[]
  /** A sentence says that it is something else. */
  other: boolean
  /** The sentence right before names no level: 'They are as follows:'. */
  bare?: boolean
}

/** What the lines over a piece say of what starts with it. */
function announcedAt(first: Piece, {pieces, sections, lexicon}: Frame): Announced {
  const announced: Announced = {points: 0, announcers: [], other: false}
  const before = pieces[first.index - 1]
  const sentence = before?.kind === 'paragraph' && follows.test(lastSentence(before.text)) ? before : undefined
  if (sentence) {
    const text = lastSentence(sentence.text)
    const level = lexicon.levelNamed(text.slice(-160))
    const lead = lexicon.leadInOf(sentence.text) ?? lexicon.leadInOf(text)
    announced.other = otherwise.test(text) || lexicon.isOthers(text)
    if (level && level.rank <= 4) {
      announced.level = level
      announced.points += points.sentence
      if (own.test(text) || counted.test(text) || lexicon.startsWithLevels(text)) announced.points += points.own
    } else if (lead === 'priorities' || lead === 'actions' || lead === 'milestones') announced.points += points.promise
    else announced.bare = true
    announced.announcers.push(sentence.index)
  }
  const heading = headingOf(first, sentence, pieces, sections)
  if (!heading) return announced
  const level = namesLevel(heading.text, lexicon)
  if (level || lexicon.leadInOf(heading.text) === 'priorities') {
    announced.points += level && level.rank >= 4 ? points.lowHeading : points.heading
    announced.announcers.push(heading.index)
    if (level) announced.level ??= level
  }
  return announced
}

/** The heading that lines stand under: right over them, at most some paragraphs between; anywhere over a sentence that announces them. */
function headingOf(
  first: Piece,
  sentence: Piece | undefined,
  pieces: readonly Piece[],
  sections: readonly SectionPlace[]
): Piece | undefined {
  if (first.kind === 'heading') {
    const above = pieces.slice(Math.max(0, first.index - mostBetween - 1), first.index)
    const heading = above.findLast((piece) => piece.kind === 'heading')
    return heading && heading.depth < first.depth ? heading : undefined
  }
  if (sentence) return pieces[sections[first.index]?.heading ?? -1]
  for (let at = first.index - 1, passed = 0; at >= 0 && passed <= mostBetween; at -= 1, passed += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading') return piece
    if (piece.kind !== 'paragraph' || (wordCount(piece.text) < longParagraph && /:$/.test(piece.text))) return undefined
  }
  return undefined
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+/).at(-1) ?? text
}

/** Goals of the plan may stand here. */
function mayHold(piece: Piece, {sections}: Frame): boolean {
  const place = sections[piece.index]
  if (isAside(place)) return false
  return !kindsOf(place).some((kind) => never.has(kind))
}

/** Kinds of section whose names goals may have too: 'Community engagement', 'Governance' over things to do. */
const alsoGoals: ReadonlySet<SectionKind> = new Set<SectionKind>(['needs', 'voice', 'governance', 'principles'])

/** A heading may be a goal's: by the sections around it, and by its own words unless work under it says otherwise. */
function mayTitle(heading: Piece, frame: Frame): boolean {
  const place = frame.sections[heading.index]
  if (place?.heading !== heading.index || place.kind === 'other' || place.kind === 'goals')
    return mayHold(heading, frame)
  if (!alsoGoals.has(place.kind) || !workUnder(heading, frame)) return false
  const around = place.within
  return !isForeign(around) && !kindsOf(around).some((kind) => never.has(kind))
}

/** Lists, paragraphs with bold titles, and runs of short lines. */
function runs(frame: Frame): Family[] {
  const {pieces, lexicon} = frame
  const families: Family[] = []
  for (let at = 0; at < pieces.length; ) {
    const make = makeOf(pieces[at]!, lexicon)
    const members: Piece[] = []
    let end = at
    while (
      make &&
      end < pieces.length &&
      (makeOf(pieces[end]!, lexicon) === make || nested(pieces[end]!, members[0]))
    ) {
      if (!nested(pieces[end]!, members[0])) members.push(pieces[end]!)
      end += 1
    }
    if (make && make !== 'headings') families.push(...weighed(make, members, frame))
    at = Math.max(end, at + 1)
  }
  return families
}

function nested(piece: Piece, first: Piece | undefined): boolean {
  return first?.kind === 'listItem' && piece.kind === 'listItem' && piece.depth > first.depth
}

function makeOf(piece: Piece, lexicon: Lexicon): Family['make'] | undefined {
  if (piece.kind === 'listItem') return 'entries'
  if (piece.kind !== 'paragraph' || piece.header || piece.aside !== undefined || /:$/.test(piece.text)) return undefined
  const led = isLed(piece)
  // a sentence in bold is no label
  if (led && endsSentence(piece.lead)) return 'led'
  if (lexicon.labelled(piece.text, piece.lead) || lexicon.leadInOf(piece.text)) return undefined
  if (led) return 'led'
  return wordCount(piece.text) <= longestLine && wordCount(piece.text) > 1 ? 'lines' : undefined
}

/** '**Parks for health.** People who …': its bold words are a title, the others explain it. */
export function isLed({text, lead}: Piece): boolean {
  if (lead === '' || lead.length >= text.length || wordCount(lead) < 1 || wordCount(lead) > 15) return false
  return /[.:–—-]$/u.test(lead) || /^\s*[:–—-]/u.test(text.slice(lead.length))
}

function weighed(make: 'entries' | 'led' | 'lines', members: Piece[], frame: Frame): Family[] {
  const [first] = members
  if (!first || members.length < leastMembers || members.length > mostMembers || !mayHold(first, frame)) return []
  if (members.some((piece) => (wordCount(piece.text) > longestEntry && !isLed(piece)) || endsInPageNumber(piece.text)))
    return []
  const announced = announcedAt(first, frame)
  if (announced.points === 0 || announced.other) return []
  const lines = members.map(({text, lead}) => (make === 'led' ? lead : text))
  const form = Math.max(shareOf(lines, 'act'), shareOf(lines, 'state'))
  // short lines are a list only where a sentence or their form says so
  if ((make === 'lines' || announced.bare) && form < alike) return []
  const score =
    announced.points +
    (form >= alike ? points.form : 0) +
    (first.ordered || make === 'led' ? 0.5 : 0) -
    unlikeGoals(lines)
  return [{make, members, announcers: announced.announcers, score, ...level(announced)}]
}

function level(announced: Announced): {level?: LevelWord} {
  return announced.level ? {level: announced.level} : {}
}

/** Headings of one depth: those under one heading that announces them, and all of the document. */
function headingFamilies(frame: Frame): Family[] {
  const {pieces, lexicon} = frame
  const qualified = qualifiedNames(frame)
  const headings = pieces.filter(
    (piece) =>
      piece.kind === 'heading' &&
      !piece.entry &&
      wordCount(piece.text) <= longestHeading &&
      mayTitle(piece, frame) &&
      (lexicon.leadInOf(piece.text) === undefined || qualified.has(piece))
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

export function headingOver(piece: Piece, pieces: readonly Piece[]): Piece | undefined {
  for (let at = piece.index - 1; at >= 0; at -= 1)
    if (pieces[at]!.kind === 'heading' && pieces[at]!.depth < piece.depth) return pieces[at]
  return undefined
}

function announcedHeadings(members: Piece[], parent: Piece | undefined, frame: Frame): Family[] {
  const {pieces, lexicon} = frame
  const titled = members.filter((piece) => lexicon.sectionOf(piece.text) !== undefined)
  const odd = titled.length > members.length * (1 - alike) ? titled : []
  const plain = members.filter((piece) => !odd.includes(piece) && formOf(piece.text) !== 'asked')
  const [first] = plain
  if (!first || !parent || plain.length < leastMembers || plain.length > mostMembers) return []
  // 'Board goals for 2031' beside 'Our values' says itself what its list is
  const naming = plain.filter((piece) => namesLevel(piece.text, lexicon)).length
  if (naming > 0 && naming < leastQualified) return []
  const lead = lexicon.leadInOf(parent.text)
  const named = namesLevel(parent.text, lexicon) ?? (lead && holding.has(lead) ? lead : undefined)
  const announced = announcedAt(first, frame)
  const said = named && !announced.announcers.includes(parent.index) ? points.heading : 0
  if (announced.points + said === 0 || announced.other) return []
  const bodies = plain.filter((piece) => hasBody(piece, pieces)).length
  if (bodies < plain.length * alike) return []
  const kept = trimmed(plain, frame)
  const lines = kept.map(({text}) => text)
  const work = kept.filter((piece) => workUnder(piece, frame)).length
  const score =
    announced.points +
    said +
    (shareOf(lines, 'act') >= alike || shareOf(lines, 'state') >= alike ? points.form : 0) +
    (work >= kept.length * alike ? points.work : 0) +
    0.5 -
    unlikeGoals(lines)
  const announcers = [...announced.announcers, ...(said ? [parent.index] : [])]
  const holds = lead === 'measures' ? 'measures' : 'priorities'
  return [{make: 'headings', members: kept, announcers, score, holds, ...level(announced)}]
}

/** Lead-ins that may stand over the headings of goals. */
const holding: ReadonlySet<LeadIn> = new Set<LeadIn>(['priorities', 'actions', 'measures'])

/** Where most of the headings have work under them, those before the first and after the last of such are none of them. */
function trimmed(members: readonly Piece[], frame: Frame): Piece[] {
  const works = members.map((piece) => workUnder(piece, frame))
  const number = works.filter(Boolean).length
  if (number < leastMembers || number < members.length * (1 - alike)) return [...members]
  return members.slice(works.indexOf(true), works.lastIndexOf(true) + 1)
}

function hasBody({index}: Piece, pieces: readonly Piece[]): boolean {
  const next = pieces[index + 1]
  return next !== undefined && (next.kind !== 'heading' || next.depth > pieces[index]!.depth)
}

/** Fewest headings over lists that make a scheme by themselves. */
const leastWorked = 3

/** Headings of one depth of which most stand over lists that read like goals, or over promises. */
function workedHeadings(all: Piece[], frame: Frame): Family[] {
  const over = all
    .map((piece) => ({piece, lines: linesUnder(piece, frame.pieces)}))
    .filter(({lines}) => lines.length > 0)
  const goals = over.filter(({lines}) => lines.filter(readsLikeGoal).length >= lines.length * alike)
  const [first, last] = [goals[0]?.piece, goals.at(-1)?.piece]
  if (!first || !last || goals.length < leastWorked || goals.length > mostMembers) return []
  const within = over.filter(({piece}) => piece.index >= first.index && piece.index <= last.index)
  if (goals.length < within.length * alike) return []
  const members = goals.map(({piece}) => piece)
  const titles = members.map(({text}) => text)
  const score =
    points.work +
    (shareOf(titles, 'act') >= alike ? points.form : 0) +
    (ofTheBody(goals.flatMap(({lines}) => lines)) ? points.own : 0) -
    unlikeGoals(titles) -
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

/** The entries of the list under a heading; else the sentences of its paragraphs, where all of them promise something. */
export function linesUnder(heading: Piece, pieces: readonly Piece[]): string[] {
  const list = listUnder(heading, pieces)
  if (list.length > 0) return list.map(({text}) => text)
  const lines: string[] = []
  for (let at = heading.index + 1; pieces[at]?.kind === 'paragraph'; at += 1) lines.push(...sentences(pieces[at]!.text))
  return lines.every((line) => committing.test(line)) ? lines : []
}

/** Something that reads like goals stands under a heading, before the next of its depth. */
export function workUnder(heading: Piece, {pieces, lexicon}: Frame): boolean {
  for (let at = heading.index + 1; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' && piece.depth <= heading.depth) return false
    const kind = piece.kind === 'table' ? undefined : lexicon.leadInOf(piece.text)
    if (kind === 'priorities' || kind === 'actions' || kind === 'measures') return true
    if (piece.kind === 'listItem' && formOf(piece.text) === 'act') return true
    if (piece.kind === 'paragraph' && committing.test(piece.text)) return true
  }
  return false
}

/** The first list under a heading, before any other heading; not one that a sentence speaks of as something else. */
export function listUnder(heading: Piece, pieces: readonly Piece[]): Piece[] {
  let at = heading.index + 1
  while (pieces[at]?.kind === 'paragraph' && at <= heading.index + mostBetween + 1) at += 1
  const first = pieces[at]
  if (first?.kind !== 'listItem') return []
  const before = pieces[at - 1]!
  const promised = /\b(?:will|aim|going to|commit|plan to|we)\b/i
  if (
    before.kind === 'paragraph' &&
    /:$/.test(before.text) &&
    (!promised.test(before.text) || otherwise.test(before.text))
  )
    return []
  const entries: Piece[] = []
  for (; pieces[at]?.kind === 'listItem'; at += 1) if (pieces[at]!.depth <= first.depth) entries.push(pieces[at]!)
  return entries
}

/** Depth of a family's openings. */
export function depthOf(piece: Piece): number {
  return piece.kind === 'heading' ? Math.min(piece.depth, boldHeadingDepth) : boldHeadingDepth + 1
}
