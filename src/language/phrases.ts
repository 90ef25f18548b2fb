import {singularOf, stemOf} from './stems.ts'

/** A word of a text: its stem, the word as printed, and where it stands (offsets, end excluded). */
export interface Token {
  stem: string
  printed: string
  /** As printed, in lower case. */
  low: string
  start: number
  end: number
}

/** Words that a phrase may be printed with or without. */
const slack = new Set('a an the of and or to in for with our their your its on as at by from is are be'.split(' '))

/** The words of a text in order; an apostrophe ends a word's stem ('children's' stems as 'children'). */
export function tokensOf(text: string): Token[] {
  return joined(wordsIn(text))
}

/** 'well being' as the one word that it is elsewhere. */
function joined(tokens: Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]
    const before = tokens[index - 1]
    if (/^well$/i.test(token.printed) && next && /^being$/i.test(next.printed))
      return [{stem: stemOf('wellbeing'), printed: 'wellbeing', low: 'wellbeing', start: token.start, end: next.end}]
    return /^being$/i.test(token.printed) && before && /^well$/i.test(before.printed) ? [] : [token]
  })
}

function wordsIn(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}&]+(?:['’][\p{L}]+)?/gu)].map((match) => {
    const low = match[0].toLowerCase()
    return {
      stem: stemOf(low.replace(/['’].*$/, '')),
      printed: match[0],
      low,
      start: match.index,
      end: match.index + match[0].length
    }
  })
}

/** A word of a phrase: its stem, and how much of the word the text must print as it stands. */
interface Part {
  stem: string
  /** The printed form without its ending, in lower case. */
  base: string
  /** Ends in -ed: 'looked after' is not 'looking after'. */
  past: boolean
}

/** A phrase made ready for finding. */
export interface Phrase {
  text: string
  parts: Part[]
  /** Printed in capitals (SEND, TOGETHER): found in capitals only. */
  exact: boolean
  /** A small word that must stand straight before: 'are safe' is not found in 'safe routes'. */
  before?: string
}

/** @returns undefined for a phrase without a word. */
export function phraseOf(text: string): Phrase | undefined {
  const tokens = tokensOf(text)
  const exact = tokens.length === 1 && /^[\p{Lu}\p{N}&]{2,}$/u.test(tokens[0]!.printed)
  if (exact) return {text, parts: [partOf({...tokens[0]!, stem: tokens[0]!.printed})], exact}
  const parts = tokens.filter((token) => !slack.has(token.low))
  if (parts.length === 0) return undefined
  const at = tokens.indexOf(parts[0]!)
  const alone = parts.length === 1 && at > 0 ? {before: formOfBe(tokens[at - 1]!)} : {}
  return {text, parts: parts.map(partOf), exact, ...alone}
}

function partOf({stem: root, low}: Pick<Token, 'stem' | 'low'>): Part {
  const word = low.replace(/['’].*$/, '')
  const base = singularOf(word).replace(/(?<=.{3})[ey]$/, '')
  return {stem: root, base, past: word.endsWith('ed')}
}

/** 'is', 'are' and 'be' are one word where it stands before a phrase. */
function formOfBe({low}: Token): string {
  return /^(?:am|are|be|been|being|is|was|were)$/.test(low) ? 'be' : low
}

/**
 * Where a phrase stands in the words, as [first, last] token indexes; undefined where it does not. Its words must stand in
 * order with nothing but small words between, so that 'children in care' is found in 'children who are in care' but not in
 * 'care for the children's home'. A phrase of one word is found in longer forms of it and never in another word of the same
 * stem: 'listen' in 'listening', not 'parenting' in 'parents' nor 'independence' in 'independent'.
 */
export function findPhrase(
  phrase: Phrase,
  tokens: readonly Token[],
  from = 0
): [first: number, last: number] | undefined {
  const {parts} = phrase
  for (let first = from; first < tokens.length; first++) {
    if (!says(phrase, 0, tokens, first)) continue
    let at = first
    let part = 1
    while (part < parts.length) {
      at += 1
      if (says(phrase, part, tokens, at)) part += 1
      else if (!slack.has(tokens[at]?.low ?? '!')) break
    }
    if (part === parts.length) return [first, at]
  }
  return undefined
}

function says({parts, exact, before}: Phrase, index: number, tokens: readonly Token[], at: number): boolean {
  const part = parts[index]!
  const token = tokens[at]
  if (!token) return false
  if (exact) return capitals(token) === part.stem
  if (token.stem !== part.stem) return false
  if (parts.length === 1 && !token.low.startsWith(part.base)) return false
  if (part.past && token.low.endsWith('ing')) return false
  return before === undefined || (at > 0 && formOfBe(tokens[at - 1]!) === before)
}

/** A short form without its plural: 'EHCPs', "SGO's". */
function capitals({printed}: Token): string {
  return printed.replace(/(?<=\p{Lu}{2})['’]?s$/u, '')
}

/** The words of several texts by what phrases look for: which texts hold a stem or a short form at all. */
export function phraseIndex(texts: readonly (readonly Token[])[]): (phrase: Phrase) => readonly number[] {
  const places = new Map<string, number[]>()
  const note = (key: string, index: number) => {
    const list = places.get(key)
    if (!list) places.set(key, [index])
    else if (list.at(-1) !== index) list.push(index)
  }
  texts.forEach((tokens, index) => {
    for (const token of tokens) {
      note(token.stem, index)
      if (/^\p{Lu}[\p{Lu}\p{N}&]/u.test(token.printed)) note(`^${capitals(token)}`, index)
    }
  })
  return ({parts, exact}) => {
    const lists = parts.map(({stem}) => places.get(exact ? `^${stem}` : stem) ?? [])
    return lists.reduce((least, each) => (each.length < least.length ? each : least))
  }
}
