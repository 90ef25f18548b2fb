import type {Blocks} from '../../blocks/types.ts'
import {findDates} from '../../language/dates.ts'
import {foldMarks} from '../../language/fold.ts'
import type {Plan, PlanStatus, Position} from '../../plan-tree/nodes.ts'
import {type FrontLine, frontLines} from './front.ts'
import {bodyOf, placeOf, properWords} from './names.ts'
import {afterCover, planKinds, planNoun, statusWords} from './words.ts'

/** What a document says about itself, from its words alone. Absent means that the words do not say. */
export interface DocumentFacts extends Pick<Plan, 'title' | 'authority' | 'publisher' | 'period' | 'status' | 'kind'> {
  /** Where the title stands in the reading text. */
  titlePosition?: Position
}

/** Characters of the reading text that are searched for names and years. */
const searched = 400_000

/**
 * Title, place, body, period, status and kind of a document from its words alone; never from a file name. Pure.
 * @param fallback the title where the words give none: a path's last part.
 */
export function documentFacts(blocks: Blocks, fallback = 'Untitled document'): DocumentFacts {
  const front = frontLines(blocks)
  const text = foldMarks(blocks.text.slice(0, searched))
  const declared = blocks.title?.trim()
  const chosen = titleOf(front, text, declared)
  const title = chosen?.text ?? (declared || fallback.split(/[\\/]/).at(-1)!)
  const [ownTitle, ownBody] = splitDeclared(declared)
  const publisher = bodyOf(front, text, ownTitle === undefined ? undefined : ownBody)
  const authority = placeOf(front, text, chosen ? title : '', publisher)
  const period = periodOf(title, front, text)
  const kind = kindOf(title)
  return {
    title,
    status: statusOf(blocks, front, text),
    ...(authority ? {authority} : {}),
    ...(publisher ? {publisher} : {}),
    ...(period ? {period} : {}),
    ...(kind ? {kind} : {}),
    ...(chosen?.position ? {titlePosition: chosen.position} : {})
  }
}

const years = /\b(?:19|20)\d\d\b/
const spanOnly =
  /^\W{0,3}(?:for\s|the\speriod\s|from\s)?(?:19|20)\d\d\s?(?:[-/–]|to|and|until)\s?(?:(?:19|20)?\d\d)\W{0,3}$/i

function titleOf(front: readonly FrontLine[], text: string, declared: string | undefined): FrontLine | undefined {
  const largest = Math.max(0, ...front.map(({size}) => size))
  const scored = front
    .map((line, index) => ({line: withYears(line, front[index + 1]), score: titleScore(line, index, largest), index}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const best = scored[0]
  if (best && best.score >= 4 && contentWords(best.line.text) > 0)
    return {...best.line, text: cleanTitle(best.line.text)}
  const [own] = splitDeclared(declared)
  if (own && planNoun.test(own)) return {text: cleanTitle(own), depth: 1, size: 0}
  const named = ownName(text, placeOf(front, text, '', undefined)) ?? namedInText(text)
  if (named) return {text: named, depth: 7, size: 0}
  return best && {...best.line, text: cleanTitle(best.line.text)}
}

/** How much a line of the cover looks like the title: it names a plan, has years, is a heading, is set large, comes early. */
function titleScore(line: FrontLine, index: number, largest: number): number {
  const words = line.text.split(/\s+/)
  if (words.length > 25 || !/\p{L}{3}/u.test(line.text) || afterCover.test(line.text)) return 0
  const noun = planNoun.test(line.text)
  const other =
    /\b(?:policy|report|review|assessment|guide|guidance|protocol|statement|profile|needs analysis|briefing|terms of reference)\b/i.test(
      line.text
    )
  const content = words.filter(
    (word) => !/^(?:the|a|our|this|plan|strategy|draft|final|version|summary|\W+)$/i.test(word)
  ).length
  let score = 0
  if (noun) score += content > 0 ? 5 : 1
  if (noun && content > 1) score += 1
  if (other && !noun) score += 3
  if (/^\d{1,2}[.)]?\s/.test(line.text)) score -= 3
  if (years.test(line.text)) score += 2
  if (line.depth <= 2) score += 2
  else if (line.depth <= 4) score += 1
  if (largest > 0 && line.size >= largest * 0.9) score += 2
  if (
    /[.;,]$/.test(line.text) ||
    /^(?:status|version|date|published|adopted|approved|outcome|priority|pledge|chapter|section|appendix|part)\b/i.test(
      line.text
    )
  )
    score -= 4
  if (/\b(?:will|is|are|was|have|has|sets? out|should|must)\b/i.test(line.text)) score -= 3
  return score - Math.min(2, index * 0.1)
}

/** Words beside 'the plan', 'our strategy': what a title tells a plan by. */
function contentWords(text: string): number {
  return text
    .split(/\s+/)
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !/^\W{0,3}(?:the|an?|our|this|plan|strategy|strategic|framework|draft|final|version|summary)\W{0,3}$/i.test(
          word
        )
    ).length
}

/** A title whose years stand on a line of their own gets them back. */
function withYears(line: FrontLine, next: FrontLine | undefined): FrontLine {
  if (!next || years.test(line.text) || !spanOnly.test(next.text)) return line
  return {...line, text: `${line.text} ${next.text.trim()}`}
}

/** Without a status word at either end, a word printed twice in a row, or the name of a site. */
function cleanTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(\d\s?[-–])\s(?=\d)/g, (dash) => (dash.length > 3 || /\s[-–]/.test(dash) ? dash : dash.trim()))
    .replace(/^\W{0,3}(?:draft|final|consultation draft|final draft)\s?[:–-]?\s(?=[A-Z\d])/i, '')
    .replace(
      /[\s(–-]{1,4}(?:(?:final|consultation|working)\s)?(?:draft|final version|final)(?:\s(?:for consultation|v?\d[\d.]*))?\)?\W{0,2}$/i,
      ''
    )
    .replace(/\b(\p{L}{3,})\s\1\b/gu, '$1')
    .replace(/[\s:;,]+$/, '')
    .trim()
}

/** '<title>Healthy Fens 2031-35 | Fenland Health Board</title>': the plan's part and the publisher's. */
function splitDeclared(declared: string | undefined): [title: string | undefined, body: string | undefined] {
  if (!declared || declared.length > 300) return [undefined, undefined]
  const parts = declared.split(/\s[|·»–—-]\s/).map((part) => part.trim())
  const plan = parts.find((part) => planNoun.test(part)) ?? parts[0]
  return [plan, parts.length > 1 ? parts.filter((part) => part !== plan).at(-1) : undefined]
}

/** 'This harbour safety strategy' of a text that also prints 'Fenland Harbour Safety Strategy': the plan's own name. */
function ownName(text: string, place: string | undefined): string | undefined {
  if (!place) return undefined
  for (const match of text
    .slice(0, 100_000)
    .matchAll(/\b(?:this|our)\s((?:[\w'&-]{2,30}\s){1,6}?(?:plan|strategy|framework|programme))\b/gi)) {
    const at = text.toLowerCase().indexOf(`${place} ${match[1]}`.toLowerCase())
    if (at >= 0) return text.slice(at, at + place.length + 1 + match[1]!.length)
  }
  return undefined
}

/** The capitalised name of a plan that a text without a cover calls its own: 'This strategy …', 'the Fenland Digital Strategy'. */
function namedInText(text: string): string | undefined {
  const names = new Map<string, number>()
  const pattern =
    /\b((?:[A-Z][\w'&-]{1,30}\s(?:(?:and|of|for|the|&)\s){0,2}){1,8}(?:Plan|Strategy|Framework|Programme)(?:\s(?:19|20)\d\d\s?(?:-|to)\s?(?:19|20)?\d\d)?)\b/g
  for (const match of text.slice(0, 100_000).matchAll(pattern)) {
    const name = match[1]!.replace(/^(?:The|This|Our|A|In|By|Each|Every|Draft)\s/, '')
    // 'in the Civil Reform Plan' and a link speak of another document.
    if (text.startsWith('](', match.index + match[0].length)) continue
    const other = /\b(?:in|under|with|from|by|alongside|of|and|following)\s(?:the\s|its\s|their\s)?\[?$/i.test(
      text.slice(Math.max(0, match.index - 20), match.index)
    )
    if (name.split(' ').length > 1) names.set(name, (names.get(name) ?? 0) + (other ? 0.2 : 1))
  }
  // A name with a place in it is a plan's own; a national one is seldom the plan's.
  const weight = ([name, count]: [string, number]) =>
    count < 2
      ? 0
      : count * (properWords(name).length > 0 ? 3 : 1) * (/\b(?:National|Government)\b/.test(name) ? 0.2 : 1)
  const [best] = [...names].sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))
  return best && weight(best) >= 2 ? best[0] : undefined
}

/** Longest that a plan runs, in years. */
const longestPeriod = 30

const earlier =
  /\b(?:last|previous|earlier|former|old|replaces?d?|reviewed|achievements?|progress|since|census|data|figures?|population|forecasts?)\b[^.]{0,60}$/i
const ownPeriod =
  /\b(?:this|our|the|year)\s(?:\S+\s){0,4}(?:plan|strategy|framework|programme|priorities|vision)\b|\b(?:deliver|covers?|lasts?|runs?)\b|\b(?:priorit(?:y|ies)|actions?|goals|objectives|ambitions|commitments)\b[^.\n]{0,60}$/i

/** '2031-2034 Fenland Digital Strategy': the years begin the plan's name. */
const inName =
  /^\s{0,3}(?:\p{Lu}[\p{L}'’-]*\s(?:(?:and|of|for|the|&)\s){0,2}){1,7}(?:Plan|Strategy|Framework|Programme)\b/u

/** A plan of one year says so. */
const ownYears = /\b(?:this|our|the)\s(?:\S+\s){0,3}(?:plan|strategy|programme)\s(?:for|covers|runs)\b/i

/** Mentions that make some years the plan's own, where it never says that they are. */
const leastMentions = 3

function periodOf(title: string, front: readonly FrontLine[], text: string): {from: number; to: number} | undefined {
  const own = spansIn(title)[0]
  if (own) return own
  const cover = front.filter(({text: words}) => !/[.:;]$/.test(words)).flatMap(({text: words}) => spansIn(words))
  if (cover[0]) return mostCommon(cover)
  const start = text.slice(0, 60_000)
  const told: {from: number; to: number}[] = []
  const mentioned: {from: number; to: number}[] = []
  for (const {when, start: at, end} of findDates(start)) {
    const open = when.kind === 'ongoing' ? spanOfYears(start.slice(at, end)) : undefined
    if (!open && (when.kind !== 'span' || !isPeriod(when))) continue
    const before = start.slice(Math.max(0, at - 120), at)
    const around = `${before} ${start.slice(end, end + 80)}`
    if (earlier.test(before)) continue
    const span =
      open ??
      (when.kind === 'span' ? {from: Number(when.from.slice(0, 4)), to: Number(when.to.slice(0, 4))} : undefined)
    // '2012/13' and 'FY2020' are a year of accounts or of school wherever the plan does not say that it is its own
    const after = around.slice(before.length)
    const named = inName.test(after)
    if (!span || (span.to - span.from === 1 && !open && !named && !ownYears.test(around))) continue
    if (named || ownPeriod.test(before) || ownPeriod.test(after)) told.push(span)
    else mentioned.push(span)
  }
  if (told.length > 0) return mostCommon(told)
  const repeated = mentioned.filter(
    ({from, to}) => mentioned.filter((other) => other.from === from && other.to === to).length >= leastMentions
  )
  if (repeated.length > 0) return mostCommon(repeated)
  const single = /\b((?:19|20)\d\d)\b/.exec(title)?.[1]
  return single ? {from: Number(single), to: Number(single)} : undefined
}

function spansIn(words: string): {from: number; to: number}[] {
  return findDates(words).flatMap(({when, start, end}) =>
    // 'by FY2020' is a year, though its months lie in two
    when.kind === 'span' && isPeriod(when) && /\d\D+\d/.test(words.slice(start, end))
      ? [{from: Number(when.from.slice(0, 4)), to: Number(when.to.slice(0, 4))}]
      : []
  )
}

/** 'from 2031 to 2035 onwards' has no end, but names the plan's years. */
function spanOfYears(words: string): {from: number; to: number} | undefined {
  const [, from, to] = /\b((?:19|20)\d\d)\s?(?:-|to|until)\s?((?:19|20)\d\d)\b/.exec(words) ?? []
  return from && to && Number(from) < Number(to) ? {from: Number(from), to: Number(to)} : undefined
}

function isPeriod(when: {from: string; to: string}): boolean {
  const length = Number(when.to.slice(0, 4)) - Number(when.from.slice(0, 4))
  return length >= 1 && length <= longestPeriod
}

function mostCommon(spans: readonly {from: number; to: number}[]): {from: number; to: number} {
  const counts = new Map<string, number>()
  for (const {from, to} of spans) counts.set(`${from}-${to}`, (counts.get(`${from}-${to}`) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return spans.find(({from, to}) => counts.get(`${from}-${to}`) === most)!
}

/** Marks on this many pages, or one on the cover, make a draft. */
const draftMarks = 2

function statusOf(blocks: Blocks, front: readonly FrontLine[], text: string): PlanStatus {
  const marks = blocks.furniture.filter(
    ({kind, text: words}) =>
      (kind === 'mark' || kind === 'watermark' || kind === 'head' || kind === 'foot') && /\bdraft\b/i.test(words)
  )
  for (const [status, words] of statusWords)
    if (front.some((line) => line.text.length <= 200 && words.test(line.text))) return status
  if (marks.length >= draftMarks || marks.some(({kind}) => kind === 'watermark')) return 'draft'
  if (marks.some(({kind, text: words}) => kind !== 'mark' && /^\W{0,3}draft\W{0,3}$/i.test(words))) return 'draft'
  if (marks.length === 1 && blocks.furniture.filter(({kind}) => kind === 'mark').length === 1) return 'draft'
  const own =
    /\b(?:this|the)\s(?:is\sa\s)?(?:consultation\s)?draft\s(?:\S+\s){0,5}?(?:plan|strategy|framework|document)\b/gi
  return (text.slice(0, 30_000).match(own)?.length ?? 0) >= draftMarks ? 'draft' : 'unstated'
}

function kindOf(title: string): string | undefined {
  const folded = foldMarks(title)
  const row = planKinds.find(([, words]) => words.test(folded))
  if (row) return row[0]
  const noun = /\b(?:\p{L}[\p{L}-]{2,20}\s)?(?:plan|strategy|framework|programme|roadmap|charter)\b/iu.exec(folded)?.[0]
  return noun?.toLowerCase()
}
