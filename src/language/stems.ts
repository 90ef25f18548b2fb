import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Porter's stem of a lower-case English word (M. F. Porter, 1980, 'An algorithm for suffix stripping'). */
export function stem(word: string): string {
  return porter.stem(word)
}

/** A word as printed, and what it is compared by. */
export interface Word {
  /** As printed. */
  raw: string
  /** Lower case, no apostrophes. */
  low: string
  /** `low` in the singular: what single words are named by in the lexicon ('fostering' is not 'foster'). */
  one: string
  /** Porter stem of `low`; irregular plurals are made singular first. */
  stem: string
  /** Offsets in the text, end excluded. */
  start: number
  end: number
}

/** Plurals that the Porter rules do not reach. */
const irregular: Readonly<Record<string, string>> = {
  children: 'child',
  childrens: 'child',
  women: 'woman',
  men: 'man',
  mothers: 'mother',
  lives: 'life',
  families: 'family',
  familys: 'family',
  analyses: 'analysis'
}

/** Stems of one family that the Porter rules leave apart: 'exclusion' and 'excluded', 'healthy' and 'health'. */
const families: ReadonlyMap<string, string> = new Map(
  `healthi:health healthier:health safeti:safe safer:safe stabil:stabl crime:crimin violent:violenc choos:choic chosen:choic
  growth:grow absent:absenc exclud:exclus decid:decis reduct:reduc residenti:resid succe:success succeed:success
  respond:respons ambiti:ambit economi:econom death:die dead:die birth:born poor:poverti inequ:unequ apprentic:apprenticeship
  taught:teach brought:bring kept:keep`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string])
)

/** Stems held at most; a plan archive has some 30,000 different words. */
const rememberedStems = 50_000
const remembered = new Map<string, string>()

/** The stem that words are compared by: singular first where the Porter rules do not reach it; remembered. */
export function stemOf(low: string): string {
  const known = remembered.get(low)
  if (known !== undefined) return known
  const singular = irregular[low] ?? low
  const porter = /^[a-z]{3,40}$/.test(singular) ? stem(singular) : singular
  const found = families.get(porter) ?? porter
  if (remembered.size >= rememberedStems) remembered.clear()
  remembered.set(low, found)
  return found
}

/** The singular of a lower-case word, as far as its ending tells. */
export function singularOf(low: string): string {
  const known = irregular[low]
  if (known) return known
  if (/[^aeiou]ies$/.test(low) && low.length > 4) return `${low.slice(0, -3)}y`
  if (/(ch|sh|ss|x)es$/.test(low)) return low.slice(0, -2)
  return /[^su]s$/.test(low) && low.length > 3 && !low.endsWith('is') ? low.slice(0, -1) : low
}

/** The words of a text in order. Hyphens and slashes part words, apostrophes do not; '%' counts as a word. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]{1,3}(?![\p{L}]))?|%/gu)) {
    const raw = match[0]
    const low = raw.toLowerCase().replace(/['’]/g, '')
    const bare = /['’]s$/i.test(raw) ? raw.slice(0, -2).toLowerCase() : low
    words.push({raw, low, one: singularOf(bare), stem: stemOf(bare), start: match.index, end: match.index + raw.length})
  }
  return words
}

/** Words that say nothing by themselves. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and any are as at be been being both but by can could did do does each etc for from get had has have having he her here
  his how i if in into is it its itself just may me might more most my no nor not of off on once only or other our ours out own
  per s same she should so some such t than that the their theirs them then there these they this those through to too under
  until up upon us very was we were what when where which while who whom whose why will with within would you your yours e g ie eg
  all also across around about over where via vs yet`
    .split(/\s+/)
    .filter(Boolean)
)

/**
 * Stems of words that plans use in every sentence to say that something will be done: they tie plans together no more than
 * stop words do, but 'review' against 'publish' still tells two actions apart. Counted at `planWordWeight`.
 */
export const planWords: ReadonlySet<string> = new Set(
  `run running runs ensure ensuring continue deliver delivery develop development improve improvement increase increased provide provision support
  supported work working make making help enable implement implementation embed strengthen promote promoting establish undertake
  use used using need needs place plan plans strategy strategic action actions outcome outcomes priority priorities service
  services approach effective effectively good better best quality new number numbers key range available appropriate relevant
  include including number percentage rate rates level levels people person children child young year years area areas local
  council partner partners partnership focus identify aim regular regularly further clear full way ways take
  based part following set ongoing current existing high well better give given keep know able want feel
  county borough district city authority`
    .split(/\s+/)
    .filter(Boolean)
    .map(stemOf)
)

/** Weight of a plan word against 1 of any other; chosen on pairs of plans by tests/bench/overlaps.ts. */
export const planWordWeight = 0.35
