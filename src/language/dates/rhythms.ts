/** How often something comes back: 'every 12 weeks', 'twice a year', 'monthly'. */
import {spelled} from '../numbers.ts'
import {type DatePlace, matchesOf, placeOf} from './date-words.ts'

/** Wordings, each with the ISO 8601 duration that it says. */
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

export function rhythms(folded: string): DatePlace[] {
  if (!rhythmic.test(folded)) return []
  return recurring.flatMap(([words, durationOf]) =>
    matchesOf(folded, words).flatMap((match) => {
      const every = durationOf(match)
      return every === undefined ? [] : [placeOf(match, {kind: 'recurring', every}, 'every')]
    })
  )
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

/** 'every other week' is every second one, 'every week' every first. */
function countOf(words = 'one'): number {
  return words.toLowerCase() === 'other' ? 2 : (spelled(words) ?? Number(words))
}
