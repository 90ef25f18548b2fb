/** The amounts of a text: where they stand, what they say and what they stand for. */
import type {Quantity} from '../plan-tree/nodes.ts'
import {amounts} from './amounts.ts'
import {type DateWords, findDates} from './dates.ts'
import {foldMarks} from './fold.ts'
import {holdsNumber} from './numbers.ts'
import {directionOf, durations, type QuantitySense, senseOf} from './quantity-sense.ts'

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

/**
 * Every amount of a text in order, apart from each other. Years and dates are none; `dates` are those of the text, where they
 * have been found already. Linear in the text's length.
 */
export function findQuantities(text: string, dates: readonly DateWords[] = findDates(text)): QuantityWords[] {
  const folded = foldMarks(text.slice(0, longestText))
  if (!holdsNumber.test(folded)) return []
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
