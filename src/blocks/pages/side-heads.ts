/** Headings set in a column of their own, each beside the words that it heads. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {type Line, linesOf} from './lines.ts'
import {markedLine} from './markers.ts'

/** Letters of a side heading over those of the words beside it; bold ones need not be larger. */
const largerHead = 1.08
/** Distance of the lines of one heading, ems at most. */
const headPitch = 1.6
/** How far a heading and the words beside it may start from one height, ems. */
const together = 1
/** The same for the top of a table or box, whose edge stands above its words. */
const besideBox = 1.5
/** Words beside a heading on average, at least, where they are no list. */
const leastWords = 18
/** Words of a side heading at most: of a bold one, and of one in larger letters. */
const mostHeadWords = 16
const mostLargeWords = 45

export interface SideHead {
  words: Run[]
  /** From here down to the next heading the words beside belong to it. */
  top: number
}

/** The headings in one of two columns, top to bottom; undefined where the column is something else. `boxes` are tables and side boxes among the words beside it. */
export function sideHeads(
  column: readonly Run[],
  beside: readonly Run[],
  boxes: readonly Box[],
  page: number
): SideHead[] | undefined {
  const heads = linesOf(column, page)
  if (heads.length === 0) return undefined
  // What stands above the first of them goes on from the page before, or is a title over both columns.
  const body = linesOf(beside, page).filter((line) => line.baseline > heads[0]!.baseline - together * heads[0]!.size)
  if (body.length < 2) return undefined
  const sizes = body.map(({size}) => size).sort((a, b) => a - b)
  const size = sizes[sizes.length >> 1]!
  const bold = heads.every((line) => line.bold > 0.9)
  if (!heads.every((line) => line.size >= largerHead * size) && !bold) return undefined
  // A bold first line beside them makes both a table's header, unless it is a heading of lower rank.
  const above = heads.every((line) => line.size >= largerHead * sizes.at(-1)!)
  if (!above && (body[0]!.bold > 0.9 || body.filter((line) => line.bold > 0.9).length > 0.4 * body.length))
    return undefined
  const blocks: Line[][] = []
  for (const line of heads) {
    const last = blocks.at(-1)?.at(-1)
    if (last && line.baseline - last.baseline <= headPitch * line.size) blocks.at(-1)!.push(line)
    else blocks.push([line])
  }
  if (
    blocks.some(
      (lines) => lines.reduce((sum, {words}) => sum + words.length, 0) > (above ? mostLargeWords : mostHeadWords)
    )
  )
    return undefined
  const listed = body.filter((line) => markedLine(line)?.marker.kind === 'bullet').length
  const words = body.reduce((sum, line) => sum + line.words.length, 0)
  if (listed < 2 * blocks.length && words < leastWords * blocks.length) return undefined
  const starts = blocks.map(
    ([first]) =>
      body.find((line) => Math.abs(line.baseline - first!.baseline) < together * Math.max(first!.size, size)) ??
      boxes.map((box) => ({box})).find(({box}) => Math.abs(box[1] - first!.box[1]) < besideBox * first!.size)
  )
  if (starts.filter(Boolean).length < 0.8 * blocks.length) return undefined
  return blocks.map((lines, i) => ({
    words: lines.flatMap(({words}) => words),
    top: Math.min(lines[0]!.box[1], starts[i]?.box[1] ?? Infinity)
  }))
}
