import type {Consequence} from '../types.ts'

/** A consequence before it has its id. */
export type Finding = Omit<Consequence, 'id'>

/** Longest quote in a consequence, in characters. */
const quoteMost = 120

export const quoted = (text: string): string =>
  `“${text.length > quoteMost ? `${text.slice(0, quoteMost).trimEnd()}…` : text}”`

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
