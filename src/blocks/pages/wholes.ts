/** Boxes that are kept whole, among the lines of a region: which stand alone, and in what order. */
import type {Box} from '../../plan-tree/nodes.ts'
import {shared} from './boxes.ts'
import type {Line} from './lines.ts'

/** Something on the page that is kept whole: a ruled table, a side box with what stands in it. */
export interface Whole<Content> {
  box: Box
  content: Content
}

/** Height that two boxes must share to stand side by side, points. */
export const stacked = 4
/** Boxes compared with one another at most: more are a picture. */
const mostCompared = 200
export function besideBox({box: [, top, , bottom]}: Line, box: Box): boolean {
  const middle = (top + bottom) / 2
  return middle > box[1] && middle < box[3]
}

/** Boxes with no words beside them, nor any box that has words beside it: those stand in columns of their own. */
export function aloneOf<Content>(lines: readonly Line[], wholes: readonly Whole<Content>[]): Whole<Content>[] {
  const beside = wholes.filter(({box}) => lines.some((line) => besideBox(line, box)))
  let alone = wholes.filter((whole) => !beside.includes(whole))
  for (let last = -1; alone.length > 0 && last !== alone.length && alone.length <= mostCompared; ) {
    last = alone.length
    const next = alone.filter(({box}) => {
      const held = beside.some(
        ({box: other}) =>
          shared(box[1], box[3], other[1], other[3]) > stacked && shared(box[0], box[2], other[0], other[2]) < 0
      )
      return !held
    })
    beside.push(...alone.filter((whole) => !next.includes(whole)))
    alone = next
  }
  return alone
}

/** Boxes that stand side by side, together; groups from top to bottom. */
export function groupsByHeight<Content>(wholes: readonly Whole<Content>[]): Whole<Content>[][] {
  const groups: Whole<Content>[][] = []
  let bottom = -Infinity
  for (const whole of [...wholes].sort((a, b) => a.box[1] - b.box[1])) {
    if (whole.box[1] >= bottom - 4) groups.push([whole])
    else groups.at(-1)!.push(whole)
    bottom = Math.max(bottom, whole.box[3])
  }
  return groups
}

/** Boxes by rows where rows can be told apart, else by columns. */
export function orderedWholes<Content>(wholes: readonly Whole<Content>[]): Whole<Content>[] {
  return groupsByHeight(wholes).flatMap((group) => {
    if (group.length < 2) return group
    const sorted = [...group].sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1])
    const columns: Whole<Content>[][] = []
    let right = -Infinity
    for (const whole of sorted) {
      if (whole.box[0] >= right - 4) columns.push([whole])
      else columns.at(-1)!.push(whole)
      right = Math.max(right, whole.box[2])
    }
    return columns.length > 1
      ? columns.flatMap((column) => column.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]))
      : group.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  })
}
