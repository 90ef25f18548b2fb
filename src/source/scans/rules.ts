/** Drawn lines in the picture of a scanned page: long thin stretches of ink, level or upright, a little skewed or not. */
import {hundredths} from '../geometry.ts'
import type {Pixels} from '../pdf/pdfium/render.ts'
import type {Rule} from '../types.ts'

/** Grey below this is ink wherever it stands. */
const ink = 150
/** Lighter grey, up to this, is where both its sides are lighter by so much: rules of tables are often light. */
const lightInk = 225
const lightContrast = 24
/** How far to its sides is looked, in points: beyond half of a thin rule, of a usual one and of the thickest. */
const sides = [1, 2.2, 3.5]
/** A stretch of ink in one row shorter than this, in points, is a letter. */
const leastStretch = 18
/** A rule is at least this long, in points. */
const leastLength = 40
/** And at most this thick, in points. */
const mostThick = 3

interface Stretch {
  start: number
  end: number
  /** Ink of each row that it goes through. */
  parts: [row: number, start: number, end: number][]
  /** First and last row, and the rows' stretches added up. */
  first: number
  last: number
  ink: number
}

export interface ScanRules {
  /** Points, as the picture stands. */
  rules: Rule[]
  /** The picture without them: OCR passes over words that stand close between rules. */
  bare: Pixels
}

export function rulesInScan(pixels: Pixels): ScanRules {
  const bare = {...pixels, data: pixels.data.slice()}
  return {rules: [...rulesAlong(pixels, true, bare), ...rulesAlong(pixels, false, bare)], bare}
}

/** What is found is erased in `bare`. */
function rulesAlong({width, height, scale, data}: Pixels, level: boolean, bare: Pixels): Rule[] {
  const [along, across] = level ? [width, height] : [height, width]
  const [step, stride] = level ? [1, width] : [width, 1]
  const shortest = leastStretch * scale
  const beside = sides.map((points) => Math.round(points * scale))
  const isLighter = (row: number, at: number, than: number) =>
    row >= 0 && row < across && data[row * stride + at * step]! >= than
  const isInk = (row: number, at: number) => {
    const grey = data[row * stride + at * step]!
    if (grey < ink || grey > lightInk) return grey < ink
    const than = grey + lightContrast
    return beside.some((far) => isLighter(row - far, at, than)) && beside.some((far) => isLighter(row + far, at, than))
  }
  /** Where a light rule crosses another, or a watermark, it is no darker than what is beside it: its grey goes on. */
  const endOf = (row: number, from: number) => {
    let [end, grey] = [from, 0]
    for (let at = from; at < along; at += 1) {
      const here = data[row * stride + at * step]!
      if (isInk(row, at)) [end, grey] = [at + 1, here]
      else if (here > lightInk || Math.abs(here - grey) > lightContrast) break
    }
    return end
  }
  const rules: Rule[] = []
  let open: Stretch[] = []
  for (let row = 0; row < across; row += 1) {
    const next: Stretch[] = []
    for (let at = 0; at < along; ) {
      if (!isInk(row, at)) {
        at += 1
        continue
      }
      const start = at
      at = endOf(row, at)
      if (at - start >= shortest) {
        const parts: Stretch['parts'] = [[row, start, at]]
        next.push(joined(open, {start, end: at, parts, first: row, last: row, ink: at - start}))
      }
    }
    for (const stretch of open) if (!next.includes(stretch)) close(stretch)
    open = [...new Set(next)]
  }
  for (const stretch of open) close(stretch)
  return rules

  function close({start, end, parts, first, last, ink}: Stretch): void {
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
    for (const part of parts) erase(...part)
  }

  /** With the grey on both its sides; letters that touch it stay. */
  function erase(row: number, start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const place = row * stride + at * step
      bare.data[place] = 255
      for (const beside of [place - stride, place + stride])
        if (beside >= 0 && beside < data.length && data[beside]! >= ink) bare.data[beside] = 255
    }
  }
}

/** The open stretch that this one carries on, grown by it; a skewed rule steps from row to row. */
function joined(open: readonly Stretch[], stretch: Stretch): Stretch {
  const before = open.find(({start, end}) => stretch.start <= end + 2 && stretch.end >= start - 2)
  if (!before) return stretch
  before.start = Math.min(before.start, stretch.start)
  before.end = Math.max(before.end, stretch.end)
  before.last = stretch.last
  before.parts.push(...stretch.parts)
  before.ink += stretch.ink
  return before
}
