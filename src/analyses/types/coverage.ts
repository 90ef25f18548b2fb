/** Which themes a plan speaks to, and how far. */
import type {PlanRef} from './places.ts'

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
