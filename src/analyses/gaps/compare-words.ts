import {tokensOf} from '../../language/phrases.ts'

/** Dice of the sets of printed words of two texts, case folded: 1 the same words, 0 none shared. Symmetric. */
export function sameWords(a: string, b: string): number {
  const [x, y] = [wordSet(a), wordSet(b)]
  return x.size + y.size === 0 ? 1 : (2 * x.intersection(y).size) / (x.size + y.size)
}

/** Share of the words of `part` that stand in `whole`. */
export function within(part: string, whole: string): number {
  const [x, y] = [wordSet(part), wordSet(whole)]
  return x.size === 0 ? 0 : x.intersection(y).size / x.size
}

/** The words of a text in order, case and punctuation folded: two texts that print the same words give one string. */
export function plainWords(text: string): string {
  return tokensOf(text)
    .map(({printed}) => printed.toLowerCase().replace(/’/g, "'"))
    .join(' ')
}

function wordSet(text: string): Set<string> {
  return new Set(plainWords(text).split(' ').filter(Boolean))
}
