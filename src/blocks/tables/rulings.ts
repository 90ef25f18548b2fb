/**
 * The rules and edges of filled boxes of a page, snapped and joined, in groups that touch: each group is a table, a frame or
 * a lone rule. After Nurminen (2013) and pdfplumber.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page} from '../../source/types.ts'
import {centreX, centreY, heightOf, widthOf} from '../pages/boxes.ts'
import {dottedStrokes} from './dotted.ts'
import type {Stroke} from './stroke.ts'

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
}

/** Strokes that touch, before their ends are known. */
type Group = Omit<Ruling, 'stops' | 'ends'>

/** Strokes nearer than this lie on one line, in points (pdfplumber snaps at 3). */
const snap = 2.2
/** Strokes on one line with a gap up to this are one, in points. */
const joinGap = 3
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
  for (const box of shadedBoxes(page)) {
    level.push({at: box[1], from: box[0], to: box[2], edge: true}, {at: box[3], from: box[0], to: box[2], edge: true})
    upright.push({at: box[0], from: box[1], to: box[3], edge: true}, {at: box[2], from: box[1], to: box[3], edge: true})
  }
  if (level.length + upright.length > mostStrokes * 4) return []
  const stops = level.flatMap(({at, from, to}) => [
    {at, x: from},
    {at, x: to}
  ])
  const [levels, uprights] = [joined(level), joined(upright)]
  if (levels.length + uprights.length > mostStrokes) return []
  return piled(groups(levels, uprights), page).map((group) => withStops(group, stops))
}

/** Filled boxes that may hold words: not bullets, not the page's background. Shades of the lines of one cell are one box. */
export function shadedBoxes(page: Page): Box[] {
  const area = page.width * page.height
  const fills = page.fills
    .filter(({box}) => widthOf(box) > 8 && heightOf(box) > 7 && widthOf(box) * heightOf(box) < backgroundShare * area)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  const parted = partingHeights(page)
  const padded = paddedBoxes(page)
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
      !(padded(last) && padded(box))
    if (touches) stack[stack.length - 1] = [last[0], last[1], last[2], Math.max(last[3], box[3])]
    else stack.push(box)
  }
  return [...stacks.values()].flat()
}

/** Height of a shade over the letters in it from which on it is no line's, but a box with room around its words. */
const paddedHeight = 1.9

/** Whether a box has room around the words in it. */
function paddedBoxes({runs}: Page): (box: Box) => boolean {
  const sorted = [...runs].sort((a, b) => centreY(a.box) - centreY(b.box))
  return (box) => {
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
  const colours = new Map<number, Set<string>>()
  const note = (y: number, colour: string): void => {
    for (const step of [-1, 0, 1]) {
      const key = Math.round(y) + step
      const there = colours.get(key) ?? new Set()
      colours.set(key, there.add(colour))
    }
  }
  for (const {box, colour} of page.fills) {
    note(box[1], String(colour))
    note(box[3], String(colour))
  }
  for (const {from, to} of page.rules) if (Math.abs(from[1] - to[1]) < 1) note(from[1], 'rule')
  return (y, colour) => [...(colours.get(Math.round(y)) ?? [])].some((other) => other !== colour)
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
    return whole
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** Strokes that cross or touch, together. Level strokes of no group that share both ends form groups of their own. */
function groups(level: Stroke[], upright: Stroke[]): Group[] {
  const all = [...level, ...upright]
  const parent = all.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const order = upright.map((_, i) => i).sort((a, b) => upright[a]!.at - upright[b]!.at)
  level.forEach((stroke, i) => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upright[order[middle]!]!.at < stroke.from - joinGap) low = middle + 1
      else high = middle
    }
    for (; low < order.length && upright[order[low]!]!.at <= stroke.to + joinGap; low += 1) {
      const other = upright[order[low]!]!
      if (stroke.at >= other.from - joinGap && stroke.at <= other.to + joinGap)
        parent[root(i)] = root(level.length + order[low]!)
    }
  })
  const grouped = new Map<number, Group>()
  const lone: Stroke[] = []
  const crossed = new Set(upright.map((_, i) => root(level.length + i)))
  all.forEach((stroke, i) => {
    if (i < level.length && !crossed.has(root(i))) {
      lone.push(stroke)
      return
    }
    const key = root(i)
    let group = grouped.get(key)
    if (!group) {
      group = {level: [], upright: [], box: [Infinity, Infinity, -Infinity, -Infinity]}
      grouped.set(key, group)
    }
    if (i < level.length) group.level.push(stroke)
    else group.upright.push(stroke)
  })
  for (const group of grouped.values()) group.box = boundsOf(group)
  return [...grouped.values(), ...stacked(lone)]
}

/** Lone level strokes of one left and right end, one below the other. */
function stacked(lone: Stroke[]): Group[] {
  const stacks = new Map<string, Stroke[][]>()
  const found: Stroke[][] = []
  for (const stroke of [...lone].sort((a, b) => a.at - b.at)) {
    if (stroke.to - stroke.from < 30) continue
    const cell = (x: number) => Math.round(x / 8)
    let stack: Stroke[] | undefined
    for (const a of [-1, 0, 1])
      for (const b of [-1, 0, 1]) stack ??= stacks.get(`${cell(stroke.from) + a} ${cell(stroke.to) + b}`)?.at(-1)
    if (stack) stack.push(stroke)
    else {
      stack = [stroke]
      found.push(stack)
      stacks.set(`${cell(stroke.from)} ${cell(stroke.to)}`, [stack])
    }
  }
  return withPartial(found).map((level) => ({level, upright: [], box: boundsOf({level, upright: []})}))
}

/** Ends of rules that belong to one table may stray this far, points. */
const endDrift = 6
/** A rule under some columns only stands at most this far below the last that runs through, points. */
const partialReach = 260

/** Rules under some of the columns, where a cell of the others goes on, join those that run through the whole table. */
function withPartial(stacks: readonly Stroke[][]): Stroke[][] {
  const order = [...stacks].sort((a, b) => b[0]!.to - b[0]!.from - (a[0]!.to - a[0]!.from))
  const kept: Stroke[][] = []
  for (const stack of order) {
    const {from, to} = stack[0]!
    const host = kept.find((other) => {
      const whole = other[0]!
      const ends = [Math.abs(whole.from - from) < endDrift, Math.abs(whole.to - to) < endDrift]
      if (whole.from > from + endDrift || whole.to < to - endDrift || ends[0] === ends[1]) return false
      // Half-wide rules of their own table stand under one another, not between those of the other.
      const [top, bottom] = [other[0]!.at, Math.max(...other.map(({at}) => at))]
      if (!stack.every(({at}) => at > top && at < bottom + partialReach)) return false
      // Several rules at one height, each under its own columns, underline the heads of groups of columns.
      return !stack.some(({at}) =>
        stacks.some((rest) => rest !== stack && rest.some((rule) => Math.abs(rule.at - at) <= snap))
      )
    })
    if (host) host.push(...stack)
    else kept.push([...stack])
  }
  for (const stack of kept) stack.sort((a, b) => a.at - b.at)
  return kept.sort((a, b) => a[0]!.at - b[0]!.at || a[0]!.from - b[0]!.from)
}

/** Largest gap between two shaded rows of one table with an unshaded one between them, points. */
const pileGap = 90

/** Rows shaded by turns: groups with the same inner and outer upright edges, one below the other, are one table. */
function piled(found: Group[], page: Page): Group[] {
  const piles = new Map<string, Group>()
  const kept: Group[] = []
  for (const group of [...found].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const inner = [...new Set(group.upright.map(({at}) => Math.round(at / 4)))].sort((a, b) => a - b)
    const key = inner.length > 0 ? inner.join(' ') : `${Math.round(group.box[0] / 4)} ${Math.round(group.box[2] / 4)}`
    // Drawn upright rules say themselves where a table ends.
    const drawn = group.upright.some(({edge}) => !edge)
    const pile =
      inner.length === 2 || drawn ? undefined : (piles.get(key) ?? pileOver(piles, group) ?? pileAround(piles, group))
    if (pile && group.box[1] - pile.box[3] <= pileGap && holdsRows(page, pile, group)) {
      pile.level.push(...group.level)
      pile.upright.push(...group.upright)
      pile.box = boundsOf(pile)
    } else {
      kept.push(group)
      if (inner.length > 2 && !drawn) piles.set(key, group)
    }
  }
  return kept
}

/** Between two parts of one table stand rows: words, and none across an inner edge; or nothing parts them at all. */
function holdsRows(page: Page, above: Group, below: Group): boolean {
  const [top, bottom] = [above.box[3], below.box[1]]
  if (bottom - top < joinGap) return true
  const edges = above.upright.map(({at}) => at).filter((x) => x > above.box[0] + 4 && x < above.box[2] - 4)
  const columns = new Set<number>()
  for (const {box} of page.runs) {
    const y = (box[1] + box[3]) / 2
    if (y < top || y > bottom || box[2] < above.box[0] || box[0] > above.box[2]) continue
    if (edges.some((x) => box[0] < x - 1 && box[2] > x + 1)) return false
    columns.add(edges.filter((x) => x < (box[0] + box[2]) / 2).length)
  }
  return columns.size > 1
}

/** The pile whose last columns a group has: a cell that goes on beside it has no shade. */
function pileOver(piles: Map<string, Group>, group: Group): Group | undefined {
  if (group.upright.length < 3) return undefined
  let last: Group | undefined
  for (const pile of piles.values()) {
    const fits =
      Math.abs(pile.box[2] - group.box[2]) < 3 &&
      group.box[0] > pile.box[0] + 3 &&
      group.box[1] - pile.box[3] <= pileGap &&
      group.upright.every(({at}) => pile.upright.some((other) => Math.abs(other.at - at) < 3))
    if (fits && (!last || pile.box[3] > last.box[3])) last = pile
  }
  return last
}

/** The pile that lone level rules as wide as it belong to. */
function pileAround(piles: Map<string, Group>, group: Group): Group | undefined {
  if (group.upright.length > 0) return undefined
  for (const pile of piles.values())
    if (Math.abs(pile.box[0] - group.box[0]) < 5 && Math.abs(pile.box[2] - group.box[2]) < 5) return pile
  return undefined
}

function boundsOf({level, upright}: {level: Stroke[]; upright: Stroke[]}): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const {at, from, to} of level) {
    left = Math.min(left, from)
    right = Math.max(right, to)
    top = Math.min(top, at)
    bottom = Math.max(bottom, at)
  }
  for (const {at, from, to} of upright) {
    left = Math.min(left, at)
    right = Math.max(right, at)
    top = Math.min(top, from)
    bottom = Math.max(bottom, to)
  }
  return [left, top, right, bottom]
}

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
