/** Boxes that stand in the columns of a page: which are such, and where a title over all columns begins a new section. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {around, centreX, widthOf} from './boxes.ts'
import type {Gutter} from './gutters.ts'
import type {Line} from './lines.ts'

/** A box beside running text that is as wide as it stands in a column of the page. */
const columnDrift = 0.1

export const isColumn = ([left, , right]: Box, columns: readonly Box[]): boolean =>
  columns.some((box) => Math.abs(widthOf(box) - (right - left)) < columnDrift * (right - left))

/** Where words stand: all of them, and those between gutters. */
export function columnsOfWords(words: readonly Run[], gutters: readonly Gutter[]): Box[] {
  const edges = [-Infinity, ...gutters.map(({left, right}) => (left + right) / 2).sort((a, b) => a - b), Infinity]
  const columns = edges
    .slice(1)
    .map((right, i) => words.filter(({box}) => centreX(box) > edges[i]! && centreX(box) < right))
  return [words, ...columns].filter((own) => own.length > 0).map((own) => around(own.map(({box}) => box)))
}

/** Letters of a title over most of the region's, at least, where it is too short to reach that far. */
const titleSize = 1.4
/** How far a title reaches over the edge of the boxes above and below it at least, points. */
const titleReach = 12

/**
 * The line that begins a section of the page: it runs over the edge between the columns that boxes above and below it stand in, or is set
 * much larger, and stands beside none. Undefined where there is none.
 */
export function sectionUnder(lines: readonly Line[], boxes: readonly Box[]): number | undefined {
  if (boxes.length < 2) return undefined
  const sizes = lines.map(({size}) => size).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1]!
  const at = lines.findIndex(({box: [left, top, right, bottom], words, size}, i) => {
    if (i === 0 || boxes.some((box) => box[1] < bottom && box[3] > top)) return false
    if (words.some(({box}, k) => k > 0 && box[0] - words[k - 1]!.box[2] > size)) return false
    const title = size >= titleSize * usual
    const over = boxes.filter((box) => title || (left < box[0] - titleReach && right > box[0] + titleReach))
    return over.some((box) => box[3] <= top) && over.some((box) => box[1] >= bottom)
  })
  return at > 0 ? at : undefined
}
