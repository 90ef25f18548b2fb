import {findPhrase, type Phrase, phraseOf} from '../../language/phrases.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {planRef} from '../plan-ref.ts'
import type {CoverageCell, CoverageLevel, CoverageReport, Theme} from '../types.ts'
import {type Spoken, spokenBy} from './spoken.ts'

const rank: Readonly<Record<CoverageLevel, number>> = {none: 0, mention: 1, measure: 2, priority: 3, outcome: 4}

/**
 * The highest level at which each plan speaks of each theme, with the words that show it: outcome over priority over measure
 * over mention. One cell for each theme and plan, themes outermost, both in the order given.
 */
export function findCoverage(plans: readonly Plan[], themes: readonly Theme[]): CoverageReport {
  const spoken = plans.map((plan) => ({plan, words: spokenBy(plan)}))
  const cells = themes.flatMap((theme) => {
    const phrases = phrasesOf(theme)
    return spoken.map(({plan, words}) => cellOf(theme, phrases, plan, words))
  })
  return {plans: plans.map(planRef), themes: themes.map(({id, name}) => ({id, name})), cells}
}

/** A theme's phrases; a theme without any is known by its name. */
function phrasesOf(theme: Theme): Phrase[] {
  const texts = theme.synonyms.length > 0 ? theme.synonyms : [theme.name]
  return texts.map(phraseOf).filter((phrase) => phrase !== undefined)
}

function cellOf(theme: Theme, phrases: readonly Phrase[], plan: Plan, words: readonly Spoken[]): CoverageCell {
  let best: {spoken: Spoken; by: string; at: [number, number]} | undefined
  const seen = new Set<CoverageLevel>()
  for (const spoken of words) {
    if (seen.has(spoken.level)) continue
    for (const phrase of phrases) {
      const at = findPhrase(phrase, spoken.tokens)
      if (!at) continue
      seen.add(spoken.level)
      if (!best || rank[spoken.level] > rank[best.spoken.level]) best = {spoken, by: phrase.text, at}
      break
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
    also: [...seen].filter((level) => level !== spoken.level).sort((a, b) => rank[b] - rank[a])
  }
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
