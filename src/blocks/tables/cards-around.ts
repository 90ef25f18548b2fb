/** Cards around tables: the edges of a shade that a drawn grid stands on, and runs over or down to, are none of the grid's. */
import type {Box} from '../../plan-tree/nodes.ts'
import {shared, widthOf} from '../pages/boxes.ts'
import {type Stroke, snap} from './stroke.ts'
import {boundsOf, type Group} from './stroke-groups.ts'

/** Strokes that are a grid of their own, at least. */
const leastUpright = 3
const leastLevel = 2
/** How far a card reaches beyond its table on one side at least, points. */
const margin = 4
/** Share of a table's width that its card reaches over. */
const cardShare = 0.8

/** Groups of which those that hold a drawn grid and the shade of the card around it have become two. */
export function withoutCards(found: readonly Group[], shades: readonly Box[]): Group[] {
  if (shades.length === 0) return [...found]
  return found.flatMap((group) => {
    const grid = {level: group.level.filter(isDrawn), upright: group.upright.filter(isDrawn)}
    const edges = group.level.length + group.upright.length - grid.level.length - grid.upright.length
    if (edges === 0 || grid.upright.length < leastUpright || grid.level.length < leastLevel) return [group]
    const box = boundsOf(grid)
    const cards = shades.filter((shade) => isCard(shade, box, group))
    if (cards.length === 0) return [group]
    const ofCard = (stroke: Stroke, isLevel: boolean): boolean =>
      stroke.edge === true && cards.some((card) => isSide(stroke, card, isLevel))
    const level = group.level.filter((stroke) => !ofCard(stroke, true))
    const upright = group.upright.filter((stroke) => !ofCard(stroke, false))
    return [{level, upright, box: boundsOf({level, upright})}, ...cards.map(frameOf)]
  })
}

const isDrawn = ({edge}: Stroke): boolean => !edge

/** A shade of this group that reaches from above the grid to below it and further than it on some side. */
function isCard(shade: Box, grid: Box, {box}: Group): boolean {
  const inGroup = shade[0] > box[0] - snap && shade[1] > box[1] - snap && shade[2] < box[2] + snap
  if (!inGroup || shade[3] > box[3] + snap) return false
  if (shade[1] > grid[1] + snap || shade[3] < grid[3] - snap) return false
  if (shared(shade[0], shade[2], grid[0], grid[2]) < cardShare * widthOf(grid)) return false
  return [grid[0] - shade[0], grid[1] - shade[1], shade[2] - grid[2], shade[3] - grid[3]].some((gap) => gap > margin)
}

function isSide(stroke: Stroke, [left, top, right, bottom]: Box, isLevel: boolean): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2 * snap
  const [sides, from, to] = isLevel ? [[top, bottom], left, right] : [[left, right], top, bottom]
  return sides.some((side) => near(stroke.at, side)) && near(stroke.from, from) && near(stroke.to, to)
}

function frameOf(box: Box): Group {
  const [left, top, right, bottom] = box
  const level = [top, bottom].map((at): Stroke => ({at, from: left, to: right, edge: true}))
  const upright = [left, right].map((at): Stroke => ({at, from: top, to: bottom, edge: true}))
  return {level, upright, box, card: true}
}
