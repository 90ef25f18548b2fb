/** Days, months, terms and years of the calendar, alone or as spans: '21 to 25 March 2031', 'June 2031 onwards'. */
import {type Atom, partialAtomAt} from './atoms.ts'
import type {Span} from './calendar.ts'
import type {DatePlace, DateRelation} from './date-words.ts'

/** Digits and words that a date wording can begin with. */
const opening =
  /\d|\b(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q|first|second|third|fourth|last|h[12]|spring|summer|autumn|fall|winter|the\s(?=f\/?y|fiscal|financial|academic|school|early|mid|late|end|start|beginning|close)|f\/?y|fiscal|financial|academic|school|christmas|early|mid|late|end|start|beginning|close)/gi

export function calendarDates(folded: string): DatePlace[] {
  const found: DatePlace[] = []
  opening.lastIndex = 0
  for (let match = opening.exec(folded); match; match = opening.exec(folded)) {
    const place = dateAt(folded, match.index)
    if (place) {
      found.push(place)
      opening.lastIndex = Math.max(place.end, match.index + 1)
    } else skipNumber(folded, match.index)
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

function dateAt(folded: string, at: number): DatePlace | undefined {
  const first = partialAtomAt(folded, at) ?? lonelyDay(folded, at)
  if (!first) return undefined
  const before = folded.slice(Math.max(0, at - 24), at)
  const joined = joinedAt(folded, at, first, before)
  if (!joined && first.year === undefined) return withoutYear(first, folded, at, before)
  const {end, span} = joined ?? {end: at + first.length, span: spanAlone(first, folded, at, before)}
  if (!span) return undefined
  onwards.lastIndex = end
  const open = onwards.exec(folded)
  if (open) return {start: at, end: end + open[0].length, when: {kind: 'ongoing', from: span.from}, relation: 'from'}
  return {start: at, end, when: {kind: 'span', ...span}, ...relationOf(before)}
}

/** 'May to July 2031': two wordings that are one span, and where the second ends. */
function joinedAt(folded: string, at: number, first: Atom, before: string): {end: number; span: Span} | undefined {
  joiner.lastIndex = at + first.length
  const link = joiner.exec(folded)?.[0]
  if (!link?.trim()) return undefined
  const next = at + first.length + link.length
  const second = partialAtomAt(folded, next)
  const span = second && joins(link, first, second, before) ? spanOf(first, second) : undefined
  return second && span && {end: next + second.length, span}
}

function spanAlone(atom: Atom, folded: string, at: number, before: string): Span | undefined {
  if (atom.year === undefined || (atom.bare && !isSaid(atom, folded, at, before))) return undefined
  return atom.span(atom.year)
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

function spanOf(first: Atom, second: Atom): Span | undefined {
  const [a, b] = [first.month ?? 1, second.month ?? 12]
  const from = first.span(first.year ?? second.year! - (a > b ? 1 : 0))
  const to = second.span(second.year ?? first.year! + (b < a ? 1 : 0))
  if (!from || !to || to.to < from.from) return undefined
  return {from: from.from, to: to.to, grain: coarser(from.grain, to.grain)}
}

function coarser(a: Span['grain'], b: Span['grain']): Span['grain'] {
  const order = ['day', 'month', 'season', 'year'] as const
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}

/** A month without a year is a date only where a word before it says so ('by March'): and then nobody knows which. */
function withoutYear(atom: Atom, folded: string, at: number, before: string): DatePlace | undefined {
  const capital = /[A-Z\d]/.test(folded[at]!) || /^\s*$/.test(folded.slice(0, at))
  const relation = relationOf(before)
  const alone = folded.trim().length === atom.length
  if (!(alone && atom.bare !== 'season') && !(capital && relation.relation)) return undefined
  return {start: at, end: at + atom.length, when: {kind: 'unread'}, ...relation}
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

const relations: readonly (readonly [RegExp, DateRelation])[] = [
  [/\b(?:as\s(?:at|of)|data\s(?:at|from)|at\s(?:31|1|30)?)\s(?:the\s)?$/i, 'asAt'],
  [/\b(?:by|before|until|till|to|than|due|deadline|ending|end|up\sto|target\sdate)[\s:]{1,2}(?:the\s)?$/i, 'by'],
  [/\b(?:from|since|starting|after|beginning|start|commencing|effective)\s(?:in\s|on\s)?(?:the\s)?$/i, 'from'],
  [/\b(?:in|during|on|for|throughout|over|between)\s(?:the\s)?$/i, 'in']
]

function relationOf(before: string): {relation?: DateRelation} {
  const relation = relations.find(([words]) => words.test(before))?.[1]
  return relation ? {relation} : {}
}
