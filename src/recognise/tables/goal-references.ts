/** Tables of work that say by number which goal each row is for: 'Objective 2', '1, 3' under 'Meets aim'. */

import type {Goal} from '../../plan-tree/nodes.ts'
import type {Opening} from '../goals/openings.ts'
import {numberOf, pluralOf} from '../level-labels.ts'
import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece} from '../pieces.ts'
import type {Reading} from '../reading.ts'
import {fold} from '../words.ts'
import {isHeaderRow} from './captions.ts'
import {gridOf} from './grid.ts'

/** Fewest goals that the rows must name together, for the column to be one of references. */
const leastGoals = 2

/** The column whose cells name goals of these numbers, and nothing else. */
export function referenceColumn(piece: Piece, numbers: ReadonlySet<string>, lexicon: Lexicon): number | undefined {
  const rows = piece.rows ?? []
  const at = rows.findIndex((row) => isHeaderRow(row, lexicon))
  if (at < 0 || numbers.size < leastGoals) return undefined
  const {rows: grid, width} = gridOf(rows)
  const names = new RegExp(`\\b(?:${levelWords(lexicon)})\\b`, 'u')
  for (let column = 0; column < width; column += 1) {
    const cells = grid.slice(at + 1).map((row) => row[column]?.text ?? '')
    const filled = cells.filter((text) => text !== '')
    const named = filled.map((text) => numbersIn(text, lexicon))
    if (filled.length < 2 || !named.every((some) => some?.every((number) => numbers.has(number)))) continue
    const levelled = names.test(fold(grid[at]![column]!.text)) || filled.every((text) => names.test(fold(text)))
    if (levelled && new Set(named.flat()).size >= leastGoals) return column
  }
  return undefined
}

/** The numbers of goals that a cell names; undefined when it says anything else. */
export function numbersIn(text: string, lexicon: Lexicon): string[] | undefined {
  const bare = fold(text)
    .replace(new RegExp(`\\b(?:${levelWords(lexicon)})\\b[.:]?`, 'gu'), ' ')
    .replace(/\b(?:strategic|key|and|no|number|corporate|delivery)\b\.?|[&+#]/g, ',')
    .split(/[\s,;/]+/)
    .filter(Boolean)
  return bare.length > 0 && bare.every((part) => /^(?:[a-z]{0,2}\d{1,2}|[a-h]|[ivx]{1,4})$/.test(part))
    ? bare
    : undefined
}

const patterns = new WeakMap<Lexicon, string>()

/** Words of levels that stand over a plan's work, in one and in many. */
function levelWords(lexicon: Lexicon): string {
  const known = patterns.get(lexicon)
  if (known !== undefined) return known
  const words = lexicon.vocabulary.levels.filter(({rank}) => rank < 4).map(({word}) => word)
  const made = words.flatMap((word) => [word, pluralOf(word)]).join('|')
  patterns.set(lexicon, made)
  return made
}

/** Numbers of the goals that a plan's openings print, with the keys of those. */
export function numbersOf(openings: Iterable<Opening>): Map<string, string> {
  const numbers = new Map<string, string>()
  for (const {label, key, type} of openings) {
    const last = label?.split(/\s+/).at(-1)
    if (type !== 'outcome' || last === undefined) continue
    const number = numberOf(last)
    if (!numbers.has(number)) numbers.set(number, key)
  }
  return numbers
}

/** Which goal a row is for, by its cell of references; undefined in tables that have none. */
export function referredGoals(
  piece: Piece,
  reading: Reading
): {at: number; goalOf: (cell: Cell) => Goal | undefined} | undefined {
  const keys = numbersOf(reading.scheme.openings.values())
  const at = referenceColumn(piece, new Set(keys.keys()), reading.lexicon)
  if (at === undefined) return undefined
  const goalOf = (cell: Cell) => {
    const first = numbersIn(cell.text, reading.lexicon)?.[0]
    const key = first === undefined ? undefined : keys.get(first)
    return key === undefined ? undefined : reading.byKey.get(key)?.goal
  }
  return {at, goalOf}
}
