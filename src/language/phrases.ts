import {stem} from './stems.ts'

/** A word of a text: its stem, the word as printed, and where it stands (offsets, end excluded). */
export interface Token {
  stem: string
  printed: string
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
      return [{stem: stemOf('wellbeing'), printed: 'wellbeing', start: token.start, end: next.end}]
    return /^being$/i.test(token.printed) && before && /^well$/i.test(before.printed) ? [] : [token]
  })
}

function wordsIn(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}&]+(?:['’][\p{L}]+)?/gu)].map((match) => ({
    stem: stemOf(match[0]),
    printed: match[0],
    start: match.index,
    end: match.index + match[0].length
  }))
}

function stemOf(word: string): string {
  return stem(word.toLowerCase().replace(/['’].*$/, ''))
}

/** A phrase made ready for finding. */
export interface Phrase {
  text: string
  parts: string[]
  /** Printed in capitals (SEND, TOGETHER): found in capitals only. */
  exact: boolean
}

/** @returns undefined for a phrase without a word. */
export function phraseOf(text: string): Phrase | undefined {
  const tokens = tokensOf(text)
  const exact = tokens.length === 1 && /^[\p{Lu}\p{N}&]{2,}$/u.test(tokens[0]!.printed)
  const parts = exact ? [tokens[0]!.printed] : tokens.map((token) => token.stem).filter((part) => !slack.has(part))
  return parts.length > 0 ? {text, parts, exact} : undefined
}

/**
 * Where a phrase stands in the words, as [first, last] token indexes; undefined where it does not. Its words must stand in
 * order with nothing but small words between, so that 'children in care' is found in 'children who are in care' but not in
 * 'care for the children's home'.
 */
export function findPhrase(
  {parts, exact}: Phrase,
  tokens: readonly Token[]
): [first: number, last: number] | undefined {
  const word = (index: number) => (exact ? tokens[index]?.printed : tokens[index]?.stem)
  for (let first = 0; first < tokens.length; first++) {
    if (word(first) !== parts[0]) continue
    let at = first
    let part = 1
    while (part < parts.length) {
      at += 1
      if (word(at) === parts[part]) part += 1
      else if (!slack.has(tokens[at]?.stem ?? '!')) break
    }
    if (part === parts.length) return [first, at]
  }
  return undefined
}
