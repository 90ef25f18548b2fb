/** Rows of a table drawn with level rules that stand outside the rules: a header above the first, a row below the last that a page break cut. */
import type {Run} from '../../source/types.ts'
import {centreX} from '../pages/boxes.ts'
import {type Line, lineOf, linesOf} from '../pages/lines.ts'
import {type CellDraft, filledCells, type TableDraft} from './draft.ts'
import {wholeRow} from './half-ruled.ts'

/** White space between a rule and the row beyond it, and distance of the row's lines, ems at most. */
const nearRule = 1.2
const nearLine = 1.6
const mostHeaderLines = 4
/** Share of the page's height above which a row stands at its top, and below which at its foot. */
const topShare = 0.2
const footShare = 0.72
/** How far words may run over a column's edge, points, and stray from where the column's words begin, ems. */
const over = 1.5
const stray = 1

/**
 * The table with the rows beyond its outermost rules. `words` holds those of the page from well above it to well below;
 * `shaded` says that shades, not rules, tell its rows apart: then a row without one may stand at either end.
 */
export function withOpenEnds(table: TableDraft, words: readonly Run[], pageHeight: number, shaded = false): TableDraft {
  const held = new Set(table.rows.flatMap(({cells}) => cells.flatMap((cell) => cell.words)))
  const lines = linesOf(
    words.filter((word) => !held.has(word)),
    table.page
  ).flatMap((line) => beside(line, table) ?? [])
  const [, top, , bottom] = table.box
  const above = block(lines.filter(({baseline}) => baseline < top).reverse(), (line) => top - line.box[3]).reverse()
  if (above.length > 0 && above.length <= mostHeaderLines && isRow(above, table)) {
    table.rows.unshift(wholeRow(above, table.columns))
    table.box = [table.box[0], above[0]!.box[1], table.box[2], table.box[3]]
    if (above[0]!.box[1] < topShare * pageHeight && above.every(({bold}) => bold < 0.5)) table.openAbove = true
  }
  const after = lines.filter(({baseline}) => baseline > bottom)
  const below = block(after, (line) => line.box[1] - bottom)
  const next = after[below.length]
  const last = !next || next.baseline > 0.9 * pageHeight
  const cut = last !== false && below.length > 0 && below.at(-1)!.baseline > footShare * pageHeight
  if (below.length > 0 && (cut || shaded) && isRow(below, table)) {
    table.rows.push(wholeRow(below, table.columns))
    table.box = [table.box[0], table.box[1], table.box[2], below.at(-1)!.box[3]]
    if (cut) table.openBelow = true
  } else if (cut) {
    const cell = runOn(below, table)
    if (cell) {
      cell.words.push(...below.flatMap((line) => line.words))
      cell.box = [cell.box[0], cell.box[1], cell.box[2], below.at(-1)!.box[3]]
      table.box = [table.box[0], table.box[1], table.box[2], below.at(-1)!.box[3]]
      table.openBelow = true
    }
  }
  return table
}

/** White space that parts a table's words from those of the columns beside it, ems at least. */
const columnGap = 0.9

/** The words of a line that stand over or under a table, without those of other columns of the page. */
function beside(line: Line, {columns, page}: TableDraft): Line | undefined {
  const [left, right] = [columns[0]!, columns.at(-1)!]
  if (line.box[0] > left - over && line.box[2] < right + over) return line
  const own: Run[] = []
  let stretch: Run[] = []
  const take = (): void => {
    if (stretch.some(({box}) => box[2] > left && box[0] < right)) own.push(...stretch)
    stretch = []
  }
  for (const word of line.words) {
    const last = stretch.at(-1)
    if (last && word.box[0] - last.box[2] > columnGap * line.size) take()
    stretch.push(word)
  }
  take()
  return own.length > 0 ? lineOf(own, page) : undefined
}

/** Distance of a cell's lines beyond the last rule over that of its lines above, at most. */
const runOnPitch = 1.15

/** The cell merged over several rows, with no rule of its own below it, that goes on in these lines below the last rule. */
function runOn(lines: readonly Line[], {columns, rows, page}: TableDraft): CellDraft | undefined {
  const [first] = lines
  const column = columns
    .slice(1)
    .findIndex((right, i) => lines.every(({box}) => box[0] > columns[i]! - over && box[2] < right + over))
  if (!first || column < 0) return undefined
  const cell = rows
    .flatMap(filledCells)
    .findLast((each) => each.column <= column && each.column + each.colSpan > column)
  const above = cell && linesOf(cell.words, page)
  const [last, before] = [above?.at(-1), above?.at(-2)]
  if (!last || !before || last.bold > 0.5 !== first.bold > 0.5) return undefined
  return first.baseline - last.baseline < runOnPitch * (last.baseline - before.baseline) ? cell : undefined
}

/** Lines that follow one another closely, the first close to the rule. */
function block(lines: readonly Line[], gap: (line: Line) => number): Line[] {
  const found: Line[] = []
  for (const line of lines) {
    const before = found.at(-1)
    if (before && (Math.abs(line.size - before.size) > 0.09 * line.size || line.bold > 0.5 !== before.bold > 0.5)) break
    if (
      before
        ? Math.abs(line.baseline - before.baseline) > nearLine * Math.max(line.size, before.size)
        : gap(line) > nearRule * line.size
    )
      break
    found.push(line)
  }
  return found
}

/** Words in several columns, none over an edge, beginning where those of their column begin. */
function isRow(lines: readonly Line[], {columns, rows}: TableDraft): boolean {
  const [left, right] = [columns[0]! - 4, columns.at(-1)! + 4]
  const words = lines.flatMap((line) => line.words)
  if (words.some(({box}) => box[0] < left || box[2] > right)) return false
  const edges = columns.slice(1, -1)
  if (words.some(({box}) => edges.some((x) => box[0] < x - over && box[2] > x + over))) return false
  let [filled, flush] = [0, 0]
  for (let column = 0; column < columns.length - 1; column += 1) {
    const own = words.filter(({box}) => centreX(box) >= columns[column]! && centreX(box) < columns[column + 1]!)
    if (own.length === 0) continue
    filled += 1
    const body = rows.flatMap(({cells}) =>
      cells.filter((cell) => cell.column === column && cell.colSpan === 1).flatMap((cell) => cell.words)
    )
    const start = Math.min(...own.map(({box}) => box[0]))
    if (Math.abs(start - Math.min(...body.map(({box}) => box[0]))) < stray * own[0]!.size) flush += 1
  }
  return filled >= 2 && flush >= Math.max(2, 0.6 * filled)
}
