/** Tables whose cells are shaded boxes with a little white between them: the boxes are let out until they meet. */
import type {Box} from '../../plan-tree/nodes.ts'
import {shared} from '../pages/boxes.ts'
import {joinGap, snap} from './stroke.ts'

/** White between two cells at most, points: cards stand further apart. */
const widestGap = 8
/** Boxes of a grid at least. */
const leastBoxes = 4
/** A page with more shades than this is a picture. */
const mostBoxes = 1_500

/** The boxes, those of a grid with white between its cells as large as to meet half-way. Bounded by the square of `mostBoxes`. */
export function withoutGaps(boxes: readonly Box[]): Box[] {
  if (boxes.length < leastBoxes || boxes.length > mostBoxes) return [...boxes]
  const grown = new Map<Box, Box>()
  for (const near of neighbourhoods(boxes)) {
    if (near.length < leastBoxes) continue
    const across = meetings(near.map(([left, , right]) => [left, right]))
    const down = meetings(near.map(([, top, , bottom]) => [top, bottom]))
    if (!across || !down || !(across.parted || down.parted)) continue
    for (const box of near) {
      const [left, right] = across.letOut(box[0], box[2])
      const [top, bottom] = down.letOut(box[1], box[3])
      grown.set(box, [left, top, right, bottom])
    }
  }
  return boxes.map((box) => grown.get(box) ?? box)
}

/** Boxes side by side or one below the other with no more between them than parts cells. */
function neighbourhoods(boxes: readonly Box[]): Box[][] {
  const found: Box[][] = []
  const left = new Set(boxes)
  for (const start of boxes) {
    if (!left.delete(start)) continue
    const group = [start]
    for (const box of group)
      for (const other of left)
        if (isNear(box, other)) {
          left.delete(other)
          group.push(other)
        }
    found.push(group)
  }
  return found
}

function isNear(a: Box, b: Box): boolean {
  const [x, y] = [shared(a[0], a[2], b[0], b[2]), shared(a[1], a[3], b[1], b[3])]
  const beside = (along: number, between: number): boolean => along > snap && between <= snap && between >= -widestGap
  return beside(y, x) || beside(x, y)
}

interface Meetings {
  /** There is more white between two cells than strokes are snapped over. */
  parted: boolean
  letOut(from: number, to: number): [number, number]
}

/** Where cells that follow each other meet. Undefined where they overlap or there is one alone: they are no grid. */
function meetings(spans: readonly (readonly [from: number, to: number])[]): Meetings | undefined {
  const starts = distinct(spans.map(([from]) => from))
  const ends = distinct(spans.map(([, to]) => to))
  if (starts.length < 2 || starts.length !== ends.length) return undefined
  const gaps = starts.slice(1).map((start, i) => start - ends[i]!)
  if (gaps.some((gap) => gap < -snap || gap > widestGap)) return undefined
  const middle = gaps.map((gap, i) => ends[i]! + gap / 2)
  const near = (lines: readonly number[], at: number): number => lines.findIndex((line) => Math.abs(line - at) <= snap)
  return {
    parted: gaps.some((gap) => gap > joinGap),
    letOut: (from, to) => [middle[near(starts, from) - 1] ?? from, middle[near(ends, to)] ?? to]
  }
}

/** Places in their order, those nearer than a stroke is snapped as one. */
function distinct(places: readonly number[]): number[] {
  const found: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) if (place - (found.at(-1) ?? -1e9) > snap) found.push(place)
  return found
}
