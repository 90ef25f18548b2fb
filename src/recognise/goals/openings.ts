/** What a plan's scheme of levels is made of: lines that open goals, lines that say them again, lists announced as goals. */
import type {GoalType} from '../../plan-tree/nodes.ts'
import type {LevelWord} from '../vocabulary.ts'

/** A line that opens a goal. */
export interface Opening {
  piece: number
  /** Row of the table that the caption stands in, when it stands in one. */
  row?: number
  type: GoalType
  term: string
  label?: string
  title: string
  detail?: string
  /** The entry of a list: what stands after the list is not its own. */
  entry?: boolean
  /** What the list right under it holds, where nothing printed says so. */
  holds?: 'priorities' | 'actions' | 'measures'
  /** Key of the goal that it names as its own, wherever it stands. */
  under?: string
  /** Names the goal among all its printings: 'outcome 1', or the folded title. */
  key: string
  rule: string
  confidence: number
  /** Other readings of the plan's goals that this one was weighed against, the likeliest first. */
  competed?: string[]
  /** Later pieces whose words were taken as the title. */
  consumed: number[]
  depth: number
}

/** A line that says an opened goal again. */
export interface Echo {
  piece: number
  key: string
  label?: string
  title: string
  continued: boolean
  /** What stands under it there. */
  holds?: 'priorities' | 'actions' | 'measures'
  /** It says what stands under it, and not the goal again. */
  leadIn?: true
}

export interface Scheme {
  openings: Map<number, Opening>
  /** Openings inside tables, by piece then row. */
  captions: Map<number, Map<number, Opening>>
  echoes: Map<number, Echo>
}

export const emptyScheme = (): Scheme => ({openings: new Map(), captions: new Map(), echoes: new Map()})

/** Adds lines that open goals. */
export function open({openings}: Scheme, more: readonly Opening[]): void {
  for (const opening of more) openings.set(opening.piece, opening)
}

/** Adds lines that say goals again. */
export function sayAgain({echoes}: Scheme, more: readonly Echo[]): void {
  for (const echo of more) echoes.set(echo.piece, echo)
}

/** The goals that lines open, in the order of the document. */
export function openingsInOrder({openings}: Pick<Scheme, 'openings'>): Opening[] {
  return [...openings.values()].sort((a, b) => a.piece - b.piece)
}

/** A list of goals announced in so many words: 'We have agreed the following strategic outcomes:'. */
export interface DeclaredList {
  level: LevelWord
  term: string
  leadIn: number
  pieces: number[]
  /** Higher is likelier to be this plan's goals. */
  weight: number
}
