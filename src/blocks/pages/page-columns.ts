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

/** Share of a region's width that each of two tables side by side takes at least. */
const besideShare = 0.3

/**
 * Two columns that each hold a table of their own: the labels of a header come back on one line, and no word stands over the place
 * where they begin again.
 */
export function headerCuts(lines: readonly Line[], boxes: readonly Box[]): Cut[] {
  const [left, right] = [Math.min(...lines.map(({box}) => box[0])), Math.max(...lines.map(({box}) => box[2]))]
  for (const {words, bold, size} of lines) {
    // Labels that come back right of a column of row titles are those of one table.
    if (bold < 0.9 || words.length < leastLabels || words[0]!.box[0] > left + 2 * size) continue
    const again = words.findIndex(
      ({text, box}, i) =>
        i > 1 &&
        text === words[0]!.text &&
        words[i + 1]?.text === words[1]!.text &&
        words[1]!.box[0] - words[0]!.box[2] > size &&
        box[0] - left > besideShare * (right - left) &&
        right - box[0] > besideShare * (right - left)
    )
    if (again < 0) continue
    const at = words[again]!.box[0] - 1
    const crosses = ({words: own}: Line): boolean => own.some(({box}) => box[0] < at - 1 && box[2] > at + 1)
    const here = lines.findIndex((line) => line.words === words)
    const from = lines.findLastIndex((line, i) => i < here && crosses(line)) + 1
    const end = lines.findIndex((line, i) => i > here && crosses(line))
    const own = lines.slice(from, end < 0 ? lines.length : end)
    const cut = drawnGutter(
      {at, from: own[0]!.box[1] - 1, to: Math.max(...own.map(({box}) => box[3])) + 1},
      lines,
      boxes
    )
    if (cut) return [{...cut, headed: true}]
  }
  return []
}

/** Words of a line in which the labels of two headers stand, at least. */
const leastLabels = 4

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
