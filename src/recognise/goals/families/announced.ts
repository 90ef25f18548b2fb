/** What the lines over a set of lines say of it: that goals follow, whose they are and on which level, or that it is something else. */

import type {Lexicon} from '../../lexicon.ts'
import {countOf, countPattern} from '../../number-words.ts'
import {isAside, kindsOf} from '../../outline.ts'
import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import {echoSections, type LevelWord, type SectionKind} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {shareOf} from '../words/forms.ts'
import {startsLikeAction} from '../words/goal-words.ts'
import {leastMembers, longParagraph, mostBetween, points} from './family.ts'

/** Sections that hold no goals of the plan, beside those that are foreign. */
export const never: ReadonlySet<SectionKind> = new Set<SectionKind>([
  ...echoSections,
  'vision',
  'principles',
  'governance',
  'review'
])

/** Words of a sentence by which what follows is not what the plan sets out to do. */
export const otherwise =
  /\b(?:must (?:include|contain|consider|have|cover|set)|should|could|such as|for example|examples?|(?:various|following|other|these) sources|sources?|values?|principles?|behaviours|benefits|advantages|achievements?|(?:commitments|actions|priorities|projects|initiatives|goals|work) (?:delivered|completed|achieved|fulfilled|finished)|highlights?|questions?|members?|membership|previous|last year|so far|already|to date|responsible for|thank|includes? the following (?:documents|data)|according to|factors|challenges|risks|threats|strengths|weaknesses|findings|causes|barriers|definitions?|duty|duties|requires? [^.]{2,60}? to|characteristics|powers|services we|rights?|covered|included|between(?=:)|(?:will|may) (?:occur|happen)|progress (?:against|on|in|since|towards))\b[^.]*:$|\b(?:were|was|have been|has been|had) (?:developed|achieved|met|completed|delivered|made|identified by|raised|received)\b|\byou\b.{0,30}:$/i
const own =
  /\b(?:we|our|us|my|(?:this|the|its) (?:\w+ ){0,3}(?:plan|strategy|framework|council|partnership|board|trust|authority|department|university|college|school|library|city|county|town|district)|agreed|identified|adopted|selected|focus(?:es|ed)?|aims)\b/i
const reported = /\b(?:updates?|progress|achievements?|previous|last year|advantages|benefits|examples?)\b/i
/** Longest heading or name that can name a level, words. */
const longestName = 14
const counted = new RegExp(`\\b(?:${countPattern})\\b`, 'i')
/** 'Priorities for 2031/32', 'Objectives 2031 to 2034' */
const dated = /\b20\d\d\b/
const follows = /[:–—-]$|\b(?:following|below|as follows|listed here)\b/i

/** What the document's own name says for its being a plan. */
export function planPoints(named: boolean, title: string, lexicon: Lexicon): number {
  return (named ? points.plan : 0) + (namesLevel(title, lexicon) ? points.plan : 0)
}

/** A heading that ends in a level's plural, or starts with one: 'Town Council's Revised Priorities', 'Goals for 2031'. */
export function namesLevel(whole: string, lexicon: Lexicon): LevelWord | undefined {
  const last = whole.slice(whole.lastIndexOf(':') + 1).trim()
  const dated = last !== whole && isPeriod(last)
  const text = dated
    ? whole.slice(0, whole.lastIndexOf(':'))
    : last !== '' && lexicon.startsWithLevels(last)
      ? last
      : whole
  if (wordCount(text) > longestName || lexicon.isOthers(text) || reported.test(text)) return undefined
  // 'Improving outcomes' is a goal, 'Changing objectives' is about lenses
  if (startsLikeAction(text) && !lexicon.startsWithLevels(text)) return undefined
  const first = lexicon.startsWithLevels(text) ? lexicon.levelNamed(text.split(/,|&|\band\b/)[0]!) : undefined
  const level = first ?? lexicon.levelNamed(text)
  if (!level || level.rank > 4) return undefined
  const words = text.toLowerCase().replace(/(?:\s(?:for|in|from|to))?[\d\s–/().:-]+$/u, '')
  const named =
    lexicon.startsWithLevels(text) || lexicon.sectionOf(text) === 'goals' || /\p{L}{3}(?:s|ies)$/u.test(words)
  return named ? level : undefined
}

export interface Announced {
  points: number
  level?: LevelWord
  announcers: number[]
  /** A sentence says that it is something else. */
  other: boolean
  /** It says how many they are. */
  counted?: boolean
  /** The sentence right before names no level: 'They are as follows:'. */
  bare?: boolean
}

/** What the lines over a piece say of what starts with it. */
export function announcedAt(first: Piece, {pieces, sections, lexicon}: Frame, members = 0): Announced {
  const announced: Announced = {points: 0, announcers: [], other: false}
  const before = pieces[first.index - 1]
  const announces =
    before?.kind === 'paragraph' &&
    (follows.test(lastSentence(before.text)) ||
      countsThem(before, members) ||
      ordersUnder(first, before, {pieces, lexicon}))
  const sentence = announces ? before : undefined
  if (sentence) {
    const text = lastSentence(sentence.text)
    announced.counted = countsThem(sentence, members, leastMembers)
    // 'We have a further six priorities, which …' names them early
    const level =
      highestNamed(text.slice(-160), lexicon) ?? (announced.counted ? highestNamed(text, lexicon) : undefined)
    const lead = lexicon.leadInOf(sentence.text) ?? lexicon.leadInOf(text)
    announced.other = otherwise.test(text) || lexicon.isOthers(text)
    if (level && level.rank <= 4) {
      announced.level = level
      announced.points += points.sentence
      if (own.test(text) || counted.test(text) || lexicon.startsWithLevels(text)) announced.points += points.own
    } else if (!announced.other && (countsThem(sentence, members) || ordersUnder(first, sentence, {pieces, lexicon})))
      announced.points += points.sentence
    else if (lead === 'priorities' || lead === 'actions' || lead === 'milestones') announced.points += points.promise
    else announced.bare = true
    announced.announcers.push(sentence.index)
  }
  const heading = headingOf(first, sentence, {pieces, sections, lexicon})
  if (!heading) return announced
  const plain = heading.kind === 'paragraph' ? lexicon.levelNamed(heading.text) : undefined
  const level = namesLevel(heading.text, lexicon)
  const name = isPlanName(heading.text) && allOrders(first, pieces)
  if ((plain && !level) || (name && !level && announced.points === 0)) announced.points += points.lowHeading
  else if (level || lexicon.leadInOf(heading.text) === 'priorities') {
    announced.points += level && level.rank >= 4 ? points.lowHeading : points.heading
    if (level && level.rank < 4 && dated.test(heading.text)) announced.points += points.own
    announced.announcers.push(heading.index)
    if (heading.kind === 'paragraph') announced.bare = false
    if (level) announced.level ??= level
  }
  return announced
}

/** The heading that lines stand under: right over them, at most some paragraphs between; anywhere over a sentence that announces them. */
function headingOf(first: Piece, sentence: Piece | undefined, {pieces, sections, lexicon}: Frame): Piece | undefined {
  if (first.kind === 'heading') {
    const above = pieces.slice(Math.max(0, first.index - mostBetween - 1), first.index)
    const heading = above.findLast((piece) => piece.kind === 'heading' || isTitleLine(piece, lexicon))
    if (heading?.kind === 'paragraph') return heading
    return heading && heading.depth < first.depth ? heading : undefined
  }
  const title = sentence ? pieces[sentence.index - 1] : undefined
  if (title && isTitleLine(title, lexicon)) return title
  if (sentence) return pieces[sections[first.index]?.heading ?? -1]
  for (let at = first.index - 1, passed = 0; at >= 0 && passed <= mostBetween; at -= 1, passed += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' || isTitleLine(piece, lexicon)) return piece
    if (piece.kind !== 'paragraph' || (wordCount(piece.text) < longParagraph && /:$/.test(piece.text))) return undefined
  }
  return undefined
}

/** Fewest entries that agree with a number by no chance. */
const leastCounted = 3
const counting = new RegExp(`\\b(${countPattern}) (?:[\\p{L}-]+ ){0,3}?[\\p{L}-]{3,}s\\b`, 'giu')

/** 'Nine key thrusts have been identified' before nine entries: whatever the plan calls them. */
export function countsThem({text}: Piece, members: number, least = leastCounted): boolean {
  return members >= least && [...text.matchAll(counting)].some(([, word = '']) => countOf(word) === members)
}

/** 'The council sets goals for the city ….' right over a numbered list of nothing but orders. */
function ordersUnder(first: Piece, {text}: Piece, {pieces, lexicon}: Pick<Frame, 'pieces' | 'lexicon'>): boolean {
  if (first.ordered !== true || !own.test(text) || otherwise.test(text)) return false
  const level = lexicon.levelNamed(text)
  return level !== undefined && level.rank <= 3 && allOrders(first, pieces)
}

/** The entries of the list that starts with a piece are orders. */
function allOrders(first: Piece, pieces: readonly Piece[]): boolean {
  if (first.kind !== 'listItem') return false
  const entries = pieces.slice(first.index).filter(({list, depth}) => list === first.list && depth === first.depth)
  return (
    entries.length >= leastCounted &&
    shareOf(
      entries.map(({text}) => text),
      'act'
    ) >= shareOfOrders
  )
}

/** Share of a list's entries that must be orders for all of it to be. */
const shareOfOrders = 0.8

/** 'Parish Council Action Plan': the plan's own name, and what stands right under it is the plan. */
function isPlanName(text: string): boolean {
  return wordCount(text) <= longestPlanName && /\b(?:plan|strategy)\b/i.test(text) && !/[.:;!?]/.test(text)
}

/** Longest such name, words. */
const longestPlanName = 8

/** The level that a sentence names last; of 'missions, with milestones for each' the one above. */
function highestNamed(text: string, lexicon: Lexicon): LevelWord | undefined {
  const last = lexicon.levelNamed(text)
  return last && last.rank > 4
    ? (lexicon.levelNamed(text.replace(/\b(?:milestones|measures|indicators|targets)\b/gi, '')) ?? last)
    : last
}

/** A short line that names goals or the plan, or says that they follow, where the source marks no headings: 'The trust's strategic outcomes'. */
function isTitleLine({kind, text}: Piece, lexicon: Lexicon): boolean {
  if (kind !== 'paragraph' || wordCount(text) > longestTitleLine || !/^\p{Lu}[^.:;!?]*$/u.test(text)) return false
  const level = lexicon.levelNamed(text)
  const named = (level !== undefined && level.rank < 4) || lexicon.leadInOf(text) === 'priorities' || isPlanName(text)
  return named && !lexicon.isOthers(text) && !reported.test(text)
}

/** Longest such line, words. */
const longestTitleLine = 12

function lastSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+/).at(-1) ?? text
}

/** Goals of the plan may stand here. */
export function mayHold(piece: Piece, {sections}: Frame): boolean {
  const place = sections[piece.index]
  if (isAside(place)) return false
  return !kindsOf(place).some((kind) => never.has(kind))
}

export function level({level, counted}: Announced): {level?: LevelWord; counted?: boolean} {
  return {...(level ? {level} : {}), ...(level && counted ? {counted} : {})}
}
