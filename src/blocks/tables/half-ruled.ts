/** Tables drawn with level rules only: columns from the ends of rules or from gutters, rows between the rules. */
import type {Run} from '../../source/types.ts'
import {around, centreX, widthOf} from '../pages/boxes.ts'
import {guttersOf} from '../pages/gutters.ts'
import {type Line, linesOf} from '../pages/lines.ts'
import {sideHeads} from '../pages/side-heads.ts'
import {cellsOfLine, columnsEmpty, rowsWithin, spansAcross} from './aligned.ts'
import {type CellDraft, filledCells, type RowDraft, type TableDraft} from './draft.ts'
import {type Ruling, withStops} from './rulings.ts'
import {halfRuledColumns} from './undrawn-columns.ts'

/** Share of the cells between level rules with words below which they are a chart. */
const chartShare = 0.45

/** Share of a table's lines between rules that must be rows each for all to be: a single tall row wraps in narrow columns too. */
const denseShare = 0.4

/** Rules of one width with prose or a caption between them belong to several tables. */
export function partsAtProse(ruling: Ruling, words: readonly Run[], page: number): Ruling[] {
  if (ruling.level.length < 3) return [ruling]
  const level = [...ruling.level].sort((a, b) => a.at - b.at)
  const [left, , right] = ruling.box
  const lines = linesOf(
    words.filter(({box}) => centreX(box) > left && centreX(box) < right),
    page
  )
  const usual = medianSize(lines)
  const parts: (typeof level)[] = []
  let at = 0
  level.forEach((rule, i) => {
    const above = level[i - 1]?.at ?? -Infinity
    while (at < lines.length && lines[at]!.baseline < above) at += 1
    let [end, prose] = [at, false]
    for (; end < lines.length && lines[end]!.baseline < rule.at; end += 1) {
      const {baseline} = lines[end]!
      if (ruling.upright.some((upright) => upright.from < baseline - 2 && upright.to > baseline + 2)) continue
      prose ||=
        isProseLine(lines[end]!, right - left) ||
        isTitleLine(lines[end]!, left, usual) ||
        isLargeLine(lines[end]!, usual)
    }
    if (i > 0 && ruling.upright.length === 0) prose ||= isTitled(lines.slice(at, end))
    at = end
    if (i === 0 || prose) parts.push([rule])
    else parts.at(-1)!.push(rule)
  })
  if (parts.length === 1) return [ruling]
  return parts.map((own) => {
    const [top, bottom] = [own[0]!.at, own.at(-1)!.at]
    const upright = ruling.upright.filter(({from, to}) => from > top - 3 && to < bottom + 3)
    return withStops({level: own, upright, box: [left, top, right, bottom]}, ruling.ends)
  })
}

/**
 * Tables under one another whose rows are parted by rules and whose header rows are filled: the rules stand in one group, being
 * of one width, and each header in a group of its own inside it. The headers' strokes join the rules.
 */
export function withHeaders(rulings: readonly Ruling[], words: readonly Run[]): Ruling[] {
  const headers = new Map<Ruling, Ruling>()
  for (const inner of rulings) {
    const [left, top, right, bottom] = inner.box
    if (inner.level.length < 2 || bottom - top > tallestHeader) continue
    if (!inner.upright.some(({at}) => at > left + 5 && at < right - 5)) continue
    const outer = rulings.find(
      ({box, level}) =>
        level.length >= 3 &&
        Math.abs(box[0] - left) < 3 &&
        Math.abs(box[2] - right) < 3 &&
        box[1] < top - 3 &&
        box[3] > bottom + 3
    )
    if (outer) headers.set(inner, outer)
  }
  if (headers.size === 0) return underHeaders(rulings, words)
  const whole = rulings
    .filter((ruling) => !headers.has(ruling))
    .map((ruling) => {
      const own = [...headers].filter(([, outer]) => outer === ruling).map(([inner]) => inner)
      if (own.length === 0) return ruling
      const level = [...ruling.level, ...own.flatMap((inner) => inner.level)].sort((a, b) => a.at - b.at)
      const upright = [...ruling.upright, ...own.flatMap((inner) => inner.upright)]
      return withStops({level, upright, box: ruling.box}, [...ruling.ends, ...own.flatMap((inner) => inner.ends)])
    })
  return underHeaders(whole, words)
}

/** White space between a header row and the first rule below it, and between rules, at most, points. */
const ruleReach = 150
/** The same where every word between them keeps to the header's columns. */
const columnReach = 400

/**
 * A filled header row over rules: of which some stand under some of its columns only, where a cell of the others goes on, or
 * with words between them that keep to its columns. One table with the header's columns.
 */
function underHeaders(rulings: readonly Ruling[], words: readonly Run[]): Ruling[] {
  const taken = new Set<Ruling>()
  const joined = new Map<Ruling, Ruling[]>()
  const order = [...rulings].sort((a, b) => a.box[1] - b.box[1])
  for (const header of order) {
    const [left, top, right, bottom] = header.box
    if (header.upright.length < 3 || bottom - top > tallestHeader || taken.has(header)) continue
    const isEdge = (x: number): boolean => header.upright.some(({at}) => Math.abs(at - x) < 3)
    const next = order.find(
      ({box, upright}) => upright.length > 2 && box[1] > bottom + 3 && box[0] < right && box[2] > left
    )
    const below = order.filter(
      ({box, upright, level}) =>
        upright.length === 0 &&
        box[1] > bottom - 3 &&
        box[3] < (next?.box[1] ?? Infinity) &&
        level.every(({from, to}) => isEdge(from) && Math.abs(to - right) < 3)
    )
    const strokes = below.flatMap(({level}) => level).sort((a, b) => a.at - b.at)
    if (strokes.length === 0 || below.some((each) => taken.has(each))) continue
    const widest = Math.max(...strokes.map(({at}, i) => at - (strokes[i - 1]?.at ?? bottom)))
    const partial = header.upright.length > 3 && strokes.length > 1 && strokes.some(({from}) => from > left + 3)
    const kept = (): boolean => widest < columnReach && keepsColumns(words, header, strokes.at(-1)!.at)
    if (!(partial && widest < ruleReach) && !kept()) continue
    for (const each of below) taken.add(each)
    joined.set(header, below)
  }
  return rulings
    .filter((ruling) => !taken.has(ruling))
    .map((ruling) => {
      const below = joined.get(ruling)
      if (!below) return ruling
      const level = [...ruling.level, ...below.flatMap((each) => each.level)].sort((a, b) => a.at - b.at)
      const [left, top, right] = ruling.box
      return withStops({level, upright: ruling.upright, box: [left, top, right, level.at(-1)!.at]}, ruling.ends)
    })
}

/** No word below a header row, down to a height, stands across an edge of its columns, and not all are in the first of these. */
function keepsColumns(words: readonly Run[], {box, upright}: Ruling, foot: number): boolean {
  const [left, , right, top] = box
  const under = words.filter(
    ({box: [from, above, to, end]}) => above > top - 1 && end < foot + 1 && to > left && from < right
  )
  const edges = upright.map(({at}) => at)
  const [, second = right] = [...edges].sort((a, b) => a - b)
  return (
    under.some(({box: [from]}) => from > second) &&
    under.every(({box: [from, , to]}) => edges.every((x) => from > x - 1.5 || to < x + 1.5))
  )
}

/** Tallest header row, in points. */
const tallestHeader = 60

function medianSize(lines: readonly Line[]): number {
  const sizes = lines.map(({size}) => size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 0
}

/** A heading between two tables: letters larger than those of the cells, from the left edge on, without a gap. */
function isTitleLine(line: Line, left: number, usual: number): boolean {
  if (line.size < titleShare * usual || line.box[0] > left + 2 * line.size || line.words.length > 20) return false
  return !line.words.some(({box}, i) => i > 0 && box[0] - line.words[i - 1]!.box[2] > 0.9 * line.size)
}

/** Text between two tables, in columns of its own: letters larger than those of the cells, more of them than a figure or a label has. */
const isLargeLine = ({size, words}: Line, usual: number): boolean =>
  size >= titleShare * usual && words.length >= leastLarge

/** Words of a line in larger letters that no cell has. */
const leastLarge = 5

/** Size of a heading's letters, at least, over those of the cells around it. */
const titleShare = 1.12

/** Between two rules stands the title of the next table: bold, alone, above a bold header. */
function isTitled(band: readonly Line[]): boolean {
  const single = (line: Line): boolean =>
    !line.words.some(({box}, i) => i > 0 && box[0] - line.words[i - 1]!.box[2] > 0.9 * line.size)
  return band.some((line, i) => {
    const next = band[i + 1]
    if (!next || !single(line) || line.bold < 0.9 || single(next) || next.bold < 0.9) return false
    return line.words.length > 1 && next.baseline - line.baseline > 1.5 * next.size
  })
}

/** A caption, or a sentence over most of the width without a gap. */
function isProseLine(line: Line, width: number): boolean {
  const [first, second] = line.words
  if (/^(?:table|figure|fig\.|chart)$/i.test(first!.text) && /^\d/.test(second?.text ?? '')) return true
  if (line.words.length < 9 || widthOf(line.box) < 0.75 * width) return false
  return !line.words.some(({box}, i) => i > 0 && box[0] - line.words[i - 1]!.box[2] > 0.9 * line.size)
}

/** A table drawn with level rules only, or with fewer upright rules (`drawn` columns) than it has columns: rows between the rules where most of them part rows, else by alignment. */
export function halfRuledTable(ruling: Ruling, words: readonly Run[], page: number, drawn = 0): TableDraft | undefined {
  const inner = ruling.upright.some(({at}) => at > ruling.box[0] + 5 && at < ruling.box[2] - 5)
  if ((inner && drawn === 0) || ruling.level.length < 2) return undefined
  // A frame around prose: level rules at its top and its foot only.
  if (ruling.upright.length > 0 && ruling.stops.length === 0 && drawn === 0) return undefined
  const ends = ruling.upright.flatMap(({from, to}) => [from, to])
  const ys = [...ruling.level.map(({at}) => at), ...ends]
    .sort((a, b) => a - b)
    .filter((y, i, all) => i === 0 || y - all[i - 1]! > 6)
  const [left, right] = [ruling.box[0] - 2, ruling.box[2] + 2]
  const inside = words.filter(
    ({box}) => centreX(box) > left && centreX(box) < right && box[1] > ys[0]! - 3 && box[3] < ys.at(-1)! + 3
  )
  if (inside.length < 4) return undefined
  const lines = linesOf(inside, page)
  const columns = halfRuledColumns(ruling, lines)
  if (columns.length < 3 || (drawn > 0 && columns.length < drawn + 3)) return undefined
  if (ruling.upright.length === 0 && isSideHeaded(lines, page)) return undefined
  const bands = ys
    .slice(1)
    .map((bottom, i) => lines.filter(({baseline}) => baseline > ys[i]! && baseline <= bottom + 1))
  const filled = bands.filter((band) => band.length > 0)
  if (filled.length < 1) return undefined
  const wrapped = filled.length > 1 && areWrapped(filled, columns)
  const denseLines = wrapped ? 0 : filled.reduce((sum, band) => sum + (isDense(band, columns) ? band.length : 0), 0)
  const dense = denseLines >= denseShare * lines.length
  const single = !dense && filled.length >= 2
  const rows = filled.flatMap((band) => (single ? [wholeRow(band, columns)] : rowsWithin(band, columns)))
  if (single) mergeDown(rows, filled, ruling)
  const cells = rows.flatMap(filledCells)
  // Grid lines of a chart and the figures along its axes leave most cells empty.
  if (rows.length > 3 && cells.length < chartShare * rows.length * (columns.length - 1)) return undefined
  if (rows.length < 2 || cells.length < 4 || new Set(cells.map(({column}) => column)).size < 2) return undefined
  if (cells.reduce((sum, cell) => sum + cell.words.length, 0) / cells.length > 60) return undefined
  const foot = Math.max(...ruling.upright.map(({to}) => to), -Infinity)
  const open = foot > ys.at(-1)! + 6 ? {openBelow: true} : {}
  return {page, box: [left, ys[0]!, right, Math.max(ys.at(-1)!, foot)], columns, rows, rule: 'half-ruled', ...open}
}

/** Share of the lines between rules that a gutter runs along where headings stand on its left, as a table's labels do, and on its right. */
const headedShare = {left: 0.8, right: 0.5}

/** Rules between sections whose headings stand in a column of their own. */
function isSideHeaded(lines: readonly Line[], page: number): boolean {
  const gutter = guttersOf(lines, []).sort((a, b) => b.right - b.left - (a.right - a.left))[0]
  if (!gutter) return false
  const share = (gutter.to - gutter.from + 1) / lines.length
  const words = lines.slice(gutter.from, gutter.to + 1).flatMap((line) => line.words)
  const left = words.filter(({box}) => centreX(box) < gutter.right)
  const right = words.filter(({box}) => centreX(box) >= gutter.right)
  return (
    (share >= headedShare.left && sideHeads(left, right, [], page) !== undefined) ||
    (share >= headedShare.right && sideHeads(right, left, [], page) !== undefined)
  )
}

/** Lines between two rules that are rows each: rules stand under the header and at the end only. */
function isDense(band: readonly Line[], columns: readonly number[]): boolean {
  const count = columns.length - 1
  const split = band.map((line) => cellsOfLine(line, columns))
  const filled = (cells: readonly Run[][]): number => cells.filter((cell) => cell.length > 0).length
  if (band.length > 3 && split.filter((cells) => filled(cells) * 2 > count).length >= 3) return true
  const whole = split.filter((cells) => filled(cells) === count)
  if (whole.length < 2 || whole.length < split.length) return false
  return columns
    .slice(2)
    .some((_, column) =>
      whole.every((cells) => cells[column + 1]!.length === 1 && /\d/.test(cells[column + 1]![0]!.text))
    )
}

/** Lines that end though the next word had room, over all that another follows in their cell, at most where cells are wrapped; fewest such pairs. */
const roomShare = 0.25
const leastPairs = 6
/** Words of a line that tell whether it is full, at least. */
const leastWrapped = 3

/** Whether the lines between rules are those of wrapped cells: nearly each is as full as its column allows. */
function areWrapped(bands: readonly (readonly Line[])[], columns: readonly number[]): boolean {
  const split = bands.map((band) => band.map((line) => cellsOfLine(line, columns)))
  let [pairs, room] = [0, 0]
  for (let column = 0; column < columns.length - 1; column += 1) {
    const right = Math.max(...split.flat().flatMap((cells) => cells[column]!.map(({box}) => box[2])))
    for (const band of split)
      band.slice(1).forEach((cells, i) => {
        const [above, next] = [band[i]![column]!, cells[column]![0]]
        const last = above.at(-1)
        // Figures and names below one another fill their column too.
        if (!next || !last || above.length < leastWrapped) return
        pairs += 1
        if (last.box[2] + widthOf(next.box) + 0.5 * next.size < right) room += 1
      })
  }
  return pairs >= leastPairs && room < roomShare * pairs
}

/** Cells with no rule between them, where others of their rows have one, are one cell. */
export function mergeDown(rows: RowDraft[], bands: readonly (readonly Line[])[], {level}: Ruling): void {
  const open = new Map<number, CellDraft>()
  rows.forEach((row, i) => {
    const above = bands[i - 1]?.at(-1)?.baseline
    const below = bands[i]![0]!.baseline
    const between = above === undefined ? [] : level.filter(({at}) => at > above && at < below)
    const parted = ({box}: CellDraft): boolean =>
      between.some(({from, to}) => Math.min(to, box[2]) - Math.max(from, box[0]) > 0.5 * widthOf(box))
    const someParted = row.cells.some(parted)
    row.cells = row.cells.filter((cell) => {
      const host = open.get(cell.column)
      if (someParted && host && host.colSpan === cell.colSpan && !parted(cell)) {
        host.words.push(...cell.words)
        host.rowSpan += 1
        host.box = [host.box[0], host.box[1], host.box[2], cell.box[3]]
        return false
      }
      open.set(cell.column, cell)
      return true
    })
  })
}

export function wholeRow(band: readonly Line[], columns: readonly number[]): RowDraft {
  const cells = columnsEmpty(columns, band[0]!)
  for (const line of band)
    cellsOfLine(line, columns).forEach((words, column) => {
      cells[column]!.words.push(...words)
    })
  const box = around(band.map((line) => line.box))
  const row: RowDraft = {cells, box: [columns[0]!, box[1], columns.at(-1)!, box[3]]}
  for (const cell of row.cells) cell.box = [cell.box[0], row.box[1], cell.box[2], row.box[3]]
  return spansAcross(row)
}
