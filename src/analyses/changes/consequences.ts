import type {Change, Consequence} from '../types.ts'
import type {Comparison} from './comparison.ts'

/** What the changes mean for the tree, the gravest first. */
export function findConsequences(_changes: readonly Change[], _comparison: Comparison): Consequence[] {
  return []
}
