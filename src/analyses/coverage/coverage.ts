import {findPhrase, type Phrase, phraseIndex} from '../../language/phrases.ts'
import {wordsIn} from '../../language/stems.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {coverageRank} from '../coverage-rank.ts'
import {planRef} from '../plan-ref.ts'
import type {CoverageCell, CoverageLevel, CoverageReport, Theme} from '../types.ts'
import {type Spoken, spokenBy} from './spoken.ts'
import {serviceTerms, type ThemePhrases, themePhrases} from './theme-phrases.ts'

const none: readonly Theme[] = []

/**
 * The highest level at which each plan speaks of each theme, with the words that show it: outcome over priority over measure
 * over mention. One cell for each theme and plan, themes outermost, both in the order given. `known` are the product's own
 * themes, whose phrases a user's theme of the same subject is found by too.
 */
export function findCoverage(
  plans: readonly Plan[],
  themes: readonly Theme[],
  known: readonly Theme[] = none
): CoverageReport {
  const spoken = plans.map((plan) => indexed(plan))
  const cells = themes.flatMap((theme) => {
    const phrases = themePhrases(theme, known)
    return spoken.map((each) => cellOf(theme, phrases, each))
  })
  return {plans: plans.map(planRef), themes: themes.map(({id, name}) => ({id, name})), cells}
}

interface Indexed {
  plan: Plan
  words: Spoken[]
  /** Which of the words a phrase may stand in. */
  holding: (phrase: Phrase) => readonly number[]
}

function indexed(plan: Plan): Indexed {
  const words = spokenBy(plan)
  return {plan, words, holding: phraseIndex(words.map(({tokens}) => tokens))}
}

function cellOf(theme: Theme, shown: ThemePhrases, {plan, words, holding}: Indexed): CoverageCell {
  const byText = new Map<number, Phrase[]>()
  for (const phrase of shown.phrases)
    for (const index of holding(phrase)) {
      const others = byText.get(index)
      if (others) others.push(phrase)
      else byText.set(index, [phrase])
    }
  let best: {spoken: Spoken; by: string; at: [number, number]} | undefined
  const seen = new Set<CoverageLevel>()
  for (const index of [...byText.keys()].sort((a, b) => a - b)) {
    const spoken = words[index]!
    if (seen.has(spoken.level)) continue
    let named: {by: string; at: [number, number]} | undefined
    for (const phrase of byText.get(index)!) {
      const at = placeOf(phrase, shown, spoken)
      if (!at) {
        const inName = spoken.level === 'mention' || named ? undefined : placeOf(phrase, shown, spoken, true)
        if (inName) named = {by: phrase.text, at: inName}
        continue
      }
      named = undefined
      seen.add(spoken.level)
      if (!best || coverageRank[spoken.level] > coverageRank[best.spoken.level]) best = {spoken, by: phrase.text, at}
      break
    }
    if (named && !seen.has(spoken.level)) {
      seen.add('mention')
      best ??= {spoken: {...spoken, level: 'mention'}, ...named}
    }
  }
  if (!best) return {theme: theme.id, plan: plan.digest, level: 'none', quote: null, page: null, unit: null}
  const {spoken, by} = best
  return {
    theme: theme.id,
    plan: plan.digest,
    level: spoken.level,
    quote: quoteOf(spoken, best.at),
    page: spoken.pages[0]?.page ?? null,
    unit: spoken.unit,
    by,
    also: [...seen].filter((level) => level !== spoken.level).sort((a, b) => coverageRank[b] - coverageRank[a])
  }
}

/** A body's name goes on after the words: 'Children in Care Council', 'Health and Wellbeing Board'. */
const bodyAfter =
  /^(?:['’]s?)?(?:[ -](?:and|of|for|the|&)){0,2}(?:[ -]\p{Lu}[\p{L}’'-]*){0,2} (?:Board|Council|Committee|Partnership|Trust|Forum|Panel|Alliance|Commission)\b/u

/** A goal that names a body promises nothing of what the body is named after. */
function isInBodyName({text, tokens}: Spoken, [first, last]: [number, number]): boolean {
  const from = tokens[first]!.start
  return /^\p{Lu}/u.test(text.slice(from)) && bodyAfter.test(text.slice(tokens[last]!.end, tokens[last]!.end + 80))
}

/**
 * Where a phrase stands in a text. One word does not count inside a longer term that is none of the theme's: 'training' in
 * 'education, employment and training' says nothing of the workforce. At the end of a term it counts all the same, since
 * 'health inequalities' are inequalities; but 'corporate parenting' is no parenting. What stands in the name of a body counts
 * in a mention only.
 */
function placeOf(
  phrase: Phrase,
  {except, terms}: ThemePhrases,
  spoken: Spoken,
  inNames = spoken.level === 'mention'
): [number, number] | undefined {
  const barred = (at: [number, number]) =>
    (!inNames && isInBodyName(spoken, at)) ||
    (phrase.parts.length === 1 && insideOther(spoken, at[0], terms)) ||
    except.some((each) => coversPlace(each, spoken, at))
  let at = findPhrase(phrase, spoken.tokens)
  while (at && barred(at)) at = findPhrase(phrase, spoken.tokens, at[0] + 1)
  return at
}

/** Whether a longer phrase stands over a place. */
function coversPlace(phrase: Phrase, {tokens}: Spoken, [first, last]: [number, number]): boolean {
  let over = findPhrase(phrase, tokens)
  while (over && over[0] <= first) {
    if (over[1] >= last) return true
    over = findPhrase(phrase, tokens, over[0] + 1)
  }
  return false
}

function insideOther(spoken: Spoken, index: number, terms: ReadonlySet<string>): boolean {
  const {start, end} = spoken.tokens[index]!
  spoken.terms ??= termsIn(spoken.text)
  return spoken.terms.some(
    (term) =>
      term.start <= start &&
      (term.end > end || (term.end === end && /ing$/i.test(spoken.text.slice(start, end)))) &&
      !terms.has(term.say)
  )
}

/** Terms of two words and more, with their offsets in the text. */
function termsIn(text: string): {say: string; start: number; end: number}[] {
  const words = wordsIn(text)
  return serviceTerms()
    .finder.find(words, text)
    .filter(({from, to}) => to > from + 1)
    .map(({say, from, to}) => ({say, start: words[from]!.start, end: words[to - 1]!.end}))
}

/** Longest quote, in characters: a goal is quoted whole up to it, a longer text around the words found. */
const longestQuote = 240

function quoteOf({text, tokens}: Spoken, [first, last]: [number, number]): string {
  if (text.length <= longestQuote) return text
  const from = Math.max(0, tokens[first]!.start - 90)
  const to = Math.min(text.length, tokens[last]!.end + 120)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = to === text.length ? to : Math.max(text.lastIndexOf(' ', to), tokens[last]!.end)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}
