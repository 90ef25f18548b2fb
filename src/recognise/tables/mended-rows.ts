/** Rows of tables as they were meant: bullets that only mark cells, and cells that moved because a merged one before them is left out. */

import {formOf} from '../goals/words/forms.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import {wordCount} from '../words.ts'
import {looksLikeDate} from './cell-looks.ts'

const bullet = /^[•·▪●◦‣*–-]\s*(?=\S)/u
const bulletAlone = /^[•·▪●◦‣*–-]+$/u

const empty: Cell = {text: '', lines: [], lead: '', bold: false, colSpan: 1, rowSpan: 1}

/** The same table with its rows mended. */
export function withMendedRows(table: Piece): Piece {
  const rows = table.rows ?? []
  const plain = rows.some(({cells}) => cells.some(({text}) => bullet.test(text) || bulletAlone.test(text)))
    ? rows.map((row): Row => ({...row, cells: row.cells.map(withoutBullet)}))
    : rows
  const mended = withMovedBack(plain)
  return mended === rows ? table : {...table, rows: mended}
}

function withoutBullet(cell: Cell): Cell {
  if (bulletAlone.test(cell.text)) return {...empty, colSpan: cell.colSpan, rowSpan: cell.rowSpan}
  if (cell.lines.length !== 1 || !bullet.test(cell.text)) return cell
  const text = cell.text.replace(bullet, '')
  return {...cell, text, lines: [text], lead: cell.lead.replace(bullet, '')}
}

type Make = 'dated' | 'act' | 'other'

/** Longest cell that may say who does something by when, words. */
const longestDated = 16
/** Share of a column's cells that must be of one make to tell it. */
const telling = 0.6
/** Fewest full rows that tell the columns. */
const leastFull = 2

const year = /\b20\d\d\b/

function makeOf(text: string): Make {
  if (looksLikeDate(text) || (year.test(text) && wordCount(text) <= longestDated)) return 'dated'
  return formOf(text) === 'act' ? 'act' : 'other'
}

/**
 * Where a cell reaches over several rows, some sources begin the rows below it with their second cell and leave the last ones
 * empty. Such a row's cells fit the columns only when they are moved back.
 */
function withMovedBack(rows: readonly Row[]): Row[] {
  const same = rows as Row[]
  const width = rows[0]?.cells.length ?? 0
  const even = width > 1 && rows.every(({cells}) => cells.length === width && cells.every(({colSpan}) => colSpan === 1))
  if (!even || !rows.slice(1).some(({cells}) => isShort(cells))) return same
  const full = rows.slice(1).filter(({cells}) => cells.every(({text}) => text !== ''))
  if (full.length < leastFull) return same
  const makes = Array.from({length: width}, (_, at): Make | undefined => {
    const own = full.map(({cells}) => makeOf(cells[at]!.text))
    return (['dated', 'act', 'other'] as const).find(
      (make) => own.filter((each) => each === make).length >= own.length * telling
    )
  })
  const misfits = (cells: readonly Cell[]): number =>
    cells.filter(({text}, at) => text !== '' && makes[at] !== undefined && makeOf(text) !== makes[at]).length
  return same.map((row, at) => {
    if (at === 0 || !isShort(row.cells)) return row
    const last = row.cells.findLastIndex(({text}) => text !== '')
    const moved = [...row.cells.slice(last + 1), ...row.cells.slice(0, last + 1)]
    return misfits(moved) === 0 && misfits(row.cells) > 0 ? {...row, cells: moved} : row
  })
}

/** Its first cells are filled, its last are not. */
function isShort(cells: readonly Cell[]): boolean {
  const last = cells.findLastIndex(({text}) => text !== '')
  return last > 0 && last < cells.length - 1 && cells.slice(0, last + 1).every(({text}) => text !== '')
}
