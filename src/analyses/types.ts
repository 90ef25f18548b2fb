/** What the analyses find. The shapes that OUTPUTS promises to other programs are these, field for field. */
import type {MeasureReading, SmartSum} from '../language/measures/smart.ts'
import type {PageSpan, PlanNodeType} from '../plan-tree/nodes.ts'

/** A plan named in a finding. `id` is the digest of its source. */
export interface PlanRef {
  id: string
  title: string
  authority?: string
  period?: {from: number; to: number}
  status?: string
  path?: string
}

export interface Place {
  /** Unit id in its plan's tree. */
  id: string
  text: string
  pages: PageSpan[]
  /** 'Outcome 3 / measures' on this side, where the two sides differ. */
  where?: string
}

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

export type Band = 'same' | 'related' | 'topic' | 'none'

/** A reason a person can check: kind and the words that show it. */
export interface OverlapReason {
  kind: 'shared-words' | 'equal-words' | 'parents' | 'facet-agrees' | 'facet-clashes' | 'reuse' | 'meaning'
  text: string
  words?: string[]
}

export interface OverlapUnit {
  id: string
  plan: string
  type: PlanNodeType
  text: string
  detail?: string | null
  parent: string | null
  label?: string | null
  pages?: PageSpan[]
}

export interface OverlapPair {
  /** Unit ids as in `units`: plan digest and unit id joined by '#'. */
  a: string
  b: string
  score: number
  band: Band
  probability?: number
  mutual?: boolean
  /** The same sentence, or nearly. */
  reuse?: boolean
  reasons: OverlapReason[]
}

export interface OverlapReport {
  plans: PlanRef[]
  units: OverlapUnit[]
  pairs: OverlapPair[]
  /** Which embedder was used: 'minilm' or 'words'. */
  tier: string
  /** Why the tier is not the one asked for. */
  note?: string
  /** A plan that carries out one outcome of another. */
  deliveredBy?: {plan: string; outcome: string; score: number; text: string}[]
}

export interface Nearest {
  plan: string
  id: string
  text: string
  score: number
}

export interface Gap {
  id: string
  rule: string
  plan: string
  unit: string | null
  where: string
  text: string
  note: string
  confidence: number
  severity: 'high' | 'medium' | 'low'
  pages: PageSpan[]
  /** What a reviewer decided about it. */
  decision?: {mark: 'accepted' | 'ignored'; note?: string}
  nearest?: Nearest
}

/** One thing that was asked for, with what answers it. */
export interface AnsweredAsk {
  plan: string
  /** Unit id of the words that ask. */
  unit: string | null
  where: string
  text: string
  pages: PageSpan[]
  /** A priority of the same outcome, of another of the plan's outcomes, of another plan of the same body, or none. */
  by: 'outcome' | 'plan' | 'authority' | 'none'
  /** The goal that answers; where none does, the nearest. */
  answer?: Nearest & {where: string; pages: PageSpan[]}
}

export interface GapReport {
  plans: PlanRef[]
  gaps: Gap[]
  /** 'You said, we will': what was asked for, and what answers it. */
  asks?: AnsweredAsk[]
  /** Every measure and milestone taken apart, with its SMART score. */
  measures?: MeasureReading[]
  /** The scores summed up: for each plan, then for each of its outcomes. */
  smart?: SmartSum[]
}

/** Measures of plans taken apart, and their SMART scores for each plan and each of its outcomes. */
export interface MeasureReport {
  plans: PlanRef[]
  measures: MeasureReading[]
  smart: SmartSum[]
}

export type CoverageLevel = 'outcome' | 'priority' | 'measure' | 'mention' | 'none'

export interface CoverageCell {
  theme: string
  plan: string
  level: CoverageLevel
  quote: string | null
  page: number | null
  unit: string | null
  /** The phrase or meaning that showed it. */
  by?: string
  /** Lower levels seen as well. */
  also?: CoverageLevel[]
}

export interface CoverageReport {
  plans: PlanRef[]
  themes: {id: string; name: string}[]
  cells: CoverageCell[]
}

/** One commitment that stands in several plans, oldest wording first. */
export interface Cluster {
  id: string
  /** The wording that stands for all: the words of the member nearest to all others. */
  title: string
  members: {
    plan: string
    unit: string
    text: string
    strength?: 'will' | 'aim' | 'explore'
    /** Words that most members share. */
    words?: string[]
    /** Its words are the title. */
    typical?: boolean
    /** Mean probability of its being one with each other member. */
    probability?: number
    /** Farthest from the others: to be looked at first. */
    outlier?: boolean
  }[]
}

/** How two files of a run belong together. */
export interface PlanPair {
  /** Digests; for versions and replacements the older first. */
  a: string
  b: string
  relation: 'versions' | 'replaces' | 'same-authority' | 'compared'
  /** Why, in one sentence. */
  reason: string
}

/** A file of a run that yielded no plan. */
export interface Failure {
  file: string
  code: string
  message: string
  advice: string
  page?: number
}

/**
 * Findings in the order of their plans. Those of an archive are too many to hold: they are read again each time that somebody
 * goes through them, or asks for those of one plan.
 */
export interface ByPlan<Finding> extends Iterable<Finding> {
  ofPlan?(digest: string): readonly Finding[]
}

/** As a `GapReport`. */
export interface GapsOfRun {
  plans: PlanRef[]
  gaps: ByPlan<Gap>
  asks?: ByPlan<AnsweredAsk>
}

/** As a `CoverageReport`, plan by plan: each plan's cells in the order of the themes. */
export interface CoverageOfRun {
  plans: PlanRef[]
  themes: {id: string; name: string}[]
  cells: ByPlan<CoverageCell>
}

/** What is counted of one plan's findings. */
export interface PlanTally {
  gaps: Record<Gap['severity'], number>
  /** Gaps by rule. */
  rules: Record<string, number>
  /** By theme. */
  levels: Record<string, CoverageLevel>
}

/** Everything that one `planlens run` found: what the reports are written from. */
export interface RunResult {
  plans: import('../plan-tree/nodes.ts').Plan[]
  pairs: PlanPair[]
  failures: Failure[]
  changes: ChangeReport[]
  overlaps: OverlapReport[]
  gaps: GapsOfRun
  coverage: CoverageOfRun
  /** How many gaps each plan has and how far it speaks of each theme, by digest; counted from the findings where it is missing. */
  tallies?: ReadonlyMap<string, PlanTally>
  /** Commitments that stand in three plans or more, where they were looked for. */
  clusters?: Cluster[]
  /** Plan against plan: how many commitments each two share. */
  matrix?: SharedMatrix
  /** How firm and how readable the plans are, where that was looked at. */
  comparison?: CompareReport
  /** Pairs of related plans whose overlaps were not looked for, since a run compares only the nearest; absent when none. */
  overlapsLeftOut?: number
  /** Plans among whose commitments none was looked for that others share, since there are too many; absent when none. */
  clustersLeftOut?: number
  /** What the parts were made from: reports that were made from the same need not be made again. */
  origins?: Origins
}

/** What two plans share: one cell of the matrix of plan against plan. */
export interface SharedCell {
  /** Digests, `a` before `b`. */
  a: string
  b: string
  /** Goals of either. */
  goals: [a: number, b: number]
  /** Commitments in the band same and in the band related, each with its best counterpart. */
  same: number
  related: number
  /** A few of them: those of several words before headings, the surest first. */
  readonly surest: readonly SharedWords[]
}

/** One commitment in the words of two plans. */
export interface SharedWords {
  band: Band
  probability: number
  a: SharedPlace
  b: SharedPlace
}

export interface SharedPlace {
  /** Unit id in its plan's tree. */
  unit: string
  text: string
  pages: PageSpan[]
}

/** Cells of the plans that no later version takes the place of; those that share most come first. */
export interface SharedMatrix {
  plans: number
  cells: SharedCell[]
  /** Cells that have something in common, but whose plans are nearer to others; they were not compared. */
  leftOut: number
  /** Cells whose comparison came to no end; the next run tries again. */
  lost: number
}

/**
 * Short names for what the parts of a run were made from: where two runs name the same, the parts are the same. Undefined where
 * a part may come out otherwise next time.
 */
export interface Origins {
  /** What all trees and findings hang on beside the files: version, reader, settings, corrections. */
  all: string
  /** Gaps and asks by the digest of their plan, with the other plans whose words they quote. */
  studies: ReadonlyMap<string, {from: string; quotes: readonly string[]}>
  /** In the order of the run's changes and overlaps. */
  changes: readonly (string | undefined)[]
  overlaps: readonly (string | undefined)[]
}

/** What a plan is looked through for: a theme of the sector, or an item of a framework. */
export interface Theme {
  id: string
  name: string
  /** What belongs to it, in words. */
  scope?: string
  /** Phrases that show it; none for most framework items, whose name then speaks. */
  synonyms: string[]
  /** Phrases in which a synonym does not count ('online consultation'). */
  except?: string[]
  /** Found by its own words alone, without what the lexicon and the product's themes know of it. */
  exact?: boolean
  level?: string
  parent?: string
}

/** A list of things that plans of a jurisdiction should speak to in the years it was in force. */
export interface Framework {
  id: string
  name: string
  jurisdiction?: string
  years?: {from: number; to?: number}
  /** Words of which one stands in the kind or title of a plan that it speaks to; any plan where absent. */
  subjects?: string[]
  items: Theme[]
}

/** A part of a whole, as two counts. */
export interface Share {
  of: number
  are: number
}

/** How firm and how readable a plan is: what two authorities are compared by. */
export interface PlanProfile {
  plan: PlanRef
  goals: Record<'outcome' | 'priority' | 'action' | 'measure' | 'milestone', number>
  /** Measures and milestones that state a level to reach. */
  quantified: Share
  /** Measures and milestones with a day by which they are due. */
  dated: Share
  /** Outcomes and actions for which somebody is named. */
  led: Share
  /** Measures and milestones with four of the five SMART marks, or all. */
  smart: Share
  /** Mean SMART score of its measures and milestones, 0 to 5; absent where it has none. */
  meanSmart?: number
  /** Things that children asked for with an answer in the same outcome. */
  answered: Share
  /** Priorities and actions that promise to do, not to look into. */
  firm: Share
  words: number
  /** Flesch-Kincaid grade, years of schooling. */
  grade: number
}

/** A theme that only one of two plans promises anything about. */
export interface ThemeDifference {
  theme: string
  name: string
  /** Digest of the plan that has it. */
  only: string
  level: CoverageLevel
  /** How far the other goes: mention or none. */
  other: CoverageLevel
  quote: string | null
  page: number | null
}

export interface CompareReport {
  profiles: PlanProfile[]
  /** For every two plans of different authorities. */
  differences: {a: string; b: string; themes: ThemeDifference[]}[]
}
