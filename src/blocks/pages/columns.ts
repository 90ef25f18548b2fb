/**
 * Reading order of a page: recursive cuts at gutters with what spans them kept above and below (after XY-cut++ and
 * edgeparse), tables without rules found on the way, boxes kept whole.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {alignedTable, bandKind, withHeader} from '../tables/aligned.ts'
import type {TableDraft} from '../tables/draft.ts'
import type {Stroke} from '../tables/rulings.ts'
import {centreX, centreY, shared} from './boxes.ts'
import {type Gutter, guttersOf} from './gutters.ts'
import {type Line, linesOf} from './lines.ts'
import {sideHeads} from './side-heads.ts'

/** Something on the page that is kept whole: a ruled table, a side box with what stands in it. */
export interface Whole<Content> {
  box: Box
  content: Content
}

/** A part of the page in reading order. */
export type Part<Content> =
  | {kind: 'lines'; lines: Line[]; floats: Whole<Content>[]; contents?: boolean}
  | {kind: 'table'; table: TableDraft}
  | {kind: 'whole'; whole: Whole<Content>}

/** Where a region stands. */
export interface Place {
  page: number
  /** Upright rules that stand alone: at x, from y to y. */
  partings: readonly Stroke[]
}

/** A gutter that a rule is drawn in. */
type Cut = Gutter & {drawn?: boolean}

/** Cuts inside cuts: deeper ones come from pages made to harm. */
const deepest = 12
/** Height that two boxes must share to stand side by side, points. */
const stacked = 4
/** Boxes compared with one another at most: more are a picture. */
const mostCompared = 200
/** A gap between lines that ends a column where only one column goes on, over the usual gap. */
const endGap = 1.5
/** Letters this much larger than the lines below them make a title over columns. */
const titleSize = 1.12
/** White space beside a title that parts the columns above it from those below, over the usual distance of lines. */
const sectionGap = 1.7
/** How far the first lines below a title may stand from one height in both columns, ems. */
const levelStart = 0.7
/** A gutter this wide, in ems, parts columns of two lines. */
const wideGutter = 3

/** The parts of a region in reading order. */
export function partsOf<Content>(
  words: readonly Run[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth = 0
): Part<Content>[] {
  if (words.length === 0) return orderedWholes(wholes).map((whole) => ({kind: 'whole', whole}))
  const lines = linesOf(words, place.page)
  const alone = aloneOf(lines, wholes)
  if (alone.length > 0) return cutAtWholes(lines, wholes, alone, place, depth)
  if (depth > deepest) return [{kind: 'lines', lines, floats: [...wholes]}]
  const boxes = wholes.map(({box}) => box)
  const gutters: Cut[] = guttersOf(lines, boxes)
  const drawn = place.partings.flatMap((rule) => drawnGutter(rule, lines, boxes) ?? [])
  for (const best of [...drawn, ...gutters].sort(
    (a, b) => Number(!a.drawn) - Number(!b.drawn) || b.both - a.both || b.right - b.left - (a.right - a.left)
  )) {
    const parts = cutAt(best, gutters, lines, wholes, place, depth)
    if (parts) return parts
  }
  return [{kind: 'lines', lines, floats: [...wholes]}]
}

/** The gutter that a rule is drawn in, over the lines that stand beside it. */
function drawnGutter(
  {at, from: top, to: bottom}: Stroke,
  lines: readonly Line[],
  boxes: readonly Box[]
): Cut | undefined {
  const beside = lines.flatMap(({box}, i) => (centreY(box) > top && centreY(box) < bottom ? [i] : []))
  const [from, to] = [beside[0], beside.at(-1)]
  if (from === undefined || to === undefined || boxes.some((box) => box[0] < at && box[2] > at)) return undefined
  const words = beside.flatMap((i) => lines[i]!.words)
  if (words.some(({box}) => box[0] < at - 1 && box[2] > at + 1)) return undefined
  const left = words.filter(({box}) => centreX(box) < at)
  const right = words.filter(({box}) => centreX(box) >= at)
  if (left.length === 0 || right.length === 0) return undefined
  const both = beside.filter(
    (i) => lines[i]!.words.some(({box}) => centreX(box) < at) && lines[i]!.words.some(({box}) => centreX(box) >= at)
  ).length
  return {
    left: Math.max(...left.map(({box}) => box[2])),
    right: Math.min(...right.map(({box}) => box[0])),
    from,
    to,
    both,
    drawn: true
  }
}

function besideBox({box: [, top, , bottom]}: Line, box: Box): boolean {
  const middle = (top + bottom) / 2
  return middle > box[1] && middle < box[3]
}

/** Boxes with no words beside them, nor any box that has words beside it: those stand in columns of their own. */
function aloneOf<Content>(lines: readonly Line[], wholes: readonly Whole<Content>[]): Whole<Content>[] {
  const beside = wholes.filter(({box}) => lines.some((line) => besideBox(line, box)))
  let alone = wholes.filter((whole) => !beside.includes(whole))
  for (let last = -1; alone.length > 0 && last !== alone.length && alone.length <= mostCompared; ) {
    last = alone.length
    const next = alone.filter(({box}) => {
      const held = beside.some(
        ({box: other}) =>
          shared(box[1], box[3], other[1], other[3]) > stacked && shared(box[0], box[2], other[0], other[2]) < 0
      )
      return !held
    })
    beside.push(...alone.filter((whole) => !next.includes(whole)))
    alone = next
  }
  return alone
}

/** Boxes with no words beside them cut the region into what is above, beside and below. */
function cutAtWholes<Content>(
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  alone: readonly Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] {
  const parts: Part<Content>[] = []
  const rest = wholes.filter((whole) => !alone.includes(whole))
  let start = 0
  let taken = -Infinity
  const upTo = (y: number): void => {
    let end = start
    while (end < lines.length && centreY(lines[end]!.box) < y) end += 1
    const words = lines.slice(start, end).flatMap((line) => line.words)
    const within = rest.filter(({box}) => centreY(box) >= taken && centreY(box) < y)
    if (words.length > 0 || within.length > 0)
      parts.push(...partsOf(words, within, place, depth + (words.length > 0 ? 0 : 1)))
    start = end
    taken = y
  }
  for (const group of groupsByHeight(alone)) {
    upTo(Math.min(...group.map(({box}) => centreY(box))))
    parts.push(...orderedWholes(group).map((whole): Part<Content> => ({kind: 'whole', whole})))
  }
  upTo(Infinity)
  return parts
}

/** Boxes that stand side by side, together; groups from top to bottom. */
function groupsByHeight<Content>(wholes: readonly Whole<Content>[]): Whole<Content>[][] {
  const groups: Whole<Content>[][] = []
  let bottom = -Infinity
  for (const whole of [...wholes].sort((a, b) => a.box[1] - b.box[1])) {
    if (whole.box[1] >= bottom - 4) groups.push([whole])
    else groups.at(-1)!.push(whole)
    bottom = Math.max(bottom, whole.box[3])
  }
  return groups
}

/** Boxes by rows where rows can be told apart, else by columns. */
function orderedWholes<Content>(wholes: readonly Whole<Content>[]): Whole<Content>[] {
  return groupsByHeight(wholes).flatMap((group) => {
    if (group.length < 2) return group
    const sorted = [...group].sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1])
    const columns: Whole<Content>[][] = []
    let right = -Infinity
    for (const whole of sorted) {
      if (whole.box[0] >= right - 4) columns.push([whole])
      else columns.at(-1)!.push(whole)
      right = Math.max(right, whole.box[2])
    }
    return columns.length > 1
      ? columns.flatMap((column) => column.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]))
      : group.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  })
}

function cutAt<Content>(
  best: Cut,
  gutters: readonly Gutter[],
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] | undefined {
  const x = (best.left + best.right) / 2
  const band = trimmedBand(best, lines, x, wholes)
  if (!band) return undefined
  const own = lines.slice(band.from, band.to + 1)
  const bandTop = own[0]!.box[1]
  const bandBottom = own.at(-1)!.box[3]
  const inBand = wholes.filter(({box}) => centreY(box) >= bandTop - 1 && centreY(box) <= bandBottom + 1)
  const words = own.flatMap((line) => line.words)
  const left = words.filter(({box}) => centreX(box) < x)
  const right = words.filter(({box}) => centreX(box) >= x)
  const above = lines.slice(0, band.from).flatMap((line) => line.words)
  const below = lines.slice(band.to + 1).flatMap((line) => line.words)
  const wholesAbove = wholes.filter((whole) => !inBand.includes(whole) && centreY(whole.box) < bandTop)
  const wholesBelow = wholes.filter((whole) => !inBand.includes(whole) && centreY(whole.box) > bandBottom)
  const around = (parts: Part<Content>[]): Part<Content>[] => [
    ...(above.length + wholesAbove.length > 0 ? partsOf(above, wholesAbove, place, depth + 1) : []),
    ...parts,
    ...(below.length + wholesBelow.length > 0 ? partsOf(below, wholesBelow, place, depth + 1) : [])
  ]
  // A box beside running text: the text goes on as if the box were not there.
  if (left.length === 0 || right.length === 0) return withFloats(lines, wholes, inBand, place, depth)
  const across = best.drawn ? [best] : throughGutters(best, gutters, own, band)
  const side = (isLeft: boolean) => inBand.filter(({box}) => centreX(box) < x === isLeft)
  const heads = side(true).length === 0 ? sideHeads(left, right, place.page) : undefined
  if (heads)
    return around(
      heads.flatMap(({words, top}, i) => {
        const [from, to] = [i === 0 ? -Infinity : top - 2, (heads[i + 1]?.top ?? Infinity) - 2]
        const within = (box: Box) => centreY(box) >= from && centreY(box) < to
        const beside = right.filter((word) => within(word.box))
        return [
          ...partsOf<Content>(words, [], place, depth + 1),
          ...partsOf(
            beside,
            side(false).filter((whole) => within(whole.box)),
            place,
            depth + 1
          )
        ]
      })
    )
  if (inBand.length === 0) {
    const kind = bandKind(own, across, place.page)
    if (kind === 'contents') return around([{kind: 'lines', lines: own, floats: [], contents: true}])
    if (kind === 'table') {
      const header = lines[band.from - 1]
      const table = (header && withHeader(header, own, across, place.page)) ?? alignedTable(own, across, place.page)
      if (table) {
        if (table.box[1] < bandTop - 1) above.splice(above.length - header!.words.length)
        return around([{kind: 'table', table}])
      }
    }
    if (!best.drawn && Math.max(band.both, best.both) < 3 && best.right - best.left < wideGutter * own[0]!.size)
      return undefined
  }
  return around([...partsOf(left, side(true), place, depth + 1), ...partsOf(right, side(false), place, depth + 1)])
}

function withFloats<Content>(
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  floats: readonly Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] | undefined {
  if (floats.length === 0) return undefined
  const words = lines.flatMap((line) => line.words)
  const parts = partsOf(
    words,
    wholes.filter((whole) => !floats.includes(whole)),
    place,
    depth + 1
  )
  for (const float of floats) {
    const host = parts.findLast((part) => part.kind === 'lines' && part.lines[0]!.box[1] <= float.box[1] + 6)
    if (host?.kind === 'lines') host.floats.push(float)
    else parts.unshift({kind: 'whole', whole: float})
  }
  return parts
}

/** The lines of a gutter without those at its ends that only one column has and that do not belong to it. */
function trimmedBand(
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
  while (from < to && sides[from]!.left === 0 && centreY(lines[gutter.from + from]!.box) < top) from += 1
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
function throughGutters(
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
