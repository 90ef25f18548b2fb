/** What the words around an amount say that it stands for. */
import type {Quantity} from '../plan-tree/nodes.ts'

/**
 * What an amount stands for:
 * - `level`: a share, number or sum as it is or should be ('90%', '30 out of 33', '£2m', '12% or less');
 * - `change`: how far it should move ('by 25%', 'a 60% reduction', 'halve');
 * - `standard`: how quickly a service answers ('within 20 weeks', 'in 45 days'): no target, however much it looks like one;
 * - `window`: the time a figure or task covers ('in the last 6 months', 'over the next 3 years', '12 months');
 * - `name`: an age, a grade or a number that names something ('aged 16-18', 'key stage 2', 'tier 4').
 */
export type QuantitySense = 'level' | 'change' | 'standard' | 'window' | 'name'

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

/** Words around an amount: near it, and of its clause. */
export interface Around {
  before: string
  after: string
  clause: {before: string; after: string}
}

export const durations = new Set(['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'terms'])

/** `id` is that of the form in which the amount is written (`amounts.ts`). */
export function senseOf(amount: Omit<Quantity, 'bound'>, id: string, around: Around): QuantitySense {
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

/** Of a change: which way. */
export function directionOf({before, after, clause}: Around): 'more' | 'fewer' | undefined {
  const near = `${before.slice(-25)} ${after.slice(0, 25)}`
  for (const words of [near, `${clause.before} ${clause.after}`]) {
    const [down, up] = [fewer.test(words), more.test(words)]
    if (down !== up) return down ? 'fewer' : 'more'
  }
  return undefined
}
