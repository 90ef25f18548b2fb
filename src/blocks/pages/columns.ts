/**
 * Reading order of a page: recursive cuts at gutters with what spans them kept above and below (after XY-cut++ and
 * edgeparse), tables without rules found on the way, boxes kept whole.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {alignedTable, bandKind, centredTable, withHeader} from '../tables/aligned.ts'
import type {TableDraft} from '../tables/draft.ts'
import {type HeadedTable, headedTable} from '../tables/headed.ts'
import type {Stroke} from '../tables/rulings.ts'
import {throughGutters, trimmedBand} from './bands.ts'
import {type BoxColumns, columnsOfBoxes, columnsOfWords, isColumn, sectionUnder} from './box-columns.ts'
import {around, centreX, centreY} from './boxes.ts'
import {type Cut, drawnGutter, isPartOf} from './drawn-gutters.ts'
import {type Gutter, guttersOf} from './gutters.ts'
import {columnsUnderHeads} from './headed-columns.ts'
import {type Line, linesOf} from './lines.ts'
import {columnCuts, headerCuts, type PageGutter, withPage} from './page-columns.ts'
import {sideHeads} from './side-heads.ts'
import {aloneOf, groupsByHeight, orderedWholes, stacked, type Whole} from './wholes.ts'

export type {Whole} from './wholes.ts'

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
  /** The white between the columns of the page's running text. */
  gutters: readonly PageGutter[]
}

/** Cuts inside cuts: deeper ones come from pages made to harm. */
const deepest = 12
/** A gutter this wide, in ems, parts columns of two lines. */
const wideGutter = 3

/** Share of their columns that boxes fill where the words among them are labels, and no columns of text. */
const filledShare = 0.6

/** The parts of a region in reading order. */
export function partsOf<Content>(
  words: readonly Run[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth = 0
): Part<Content>[] {
  if (words.length === 0) return orderedWholes(wholes).map((whole) => ({kind: 'whole', whole}))
  const lines = linesOf(words, place.page)
  const boxes = wholes.map(({box}) => box)
  const headed =
    depth <= deepest && (columnsOfBoxes(lines, boxes, filledShare) ?? columnsUnderHeads(lines, boxes, place.page))
  if (headed) return inBoxColumns(headed, lines, wholes, place, depth)
  const columns = wholes.length > 1 ? besideBoxes(lines, wholes, place, depth, true) : undefined
  if (columns) return columns
  const alone = aloneOf(lines, wholes)
  if (alone.length > 0) return cutAtWholes(lines, wholes, alone, place, depth)
  if (depth > deepest) return [{kind: 'lines', lines, floats: [...wholes]}]
  for (const cut of headerCuts(lines, boxes)) {
    const parts = cutAt(cut, [], lines, wholes, place, depth)
    if (parts) return parts
  }
  const table = headedTable(lines, place.page)
  if (table && !boxes.some((box) => box[1] < table.table.box[3] && box[3] > table.table.box[1]))
    return aroundTable(table, lines, wholes, place, depth)
  const section = sectionUnder(lines, boxes)
  if (section !== undefined) {
    const top = lines[section]!.box[1]
    const parts = (own: readonly Line[], isAbove: boolean): Part<Content>[] => {
      const within = wholes.filter(({box}) => centreY(box) < top === isAbove)
      return partsOf(wordsOf(own), within, place, depth + 1)
    }
    return [...parts(lines.slice(0, section), true), ...parts(lines.slice(section), false)]
  }
  const gutters: Cut[] = guttersOf(lines, boxes).map((gutter) => withPage(gutter, place.gutters))
  const drawn = place.partings.flatMap((rule) => {
    const gutter = drawnGutter(rule, lines, boxes)
    return gutter && !gutters.some((whole) => isPartOf(gutter, rule.at, whole)) ? [gutter] : []
  })
  const ofPage = columnCuts(place.gutters, lines, boxes, [...drawn, ...gutters])
  for (const best of [...drawn, ...ofPage, ...gutters].sort(
    (a, b) => Number(!a.drawn) - Number(!b.drawn) || b.both - a.both || b.right - b.left - (a.right - a.left)
  )) {
    const parts = cutAt(best, gutters, lines, wholes, place, depth)
    if (parts) return parts
  }
  const boxed = columnsOfBoxes(lines, boxes)
  if (boxed) return inBoxColumns(boxed, lines, wholes, place, depth)
  return besideBoxes(lines, wholes, place, depth) ?? [{kind: 'lines', lines, floats: [...wholes]}]
}

/** Few words left of boxes that are as wide as the words' column, or as a box in it: columns, though no gutter shows. `boxed`: only if there is such a box. */
function besideBoxes<Content>(
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth: number,
  boxed = false
): Part<Content>[] | undefined {
  const words = wordsOf(lines)
  const column = around(words.map(({box}) => box))
  const right = wholes.filter(({box}) => box[0] > column[2])
  const left = wholes.filter((whole) => !right.includes(whole))
  if (boxed && (left.length === 0 || isRowOfBoxes(wholes, column))) return undefined
  const edge = Math.min(...right.map(({box}) => box[0]))
  if (left.some(({box}) => box[2] > edge)) return undefined
  const columns = boxed ? left.map(({box}) => box) : [column, ...left.map(({box}) => box)]
  if (right.length === 0 || !right.every(({box}) => isColumn(box, columns))) return undefined
  return [...partsOf(words, left, place, depth + 1), ...partsOf([], right, place, depth + 1)]
}

/** Boxes that begin and end at one height, with the words above or below all of them: no columns. */
function isRowOfBoxes(wholes: readonly Whole<unknown>[], [, top, , bottom]: Box): boolean {
  const [first] = wholes
  const inRow = wholes.every(
    ({box}) => Math.abs(box[1] - first!.box[1]) < stacked && Math.abs(box[3] - first!.box[3]) < stacked
  )
  return inRow && (top >= first!.box[3] - stacked || bottom <= first!.box[1] + stacked)
}

/** Columns of boxes, one after the other, with the words among them. */
function inBoxColumns<Content>(
  {top, bottom, gaps}: BoxColumns,
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] {
  const words = wordsOf(lines)
  const parts = (fits: (box: Box) => boolean): Part<Content>[] => {
    const [own, held] = [words.filter(({box}) => fits(box)), wholes.filter(({box}) => fits(box))]
    return own.length + held.length > 0 ? partsOf(own, held, place, depth + 1) : []
  }
  const edges = [Number.NEGATIVE_INFINITY, ...gaps, Number.POSITIVE_INFINITY]
  return [
    ...parts((box) => centreY(box) <= top),
    ...edges
      .slice(1)
      .flatMap((right, i) =>
        parts((box) => centreY(box) > top && centreY(box) < bottom && centreX(box) >= edges[i]! && centreX(box) < right)
      ),
    ...parts((box) => centreY(box) >= bottom)
  ]
}

/** A table over the whole width of the region, and what is above and below it. */
function aroundTable<Content>(
  {table, from, to}: HeadedTable,
  lines: readonly Line[],
  wholes: readonly Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] {
  const parts = (own: readonly Line[], isAbove: boolean): Part<Content>[] => {
    const within = wholes.filter(({box}) => box[3] <= table.box[1] === isAbove)
    return own.length + within.length > 0 ? partsOf(wordsOf(own), within, place, depth + 1) : []
  }
  return [...parts(lines.slice(0, from), true), {kind: 'table', table}, ...parts(lines.slice(to + 1), false)]
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
  const inBand = wholes.filter(({box}) => {
    if (centreY(box) >= bandTop - 1 && centreY(box) <= bandBottom + 1) return true
    // It begins beside the band's last words and goes on below them.
    return box[1] >= bandTop - 1 && box[1] < bandBottom - stacked && (box[0] > x || box[2] < x)
  })
  const words = own.flatMap((line) => line.words)
  const left = words.filter(({box}) => centreX(box) < x)
  const right = words.filter(({box}) => centreX(box) >= x)
  const above = lines.slice(0, band.from).flatMap((line) => line.words)
  const below = lines.slice(band.to + 1).flatMap((line) => line.words)
  const wholesAbove = wholes.filter((whole) => !inBand.includes(whole) && centreY(whole.box) < bandTop)
  const wholesBelow = wholes.filter((whole) => !inBand.includes(whole) && centreY(whole.box) > bandBottom)
  const framed = (parts: Part<Content>[]): Part<Content>[] => [
    ...(above.length + wholesAbove.length > 0 ? partsOf(above, wholesAbove, place, depth + 1) : []),
    ...parts,
    ...(below.length + wholesBelow.length > 0 ? partsOf(below, wholesBelow, place, depth + 1) : [])
  ]
  // A box beside running text: the text goes on as if the box were not there.
  const side = (isLeft: boolean) => inBand.filter(({box}) => centreX(box) < x === isLeft)
  const inColumns = (): Part<Content>[] =>
    framed([...partsOf(left, side(true), place, depth + 1), ...partsOf(right, side(false), place, depth + 1)])
  if (left.length === 0 || right.length === 0) {
    const beside = side(left.length === 0)
    const filled = columnsOfWords(left.length > 0 ? left : right, gutters)
    const boxed = wholes.flatMap(({box}) => (centreX(box) < x === left.length > 0 ? [box] : []))
    if (beside.length > 0 && beside.every(({box}) => isColumn(box, [...filled, ...boxed]))) return inColumns()
    return withFloats(lines, wholes, inBand, place, depth)
  }
  const across = best.drawn ? [best] : throughGutters(best, gutters, own, band)
  if (best.headed) return inColumns()
  const headed = headedBeside(left, right, side, place, depth)
  if (headed) return framed(headed)
  if (inBand.length === 0) {
    const kind = bandKind(own, across, place.page)
    if (kind === 'contents') return framed([{kind: 'lines', lines: own, floats: [], contents: true}])
    if (kind === 'table') {
      const centred = centredTable(lines, band, across, place.page)
      if (centred) {
        above.splice(0, above.length, ...wordsOf(lines.slice(0, centred.from)))
        below.splice(0, below.length, ...wordsOf(lines.slice(centred.to + 1)))
        return framed([{kind: 'table', table: centred.table}])
      }
      const header = lines[band.from - 1]
      const table = (header && withHeader(header, own, across, place.page)) ?? alignedTable(own, across, place.page)
      if (table) {
        if (table.box[1] < bandTop - 1) above.splice(above.length - header!.words.length)
        return framed([{kind: 'table', table}])
      }
    }
    if (
      !best.drawn &&
      !best.ofPage &&
      Math.max(band.both, best.both) < 3 &&
      best.right - best.left < wideGutter * own[0]!.size
    )
      return undefined
  }
  return inColumns()
}

/** Headings in a column of their own, on the left or on the right, each before the words that stand beside it. */
function headedBeside<Content>(
  left: readonly Run[],
  right: readonly Run[],
  side: (isLeft: boolean) => Whole<Content>[],
  place: Place,
  depth: number
): Part<Content>[] | undefined {
  for (const onLeft of [true, false]) {
    if (side(onLeft).length > 0) continue
    const [column, text, wholes] = [onLeft ? left : right, onLeft ? right : left, side(!onLeft)]
    const boxes = wholes.map(({box}) => box)
    const heads = sideHeads(column, text, boxes, place.page)
    if (!heads) continue
    const between = (from: number, to: number): Part<Content>[] => {
      const within = (box: Box) => centreY(box) >= from - 2 && centreY(box) < to - 2
      const beside = text.filter((word) => within(word.box))
      const held = wholes.filter(({box}) => within(box))
      return beside.length + held.length > 0 ? partsOf(beside, held, place, depth + 1) : []
    }
    return [
      ...between(Number.NEGATIVE_INFINITY, heads[0]!.top),
      ...heads.flatMap(({words, top}, i) => [
        ...partsOf<Content>(words, [], place, depth + 1),
        ...between(top, heads[i + 1]?.top ?? Infinity)
      ])
    ]
  }
  return undefined
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

const wordsOf = (lines: readonly Line[]): Run[] => lines.flatMap(({words}) => words)
