/** Small geometry on boxes: [left, top, right, bottom] in points from the page's top-left corner. */
import type {Box} from '../../plan-tree/nodes.ts'

export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The box around all; [0, 0, 0, 0] around none. */
export function around(boxes: Iterable<Box>): Box {
  let whole: Box | undefined
  for (const box of boxes) whole = whole ? union(whole, box) : box
  return whole ?? [0, 0, 0, 0]
}

export const widthOf = (box: Box): number => box[2] - box[0]
export const heightOf = (box: Box): number => box[3] - box[1]
export const centreX = (box: Box): number => (box[0] + box[2]) / 2
export const centreY = (box: Box): number => (box[1] + box[3]) / 2

/** Whether the centre of `inner` lies in `outer`, let out by `slack` points on all sides. */
export function holds(outer: Box, inner: Box, slack = 0): boolean {
  const [x, y] = [centreX(inner), centreY(inner)]
  return x >= outer[0] - slack && x <= outer[2] + slack && y >= outer[1] - slack && y <= outer[3] + slack
}

/** Length that two spans share; negative: the gap between them. */
export function shared(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.min(to, otherTo) - Math.max(from, otherFrom)
}

/**
 * Hundredths of a point are enough for everyone. What damage or a font without widths left no area of has the least there is:
 * words stand somewhere.
 */
export function rounded(box: Box): Box {
  const [left, top] = [round(Math.min(box[0], box[2])), round(Math.min(box[1], box[3]))]
  const [right, bottom] = [round(Math.max(box[0], box[2])), round(Math.max(box[1], box[3]))]
  return [left, top, right > left ? right : round(left + 0.01), bottom > top ? bottom : round(top + 0.01)]
}

const round = (value: number): number => Math.round(value * 100) / 100
