/** A table of one page before it becomes mdast. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'

export interface CellDraft {
  /** First column, from 0. */
  column: number
  colSpan: number
  rowSpan: number
  words: Run[]
  /** Points; words wrap inside it. */
  box: Box
}

export interface RowDraft {
  cells: CellDraft[]
  box: Box
}

export interface TableDraft {
  page: number
  box: Box
  /** Left edges of the columns and the right edge of the last. */
  columns: number[]
  rows: RowDraft[]
  /** Which rule made it. */
  rule: 'ruled' | 'half-ruled' | 'aligned' | 'tagged'
  /** Heights of its rules, where these are drawn cell by cell: they tell where columns begin and part its rows. */
  cellRules?: number[]
  /** Its first row is filled: none stands above it. */
  closedAbove?: true
  /** The last row has no rule below it though the others have: a page break cut it. */
  openBelow?: boolean
  /** The first row has no rule above it though the others have. */
  openAbove?: boolean
}

export const filledCells = (row: RowDraft): CellDraft[] => row.cells.filter(({words}) => words.length > 0)

export const wordsOfDraft = ({rows}: TableDraft): Run[] => rows.flatMap(({cells}) => cells.flatMap(({words}) => words))
