/** How hard a text is to read. */
export interface Readability {
  words: number
  sentences: number
  /** Flesch-Kincaid grade (Kincaid et al., 1975): years of schooling; 0 for an empty text. A rough guide, for English only. */
  grade: number
}

/** Counted over whole sentences and list lines; a line without a full stop counts as one sentence. */
export function readability(texts: readonly string[]): Readability {
  let words = 0
  let sentences = 0
  let syllables = 0
  for (const text of texts) {
    const found = text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []
    if (found.length === 0) continue
    words += found.length
    sentences += Math.max(1, text.split(/[.!?;:](?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length)
    for (const word of found) syllables += syllablesOf(word)
  }
  if (words === 0) return {words, sentences, grade: 0}
  return {words, sentences, grade: Math.max(0, 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59)}
}

/** Groups of vowels, less a silent e at the end: right for about nine English words in ten, enough for an average. */
function syllablesOf(word: string): number {
  const groups = word
    .replace(/(?:[^l]e|ed|es)$/, (end) => end.slice(0, end.length === 2 && !/^e/.test(end) ? 1 : 0))
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}
