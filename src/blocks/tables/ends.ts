/** Rows of a table drawn with level rules that stand outside the rules: a header above the first, a row below the last that a page break cut. */
import type {Run} from '../../source/types.ts'
import {centreX, widthOf} from '../pages/boxes.ts'
import {boldWeight, type Line, lineOf, linesOf} from '../pages/lines.ts'
import {type CellDraft, filledCells, type TableDraft} from './draft.ts'
import {wholeRow} from './half-ruled.ts'

/** White space between a rule and the row beyond it, and distance of the row's lines, ems at most. */
const nearRule = 1.2
const nearLine = 1.6
const mostHeaderLines = 4
/** The same of a table whose columns are drawn; lines of a row that a page break cut, at most. */
const drawn = {nearRule: 2, header: 9, cut: 80, nearLine: 2.3, pitch: 1.15}
/** Distance of lines where no cell has two, ems; cells that are looked at. */
const usualPitch = 1.4
const pitchCells = 60
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
  const upwards = lines.filter(({baseline}) => baseline < top).reverse()
  const reached = block(upwards, (line) => top - line.box[3], table).reverse()
  const above = table.cellRules ? headerOf(reached, upwards[reached.length], table) : reached
  const atTop = above.length > 0 && above[0]!.box[1] < topShare * pageHeight && above.every(({bold}) => bold < 0.5)
  const most = table.cellRules ? (atTop ? drawn.cut : drawn.header) : mostHeaderLines
  const header = table.closedAbove || (table.cellRules && isBold(table.rows[0]) && !above.every(({bold}) => bold > 0.5))
  if (above.length > 0 && above.length <= most && !header && isRow(above, table, atTop)) {
    table.rows.unshift(wholeRow(above, table.columns))
    table.box = [table.box[0], above[0]!.box[1], table.box[2], table.box[3]]
    if (atTop) table.openAbove = true
  }
  const after = lines.filter(({baseline}) => baseline > bottom)
  const below = block(after, (line) => line.box[1] - bottom, table)
  const next = after[below.length]
  const last = !next || next.baseline > 0.9 * pageHeight
  const cut = last !== false && below.length > 0 && below.at(-1)!.baseline > footShare * pageHeight
  if (below.length > 0 && (cut || shaded) && isRow(below, table, cut)) {
    table.rows.push(wholeRow(below, table.columns))
    table.box = [table.box[0], table.box[1], table.box[2], below.at(-1)!.box[3]]
    if (cut) table.openBelow = true
  } else if (table.cellRules && !cut) {
    const row = lastRow(below, table)
    if (row.length > 0) {
      table.rows.push(wholeRow(row, table.columns))
      table.box = [table.box[0], table.box[1], table.box[2], row.at(-1)!.box[3]]
    }
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

/** Lines that follow one another closely, the first close to the rule, none over an edge that is drawn. */
function block(lines: readonly Line[], gap: (line: Line) => number, {columns, cellRules}: TableDraft): Line[] {
  const found: Line[] = []
  const [reach, pitch] = cellRules ? [drawn.nearRule, drawn.nearLine] : [nearRule, nearLine]
  for (const line of lines) {
    const before = found.at(-1)
    if (cellRules && runsOver(line.words, columns)) break
    if (before && !isOfStyle(line, before)) break
    if (
      before
        ? Math.abs(line.baseline - before.baseline) > pitch * Math.max(line.size, before.size)
        : gap(line) > reach * line.size
    )
      break
    found.push(line)
  }
  return found
}

/** The lines of a header row, without those of the text above it: what goes on with a line over an edge, and what stands further above than lines of a cell do. */
function headerOf(lines: readonly Line[], above: Line | undefined, table: TableDraft): Line[] {
  const pitches = lines.map((line, i) => (lines[i + 1]?.baseline ?? Infinity) - line.baseline)
  const most = drawn.pitch * cellPitch(table)
  let first = pitches.findLastIndex((pitch, i) => i < lines.length - 1 && pitch > most * lines[i]!.size) + 1
  const [top] = lines
  if (above && top && isOfStyle(above, top) && runsOver(above.words, table.columns)) {
    const own = drawn.pitch * (top.baseline - above.baseline)
    const end = pitches.findIndex((pitch) => pitch > own)
    if (end < lines.length - 1) first = Math.max(first, end + 1)
    else if (filledColumns(lines, table) < table.columns.length - 1) return []
  }
  return lines.slice(first)
}

/** The lines of a last row that no rule closes: as far below the rule as those of the other rows, flush with their columns. */
function lastRow(lines: readonly Line[], table: TableDraft): Line[] {
  const {cellRules: rules = [], rows} = table
  const [first] = lines
  const gaps = rows.flatMap(({box}) => {
    const above = rules.findLast((y) => y < box[1] + 1)
    return above === undefined ? [] : [box[1] - above]
  })
  if (!first || gaps.length === 0 || first.box[1] - rules.at(-1)! > Math.max(...gaps) + 0.3 * first.size) return []
  const most = drawn.pitch * cellPitch(table)
  const end = lines.findIndex((line, i) => i > 0 && line.baseline - lines[i - 1]!.baseline > most * line.size)
  const row = end < 0 ? lines : lines.slice(0, end)
  const usual = linesOf(
    rows.at(-1)!.cells.flatMap(({words}) => words),
    table.page
  ).at(-1)
  const parted = row.some(({words, size}) =>
    words.some(({box}, i) => i > 0 && box[0] - words[i - 1]!.box[2] > columnGap * size)
  )
  if (!parted || !usual || !isOfStyle(usual, first)) return []
  const {cellRules: _, ...guessed} = table
  return isRow(row, guessed, false) ? [...row] : []
}

const isBold = (row: TableDraft['rows'][number] | undefined): boolean =>
  row?.cells.every(({words}) => words.every(({weight}) => weight >= boldWeight)) ?? false

const isOfStyle = (line: Line, other: Line): boolean =>
  Math.abs(line.size - other.size) <= 0.09 * line.size && line.bold > 0.5 === other.bold > 0.5

const filledColumns = (lines: readonly Line[], {columns}: TableDraft): number =>
  columns
    .slice(1)
    .filter((right, i) =>
      lines.some(({words}) => words.some(({box}) => centreX(box) > columns[i]! && centreX(box) < right))
    ).length

/** Distance of lines in a table's cells, ems. */
function cellPitch({rows, page}: TableDraft): number {
  const pitches = rows
    .flatMap(filledCells)
    .slice(0, pitchCells)
    .flatMap(({words}) => {
      const lines = linesOf(words, page)
      return lines.slice(1).map((line, i) => (line.baseline - lines[i]!.baseline) / line.size)
    })
    .sort((a, b) => a - b)
  return pitches[pitches.length >> 2] ?? usualPitch
}

/** Whether words stand over an edge between columns. */
const runsOver = (words: readonly Run[], columns: readonly number[]): boolean =>
  words.some(({box}) => columns.slice(1, -1).some((x) => box[0] < x - over && box[2] > x + over))

/** Words in several columns, none over an edge, beginning where those of their column begin; in one column if drawn and `cut` by the page. */
function isRow(lines: readonly Line[], {columns, rows, cellRules}: TableDraft, cut: boolean): boolean {
  const [left, right] = [columns[0]! - 4, columns.at(-1)! + 4]
  const words = lines.flatMap((line) => line.words)
  if (words.some(({box}) => box[0] < left || box[2] > right) || runsOver(words, columns)) return false
  let [filled, known, flush] = [0, 0, 0]
  for (let column = 0; column < columns.length - 1; column += 1) {
    const own = words.filter(({box}) => centreX(box) >= columns[column]! && centreX(box) < columns[column + 1]!)
    if (own.length === 0) continue
    filled += 1
    const body = rows.flatMap(({cells}) =>
      cells.filter((cell) => cell.column === column && cell.colSpan === 1).flatMap((cell) => cell.words)
    )
    // Below a label nothing may stand: figures to come.
    if (body.length === 0) continue
    known += 1
    const start = Math.min(...own.map(({box}) => box[0]))
    if (Math.abs(start - Math.min(...body.map(({box}) => box[0]))) < stray * own[0]!.size) flush += 1
  }
  if (filled === 1 && flush === 1 && wrapsIn(lines, columns)) return true
  if (cellRules) return filled >= (cut ? 1 : 2)
  return filled >= 2 && flush >= Math.max(2, 0.6 * known)
}

/** Lines that end where the column they begin in does, as in no title over the whole table. */
function wrapsIn(lines: readonly Line[], columns: readonly number[]): boolean {
  const column = columns.slice(1, -1).findIndex((x) => lines.every(({box}) => box[2] < x + over))
  if (column < 0 || lines.length < 2 || lines.some(({bold}) => bold < 0.9)) return false
  const right = columns[column + 1]!
  return lines.slice(1).every(({words}, i) => {
    const [next] = words
    return lines[i]!.box[0] > columns[column]! && lines[i]!.box[2] + widthOf(next!.box) + spaceEms * next!.size > right
  })
}

/** Width of a space, ems. */
const spaceEms = 0.25
