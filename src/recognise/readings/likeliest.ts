/** Whether a document is read better line by line than by its form: what the lines are likely to be decides. */

import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../plan-tree/nodes.ts'
import {listedHeading} from '../goals/lists/come-back.ts'
import {sectionsOf} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import type {Reading} from '../reading.ts'
import {fold} from '../words.ts'
import {beliefsOf} from './beliefs.ts'
import {type Draft, out, top} from './drafts.ts'
import {type Marks, marksOf} from './marks.ts'
import {placesOf} from './places.ts'
import {bestDraft, drawn, expected} from './weighing.ts'

/** A document's goals and work, told line by line. */
export interface Outline {
  draft: Draft
  /** Expected agreement with what the lines are, 0 to 1: of this reading, and of the one that it was weighed against. */
  hoped: number
  against: number
}

/**
 * A reading by form that agrees so well is not asked further; another one must agree by so much better, and so well. Over 149
 * plans marked by hand that neither had seen, margins of 0.1 to 0.4 read equally well: a large one leaves most plans to their form.
 */
const enough = 0.6
const [leastHoped, margin] = [0.5, 0.35]
/** The same for a longer document, which tells more of what its lines are, where much of it is likely. Over 165 marked plans 0.007 better. */
const [longDocument, leastHopedOfLong, marginOfLong] = [40, 0.65, 0.2]

/**
 * The same where the form shows no goal at all in a document that speaks of plans. Over 119 marked plans a lower margin finds no
 * more; over 340 READMEs of software it reads goals into two more.
 */
const [leastHopedOfNone, marginOfNone] = [0.35, 0.1]

/** Longest document that is asked, lines: longer ones than any that the weights were learned from. */
const mostLines = 3_000

/** Share of the goals that may stand elsewhere than in a line of their own, in a document that is asked. */
const shareElsewhere = 0.2

/** The outline of a document that its form tells badly; undefined where it is read well as it is, or is no plan. */
export function likeliestOutline(reading: Reading, title: string): Outline | undefined {
  if (reading.notAPlan || reading.pieces.length > mostLines) return undefined
  const own = draftRead(reading)
  if (!own || isPrinted(own, reading) || isConfirmed(reading)) return undefined
  const {pieces, lexicon} = reading
  const places = placesOf(pieces, lexicon)
  const sections = sectionsOf(pieces, lexicon, () => false)
  const marks = marksOf({pieces, sections, lexicon}, title, places)
  const beliefs = beliefsOf(pieces, places, marks)
  const among = drawn(beliefs, pieces, places)
  const against = expected(own, among)
  if (against >= enough) return undefined
  const best = {...bestDraft(beliefs, pieces, places, among), against}
  const none = reading.speaks && own.every((above) => above === out)
  const sure = pieces.length >= longDocument && best.hoped >= leastHopedOfLong
  const [least, by] = none ? [leastHopedOfNone, marginOfNone] : [leastHoped, sure ? marginOfLong : margin]
  const better = best.hoped >= least && best.hoped - against >= by && best.draft.some((above) => above !== out)
  return better && (reading.speaks || promises(best, marks)) ? best : undefined
}

/**
 * Share of the lines that must promise, stand under the name of a level, or be orders under 'The port helps its crews to:', in a
 * document that speaks of no plan.
 */
const sharePromised = 0.6
const promising = ['promise', 'under 1 levels', 'under 1 label'] as const

function promises({draft}: Outline, marks: readonly Marks[]): boolean {
  const told = marks.filter((_, at) => draft[at] !== out)
  const promised = told.filter(
    (each) => promising.some((mark) => each.has(mark)) || (each.has('act') && each.has('under 1 infinitive'))
  )
  return promised.length >= told.length * sharePromised
}

/** Fewest labelled goals at the top, and share of the lines that must be read, of a form that the plan prints itself. */
const [leastLabelled, shareRead] = [2, 0.2]

/** Fewest goals at any level, and share of them, that bear a level's word or a number of several parts, below a numbered goal. */
const [leastWorded, shareWorded] = [6, 0.8]
const partNumber = /^\d{1,2}(?:\.\d{1,2}){1,2}[.):]?\s+\p{L}/u

/** The plan names or numbers its goals, 'Goal 1' or 'Outcome: …', and its form reads much of it: nothing is left to be guessed. */
function isPrinted(own: Draft, {pieces, children, lexicon}: Reading): boolean {
  const lines = pieces.filter(({index}) => own[index] !== out)
  const named = lines.filter(({index, text}) => own[index] === top && lexicon.levelOf(text) !== undefined)
  const numbered = children.filter((node) => isGoal(node) && node.label !== undefined)
  const worded = lines.filter(({text}) => lexicon.levelOf(text) !== undefined || partNumber.test(text))
  if (numbered.length > 0 && worded.length >= Math.max(leastWorded, lines.length * shareWorded)) return true
  return Math.max(named.length, numbered.length) >= leastLabelled && lines.length >= pieces.length * shareRead
}

/** Fewest goals that come back in a summary or on later pages, and that a list names with work under each, of a form that so confirms itself. */
const [leastRestated, leastListed] = [5, 3]

/** The plan says its goals again where their form expects it, or lists them before it sets them out. */
function isConfirmed({children}: Reading): boolean {
  const listed = children.filter(
    (node) => isGoal(node) && node.data?.rule === listedHeading && node.children.some(isGoal)
  )
  if (listed.length >= leastListed) return true
  const restated = (nodes: readonly PlanNode[]): number =>
    nodes.reduce((so, node) => so + (node.type === 'restatement' ? 1 : 0) + restated(childrenOf(node)), 0)
  return restated(children) >= leastRestated
}

/** The lines that a reading's goals came from; undefined where too many stand in tables. */
export function draftRead({pieces, children}: Pick<Reading, 'pieces' | 'children'>): Draft | undefined {
  const draft: Draft = new Int32Array(pieces.length).fill(out)
  const lines = pieces.map(({text}) => fold(text))
  let [goals, elsewhere, last] = [0, 0, 0]
  const visit = (nodes: readonly PlanNode[], above: number) => {
    for (const node of nodes) {
      if (!isGoal(node)) {
        visit(childrenOf(node), above)
        continue
      }
      goals += 1
      const at = lineOf(node, lines, last)
      const line = at === undefined ? undefined : pieces[at]
      if (line === undefined || line.kind === 'table') elsewhere += 1
      else {
        last = line.index
        if (draft[last] === out) draft[last] = above === last ? top : above
      }
      visit(childrenOf(node), line === undefined || line.kind === 'table' ? above : line.index)
    }
  }
  visit(children, top)
  return elsewhere > goals * shareElsewhere ? undefined : draft
}

/** The next line after the last one that holds a goal's words, or the first of all. */
function lineOf({title}: Goal, lines: readonly string[], after: number): number | undefined {
  const words = fold(title)
  for (let at = after; at < lines.length; at += 1) if (lines[at]!.includes(words)) return at
  for (let at = 0; at < after; at += 1) if (lines[at]!.includes(words)) return at
  return undefined
}

/** The pieces that the outline's lines are children of. */
export const holders = ({draft}: Outline): ReadonlySet<number> => new Set(draft.filter((above) => above >= 0))

export const isTold = ({draft}: Outline, {index}: Piece): boolean => draft[index] !== out
