/** Numbers and letters printed in a drawn disc or square before words: they number the item or the section that they stand before. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {centreX, centreY, heightOf, widthOf} from './boxes.ts'

/** Sides of the shape, points, and how far from square it may be. */
const side = {least: 8, most: 48}
const square = 0.8
/** How far right of the shape the words begin, ems of the words. */
const reach = 3
/** How far the middle of the shape may lie above or below that of the first line, ems. */
const level = 0.75
/** Shapes on a page at most: more are a picture. */
const mostShapes = 400

const label = /^(?:\d{1,2}|[A-Za-z])[.)]?$/

/** The page with each such number on the baseline of the words that it stands before, and without its shape. */
export function withDiscNumbers(page: Page): Page {
  const shapes = page.fills.flatMap(({box, round}) => (isDisc(box) && (round || isAlone(box, page)) ? [box] : []))
  if (shapes.length === 0 || shapes.length > mostShapes) return page
  const changed = new Map<Run, Run>()
  const used = new Set<Box>()
  for (const shape of shapes) {
    const within = page.runs.filter(({box}) => holdsMiddle(shape, box))
    const [number] = within
    if (within.length !== 1 || !number || !label.test(number.text) || changed.has(number)) continue
    const first = wordBeside(shape, page.runs)
    if (!first) continue
    const [left, , right] = number.box
    used.add(shape)
    changed.set(number, {
      ...number,
      baseline: first.baseline,
      box: [left, first.box[1], right, first.box[3]],
      marker: true
    })
  }
  if (changed.size === 0) return page
  return {
    ...page,
    runs: page.runs.map((run) => changed.get(run) ?? run),
    fills: page.fills.filter(({box}) => !used.has(box))
  }
}

function isDisc(box: Box): boolean {
  const [wide, high] = [widthOf(box), heightOf(box)]
  return (
    Math.min(wide, high) >= Math.max(side.least, square * Math.max(wide, high)) && Math.max(wide, high) <= side.most
  )
}

/** Gap between the cells of one column at most, points. */
const cellGap = 8

/** A shape that touches no other and no rule, and is as wide as none that is near below or above it: the cell of a table is. */
function isAlone(box: Box, {fills, rules}: Page): boolean {
  const near = ([left, top, right, bottom]: Box): boolean =>
    left < box[2] + 2 && right > box[0] - 2 && top < box[3] + 2 && bottom > box[1] - 2
  const around = ([left, top, right, bottom]: Box): boolean =>
    left < box[0] - 1 && top < box[1] - 1 && right > box[2] + 1 && bottom > box[3] + 1
  const inColumn = (other: Box): boolean =>
    Math.abs(other[0] - box[0]) < 1 &&
    Math.abs(other[2] - box[2]) < 1 &&
    Math.max(other[1] - box[3], box[1] - other[3]) < cellGap &&
    !isDisc(other)
  return (
    !fills.some((other) => other.box !== box && ((near(other.box) && !around(other.box)) || inColumn(other.box))) &&
    !rules.some(({from, to}) =>
      near([Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])])
    )
  )
}

const holdsMiddle = (shape: Box, box: Box): boolean =>
  centreX(box) > shape[0] && centreX(box) < shape[2] && centreY(box) > shape[1] && centreY(box) < shape[3]

/** The first word of the first line right of a shape. */
function wordBeside(shape: Box, runs: readonly Run[]): Run | undefined {
  const beside = runs.filter(
    ({box, size, angle}) =>
      !angle &&
      box[0] >= shape[2] - 0.5 &&
      box[0] - shape[2] < reach * size &&
      // Beside the first line, or beside the middle of a title of two.
      Math.abs(centreY(box) - centreY(shape)) < Math.max(level * size, 0.5 * heightOf(shape))
  )
  beside.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
  const [first] = beside
  return first && /[\p{L}\d]/u.test(first.text) ? first : undefined
}
