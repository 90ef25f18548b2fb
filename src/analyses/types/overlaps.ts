/** What two plans say alike, and what many share. */
import type {PageSpan, PlanNodeType} from '../../plan-tree/nodes.ts'
import type {PlanRef} from './places.ts'

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
