/** Empty upright bands between words of lines that follow one another: gutters of columns and of tables without rules. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Line} from './lines.ts'
import {markedLine} from './markers.ts'

export interface Gutter {
  left: number
  right: number
  /** First and last line, by index. */
  from: number
  to: number
  /** Lines with words on both sides. */
  both: number
}

/** A strip of the page at the height of a line: where words or boxes stand in it, from left to right. */
type Chunks = [left: number, right: number][]

/** Least width of a gutter, in ems of its lines and in points, and the least lines on both sides of a narrow one. */
export interface GutterWidth {
  ems: number
  points: number
  narrowLines: number
}

/** Justified prose opens about 0.6 em between words. */
const usualWidth: GutterWidth = {ems: 0.7, points: 4.5, narrowLines: 4}
/** Inside what is known to be a table, columns of figures stand closer. */
export const tableWidth: GutterWidth = {ems: 0.36, points: 2.6, narrowLines: 2}
/** A gutter narrower than this, in ems, needs more lines to be believed. */
const narrow = 1.4
/** Lines on both sides that make a gutter, and a narrow one. */
const leastLines = 2
/** Share of a gutter's width that a line of one side must leave free to stand beside it. */
const intrusion = 0.5
/** How near to a gutter a word must end to bound it, ems. */
const boundary = 0.5
/** Share of the lines of a narrow gutter whose words must begin, or end, at one place for it to be more than a river of white in justified text, and how near, ems. */
const flushShare = 0.6
const flush = 0.4
/** Share of the words left of a gutter that must be list markers for it to be the gap after them. */
const markerShare = 0.6

/** Gutters of these lines. Boxes block them. Time: linear in the words, times the lines that a word gap runs through. */
export function guttersOf(lines: readonly Line[], boxes: readonly Box[], width: GutterWidth = usualWidth): Gutter[] {
  const beside = besideEach(lines)
  const chunks = lines.map((line, row) => chunksOf(line, beside[row]!, boxes))
  const found: Gutter[] = []
  let open: Gutter[] = []
  lines.forEach((line, row) => {
    open = open.filter(({to}) => to >= row)
    const least = Math.max(width.points, width.ems * line.size)
    const here = chunks[row]!
    for (let i = 1; i < here.length; i += 1) {
      const [left, right] = [here[i - 1]![1], here[i]![0]]
      if (right - left < least) continue
      if (open.some((gutter) => Math.min(gutter.right, right) - Math.max(gutter.left, left) >= least * 0.7)) continue
      const gutter = grown(chunks, lines, row, left, right, width)
      const em = line.size || 10
      const needed = gutter.right - gutter.left < narrow * em ? width.narrowLines : leastLines
      if (gutter.both < needed || followsMarkers(lines, gutter)) continue
      if (gutter.right - gutter.left < narrow * em && width === usualWidth && isRiver(chunks, gutter, em)) continue
      found.push(gutter)
      open.push(gutter)
    }
  })
  return found
}

/** Share of the lower line's height that two lines must share to stand beside one another: those of two columns may be set half a line apart. */
const besideShare = 0.33
/** Lines looked at above and below for others at the same height. */
const neighbours = 3

/** For each line those that stand beside it on another baseline: a side heading in larger letters. */
function besideEach(lines: readonly Line[]): Line[][] {
  return lines.map((line, row) => {
    const [left, top, right, bottom] = line.box
    const beside: Line[] = []
    for (let i = Math.max(0, row - neighbours); i < lines.length && i <= row + neighbours; i += 1) {
      const other = lines[i]!
      if (i === row || (other.box[0] < right && other.box[2] > left)) continue
      const over = Math.min(bottom, other.box[3]) - Math.max(top, other.box[1])
      if (over > besideShare * Math.min(bottom - top, other.box[3] - other.box[1])) beside.push(other)
    }
    return beside
  })
}

function chunksOf(line: Line, beside: readonly Line[], boxes: readonly Box[]): Chunks {
  const parts: Chunks = line.words.map(({box}) => [box[0], box[2]])
  for (const {words} of beside) for (const {box} of words) parts.push([box[0], box[2]])
  const [top, bottom] = [line.box[1], line.box[3]]
  for (const box of boxes) if (box[1] < bottom && box[3] > top) parts.push([box[0], box[2]])
  parts.sort((a, b) => a[0] - b[0])
  const chunks: Chunks = []
  for (const [left, right] of parts) {
    const last = chunks.at(-1)
    if (last && left - last[1] < 1) last[1] = Math.max(last[1], right)
    else chunks.push([left, right])
  }
  return chunks
}

function grown(
  chunks: readonly Chunks[],
  lines: readonly Line[],
  row: number,
  left: number,
  right: number,
  width: GutterWidth
): Gutter {
  let [from, to, both] = [row, row, 1]
  let [x0, x1] = [left, right]
  const pass = (next: number): boolean => {
    const least = Math.max(width.points, width.ems * lines[next]!.size) * 0.85
    const gap = freeAround(chunks[next]!, x0, x1)
    if (!gap) return false
    const [low, high] = [Math.max(x0, gap.left), Math.min(x1, gap.right)]
    if (high - low < least) return false
    // A line with words on one side only, a heading that reaches into the gutter, ends it.
    const room = narrow * lines[next]!.size
    if (!gap.inner && both > 1 && high - low < Math.min(room, intrusion * (x1 - x0)) && x1 - x0 > room) return false
    ;[x0, x1] = [low, high]
    if (gap.inner) both += 1
    return true
  }
  while (to + 1 < chunks.length && pass(to + 1)) to += 1
  while (from > 0 && pass(from - 1)) from -= 1
  return {left: x0, right: x1, from, to, both}
}

/** The free span of a strip that shares most with x0 to x1. */
function freeAround(chunks: Chunks, x0: number, x1: number): {left: number; right: number; inner: boolean} | undefined {
  let best: {left: number; right: number; inner: boolean} | undefined
  let most = 0
  let left = -Infinity
  for (let i = 0; i <= chunks.length; i += 1) {
    const right = chunks[i]?.[0] ?? Infinity
    const width = Math.min(right, x1) - Math.max(left, x0)
    if (width > most) {
      most = width
      best = {left, right, inner: i > 0 && i < chunks.length}
    }
    left = chunks[i]?.[1] ?? Infinity
    if (left > x1) break
  }
  return best
}

/** Whether the words beside a gutter are flush with it nowhere. */
function isRiver(chunks: readonly Chunks[], gutter: Gutter, em: number): boolean {
  const sides: [number, number][] = []
  for (let i = gutter.from; i <= gutter.to; i += 1) {
    const at = chunks[i]!.findIndex(([left]) => left >= gutter.right - 0.5)
    if (at > 0) sides.push([chunks[i]![at - 1]![1], chunks[i]![at]![0]])
  }
  const [ends, starts] = [sides.map(([end]) => end), sides.map(([, start]) => start)]
  return Math.max(mostWithin(ends, 2 * flush * em), mostWithin(starts, 2 * flush * em)) < flushShare * sides.length
}

/** How many of the values lie within one span of this width, at most. */
function mostWithin(values: number[], width: number): number {
  values.sort((a, b) => a - b)
  let [most, first] = [0, 0]
  for (let last = 0; last < values.length; last += 1) {
    while (values[last]! - values[first]! > width) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** The gap after bullets or numbers is no gutter. */
function followsMarkers(lines: readonly Line[], gutter: Gutter): boolean {
  let [marked, seen] = [0, 0]
  for (let i = gutter.from; i <= gutter.to; i += 1) {
    const line = lines[i]!
    const last = line.words.findLastIndex(({box}) => box[2] <= gutter.left + 0.5)
    if (last < 0 || last === line.words.length - 1) continue
    // A word that ends far from the gutter does not bound it: on its line there is no marker, or it stands in another column.
    if (line.words[last]!.box[2] < gutter.left - boundary * line.size) continue
    seen += 1
    // The word before the gutter stands alone: what is before it lies far off, in another column.
    let start = last
    while (start > 0 && line.words[start]!.box[0] - line.words[start - 1]!.box[2] < 0.5 * line.size) start -= 1
    const rest = line.words.slice(start)
    const found = markedLine({...line, words: rest})
    // Figures before figures are cells.
    if (!/\p{L}/u.test(line.words[last + 1]!.text)) continue
    if (found && rest.length - found.rest.length === last - start + 1) marked += 1
    // A label over them makes the numbers a column of a table.
    else if (seen === 1 && line.bold > 0.9 && last - start < 2 && line.words[start]!.box[0] < gutter.left) return false
  }
  return seen > 0 && marked >= markerShare * seen
}
