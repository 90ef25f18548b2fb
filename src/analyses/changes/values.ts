import {type DateWords, findDates} from '../../language/dates.ts'
import {findQuantities, type QuantityWords} from '../../language/quantities.ts'
import {stem} from '../../language/stems.ts'
import type {When} from '../../plan-tree/nodes.ts'
import {inFigures} from './written-forms.ts'

/** Dates and amounts that only one of two texts says, and where each text says any. */
export interface ValueShift {
  dates: {before: DateWords[]; after: DateWords[]}
  quantities: {before: QuantityWords[]; after: QuantityWords[]}
  /** Spans of all dates and amounts, by side. */
  oldSpans: (readonly [number, number])[]
  newSpans: (readonly [number, number])[]
}

/** Compares dates and amounts as values: '31 Dec. 2021' and '31 December 2021' are one. */
export function valueShift(before: string, after: string): ValueShift {
  const [oldDates, newDates] = [findDates(before), findDates(after)]
  const [oldAmounts, newAmounts] = [findQuantities(before), findQuantities(after)]
  const dates = onlyIn(
    oldDates,
    newDates,
    ({when, value}) => twoYears(value) ?? (when.kind === 'unread' ? value : JSON.stringify(when))
  )
  const [onlyOld, onlyNew] = onlyIn(
    oldAmounts,
    newAmounts,
    ({quantity}) => `${quantity.amount} ${stem(quantity.unit)} ${quantity.bound}`
  )
  // 'four principles' and '4 principles': a small number is not always read where it stands.
  const asOften = ({quantity: {amount, unit, bound}}: QuantityWords) =>
    unit === '' && bound === 'exactly' && countOf(before, amount) === countOf(after, amount)
  const quantities = [onlyOld.filter((each) => !asOften(each)), onlyNew.filter((each) => !asOften(each))] as const
  const spans = (each: {start: number; end: number}) => [each.start, each.end] as const
  return {
    dates: {before: dates[0], after: dates[1]},
    quantities: {before: quantities[0], after: quantities[1]},
    oldSpans: [...oldDates, ...oldAmounts].map(spans),
    newSpans: [...newDates, ...newAmounts].map(spans)
  }
}

/** '2022-23', '2022/2023' and '2022 to 2023' name the same two years, whichever months each way of writing is read as. */
function twoYears(value: string): string | undefined {
  const years = /^(\d{2})(\d{2})\s?(?:[-/\u2013\u2014]|to|and)\s?(\d{2})?(\d{2})$/.exec(value.trim())
  return years ? `${years[1]}${years[2]} ${years[3] ?? years[1]}${years[4]}` : undefined
}

/** How often a text says a number, in words or in figures. */
const countOf = (text: string, amount: number): number =>
  (inFigures(text.toLowerCase()).match(/\d[\d,.]*\d|\d/g) ?? []).filter(
    (digits) => Number(digits.replaceAll(',', '')) === amount
  ).length

function onlyIn<V>(before: readonly V[], after: readonly V[], nameOf: (value: V) => string): [V[], V[]] {
  const counts = new Map<string, number>()
  for (const value of after) counts.set(nameOf(value), (counts.get(nameOf(value)) ?? 0) + 1)
  const kept = new Map<string, number>()
  const old = before.filter((value) => {
    const [name, used] = [nameOf(value), kept.get(nameOf(value)) ?? 0]
    if (used >= (counts.get(name) ?? 0)) return true
    kept.set(name, used + 1)
    return false
  })
  const now = after.filter((value) => {
    const left = kept.get(nameOf(value)) ?? 0
    if (left === 0) return true
    kept.set(nameOf(value), left - 1)
    return false
  })
  return [old, now]
}

/** 'later by 6 months', 'earlier by 12 days'; undefined where the two cannot be set against each other. */
export function delayOf(before: When, after: When): {days: number; words: string} | undefined {
  if (before.kind !== 'span' || after.kind !== 'span') return undefined
  const days = Math.round((Date.parse(after.to) - Date.parse(before.to)) / 86_400_000)
  if (days === 0) return undefined
  const length = Math.abs(days)
  const months = monthsBetween(before.to, after.to)
  const exact =
    before.grain !== 'day' || before.to.slice(8) === after.to.slice(8) || (endsMonth(before.to) && endsMonth(after.to))
  const words =
    months >= 1 && exact
      ? months % 12 === 0
        ? counted(months / 12, 'year')
        : counted(months, 'month')
      : length % 7 === 0 && length <= 56
        ? counted(length / 7, 'week')
        : length < 92
          ? counted(length, 'day')
          : `about ${counted(Math.round(length / 30.4), 'month')}`
  return {days, words}
}

/** '2031-06-30': the next day begins a month. */
const endsMonth = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** Whole calendar months between two days, whichever is first. */
function monthsBetween(a: string, b: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.abs(months(a) - months(b))
}
