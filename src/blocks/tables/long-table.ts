/** Shapes of a table that goes over pages. */
import {type Line, textOf} from '../pages/lines.ts'
import type {CellDraft, RowDraft, TableDraft} from './draft.ts'

/** A table over one or more pages. Cells keep the words of each page apart. */
export interface LongTable {
  kind: 'table'
  page: number
  lastPage: number
  columns: number[]
  rows: LongRow[]
  rule: TableDraft['rule']
  aside?: number
  /** As of the part on the last page. */
  openBelow?: boolean
  /** What tags say: it has parts on pages before and after. */
  cut?: {above: boolean; below: boolean}
  lastColumns: number[]
}
export interface LongRow {
  cells: LongCell[]
  /** What tags say: it has parts on pages before and after. */
  cut?: {above: boolean; below: boolean}
  parts: {page: number; box: RowDraft['box']}[]
}
export interface LongCell {
  column: number
  colSpan: number
  rowSpan: number
  parts: {page: number; box: CellDraft['box']; lines: Line[]}[]
}

export const cellText = ({parts}: LongCell): string => parts.flatMap(({lines}) => lines.map(textOf)).join(' ')
