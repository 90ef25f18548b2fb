/** A measure taken apart: what is counted, for whom, which way, from where, to where, by when, and who says so. */
import type {
  DateFacet,
  Goal,
  Measure,
  Milestone,
  PlanNode,
  Quantity,
  Statistic,
  Target,
  When
} from '../../plan-tree/nodes.ts'
import {spelledQuantity} from '../numbers.ts'
import {findQuantities} from '../quantities.ts'
import {countedIn} from './counted.ts'
import {peopleIn} from './people.ts'

/** A level as the words give it. */
export interface Level {
  words: string
  quantity?: Quantity
}

/** How a measure counts: a share of something, a number, a length of time, or whether a thing is done. */
export type Counting = 'share' | 'number' | 'time' | 'done' | 'unsaid'

export interface MeasureParts {
  /** What is counted: the words without which way, how far and by when. */
  counted: string
  counting: Counting
  /** The groups of people named, as printed. */
  forWhom: string[]
  direction: Measure['direction']
  /** The level to start from. */
  baseline?: Level
  /** The level to reach, or how far to go. */
  target?: Level
  /** How quickly a service is to answer ('within 20 weeks'): it says how fast, not how many, and is no target. */
  standard?: string
  /** By when, as printed; `date` is the last day of it, where the words name one. */
  deadline?: {words: string; date?: string}
  /** What the figure comes from: a survey, an audit, an inspector. */
  source?: string
  /** The second thing counted, where two are printed as one. */
  second?: string
}

const known = new WeakMap<Measure | Milestone, MeasureParts>()

/** The parts of a measure or milestone, from its words and facets; worked out once. */
export function measureParts(measure: Measure | Milestone): MeasureParts {
  const before = known.get(measure)
  if (before) return before
  const parts = takenApart(measure)
  known.set(measure, parts)
  return parts
}

function takenApart(measure: Measure | Milestone): MeasureParts {
  const {title} = measure
  const baseline = baselineOf(measure)
  const target = targetOf(measure)
  const deadline = deadlineOf(measure)
  const standard = standardIn(title)
  const source = sourceIn(title)
  const second = secondIn(title)
  const counted = countedIn(title)
  return {
    counted,
    counting: countingOf(measure, target),
    forWhom: peopleIn(title),
    direction: measure.type === 'milestone' ? 'reached' : directionOf(measure, baseline, target),
    ...(baseline ? {baseline} : {}),
    ...(target ? {target} : {}),
    ...(standard ? {standard} : {}),
    ...(deadline ? {deadline} : {}),
    ...(source ? {source} : {}),
    ...(second ? {second} : {})
  }
}

const childrenOf = <Type extends 'target' | 'statistic'>(measure: Measure | Milestone, type: Type) =>
  measure.children.filter((child) => child.type === type) as (Target | Statistic)[] as Extract<
    Target | Statistic,
    {type: Type}
  >[]

/** 'Every town has …', 'No child …': all or none is a level as much as 90% is. */
const allOrNone = /^(?:all|every|each|no|none|nobody)\b/i
const numberWords =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand))?'
/** 'Forty new foster homes', 'at least sixty young people', 'eight in ten': a number of things, in words. */
const inWords = new RegExp(
  `(?:^|\\b(?:at least|at most|more than|fewer than|up to|to|by) )((?:${numberWords}|an? hundred|half)(?: (?:in|out of) (?:every )?\\w+)?)\\b(?! (?:hours?|days?|weeks?|months?|years?|working|miles?|minutes?|times?)\\b)`,
  'i'
)
/** What says of whom or when, and not how many. */
const aside =
  /\baged? (?:between )?\w+(?:-\w+)? (?:to|and|or) \w+(?:-\w+)?\b|\b(?:within|after|before|by the age of|aged?|over|under|for|between)\b (?:[a-z]+[- ]){1,4}?(?:hours?|days?|weeks?|months?|years?|miles?|minutes?)?/gi

function targetOf(measure: Measure | Milestone): Level | undefined {
  const [facet] = childrenOf(measure, 'target')
  if (facet) return {words: facet.value, ...(facet.quantity ? {quantity: facet.quantity} : {})}
  const all = allOrNone.exec(measure.title)
  if (all) return {words: all[0]}
  const words = inWords.exec(measure.title.replace(aside, (said) => ' '.repeat(said.length)))?.[1]
  if (words === undefined) return undefined
  const quantity = spelledQuantity(words)
  return {words, ...(quantity ? {quantity} : {})}
}

/** 'compared with 54% in 2023', 'from 62%', 'up from 7'. */
const start =
  /\b(?:compared (?:with|to)|against|from(?: a baseline of)?|baseline(?: of)?:?) ((?:[a-z]+ ){0,3}[£$]?(?!(?:19|20)\d\d\b)\d[\d,.]*(?:\s?%)?)/i
/** What stands in a column of figures where there is none. */
const notKnown =
  /\b(?:not (?:yet )?(?:known|available|measured|recorded|collected)|unknown|no (?:data|baseline|figure)|n\/?a|tb[cad]|to be \w+)\b|^\W*$/i

function baselineOf(measure: Measure | Milestone): Level | undefined {
  const facet = childrenOf(measure, 'statistic').find(
    ({data, value}) => data?.baseline === true && !notKnown.test(value)
  )
  if (facet) return {words: facet.value, ...(facet.quantity ? {quantity: facet.quantity} : {})}
  const words = start.exec(measure.title)?.[1]
  const quantity = words ? findQuantities(words)[0]?.quantity : undefined
  return words ? {words, ...(quantity ? {quantity} : {})} : undefined
}

/** Words that name an end without a date: the plan's own end, a run of months, every year. */
const endInWords =
  /\b(?:by|before|at) the end of (?:the|this|our) (?:plan|strategy|programme)\b|\b(?:with)?in the next \w+ (?:weeks|months|years)\b|\b(?:every|each) (?:year|quarter|month|week|term)\b|\b(?:annual|year|quarter|month|week|term)ly\b|\bbi-?monthly\b/i

/** The day that a goal's own facets set for it; of an action, for the measures in its row too. */
export function printedDeadline(goal: Goal): MeasureParts['deadline'] {
  const children = goal.children as readonly PlanNode[]
  const date = children.find(
    (child): child is DateFacet =>
      child.type === 'date' &&
      (child.role === 'due' || child.role === 'review') &&
      ['span', 'recurring', 'unread'].includes(child.when.kind)
  )
  if (date) return {words: date.value, ...dayOf(date.when)}
  const by = children.find((child): child is Target => child.type === 'target' && child.by?.kind === 'span')?.by
  return by?.kind === 'span' ? {words: by.to, date: by.to} : undefined
}

function deadlineOf(measure: Measure | Milestone): MeasureParts['deadline'] {
  const printed = printedDeadline(measure)
  if (printed) return printed
  const words = measure.type === 'measure' ? endInWords.exec(measure.title)?.[0] : undefined
  return words ? {words} : undefined
}

const dayOf = (when: When) => (when.kind === 'span' ? {date: when.to} : {})

function standardIn(title: string): string | undefined {
  const found = findQuantities(title).find(({sense}) => sense === 'standard')
  return found?.value
}

const instrument =
  '(?:survey|census|questionnaire|audit|dip sampling|case file review|inspection|feedback|scorecard|dashboard|evaluation|self-assessment|returns?|statistics|dataset)s?'

/** Who or what tells the figure. The first that fits counts. */
const sources: readonly RegExp[] = [
  /\b(?:data )?source\s*:\s*([^.;]{3,80})/i,
  /\b(?:as )?(?:measured|recognised|recognized|recorded|rated|judged|assessed|graded|shown|evidenced) (?:by|in|through|from) ([^,.;()]{3,60})/i,
  /\b(?:according to|drawn from|taken from|data from|figures from) ([^,.;()]{3,60})/i,
  new RegExp(`\\b(?:in|from|through|by|via|as part of) ((?:[\\w’'-]+ ){0,3}${instrument})\\b`, 'i'),
  new RegExp(`\\(([^()]{0,30}\\b${instrument})\\)`, 'i'),
  new RegExp(
    `\\b((?:[\\w’'-]+ ){0,2}${instrument})(?: [\\w’'-]+){0,6}? will (?:provide|tell|show|demonstrate|evidence|capture|confirm)\\b`,
    'i'
  )
]
/** What people say of themselves. */
const ownWord =
  /\b(tell us|told us|say that|says that|report(?:s|ing|ed)?(?= (?:that|good|feeling|confidence|being|they)\b)|feel that)/i
/** Words before an instrument that are no part of its name. */
const notName = /^(?:(?:and|of|the|an?|our|each|every|their|this|all|new|people|use|in)\s+)+/i

function sourceIn(title: string): string | undefined {
  for (const pattern of sources) {
    const words = pattern.exec(title)?.[1]?.trim().replace(notName, '')
    if (words) return words
  }
  const said = ownWord.exec(title)?.[1]
  return said ? `their own word (“${said}”)` : undefined
}

/** Two counts run together in one line: a second '%', 'Number of' or 'Reduction in' with no stop before it. */
const secondCount = /[a-z)] ((?:%\s+(?:of|with|leaving)|Number of|Percentage of|Proportion of|Rate of)\b.*)$/

function secondIn(title: string): string | undefined {
  return secondCount.exec(title)?.[1]
}

const share =
  /^\W*(?:%|per ?cent(?:age)?\b|(?:the )?(?:share|proportion|percentage|rate) of\b)|\b(?:percentage|proportion|share) of\b/i
const amount =
  /\b(?:more|fewer|less|better|improv\w*|increas\w*|reduc\w*|decreas\w*|rais\w*|lower|earlier|number|numbers|rates?|levels?|proportion|percentage|share|people|children|families|parents|pupils)\b|[%#]/i
const numbered = /^\W*(?:#|(?:the )?(?:number|amount|total|count|levels?|how many)\b)/i
const time =
  /\b(?:waits?|waiting times?|wait(?:ing)? (?:for|longer)|average time|length of (?:stay|time)|how long|longest)\b/i

/** 'Survey published', 'Framework created (Y/N)', 'Completed strategy': there or not. */
const finished =
  /\((?:y\/n|yes\/no)\)|\b(?:published|created|completed|established|launched|adopted|agreed|signed(?: off)?|approved|appointed|commissioned|opened|in place|set up|up and running)\W*$|^(?:completed|agreed|published|signed|approved|accepted)\b/i

function countingOf(measure: Measure | Milestone, target: Level | undefined): Counting {
  const {title} = measure
  if (target?.quantity?.unit === '%' || share.test(title)) return 'share'
  if (measure.type === 'milestone') return target ? 'number' : 'done'
  if (time.test(title)) return 'time'
  if (numbered.test(title) || target || measure.direction === 'more' || measure.direction === 'fewer') return 'number'
  if (measure.direction === 'reached' || finished.test(title)) return 'done'
  return amount.test(title) ? 'number' : 'unsaid'
}

/** Whether a measure counts something that can be more or less; 'a staff training plan' is there or not. */
export function countsSomething(measure: Measure | Milestone): boolean {
  return (
    measure.type === 'measure' &&
    (measure.direction === 'more' || measure.direction === 'fewer' || amount.test(measure.title))
  )
}

/** Which way, by the words; where they do not say, by the figures. */
function directionOf(measure: Measure, baseline: Level | undefined, target: Level | undefined): Measure['direction'] {
  if (measure.direction === 'more' || measure.direction === 'fewer') return measure.direction
  const [from, to] = [baseline, target].map(
    (level) => level?.quantity ?? findQuantities(level?.words ?? '')[0]?.quantity
  )
  if (from && to && from.unit === to.unit && from.amount !== to.amount)
    return to.amount > from.amount ? 'more' : 'fewer'
  return measure.direction
}

/** A share of something, or more or less of it: only beside what it was does the target say how much is to change. */
export function needsBaseline(measure: Measure | Milestone): boolean {
  return (
    childrenOf(measure, 'target').some(
      ({quantity, value}) => quantity?.unit === '%' || /%|per cent|\bin (?:ten|\d)/i.test(value)
    ) ||
    /\b(?:increas|reduc|decreas|improv|rise|rises|rising|fall|falls|grow|cut|(?:more|fewer|less)\b(?! than \d))/i.test(
      measure.title
    )
  )
}
