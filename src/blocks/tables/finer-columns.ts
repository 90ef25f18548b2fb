/** Parts of tables without rules on later pages, where fewer columns show than on the page before: parted as they were there. */
import type {Run} from '../../source/types.ts'
import {centreX} from '../pages/boxes.ts'
import {linesOf} from '../pages/lines.ts'
import {cellText, type LongCell, type LongRow} from './long-table.ts'

/** How far words may run over an edge between columns, points. */
const over = 1.5
/** '2', '2.1', 'A3' */
const rowNumber = /^[A-Z]?\d{1,3}(?:\.\d{1,3}){0,2}\.?$/
/** Fewest rows with a number that show that each row has one, and their share: some fall apart where their lines stand wide. */
const [leastNumbered, shareNumbered] = [2, 0.65]

/** The rows with cells parted at the edges that the page before has; as they are where words stand over an edge. */
export function partedAt(rows: readonly LongRow[], columns: readonly number[]): LongRow[] {
  const wide = rows.flatMap(({cells}) => cells.filter(({colSpan}) => colSpan > 1))
  if (wide.length === 0 || wide.some((cell) => runsOver(cell, columns))) return [...rows]
  return rows.map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell) => (cell.colSpan > 1 ? parted(cell, columns) : [cell]))
  }))
}

const wordsOf = ({parts}: LongCell): Run[] => parts.flatMap(({lines}) => lines.flatMap(({words}) => words))

const runsOver = (cell: LongCell, columns: readonly number[]): boolean =>
  columns
    .slice(cell.column + 1, cell.column + cell.colSpan)
    .some((x) => wordsOf(cell).some(({box}) => box[0] < x - over && box[2] > x + over))

function parted(cell: LongCell, columns: readonly number[]): LongCell[] {
  return Array.from({length: cell.colSpan}, (_, i) => {
    const column = cell.column + i
    const [left, right] = [i > 0 ? columns[column]! : -Infinity, i < cell.colSpan - 1 ? columns[column + 1]! : Infinity]
    const parts = cell.parts.flatMap((part) => {
      const words = part.lines
        .flatMap((line) => line.words)
        .filter(({box}) => centreX(box) >= left && centreX(box) < right)
      return words.length > 0 ? [{...part, lines: linesOf(words, part.page)}] : []
    })
    return {column, colSpan: 1, rowSpan: cell.rowSpan, parts}
  })
}

const firstText = ({cells}: LongRow): string => {
  const cell = cells.find(({column}) => column === 0)
  return cell ? cellText(cell) : ''
}

/** Whether rows begin with a number, but for the header: one with nothing there goes on with the row above. */
export function areNumbered(rows: readonly LongRow[]): boolean {
  const named = rows.filter(isNumbered)
  const numbered = named.filter((row) => rowNumber.test(firstText(row))).length
  return numbered >= Math.max(leastNumbered, named.length - 1, shareNumbered * (rows.length - 1))
}

export const isNumbered = (row: LongRow): boolean => firstText(row) !== ''
