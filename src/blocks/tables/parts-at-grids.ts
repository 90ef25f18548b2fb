/** Level rules of one width that underline headings, told from those of a table. */
import {type Ruling, type Stroke, withStops} from './rulings.ts'

/** Rows of a grid that stand between two rules at least for the rules to be none of its own; points that the grid keeps off them. */
const leastInner = 3
const clear = 4

/** Level rules with a whole grid between two of them underline headings above and below that table: they are none of one table. */
export function partsAtGrids(ruling: Ruling, rulings: readonly Ruling[]): Ruling[] {
  if (ruling.upright.length > 0 || ruling.level.length < 2) return [ruling]
  const [left, , right] = ruling.box
  const grids = rulings.filter(
    ({upright, level, box}) =>
      upright.length >= leastInner && level.length >= leastInner && box[0] > left - clear && box[2] < right + clear
  )
  if (grids.length === 0) return [ruling]
  const parts: Stroke[][] = []
  for (const rule of [...ruling.level].sort((a, b) => a.at - b.at)) {
    const above = parts.at(-1)?.at(-1)
    const inside = above && grids.some(({box}) => box[1] > above.at + clear && box[3] < rule.at - clear)
    if (above && !inside) parts.at(-1)!.push(rule)
    else parts.push([rule])
  }
  if (parts.length === 1) return [ruling]
  return parts.map((level) => {
    const [top, bottom] = [level[0]!.at, level.at(-1)!.at]
    return withStops({level, upright: [], box: [left, top, right, bottom]}, ruling.ends)
  })
}
