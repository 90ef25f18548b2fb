/** Whether the header of a table, taken by itself, says that goals stand under it. */

import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'

/** Roles of columns that no table of terms has. */
const ofGoals: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'outcome',
  'priority',
  'action',
  'measure',
  'milestone',
  'target',
  'lead',
  'due'
])

/** Fewest different roles of that kind. */
const leastRoles = 2

/** 'Outcome', 'Priorities' and 'We will know …' at the head of a table. */
export function headsGoals({rows = []}: Piece, lexicon: Lexicon): boolean {
  const roles = (rows[0]?.cells ?? []).map(({text}) => lexicon.columnOf(text))
  return new Set(roles.filter((role) => role !== undefined && ofGoals.has(role))).size >= leastRoles
}
