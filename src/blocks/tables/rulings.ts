/**
 * The rules and edges of filled boxes of a page, snapped and joined, in groups that touch: each group is a table, a frame or
 * a lone rule. After Nurminen (2013) and pdfplumber.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {centreX, centreY, heightOf, widthOf} from '../pages/boxes.ts'
import {withoutCards} from './cards-around.ts'
import {dottedStrokes} from './dotted.ts'
import {closeCorners} from './round-corners.ts'
import {piled} from './shaded-piles.ts'
import {withoutGaps} from './spaced-cells.ts'
import {joinGap, type Stroke, snap} from './stroke.ts'
import {type Group, groups} from './stroke-groups.ts'

export type {Stroke} from './stroke.ts'

/** Strokes that touch one another. */
export interface Ruling {
  level: Stroke[]
  upright: Stroke[]
  /** Where level strokes start and end before they were joined: the columns of tables that have no upright rules. */
  stops: number[]
  /** All of these ends, with the heights of their strokes. */
  ends: readonly {at: number; x: number}[]
  box: Box
  /** The shade of a card that a table stands on: a frame and nothing else. */
  card?: boolean
}

/** A page with more strokes than this shows a map or a chart. */
const mostStrokes = 6_000
/** A filled box covering more of the page than this is its background. */
const backgroundShare = 0.75

export function rulingsOf(page: Page): Ruling[] {
  const level: Stroke[] = []
  const upright: Stroke[] = []
  for (const {from, to} of page.rules) {
    const [x0, x1] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
    const [y0, y1] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
    if (x1 - x0 >= y1 - y0) level.push({at: (y0 + y1) / 2, from: x0, to: x1})
    else upright.push({at: (x0 + x1) / 2, from: y0, to: y1})
  }
  const dotted = dottedStrokes(page)
  level.push(...dotted.level)
  upright.push(...dotted.upright)
  const shades = withoutGaps(shadedBoxes(page))
  for (const box of shades) {
    level.push({at: box[1], from: box[0], to: box[2], edge: true}, {at: box[3], from: box[0], to: box[2], edge: true})
    upright.push({at: box[0], from: box[1], to: box[3], edge: true}, {at: box[2], from: box[1], to: box[3], edge: true})
  }
  if (level.length + upright.length > mostStrokes * 4) return []
  const stops = level.flatMap(({at, from, to}) => [
    {at, x: from},
    {at, x: to}
  ])
  const [levels, uprights] = [joined(level), joined(upright)]
  closeCorners(levels, uprights)
  if (levels.length + uprights.length > mostStrokes) return []
  return piled(withoutCards(groups(levels, uprights), shades), page).map((group) => withStops(group, stops))
}

/** Filled boxes that may hold words: not bullets, not the page's background. Shades of the lines of one cell are one box. */
function shadedBoxes(page: Page): Box[] {
  const area = page.width * page.height
  const fills = page.fills
    .filter(({box}) => widthOf(box) > 8 && heightOf(box) > 7 && widthOf(box) * heightOf(box) < backgroundShare * area)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  if (fills.length === 0) return []
  const parted = partingHeights(page)
  const padded = paddedBoxes(page)
  const rows = Map.groupBy(fills, ({box}) => rowOf(box))
  const beside = new Set([...rows].flatMap(([row, boxes]) => (boxes.length > 1 ? [row] : [])))
  const stacks = new Map<string, Box[]>()
  for (const {box, colour} of fills) {
    const key = `${colour} ${Math.round(box[0] / 2)} ${Math.round(box[2] / 2)}`
    const stack = stacks.get(key) ?? []
    stacks.set(key, stack)
    const last = stack.at(-1)
    const touches =
      last &&
      box[1] - last[3] <= lineShadeGap * Math.min(14, heightOf(box)) &&
      box[1] >= last[3] - 2 &&
      heightOf(box) < 30 &&
      !parted(box[1], String(colour)) &&
      !(padded(last) && padded(box)) &&
      !(box[1] - last[3] > cellGap && beside.has(rowOf(box)) && beside.has(rowOf(last)))
    if (touches) stack[stack.length - 1] = [last[0], last[1], last[2], Math.max(last[3], box[3])]
    else stack.push(box)
  }
  return [...stacks.values()].flat()
}

/** White between shades from which on those with others beside them are cells and no lines of one, points. */
const cellGap = 1.5

/** What boxes of the same top and bottom have in common. */
const rowOf = (box: Box): string => `${Math.round(box[1])} ${Math.round(box[3])}`

/** Height of a shade over the letters in it from which on it is no line's, but a box with room around its words. */
const paddedHeight = 1.9

/** Whether a box has room around the words in it. */
function paddedBoxes({runs}: Page): (box: Box) => boolean {
  let sorted: Run[] | undefined
  return (box) => {
    sorted ??= [...runs].sort((a, b) => centreY(a.box) - centreY(b.box))
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (centreY(sorted[middle]!.box) < box[1]) low = middle + 1
      else high = middle
    }
    for (; low < sorted.length && centreY(sorted[low]!.box) < box[3]; low += 1) {
      const run = sorted[low]!
      if (centreX(run.box) > box[0] && centreX(run.box) < box[2]) return heightOf(box) > paddedHeight * run.size
    }
    return false
  }
}

/** Gap between the shades of two lines of one paragraph, over their height. */
const lineShadeGap = 0.4

/** Whether something of another colour, or a rule, begins or ends at a height. */
function partingHeights(page: Page): (y: number, colour: string) => boolean {
  let colours: Map<number, Set<string>> | undefined
  return (y, colour) => {
    // Few pages have shades that nearly touch.
    colours ??= coloursByHeight(page)
    return [...(colours.get(Math.round(y)) ?? [])].some((other) => other !== colour)
  }
}

/** Colours, or 'rule', of what begins or ends within a point of each height. */
function coloursByHeight({fills, rules}: Page): Map<number, Set<string>> {
  const colours = new Map<number, Set<string>>()
  const note = (y: number, colour: string): void => {
    for (const step of [-1, 0, 1]) {
      const key = Math.round(y) + step
      const there = colours.get(key) ?? new Set()
      colours.set(key, there.add(colour))
    }
  }
  for (const {box, colour} of fills) {
    note(box[1], String(colour))
    note(box[3], String(colour))
  }
  for (const {from, to} of rules) if (Math.abs(from[1] - to[1]) < 1) note(from[1], 'rule')
  return colours
}

/** Strokes on one line, nearly, joined where they meet. */
function joined(strokes: Stroke[]): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at)
  const lines: Stroke[][] = []
  for (const stroke of sorted) {
    const line = lines.at(-1)
    if (line && stroke.at - line.at(-1)!.at <= snap && stroke.at - line[0]!.at <= snap * 1.8) line.push(stroke)
    else lines.push([stroke])
  }
  return lines.flatMap((line) => {
    const drawn = line.filter(({edge}) => !edge)
    const at = mean((drawn.length > 0 ? drawn : line).map((stroke) => stroke.at))
    const whole: Stroke[] = []
    for (const stroke of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last && stroke.from <= last.to + joinGap) {
        last.to = Math.max(last.to, stroke.to)
        if (!stroke.edge) delete last.edge
      } else whole.push({...stroke, at})
    }
    for (const x of jointsOf(line.filter(({edge}) => !edge))) {
      const holder = whole.find(({from, to}) => from < x && to > x)
      if (holder) holder.joints = [...(holder.joints ?? []), x]
    }
    return whole
  })
}

/** Where one drawn piece begins and another ends: both as long as a cell, not dashes or words underlined one by one. */
function jointsOf(pieces: readonly Stroke[]): number[] {
  const joints: number[] = []
  let [start, end] = [Infinity, -Infinity]
  for (const {from, to} of pieces) {
    if (from > end + joinGap) start = from
    else if (from > end - abutting && end - start >= leastPiece && to - from >= leastPiece) {
      joints.push((end + from) / 2)
      start = from
    }
    end = Math.max(end, to)
  }
  return joints
}

/** A piece of a rule under one cell, points at least; how far two of them may overlap. */
const leastPiece = 8
const abutting = 1

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** The group with the columns that the ends of its own level strokes tell. */
export function withStops(group: Group, stops: readonly {at: number; x: number}[]): Ruling {
  const [left, top, right, bottom] = group.box
  const counts = new Map<number, number>()
  // A frame has none of its own: those inside it are of the tables it holds.
  const own = group.upright.length > 0 ? group.level : undefined
  for (const {at, x} of stops) {
    if (at < top - snap || at > bottom + snap || x < left + 8 || x > right - 8) continue
    if (own && !own.some((stroke) => Math.abs(stroke.at - at) <= 2 * snap)) continue
    const key = Math.round(x / 2) * 2
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const repeated = [...counts].filter(([, count]) => count >= 4).map(([x]) => x)
  repeated.sort((a, b) => a - b)
  return {...group, ends: stops, stops: repeated.filter((x, i) => i === 0 || x - repeated[i - 1]! > 6)}
}
