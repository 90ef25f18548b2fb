import type {When} from '../../plan-tree/nodes.ts'

export type DateRelation = 'by' | 'from' | 'in' | 'asAt' | 'every'

/** A date wording in a text, with what it means and how the words before it tie it in. */
export interface DateWords {
  /** The words as printed, without the preposition. */
  value: string
  /** Offsets in the text; end excluded. */
  start: number
  end: number
  when: When
  /** 'by July' is a deadline, 'from July' a start, 'as at July' the date of a figure, 'every 12 weeks' a rhythm. */
  relation?: DateRelation
}

/** A date wording before its words are cut out of the text. */
export type DatePlace = Omit<DateWords, 'value'>

/** Where a pattern matched, white space before it left out. */
export function placeOf(match: RegExpExecArray, when: When, relation?: DateRelation): DatePlace {
  const end = match.index + match[0].length
  return {start: end - match[0].trimStart().length, end, when, ...(relation ? {relation} : {})}
}

/** Most texts hold none, and a search tells it at half the cost. */
export function matchesOf(text: string, words: RegExp): RegExpExecArray[] {
  return text.search(words) < 0 ? [] : [...text.matchAll(words)]
}
