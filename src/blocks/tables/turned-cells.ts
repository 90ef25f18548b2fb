/** Words turned on their side in cells of a ruled table, as the heads of narrow columns often are. */
import type {Run} from '../../source/types.ts'
import {centreX, centreY} from '../pages/boxes.ts'
import {type CellDraft, filledCells, type TableDraft} from './draft.ts'
import {ruledTable} from './ruled.ts'
import type {Ruling} from './rulings.ts'

/** White space kept at the edges of a cell, points. */
const padding = 1
/** Words beside a turned label that tell a row of text from a bar of a chart. */
const fewestBeside = 6

/**
 * Puts turned words into the empty cells that they stand in, laid level within the cell's edges; returns those placed. Where
 * most cells with words have turned ones, neither in the first row nor at the head of rows of text, as on the axis of a chart,
 * none are.
 */
export function placeTurned({rows}: TableDraft, turned: readonly Run[]): Run[] {
  if (turned.length === 0) return []
  const cells = rows.flatMap((row) => row.cells)
  const filled = rows.flatMap(filledCells).length
  const held = new Map<CellDraft, Run[]>()
  for (const run of turned) {
    const [x, y] = [centreX(run.box), centreY(run.box)]
    const cell = cells.find(({box}) => x > box[0] && x < box[2] && y > box[1] && y < box[3])
    if (cell && cell.words.length === 0) held.set(cell, [...(held.get(cell) ?? []), run])
  }
  const inHeader = [...held.keys()].every((cell) => rows[0]!.cells.includes(cell))
  if (!inHeader && held.size * 2 > filled && !labelRows({rows}, new Set(held.keys()))) return []
  const placed: Run[] = []
  for (const [cell, runs] of held) {
    cell.words.push(...laidLevel(runs, cell))
    placed.push(...runs)
  }
  return placed
}

/** The table whose rows have no label but a turned one; undefined where the turned words label no rows. */
export function labelledTable(
  ruling: Ruling,
  words: readonly Run[],
  turned: readonly Run[],
  page: number
): TableDraft | undefined {
  if (turned.length === 0) return undefined
  const [left, top, right, bottom] = ruling.box
  const within = turned.filter(({box}) => {
    const [x, y] = [centreX(box), centreY(box)]
    return x > left && x < right && y > top && y < bottom
  })
  const table = within.length > 0 ? ruledTable(ruling, [...words, ...within], page) : undefined
  if (!table) return undefined
  const labels = new Set(within)
  const labelled = new Set<CellDraft>()
  for (const cell of table.rows.flatMap(({cells}) => cells)) {
    if (!cell.words.some((word) => labels.has(word))) continue
    cell.words = cell.words.filter((word) => !labels.has(word))
    if (cell.words.length > 0) return undefined
    labelled.add(cell)
  }
  return labelRows(table, labelled) ? table : undefined
}

/** Whether all these empty cells stand at the head of rows of text. */
function labelRows({rows}: Pick<TableDraft, 'rows'>, labels: ReadonlySet<CellDraft>): boolean {
  let found = 0
  for (const {cells} of rows) {
    const [first, ...others] = cells
    if (!first || first.column > 0 || !labels.has(first)) continue
    if (others.reduce((sum, {words}) => sum + words.length, 0) < fewestBeside) return false
    found += 1
  }
  return found === labels.size
}

/** Turned words as level ones, shrunk to the cell: only their order and their lines tell anything. */
function laidLevel(runs: readonly Run[], {box: [left, top, right, bottom]}: CellDraft): Run[] {
  const straight = runs.map((run) => {
    const [x0, y0, x1, y1] = run.box
    const upward = (run.angle ?? 0) > 0
    return upward ? {run, from: -y1, to: -y0, across: x1} : {run, from: y0, to: y1, across: -x0}
  })
  const start = Math.min(...straight.map(({from}) => from))
  const first = Math.min(...straight.map(({across}) => across))
  const length = Math.max(...straight.map(({to}) => to)) - start
  const depth = Math.max(...straight.map(({across}) => across)) - first
  const {size} = runs[0]!
  const wide = Math.min(1, (right - left - 2 * padding) / (length || 1))
  const high = Math.min(1, (bottom - top - 2 * padding) / (depth + 1.3 * size))
  return straight.map(({run, from, to, across}) => {
    const baseline = top + padding + (size + across - first) * high
    const [x0, x1] = [from, to].map((at) => left + padding + (at - start) * wide)
    const {angle: _, ...level} = run
    return {...level, box: [x0!, baseline - 0.8 * size * high, x1!, baseline + 0.2 * size * high], baseline}
  })
}
