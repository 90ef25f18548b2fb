/** What became of the words of one plan in another version of it. */
import type {PlanNodeType} from '../../plan-tree/nodes.ts'
import type {Place, PlanRef} from './places.ts'

export type ChangeKind = 'added' | 'removed' | 'reworded' | 'moved' | 'split' | 'merged' | 'renumbered'
export type ChangeClass = 'substantive' | 'editorial'
export type ChangeFacet =
  | 'number'
  | 'date'
  | 'lead'
  | 'scope'
  | 'commitment'
  | 'status'
  | 'title'
  | 'target'
  | 'name'
  | 'meaning'

/** '=' kept, '-' only before, '+' only after. */
export type WordDiff = ['=' | '-' | '+', string]

export interface Change {
  /** Stable: from rule, place and folded words, not from positions. */
  id: string
  kind: ChangeKind
  class: ChangeClass
  /** Node type of the unit, or the section's role for words outside goals. */
  level: PlanNodeType | string
  where: string
  facets: ChangeFacet[]
  before: Place | null
  after: Place | null
  /** The further places of a split (after) or merge (before). */
  also?: Place[]
  words: WordDiff[]
  /** One sentence that a reviewer can check. */
  reason: string
  /** The title of the goal that a date, target or lead hangs on; where the place names the goal, nothing. */
  about?: string
  /** Of an added or removed subtree, or a section that moved: how many units it holds, itself included. */
  size?: number
  /** What a reviewer decided about it. */
  decision?: {mark: 'accepted' | 'ignored'; note?: string}
}

/** One run of the plan's words in a redline. Runs with one `move` are the two places of words that moved. */
export interface RedlineRun {
  mark: '=' | '-' | '+'
  text: string
  move?: number
  /** Of several people's edits of one base: whose it is, from 0. */
  by?: number[]
}

/** A paragraph of the plan with both drafts' words. A '+' mark was inserted: without it the paragraph runs into the next. */
export interface RedlineParagraph {
  style: 'heading1' | 'heading2' | 'heading3' | 'entry' | 'body'
  mark: '=' | '-' | '+'
  /** Of several people's edits of one base: whose the mark is, from 0. */
  by?: number[]
  runs: RedlineRun[]
}

export interface Consequence {
  id: string
  rule: string
  text: string
  where: string
  changes: string[]
}

export interface ChangeReport {
  before: PlanRef
  after: PlanRef
  summary: Record<ChangeKind, number> & Record<ChangeClass, number>
  /** Sentences, headings and entries of each draft, and how many of them stand in both as they were. */
  kept?: {same: number; before: number; after: number}
  changes: Change[]
  consequences: Consequence[]
  /** Of a report from the first of several drafts to the last: what the steps between did to the same words. */
  threads?: ChangeThread[]
}

/**
 * One place that several reports of changes touch. Of drafts in a row: put back as it was ('taken-back'), there again after it
 * was dropped ('brought-back'), or changed anew. Of several people's edits of one base: changed 'alike', or in 'conflict'.
 */
export interface ChangeThread {
  kind: 'taken-back' | 'brought-back' | 'changed-again' | 'alike' | 'conflict'
  class: ChangeClass
  where: string
  /** The words before, after the first change and after the second; null where there are none. */
  texts: (string | null)[]
  /** The changes, each by its report (from 0) and id. */
  changes: {report: number; id: string}[]
}
