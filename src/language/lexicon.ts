import type {Abbreviation} from './abbreviations.ts'
import {shortForm} from './abbreviations.ts'
import {fromYaml, ownData} from './own-data.ts'
import {stemOf, type Word, wordsIn} from './stems.ts'

/** Words with equal meaning; `say` is the form that all are read as. */
export interface Term {
  say: string
  equal: string[]
  /** The term whose more is this one's fewer. */
  opposite?: string
  sources?: string[]
}

/** A group of people that a commitment may be for. `near` groups overlap with it and do not clash. */
export interface Population {
  id: string
  name: string
  near: string[]
  words: string[]
  /** What names the group names a matter too: 'domestic abuse'. */
  issue?: boolean
}

/** A subject, and words that speak of it without being equal. */
export interface Theme {
  id: string
  words: string[]
}

export interface Lexicon {
  terms: Term[]
  populations: Population[]
  themes: Theme[]
}

let builtIn: Lexicon | undefined

/** The lexicon that ships with the program: general terms of public services, in `lexicon.yaml`. */
export function generalLexicon(): Lexicon {
  builtIn ??= lexiconIn(ownData(new URL('./lexicon.yaml', import.meta.url)))
  return builtIn
}

/**
 * Reads a lexicon from YAML: `terms`, `populations` and `themes`, each optional.
 * @throws {TypeError} that names the entry when its shape is wrong
 */
export function lexiconOf(yaml: string): Lexicon {
  return lexiconIn(fromYaml(yaml))
}

function lexiconIn(read: unknown): Lexicon {
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new TypeError('a lexicon needs terms, populations or themes')
  const {terms, populations, themes} = read as Record<string, unknown>
  return {
    terms: list(terms, 'terms').map((entry, index) => ({
      say: text(entry.say, `terms[${index}].say`),
      equal: texts(entry.equal, `terms[${index}].equal`),
      ...(entry.opposite ? {opposite: text(entry.opposite, `terms[${index}].opposite`)} : {}),
      ...(entry.sources ? {sources: texts(entry.sources, `terms[${index}].sources`)} : {})
    })),
    populations: list(populations, 'populations').map((entry, index) => ({
      id: text(entry.id, `populations[${index}].id`),
      name: text(entry.name ?? entry.id, `populations[${index}].name`),
      near: texts(entry.near ?? [], `populations[${index}].near`),
      words: texts(entry.words, `populations[${index}].words`),
      ...(entry.issue === true ? {issue: true} : {})
    })),
    themes: list(themes, 'themes').map((entry, index) => ({
      id: text(entry.id, `themes[${index}].id`),
      words: texts(entry.words, `themes[${index}].words`)
    }))
  }
}

function list(value: unknown, where: string): Record<string, unknown>[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new TypeError(`lexicon: ${where} is not a list`)
  return value.map((entry, index) => {
    if (typeof entry !== 'object' || entry === null) throw new TypeError(`lexicon: ${where}[${index}] has no fields`)
    return entry as Record<string, unknown>
  })
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' && value.trim()) return value.trim()
  if (typeof value === 'number') return String(value)
  throw new TypeError(`lexicon: ${where} is not text`)
}

function texts(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw new TypeError(`lexicon: ${where} is not a list`)
  return value.map((entry, index) => text(entry, `${where}[${index}]`))
}

/** Both lexicons as one; where both name a term, population or theme, the second counts and keeps the first's words. */
export function joinLexicons(first: Lexicon, second: Lexicon): Lexicon {
  return {
    terms: [...second.terms, ...first.terms],
    populations: joinById(first.populations, second.populations),
    themes: joinById(first.themes, second.themes)
  }
}

function joinById<Entry extends {id: string; words: string[]}>(first: Entry[], second: Entry[]): Entry[] {
  const joined = new Map(first.map((entry) => [entry.id, entry]))
  for (const entry of second) {
    const known = joined.get(entry.id)
    joined.set(entry.id, known ? {...known, ...entry, words: [...known.words, ...entry.words]} : entry)
  }
  return [...joined.values()]
}

/** A term found in a text: which, by which words, and where among the words (end excluded). */
export interface TermFound {
  say: string
  opposite?: string
  printed: string
  from: number
  to: number
}

interface Branch {
  next: Map<string, Branch>
  term?: Pick<Term, 'say' | 'opposite'>
}

/** Finds terms in texts: the longest at each place, from left to right. */
export interface TermFinder {
  find(words: Word[], text: string): TermFound[]
}

/**
 * A finder of the lexicon's terms and of what one plan explains itself. A plan's own short form counts over the lexicon's
 * when it explains it otherwise ('PA': personal adviser, or physical activity).
 */
export function termFinder(lexicon: Lexicon, own: Abbreviation[] = [], equals: Term[] = []): TermFinder {
  const common = planted(lexicon)
  const root: Branch = {...common, next: new Map(common.next)}
  const grown = new Set([root])
  for (const term of equals.toReversed()) plant(root, term, grown)
  for (const {short, long} of own.toReversed()) {
    const known = whole(root, long)
    plant(root, {...(known ?? {say: long}), equal: [short]}, grown)
  }
  return {find: (words, text) => findTerms(root, words, text)}
}

const roots = new WeakMap<Lexicon, Branch>()

/** The terms of a lexicon, planted once: the finders of all plans grow out of it and share what is not their own. */
function planted(lexicon: Lexicon): Branch {
  const known = roots.get(lexicon)
  if (known) return known
  const root: Branch = {next: new Map()}
  for (const say of phrasesOf(lexicon)) plant(root, {say, equal: []})
  for (const term of lexicon.terms.toReversed()) plant(root, term)
  roots.set(lexicon, root)
  return root
}

/** Words of two or more that name a population or theme: found like terms, equal to nothing but themselves. */
function phrasesOf({populations, themes}: Lexicon): string[] {
  return [...populations, ...themes].flatMap(({words}) => words.filter((phrase) => wordsIn(phrase).length > 1))
}

/** `grown`: the branches that may be changed, others are copied first; all of them where it is not given. */
function plant(root: Branch, term: Term, grown?: Set<Branch>): void {
  for (const form of [term.say, ...term.equal]) {
    let branch = root
    for (const key of keysOf(form)) {
      let next = branch.next.get(key)
      if (!next || (grown && !grown.has(next))) {
        next = next ? {...next, next: new Map(next.next)} : {next: new Map()}
        branch.next.set(key, next)
        grown?.add(next)
      }
      branch = next
    }
    if (branch !== root) branch.term = term
  }
}

/**
 * Capitals stay as they are, so that 'SEND' is not 'send'. A single word goes by its singular, so that 'foster links' has nothing
 * to do with fostering; the words of a longer form go by their stems.
 */
function keysOf(form: string): string[] {
  const words = wordsIn(form)
  return words.map((word) => capitalKey(word.raw) ?? (words.length === 1 ? singleKey(word) : word.stem))
}

const singleKey = (word: Word) => `1:${word.one}`

function capitalKey(raw: string): string | undefined {
  const bare = raw.replace(/['’]?s$/, '')
  return shortForm(bare) ? `^${bare}` : undefined
}

function whole(root: Branch, form: string): Branch['term'] | undefined {
  let branch: Branch | undefined = root
  for (const key of keysOf(form)) branch = branch?.next.get(key)
  return branch?.term
}

function findTerms(root: Branch, words: Word[], text: string): TermFound[] {
  const found: TermFound[] = []
  let at = 0
  while (at < words.length) {
    const hit = longestFrom(root, words, at)
    if (!hit) {
      at += 1
      continue
    }
    const printed = text.slice(words[at]!.start, words[hit.to - 1]!.end)
    const {say, opposite} = hit.term
    found.push({say, ...(opposite ? {opposite} : {}), printed, from: at, to: hit.to})
    at = hit.to
  }
  return found
}

interface Hit {
  term: NonNullable<Branch['term']>
  to: number
}

function longestFrom(root: Branch, words: Word[], from: number): Hit | undefined {
  let best: Hit | undefined
  const walk = (branch: Branch, at: number): void => {
    if (branch.term && (!best || at > best.to)) best = {term: branch.term, to: at}
    const word = words[at]
    if (!word) return
    const capital = capitalKey(word.raw)
    const upper = capital === undefined ? undefined : branch.next.get(capital)
    if (upper) walk(upper, at + 1)
    const lower = branch.next.get(word.stem)
    if (lower) walk(lower, at + 1)
    const single = branch === root ? root.next.get(singleKey(word)) : undefined
    if (single) walk(single, at + 1)
  }
  walk(root, from)
  return best
}

/** Stem of a term's name as one token; starts with '=' so that no word is mistaken for it. */
export function termToken(say: string): string {
  return `=${wordsIn(say)
    .map((word) => word.stem)
    .join('-')}`
}

/** Populations and themes by the tokens of their words: what `facetsIn` looks up. */
export interface FacetIndex {
  populations: Map<string, string[]>
  themes: Map<string, string[]>
  near: Map<string, ReadonlySet<string>>
  names: Map<string, string>
  /** Tokens that name a group and nothing else ('children in care'); the group's other words ('foster care') name a subject too. */
  groups: ReadonlySet<string>
}

const indexes = new WeakMap<Lexicon, FacetIndex>()

/** Index of populations and themes by term token ('=child-in-care') or stem ('boy'); made once for each lexicon. */
export function facetIndex(lexicon: Lexicon): FacetIndex {
  const known = indexes.get(lexicon) ?? indexOf(lexicon)
  indexes.set(lexicon, known)
  return known
}

function indexOf(lexicon: Lexicon): FacetIndex {
  const say = new Set(lexicon.terms.map((term) => termToken(term.say)))
  const keyOf = (phrase: string) => {
    const token = termToken(phrase)
    return say.has(token) || wordsIn(phrase).length > 1 ? token : stemOf(phrase.toLowerCase())
  }
  const collect = (entries: {id: string; words: string[]}[]) => {
    const index = new Map<string, string[]>()
    for (const {id, words} of entries)
      for (const key of words.map(keyOf)) index.set(key, [...new Set([...(index.get(key) ?? []), id])])
    return index
  }
  return {
    populations: collect(lexicon.populations),
    themes: collect(lexicon.themes),
    near: new Map(lexicon.populations.map(({id, near}) => [id, new Set(near)])),
    names: new Map(lexicon.populations.map(({id, name}) => [id, name])),
    groups: new Set(
      lexicon.populations.flatMap(({words: [first], issue}) => (first === undefined || issue ? [] : [keyOf(first)]))
    )
  }
}
