/** Words turned on their side in cells of a ruled table, as the heads of narrow columns often are. */
import type {Run} from '../../source/types.ts'
import {centreX, centreY} from '../pages/boxes.ts'
import {type CellDraft, filledCells, type TableDraft} from './draft.ts'

/** White space kept at the edges of a cell, points. */
const padding = 1

/**
 * Puts turned words into the empty cells that they stand in, laid level within the cell's edges; returns those placed. Where
 * most cells with words have turned ones, and not in the first row, as on the axis of a chart, none are.
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
  if (!inHeader && held.size * 2 > filled) return []
  const placed: Run[] = []
  for (const [cell, runs] of held) {
    cell.words.push(...laidLevel(runs, cell))
    placed.push(...runs)
  }
  return placed
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
