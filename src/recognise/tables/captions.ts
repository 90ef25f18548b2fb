/** Title rows of tables: rows whose words stand in one cell, above the header or between parts of the table. */
import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {partRowsOf} from './part-rows.ts'

export interface CaptionRow {
  row: number
  text: string
}

/** Cells of a header row that must be known words of columns: below that, a row is content. */
const leastKnownHeaders = 2

export function isHeaderRow(row: Row, lexicon: Lexicon): boolean {
  const filled = withoutMonths(row.cells.filter((cell) => cell.text !== ''))
  if (isBesideUnnamed(row.cells, lexicon)) return true
  if (filled.length < 2 || filled.some((cell) => /^\d{1,2}(?:\.\d{1,2}){0,2}[.)]?$/.test(cell.text))) return false
  const known = filled.filter((cell) => lexicon.columnOf(cell.text) !== undefined)
  return (
    known.length >= Math.min(leastKnownHeaders, filled.length) &&
    known.length >= filled.length * 0.5 &&
    filled.every((cell) => cell.text.length <= 90)
  )
}

/** '| Due date': the names of what stands beside things to do whose own column, the first, has none. */
export function isBesideUnnamed([first, ...others]: readonly Cell[], lexicon: Lexicon): boolean {
  if (first?.text !== '' || first.colSpan > 1 || others.length === 0) return false
  return others.every(({text}) => text !== '' && besideWork.has(lexicon.columnOf(text)))
}
const besideWork: ReadonlySet<ColumnRole | undefined> = new Set<ColumnRole>(['lead', 'start', 'due', 'status'])

/** '1 | 3 | 6 | 12' at the end of a header: the months or years to tick. */
function withoutMonths(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex(({text}) => !/^\d{1,2}$/.test(text))
  const numbers = cells.slice(last + 1).map(({text}) => Number(text))
  const rising = numbers.every((each, at) => at === 0 || each > numbers[at - 1]!)
  return last >= 1 && numbers.length > 1 && rising ? cells.slice(0, last + 1) : cells
}

/** The only words of a row, when all its words stand in one cell. */
export function onlyCell(row: Row): string | undefined {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length === 1 ? filled[0]!.text : undefined
}

/** Rows that title what follows: alone in their row and above a header, spanning the table, or labelled like a goal. */
export function captionRows(piece: Piece, lexicon: Lexicon): CaptionRow[] {
  const rows = piece.rows ?? []
  const parts = new Set(partRowsOf(piece).map(({row}) => row))
  return rows.flatMap((row, at): CaptionRow[] => {
    const text = onlyCell(row)
    if (text === undefined || rows.length < 2) return []
    if (parts.has(at)) return [{row: at, text}]
    const cell = row.cells.find((each) => each.text !== '')!
    const width = Math.max(...rows.map((each) => each.cells.reduce((sum, one) => sum + one.colSpan, 0)))
    const next = rows.slice(at + 1).find((each) => onlyCell(each) === undefined)
    const aboveHeader =
      next !== undefined && isHeaderRow(next, lexicon) && rows.slice(at + 1, rows.indexOf(next)).length < 4
    const spans = width > 1 && cell.colSpan >= width
    const labelled = lexicon.levelOf(text)?.label !== undefined
    return aboveHeader || spans || labelled ? [{row: at, text}] : []
  })
}
