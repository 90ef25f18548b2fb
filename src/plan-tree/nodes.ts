/**
 * What a plan is: the node types of a plan tree. A plan tree is a unist tree: plain JSON, no parent links, absent fields
 * left out. `SPEC.md` beside this file says what each node stands for, with an example of each.
 */

/** Left, top, right, bottom in points from the top-left corner of the page as shown (crop box and rotation applied). */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** One page that words stand on. `page` counts from 1 in the file; `printed` is the number or label shown on the page. */
export interface PageSpan {
  page: number
  printed?: string
  box?: Box
}

/** A unist point: line and column from 1, offset from 0. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** Where a node's own words stand in the reading text (the one string that the blocks were made from). End excluded. */
export interface Position {
  start: Point
  end: Point
}

/** What tools may add to a node. `rule` names the recogniser that made it; `confidence` is 0 to 1, absent when sure. */
export interface PlanData {
  rule?: string
  confidence?: number
  /** Rules that also applied and lost, best first: what `--explain` prints. */
  competed?: string[]
  /** Set when a reader's correction made or changed the node: which. */
  corrected?: string
  [tool: string]: unknown
}

/** An ISO 8601 calendar day, '2022-09-01'. */
export type IsoDate = string

/** What a date wording means. Both ends of a span are included. */
export type When =
  | {kind: 'span'; from: IsoDate; to: IsoDate; grain: 'day' | 'month' | 'season' | 'year'}
  | {kind: 'ongoing'; from?: IsoDate}
  | {kind: 'recurring'; every: string}
  | {kind: 'elsewhere'}
  | {kind: 'unread'}

/** An amount as the words give it: 90 '%' atLeast. `unit` is '' for a bare count. */
export interface Quantity {
  amount: number
  unit: string
  bound: 'exactly' | 'atLeast' | 'atMost' | 'about'
}

interface Base {
  pages: PageSpan[]
  position?: Position
  data?: PlanData
}

/** A node that holds the plan's own words, verbatim but for white space and markup. */
interface Quote extends Base {
  value: string
}

export interface Rationale extends Quote {
  type: 'rationale'
}
export interface Voice extends Quote {
  type: 'voice'
  askedBy?: string
}
export interface Lead extends Quote {
  type: 'lead'
  /** The plan's heading for it: "who's responsible". */
  term?: string
  /** A remark printed with the name, in brackets or after it. */
  note?: string
  holder: 'body' | 'post' | 'person' | 'unnamed'
}
export interface DateFacet extends Quote {
  type: 'date'
  role: 'period' | 'start' | 'review' | 'due' | 'asAt'
  when: When
}
export interface Target extends Quote {
  type: 'target'
  quantity?: Quantity
  by?: When
}
export interface Statistic extends Quote {
  type: 'statistic'
  quantity?: Quantity
  asAt?: When
}
export interface Achievement extends Quote {
  type: 'achievement'
  against?: string
}
export interface Reference extends Quote {
  type: 'reference'
}
export interface Restatement extends Quote {
  type: 'restatement'
  where: 'contents' | 'foreword' | 'summary' | 'appendix' | 'continued'
  /** The level that the restated words name: an outcome's title or a priority of its list. */
  of?: GoalType
  /** The printed number that stands with it there. */
  label?: string
}
export interface Passage extends Quote {
  type: 'passage'
  /** What kind of block the words were printed as. */
  block?: 'heading' | 'paragraph' | 'listItem' | 'tableRow'
}

export type Facet = Rationale | Voice | Lead | DateFacet | Target | Statistic | Reference | Restatement | Passage

interface GoalBase extends Base {
  /** Path of types and counts, 'outcome-1/priority-2': names the node in this tree only. */
  id: string
  /** The goal's words without label, number or markup. */
  title: string
  /** The explanation printed after a lead sentence, when there is one. */
  detail?: string
  /** The plan's own word for the level: 'pledge', 'delivery priority'. */
  term: string
  /** The printed number, as text: 'Pledge Four', '1.10' (1.10 is not 1.1), 'iv'. */
  label?: string
}

export interface Outcome extends GoalBase {
  type: 'outcome'
  children: (Priority | Action | Measure | Milestone | Facet)[]
}
export interface Priority extends GoalBase {
  type: 'priority'
  children: (Priority | Action | Measure | Milestone | Facet)[]
}
export interface Action extends GoalBase {
  type: 'action'
  children: (Measure | Milestone | Facet)[]
}
export interface Measure extends GoalBase {
  type: 'measure'
  direction: 'more' | 'fewer' | 'reached' | 'unstated'
  children: Facet[]
}
export interface Milestone extends GoalBase {
  type: 'milestone'
  children: Facet[]
}
export type Goal = Outcome | Priority | Action | Measure | Milestone
export type GoalType = Goal['type']

export type SectionRole =
  | 'foreword'
  | 'vision'
  | 'principles'
  | 'needs'
  | 'voice'
  | 'progress'
  | 'governance'
  | 'policy'
  | 'review'
  | 'contents'
  | 'summary'
  | 'other'

export interface Section extends Base {
  type: 'section'
  role: SectionRole
  title: string
  children: (Section | Achievement | Voice | Statistic | Reference | Restatement | DateFacet | Lead | Passage)[]
}
export interface Glossary extends Base {
  type: 'glossary'
  title?: string
  children: GlossaryEntry[]
}
export interface GlossaryEntry extends Base {
  type: 'glossaryEntry'
  name: string
  value: string
  use: 'means' | 'sayInstead'
}

export type PlanStatus = 'draft' | 'final' | 'unstated'

export interface PlanSource {
  /** As given: a path or a name, never interpreted. */
  path: string
  format: 'pdf' | 'text' | 'markdown' | 'html' | 'docx' | 'stratml' | 'plan'
  /** SHA-256 of the bytes, hex. */
  digest: string
  /** Number of pages of the file; 0 when it has none. */
  pages: number
}

/** A trouble that left the plan usable. `place` is a page, a line or a node id in words. */
export interface PlanWarning {
  ruleId: string
  message: string
  page?: number
  place?: string
}

export interface Plan extends Base {
  type: 'plan'
  /** Version of this tree format. */
  version: 1
  /** SHA-256 of the source's bytes, hex; also the plan's id in findings. */
  digest: string
  title: string
  /** The place: 'East Marlshire'. */
  authority?: string
  /** The body that publishes it. */
  publisher?: string
  /** Calendar years, both included. */
  period?: {from: number; to: number}
  status: PlanStatus
  /** "children and young people's plan" … */
  kind?: string
  source: PlanSource
  warnings: PlanWarning[]
  children: (Section | Glossary | Goal | Facet)[]
}

export type PlanNode = Plan | Section | Glossary | GlossaryEntry | Goal | Facet | Achievement
export type PlanNodeType = PlanNode['type']
