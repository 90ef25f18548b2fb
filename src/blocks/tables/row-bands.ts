/** Rows of tables without rules, whether their cells begin at the top of their row or stand in its middle. */
import {around, centreX, widthOf} from '../pages/boxes.ts'
import {type Line, linesOf} from '../pages/lines.ts'
import {type Block, type Span, spansOfFirst} from './centred.ts'
import type {CellDraft, RowDraft} from './draft.ts'

/** Lines of all columns that no white space over the whole width parts. */
interface Slab {
  top: number
  bottom: number
  /** By column. */
  lines: Line[][]
}

/** A way to deal slabs out to rows: the first slab of each row, and what it costs. */
interface Deal {
  starts: number[]
  cost: number
  /** Cells begin at the top of their row. */
  atTop: boolean
}

/** How far letters stand above and below their baseline, ems. */
const ascent = 0.78
const descent = 0.22
/** Slabs that one row holds at most. */
const mostSlabs = 40
const mostRows = 200
/**
 * Costs, without unit: of a row, of a row all of whose cells are empty, of a cell an em off its row's middle or top, of white space
 * inside a row half an em wider than that between the lines of a cell, of a row cut by the page, of lines that end with room left. Weighed on tables of word processors and browsers.
 */
const costs = {row: 0.05, empty: 0.7, off: 3, white: 0.5, cut: 0.1, room: 0.6}
const mostOff = 3
/** How far a cell may stand off, ems: space below the last paragraph of one moves its middle. */
const leeway = 0.3
/** By how much rows without the first column must cost less for it to be left out. */
const leaning = 0.8
/** White space between two rows over that between lines, ems at least, for a cell beside it to reach over it. */
const leastWhite = 0.1
/** Distance of the lines of a cell, ems at most: where all cells have one line it is not known. */
const mostPitch = 1.45
/** White space that parts two cells of the first column, over the distance of lines. */
const cellGap = 1.18

/**
 * Rows of the lines between column edges; undefined where nothing tells rows apart. `header` is the last baseline of the header's labels.
 * Time: lines times the slabs of a row times columns.
 */
export function bandRows(
  lines: readonly Line[],
  columns: readonly number[],
  page: number,
  header = -Infinity
): RowDraft[] | undefined {
  const count = columns.length - 1
  const byColumn = linesByColumn(lines, columns, page)
  const em = lines[0]!.size
  const pitch = usualPitch(byColumn, em)
  const whole = dealt(slabsOf(byColumn, em), pitch, em, header)
  // Cells of the first column that reach over several rows would make one of them.
  const others = slabsOf([[], ...byColumn.slice(1)], em)
  const bare = count > 2 ? dealt(others, pitch, em, header) : undefined
  const first = blocksOf(byColumn[0]!, pitch)
  const slabs = slabsOf(byColumn, em)
  const rows = rowsOf(whole, slabs)
  if (bare) {
    const own = rowsOf(bare, others)
    const white = pitch - em + leastWhite * em
    const apart = (rows.length < own.length && reachesOver(first, own, em, white)) || isTorn(first, rows)
    const fewer = whole.cost > bare.cost + leaning || rows.length < own.length
    if (apart || (fewer && standBeside(first, own))) return withFirst(bare, others, first, columns)
  }
  return rows.length < 2 || rows.length > mostRows ? undefined : drafts(rows, columns)
}

interface Row extends Slab {}

const rowsOf = ({starts}: Deal, slabs: readonly Slab[]): Row[] =>
  starts.map((start, i) => joined(slabs.slice(start, starts[i + 1] ?? slabs.length)))

function joined(slabs: readonly Slab[]): Row {
  const [first, last] = [slabs[0]!, slabs.at(-1)!]
  return {
    top: first.top,
    bottom: last.bottom,
    lines: first.lines.map((_, column) => slabs.flatMap(({lines}) => lines[column]!))
  }
}

function linesByColumn(lines: readonly Line[], columns: readonly number[], page: number): Line[][] {
  const words = columns.slice(1).map((): Line['words'] => [])
  for (const line of lines)
    for (const word of line.words) {
      let column = 0
      while (column < words.length - 1 && centreX(word.box) >= columns[column + 1]!) column += 1
      words[column]!.push(word)
    }
  return words.map((own) => linesOf(own, page))
}

/** Distance of the lines of a cell, points. */
function usualPitch(byColumn: readonly (readonly Line[])[], em: number): number {
  const pitches = byColumn
    .flatMap((own) => own.slice(1).map((line, i) => line.baseline - own[i]!.baseline))
    .filter((pitch) => pitch > 0.8 * em)
    .sort((a, b) => a - b)
  return Math.min(pitches[Math.floor(pitches.length * 0.1)] ?? 1.2 * em, mostPitch * em)
}

function slabsOf(byColumn: readonly (readonly Line[])[], em: number): Slab[] {
  const all = byColumn
    .flatMap((own, column) => own.map((line) => ({line, column})))
    .sort((a, b) => a.line.baseline - b.line.baseline)
  const slabs: Slab[] = []
  for (const {line, column} of all) {
    const [top, bottom] = [line.baseline - ascent * em, line.baseline + descent * em]
    const last = slabs.at(-1)
    if (last && top < last.bottom) last.bottom = Math.max(last.bottom, bottom)
    else slabs.push({top, bottom, lines: byColumn.map(() => [])})
    slabs.at(-1)!.lines[column]!.push(line)
  }
  return slabs
}

/** The cheapest way to deal slabs out to rows, with the cells in the middle of their rows or at their tops. */
function dealt(slabs: readonly Slab[], pitch: number, em: number, header: number): Deal {
  const [top, middle] = [true, false].map((atTop) => cheapest(slabs, pitch, em, header, atTop))
  return middle!.cost < top!.cost ? middle! : top!
}

function cheapest(slabs: readonly Slab[], pitch: number, em: number, header: number, atTop: boolean): Deal {
  const cost = new Array<number>(slabs.length + 1).fill(Infinity)
  const from = new Array<number>(slabs.length + 1).fill(0)
  cost[0] = 0
  const used = slabs[0]?.lines.map((_, column) => slabs.some(({lines}) => lines[column]!.length > 0)) ?? []
  const width = used.filter(Boolean).length
  const ended = endedOnPurpose(slabs)
  for (let start = 0; start < slabs.length; start += 1) {
    const spans = used.map((): {first: number; last: number} | undefined => undefined)
    let white = 0
    for (let end = start; end < slabs.length && end - start < mostSlabs; end += 1) {
      if (end > start) {
        // Labels and what stands below them are two rows.
        if (slabs[start]!.top < header && slabs[end]!.top > header) break
        const gap = slabs[end]!.top - slabs[end - 1]!.bottom - (pitch - em)
        white += costs.white * (Math.max(0, gap) / (0.5 * em)) ** 2 + costs.room * ended[end]!
      }
      slabs[end]!.lines.forEach((own, column) => {
        if (own.length === 0) return
        const span = spans[column]
        spans[column] = {first: span?.first ?? own[0]!.baseline, last: own.at(-1)!.baseline}
      })
      const filled = spans.filter((span) => span !== undefined)
      let off = strayed(filled, em, atTop)
      // A row that a page break cuts has its cells at the top.
      const atEnd = end === slabs.length - 1 || start === 0 || slabs[start - 1]!.top < header
      if (!atTop && atEnd) off = Math.min(off, strayed(filled, em, true) + costs.cut)
      const sum = cost[start]! + costs.row + (costs.empty * (width - filled.length)) / width + white + off
      if (sum >= cost[end + 1]!) continue
      cost[end + 1] = sum
      from[end + 1] = start
    }
  }
  const starts: number[] = []
  for (let end = slabs.length; end > 0; end = from[end]!) starts.unshift(from[end]!)
  return {starts, cost: cost[slabs.length]!, atTop}
}

/** Of the cells that stand in a slab and in the one above it, the share whose line above had room for the next word: 0 to 1, by slab. */
function endedOnPurpose(slabs: readonly Slab[]): number[] {
  const rights = slabs[0]?.lines.map((_, column) =>
    Math.max(...slabs.flatMap(({lines}) => lines[column]!.map(({box}) => box[2])))
  )
  return slabs.map(({lines}, i) => {
    const above = slabs[i - 1]?.lines
    if (!above) return 0
    let [both, ended] = [0, 0]
    lines.forEach((own, column) => {
      const [last, first] = [above[column]!.at(-1), own[0]]
      if (!last || !first) return
      both += 1
      const [word] = first.words
      if (last.box[2] + widthOf(word!.box) + first.size < rights![column]!) ended += 1
    })
    return both === 0 ? 0 : (ended / both) * Math.min(1, both / 2)
  })
}

/** How far cells stand from the top of their row, or from the middle of the tallest of them. */
function strayed(cells: readonly {first: number; last: number}[], em: number, atTop: boolean): number {
  let tallest = cells[0]
  let top = Infinity
  for (const cell of cells) {
    if (tallest && cell.last - cell.first > tallest.last - tallest.first) tallest = cell
    top = Math.min(top, cell.first)
  }
  if (!tallest) return 0
  const middle = (tallest.first + tallest.last) / 2
  let sum = 0
  for (const {first, last} of cells) {
    const off = Math.max(0, Math.abs(atTop ? first - top : (first + last) / 2 - middle) / em - leeway)
    sum += Math.min(mostOff, costs.off * off * off)
  }
  return sum / Math.max(1, cells.length / 2)
}

/** Cells of the first column: lines that follow one another closely. */
function blocksOf(lines: readonly Line[], pitch: number): Line[][] {
  const blocks: Line[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1)
    if (last && line.baseline - last.baseline <= cellGap * pitch) blocks.at(-1)!.push(line)
    else blocks.push([line])
  }
  return blocks
}

/** Whether some cell of the first column would be torn: a part of it in a row of its own. */
const isTorn = (blocks: readonly Line[][], rows: readonly Row[]): boolean =>
  blocks.some((block) => {
    const own = rows.filter(({lines}) => lines[0]!.some((line) => block.includes(line)))
    return own.length > 1 && own.some(({lines}) => lines.slice(1).every((each) => each.length === 0))
  })

/** Whether some cell of the first column stands beside the white space between two rows. */
const reachesOver = (blocks: readonly Line[][], rows: readonly Row[], em: number, white: number): boolean =>
  rows.some((row, i) => {
    const next = rows[i + 1]
    if (!next || next.top - row.bottom < white) return false
    return blocks.some(
      (block) =>
        block[0]!.baseline - ascent * em < row.bottom - 0.1 * em &&
        block.at(-1)!.baseline + descent * em > next.top + 0.1 * em
    )
  })

/** Every cell of the first column stands beside a row of the others. */
const standBeside = (blocks: readonly Line[][], rows: readonly Row[]): boolean =>
  blocks.every((block) =>
    rows.some(({top, bottom}) => block.some(({baseline}) => baseline > top && baseline - top < bottom - top + 1))
  )

function drafts(rows: readonly Row[], columns: readonly number[]): RowDraft[] {
  const edges = edgesOf(rows)
  return rows.map(({lines}, at) => ({
    cells: lines.map((own, column) => cellOf(own, column, 1, at, columns, edges)),
    box: [columns[0]!, edges[at]!, columns.at(-1)!, edges[at + 1]!]
  }))
}

const edgesOf = (rows: readonly Row[]): number[] => [
  rows[0]!.top - 1,
  ...rows.slice(1).map((row, i) => (rows[i]!.bottom + row.top) / 2),
  rows.at(-1)!.bottom + 1
]

function cellOf(
  lines: readonly Line[],
  column: number,
  rowSpan: number,
  at: number,
  columns: readonly number[],
  edges: readonly number[]
): CellDraft {
  const words = lines.flatMap((line) => line.words)
  const box: CellDraft['box'] = [columns[column]!, edges[at]!, columns[column + 1]!, edges[at + rowSpan]!]
  return {column, colSpan: 1, rowSpan, words, box}
}

/** Rows of the other columns, each cell of the first over the rows that it belongs to. */
function withFirst(
  deal: Deal,
  slabs: readonly Slab[],
  first: readonly Line[][],
  columns: readonly number[]
): RowDraft[] | undefined {
  const rows = rowsOf(deal, slabs)
  if (rows.length < 2 || rows.length > mostRows) return undefined
  const edges = edgesOf(rows)
  const blocks = first.map((lines): Block => {
    const [, top, , bottom] = around(lines.map((line) => line.box))
    return {column: 0, lines, middle: (lines[0]!.baseline + lines.at(-1)!.baseline) / 2, top, bottom}
  })
  const spans = deal.atTop ? spansFromTop(blocks, edges) : spansOfFirst(blocks, edges)
  return rows.map((row, at): RowDraft => {
    const span = spans.find(({from, to}) => from <= at && at <= to)
    const own = span?.from === at ? span.blocks.flatMap(({lines}) => lines) : []
    const cells = row.lines.slice(1).map((lines, i) => cellOf(lines, i + 1, 1, at, columns, edges))
    const held = span && span.from < at
    if (!held) cells.unshift(cellOf(own, 0, span ? span.to - span.from + 1 : 1, at, columns, edges))
    return {cells, box: [columns[0]!, edges[at]!, columns.at(-1)!, edges[at + 1]!]}
  })
}

/** Cells that begin at the top of the first of their rows and reach down to the next one. */
function spansFromTop(blocks: readonly Block[], edges: readonly number[]): Span[] {
  const rows = edges.length - 1
  const spans: Span[] = []
  for (const block of blocks) {
    const first = block.lines[0]!.baseline
    const at = Math.min(
      rows - 1,
      Math.max(
        0,
        edges.findLastIndex((edge) => edge < first)
      )
    )
    const last = spans.at(-1)
    if (last && last.from === at) last.blocks.push(block)
    else {
      if (last) last.to = at - 1
      spans.push({from: at, to: rows - 1, blocks: [block]})
    }
  }
  return spans
}
