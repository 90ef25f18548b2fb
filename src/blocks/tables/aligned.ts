/** Tables without rules: columns from gutters, rows from what begins on one line. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {around, centreX, widthOf} from '../pages/boxes.ts'
import {type Gutter, guttersOf, tableWidth} from '../pages/gutters.ts'
import {type Line, linesOf} from '../pages/lines.ts'
import {markedLine} from '../pages/markers.ts'
import {hasLeaders} from '../pages/paragraphs.ts'
import {centredRows, goesOnInCells, nextTable} from './centred.ts'
import {edgesOf, freeEdges} from './column-edges.ts'
import {type CellDraft, filledCells, type RowDraft, type TableDraft} from './draft.ts'

/** A column whose lines hold this many words and fill this share of its width is prose. */
const proseWords = 3.6
const proseFill = 0.72
/** Gap between rows over that between the lines of a cell that tells them apart. */
const rowGap = 1.25
/** Words a cell of a table without rules holds on average at most. */
const mostCellWords = 22

/** Share of the lines of the sparser column that must stand on a baseline of another column in a table. */
const alignedLines = 0.6

/** Share of the rows that must have words in more than one column. */
const severalShare = 0.6

interface Column {
  left: number
  right: number
  lines: Line[]
}

/** What a band of lines with gutters is. */
export function bandKind(
  lines: readonly Line[],
  gutters: readonly Gutter[],
  page: number
): 'columns' | 'table' | 'contents' {
  if (lines.filter(hasLeaders).length >= 0.4 * lines.length) return 'contents'
  const columns = columnsOf(lines, gutters, page)
  const last = columns.at(-1)!
  if (isContents(columns, last)) return 'contents'
  const prose = columns.filter(isProse).length
  if (centredRows(lines, freeEdges(lines, gutters), page)) return 'table'
  const gaps = commonGaps(lines, columns)
  const both = lines.filter((line) => filledColumns(line, gutters) >= 2).length
  if (alignedShare(columns) < alignedLines) return 'columns'
  if (columns.length === 2) {
    if (columns.every(isBulleted)) return 'columns'
    if (prose === 2) return gaps >= 3 && gaps * 9 > lines.length ? 'table' : 'columns'
    const short = columns.find((column) => !isProse(column))!
    if (prose === 1)
      return startsTogether(columns) && meanWords(short) <= 6 && short.lines.length >= 2 ? 'table' : 'columns'
    return both >= 3 && both >= 0.5 * lines.length ? 'table' : 'columns'
  }
  if (prose >= columns.length - 1 && gaps < 3) return 'columns'
  if (both < 2) return 'columns'
  return prose * 2 > columns.length && gaps < 2 ? 'columns' : 'table'
}

function filledColumns(line: Line, gutters: readonly Gutter[]): number {
  const columns = new Set(
    line.words.map(({box}) => gutters.filter((gutter) => (gutter.left + gutter.right) / 2 < centreX(box)).length)
  )
  return columns.size
}

function columnsOf(lines: readonly Line[], gutters: readonly Gutter[], page: number): Column[] {
  const edges = [-Infinity, ...gutters.map(({left, right}) => (left + right) / 2), Infinity]
  const words = lines.flatMap((line) => line.words)
  return edges.slice(1).map((right, i) => {
    const own = words.filter(({box}) => centreX(box) >= edges[i]! && centreX(box) < right)
    const box = around(own.map((word) => word.box))
    return {left: box[0], right: box[2], lines: linesOf(own, page)}
  })
}

const meanWords = ({lines}: Column): number =>
  lines.reduce((sum, line) => sum + line.words.length, 0) / (lines.length || 1)

function isProse(column: Column): boolean {
  const {lines, left, right} = column
  if (lines.length < 3 || meanWords(column) < proseWords) return false
  const fills = lines.map((line) => widthOf(line.box) / Math.max(1, right - left)).sort((a, b) => a - b)
  return fills[fills.length >> 1]! >= proseFill
}

/** Gaps that run through all columns, wider than those between most lines of a column. */
function commonGaps(lines: readonly Line[], columns: readonly Column[]): number {
  const pitches = pitchesOf(lines)
  const own = columns.flatMap((column) => pitchesOf(column.lines))
  const usual = own.sort((a, b) => a - b)[Math.floor(own.length * 0.4)] ?? 0
  return pitches.filter((pitch) => pitch > 1.3 * usual).length
}

const pitchesOf = (lines: readonly Line[]): number[] =>
  lines.slice(1).map((line, i) => line.baseline - lines[i]!.baseline)

/** Share of the sparsest column's lines that stand on a baseline of some other column. */
function alignedShare(columns: readonly Column[]): number {
  const sparse = [...columns].sort((a, b) => a.lines.length - b.lines.length)[0]!
  const others = columns.filter((column) => column !== sparse).flatMap(({lines}) => lines)
  const baselines = others.map(({baseline}) => baseline).sort((a, b) => a - b)
  const first = baselines[0]! - 2
  const last = baselines.at(-1)! + 2
  const beside = sparse.lines.filter(({baseline}) => baseline >= first && baseline <= last)
  const on = beside.filter(({baseline, size}) => nearest(baselines, baseline) < 0.13 * size)
  return on.length / (beside.length || 1)
}

function nearest(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return Math.min(Math.abs(sorted[low]! - value), Math.abs((sorted[low - 1] ?? Infinity) - value))
}

/** A column that is a list: many of its lines start with bullets. */
function isBulleted({lines}: Column): boolean {
  return lines.filter((line) => markedLine(line)?.marker.kind === 'bullet').length >= 0.25 * lines.length
}

/** Each block of the sparser column begins beside a line of the other. */
function startsTogether(columns: readonly Column[]): boolean {
  const [left, right] = [columns[0]!, columns[1]!]
  const matched = left.lines.filter((line) =>
    right.lines.some((other) => Math.abs(other.baseline - line.baseline) < 0.3 * line.size)
  )
  return matched.length >= 0.8 * left.lines.length
}

/** Page numbers on the right that never fall: a table of contents. */
function isContents(columns: readonly Column[], last: Column): boolean {
  if (columns.length > 3 || last.lines.length < 3) return false
  const numbers = last.lines.map((line) => (line.words.length === 1 ? pageNumber(line.words[0]!.text) : Number.NaN))
  return (
    numbers.every((value, i) => Number.isInteger(value) && value < 2_000 && (i === 0 || value >= numbers[i - 1]!)) &&
    new Set(numbers).size > 1
  )
}

/** 'xii' counts below 1, so that the pages of a preface come before page 1. */
function pageNumber(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (!/^[ivxlc]{1,7}$/i.test(text)) return Number.NaN
  const values: Record<string, number> = {i: 1, v: 5, x: 10, l: 50, c: 100}
  const digits = [...text.toLowerCase()].map((each) => values[each]!)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0) - 1_000
}

/** The table in a band of lines; undefined when its cells do not look like cells. */
export function alignedTable(lines: readonly Line[], gutters: readonly Gutter[], page: number): TableDraft | undefined {
  const columns = edgesOf(lines, withNarrow(lines, gutters))
  return tableOf(rowsWithin(lines, columns), columns, lines, page)
}

function tableOf(rows: RowDraft[], columns: number[], lines: readonly Line[], page: number): TableDraft | undefined {
  const cells = rows.flatMap(filledCells)
  const words = cells.reduce((sum, cell) => sum + cell.words.length, 0)
  if (rows.length < 2 || cells.length < 4 || words / cells.length > mostCellWords) return undefined
  if (cells.length < 0.35 * rows.length * (columns.length - 1)) return undefined
  const several = rows.filter((row) => filledCells(row).length > 1).length
  if (several < severalShare * rows.length) return undefined
  return {page, box: around(lines.map((line) => line.box)), columns, rows, rule: 'aligned'}
}

/** Lines stand beside one another where their boxes overlap by more than this, in ems. */
const besideEms = 0.15

/**
 * The table of a band whose cells are set in the middle of their rows, with the lines right above and below the band that stand
 * beside its first and last: of a row's cells the tallest begins first. The lines are from `from` to `to`.
 */
export function centredTable(
  lines: readonly Line[],
  band: {from: number; to: number},
  gutters: readonly Gutter[],
  page: number
): {table: TableDraft; from: number; to: number} | undefined {
  const own = lines.slice(band.from, band.to + 1)
  const columns = freeEdges(own, gutters)
  if (!centredRows(own, columns, page)) return undefined
  let {from, to} = band
  const joins = (line: Line | undefined, last: Line): boolean =>
    line !== undefined && (overlap(line, last) || goesOnInCells(line, last, columns))
  while (joins(lines[from - 1], lines[from]!)) from -= 1
  while (joins(lines[to + 1], lines[to]!)) to += 1
  const next = nextTable(lines.slice(from, to + 1), columns, page)
  if (next !== undefined) to = from + next - 1
  const whole = lines.slice(from, to + 1)
  const rows = centredRows(whole, columns, page)
  const table = rows && tableOf(rows, columns, whole, page)
  return table && {table, from, to}
}

const overlap = (a: Line, b: Line): boolean =>
  Math.min(a.box[3], b.box[3]) > Math.max(a.box[1], b.box[1]) + besideEms * a.size

/** The table with the line above it, whose words stand over each column though no gutter parts them. */
export function withHeader(
  header: Line,
  lines: readonly Line[],
  gutters: readonly Gutter[],
  page: number
): TableDraft | undefined {
  const first = lines[0]!
  const pitch = (lines[1]?.baseline ?? first.baseline + 2 * first.size) - first.baseline
  if (gutters.length < 2 || first.baseline - header.baseline > 1.8 * pitch || header.words.length > 40) return undefined
  const edges = [
    -Infinity,
    ...gutters.map((gutter) => (gutter.left + gutter.right) / 2).sort((a, b) => a - b),
    Infinity
  ]
  const starts = edges
    .slice(1)
    .map((right, i) =>
      Math.min(
        ...lines.flatMap(({words}) =>
          words.filter(({box}) => centreX(box) >= edges[i]! && centreX(box) < right).map(({box}) => box[0])
        )
      )
    )
  const stands = starts.every((start) => header.words.some(({box}) => Math.abs(box[0] - start) < 0.6 * header.size))
  return stands ? alignedTable([header, ...lines], gutters, page) : undefined
}

/** The gutters of a table and those too narrow to be seen without knowing that it is one, where they run through all of it. */
function withNarrow(lines: readonly Line[], gutters: readonly Gutter[]): Gutter[] {
  const all = [...gutters]
  const least = Math.max(3, 0.75 * lines.length)
  for (const gutter of guttersOf(lines, [], tableWidth)) {
    if (gutter.to - gutter.from + 1 < 0.85 * lines.length || gutter.both < least) continue
    if (!all.some((other) => other.left < gutter.right + 2 && other.right > gutter.left - 2)) all.push(gutter)
  }
  return all
}

/**
 * Lines to rows: a wider gap parts rows; where lines are evenly spaced, one with words in the first column or in most columns
 * begins a row, and any other goes on with the row above.
 */
export function rowsWithin(lines: readonly Line[], columns: readonly number[]): RowDraft[] {
  const count = columns.length - 1
  const split = lines.map((line) => cellsOfLine(line, columns))
  const pitches = lines.slice(1).map((line, i) => line.baseline - lines[i]!.baseline)
  const ordered = [...pitches].sort((a, b) => a - b)
  const tight = ordered[Math.floor(ordered.length * 0.1)] ?? 0
  const gapped =
    ordered.length > 0 &&
    ordered.at(-1)! > rowGap * tight &&
    pitches.filter((pitch) => pitch > rowGap * tight).length >= 2
  const sparse = split.some((cells) => cells.filter((cell) => cell.length > 0).length < count)
  const rows: RowDraft[] = []
  lines.forEach((line, i) => {
    const filled = split[i]!.filter((cell) => cell.length > 0).length
    const pitch = i > 0 ? pitches[i - 1]! : Infinity
    const above = rows.at(-1)
    const far = pitch > rowGap * tight
    const opens = !above || far || (!gapped && (!sparse || filled * 2 > count || (count === 2 && filled === 2)))
    const opensDense =
      above && gapped && !far && filled === count && count >= 3 && isShort(split[i]!) && allFilled(above, count)
    if (opens || opensDense) rows.push({cells: columnsEmpty(columns, line), box: line.box})
    const row = rows.at(-1)!
    row.box = [columns[0]!, Math.min(row.box[1], line.box[1]), columns.at(-1)!, Math.max(row.box[3], line.box[3])]
    split[i]!.forEach((words, column) => {
      row.cells[column]!.words.push(...words)
    })
  })
  for (const row of rows) for (const cell of row.cells) cell.box = [cell.box[0], row.box[1], cell.box[2], row.box[3]]
  return rows.map(spansAcross)
}

const isShort = (cells: readonly Run[][]): boolean => cells.every((words) => words.length <= 4)
const allFilled = (row: RowDraft, count: number): boolean =>
  row.cells.filter(({words}) => words.length > 0).length === count

export function columnsEmpty(columns: readonly number[], line: Line): CellDraft[] {
  return columns.slice(1).map((right, column) => ({
    column,
    colSpan: 1,
    rowSpan: 1,
    words: [],
    box: [columns[column]!, line.box[1], right, line.box[3]] as Box
  }))
}

export function cellsOfLine(line: Line, columns: readonly number[]): Run[][] {
  const cells: Run[][] = columns.slice(1).map(() => [])
  for (const word of line.words) {
    let column = 0
    while (column < cells.length - 1 && centreX(word.box) >= columns[column + 1]!) column += 1
    cells[column]!.push(word)
  }
  return cells
}

/** A row whose words run over a column's edge holds one cell there. */
export function spansAcross(row: RowDraft): RowDraft {
  const cells: CellDraft[] = []
  for (const cell of row.cells) {
    const last = cells.at(-1)
    const edge = cell.box[0]
    const crosses = [...(last?.words ?? []), ...cell.words].some(({box}) => box[0] < edge - 2 && box[2] > edge + 2)
    if (last && crosses) {
      last.words.push(...cell.words)
      last.colSpan += 1
      last.box = [last.box[0], last.box[1], cell.box[2], last.box[3]]
    } else cells.push(cell)
  }
  return {...row, cells}
}
