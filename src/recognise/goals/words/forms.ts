/** The make of a line: what its grammar alone says that it may be. */

import {fold, wordCount} from '../../words.ts'
import {readsLikeMeasure, startsLikeAction} from './goal-words.ts'

/** 'act': something to be done. 'state': something to be reached. 'told': a fact, or what was done. 'asked': a question. 'name': anything else. */
export type Form = 'act' | 'state' | 'told' | 'asked' | 'name'

const told =
  /^(?:\d[\d,.]*(?:\s?%|\s)|[£$€]\s?\d)|\b(?:was|were|had|have been|has been|did)\b|^(?:we|i|they|it|the \w+) (?:\p{L}+ed|have|has|held|built|ran|gave|set up|won)\b|^(?!need|feed|speed|seed|embed|red|bed|led|shed|exceed|succeed|proceed)\p{L}{2,}ed (?:over|more|the|a|an|our|\d|by)\b/u
const state =
  /^(?:you (?:will|can)|a|an|all|every|everyone|people|children|residents|families|young people|communities|patients|visitors|customers|staff|patrons|students|no) /

/** '800 rowers to take part in regattas': a number of what is still to come, and no chapter's, '7.3 work to do'. */
const sought =
  /^[£$€]?\d[\d,]*\s(?!(?:how|our|the|what|when|where|who|why)\b)(?:\p{L}[\p{L}'-]*\s){1,3}to (?:be )?(?!date\b)\p{L}{2,}/u
const past = /\b(?:was|were|had|have|has|did)\b/

/** A sentence by which the plan's own body promises something. */
export const committing =
  /^(?:(?:together,? )?we|i|the (?:council|board|partnership|trust|authority|department|agency|commissioner|plan|strategy))(?:'ll| will| shall| are going to| commit to| pledge to| promise to)\b/i

/** '3.', '2)', 'b)', 'iv.' before the words of a line. */
const numbering = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.):]\)?\s+(?=\p{L})/iu

/** The form of one line. */
export function formOf(text: string): Form {
  if (/\?["'”’]?$/.test(text)) return 'asked'
  const words = text.replace(numbering, '')
  const folded = fold(words)
  if (startsLikeAction(words) || committing.test(words)) return 'act'
  if (told.test(folded)) return sought.test(folded) && !past.test(folded) ? 'state' : 'told'
  return readsLikeMeasure(words) || state.test(folded) ? 'state' : 'name'
}

/** Share of the lines that have one of the forms, 0 to 1. */
export function shareOf(lines: readonly string[], ...forms: Form[]): number {
  return lines.length === 0 ? 0 : lines.filter((line) => forms.includes(formOf(line))).length / lines.length
}

/** Words to whoever reads: 'your name', 'Read the draft', that no plan says of its own work. */
const toReader =
  /\b(?:you|your|yours)\b(?! (?:will|can)\b)|^(?:click|visit|download|read|see|contact|email|call|fill|come|meet)\b/i

/** What tells against a set of lines: 0 when nothing does, more the surer they are no goals. */
export function unlikeGoals(lines: readonly string[]): number {
  const share = (test: (line: string) => boolean) => lines.filter(test).length / Math.max(1, lines.length)
  let against = 0
  if (shareOf(lines, 'asked') >= 0.3) against += 3
  if (shareOf(lines, 'told') >= 0.4) against += 3
  if (share((line) => toReader.test(line) && !committing.test(line)) >= 0.4) against += 3
  if (share((line) => /\bbe (?:noted|agreed|approved|adopted|endorsed|received)\b/i.test(line)) >= 0.4) against += 3
  if (share((line) => wordCount(line) <= 1) >= 0.6) against += 1
  if (share((line) => /\b(?:https?:|www\.)|@\w|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/.test(line)) >= 0.4) against += 3
  return against
}
