/** Boxes that stand in the columns of a page: which are such, and where a title over all columns begins a new section. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {around, centreX, centreY, widthOf} from './boxes.ts'
import type {Gutter} from './gutters.ts'
import type {Line} from './lines.ts'
import {groupsByHeight, stacked} from './wholes.ts'

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

/** White space between the lines of a column, ems at most. */
const columnGap = 1.6

/** Boxes of a page that may stand in columns, at most: more are a picture. */
const mostBoxes = 200

/** Columns in which boxes stand under one another, side by side, with the words over, under and between them. */
export interface BoxColumns {
  /** From here to there the columns run, points. */
  top: number
  bottom: number
  /** The middle of each gap between columns, left to right. */
  gaps: number[]
}

/**
 * The columns that boxes stand in, where every word at their height stands in one of them too; undefined where there are none. Boxes in
 * rows are no columns, nor are boxes beside text that has none. With a `share`, boxes must fill that share of the columns and no words run
 * on over their head or foot.
 */
export function columnsOfBoxes(lines: readonly Line[], boxes: readonly Box[], share = 0): BoxColumns | undefined {
  if (boxes.length < 3 || boxes.length > mostBoxes) return undefined
  for (const group of groupsByHeight(boxes.map((box) => ({box, content: box})))) {
    const spans: [left: number, right: number, count: number][] = []
    for (const {box} of [...group].sort((a, b) => a.box[0] - b.box[0])) {
      const last = spans.at(-1)
      if (last && box[0] < last[1] - stacked) {
        last[1] = Math.max(last[1], box[2])
        last[2] += 1
      } else spans.push([box[0], box[2], 1])
    }
    if (spans.length < 2 || !spans.some(([, , count]) => count > 1)) continue
    const top = Math.min(...group.map(({box}) => box[1]))
    const bottom = Math.max(...group.map(({box}) => box[3]))
    const filled = group.reduce((sum, {box}) => sum + box[3] - box[1], 0)
    if (filled < share * spans.length * (bottom - top)) continue
    const within = lines.filter(({box}) => centreY(box) > top && centreY(box) < bottom)
    if (within.length === 0) continue
    const spanOf = ({box}: Run): number =>
      spans.findIndex(([left, right]) => box[0] > left - stacked && box[2] < right + stacked)
    const fits = ({words, size}: Line): boolean =>
      words.every((word, i) => {
        const before = words[i - 1]
        const own = spanOf(word)
        return own >= 0 && (!before || word.box[0] - before.box[2] > size || spanOf(before) === own)
      })
    if (!within.every(fits)) continue
    // Words that run on over the head or the foot of a box are columns of text.
    const runsOn = ({box, size}: Line): boolean => {
      const gap = centreY(box) < top ? top - box[3] : centreY(box) > bottom ? box[1] - bottom : Infinity
      return gap < columnGap * size
    }
    if (share > 0 && lines.some((line) => runsOn(line) && fits(line))) continue
    return {top, bottom, gaps: spans.slice(1).map(([left], i) => (spans[i]![1] + left) / 2)}
  }
  return undefined
}
