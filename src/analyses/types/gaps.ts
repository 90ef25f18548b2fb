/** What a plan leaves open, and its measures taken apart. */
import type {MeasureReading, SmartSum} from '../../language/measures/smart.ts'
import type {PageSpan} from '../../plan-tree/nodes.ts'
import type {Nearest} from './overlaps.ts'
import type {PlanRef} from './places.ts'

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
