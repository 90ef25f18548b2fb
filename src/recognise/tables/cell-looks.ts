/** What the words of a cell look like: a date, a figure, the name of a party, prose, a list of work. */
import {holderOf} from '../facets/leads.ts'
import {startsLikeAction, startsLikeMeasure} from '../goals/words/goal-words.ts'
import type {Cell} from '../pieces.ts'
import {vocabulary} from '../vocabulary.ts'
import {sentences, wordCount} from '../words.ts'
import {entriesOf} from './cell-entries.ts'

/** Share of filled cells that must look alike to tell a column by its content. */
export const tellingShare = 0.6

const datelike =
  /^(?:by |from |end of |early |mid[- ]|late |before |autumn|spring|summer|winter|q[1-4]\b|ongoing|on-going|continuous|annual(?:ly)?|quarterly|monthly|tbc|immediate|complete|in progress|within )|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b.{0,14}\b(?:19|20)?\d\d\b|\b20\d\d\b|\d{1,2}\/\d{1,2}\/\d{2,4}/i

export function looksLikeDate(text: string): boolean {
  return wordCount(text) <= 9 && datelike.test(text.trim())
}

/** '38%', '6 weeks', 'fewer than 40': a figure, and no date. */
export function looksLikeFigure(text: string): boolean {
  return /\d/.test(text) && wordCount(text) <= 6 && !looksLikeDate(text)
}

/** 'Clerk', 'Clerk + Cllr Hooper', 'Head of Parks' */
export function namesParty(text: string): boolean {
  return text
    .split(/\s*[+&/,]\s*/)
    .every((part) => holderOf(part, vocabulary) === 'post' || holderOf(part, vocabulary) === 'person')
}

/** Fewest sentences and words of one line that make it prose. */
const [proseSentences, proseWords] = [2, 40]

/** A paragraph that tells of something, and lists no measures. */
export function isProse({lines}: Cell): boolean {
  return lines.some(
    (line) =>
      wordCount(line) >= proseWords &&
      sentences(line).length >= proseSentences &&
      !sentences(line).some(startsLikeMeasure)
  )
}

/** The cell lists several things to do. */
export function listsWork(cell: Cell): boolean {
  return entriesOf(cell)?.entries.every(({cell: {text}}) => startsLikeAction(text)) ?? false
}
