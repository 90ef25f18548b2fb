import {fold as sharedFold} from '../language/fold.ts'
import {remembered} from '../language/remembered.ts'
import {sentencesOf} from '../language/sentences.ts'

/** Small helpers on words. Comparison folds case, quotes, dashes and white space; the plan's own words are never changed. */

/** Words with single plain spaces between them: nearly all that is asked about. */
const isCollapsed = (text: string): boolean => !/[^\S ]| {2}|^ | $|\u200b/.test(text)

/** One line, white space collapsed, trimmed. */
export function collapse(text: string): string {
  if (isCollapsed(text)) return text
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
}

/** Words for comparison: lower case, straight quotes, plain dashes, no bullets before and no closing punctuation after. */
export const fold: (text: string) => string = remembered((text) =>
  sharedFold(text)
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/^[\s•·\-*]+/, '')
    .replace(/[\s.:;,*]+$/, '')
)

const small = new Set(
  'a an and are as at be been by for from has have in into is it its of on or our so that the their them they this to we who will with your you'.split(
    ' '
  )
)

/** The words of a text that carry meaning, folded. */
export function contentWords(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}%£$]+/gu) ?? []).filter((word) => !small.has(word))
}

/** The same, each once. */
export const wordSet: (text: string) => ReadonlySet<string> = remembered((text) => new Set(contentWords(text)))

/** Shared content words of two texts over those of the shorter, 0 to 1; 0 when either has none. */
export function containment(a: string, b: string): number {
  const [one, two] = [wordSet(a), wordSet(b)]
  const least = Math.min(one.size, two.size)
  return least === 0 ? 0 : one.intersection(two).size / least
}

/** Dice coefficient of the content words of two texts, 0 to 1. Symmetric. */
export function likeness(a: string, b: string): number {
  const [one, two] = [wordSet(a), wordSet(b)]
  return one.size + two.size === 0 ? 0 : (2 * one.intersection(two).size) / (one.size + two.size)
}

export const wordCount: (text: string) => number = remembered((text) => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0)

/** Ends like a sentence: full stop, question or exclamation mark, perhaps inside a quote or bracket. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(text.trim())
}

/** A new indicator after a full stop, though it starts in lower case: 'Effective planning. number of 16-18 year olds …'. */
const indicator = /(?<=[.!?]["'”’)\]]?) (?=%|(?:number|percentage|proportion|rate) of )/u

/** The sentences of a text in order, each with its closing mark; indicators that start without a capital count as sentences. */
export const sentences: (text: string) => readonly string[] = remembered((text) =>
  sentencesOf(text).flatMap((sentence) => sentence.split(indicator))
)
