import type {CoverageLevel} from './types.ts'

/** Levels of coverage by height: a goal of its own counts for more than a word in passing. */
export const coverageRank: Readonly<Record<CoverageLevel, number>> = {
  none: 0,
  mention: 1,
  measure: 2,
  priority: 3,
  outcome: 4
}
