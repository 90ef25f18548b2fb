import type {IsoDate, When} from '../plan-tree/nodes.ts'
import {after, type Span} from './calendar.ts'
import {type Atom, partialAtomAt} from './date-atoms.ts'
import {foldMarks} from './fold.ts'

/** A date wording in a text, with what it means and how the words before it tie it in. */
export interface DateWords {
  /** The words as printed, without the preposition. */
  value: string
  /** Offsets in the text; end excluded. */
  start: number
  end: number
  when: When
  /** 'by July' is a deadline, 'from July' a start, 'as at July' the date of a figure, 'every 12 weeks' a rhythm. */
  relation?: 'by' | 'from' | 'in' | 'asAt' | 'every'
}

export interface DateOptions {
  /** The day that 'within 3 months' and 'year 2' count from: the plan's start. */
  from?: IsoDate
}

/** Longest text that is searched, in characters; the rest is left. */
const longestText = 200_000

const recurring: readonly (readonly [RegExp, (match: RegExpExecArray) => string | undefined])[] = [
  [
    /\b(?:every|each)\s(?:(\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|other)\s)?(?:(?:working|school|calendar|full|half)[\s-])?(day|week|fortnight|month|quarter|term|year)s?\b/gi,
    ([, n, unit]) => duration(countOf(n), unit!)
  ],
  [
    /\b(once|twice|(?:\d|two|three|four)\stimes)\s(?:a|an|per|each|every|in\sa)\s(day|week|fortnight|month|quarter|term|year)\b/gi,
    ([, times, unit]) => fraction(times!, unit!)
  ],
  [
    /\b(\d{1,2}|one|two|three|four|six)[\s-](day|week|month|year)ly\b/gi,
    ([, n, unit]) => duration(countOf(n), unit === 'dai' ? 'day' : unit!)
  ],
  [/\b(bi-?annual(?:ly)?|half[\s-]yearly|twice[\s-]yearly)\b/gi, () => 'P6M'],
  [/\b(bi-?ennial(?:ly)?)\b/gi, () => 'P2Y'],
  [/\b(bi-?monthly)\b/gi, () => 'P2M'],
  [/\b(fortnightly|bi-?weekly)\b/gi, () => 'P2W'],
  [/\b(annual(?:ly)?|yearly)\b/gi, () => 'P1Y'],
  [/\b(quarterly)\b/gi, () => 'P3M'],
  [/\b(termly)\b/gi, () => 'P4M'],
  [/\b(monthly)\b/gi, () => 'P1M'],
  [/\b(weekly)\b/gi, () => 'P1W'],
  [/\b(daily)\b(?!\s(?:li[fv]|basis\sof))/gi, () => 'P1D']
]

/** Stands in all that recurs: texts without it, nearly all, need not be asked for each rhythm. */
const rhythmic = /every|each|once|twice|times|ly\b|annual|ennial/i

const ongoing =
  /\b(on-?going|continuous(?:ly)?|continual(?:ly)?|throughout(?:\sthe\s(?:year|plan|strategy|period|term|life\sof\sthe\s(?:plan|strategy))\b|(?!\s[a-z]))|rolling|open[\s-]ended|indefinite(?:ly)?|permanent(?:ly)?|business\sas\susual|BAU)\b/gi
const elsewhere =
  /(?:\b(?:same|(?:date|timescales?|timings?)(?:\sset(?:\sout)?)?)?\s?\b(?:as|see|in|per|refer\sto)\s(?:per\s)?(?:below|above|early\ssupport|previous|overleaf|appendix\s\w{1,5}|section\s[\d.]{1,8}|action\s(?:plan|[\d.]{1,8})|row\s[\d.]{1,8})\b|\bditto\b|^\s*"\s*$)/gi
const unset =
  /\b(?:t\.?b\.?[cad]\.?|to\sbe\s(?:confirmed|agreed|determined|decided|advised|set|announced)|not\s(?:yet\s)?(?:set|known|agreed)|n\/a)\b/gi
const relative =
  /\b(?:(within|in|over|during)\s(?:the\s)?(?:next|first|coming)?\s?|by\sthe\send\sof\s(?:the\s)?)?(year|month|week|quarter)\s(one|two|three|four|five|\d{1,2})\b|\b(within|in|over|during)\s(?:the\s)?(next|first|coming\s)?\s?(\d{1,3}|one|two|three|four|five|six|twelve|eighteen)\s(day|week|month|year)s?\b/gi

/** Stands in every relative span. */
const spanned = /(?:day|week|month|quarter|year)/i

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  eighteen: 18,
  other: 2
}

function countOf(words: string | undefined): number {
  if (words === undefined) return 1
  return numberWords[words.toLowerCase()] ?? Number(words)
}

function duration(count: number, unit: string): string | undefined {
  if (!Number.isFinite(count) || count <= 0) return undefined
  switch (unit.toLowerCase()) {
    case 'day':
      return `P${count}D`
    case 'week':
      return `P${count}W`
    case 'fortnight':
      return `P${count * 2}W`
    case 'month':
      return `P${count}M`
    case 'quarter':
      return `P${count * 3}M`
    // A school year has three terms.
    case 'term':
      return `P${count * 4}M`
    case 'year':
      return `P${count}Y`
    default:
      return undefined
  }
}

/** 'twice a year' is every six months. */
function fraction(times: string, unit: string): string | undefined {
  const count = /^once/i.test(times) ? 1 : /^twice/i.test(times) ? 2 : countOf(times.split(/\s/)[0])
  const months = {year: 12, quarter: 3, term: 4, month: 1}[unit.toLowerCase()]
  if (count === 1 || months === undefined || months % count !== 0) return duration(1, unit)
  return `P${months / count}M`
}

/**
 * What a cell or phrase that should be a date means: 'TBC (provisional date Sept/Oct 2031)' is the span in it, 'Ongoing',
 * 'Same as below', 'every 12 weeks'. Words that give no date are `unread`.
 */
export function readWhen(words: string, options: DateOptions = {}): When {
  const found = findDates(words, options)
  const spans = found.filter(({when}) => when.kind === 'span')
  const [first, last] = [spans[0], spans.at(-1)]
  const open = found.find(({when}) => when.kind === 'ongoing')
  if (first?.when.kind === 'span' && last?.when.kind === 'span') {
    if (open && open.when.kind === 'ongoing') return {kind: 'ongoing', from: open.when.from ?? first.when.from}
    // Two dates in one cell are a span from the first to the last, where they stand in order.
    return last.when.to >= first.when.from ? {...first.when, to: last.when.to} : first.when
  }
  const best =
    open ?? found.find(({when}) => when.kind === 'recurring') ?? found.find(({when}) => when.kind === 'elsewhere')
  return best?.when ?? {kind: 'unread'}
}

/** Every date wording of a text in order; where two overlap, the longer. Linear in the text's length. */
export function findDates(text: string, options: DateOptions = {}): DateWords[] {
  const folded = foldMarks(text.slice(0, longestText))
  const found = [...calendarDates(folded, text), ...rhythms(folded, text, options)]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: DateWords[] = []
  for (const words of found) if (words.start >= (kept.at(-1)?.end ?? 0)) kept.push(words)
  return kept
}

/** Digits and words that a date wording can begin with. */
const opening =
  /\d|\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q|first|second|third|fourth|last|h[12]|spring|summer|autumn|fall|winter|the\s(?=f\/?y|fiscal|financial|academic|school|early|mid|late|end|start|beginning|close)|f\/?y|fiscal|financial|academic|school|christmas|early|mid|late|end|start|beginning|close)/gi

function calendarDates(folded: string, text: string): DateWords[] {
  const found: DateWords[] = []
  opening.lastIndex = 0
  for (let match = opening.exec(folded); match; match = opening.exec(folded)) {
    const words = dateAt(folded, match.index)
    if (!words) {
      skipNumber(folded, match.index)
      continue
    }
    found.push({...words, value: text.slice(words.start, words.end)})
    opening.lastIndex = Math.max(words.end, match.index + 1)
  }
  return found
}

/** A long number is looked at once, not at each of its digits. */
function skipNumber(folded: string, at: number): void {
  let end = at + 1
  while (/[\d,.]/.test(folded[end] ?? '') && /\d/.test(folded[at]!)) end++
  opening.lastIndex = end
}

const joiner = /\s?(?:-|\/|to|until|till|through|and|&|or)\s?(?:the\s)?/iy
const onwards = /[\s,(]{0,3}(?:onwards?|and\s(?:beyond|ongoing)|then\songoing|ongoing)\b\)?/iy
const dayBefore = /^(?:st|nd|rd|th)?\s?(?:-|to|and|&)\s?/i

function dateAt(folded: string, at: number): DateWords | undefined {
  const first = partialAtomAt(folded, at) ?? lonelyDay(folded, at)
  if (!first) return undefined
  let end = at + first.length
  joiner.lastIndex = end
  const joined = joiner.exec(folded)
  const second = joined && joined[0].trim() !== '' ? partialAtomAt(folded, end + joined[0].length) : undefined
  const before = folded.slice(Math.max(0, at - 24), at)
  let when: When | undefined
  if (second && joins(joined![0], first, second, before)) {
    when = spanOf(first, second)
    if (when) end += joined![0].length + second.length
  }
  if (!when) {
    if (first.year === undefined) return withoutYear(first, folded, at, before)
    if (first.bare && !isSaid(first, folded, at, before)) return undefined
    const span = first.span(first.year)
    when = span && {kind: 'span', ...span}
  }
  if (when?.kind !== 'span') return undefined
  onwards.lastIndex = end
  const open = onwards.exec(folded)
  if (open)
    return {value: '', start: at, end: end + open[0].length, when: {kind: 'ongoing', from: when.from}, relation: 'from'}
  return {value: '', start: at, end, when, ...relationOf(before)}
}

/** '21 to 25 March 2031': the first day takes month and year from the second. */
function lonelyDay(folded: string, at: number): Atom | undefined {
  const day = /^(\d{1,2})/.exec(folded.slice(at, at + 2))?.[1]
  if (!day || /[\d.,/£$-]/.test(folded[at - 1] ?? '')) return undefined
  const link = dayBefore.exec(folded.slice(at + day.length, at + day.length + 8))
  if (!link) return undefined
  const next = partialAtomAt(folded, at + day.length + link[0].length)
  const whole = next?.year === undefined ? undefined : next.span(next.year)
  if (!next || whole?.grain !== 'day' || Number(day) < 1 || Number(day) > Number(whole.from.slice(8))) return undefined
  return {
    length: day.length + link[0].length + next.length,
    year: next.year!,
    span: () => ({from: `${whole.from.slice(0, 8)}${day.padStart(2, '0')}`, to: whole.to, grain: 'day'})
  }
}

function joins(words: string, first: Atom, second: Atom, before: string): boolean {
  if (second.year === undefined && first.year === undefined) return false
  if (first.bare === 'year' && second.bare === 'year')
    return /-|to|until|through|and/i.test(words) && (/\bbetween\s$/i.test(before) || !/and/i.test(words))
  if (/and|&|or/i.test(words)) return first.year === undefined || /\bbetween\s(?:the\s)?$/i.test(before)
  if (/\//.test(words)) return first.year === undefined && first.month !== undefined
  return true
}

function spanOf(first: Atom, second: Atom): When | undefined {
  const [a, b] = [first.month ?? 1, second.month ?? 12]
  const from = first.span(first.year ?? second.year! - (a > b ? 1 : 0))
  const to = second.span(second.year ?? first.year! + (b < a ? 1 : 0))
  if (!from || !to || to.to < from.from) return undefined
  return {kind: 'span', from: from.from, to: to.to, grain: coarser(from.grain, to.grain)}
}

function coarser(a: Span['grain'], b: Span['grain']): Span['grain'] {
  const order = ['day', 'month', 'season', 'year'] as const
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}

/** A month without a year is a date only where a word before it says so ('by March'): and then nobody knows which. */
function withoutYear(atom: Atom, folded: string, at: number, before: string): DateWords | undefined {
  const capital = /[A-Z\d]/.test(folded[at]!) || /^\s*$/.test(folded.slice(0, at))
  const relation = relationOf(before)
  const alone = folded.trim().length === atom.length
  if (!(alone && atom.bare !== 'season') && !(capital && relation.relation)) return undefined
  return {value: '', start: at, end: at + atom.length, when: {kind: 'unread'}, ...relation}
}

const saysYear =
  /(?:\b(?:in|by|from|since|until|till|to|before|after|during|of|for|year|years|dated|due|early|mid|late|end|start|throughout|than|spring|summer|autumn|winter|and)|[(,;:/|-])\s?(?:the\s)?(?:year\s)?$/i

function isSaid(atom: Atom, folded: string, at: number, before: string): boolean {
  if (atom.bare !== 'year') return true
  const end = folded.slice(at + atom.length, at + atom.length + 2)
  const alone = folded.slice(0, at).trim() === '' && /^\s?(?:[.,;:)/|-]|$)/.test(end)
  onwards.lastIndex = at + atom.length
  return alone || saysYear.test(before) || end.trimStart().startsWith(')') || onwards.test(folded)
}

const relations: readonly (readonly [RegExp, NonNullable<DateWords['relation']>])[] = [
  [/\b(?:as\s(?:at|of)|data\s(?:at|from)|at\s(?:31|1|30)?)\s(?:the\s)?$/i, 'asAt'],
  [/\b(?:by|before|until|till|to|than|due|deadline|ending|end|up\sto|target\sdate)[\s:]{1,2}(?:the\s)?$/i, 'by'],
  [/\b(?:from|since|starting|after|beginning|start|commencing|effective)\s(?:in\s|on\s)?(?:the\s)?$/i, 'from'],
  [/\b(?:in|during|on|for|throughout|over|between)\s(?:the\s)?$/i, 'in']
]

function relationOf(before: string): {relation?: NonNullable<DateWords['relation']>} {
  const relation = relations.find(([words]) => words.test(before))?.[1]
  return relation ? {relation} : {}
}

/** Most texts hold none, and a search tells it at half the cost. */
const matchesOf = (text: string, words: RegExp): Iterable<RegExpExecArray> =>
  text.search(words) < 0 ? [] : text.matchAll(words)

function rhythms(folded: string, text: string, options: DateOptions): DateWords[] {
  const found: DateWords[] = []
  const add = (
    match: RegExpExecArray | RegExpMatchArray,
    when: When | undefined,
    relation?: DateWords['relation']
  ): void => {
    if (!when || match.index === undefined) return
    const lead = match[0].length - match[0].trimStart().length
    const [start, end] = [match.index + lead, match.index + match[0].length]
    found.push({value: text.slice(start, end), start, end, when, ...(relation ? {relation} : {})})
  }
  if (rhythmic.test(folded))
    for (const [words, read] of recurring)
      for (const match of matchesOf(folded, words)) {
        const every = read(match as RegExpExecArray)
        add(match, every === undefined ? undefined : {kind: 'recurring', every}, 'every')
      }
  for (const match of matchesOf(folded, ongoing)) add(match, {kind: 'ongoing'})
  if (folded.length <= 200) {
    for (const match of matchesOf(folded, elsewhere)) add(match, {kind: 'elsewhere'})
    for (const match of matchesOf(folded, unset)) add(match, {kind: 'unread'})
  }
  if (spanned.test(folded))
    for (const match of folded.matchAll(relative)) add(match, relativeWhen(match, options), 'by')
  return found
}

/** 'within 3 months', 'year 2': a span where the plan's start is known. */
function relativeWhen(match: RegExpMatchArray, {from}: DateOptions): When | undefined {
  const [, , unitNamed, ordinal, , , count, unit] = match
  if (!from) return undefined
  if (unitNamed && ordinal) {
    const [number, step] = [countOf(ordinal), unitNamed.toLowerCase() === 'quarter' ? 3 : 1]
    const kind = unitNamed.toLowerCase() === 'quarter' ? 'month' : (unitNamed.toLowerCase() as 'month')
    const start = after(from, (number - 1) * step, kind)
    return {
      kind: 'span',
      from: start,
      to: after(after(start, step, kind), -1, 'day'),
      grain: kind === 'month' ? 'month' : 'year'
    }
  }
  const grain = unit?.toLowerCase() as 'day' | 'week' | 'month' | 'year'
  return {kind: 'span', from, to: after(from, countOf(count), grain), grain: grain === 'week' ? 'day' : grain}
}
