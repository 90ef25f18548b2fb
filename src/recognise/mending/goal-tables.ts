/** Tables that are a goal set out: its title over all columns, and below it lists side by side, each under the words that lead it in. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Cell, type Piece, type Row} from '../pieces.ts'
import {leadsWork} from '../vocabulary.ts'
import {entriesIn, itemsOf, levelled, lineOf, listed} from './lines-of-cells.ts'

/** A row of one cell, or the row of lists with the row of lead-ins over it. */
type Part =
  | {make: 'title'; row: Row; cell: Cell}
  | {make: 'wide'; row: Row; cell: Cell}
  | {make: 'lists'; row: Row; heads: Row}

/** The lines of a table that sets out one goal or several; undefined where it is a grid. */
export function linesOfGoalTable(table: Piece, rows: readonly Row[], lexicon: Lexicon): Piece[] | undefined {
  const parts = partsOf(rows, lexicon)
  if (!parts || !listsWork(parts, lexicon)) return undefined
  return parts.flatMap((part, at): Piece[] => {
    const list = (table.index + 1) * 1000 + at * 50
    if (part.make === 'title')
      return [{...lineOf(table, part.row, [part.cell]), kind: 'heading', depth: boldHeadingDepth}]
    if (part.make === 'wide') {
      const above = parts[at - 1]
      return linesOfWide(table, part, above?.make === 'wide' ? above.cell : undefined, lexicon, list)
    }
    const {row, heads} = part
    return row.cells.flatMap((cell, column): Piece[] =>
      cell.text === '' ? [] : ledLines(table, {row, cell, lead: heads.cells[column]!, list: list + column}, lexicon)
    )
  })
}

/**
 * Titles and lists in turn. Below the lead-ins stands one row for each goal: several would say something of one thing each.
 */
function partsOf(rows: readonly Row[], lexicon: Lexicon): Part[] | undefined {
  const parts: Part[] = []
  let heads: Row | undefined
  let listed = false
  for (const [at, row] of rows.entries()) {
    const filled = row.cells.filter(({text}) => text !== '')
    if (filled.length === 0) continue
    if (filled.length === 1 && filled[0] === row.cells[0]) {
      const title = levelled(filled[0]!, lexicon) || (at === 0 && isName(filled[0]!, lexicon))
      if (title) listed = false
      parts.push({make: title ? 'title' : 'wide', row, cell: filled[0]!})
    } else if (leadIns(row, lexicon)) heads = row
    else if (listed || heads?.cells.length !== row.cells.length) return undefined
    else {
      listed = true
      parts.push({make: 'lists', row, heads})
    }
  }
  return parts
}

/** Longest title that no label tells, characters. */
const longestName = 120

/** A title at the top of the table; 'Lead: Harbour office' and a sentence are none. */
function isName({text}: Cell, lexicon: Lexicon): boolean {
  return text.length <= longestName && !/[.;:]$|^[^:]{2,40}:\s/.test(text) && lexicon.leadInOf(text) === undefined
}

/** Every cell leads in what stands below it. */
function leadIns({cells}: Row, lexicon: Lexicon): boolean {
  return cells.length > 1 && cells.every(({text, colSpan}) => colSpan === 1 && lexicon.leadInOf(text) !== undefined)
}

/** Some cell lists several things to do, or measures. */
function listsWork(parts: readonly Part[], lexicon: Lexicon): boolean {
  return parts.some(
    (part) =>
      part.make === 'lists' &&
      part.row.cells.some(
        (cell, at) => leadsWork(lexicon.leadInOf(part.heads.cells[at]!.text)) && itemsOf(cell).length > 1
      )
  )
}

/** What stands in a row of one cell: words that lead in the next one, that one's list, or lines. */
function linesOfWide(
  table: Piece,
  {row, cell}: {row: Row; cell: Cell},
  above: Cell | undefined,
  lexicon: Lexicon,
  list: number
): Piece[] {
  if (cell.lines.length === 1 && lexicon.leadInOf(cell.text) !== undefined)
    return [{...lineOf(table, row, [cell]), bold: true, kind: 'heading', depth: boldHeadingDepth + 1}]
  const line = lineOf(table, row, [cell])
  if (above && listed.has(lexicon.leadInOf(above.text))) return entriesIn(cell, line, list)
  return cell.lines.map((text): Piece => ({...line, text, lines: [text]}))
}

/** A lead-in and what it leads in. */
function ledLines(
  table: Piece,
  {row, cell, lead, list}: {row: Row; cell: Cell; lead: Cell; list: number},
  lexicon: Lexicon
): Piece[] {
  const line = lineOf(table, row, [cell])
  const words = listed.has(lexicon.leadInOf(lead.text))
    ? entriesIn(cell, line, list)
    : cell.lines.map((text): Piece => ({...line, text, lines: [text]}))
  return [{...lineOf(table, row, [lead]), bold: true, kind: 'heading', depth: boldHeadingDepth + 1}, ...words]
}
