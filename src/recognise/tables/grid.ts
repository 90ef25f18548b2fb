/** A table as a grid: every merged cell in its first row and column. */
import type {Cell, Row} from '../pieces.ts'

export interface Grid {
  width: number
  /** Rows of exactly `width` cells; a cell under a merged one is empty. */
  rows: Cell[][]
}

/** What stands where nothing does. */
export const emptyCell: Cell = {text: '', lines: [], lead: '', bold: false, colSpan: 1, rowSpan: 1}

/** The table with every merged cell in its first row and column, empty cells where it reaches. */
export function gridOf(rows: readonly Row[]): Grid {
  const width = Math.max(...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)))
  const reach: number[] = Array(width).fill(0)
  const grid = rows.map((row) => {
    const wide = row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)
    const line: Cell[] = Array(width).fill(emptyCell)
    let at = 0
    for (const cell of row.cells) {
      // a row that is short leaves out the cells that a merged one reaches into
      if (wide < width) while (at < width && reach[at]! > 0) at += 1
      if (at >= width) break
      line[at] = cell
      for (let under = at; under < Math.min(width, at + cell.colSpan); under += 1)
        reach[under] = Math.max(reach[under]!, cell.rowSpan)
      at += cell.colSpan
    }
    for (let column = 0; column < width; column += 1) reach[column] = Math.max(0, reach[column]! - 1)
    return line
  })
  return {width, rows: grid}
}
