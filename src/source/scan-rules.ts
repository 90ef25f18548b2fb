/** Drawn lines in the picture of a scanned page: long thin stretches of ink, level or upright, a little skewed or not. */
import {hundredths} from './geometry.ts'
import type {Pixels} from './pdfium-render.ts'
import type {Rule} from './types.ts'

/** Grey below this is ink. */
const ink = 150
/** A stretch of ink in one row shorter than this, in points, is a letter. */
const leastStretch = 18
/** A rule is at least this long, in points. */
const leastLength = 40
/** And at most this thick, in points. */
const mostThick = 3

interface Stretch {
  start: number
  end: number
  /** First and last row, and the rows' stretches added up. */
  first: number
  last: number
  ink: number
}

/** Points, as the picture stands. */
export function rulesInScan(pixels: Pixels): Rule[] {
  return [...rulesAlong(pixels, true), ...rulesAlong(pixels, false)]
}

function rulesAlong({width, height, scale, data}: Pixels, level: boolean): Rule[] {
  const [along, across] = level ? [width, height] : [height, width]
  const [step, stride] = level ? [1, width] : [width, 1]
  const shortest = leastStretch * scale
  const rules: Rule[] = []
  let open: Stretch[] = []
  for (let row = 0; row < across; row += 1) {
    const next: Stretch[] = []
    for (let at = 0; at < along; ) {
      if (data[row * stride + at * step]! >= ink) {
        at += 1
        continue
      }
      const start = at
      while (at < along && data[row * stride + at * step]! < ink) at += 1
      if (at - start >= shortest) next.push(joined(open, {start, end: at, first: row, last: row, ink: at - start}))
    }
    for (const stretch of open) if (!next.includes(stretch)) close(stretch)
    open = [...new Set(next)]
  }
  for (const stretch of open) close(stretch)
  return rules

  function close({start, end, first, last, ink}: Stretch): void {
    const length = end - start
    const thickness = ink / length
    if (length < leastLength * scale || thickness > mostThick * scale) return
    const middle = hundredths((first + last + 1) / 2 / scale)
    const [from, to] = [hundredths(start / scale), hundredths(end / scale)]
    rules.push({
      from: level ? [from, middle] : [middle, from],
      to: level ? [to, middle] : [middle, to],
      width: hundredths(Math.max(1, thickness) / scale)
    })
  }
}

/** The open stretch that this one carries on, grown by it; a skewed rule steps from row to row. */
function joined(open: readonly Stretch[], stretch: Stretch): Stretch {
  const before = open.find(({start, end}) => stretch.start <= end + 2 && stretch.end >= start - 2)
  if (!before) return stretch
  before.start = Math.min(before.start, stretch.start)
  before.end = Math.max(before.end, stretch.end)
  before.last = stretch.last
  before.ink += stretch.ink
  return before
}
