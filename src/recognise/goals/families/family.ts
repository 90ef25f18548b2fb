/** A set of parallel lines that may be a plan's goals, what speaks for it, and within what bounds. */

import type {Piece} from '../../pieces.ts'
import type {LevelWord} from '../../vocabulary.ts'

/** A set of lines of one make. */
export interface Family {
  make: 'headings' | 'titles' | 'entries' | 'led' | 'lines'
  members: Piece[]
  /** Lines over some of them, each a goal above those after it. */
  over?: Piece[]
  /** The lines over it that announce it, nearest first. */
  announcers: number[]
  level?: LevelWord
  /** Sum of what speaks for it and against it. */
  score: number
  /** The words over it name a level and say how many there are: as many as it has members. */
  counted?: boolean
  /** What the lists right under its headings hold. */
  holds?: 'priorities' | 'measures'
}

/** Fewest points that make a family the plan's goals. */
export const leastScore = 3
/** Points more that make it so in a document that hardly speaks of plans, or beside another family. */
export const surer = 1
/** Fewest and most members of a family. */
export const [leastMembers, mostMembers] = [2, 25]
/** Longest member, words: of an entry or line, and of a heading. */
export const [longestEntry, longestHeading, longestLine] = [60, 25, 45]
/** Most long paragraphs between a heading and its list, and from how many words on they count as long. */
export const [mostBetween, longParagraph] = [3, 25]
/** Share of the members that must be made alike. */
export const alike = 0.6

export const points = {
  /** A sentence right before it names a level: 'We have five goals:'. */
  sentence: 2,
  /** It says whose they are, or how many. */
  own: 1,
  /** 'The council will:' */
  promise: 1,
  /** The heading over it names a level; of one like 'Steps', that is no plan's own, half as much. */
  heading: 2,
  lowHeading: 1,
  /** The document calls itself a plan, or is called after goals. */
  plan: 1,
  /** Its lines are of one form. */
  form: 1,
  /** Work stands under its headings. */
  work: 2
} as const
