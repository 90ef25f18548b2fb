/** Strokes that cross or touch, in groups; level strokes that touch none, under one another. */
import type {Box} from '../../plan-tree/nodes.ts'
import {joinGap, type Stroke, snap} from './stroke.ts'

/** Strokes that touch, before their ends are known. */
export interface Group {
  level: Stroke[]
  upright: Stroke[]
  box: Box
  /** The shade of a card that a table stands on: a frame and nothing else. */
  card?: boolean
}

/** Strokes that cross or touch, together. Level strokes of no group that share both ends form groups of their own. */
export function groups(level: Stroke[], upright: Stroke[]): Group[] {
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
      if (stack.every((rule) => isOfCells(rule, other))) return true
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

/** A rule begins or ends where two cells of those above it meet, and its own cells meet where some of theirs do. */
function isOfCells({at, from, to, joints = []}: Stroke, rules: readonly Stroke[]): boolean {
  const over = rules.findLast((rule) => rule.at < at && rule.joints)
  const marks = over?.joints ?? []
  const meets = (x: number): boolean => marks.some((mark) => Math.abs(mark - x) < snap)
  return over !== undefined && (meets(from) || meets(to)) && joints.every(meets)
}

export function boundsOf({level, upright}: {level: Stroke[]; upright: Stroke[]}): Box {
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
