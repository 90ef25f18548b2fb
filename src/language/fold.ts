/** Nothing but signs that are their own plain form: most lines of a plan in English. */
const isPlain = (text: string): boolean => /^[ -_a-~]*$/.test(text)

const quotes = /[‘’‚‛′´`ʼ]/g
const doubleQuotes = /[“”„‟″«»]/g
const dashes = /[‐‑‒–—―−﹘﹣－]/g
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t\f\v\r\n]/g

/**
 * Quotes, dashes and white space in their plain forms, one character for one: offsets stay those of the text.
 * Case is kept.
 */
export function foldMarks(text: string): string {
  if (isPlain(text)) return text
  return text.replace(quotes, "'").replace(doubleQuotes, '"').replace(dashes, '-').replace(spaces, ' ')
}

/**
 * One form for words that differ only in case, quotes, dashes, ligatures, invisible characters or white space. Never throws;
 * `fold(fold(x))` is `fold(x)`.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim()
  return foldMarks(text.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The folded words without the punctuation that ends them: what two wordings of one goal have in common. */
export function foldedTitle(text: string): string {
  return fold(text).replace(/[\s.:;,!?-]{1,20}$/, '')
}
