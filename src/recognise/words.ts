/** Small helpers on words. Comparison folds case, quotes, dashes and white space; the plan's own words are never changed. */

/** One line, white space collapsed, trimmed. */
export function collapse(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim()
}

/** Words for comparison: lower case, straight quotes, plain dashes, no closing punctuation. */
export function fold(text: string): string {
  return collapse(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u2018\u2019\u201a\u201b\u2032`\u00b4]/g, "'")
      .replace(/[\u201c\u201d\u201e\u2033]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\u00ad/g, '')
  )
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/^[\s•·\-*]+/, '')
    .replace(/[\s.:;,*]+$/, '')
}

const small = new Set(
  'a an and are as at be been by for from has have in into is it its of on or our so that the their them they this to we who will with your you'.split(
    ' '
  )
)

/** The words of a text that carry meaning, folded. */
export function contentWords(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}%£$]+/gu) ?? []).filter((word) => !small.has(word))
}

/** Shared content words of two texts over those of the shorter, 0 to 1; 0 when either has none. */
export function containment(a: string, b: string): number {
  const [one, two] = [new Set(contentWords(a)), new Set(contentWords(b))]
  const least = Math.min(one.size, two.size)
  return least === 0 ? 0 : one.intersection(two).size / least
}

/** Dice coefficient of the content words of two texts, 0 to 1. Symmetric. */
export function likeness(a: string, b: string): number {
  const [one, two] = [new Set(contentWords(a)), new Set(contentWords(b))]
  return one.size + two.size === 0 ? 0 : (2 * one.intersection(two).size) / (one.size + two.size)
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}

/** Ends like a sentence: full stop, question or exclamation mark, perhaps inside a quote or bracket. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(text.trim())
}

/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.?g|i\.?e|etc|no|nos|vs|cllr|mr|mrs|ms|dr|prof|st|rev|approx|incl|inc|fig|para|paras|p|pp|vol|c|ca|cf|al|dept|govt|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/i

/**
 * The sentences of a text, in order, each with its closing mark. A full stop ends one only before white space and a capital,
 * digit, quote, bracket or percent sign, and not after an abbreviation ('e.g.', 'No.').
 */
export function sentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(
    /[.!?]["'”’)\]]?\s+(?=["'“‘(]?[\p{Lu}\p{N}%#£$]|number of |percentage of |proportion of )/gu
  )) {
    const end = match.index + match[0].trimEnd().length
    const before = text.slice(from, end)
    if (match[0].startsWith('.') && abbreviation.test(before)) continue
    found.push(before.trim())
    from = match.index + match[0].length
  }
  const rest = text.slice(from).trim()
  if (rest !== '') found.push(rest)
  return found
}
