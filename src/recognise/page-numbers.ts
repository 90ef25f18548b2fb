/** Lines of a table of contents: words, leaders, a page number. */

/** Contents lines end in a page number, perhaps after leaders. */
export function endsInPageNumber(text: string): boolean {
  return /(?:\.{3,}|…|\s{2,}|\t|[^\d\s]\s)\d{1,3}$/.test(text) && !/\b(?:19|20)\d\d$/.test(text)
}

/** 'Outcome 1 – Children are safe ..... 8' without its leaders and page number. */
export function withoutLeaders(text: string): string {
  return text
    .replace(/[\s.…]{3,}\d{1,3}$/, '')
    .replace(/[\s.…]+$/, '')
    .trim()
}
