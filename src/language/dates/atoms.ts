import {dayOf, monthsOf, partOf, type Span} from './calendar.ts'

/** A date wording before its year is known for certain: '31 August', 'June 2012', 'Q2'. */
export interface Atom {
  /** Length of the words. */
  length: number
  /** The year that the words give. */
  year?: number
  /** Month that the words begin in, 1 to 12: orders two wordings of which one has no year. */
  month?: number
  /** The days that the words mean in a year; undefined where it has no such day. */
  span(year: number): Span | undefined
  /** A bare year, season or month means a date only where the words around it say so. */
  bare?: 'year' | 'month' | 'season'
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthNumbers: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12
}
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 4
}
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s{1,3})?'
const year = "(?:(?:19|20)\\d\\d(?!\\d)|'\\d\\d(?!\\d))"
/** '2022/23', '2022-23', '2022-2023'. */
const yearSpan = '(20\\d\\d|19\\d\\d)\\s?[/-]\\s?((?:20|19)\\d\\d|\\d\\d)(?![\\d/-])'

interface Row {
  id: string
  words: RegExp
  read(match: RegExpExecArray): Omit<Atom, 'length'> | undefined
}

const row = (id: string, words: string, read: Row['read']): Row => ({id, words: new RegExp(words, 'iy'), read})

/** The wordings, most telling first. Each row is a sticky pattern on folded text of the same length. */
const rows: readonly Row[] = [
  row('iso', '(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)', ([, y, m, d]) =>
    fixed(Number(y), Number(m), dayOf(Number(y), Number(m), Number(d)))
  ),
  row('slashed', '(\\d{1,2})([/.-])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?![\\d/])', ([, a, , b, y]) =>
    slashed(Number(a), Number(b), fullYear(y!))
  ),
  row(
    'day-month',
    `${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?(${months})\\b\\.?(?:,?\\s{0,3}(${year}))?`,
    ([, d, m, y]) => dayAndMonth(Number(d), monthOf(m!), y)
  ),
  row(
    'month-day',
    `${weekday}(${months})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}((?:19|20)\\d\\d)(?!\\d)`,
    ([, m, d, y]) => dayAndMonth(Number(d), monthOf(m!), y)
  ),
  row('month-ordinal', `(${months})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)\\b`, ([, m, d]) =>
    dayAndMonth(Number(d), monthOf(m!), undefined)
  ),
  row(
    'month-year',
    `(${months})\\b\\.?(?:\\s{0,3}[,-]?\\s{0,3}|\\s(?:of\\s)?)((?:19|20)\\d\\d(?![\\d])|'\\d\\d(?!\\d)|(?<=[\\s-])[1-4]\\d(?!\\d|st|nd|rd|th|[%,.]\\d|\\s?%))`,
    ([, m, y]) => {
      const number = monthOf(m!)
      return {year: fullYear(y!), month: number, span: (known) => monthsOf(known, number, number, 'month')}
    }
  ),
  row(
    'quarter',
    `(?:q(?:uarter)?\\.?\\s?([1-4])|(first|1st|second|2nd|third|3rd|fourth|4th|last)\\s+quarter)\\b(?:\\s?\\([^()]{1,40}\\))?(?:[\\s,-]{1,3}(?:of\\s)?(?:the\\s)?(?:fy|f\\/y|financial\\syear|fiscal\\syear)?\\s?(?:${yearSpan}|(${year})))?`,
    ([, q, ordinal, y, y2, single]) => quarter(q ? Number(q) : ordinals[ordinal!.toLowerCase()]!, y, y2, single)
  ),
  row('half', `(?:h([12])|(first|second)\\shalf(?:\\sof)?)\\s(${year})`, ([, h, ordinal, y]) => {
    const first = h === '1' || ordinal?.toLowerCase() === 'first'
    return {
      year: fullYear(y!),
      month: first ? 1 : 7,
      span: (known) => monthsOf(known, first ? 1 : 7, first ? 6 : 12, 'season')
    }
  }),
  row(
    'season',
    `(spring|summer|autumn|fall|winter)(\\sterm)?(?:\\sof)?(?:[\\s,]{1,3}(?:${yearSpan}|(${year})))?`,
    ([, s, term, y, , single]) => season(s!.toLowerCase(), term !== undefined, y ?? single)
  ),
  row(
    'financial-year',
    `(?:the\\s)?(fy|f\\/y|fiscal\\syear|financial\\syear|academic\\syear|school\\syear)\\s?(?:${yearSpan}|'?((?:20|19)?\\d\\d)(?!\\d))`,
    ([, kind, y, , single]) => namedYear(kind!.toLowerCase(), y, single)
  ),
  row('year-span-named', `${yearSpan}\\s(academic|school|financial|fiscal)\\syear`, ([, y, , kind]) =>
    namedYear(kind!.toLowerCase(), y, undefined)
  ),
  row('year-span', yearSpan, ([, y, y2]) => yearsOf(Number(y), y2!)),
  row('christmas', `christmas(?:\\s(${year}))?`, ([, y]) => ({
    ...(y ? {year: fullYear(y)} : {}),
    month: 12,
    span: (known) => dayOf(known, 12, 25)
  })),
  row('month', `(${months})\\b\\.?`, ([, m]) => {
    const number = monthOf(m!)
    return {month: number, bare: 'month', span: (known) => monthsOf(known, number, number, 'month')}
  }),
  row('year', '(19[5-9]\\d|20[0-9]\\d)(?![\\d%]|,\\d|\\.\\d)', ([, y]) => ({
    year: Number(y),
    month: 1,
    bare: 'year',
    span: (known) => monthsOf(known, 1, 12, 'year')
  }))
]

/** The date wording that begins at an offset of folded text, without what stands before it. */
function atomAt(text: string, at: number): Atom | undefined {
  if (!/[\da-z]/i.test(text[at] ?? '') || /[\p{L}\d]/u.test(text[at - 1] ?? '')) return undefined
  for (const {words, read} of rows) {
    words.lastIndex = at
    const match = words.exec(text)
    if (!match) continue
    const after = text[at + match[0].length] ?? ''
    if (/[\p{L}]/u.test(after) && /[\p{L}\d]$/u.test(match[0])) continue
    const atom = read(match)
    if (atom) return {...atom, length: match[0].trimEnd().length}
  }
  return undefined
}

function monthOf(name: string): number {
  return monthNumbers[name.slice(0, 3).toLowerCase()]!
}

/** '12' and "'12" are 2012; '87' is 1987. */
function fullYear(words: string): number {
  const number = Number(words.replace("'", ''))
  return number >= 100 ? number : number <= 60 ? 2000 + number : 1900 + number
}

function fixed(year: number, month: number, span: Span | undefined): Omit<Atom, 'length'> | undefined {
  return span && {year, month, span: () => span}
}

function slashed(a: number, b: number, year: number): Omit<Atom, 'length'> | undefined {
  // Day first, as the British write; the American order only where the British one gives no day.
  return fixed(year, b, dayOf(year, b, a)) ?? fixed(year, a, dayOf(year, a, b))
}

function dayAndMonth(day: number, month: number, year: string | undefined): Omit<Atom, 'length'> | undefined {
  if (day < 1 || day > 31) return undefined
  return {...(year ? {year: fullYear(year)} : {}), month, span: (known) => dayOf(known, month, day)}
}

/** Quarters of a financial year ('2023/24') count from April, of a calendar year from January. */
function quarter(
  number: number,
  from: string | undefined,
  to: string | undefined,
  single: string | undefined
): Omit<Atom, 'length'> {
  const first = from !== undefined && to !== undefined ? number * 3 + 1 : number * 3 - 2
  const year = from ?? single
  return {
    ...(year ? {year: fullYear(year)} : {}),
    month: ((first - 1) % 12) + 1,
    span: (known) => monthsOf(known, first, first + 2, 'season')
  }
}

const seasonMonths: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14]
}
/** Terms of English schools. */
const termMonths: Readonly<Record<string, readonly [number, number]>> = {
  spring: [1, 4],
  summer: [4, 7],
  autumn: [9, 12]
}

function season(name: string, term: boolean, year: string | undefined): Omit<Atom, 'length'> | undefined {
  const [from, to] = (term ? termMonths[name] : undefined) ?? seasonMonths[name]!
  return {
    ...(year ? {year: fullYear(year)} : {}),
    month: from,
    bare: 'season',
    span: (known) => monthsOf(known, from, to, 'season')
  }
}

function namedYear(
  kind: string,
  from: string | undefined,
  single: string | undefined
): Omit<Atom, 'length'> | undefined {
  const school = /academic|school/.test(kind)
  if (from)
    return {
      year: Number(from),
      month: school ? 9 : 4,
      span: (known) => monthsOf(known, school ? 9 : 4, school ? 20 : 15, 'year')
    }
  if (!single) return undefined
  // One number names an American fiscal year: October of the year before to September.
  return {year: fullYear(single), month: 10, span: (known) => monthsOf(known - 1, 10, 21, 'year')}
}

/** '2022/23' is a financial year from April; '2022-26' and '2019-2020' are calendar years. */
function yearsOf(from: number, to: string): Omit<Atom, 'length'> | undefined {
  const end = to.length === 2 ? Math.floor(from / 100) * 100 + Number(to) : Number(to)
  if (end < from || end > from + 50) return undefined
  const financial = to.length === 2 && end === from + 1
  return {
    year: from,
    month: financial ? 4 : 1,
    span: (known) => (financial ? monthsOf(known, 4, 15, 'year') : monthsOf(known, 1, (end - from + 1) * 12, 'year'))
  }
}

const partWords =
  /(?:the\s)?(early|mid|middle|late|later|end|start|beginning|close)(?:\s(?:of|in)\s(?:the\s)?|-|\s)(?:the\s)?/iy
const parts: Readonly<Record<string, Parameters<typeof partOf>[1]>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  later: 'late',
  end: 'end',
  close: 'end',
  start: 'start',
  beginning: 'start'
}

/** As `atomAt`, with 'early', 'late', 'end of' before it. */
export function partialAtomAt(text: string, at: number): Atom | undefined {
  partWords.lastIndex = at
  const match = partWords.exec(text)
  if (!match || /\p{L}/u.test(text[at - 1] ?? '')) return atomAt(text, at)
  const atom = atomAt(text, at + match[0].length)
  const part = parts[match[1]!.toLowerCase()]
  if (!atom || !part) return undefined
  const {bare: _said, ...rest} = atom
  return {
    ...rest,
    ...(atom.bare === 'month' ? {bare: 'month' as const} : {}),
    length: match[0].length + atom.length,
    span: (year) => {
      const whole = atom.span(year)
      return whole && partOf(whole, part)
    }
  }
}
