/** Edges of the columns of tables without rules: gutters, and strips that no word of the table stands in. */
import {around} from '../pages/boxes.ts'
import type {Gutter} from '../pages/gutters.ts'
import type {Line} from '../pages/lines.ts'

/** Left edges of the columns and the right edge of the last. */
export function edgesOf(lines: readonly Line[], gutters: readonly Gutter[]): number[] {
  const [left, , right] = around(lines.map((line) => line.box))
  return [left, ...gutters.map((gutter) => (gutter.left + gutter.right) / 2).sort((a, b) => a - b), right]
}

/** Least width of a strip that no word of a table stands in, and of one whose words right of it begin at one place, ems and points. */
const strip = {ems: 0.5, points: 3}
const flushStrip = {ems: 0.12, points: 1}
/** Share of the lines right of a narrow strip that must begin at its edge, to within so many ems. */
const flushLines = 0.75
const flushEms = 0.2
/** Half of these lines have at least so much white before them, ems: columns end raggedly. */
const raggedEms = 0.8

/** The same with the strips of the band that no word stands in: cells on baselines of their own leave no other sign of columns. */
export function freeEdges(lines: readonly Line[], gutters: readonly Gutter[]): number[] {
  const words = lines.flatMap((line) => line.words).sort((a, b) => a.box[0] - b.box[0])
  const em = lines[0]?.size ?? 10
  const least = Math.max(strip.points, strip.ems * em)
  const free: number[] = []
  let right = words[0]?.box[2] ?? 0
  for (const {box} of words) {
    const wide = box[0] - right >= least
    const narrow = !wide && box[0] - right >= Math.max(flushStrip.points, flushStrip.ems * em)
    if (wide || (narrow && beginsFlush(lines, box[0], em))) free.push((right + box[0]) / 2)
    right = Math.max(right, box[2])
  }
  const [first = 0, ...rest] = edgesOf(lines, gutters)
  const known = rest.slice(0, -1).filter((x) => !free.some((other) => Math.abs(other - x) < 2 * least))
  return [first, ...[...known, ...free].sort((a, b) => a - b), rest.at(-1)!]
}

/** The first words right of x begin there, on most lines that have any, and not a mere space after the words before them. */
function beginsFlush(lines: readonly Line[], x: number, em: number): boolean {
  const gaps: number[] = []
  let beside = 0
  for (const {words} of lines) {
    let [start, end] = [Infinity, -Infinity]
    for (const {box} of words) {
      if (box[0] >= x - 0.5) start = Math.min(start, box[0])
      else end = Math.max(end, box[2])
    }
    if (start >= x + 6 * em) continue
    beside += 1
    if (start - x <= flushEms * em) gaps.push(start - end)
  }
  gaps.sort((left, right) => left - right)
  return gaps.length >= 3 && gaps.length >= flushLines * beside && gaps[gaps.length >> 1]! >= raggedEms * em
}
