/** Lead-ins that a plan makes its own: the same line over a list under goal after goal, 'What I expect of the chief officer'. */

import type {Lexicon} from '../../lexicon.ts'
import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import type {LeadIn, Vocabulary} from '../../vocabulary.ts'
import {endsSentence, fold, wordCount} from '../../words.ts'
import {headingOver} from '../headings/under-headings.ts'
import {depthOf} from '../opening-of.ts'
import {formOf} from '../words/forms.ts'
import {startsLikeMeasure} from '../words/goal-words.ts'

/** Times that a line must stand over a list, its longest, words, and the share of entries that tells what it holds. */
const [leastTimes, longest, telling] = [2, 12, 0.5]

/** Lines about what is, what was and who is asked: their lists hold no goals. */
const notAhead =
  /\b(?:why|how this|helps|contributes?|facts?|figures|context|background|told|said|heard|know|now|today|achieve(?:d|ments?)|done|progress|so far|partners?|links?|linked|evidence|data|needs?|challenges?|risks?|issues?|who|documents?|quotes?|voices?|values|principles|strengths?|opportunit\w+|resources?|case)\b/i

/** Folded lines that no vocabulary knows and that stand over lists of goals several times, with what those hold. */
export function learnedLeadIns(pieces: readonly Piece[], lexicon: Lexicon): Map<string, LeadIn> {
  const lists = new Map<string, string[][]>()
  for (const piece of pieces) {
    if (!standsOver(piece) || pieces[piece.index + 1]?.kind !== 'listItem' || wordCount(piece.text) > longest) continue
    if (
      lexicon.leadInOf(piece.text) ||
      (lexicon.sectionOf(piece.text) && !resultsNamed(piece.text)) ||
      lexicon.isOthers(piece.text) ||
      notAhead.test(piece.text) ||
      isPeriod(headingOver({...piece, depth: depthOf(piece)}, pieces)?.text ?? '')
    )
      continue
    const {list} = pieces[piece.index + 1]!
    const entries: string[] = []
    for (let at = piece.index + 1; pieces[at]?.list === list && at < pieces.length; at += 1)
      entries.push(pieces[at]!.text)
    lists.set(fold(piece.text), [...(lists.get(fold(piece.text)) ?? []), entries])
  }
  const learned = new Map<string, LeadIn>()
  for (const [line, found] of lists) {
    const entries = found.flat()
    const share = (test: (text: string) => boolean) => entries.filter(test).length / entries.length
    if (found.length < leastTimes) continue
    if (resultsNamed(line) || share(startsLikeMeasure) >= telling) learned.set(line, 'measures')
    else if (share((text) => ['act', 'state'].includes(formOf(text))) >= telling) learned.set(line, 'actions')
    else if (workNamed(line, lexicon)) learned.set(line, 'actions')
  }
  // 'Now', 'Next' and 'Later' are the columns of a roadmap: what is under way is work as what will be.
  if (learned.get('next') === 'actions' || learned.get('later') === 'actions') learned.set('now', 'actions')
  return learned
}

/** A heading, a line that ends in a colon or question mark, or a short one that is no sentence. */
function standsOver({kind, text}: Piece): boolean {
  if (kind !== 'paragraph') return kind === 'heading'
  return /[:?…]$/.test(text) || (wordCount(text) <= longestPlain && /^\p{Lu}/u.test(text) && !endsSentence(text))
}

/** Longest such line without a mark at its end, words. */
const longestPlain = 6

/** 'Flagship projects', 'Enabling activity': the line's last word says that things to do stand under it, whatever their form. */
function workNamed(line: string, lexicon: Lexicon): boolean {
  const last =
    / (?:actions?|activit(?:y|ies)|projects?|initiatives?|tasks?|steps|strategies|interventions?|deliverables?)$/
  return wordCount(line) <= longestPlain && last.test(line) && !notAhead.test(line) && !lexicon.isOthers(line)
}

/** 'Key outcomes' under goal after goal: what each is to bring about. Said once, it speaks for the plan. */
const resultsNamed = (line: string): boolean => /^(?:key|main|overall|our) (?:outcomes|results)$/i.test(line)

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The vocabulary with the learned lines among its lead-ins: every recogniser knows them. */
export function withLearned(vocabulary: Vocabulary, learned: ReadonlyMap<string, LeadIn>): Vocabulary {
  if (learned.size === 0) return vocabulary
  const phrases = (kind: LeadIn) =>
    [...learned].filter(([, each]) => each === kind).map(([line]) => `^${escaped(line.replace(/[?!…]+$/, ''))}$`)
  const {leadIns} = vocabulary
  return {
    ...vocabulary,
    leadIns: {
      ...leadIns,
      actions: [...phrases('actions'), ...leadIns.actions],
      measures: [...phrases('measures'), ...leadIns.measures]
    }
  }
}
