/** Tables as CSV by RFC 4180: UTF-8 without mark, CRLF, quotes doubled; cells that a spreadsheet would run are defused. */
import {type Keep, keepNothing, type Part, whole} from './contents.ts'
import {type Cell, groupsOf, type Table} from './tables/table.ts'

/** Signs at the start of a text that make a spreadsheet take it for a formula or skip it. */
const formulaStart = /^[=+\-@\t\r]/

export function csvOf(table: Table): string {
  return whole(csvParts(table)) as string
}

/** Rows of cells, the names first. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map(lineOf).join('')
}

/** The same in pieces. */
export function* csvParts(table: Table, keep: Keep = keepNothing): Generator<string | Part> {
  yield lineOf(table.columns.map(({name}) => name))
  for (const {key, rows} of groupsOf(table)) yield keep(key, () => ({bytes: csvLines(rows()), facts: []}))
}

const lineOf = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** One cell. Text that begins like a formula gets an apostrophe before it, as spreadsheets themselves mark text. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = defused(cell.toWellFormed().replaceAll('\u0000', '\ufffd'))
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

function defused(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text)
}
