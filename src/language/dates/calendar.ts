import type {IsoDate} from '../../plan-tree/nodes.ts'

/** A span of days, both ends included, with how exactly it was said. */
export interface Span {
  from: IsoDate
  to: IsoDate
  grain: 'day' | 'month' | 'season' | 'year'
}

function iso(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function dayOf(year: number, month: number, day: number): Span | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return {from: iso(year, month, day), to: iso(year, month, day), grain: 'day'}
}

/** Whole months from..to; a month above 12 is one of the next year. */
export function monthsOf(year: number, from: number, to: number, grain: Span['grain']): Span {
  const [startYear, start] = [year + Math.floor((from - 1) / 12), ((from - 1) % 12) + 1]
  const [endYear, end] = [year + Math.floor((to - 1) / 12), ((to - 1) % 12) + 1]
  return {from: iso(startYear, start, 1), to: iso(endYear, end, daysIn(endYear, end)), grain}
}

function yearOf(iso: IsoDate): number {
  return Number(iso.slice(0, 4))
}

function monthOf(iso: IsoDate): number {
  return Number(iso.slice(5, 7))
}

/** First, middle or last part of a span: of a year its thirds, of months their thirds in days; `start` and `end` are its first and last month or day. */
export function partOf(span: Span, part: 'early' | 'mid' | 'late' | 'start' | 'end'): Span {
  const [year, month] = [yearOf(span.from), monthOf(span.from)]
  const months = (yearOf(span.to) - year) * 12 + monthOf(span.to) - month + 1
  if (months === 1) {
    const last = daysIn(year, month)
    const [from, to] = {early: [1, 10], mid: [11, 20], late: [21, last], start: [1, 1], end: [last, last]}[part] as [
      number,
      number
    ]
    return {
      from: iso(year, month, from),
      to: iso(year, month, to),
      grain: part === 'start' || part === 'end' ? 'day' : 'month'
    }
  }
  if (part === 'start') return monthsOf(year, month, month, 'month')
  if (part === 'end') return monthsOf(year, month + months - 1, month + months - 1, 'month')
  const third = Math.max(1, Math.floor(months / 3))
  const [from, to] = {early: [0, third - 1], mid: [third, months - third - 1], late: [months - third, months - 1]}[
    part
  ] as [number, number]
  return monthsOf(year, month + from, month + Math.max(from, to), 'season')
}
