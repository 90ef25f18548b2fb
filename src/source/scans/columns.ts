/**
 * Columns in the picture of a scanned page, set one below the other before OCR reads it. Tesseract takes columns that stand
 * close, a side box and the text beside it, for one: it reads across both, and where their lines stand at unequal heights it
 * reads letters that are not there.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Pixels} from '../pdf/pdfium/render.ts'
import type {Rule} from '../types.ts'
import type {ScanLine} from './words.ts'

/** Grey below this is ink. */
const ink = 165
/** The picture is looked at in squares of so many pixels a side; a square with one dark pixel only holds a speck. */
const side = 4
const leastDark = 2
/** White between columns, in points: between the words of a line there is half of it. */
const leastGutter = 10
/** White between a mark and its words, in points. */
const leastGap = 4
/** A strip of ink narrower than this, in points, is one of marks or numbers: it goes with the words on its right. */
const mostMarks = 26
/** A column is at least this wide, in points, and has so many lines. */
const leastColumn = 60
const leastLines = 3
/** A gutter is at least this high, in points. */
const leastHeight = 40
/** How far from where a gutter begins or ends a row is looked for that no line crosses, in points. */
const nearWhite = 14
/** Rules of one table begin and end so near to each other, and its rows are so high at most, in points. */
const sameEnd = 4
const mostRow = 130
/** White set between two parts, in points. */
const between = 16
/** Parts of one page at most. */
const mostParts = 40

/** A part of the picture and how far it was moved, pixels. */
interface Part {
  box: Box
  right: number
  down: number
}

export interface Unfolded {
  pixels: Pixels
  /** Where a line of that picture stands on the page. */
  place: (line: ScanLine) => ScanLine
}

/**
 * The same picture where it has one column. Columns that level rules go across are those of a table: its rows stay whole.
 * `rules` in points.
 */
export function unfolded(pixels: Pixels, rules: readonly Rule[]): Unfolded {
  const squares = squaresOf(pixels, rules)
  const boxes: Box[] = []
  cutUp(squares, [0, 0, squares.width, squares.height], boxes)
  if (boxes.length < 2) return {pixels, place: (line) => line}
  const margin = Math.round(between * pixels.scale)
  const parts: Part[] = []
  let end = margin
  for (const box of boxes) {
    const [left, top, right, bottom] = box.map((value) => value * side) as unknown as Box
    const own: Box = [left, top, Math.min(right, pixels.width), Math.min(bottom, pixels.height)]
    parts.push({box: own, right: margin - left, down: end - top})
    end += own[3] - own[1] + margin
  }
  return {pixels: stacked(pixels, parts, end), place: (line) => placed(line, parts)}
}

function stacked(pixels: Pixels, parts: readonly Part[], height: number): Pixels {
  const margin = Math.round(between * pixels.scale)
  const width = Math.max(...parts.map(({box: [left, , right]}) => right - left)) + 2 * margin
  const data = new Uint8Array(width * height).fill(255)
  for (const {box, right, down} of parts)
    for (let y = box[1]; y < box[3]; y += 1) {
      const from = y * pixels.width
      data.set(pixels.data.subarray(from + box[0], from + box[2]), (y + down) * width + box[0] + right)
    }
  return {...pixels, width, height, data}
}

function placed(line: ScanLine, parts: readonly Part[]): ScanLine {
  const [x0, y0, x1, y1] = line.baseline
  const middle = (y0 + y1) / 2
  const part = parts.findLast(({box, down}) => middle >= box[1] + down - 1) ?? parts[0]!
  const moved = ([left, top, right, bottom]: Box): Box => [
    left - part.right,
    top - part.down,
    right - part.right,
    bottom - part.down
  ]
  return {
    ...line,
    baseline: moved([x0, y0, x1, y1]),
    words: line.words.map((word) => ({...word, box: moved(word.box)}))
  }
}

/** Ink in squares: how many squares with ink stand left of and above each corner. */
interface Squares {
  width: number
  height: number
  /** Squares a point. */
  scale: number
  sums: Uint32Array
}

function squaresOf({width: wide, height: high, scale, data}: Pixels, rules: readonly Rule[]): Squares {
  const [width, height] = [Math.ceil(wide / side), Math.ceil(high / side)]
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < high; y += 1) {
    const row = Math.floor(y / side) * width
    for (let x = 0, at = y * wide; x < wide; x += 1, at += 1)
      if (data[at]! < ink) dark[row + Math.floor(x / side)]! += 1
  }
  for (const [left, top, right, bottom] of rowsBetween(rules)) {
    const [x0, y0, x1, y1] = [left, top, right, bottom].map((value) => Math.floor(value * (scale / side))) as [
      number,
      number,
      number,
      number
    ]
    for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y += 1)
      dark.fill(leastDark, y * width + Math.max(0, x0), y * width + Math.min(width, x1))
  }
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0, sum = 0; x < width; x += 1) {
      if (dark[y * width + x]! >= leastDark) sum += 1
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + sum
    }
  return {width, height, scale: scale / side, sums}
}

/** Level rules, and what lies between three or more that begin and end alike: rows of a table. Points. */
function rowsBetween(rules: readonly Rule[]): Box[] {
  const level = rules
    .filter(({from, to}) => Math.abs(to[0] - from[0]) > Math.abs(to[1] - from[1]))
    .map(({from, to}) => ({left: from[0], right: to[0], y: (from[1] + to[1]) / 2}))
    .sort((a, b) => a.y - b.y || a.left - b.left)
  const rows: Box[] = level.map(({left, right, y}) => [left, y, right, y])
  const piles: (typeof level)[] = []
  for (const rule of level) {
    const pile = piles.find((some) => {
      const last = some.at(-1)!
      const isAlike = Math.abs(last.left - rule.left) < sameEnd && Math.abs(last.right - rule.right) < sameEnd
      return isAlike && rule.y - last.y < mostRow
    })
    if (pile) pile.push(rule)
    else piles.push([rule])
  }
  for (const pile of piles) if (pile.length > 2) rows.push([pile[0]!.left, pile[0]!.y, pile[0]!.right, pile.at(-1)!.y])
  return rows
}

function isWhite({width, sums}: Squares, left: number, top: number, right: number, bottom: number): boolean {
  const at = (x: number, y: number) => sums[y * (width + 1) + x]!
  return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top) === 0
}

/** Cuts a box into parts in reading order, by its highest gutter and then each part again. */
function cutUp(squares: Squares, box: Box, parts: Box[]): void {
  const own = trimmed(squares, box)
  if (!own) return
  const gutter = parts.length < mostParts ? gutterIn(squares, own) : undefined
  if (!gutter) {
    parts.push(own)
    return
  }
  const [left, top, right, bottom] = own
  const {at, from, to} = gutter
  cutUp(squares, [left, top, right, from], parts)
  cutUp(squares, [left, from, at, to], parts)
  cutUp(squares, [at, from, right, to], parts)
  cutUp(squares, [left, to, right, bottom], parts)
}

function trimmed(squares: Squares, [left, top, right, bottom]: Box): Box | undefined {
  let [x0, y0, x1, y1] = [left, top, right, bottom]
  while (y0 < y1 && isWhite(squares, x0, y0, x1, y0 + 1)) y0 += 1
  if (y0 >= y1) return undefined
  while (isWhite(squares, x0, y1 - 1, x1, y1)) y1 -= 1
  while (isWhite(squares, x0, y0, x0 + 1, y1)) x0 += 1
  while (isWhite(squares, x1 - 1, y0, x1, y1)) x1 -= 1
  // A square's width of paper around the ink.
  return [Math.max(left, x0 - 2), Math.max(top, y0 - 1), Math.min(right, x1 + 2), Math.min(bottom, y1 + 1)]
}

interface Gutter {
  at: number
  from: number
  to: number
}

function gutterIn(squares: Squares, box: Box): Gutter | undefined {
  const {scale} = squares
  const [left, top, right, bottom] = box
  const wide = Math.ceil(leastGutter * scale)
  const column = Math.round(leastColumn * scale)
  const high = leastHeight * scale
  let best: Gutter | undefined
  for (let x = left + column; x + wide <= right - column; x += 2)
    for (let y = top; y < bottom; ) {
      if (!isWhite(squares, x, y, x + wide, y + 1)) {
        y += 1
        continue
      }
      const start = y
      while (y < bottom && isWhite(squares, x, y, x + wide, y + 1)) y += 1
      if (y - start < high || (best && y - start <= best.to - best.from)) continue
      const gutter = fitted(squares, box, x, start, y)
      if (gutter && (!best || gutter.to - gutter.from > best.to - best.from)) best = gutter
    }
  return best
}

/** The gutter with its ends where no line crosses them, between two columns; marks that stand on its right stay right of it. */
function fitted(squares: Squares, box: Box, x: number, start: number, end: number): Gutter | undefined {
  const {scale} = squares
  const [left, top, right, bottom] = box
  const near = Math.round(nearWhite * scale)
  const isOpen = (y: number) => isWhite(squares, left, y, right, y + 1)
  let [from, to] = [start, end]
  if (start > top) {
    while (from < start + near && !isOpen(from)) from += 1
    if (!isOpen(from)) return undefined
  }
  if (end < bottom) {
    while (to > end - near && !isOpen(to - 1)) to -= 1
    if (!isOpen(to - 1)) return undefined
  }
  if (to - from < leastHeight * scale) return undefined
  const upright = (from1: number, to1: number) => isWhite(squares, from1, from, to1, to)
  // The gutter's edges.
  let [a, b] = [x, x + 1]
  while (a > left && upright(a - 1, b)) a -= 1
  while (b < right && upright(a, b + 1)) b += 1
  if (linesIn(squares, [left, from, a, to]) < leastLines || linesIn(squares, [b, from, right, to]) < leastLines)
    return undefined
  if (a - left < leastColumn * scale || right - b < leastColumn * scale) return undefined
  // What stands left of it: a strip of marks belongs to the words on the right.
  let strip = a
  while (strip > left && !upright(strip - Math.ceil(leastGap * scale), strip)) strip -= 1
  if (a - strip < mostMarks * scale) return undefined
  return {at: Math.floor((a + b) / 2), from, to}
}

/** Stretches of rows with ink. */
function linesIn(squares: Squares, [left, top, right, bottom]: Box): number {
  let lines = 0
  for (let y = top; y < bottom; y += 1)
    if (!isWhite(squares, left, y, right, y + 1) && (y === top || isWhite(squares, left, y - 1, right, y))) lines += 1
  return lines
}
