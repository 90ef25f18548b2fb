/** Tables drawn with rules or shaded cells: cells from the grid, merged where an inner edge is missing. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {around, centreX, centreY, shared} from '../pages/boxes.ts'
import type {CellDraft, RowDraft, TableDraft} from './draft.ts'
import type {Ruling, Stroke} from './rulings.ts'

/** Columns and rows thinner than this hold no words: double rules, coloured edges. Points. */
const thinnest = 6
/** Share of a cell's side that a stroke must cover to part it from its neighbour. */
const sideShare = 0.6
/** A line of the grid drawn for at least this share of the table: where it is missing, cells are merged on purpose. */
const drawnShare = 0.7
/** A grid with more of its cells empty than this is a picture or a form. */
const emptyShare = 0.85
const mostCells = 20_000
/** Words a cell of a table of one column holds at most: more is framed prose. */
const drawnListWords = 30

/** The table that a ruling draws around these words; undefined when it draws a frame, a chart or nothing. */
export function ruledTable(ruling: Ruling, words: readonly Run[], page: number): TableDraft | undefined {
  // Upright rules alone part columns of prose.
  if (ruling.upright.length === 0 || ruling.level.length === 0) return undefined
  const xs = linesAt(ruling.upright, ruling.level)
  const ys = linesAt(ruling.level, ruling.upright)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if ((columns < 2 && rows < 3) || rows < 1 || columns * rows > mostCells || columns > 60) return undefined
  const inside = words.filter(({box}) => {
    const [x, y] = [centreX(box), centreY(box)]
    return x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!
  })
  if (inside.length === 0) return undefined
  const placed = wordsByCell(inside, xs, ys)
  if (columns === 1 && ruling.level.filter(({edge}) => !edge).length < rows) return undefined
  const cells = cellsOf(ruling, xs, ys, placed, inside)
  const box: Box = [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!]
  const draft = trimmed({page, box, columns: xs, rows: rowsOf(cells, xs, ys), rule: 'ruled'})
  if (!draft || !isTable(draft)) return undefined
  if (!closes(ruling.level, ys.at(-1)!, box)) draft.openBelow = true
  if (!closes(ruling.level, ys[0]!, box)) draft.openAbove = true
  return draft
}

function isTable(table: TableDraft): boolean {
  const all = table.rows.flatMap(({cells}) => cells)
  const filled = all.filter(({words}) => words.length > 0)
  const usedColumns = new Set(filled.map(({column}) => column))
  if (table.columns.length === 2) return isDrawnList(table)
  if (usedColumns.size < 2 || filled.length < 2) return false
  if (table.rows.length === 1 && filled.length < 3)
    return filled.length === 2 && !table.rows[0]!.cells.some((cell) => cell.words.length === 0)
  return filled.length >= (1 - emptyShare) * all.length
}

/** One column of short cells, each filled and closed. */
function isDrawnList({rows}: TableDraft): boolean {
  return (
    rows.length >= 3 &&
    rows.every(
      ({cells}) => cells.length === 1 && cells[0]!.words.length > 0 && cells[0]!.words.length <= drawnListWords
    )
  )
}

function closes(level: readonly Stroke[], y: number, box: Box): boolean {
  let covered = 0
  for (const stroke of level)
    if (Math.abs(stroke.at - y) < 2.5) covered += Math.max(0, shared(stroke.from, stroke.to, box[0], box[2]))
  return covered > 0.5 * (box[2] - box[0])
}

/** Grid lines: where strokes stand, and where those across them end beyond the outermost (tables open at a side). */
function linesAt(strokes: readonly Stroke[], across: readonly Stroke[]): number[] {
  const all = strokes.map(({at}) => at)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const ends = across.flatMap(({from, to}) => [from, to])
  for (const end of [Math.min(...ends), Math.max(...ends)])
    if (end < low - thinnest || end > high + thinnest) all.push(end)
  all.sort((a, b) => a - b)
  const lines: number[] = []
  for (const at of all) if (lines.length === 0 || at - lines.at(-1)! > thinnest) lines.push(at)
  return lines
}

function indexOf(lines: readonly number[], at: number): number {
  let [low, high] = [0, lines.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

function wordsByCell(words: readonly Run[], xs: readonly number[], ys: readonly number[]): Map<number, Run[]> {
  const placed = new Map<number, Run[]>()
  const columns = xs.length - 1
  for (const word of words) {
    const key = indexOf(ys, centreY(word.box)) * columns + indexOf(xs, centreX(word.box))
    const there = placed.get(key)
    if (there) there.push(word)
    else placed.set(key, [word])
  }
  return placed
}

interface GridCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  words: Run[]
}

function cellsOf(
  ruling: Ruling,
  xs: readonly number[],
  ys: readonly number[],
  placed: Map<number, Run[]>,
  words: readonly Run[]
): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const upright = cover(ruling.upright, xs, ys)
  const level = cover(ruling.level, ys, xs)
  // Of each inner upright line: is it drawn for most of the table's height?
  const drawn = xs.map((_, x) => count(rows, (row) => upright[x]![row]!) >= drawnShare * rows)
  const bare = bareRows(ruling, upright, rows)
  const someBare = bare.includes(true)
  const crossing = xs.map((x, i) =>
    drawn[i] && !someBare ? [] : words.filter(({box}) => box[0] < x - 1 && box[2] > x + 1)
  )
  const parts = (row: number, x: number): boolean => {
    if (upright[x]![row]) return true
    if (drawn[x] && !bare[row]) return false
    // Half-drawn: words decide. A word or a line across it merges; text that stays clear of the line keeps two cells.
    const [top, bottom] = [ys[row]!, ys[row + 1]!]
    if (crossing[x]!.some(({box}) => centreY(box) > top && centreY(box) < bottom)) return false
    return clearOf(placed.get(row * columns + x - 1), placed.get(row * columns + x), xs[x]!)
  }
  const taken = new Uint8Array(columns * rows)
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken[row * columns + column]) continue
      let right = column + 1
      while (right < columns && !taken[row * columns + right] && !parts(row, right)) right += 1
      let below = row + 1
      const goesDown = () => {
        for (let x = column; x < right; x += 1) if (level[below]![x] || taken[below * columns + x]) return false
        for (let x = column + 1; x < right; x += 1) if (parts(below, x)) return false
        // The sides of the cell above must go on.
        return (column === 0 || parts(below, column)) && (right === columns || parts(below, right))
      }
      while (below < rows && goesDown()) below += 1
      const held: Run[] = []
      for (let y = row; y < below; y += 1)
        for (let x = column; x < right; x += 1) {
          taken[y * columns + x] = 1
          held.push(...(placed.get(y * columns + x) ?? []))
        }
      cells.push({row, column, rowSpan: below - row, colSpan: right - column, words: held})
    }
  return cells
}

/** Rows of a shaded table that have no shade: their cells have no edges, which says nothing about them. */
function bareRows({upright: strokes}: Ruling, upright: readonly boolean[][], rows: number): boolean[] {
  const shaded = strokes.every(({edge}) => edge)
  return Array.from({length: rows}, (_, row) => shaded && upright.every((along) => !along[row]))
}

/** Words on both sides of a line that is not drawn, with a gap at it: two cells. */
function clearOf(left: Run[] | undefined, right: Run[] | undefined, x: number): boolean {
  if (!left || !right) return true
  const edge = Math.max(...left.map(({box}) => box[2]))
  const start = Math.min(...right.map(({box}) => box[0]))
  return edge <= x + 1 && start - edge > 0.6 * left[0]!.size
}

/** For each grid line and each step along it: does a stroke run there? */
function cover(strokes: readonly Stroke[], lines: readonly number[], steps: readonly number[]): boolean[][] {
  const lengths = lines.map(() => new Float64Array(steps.length))
  for (const stroke of strokes) {
    let line = indexOf(lines, stroke.at)
    if (line + 1 < lines.length && lines[line + 1]! - stroke.at < stroke.at - lines[line]!) line += 1
    if (Math.abs(lines[line]! - stroke.at) > thinnest + 1) continue
    for (let step = indexOf(steps, stroke.from); step < steps.length - 1 && steps[step]! < stroke.to; step += 1)
      lengths[line]![step]! += Math.max(0, shared(stroke.from, stroke.to, steps[step]!, steps[step + 1]!))
  }
  return lengths.map((along) =>
    Array.from({length: steps.length - 1}, (_, i) => along[i]! >= sideShare * (steps[i + 1]! - steps[i]!))
  )
}

function count(length: number, test: (index: number) => boolean): number {
  let total = 0
  for (let i = 0; i < length; i += 1) if (test(i)) total += 1
  return total
}

function rowsOf(cells: readonly GridCell[], xs: readonly number[], ys: readonly number[]): RowDraft[] {
  const rows: RowDraft[] = ys.slice(1).map((bottom, i) => ({cells: [], box: [xs[0]!, ys[i]!, xs.at(-1)!, bottom]}))
  for (const {row, column, rowSpan, colSpan, words} of cells) {
    const box: Box = [xs[column]!, ys[row]!, xs[column + colSpan]!, ys[row + rowSpan]!]
    rows[row]!.cells.push({column, colSpan, rowSpan, words, box})
  }
  return rows
}

/** Column edges that most rows run over and that part no two words anywhere come from shades within a cell: they go. */
function withoutPhantoms(table: TableDraft): TableDraft {
  const {columns} = table
  for (let x = columns.length - 2; x > 0; x -= 1) {
    let [across, parted] = [0, 0]
    const pairs: [CellDraft, CellDraft][] = []
    for (const {cells} of table.rows) {
      const left = cells.find((cell) => cell.column + cell.colSpan === x)
      const right = cells.find((cell) => cell.column === x)
      if (left && right) {
        pairs.push([left, right])
        if ((left.words.length > 0 && right.words.length > 0) || left.rowSpan !== right.rowSpan) parted += 1
      } else if (cells.some((cell) => cell.column < x && cell.column + cell.colSpan > x)) across += 1
    }
    if (parted > 0 || across <= pairs.length) continue
    const gone = new Set(
      pairs.map(([left, right]) => {
        left.words.push(...right.words)
        left.colSpan += right.colSpan
        left.box = [left.box[0], left.box[1], right.box[2], left.box[3]]
        return right
      })
    )
    table.columns = table.columns.filter((_, i) => i !== x)
    for (const row of table.rows) {
      row.cells = row.cells.filter((cell) => !gone.has(cell))
      for (const cell of row.cells) {
        if (cell.column < x && cell.column + cell.colSpan > x) cell.colSpan -= 1
        else if (cell.column >= x) cell.column -= 1
      }
    }
  }
  return table
}

/** Without rows and columns that hold no words at all; undefined when nothing is left. */
function trimmed(table: TableDraft): TableDraft | undefined {
  const count = table.columns.length - 1
  const used = Array.from({length: count}, (_, column) =>
    table.rows.some(({cells}) => cells.some((cell) => cell.column === column && cell.words.length > 0))
  )
  // A column is kept where any cell starts in it with words; a thin empty one beside it goes.
  const kept = used.flatMap((is, column) =>
    is || table.columns[column + 1]! - table.columns[column]! > 14 ? [column] : []
  )
  if (kept.length === 0) return undefined
  const at = (column: number): number => kept.filter((each) => each < column).length
  const rows: RowDraft[] = []
  const gone: number[] = []
  table.rows.forEach((row, y) => {
    const cells = row.cells.flatMap((cell): CellDraft[] => {
      const [from, to] = [at(cell.column), at(cell.column + cell.colSpan)]
      return to > from ? [{...cell, column: from, colSpan: to - from}] : []
    })
    const covered = table.rows.some(
      (above, i) =>
        i < y && above.cells.some((cell) => cell.words.length > 0 && i + cell.rowSpan > y && !gone.includes(i))
    )
    if (cells.every(({words}) => words.length === 0) && !covered) {
      gone.push(y)
      return
    }
    rows.push({...row, cells})
  })
  // Spans over rows that are gone shrink.
  table.rows.forEach((row, y) => {
    if (gone.includes(y)) return
    const here = rows[y - gone.filter((each) => each < y).length]
    for (const cell of here?.cells ?? [])
      cell.rowSpan -= gone.filter((each) => each > y && each < y + cell.rowSpan).length
    void row
  })
  if (rows.length === 0) return undefined
  const edges = [...kept.map((column) => table.columns[column]!), table.columns[kept.at(-1)! + 1]!]
  return withoutPhantoms({...table, columns: edges, rows, box: around(rows.map(({box}) => box))})
}
