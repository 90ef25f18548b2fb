import type {ChangeClass, ChangeFacet} from '../types.ts'
import {isPromise, shiftOf} from './commitment.ts'
import {isGrammar, isMisspelling, sameWord, sameWordsReason} from './editorial.ts'
import {coverageShift, isScope, qualifies} from './scope.ts'
import {inShort} from './short-names.ts'
import {delayOf, type ValueShift, valueShift} from './values.ts'
import {type Edit, editsOf, type Token} from './words.ts'
import {writtenOut} from './written-forms.ts'

/** What a change of words amounts to. */
export interface Verdict {
  class: ChangeClass
  facets: ChangeFacet[]
  /** One sentence that a reviewer can check. */
  reason: string
}

export interface Setting {
  /** Node type of the words: a lead's words are a lead whatever they say. */
  type: string
  /** The words are a title, of a goal or restated. */
  title: boolean
  /** Both texts say what the document is: a draft, agreed. */
  status: boolean
  /** Whether a lower-case word stands elsewhere in the two plans: a word seen once may be a misspelling. */
  isKnown: (word: string) => boolean
}

interface Finding {
  facet?: ChangeFacet
  reason: string
}

/** Class, facets and reason of words that gave way to others. */
export function classify(before: string, after: string, setting: Setting): Verdict {
  const same = sameWordsReason(before, after)
  if (same) return {class: 'editorial', facets: [], reason: same}
  const short = inShort(before, after)
  if (short && (short[0] === short[1] || sameWordsReason(...short)))
    return {class: 'editorial', facets: [], reason: 'The same name, in short or in full.'}
  const [old, now] = short ?? [before, after]
  const values = valueShift(old, now)
  const findings = [
    ...valueFindings(values, setting),
    ...editsOf(old, now).flatMap((edit) => findingOf(edit, values, setting))
  ]
  const facets = new Set(findings.flatMap(({facet}) => facet ?? []))
  if (facets.size === 0) return {class: 'editorial', facets: [], reason: findings[0]?.reason ?? 'Grammar only.'}
  if (setting.type === 'lead') facets.add('lead')
  if (setting.title) facets.add('title')
  if (setting.status) facets.add('status')
  if (facets.size > 1) facets.delete('meaning')
  const reasons = findings.filter(({facet}) => facet).map(({reason}) => reason)
  return {class: 'substantive', facets: order.filter((facet) => facets.has(facet)), reason: sentence(reasons)}
}

const order: readonly ChangeFacet[] = [
  'status',
  'target',
  'number',
  'date',
  'commitment',
  'lead',
  'scope',
  'name',
  'title',
  'meaning'
]

/** Reasons told in one sentence at most. */
const reasonsTold = 3

function sentence(reasons: readonly string[]): string {
  // '“two years” is new' adds nothing beside '“its length” is now “two years”'.
  const all = [...new Set(reasons)]
  const lone = (reason: string) => /^(“[^”]+”) is (?:new|gone)$/.exec(reason)?.[1]?.slice(1, -1)
  const kept = all.filter((reason) => {
    const words = lone(reason)
    return (
      words === undefined || !all.some((other) => other !== reason && lone(other) !== words && other.includes(words))
    )
  })
  const told = [
    ...new Set(kept.map((reason) => (isMoved(lone(reason), all) ? `“${lone(reason)}” stands elsewhere in it` : reason)))
  ]
  const more = told.length - reasonsTold
  const inside = told.map((reason, at) =>
    at > 0 ? reason.replace(/^(?:Widened|Narrowed)/, (word) => word.toLowerCase()) : reason
  )
  return `${inside.slice(0, reasonsTold).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}

/** The same words went at one place of a text and came in at another. */
const isMoved = (words: string | undefined, reasons: readonly string[]): boolean =>
  words !== undefined && ['new', 'gone'].every((word) => reasons.includes(`“${words}” is ${word}`))

function valueFindings({dates, quantities}: ValueShift, {type}: Setting): Finding[] {
  const findings: Finding[] = []
  const pairs = Math.max(dates.before.length, dates.after.length)
  for (let k = 0; k < pairs; k += 1) {
    const [old, now] = [dates.before[k], dates.after[k]]
    const delay = old && now ? delayOf(old.when, now.when) : undefined
    const moved = delay ? `, ${delay.days > 0 ? 'later' : 'earlier'} by ${delay.words}` : ''
    findings.push({facet: 'date', reason: `${nowSays(old?.value, now?.value)}${moved}`})
  }
  const count = Math.max(quantities.before.length, quantities.after.length)
  for (let k = 0; k < count; k += 1) {
    const [old, now] = [quantities.before[k], quantities.after[k]]
    const reason = nowSays(old?.value, now?.value)
    findings.push({facet: [old, now].every((each) => !each || isYear(each.value)) ? 'date' : 'number', reason})
    const sense = (now ?? old)!.sense
    if (type === 'target' || (type === 'measure' && sense !== 'name')) findings.push({facet: 'target', reason})
    if (sense === 'window' && /year|month|week/.test((now ?? old)!.quantity.unit))
      findings.push({facet: 'date', reason})
  }
  return findings
}

function nowSays(old: string | undefined, now: string | undefined): string {
  if (old === undefined) return `“${now}” is new`
  if (now === undefined) return `“${old}” is gone`
  return `“${old}” is now “${now}”`
}

const printed = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => token.printed)
    .join('')
    .trim()
    // The mark between what was kept and what came in is no part of it.
    .replace(/^[,;:]\s+(?=\S)/, '')
    .replace(/(?<=\S)\s*[,;:(]$/, '')
const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens
    .flatMap((token) => writtenOut(token.plain.toLowerCase()).split(' '))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

const told = ({before, after}: Edit): string => {
  const sides = [printed(before), printed(after)] as const
  // A mark that gives way to words is not worth quoting.
  const isMark = (text: string) => !/[\p{L}\p{N}]/u.test(text)
  const [old, now] = isMark(sides[0]) === isMark(sides[1]) ? sides : sides.map((text) => (isMark(text) ? '' : text))
  return nowSays(old || undefined, now || undefined)
}

function findingOf(edit: Edit, values: ValueShift, setting: Setting): Finding[] {
  const [old, now] = [wordsOf(edit.before), wordsOf(edit.after)]
  if (old.length === 0 && now.length === 0) return [{reason: 'Punctuation only.'}]
  if (isWithin(edit, values)) return [{reason: 'The same date or amount, written differently.'}]
  const [lost, won] = uncommon(old, now)
  const shift = shiftOf(lost, won)
  if (shift) return [{facet: 'commitment', reason: `${told(edit)}: a ${shift} promise`}]
  if (lost.length === 0 && won.length === 0)
    return [
      {
        reason: [...old, ...now].some((word) => /\d/.test(word))
          ? 'The same number, in words or in figures.'
          : 'Grammar only: forms of the same words.'
      }
    ]
  if (lost.length === 1 && won.length === 1 && isMisspelling(lost[0]!, won[0]!, setting.isKnown))
    return [{reason: `Spelling: ${told(edit)}.`}]
  const [less, more] = [lost.filter((word) => !isGrammar(word)), won.filter((word) => !isGrammar(word))]
  if (less.length === 0 && more.length === 0) return [{reason: 'Grammar only: no word of weight changed.'}]
  if (setting.type === 'plan' || isStatus(less, more)) return [{facet: 'status', reason: told(edit)}]
  if ([...less, ...more].some((word) => negations.has(word))) return [{facet: 'meaning', reason: told(edit)}]
  if (less.length > 0 && more.length > 0 && [...less, ...more].every(isYear))
    return [{facet: 'date', reason: told(edit)}]
  // 'the Care Act', 'the Health and Care Act of 2022': the year belongs to the name.
  if (isName(edit.before) && isName(edit.after)) return [{facet: 'name', reason: told(edit)}]
  if ([...less, ...more].some(isNumber))
    return [
      {
        facet: [...less, ...more].every((word) => !isNumber(word) || isYear(word)) ? 'date' : 'number',
        reason: told(edit)
      }
    ]
  if ([...less, ...more].every(isPromise)) return [{facet: 'commitment', reason: told(edit)}]
  if (old.length === 0 && /^(?:who|whose|aged|where|with)$/.test(now[0] ?? ''))
    return [{facet: 'scope', reason: `Narrowed: ${told(edit)}`}]
  if (now.length === 0 && /^(?:who|whose|aged|where|with)$/.test(old[0] ?? ''))
    return [{facet: 'scope', reason: `Widened: ${told(edit)}`}]
  if ([...less, ...more].some(isScope)) {
    const covers = coverageShift(less, more)
    return [{facet: 'scope', reason: covers ? `${covers}: ${told(edit)}` : told(edit)}]
  }
  if (now.length === 0 && qualifies(old, edit.beside)) return [{facet: 'scope', reason: `Widened: ${told(edit)}`}]
  if (old.length === 0 && qualifies(now, edit.beside)) return [{facet: 'scope', reason: `Narrowed: ${told(edit)}`}]
  if (isName(edit.before) || isName(edit.after)) return [{facet: 'name', reason: told(edit)}]
  return [{facet: setting.type === 'lead' ? 'lead' : 'meaning', reason: told(edit)}]
}

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)

const negations = new Set(['not', 'never', 'without', 'cannot', "don't", "won't", 'unless'])

const numberWord =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?|hundred|thousand|million|half|third|quarter|twice|double)$/u

const isNumber = (word: string): boolean => /\d/.test(word) || numberWord.test(word)

/** Words of each side that the other does not have in any form. */
function uncommon(old: readonly string[], now: readonly string[]): [string[], string[]] {
  const left = [...now]
  const lost = old.filter((word) => {
    const at = left.findIndex((other) => sameWord(word, other))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [lost, left]
}

/** The edit lies in a date or amount on both sides: its value was compared already. */
function isWithin({before, after, oldSpan, newSpan}: Edit, {oldSpans, newSpans}: ValueShift): boolean {
  // '31 March', 'the 31st of March': the article is no part of the date.
  const article = ([first, ...rest]: readonly Token[]) =>
    rest.length > 0 && first!.plain.toLowerCase() === 'the' ? first!.printed.length : 0
  const from = (tokens: readonly Token[], span: readonly [number, number]) =>
    [span[0] + article(tokens), span[1]] as const
  const touches = (span: readonly [number, number], spans: readonly (readonly [number, number])[]) =>
    span[0] === span[1] || spans.some(([start, end]) => start <= span[0] && span[1] <= end + 2)
  if (oldSpans.length === 0 && newSpans.length === 0) return false
  return touches(from(before, oldSpan), oldSpans) && touches(from(after, newSpan), newSpans)
}

const statusWords = new Set('draft final consultation approved adopted agreed ratified endorsed'.split(' '))
const isStatus = (less: readonly string[], more: readonly string[]): boolean =>
  [...less, ...more].length <= 3 && [...less, ...more].some((word) => statusWords.has(word) && word !== 'consultation')

/** Two capitalised words or more, or one inside a sentence with a letter small: the name of a body, place or scheme. */
function isName(tokens: readonly Token[]): boolean {
  const words = tokens
    .map((token) => token.plain)
    .filter((word) => /\p{L}/u.test(word) && !isGrammar(word.toLowerCase()))
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word)) && (words.length > 1 || words[0]!.length > 2)
}
