/**
 * The words that plans use: for their levels, for the lead-ins of lists, for sections and for table columns. A user's
 * `planlens.config.*` may add to every list; see `extendVocabulary`.
 *
 * Phrases are regular expressions tested, case-insensitively, on folded words (lower case, straight quotes, plain dashes, no
 * closing punctuation); plain words are such an expression too.
 */
import type {SectionRole} from '../../plan-tree/nodes.ts'

/** A word for a level of a plan and the rank that it usually has: 1 holds 2 holds 3. */
export interface LevelWord {
  word: string
  rank: number
  /** Such headings count as goals only when other goals stand under them: 'Principle 1' alone is a principle. */
  needsGoals?: boolean
  /** The plan prints it without number or mark: 'Objective Provide a …'. */
  bare?: boolean
  /** Letters that the plan prints right before a number: 'O1: …', 'O2: …'. */
  code?: boolean
  /** A misprint of this other word. */
  means?: string
}

/** What a lead-in or a label says about the words after it. */
export type LeadIn =
  | 'priorities'
  | 'actions'
  | 'measures'
  | 'voice'
  | 'rationale'
  | 'lead'
  | 'start'
  | 'due'
  | 'aim'
  | 'situation'
  | 'progress'
  | 'resources'
  | 'risks'
  | 'references'
  | 'status'
  | 'target'
  | 'milestones'

/** Lead-ins over what is done for a goal, or by which it is judged. */
export type WorkLeadIn = 'priorities' | 'actions' | 'measures'

export function leadsWork(kind: LeadIn | undefined): kind is WorkLeadIn {
  return kind === 'priorities' || kind === 'actions' || kind === 'measures'
}

/** Kinds of section; finer than the roles of the tree, since some may hold goals and some never do. */
export type SectionKind =
  | 'contents'
  | 'foreword'
  | 'introduction'
  | 'vision'
  | 'principles'
  | 'needs'
  | 'voice'
  | 'progress'
  | 'governance'
  | 'review'
  | 'policy'
  | 'summary'
  | 'glossary'
  | 'equality'
  | 'risks'
  | 'caseStudy'
  | 'references'
  | 'contact'
  | 'goals'
  | 'notAPlan'
  | 'other'

/** Sections that headings name; the others are told by what the document is, or not at all. */
export type NamedSection = Exclude<SectionKind, 'other' | 'notAPlan'>

/** What a column of a table holds. */
export type ColumnRole =
  | 'ref'
  | 'outcome'
  | 'priority'
  | 'action'
  | 'milestone'
  | 'measure'
  | 'lead'
  | 'start'
  | 'due'
  | 'rationale'
  | 'baseline'
  | 'target'
  | 'resources'
  | 'status'
  | 'rank'
  | 'reference'
  | 'note'

export interface Vocabulary {
  levels: LevelWord[]
  /** Words that may stand before a level word: 'strategic outcome', 'key priority'. */
  qualifiers: string[]
  continued: string[]
  leadIns: Record<LeadIn, string[]>
  sections: Record<NamedSection, string[]>
  columns: Record<ColumnRole, string[]>
  /** Words of bodies and documents that are not this plan's: a list that they introduce is theirs. */
  others: string[]
  /** Last words of the names of posts and of bodies. */
  posts: string[]
  bodies: string[]
}

/** The tree's role for each kind of section. */
export const roleOf: Readonly<Record<SectionKind, SectionRole>> = {
  contents: 'contents',
  foreword: 'foreword',
  introduction: 'other',
  vision: 'vision',
  principles: 'principles',
  needs: 'needs',
  voice: 'voice',
  progress: 'progress',
  governance: 'governance',
  review: 'review',
  policy: 'policy',
  summary: 'summary',
  glossary: 'other',
  equality: 'other',
  risks: 'other',
  caseStudy: 'other',
  references: 'other',
  contact: 'other',
  goals: 'other',
  notAPlan: 'other',
  other: 'other'
}

/** Goals of this plan never stand in these, whatever their headings say. */
export const foreignSections: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'contents',
  'progress',
  'policy',
  'voice',
  'equality',
  'risks',
  'caseStudy',
  'references',
  'contact',
  'glossary',
  'needs',
  'notAPlan'
])

/** Of these, the ones that a nearer heading of goals overrules: 'Our priorities' inside 'What the data tells us'. */
export const mildForeignSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['needs', 'voice'])

/** Goals that stand in these are said again elsewhere, if the plan has a body. */
export const echoSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['foreword', 'introduction', 'summary'])
