import type {FacetIndex} from './lexicon.ts'
import {planWords, type Word} from './stems.ts'

/** Which way a figure is to go, as far as the words say. */
export type Direction = 'more' | 'fewer'

/** What keeps commitments apart that share their words: for whom, about what, which way, denied or not. */
export interface Facets {
  populations: ReadonlySet<string>
  themes: ReadonlySet<string>
  /** What is to become more or fewer: tokens that follow 'more', 'reduce' and their like; not the people that it is for. */
  moved: ReadonlyMap<string, Direction>
  /** What is denied: tokens that follow 'not', 'no longer', 'without'. */
  denied: ReadonlySet<string>
  /** Ages named, in years, both included. */
  ages?: {from: number; to: number}
}

/** A stem or term of a text, with the positions of its words (end excluded). */
export interface TokenPlace {
  token: string
  from: number
  to: number
  opposite?: string
}

const more = new Set('more increas rais rise higher greater grow widen extend expand maximis doubl'.split(' '))
const fewer = new Set(
  'fewer less reduc reduct decreas lower minimis cut prevent stop eliminat declin fall halv end'.split(' ')
)
const denial = new Set('not no never without cannot cant dont wont neither nor'.split(' '))

/** How many content words after 'more' it speaks of, and after 'not'. */
const reach = {direction: 4, denial: 2}

/**
 * Looks up facets among a text's tokens. `named` holds every stem, term and pair of words ('=best-start') to look up;
 * `content` the stems and terms that carry meaning, in order. `index` comes from `facetIndex`.
 */
export function facetsIn(words: Word[], content: TokenPlace[], named: Iterable<string>, index: FacetIndex): Facets {
  const populations = new Set<string>()
  const themes = new Set<string>()
  for (const token of named) {
    for (const id of index.populations.get(token) ?? []) populations.add(id)
    for (const id of index.themes.get(token) ?? []) themes.add(id)
  }
  const ages = agesIn(words)
  const things = content.filter(({token}) => !index.populations.has(token) && !planWords.has(token))
  return {populations, themes, ...sensesIn(words, things), ...(ages ? {ages} : {})}
}

function sensesIn(words: Word[], content: TokenPlace[]): Pick<Facets, 'moved' | 'denied'> {
  const moved = new Map<string, Direction>()
  const denied = new Set<string>()
  const terms = content.filter(({from, to}) => to - from > 1)
  // A capital inside a sentence is part of a name: the 'No' of an 'Open Door, No Closed Door' scheme denies nothing.
  for (const [at, word] of words.entries()) {
    const direction = more.has(word.stem) ? 'more' : fewer.has(word.stem) ? 'fewer' : undefined
    const named = at > 0 && /^\p{Lu}/u.test(word.raw)
    if (!direction && (named || !denial.has(word.low))) continue
    if (terms.some(({from, to}) => from <= at && at < to)) continue
    const after = content.filter(({from}) => from > at).slice(0, direction ? reach.direction : reach.denial)
    for (const {token, opposite} of after) {
      if (!direction) denied.add(token)
      else {
        if (!moved.has(token)) moved.set(token, direction)
        if (opposite && !moved.has(opposite)) moved.set(opposite, direction === 'more' ? 'fewer' : 'more')
      }
    }
  }
  return {moved, denied}
}

/** -1 when what both name is to become more in one and fewer in the other, 1 when the same way, 0 when neither is said. */
export function directionAgreement(a: Facets, b: Facets): number {
  let agree = false
  let clash = false
  for (const [token, direction] of a.moved) {
    const other = b.moved.get(token)
    if (other === direction) agree = true
    else if (other) clash = true
  }
  return agree ? 1 : clash ? -1 : 0
}

/** Does one deny what the other, by its tokens, affirms? */
export function denialClash(
  a: Facets,
  b: Facets,
  has: {a: ReadonlyMap<string, number>; b: ReadonlyMap<string, number>}
): boolean {
  const against = (denied: ReadonlySet<string>, other: Facets, tokens: ReadonlyMap<string, number>) => {
    for (const token of denied) if ((tokens.get(token) ?? 0) >= 1 && !other.denied.has(token)) return true
    return false
  }
  return against(a.denied, b, has.b) || against(b.denied, a, has.a)
}

/** Do both name ages, and none in common? */
export function agesApart(a: Facets, b: Facets): boolean {
  return a.ages !== undefined && b.ages !== undefined && (a.ages.to < b.ages.from || b.ages.to < a.ages.from)
}

/** '16 to 18 year olds', '16–18-year-old', 'aged 5 to 11', 'under 5s', '16/17 year old'. */
function agesIn(words: Word[]): {from: number; to: number} | undefined {
  for (const [at, word] of words.entries()) {
    if (!/^\d{1,2}s?$/.test(word.low)) continue
    const age = Number(word.low)
    const years = Number.parseInt(word.low, 10)
    const before = words[at - 1]?.low
    if (before === 'under') return {from: 0, to: years - 1}
    if (before === 'over' && years >= 16) return {from: years, to: 120}
    if (!Number.isInteger(age)) continue
    const next = words.slice(at + 1, at + 5).map(({low}) => low)
    if (next[0] === 'year' && next[1]?.startsWith('old')) return {from: age, to: age}
    const second = next[0] === 'to' || next[0] === 'and' ? 1 : 0
    const other = Number(next[second])
    if (Number.isInteger(other) && other > age && other <= 25) {
      const named = next[second + 1] === 'year' || before === 'aged' || before === 'age'
      if (named) return {from: age, to: other}
    }
  }
  return undefined
}

/** How two groups of people stand to each other: 1 shared, 0.5 near, 0 not comparable, -1 different groups. */
export function populationAgreement(a: ReadonlySet<string>, b: ReadonlySet<string>, near: FacetIndex['near']): number {
  if (a.size === 0 || b.size === 0) return 0
  let close = false
  for (const id of a) {
    if (b.has(id)) return 1
    for (const other of b) if (near.get(id)?.has(other) || near.get(other)?.has(id)) close = true
  }
  return close ? 0.5 : -1
}
