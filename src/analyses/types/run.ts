/** Everything that one run found. */
import type {Plan} from '../../plan-tree/nodes.ts'
import type {ChangeReport} from './changes.ts'
import type {CoverageCell, CoverageLevel} from './coverage.ts'
import type {AnsweredAsk, Gap} from './gaps.ts'
import type {Cluster, OverlapReport, SharedMatrix} from './overlaps.ts'
import type {PlanRef} from './places.ts'
import type {CompareReport} from './profiles.ts'

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
  /** By theme; themes that it has no words on are left out. */
  levels: Record<string, CoverageLevel>
}

/** Everything that one `planlens run` found: what the reports are written from. */
export interface RunResult {
  plans: Plan[]
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
