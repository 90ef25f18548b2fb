/** What each column of a table holds: by its header's words, then by what stands in its cells. */

import {holderOf} from '../facets/leads.ts'
import {startsLikeAction, startsLikeMeasure} from '../goals/words/goal-words.ts'
import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {fold, wordCount} from '../words.ts'
import {isBesideUnnamed, isHeaderRow} from './captions.ts'
import {looksLikeDate, tellingShare} from './cell-looks.ts'
import {type Column, settled} from './column-roles.ts'
import {emptyCell, type Grid, gridOf} from './grid.ts'

/**
 * A row's cells as its columns see them: a merged cell whose first column has no role stands in the first that has one. Rulings
 * that do not quite meet make such cells.
 */
export function alignedTo(columns: readonly Column[], cells: readonly Cell[]): Cell[] {
  const aligned = [...cells]
  const roles = new Set(columns.map((column) => column.at))
  cells.forEach((cell, at) => {
    if (cell.colSpan < 2 || cell.text === '' || roles.has(at)) return
    for (let under = at + 1; under < at + cell.colSpan && under < cells.length; under += 1) {
      if (!roles.has(under) || aligned[under]!.text !== '') continue
      aligned[under] = cell
      aligned[at] = emptyCell
      return
    }
  })
  return aligned
}

/** Columns of a header row. `body` decides where a header's word has two senses. */
function columnsOfHeader(header: readonly Cell[], body: readonly Cell[][], lexicon: Lexicon): Column[] {
  const columns = header.flatMap((cell, at): Column[] => {
    if (at === 0 && isBesideUnnamed(header, lexicon)) return [{at, role: 'action', header: ''}]
    if (cell.text === '') return []
    const role =
      lexicon.columnOf(cell.text) ??
      roleByContent(
        body.map((row) => row[at] ?? emptyCell),
        lexicon
      ) ??
      'note'
    return [{at, role, header: cell.text}]
  })
  return settled(columns, body, header.length)
}

/** Columns of a table without a header. */
export function columnsByContent(body: readonly Cell[][], width: number, lexicon: Lexicon): Column[] {
  const columns = Array.from({length: width}, (_, at): Column => {
    return {
      at,
      role:
        roleByContent(
          body.map((row) => row[at] ?? emptyCell),
          lexicon
        ) ?? 'note',
      header: ''
    }
  })
  return settled(columns, body, width)
}

function roleByContent(cells: readonly Cell[], lexicon: Lexicon): ColumnRole | undefined {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  if (share((text) => /^(?:[a-z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[ivx]{1,4}|[a-z])[.)]?$/i.test(text)) >= 0.8)
    return 'ref'
  if (share(looksLikeDate) >= tellingShare) return 'due'
  if (share(startsLikeMeasure) >= tellingShare) return 'measure'
  if (share(startsLikeAction) >= tellingShare && share((text) => wordCount(text) >= 3) >= tellingShare) return 'action'
  const posts = share((text) => wordCount(text) <= 14 && holderOf(text, lexicon.vocabulary) !== 'body')
  if (posts >= tellingShare && share((text) => wordCount(text) <= 6) >= tellingShare) return 'lead'
  return undefined
}

export interface HeaderAt {
  row: number
  columns: Column[]
}

/** A row further down is a header only where it says the first one again, or where nearly all its cells are names of columns. */
function goesForHeader(row: Row, first: Row, lexicon: Lexicon): boolean {
  const words = ({cells}: Row) => cells.map(({text}) => fold(text)).join(' | ')
  const filled = row.cells.filter(({text}) => text !== '')
  const known = filled.filter(({text}) => lexicon.columnOf(text) !== undefined)
  return words(row) === words(first) || known.length >= filled.length * shareOfNames
}

/** Share of the cells of such a row. */
const shareOfNames = 0.7

/** A table as its columns see it. */
export interface Headed {
  grid: Grid
  /** Its header rows with the columns that they set. */
  headers: readonly HeaderAt[]
}

/** Told once for each table and lexicon: a dozen recognisers ask whether a table holds goals. */
const told = new WeakMap<Lexicon, WeakMap<Piece, Headed>>()

/** The grid and the header rows of a table. */
export function headedOf(table: Piece, lexicon: Lexicon): Headed {
  const known = told.get(lexicon) ?? new WeakMap<Piece, Headed>()
  told.set(lexicon, known)
  const headed = known.get(table) ?? readHeaders(table, lexicon)
  known.set(table, headed)
  return headed
}

function readHeaders({rows = [], alike = []}: Piece, lexicon: Lexicon): Headed {
  const grid = gridOf(rows)
  const others = alike.length > 0 ? gridOf(alike).rows : []
  const [first, ...more] = rows.flatMap((row, at) => (isHeaderRow(row, lexicon) ? [at] : []))
  if (first === undefined) return {grid, headers: []}
  const again = more.filter((at) => goesForHeader(rows[at]!, rows[first]!, lexicon))
  const headers = [first, ...again].map((row): HeaderAt => {
    const body = [...grid.rows.slice(row + 1), ...others]
    return {row, columns: columnsOfHeader(grid.rows[row]!, body, lexicon)}
  })
  return {grid, headers}
}
