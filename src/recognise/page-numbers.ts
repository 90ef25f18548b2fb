/** Lines of a table of contents: words, leaders, a page number. */

/** Ends in leaders and a page number. */
export function endsInPageNumber(text: string): boolean {
  return /(?:\.{3,}|…|(?:\. ){2,}\.?)\s*\d{1,3}$/.test(text)
}

/** Ends in a number that may be a page's, in a line already known to be of the contents. */
export function endsInNumber(text: string): boolean {
  return /\p{L}\S*\s+\d{1,3}$/u.test(text)
}

/** 'Outcome 1 – Children are safe ..... 8' without its leaders and page number. */
export function withoutLeaders(text: string): string {
  // Few lines end in a number, and the pattern is slow on those that do not.
  const words = /\d$/.test(text) ? text.replace(/[\s.…]{3,}\d{1,3}$/, '') : text
  return words.replace(/[\s.…]+$/, '').trim()
}
