import type {Quantity} from '../plan-tree/nodes.ts'
import {type DateWords, findDates} from './dates.ts'
import {foldMarks} from './fold.ts'

/**
 * What an amount stands for:
 * - `level`: a share, number or sum as it is or should be ('90%', '30 out of 33', '£2m', '12% or less');
 * - `change`: how far it should move ('by 25%', 'a 60% reduction', 'halve');
 * - `standard`: how quickly a service answers ('within 20 weeks', 'in 45 days'): no target, however much it looks like one;
 * - `window`: the time a figure or task covers ('in the last 6 months', 'over the next 3 years', '12 months');
 * - `name`: an age, a grade or a number that names something ('aged 16-18', 'key stage 2', 'tier 4').
 */
export type QuantitySense = 'level' | 'change' | 'standard' | 'window' | 'name'

/** An amount in a text. A unit is '%', 'percentage points', 'GBP', 'USD', 'EUR', 'days', 'weeks', 'months', 'years', 'hours', 'minutes', 'of 33' or ''. */
export interface QuantityWords {
  /** The words as printed, with the bound ('at least 90%', '12% or less'). */
  value: string
  /** Offsets in the text; end excluded. */
  start: number
  end: number
  quantity: Quantity
  sense: QuantitySense
  /** Of a change: which way. */
  direction?: 'more' | 'fewer'
  /** The number was written as a word ('two', 'a third'). */
  inWords?: true
}

/** Longest text that is searched, in characters. */
const longestText = 200_000

const number = '\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?'
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9
}
const scale = '(?:\\s?(k|m|mn|bn|b|thousand|million|billion)\\b)?'
const currencies: Readonly<Record<string, string>> = {'£': 'GBP', $: 'USD', '€': 'EUR'}
const ones = 'one two three four five six seven eight nine'.split(' ')
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** 'seven', 'twenty-one', 'three hundred'. */
const numberWord = `(?:(?:${tens.join('|')})(?:[\\s-](?:${ones.join('|')}))?|(?:${ones.join('|')}|an?)\\s(?:hundred|thousand)|${teens.join('|')}|${ones.join('|')})`

/** The number that words say; undefined where they say none. */
function spelled(words: string): number | undefined {
  let sum = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const [one, teen, ten] = [ones.indexOf(word), teens.indexOf(word), tens.indexOf(word)]
    if (one >= 0) sum += one + 1
    else if (teen >= 0) sum += teen + 10
    else if (ten >= 0) sum += 10 * (ten + 2)
    else if (word === 'hundred' || word === 'thousand') sum = Math.max(1, sum) * (word === 'hundred' ? 100 : 1000)
    else if (word !== 'a' && word !== 'an') return undefined
  }
  return sum
}
/** A bare number in words ('forty') as a quantity. */
export function spelledQuantity(words: string): Quantity | undefined {
  const amount = spelled(words.trim())
  return amount === undefined ? undefined : {amount, unit: '', bound: 'exactly'}
}
const fractions: Readonly<Record<string, number>> = {
  half: 50,
  'a half': 50,
  'one half': 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'a tenth': 10,
  'one tenth': 10
}

const amounts: readonly (readonly [
  id: string,
  words: RegExp,
  read: (match: RegExpExecArray) => Omit<Quantity, 'bound'> | undefined
])[] = [
  [
    'money',
    new RegExp(`([£$€])\\s?(${number})${scale}`, 'gi'),
    ([, sign, n, s]) => ({amount: scaled(n!, s), unit: currencies[sign!]!})
  ],
  [
    'out-of',
    new RegExp(
      `\\b(${number})\\s(?:out\\sof|in\\severy|of\\sthe|in)\\s(?:every\\s)?(\\d{1,6})\\b(?!\\s?(?:st|nd|rd|th|days?|weeks?|months?|years?|working|%))(?=\\W|$)`,
      'gi'
    ),
    ([words, n, whole]) => {
      const [amount, of] = [plain(n!), Number(whole)]
      if (amount > of || (of >= 1900 && of <= 2100) || (/\sin\s/.test(words) && (of > 100 || amount >= of)))
        return undefined
      return {amount, unit: `${/\sin\s/.test(words) ? 'in' : 'of'} ${whole}`}
    }
  ],
  [
    'share-in-words',
    new RegExp(
      `\\b(${ones.join('|')})\\s(?:in|out\\sof)\\s(?:every\\s)?(two|three|four|five|ten|twenty|a\\shundred|\\d{1,3})\\b(?!\\s?(?:days?|weeks?|months?|years?|hours?))`,
      'gi'
    ),
    ([, n, whole]) => {
      const [amount, of] = [spelled(n!)!, spelled(whole!) ?? Number(whole)]
      return amount >= of ? undefined : {amount, unit: `in ${of}`}
    }
  ],
  [
    'percent',
    new RegExp(`((?<!\\d)[+-]|)(${number})\\s?(?:%|per\\s?cent\\b|percent\\b)(?:\\s?(points?)\\b|-point\\b)?`, 'gi'),
    ([, , n, points]) => ({amount: plain(n!), unit: points ? 'percentage points' : '%'})
  ],
  [
    'points',
    new RegExp(`((?<!\\d)[+-]|)(${number})\\s?(?:ppts?|pps?|percentage[\\s-]points?)\\b`, 'gi'),
    ([, , n]) => ({amount: plain(n!), unit: 'percentage points'})
  ],
  [
    'duration',
    new RegExp(
      `\\b(${number}|${numberWord})[\\s-](?:(?:working|calendar|consecutive|full|school|clear|business)\\s)?(minute|hour|day|week|month|year|school\\sterm|term)s?\\b`,
      'gi'
    ),
    ([, n, unit]) => ({
      amount: spelled(n!) ?? plain(n!),
      unit: `${unit!.toLowerCase().replace(/^school /, '')}s`
    })
  ],
  [
    'share',
    /\b(?<!\band\s)(two[\s-]thirds|three[\s-]quarters|one[\s-](?:half|third|quarter|fifth|tenth)|a\s(?:half|third|quarter|fifth|tenth)|half)\b(?!\s?(?:year|term|yearly|day|an?\s(?:hour|day|year)))/gi,
    ([, words]) => {
      const amount = fractions[words!.toLowerCase().replace(/[\s-]+/g, ' ')]
      return amount === undefined ? undefined : {amount: Math.round(amount * 10) / 10, unit: '%'}
    }
  ],
  [
    'count',
    new RegExp(
      `(?<![\\d.,/A-Za-z#:_-])([+-]?)(${number})(?:\\s?(k|m|thousand|million|billion)\\b)?(\\+)?(?![\\d/:%])(?!\\.\\d)`,
      'gi'
    ),
    ([, , n, s]) => ({amount: scaled(n!, s), unit: ''})
  ],
  [
    'word',
    new RegExp(
      `\\b(?!one\\s[a-z])(${numberWord})\\s(?=(?:more\\s|new\\s|additional\\s|further\\s|extra\\s|young\\s)?(?:[a-z][a-z-]{2,20}s|people|children)\\b)`,
      'gi'
    ),
    ([, n]) => {
      const amount = spelled(n!)
      return amount === undefined ? undefined : {amount, unit: ''}
    }
  ]
]

function plain(words: string): number {
  return Number(words.replaceAll(',', ''))
}

function scaled(words: string, suffix: string | undefined): number {
  return Number((plain(words) * (suffix ? scales[suffix.toLowerCase()]! : 1)).toPrecision(12))
}

const boundsBefore: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [
    /(?:\b(?:at\sleast|(?:a\s)?minimum(?:\sof)?|no\s(?:fewer|less|lower)\sthan|not\s(?:fewer|less)\sthan|(?<!\b(?:no|not)\s)(?:more|greater|higher|better)\sthan|over|above|exceed(?:s|ing)?|upwards\sof|in\sexcess\sof)\s|>=?\s?|≥\s?)$/i,
    'atLeast'
  ],
  [
    /(?:\b(?:at\s(?:most|or\sbelow)|(?:a\s)?maximum(?:\sof)?|no\s(?:more|greater|higher|longer|later)\sthan|not\s(?:more|longer)\sthan|up\sto|(?:less|fewer|lower)\sthan|under|below|within)\s|<=?\s?|≤\s?)$/i,
    'atMost'
  ],
  [
    /(?:\b(?:around|about|approximately|approx\.?|almost|nearly|roughly|circa|c\.|some|an\sestimated)\s|~\s?)$/i,
    'about'
  ]
]
const boundsAfter: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [/^\s?(?:\([^()]{1,30}\)\s)?or\s(?:less|fewer|below|lower|under|sooner)\b/i, 'atMost'],
  [/^\s?(?:\([^()]{1,30}\)\s)?or\s(?:more|above|higher|over|better|greater)\b/i, 'atLeast'],
  [/^\s(?:maximum|max)\b/i, 'atMost'],
  [/^\s(?:minimum|min)\b/i, 'atLeast'],
  [/^\+(?!\d)/, 'atLeast']
]

const namesBefore =
  /\b(?:aged?|ages|aged\s(?:under|over|between)|key\sstages?|stages?|tiers?|levels?|grades?|years?|phases?|sections?|articles?|appendix|annex|pages?|pp?\.|outcomes?|priorit(?:y|ies)|pledges?|actions?|objectives?|goals?|themes?|recommendations?|indicators?|chapters?|figures?|tables?|part|band|category|domain|strand|pillar|steps?|no\.|number|room|floor|unit|version|v|covid|ks|act|agenda|regulation|step|wave|week|day|quarter|schedule|paragraph|ref|ni|clause|born|the\sunder|(?:the\s)?(?:under|over)(?=\s?\d{1,2}'?s\b))[\s:-]{0,2}(?:\d{1,2}\s?(?:and|or|to|&|,|-)\s?){0,3}$/i
const namesAfter =
  /^(?:'?s\b|(?:\s?(?:-|–|to|and|or|\/)\s?\d{1,2})?[\s-]?(?:year|yr)s?[\s-]?olds?\b|(?:\s?(?:-|to|\/)\s?\d{1,2})\s?(?:years?\s(?:old|of\sage)|year\s?olds?|yrs?)\b|\s?years?\s(?:old|of\sage|and\s(?:over|under))|(?:st|nd|rd|th)\b|-year-old|\s(?:year|month)-old|(?:am|pm)\b|\s?-?\s?(?:dai|week|month|quarter|year)ly\b)/i
/** 'with 3 or more placements': what is counted, and no level of it. */
const thresholdBefore = /\b(?:with|have|has|had|having)\s$/i
const thresholdAfter = /^\s?or\s(?:more|fewer|less)\b/i
/** 'within twenty miles' */
const distanceAfter = /^\s?(?:miles?|metres?|meters?|km|kilomet\w+|yards?)\b/i
const windowBefore =
  /\b(?:(?:in|over|during|within|for)\s(?:the\s)?(?:last|past|previous|next|first|coming|following|final)|(?:last|past|previous|next|first|coming|following)|over\sa|over|for|throughout\s(?:the\s)?|every|each|aged?|after|than|(?:our|this\sis\sour|a|an|the))\s$/i
const standardBefore =
  /\b(?:within|in|inside|under|less\sthan|no\s(?:more|longer|later)\sthan|not\slater\sthan|at\sleast|up\sto|maximum\sof|every|each|a\s(?:minimum|maximum)\sof(?:\severy)?)\s$/i
const changeBefore =
  /\b(?:by|rise\sof|fall\sof|drop\sof|cut\sof|increase\sof|reduction\sof|decrease\sof|improvement\sof|saving\sof|savings\sof)\s(?:(?:at\sleast|up\sto|a\s(?:further|minimum\sof)|around|about|over|more\sthan|another|an\sadditional)\s){0,2}$/i
const changeAfter =
  /^\s(?:point\s|fewer|more|less|lower|higher|additional)?\s?(?:reduction|decrease|fall|drop|cut|decline|increase|rise|growth|improvement|uplift|saving)s?\b|^\s(?:fewer|more|less|lower|higher)\b(?!\sthan\s\d)/i
const fewer =
  /\b(?:reduc\w*|decreas\w*|lower\w*|cut\w*|fall\w*|fell|fewer|less|drop\w*|declin\w*|halv\w*|shrink\w*|minimi[sz]\w*|limit\w*|saving\w*)\b/i
const more =
  /\b(?:increas\w*|improv\w*|rais\w*|rise\w*|rising|grow\w*|more|higher|expand\w*|doubl\w*|uplift|boost\w*|additional|extra)\b/i

/**
 * Every amount of a text in order, apart from each other. Years and dates are none; `dates` are those of the text, where they
 * have been found already. Linear in the text's length.
 */
export function findQuantities(text: string, dates: readonly DateWords[] = findDates(text)): QuantityWords[] {
  const folded = foldMarks(text.slice(0, longestText))
  const taken: [start: number, end: number][] = dates
    .filter(({when, value}) => when.kind === 'span' || /\d{4}/.test(value))
    .map(({start, end}) => [start, end])
  const found: QuantityWords[] = []
  const ends = new Uint8Array(folded.length + 1)
  for (const [start, end] of taken) ends.fill(1, start, end)
  for (const [id, words, read] of amounts) {
    if (folded.search(words) < 0) continue
    for (const match of folded.matchAll(words)) {
      const [start, end] = [match.index, match.index + match[0].trimEnd().length]
      if (ends[start] === 1 || ends[end - 1] === 1) continue
      const amount = read(match as RegExpExecArray)
      if (!amount || !Number.isFinite(amount.amount)) continue
      ends.fill(1, start, end)
      found.push(quantityAt(folded, text, start, end, amount, id))
    }
  }
  found.sort((a, b) => a.start - b.start)
  return withSharedScale(found)
}

function quantityAt(
  folded: string,
  text: string,
  start: number,
  end: number,
  amount: Omit<Quantity, 'bound'>,
  id: string
): QuantityWords {
  const before = folded.slice(Math.max(0, start - 60), start)
  const after = folded.slice(end, end + 60)
  const lead = boundsBefore.find(([words]) => words.test(before))
  const tail = boundsAfter.find(([words]) => words.test(after))
  const from = lead ? start - lead[0].exec(before)![0].length : start
  const to = tail ? end + tail[0].exec(after)![0].length : end
  const context = {before, after, clause: clauseAround(folded, start, end)}
  const sense = senseOf(amount, id, context)
  const direction = sense === 'change' ? directionOf(context) : undefined
  return {
    value: text.slice(from, to),
    start: from,
    end: to,
    quantity: {...amount, bound: lead?.[1] ?? tail?.[1] ?? 'exactly'},
    sense,
    ...(direction ? {direction} : {}),
    ...(id === 'word' || id === 'share' || id === 'share-in-words' ? {inWords: true as const} : {})
  }
}

/** The words of the clause that the amount stands in, at most 80 characters to each side. */
function clauseAround(folded: string, start: number, end: number): {before: string; after: string} {
  const before = folded.slice(Math.max(0, start - 80), start)
  const after = folded.slice(end, end + 80)
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf(': '))
  return {before: before.slice(cut + 1), after: after.split(/[.;]\s/, 1)[0]!}
}

interface Around {
  before: string
  after: string
  clause: {before: string; after: string}
}

const durations = new Set(['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'terms'])

function senseOf(amount: Omit<Quantity, 'bound'>, id: string, around: Around): QuantitySense {
  const bare = id === 'count' || id === 'duration'
  if (bare && (namesAfter.test(around.after) || (namesBefore.test(around.before) && amount.unit === ''))) return 'name'
  if (bare && /\b(?:aged?|ages)\s[\w\s,-]{0,24}$/i.test(around.before) && amount.amount <= 100) return 'name'
  if (
    bare &&
    amount.unit === '' &&
    amount.amount <= 25 &&
    /\bat\s$/i.test(around.before) &&
    /^\s?(?:[.,;)]|$|or\b|and\b)/i.test(around.after)
  )
    return 'name'
  if ((bare || id === 'word') && thresholdBefore.test(around.before) && thresholdAfter.test(around.after)) return 'name'
  if ((bare || id === 'word') && distanceAfter.test(around.after) && standardBefore.test(around.before))
    return 'standard'
  if (durations.has(amount.unit)) return durationSense(amount, around)
  if (id === 'count' && /^\s?-\s?\d/.test(around.after) && /year/i.test(around.after.slice(0, 20))) return 'name'
  if (changeBefore.test(around.before) || changeAfter.test(around.after)) return 'change'
  return 'level'
}

function durationSense({unit}: Omit<Quantity, 'bound'>, {before, after}: Around): QuantitySense {
  if (/\b(?:last|past|previous|next|coming|following|first|final)\s$/i.test(before)) return 'window'
  if (/^[\s-]?(?:old|plan|strategy|period|programme|programmes|review|vision|anniversary)/i.test(after)) return 'window'
  if (!standardBefore.test(before)) return windowBefore.test(before) || unit !== 'days' ? 'window' : 'standard'
  // A month or more is as long as a plan's own steps take: 'reviewed within 12 months' is a deadline, not a service standard.
  if (unit === 'years' || (unit === 'months' && !/^\sof\b/i.test(after) && !/\b(?:every|each)\s$/i.test(before)))
    return 'window'
  return 'standard'
}

function directionOf({before, after, clause}: Around): 'more' | 'fewer' | undefined {
  const near = `${before.slice(-25)} ${after.slice(0, 25)}`
  for (const words of [near, `${clause.before} ${clause.after}`]) {
    const [down, up] = [fewer.test(words), more.test(words)]
    if (down !== up) return down ? 'fewer' : 'more'
  }
  return undefined
}

/** '£1.7 and £1.8 billion', '10-15%': the first number takes scale and unit from the second. */
function withSharedScale(found: QuantityWords[]): QuantityWords[] {
  return found.map((words, index) => {
    const next = found[index + 1]
    if (!next || next.start - words.end > 7) return words
    const {quantity: own} = words
    const {quantity: other} = next
    if (
      own.unit === other.unit &&
      /^(?:GBP|USD|EUR)$/.test(own.unit) &&
      own.amount < 1000 &&
      other.amount >= 1e6 &&
      !/[a-z]$/i.test(words.value)
    ) {
      const factor = other.amount >= 1e9 ? 1e9 : 1e6
      return {...words, quantity: {...own, amount: Number((own.amount * factor).toPrecision(12))}}
    }
    if (
      own.unit === '' &&
      (other.unit === '%' || durations.has(other.unit)) &&
      words.sense !== 'name' &&
      next.start - words.end <= 4 &&
      !/[a-z]/i.test(words.value)
    )
      return {...words, quantity: {...own, unit: other.unit}, sense: next.sense}
    return words
  })
}

/**
 * The amount that a goal's words set out to reach: the first level or change that is no service standard, age or name.
 * A count in words ('two') is the last resort.
 */
export function targetQuantity(text: string, amounts = findQuantities(text)): QuantityWords | undefined {
  const found = amounts.filter(({sense}) => sense === 'level' || sense === 'change')
  const told = found.filter(({inWords}) => !inWords)
  return (
    told.find(({sense, quantity}) => sense === 'change' || quantity.unit === '%' || quantity.bound !== 'exactly') ??
    told[0] ??
    found[0]
  )
}
