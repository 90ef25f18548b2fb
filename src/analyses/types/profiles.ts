/** What plans and authorities are compared by. */
import type {CoverageLevel} from './coverage.ts'
import type {PlanRef} from './places.ts'

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
