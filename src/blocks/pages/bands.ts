/** The lines that stand in columns beside a gutter, from the first to the last, and the gutters that run through all of them. */
import type {Box} from '../../plan-tree/nodes.ts'
import {centreX, centreY, shared} from './boxes.ts'
import type {Gutter} from './gutters.ts'
import type {Line} from './lines.ts'
import {markedLine} from './markers.ts'
import {besideBox} from './wholes.ts'

/** A gap between lines that ends a column where only one column goes on, over the usual gap. */
const endGap = 1.5
/** Letters this much larger than the lines below them make a title over columns. */
const titleSize = 1.12
/** White space beside a title that parts the columns above it from those below, over the usual distance of lines. */
const sectionGap = 1.7
/** How far the first lines below a title may stand from one height in both columns, ems. */
const levelStart = 0.7
/** Distance of lines that follow one another in a column, paragraphs' own among them, ems at most. */
const runOnPitch = 2.4

/** The lines of a gutter without those at its ends that only one column has and that do not belong to it. */
export function trimmedBand(
  gutter: Gutter,
  lines: readonly Line[],
  x: number,
  wholes: readonly {box: Box}[]
): {from: number; to: number; both: number} | undefined {
  const sides = lines.slice(gutter.from, gutter.to + 1).map((line) => {
    const beside = wholes.filter(({box}) => besideBox(line, box))
    const boxes = beside.filter(({box}) => centreX(box) < x).length
    const left = line.words.filter(({box}) => centreX(box) < x).length
    return {left: left + boxes, right: line.words.length - left + beside.length - boxes}
  })
  let [from, to] = [0, sides.length - 1]
  // Words right of the gutter that stand beside the first words left of it, on a baseline of their own, belong to the band.
  const first = sides.findIndex(({left}) => left > 0)
  const top = lines[gutter.from + first]?.box[1] ?? Infinity
  while (
    from < to &&
    sides[from]!.left === 0 &&
    centreY(lines[gutter.from + from]!.box) < top &&
    !goesOnRight(lines, gutter.from + from, x)
  )
    from += 1
  // The rest of a title that runs over the columns.
  while (from < to && sides[from]!.right === 0 && goesOnAbove(lines, gutter.from + from)) from += 1
  // A title over the columns that happens to be short belongs above them.
  while (
    from < to &&
    sides[from]!.right === 0 &&
    (pitchAfter(lines, gutter.from + from) > endGap * lines[gutter.from + from]!.size * 1.2 ||
      isTitle(lines.slice(gutter.from + from, gutter.from + to + 1), 0, x))
  )
    from += 1
  let tail = to
  while (tail > from && sides[tail]!.right === 0) tail -= 1
  if (gutter.to < lines.length - 1) {
    const usual = widestPitch(lines.slice(gutter.from + from, gutter.from + tail + 1), x)
    for (let i = tail; i < to; i += 1)
      if (pitchAfter(lines, gutter.from + i) > Math.max(endGap * lines[gutter.from + i]!.size, 1.2 * usual)) {
        to = i
        break
      }
  }
  const section = sectionStart(lines.slice(gutter.from + from, gutter.from + to + 1), x, wholes)
  if (section !== undefined) to = from + section - 1
  while (to > from && sides[to]!.left + sides[to]!.right === 0) to -= 1
  const both = sides.slice(from, to + 1).filter(({left, right}) => left > 0 && right > 0).length
  return {from: gutter.from + from, to: gutter.from + to, both}
}

/** Share of a table's lines that may run over one of its gutters: titles, cells that span columns. */
const crossedShare = 0.2

/** The gutters that run through most of a band, from left to right: none twice, none that many lines run over, none but the first of those with no words between. */
export function throughGutters(
  best: Gutter,
  gutters: readonly Gutter[],
  lines: readonly Line[],
  band: {from: number; to: number}
): Gutter[] {
  const words = lines.flatMap((line) => line.words)
  const crossed = ({left, right}: Gutter): number => {
    const x = (left + right) / 2
    return lines.filter((line) => line.words.some(({box}) => box[0] < x - 1 && box[2] > x + 1)).length
  }
  const found = gutters
    .filter((gutter) => shared(gutter.from, gutter.to + 1, band.from, band.to + 1) >= 0.6 * (band.to - band.from + 1))
    .filter((gutter) => gutter === best || crossed(gutter) <= crossedShare * lines.length)
    .filter(
      (gutter, i, all) =>
        gutter === best || !all.slice(0, i).some((other) => other.left < gutter.right && other.right > gutter.left)
    )
    .sort((a, b) => a.left - b.left)
  return found.filter((gutter, i) => {
    const before = found[i - 1]
    if (!before) return true
    const [from, to] = [(before.left + before.right) / 2, (gutter.left + gutter.right) / 2]
    return words.some(({box}) => centreX(box) > from && centreX(box) < to)
  })
}

/** A line right of x that runs on in the next line there: the top of a column whose neighbour begins lower, with a heading. */
function goesOnRight(lines: readonly Line[], index: number, x: number): boolean {
  const line = lines[index]!
  const next = lines.slice(index + 1, index + 4).flatMap(({words, baseline}) => {
    const first = words.find(({box}) => centreX(box) >= x)
    return first ? [{first, baseline}] : []
  })[0]
  if (!next) return false
  const {first, baseline} = next
  if (baseline - line.baseline >= runOnPitch * line.size) return false
  // An item's words hang below its first word.
  const starts = [line.box[0], markedLine(line)?.rest[0]?.box[0] ?? line.box[0]]
  return starts.some((left) => Math.abs(first.box[0] - left) < line.size)
}

/** A line in the style of the one above it and close to it, in larger letters than what follows. */
function goesOnAbove(lines: readonly Line[], index: number): boolean {
  const [above, line, below] = [lines[index - 1], lines[index]!, lines[index + 1]]
  if (!above || !below || Math.abs(above.size - line.size) > 0.3 || above.colour !== line.colour) return false
  return line.size >= titleSize * below.size && line.baseline - above.baseline < 1.6 * line.size
}

/** A line left of x in larger letters, below which both columns begin at one height. */
function isTitle(lines: readonly Line[], index: number, x: number): boolean {
  const title = lines[index]!
  if (title.words.some(({box}) => centreX(box) >= x)) return false
  const below = lines.slice(index + 1)
  const left = below.find((line) => line.words.some(({box}) => centreX(box) < x))
  const right = below.find((line) => line.words.some(({box}) => centreX(box) >= x))
  if (!left || !right || title.size < titleSize * Math.max(left.size, right.size)) return false
  return Math.abs(left.baseline - right.baseline) <= levelStart * Math.max(left.size, right.size)
}

/** Index of the first line, not the first of all, that is a title over columns which end above it and begin anew below it. */
function sectionStart(lines: readonly Line[], x: number, wholes: readonly {box: Box}[]): number | undefined {
  for (let i = 1; i < lines.length - 1; i += 1) {
    const title = lines[i]!
    // All lines of the title.
    let end = i
    while (end + 1 < lines.length - 1 && goesOnTitle(title, lines[end + 1]!, x)) end += 1
    if (!isTitle(lines, end, x)) continue
    const above = lines.slice(0, i).findLast((line) => line.words.some(({box}) => centreX(box) >= x))
    const below = lines.slice(end + 1).find((line) => line.words.some(({box}) => centreX(box) >= x))
    if (!above || !below || wholes.some(({box}) => centreX(box) >= x && besideBox(title, box))) continue
    const usual = 1.3 * below.size
    const white =
      title.box[1] - above.box[3] > -0.2 * title.size && below.baseline - above.baseline > sectionGap * usual
    if (white && title.baseline - lines[i - 1]!.baseline > 1.2 * title.size) return i
  }
  return undefined
}

function goesOnTitle(title: Line, next: Line, x: number): boolean {
  return (
    Math.abs(next.size - title.size) < 0.3 &&
    next.colour === title.colour &&
    next.bold > 0.5 === title.bold > 0.5 &&
    next.words.every(({box}) => centreX(box) < x)
  )
}

function pitchAfter(lines: readonly Line[], index: number): number {
  const next = lines[index + 1]
  return next ? next.baseline - lines[index]!.baseline : Infinity
}

/** The widest distance between lines of the left column, headings' own aside. */
function widestPitch(lines: readonly Line[], x: number): number {
  const own = lines.filter((line) => line.words.some(({box}) => centreX(box) < x))
  return Math.max(0, ...own.slice(1).map((line, i) => line.baseline - own[i]!.baseline))
}
