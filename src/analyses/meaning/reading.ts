import {type TermFound, termToken} from '../../language/lexicon.ts'
import {type Facets, facetsIn, type TokenPlace} from '../../language/populations.ts'
import {planWords, planWordWeight, stopWords, type Word, wordsIn} from '../../language/stems.ts'
import type {PlanLanguage} from './plan-language.ts'
import type {MeaningUnit} from './units.ts'

/** What a unit's words are compared by. */
export interface Reading {
  unit: MeaningUnit
  /** Sentences with every known term in its one form: what vectors are made of. */
  sentences: Sentence[]
  /** Weight of each stem, term ('=care-leaver') and theme ('~care'). */
  tokens: Map<string, number>
  /** Stems and terms of what it is about: neither groups of people nor the words of every plan. */
  subject: ReadonlySet<string>
  /** How a token was printed here. */
  printed: Map<string, string>
  /** Terms found: the form that each token is read as, and whether it was said by its opposite. */
  terms: Map<string, TermSaid>
  /** Populations and themes of all its words; the rest of its first sentence, which says what is promised. */
  facets: Facets
  /** Populations of the unit's own words, else of the nearest words over it that name one. */
  populations: ReadonlySet<string>
  /** Positions of the units over it in the list read, nearest first. */
  over: number[]
  /** The plan's title names a group that this unit does not: the unit is for it all the same. */
  implied?: Implied
}

/** Terms of a plan's title that name a group of people: 'Care Leavers Strategy' is for care leavers in every line. */
export interface Implied {
  /** The terms in their one form, as one phrase. */
  text: string
  tokens: Map<string, number>
}

export interface TermSaid {
  say: string
  opposite: boolean
}

export interface Sentence {
  text: string
  /** As printed, for quoting. */
  said: string
  /** Words of the sentence: its weight in the unit. */
  weight: number
  tokens: Map<string, number>
}

/** Weight of the words inside a term's name, beside the term itself at 1. */
const insideWeight = 0.4
/** Weight of a term's opposite, which speaks of the same thing. */
const oppositeWeight = 0.8
/** Highest weight of a token that is said again and again. */
const mostOften = 2
/** Weight of a theme: it ties words of one subject loosely. */
const themeWeight = 0.3

/** Reads all units of one plan in its language. `setting` is the plan's title: it may name the group that the plan is for. */
export function readUnits(units: MeaningUnit[], language: PlanLanguage, setting = ''): Reading[] {
  const position = new Map(units.map((unit, at) => [unit.id, at]))
  const title = readText(setting, language)
  const settled = title.facets.populations
  const implied = impliedBy(title, language)
  const readings: Reading[] = []
  for (const unit of units) {
    const text = unit.detail ? `${unit.text}\n${unit.detail}` : unit.text
    const said = sentencesOf(text)
    const parts = said.map((text) => readText(text, language))
    const whole = said[0] === text ? parts[0]! : readText(text, language)
    const head = parts[0]!.facets
    const over: number[] = []
    for (let id = unit.parent; id !== null; ) {
      const at = position.get(id)
      if (at === undefined || over.includes(at)) break
      over.push(at)
      id = units[at]!.parent
    }
    const inherited = over.map((at) => readings[at]?.facets.populations).find((set) => set && set.size > 0)
    const own = whole.facets.populations
    readings.push({
      unit,
      sentences: parts.map(({plain, tokens, words}, at) => ({
        text: plain,
        said: said[at]!,
        weight: Math.max(1, words),
        tokens
      })),
      tokens: whole.tokens,
      subject: whole.subject,
      printed: whole.printed,
      terms: whole.terms,
      facets: {...head, themes: whole.facets.themes, populations: own},
      populations: own.size > 0 ? own : (inherited ?? settled),
      over,
      ...(implied && ![...implied.tokens.keys()].some((token) => whole.tokens.has(token)) ? {implied} : {})
    })
  }
  return readings
}

function impliedBy({terms}: ReadText, {facets}: PlanLanguage): Implied | undefined {
  const named = [...terms].filter(([token, {opposite}]) => !opposite && facets.populations.has(token))
  if (named.length === 0) return undefined
  return {text: named.map(([, {say}]) => say).join(' and '), tokens: new Map(named.map(([token]) => [token, 1]))}
}

interface ReadText {
  plain: string
  words: number
  tokens: Map<string, number>
  subject: ReadonlySet<string>
  printed: Map<string, string>
  terms: Map<string, TermSaid>
  facets: Facets
}

function readText(text: string, {finder, facets: index}: PlanLanguage): ReadText {
  const words = wordsIn(text)
  const found = finder.find(words, text)
  const content = contentOf(words, found)
  const tokens = new Map<string, number>()
  const printed = new Map<string, string>()
  const add = (token: string, weight: number, words: string) => {
    tokens.set(token, Math.min(mostOften, (tokens.get(token) ?? 0) + weight))
    if (!printed.has(token)) printed.set(token, words)
  }
  for (const {token, from, to, opposite} of content) {
    const form = text.slice(words[from]!.start, words[to - 1]!.end)
    add(token, token.startsWith('=') ? 1 : stemWeight(token), form)
    if (opposite) add(opposite, oppositeWeight, form)
  }
  const terms = new Map<string, TermSaid>()
  for (const {say, opposite} of found) {
    terms.set(termToken(say), {say, opposite: false})
    if (opposite && !terms.has(termToken(opposite))) terms.set(termToken(opposite), {say: opposite, opposite: true})
  }
  for (const {say, printed: form} of found)
    for (const word of wordsIn(say))
      if (!stopWords.has(word.low)) add(word.stem, insideWeight * stemWeight(word.stem), form)
  const spoken = /\p{Ll}/u.test(text) ? words.filter(({raw}) => !/^\p{Lu}{2,}$/u.test(raw)) : words
  const named = new Set([
    ...spoken.map((word) => word.stem),
    ...content.flatMap(({token}) => (token.startsWith('=') ? [token] : []))
  ])
  const facets = facetsIn(words, content, named, index)
  for (const theme of facets.themes) add(`~${theme}`, themeWeight, theme)
  const isSubject = (token: string) => /\p{L}/u.test(token) && !index.groups.has(token) && !planWords.has(token)
  const subject = new Set(content.flatMap(({token, opposite}) => [token, opposite ?? token].filter(isSubject)))
  return {plain: plainText(text, words, found), words: words.length, tokens, subject, printed, terms, facets}
}

const stemWeight = (stem: string) => (planWords.has(stem) ? planWordWeight : 1)

/** Stems and terms that carry meaning, in order; the words inside a term are the term's. */
function contentOf(words: Word[], found: TermFound[]): TokenPlace[] {
  const content: TokenPlace[] = []
  let at = 0
  const single = (to: number) => {
    for (; at < to; at += 1)
      if (!stopWords.has(words[at]!.low)) content.push({token: words[at]!.stem, from: at, to: at + 1})
  }
  for (const {say, opposite, from, to} of found) {
    single(from)
    content.push({token: termToken(say), from, to, ...(opposite ? {opposite: termToken(opposite)} : {})})
    at = to
  }
  single(words.length)
  return content
}

/** The text with every known term in its one form. */
function plainText(text: string, words: Word[], found: TermFound[]): string {
  let plain = ''
  let end = 0
  for (const {say, from, to} of found) {
    plain += text.slice(end, words[from]!.start) + say
    end = words[to - 1]!.end
  }
  return (plain + text.slice(end)).replace(/\s+/g, ' ').trim()
}

/** Longest text that one vector stands for, in words: the model reads some 250 word pieces. */
const longestSentence = 120

/** Sentences of a unit, each at most `longestSentence` words; a fragment of one or two words stays with its neighbour. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const part of text.split(/\n+|(?<=[.!?;])\s+(?=[\p{Lu}\p{N}'"‘“%])/u)) {
    const words = part.trim().split(/\s+/)
    if (!part.trim()) continue
    if (words.length < 3 && sentences.length > 0) sentences.push(`${sentences.pop()} ${part.trim()}`)
    else
      for (let at = 0; at < words.length; at += longestSentence)
        sentences.push(words.slice(at, at + longestSentence).join(' '))
  }
  return sentences.length > 0 ? sentences : [text]
}
