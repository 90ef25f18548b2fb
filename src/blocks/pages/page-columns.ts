/** The columns of a page, seen over all of its running text: a strip between two tables is too short to show them by itself. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {type Cut, drawnGutter} from './drawn-gutters.ts'
import {type Gutter, guttersOf} from './gutters.ts'
import {type Line, linesOf} from './lines.ts'

/** The white between two columns of a page. */
export interface PageGutter {
  left: number
  right: number
}

/** Lines with words on both sides, at least, and the width of the white, ems. */
const leastBoth = 4
const leastWidth = 1
/** Share of the lines right of the white that begin at its edge, and how near, ems: text is set flush, figures of a table may not be. */
const flushShare = 0.5
const flush = 0.4

/** The gutters of the running text of a page: `words` are those outside tables and boxes. */
export function pageGuttersOf(words: readonly Run[], page: number): PageGutter[] {
  const lines = linesOf(words, page)
  return guttersOf(lines, []).filter((gutter) => {
    const own = lines.slice(gutter.from, gutter.to + 1)
    if (gutter.both < leastBoth || gutter.right - gutter.left < leastWidth * own[0]!.size) return false
    const starts = own.flatMap((line) => line.words.find(({box}) => box[0] >= gutter.right - 1) ?? [])
    const even = starts.filter(({box, size}) => box[0] - gutter.right < flush * size)
    return even.length >= leastBoth && even.length >= flushShare * starts.length
  })
}

/** A gutter of a region, marked where the columns of the page meet in it. */
export const withPage = (gutter: Gutter, columns: readonly PageGutter[]): Cut =>
  columns.some(({left, right}) => left < gutter.right && right > gutter.left && Math.abs(right - gutter.right) < same)
    ? {...gutter, ofPage: true}
    : gutter

/** How far the right edge of a gutter may be from the left edge of the page's column, points. */
const same = 3

/** The columns of the page where lines of a region stand in them and no gutter of their own shows it. */
export function columnCuts(
  columns: readonly PageGutter[],
  lines: readonly Line[],
  boxes: readonly Box[],
  gutters: readonly Gutter[]
): Cut[] {
  if (columns.length === 0 || gutters.length > 0 || lines.length === 0) return []
  return columns.flatMap(({left, right}) => {
    const at = (left + right) / 2
    const [top, bottom] = [lines[0]!.box[1], Math.max(...lines.map(({box}) => box[3]))]
    const cut = drawnGutter({at, from: top - 1, to: bottom + 1}, lines, boxes)
    const em = Math.max(...lines.map(({size}) => size))
    return cut && cut.right - cut.left > Math.max(leastWidth * em, (right - left) / 2) ? [cut] : []
  })
}
