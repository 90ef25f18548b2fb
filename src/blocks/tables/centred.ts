/** Rows of tables without rules whose cells are set in the middle of their row's height, as browsers and word processors do. */
import type {Run} from '../../source/types.ts'
import {around, centreX} from '../pages/boxes.ts'
import {type Line, linesOf} from '../pages/lines.ts'
import type {CellDraft, RowDraft} from './draft.ts'

/** Lines of one column that belong together: a cell's. */
export interface Block {
  column: number
  lines: Line[]
  /** Between its first and last baseline, points. */
  middle: number
  top: number
  bottom: number
}

/** Cells of the first column and the rows that they stand in. */
export interface Span {
  from: number
  to: number
  blocks: Block[]
}

interface Row {
  blocks: Block[]
  middle: number
  top: number
  bottom: number
}

/** Baselines further apart than this, over the tightest of the table, part two cells. */
const cellGap = 1.18
/** Baselines of lines of one cell are no further apart than this, in ems. */
const cellPitch = 1.45
/** Middles of cells of one row stray by this at most, in ems. */
const stray = 0.3
/** Of cells of one row with different numbers of lines, the share whose middles meet though their tops do not. */
const middleShare = 0.7
/** Pairs of such cells that show that cells are set in the middle. */
const leastPairs = 4

/**
 * Rows of a band of lines between columns; undefined when cells are not set in the middle. A cell of the first column that
 * stands in the middle of several rows spans them. Time: cells times the rows that one may span.
 */
export function centredRows(lines: readonly Line[], columns: readonly number[], page: number): RowDraft[] | undefined {
  if (columns.length < 4) return undefined
  const blocks = blocksOf(lines, columns, page)
  if (!areCentred(blocks)) return undefined
  const rows = rowsOf(blocks)
  if (rows.length < 2 || rows.length > mostRows) return undefined
  const edges = [
    rows[0]!.top - 1,
    ...rows.slice(1).map((row, i) => (rows[i]!.bottom + row.top) / 2),
    rows.at(-1)!.bottom + 1
  ]
  const spans = spansOfFirst(
    blocks.filter(({column}) => column === 0),
    edges
  )
  return rows.map((row, at): RowDraft => {
    const cell = (column: number, words: Run[], rowSpan = 1): CellDraft => ({
      column,
      colSpan: 1,
      rowSpan,
      words,
      box: [columns[column]!, edges[at]!, columns[column + 1]!, edges[at + rowSpan]!]
    })
    const span = spans.find(({from, to}) => from <= at && at <= to)
    const first = !span
      ? [cell(0, [])]
      : span.from === at
        ? [cell(0, wordsOf(span.blocks), span.to - span.from + 1)]
        : []
    const others = columns.slice(2).map((_, i) => cell(i + 1, wordsOf(row.blocks.filter((b) => b.column === i + 1))))
    return {cells: [...first, ...others], box: [columns[0]!, edges[at]!, columns.at(-1)!, edges[at + 1]!]}
  })
}

const wordsOf = (blocks: readonly Block[]): Run[] => blocks.flatMap(({lines}) => lines.flatMap(({words}) => words))

function blocksOf(lines: readonly Line[], columns: readonly number[], page: number): Block[] {
  const words = lines.flatMap((line) => line.words)
  const byColumn = columns.slice(1).map((right, column) => {
    const left = column === 0 ? -Infinity : columns[column]!
    const own = words.filter(({box}) => centreX(box) >= left && (centreX(box) < right || column === columns.length - 2))
    return linesOf(own, page)
  })
  const tight = tightestPitch(byColumn)
  return byColumn.flatMap((own, column) => {
    const blocks: Line[][] = []
    own.forEach((line, i) => {
      if (i > 0 && line.baseline - own[i - 1]!.baseline <= cellGap * tight) blocks.at(-1)!.push(line)
      else blocks.push([line])
    })
    return blocks.map((lines): Block => {
      const box = around(lines.map((line) => line.box))
      return {column, lines, middle: (lines[0]!.baseline + lines.at(-1)!.baseline) / 2, top: box[1], bottom: box[3]}
    })
  })
}

/** Distance of the baselines of lines in one cell. */
function tightestPitch(columns: readonly (readonly Line[])[]): number {
  const pitches = columns.flatMap((own) => own.slice(1).map((line, i) => line.baseline - own[i]!.baseline))
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length * 0.1)] ?? 0
}

/** Lines that the title of the next table has at most. */
const longestTitle = 4
/** Letters of the cells of a header row that come back, at least. */
const headerLetters = 8

/**
 * Index of the line where another table begins: its header row is that of the first again, and lines of the first column alone
 * right above it are its title.
 */
export function nextTable(lines: readonly Line[], columns: readonly number[], page: number): number | undefined {
  const rows = rowsOf(blocksOf(lines, columns, page))
  const header = rows[0] && cellsSaid(rows[0])
  const again = header && rows.slice(1).find((row) => saysAgain(cellsSaid(row), header))
  if (!again) return undefined
  let at = lines.findIndex(({box}) => (box[1] + box[3]) / 2 >= again.top)
  const right = columns[1]!
  for (let line = 0; line < longestTitle && at > 1; line++) {
    if (lines[at - 1]!.words.some(({box}) => centreX(box) >= right)) break
    at -= 1
  }
  return at > 1 ? at : undefined
}

/** The words of a row by column. */
const cellsSaid = ({blocks}: Row): Map<number, string> =>
  new Map(blocks.map(({column, lines}) => [column, lines.flatMap(({words}) => words.map(({text}) => text)).join(' ')]))

/** Two cells or more say what those of the header say, and none says anything else. */
function saysAgain(row: ReadonlyMap<number, string>, header: ReadonlyMap<number, string>): boolean {
  const same = [...row].filter(([column, text]) => header.get(column) === text).map(([, text]) => text)
  return same.length >= 2 && same.length === row.size && same.join('').length >= headerLetters
}

/** Whether a line is the rest of cells that end or begin on the line beside it in the band: close to it, no word over a gutter. */
export function goesOnInCells(line: Line, beside: Line, columns: readonly number[]): boolean {
  const near = Math.abs(line.baseline - beside.baseline) <= cellPitch * line.size
  const inside = line.words.every(({box}) => columns.slice(1, -1).every((x) => box[2] < x + 1 || box[0] > x - 1))
  return near && inside && line.words.some(({box}) => centreX(box) > columns[1]!)
}

const sizeOf = (block: Block): number => block.lines[0]!.size

/** Cells beside each other of different heights have their middles on one line, and not their tops. */
function areCentred(blocks: readonly Block[]): boolean {
  let [pairs, middles, tops] = [0, 0, 0]
  const byColumn = new Map<number, Block[]>()
  for (const block of blocks) {
    const own = byColumn.get(block.column)
    if (own) own.push(block)
    else byColumn.set(block.column, [block])
  }
  for (const [column, own] of byColumn) {
    const beside = column === 0 ? [] : (byColumn.get(column + 1) ?? [])
    let first = 0
    for (const a of own) {
      while (first < beside.length && beside[first]!.bottom < a.top) first += 1
      for (let k = first; k < beside.length && beside[k]!.top < a.bottom; k++) {
        const b = beside[k]!
        if (b.lines.length === a.lines.length) continue
        if (b.middle < a.top || b.middle > a.bottom || a.middle < b.top || a.middle > b.bottom) continue
        pairs += 1
        if (Math.abs(a.middle - b.middle) <= stray * sizeOf(a)) middles += 1
        if (Math.abs(a.lines[0]!.baseline - b.lines[0]!.baseline) <= 0.15 * sizeOf(a)) tops += 1
      }
    }
  }
  return pairs >= leastPairs && middles >= middleShare * pairs && tops < (1 - middleShare) * pairs
}

/** Cells right of the first column whose middles meet are a row. */
function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: Row[] = []
  for (const block of blocks.filter(({column}) => column > 0).sort((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1)
    const fits =
      row &&
      block.middle - row.middle <= stray * sizeOf(block) * 2 &&
      !row.blocks.some(({column}) => column === block.column)
    if (fits) {
      row.blocks.push(block)
      row.top = Math.min(row.top, block.top)
      row.bottom = Math.max(row.bottom, block.bottom)
    } else rows.push({blocks: [block], middle: block.middle, top: block.top, bottom: block.bottom})
  }
  return rows
}

/** Rows of a table on one page at most. */
const mostRows = 150

/** What a row without a cell of the first column costs, as a cell so many ems off its middle does, squared: it is the rest of one that the page before has, or has none. */
const bareRow = 1

/**
 * Which rows, one after another, each cell of the first column spans: of all ways to deal the rows out in order the one in which
 * the cells stand nearest to the middle of theirs. Dynamic programming over cells and rows.
 */
export function spansOfFirst(blocks: readonly Block[], edges: readonly number[]): Span[] {
  const rows = edges.length - 1
  const ordered = [...blocks].sort((a, b) => a.middle - b.middle)
  if (ordered.length === 0 || ordered.length > rows) return oneRowEach(ordered, edges)
  const em = sizeOf(ordered[0]!)
  // cost[k][end]: the first k cells and `end` rows; from[k][end]: where the last cell's rows begin, or -1 where row end - 1 is bare.
  const cost = Array.from({length: ordered.length + 1}, () => new Array<number>(rows + 1).fill(Infinity))
  const from = Array.from({length: ordered.length + 1}, () => new Array<number>(rows + 1).fill(-1))
  for (let end = 0; end <= rows; end++) cost[0]![end] = end * bareRow
  for (let k = 1; k <= ordered.length; k++)
    for (let end = 1; end <= rows; end++) {
      cost[k]![end] = cost[k]![end - 1]! + bareRow
      for (let start = 0; start < end; start++) {
        const off = Math.abs((edges[start]! + edges[end]!) / 2 - ordered[k - 1]!.middle) / em
        const sum = cost[k - 1]![start]! + off * off
        if (sum >= cost[k]![end]!) continue
        cost[k]![end] = sum
        from[k]![end] = start
      }
    }
  const spans: Span[] = []
  for (let [k, end] = [ordered.length, rows]; k > 0 && end > 0; ) {
    const start = from[k]![end]!
    if (start < 0) {
      end -= 1
      continue
    }
    spans.unshift({from: start, to: end - 1, blocks: [ordered[k - 1]!]})
    end = start
    k -= 1
  }
  return spans
}

/** More cells than rows: each goes to the row that it stands in. */
function oneRowEach(blocks: readonly Block[], edges: readonly number[]): Span[] {
  const byRow = new Map<number, Block[]>()
  for (const block of blocks) {
    const at = edges.findIndex((edge, row) => block.middle >= edge && block.middle < (edges[row + 1] ?? Infinity))
    const row = Math.min(Math.max(at, 0), edges.length - 2)
    byRow.set(row, [...(byRow.get(row) ?? []), block])
  }
  return [...byRow].sort((a, b) => a[0] - b[0]).map(([row, own]) => ({from: row, to: row, blocks: own}))
}
