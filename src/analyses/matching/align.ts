import {joined, type Profile} from './profile.ts'
import {type AlignSettings, alignSettings, certain, likeness, oddsOf} from './similarity.ts'

/** Texts of one side that answer to texts of the other: [first, last] on each side, both included. */
export interface Link {
  old: readonly [first: number, last: number]
  new: readonly [first: number, last: number]
  /** Log-odds that the two say the same thing, by their words. */
  odds: number
  /** The pair crosses others: the words stand elsewhere in the new draft. */
  moved?: boolean
}

interface Step {
  i0: number
  i1: number
  j0: number
  j1: number
  odds: number
}

/** Above this many pairs only the likeliest counterparts of each text are looked at. */
const allPairs = 250_000
/** Counterparts looked at for each text then. */
const nearest = 12

/** The pairs worth looking at, and steps of several texts to one, with their log-odds. */
export interface Steps {
  steps: Step[]
  /** Number of new texts. */
  width: number
}

/**
 * The best monotone alignment of two lists of texts by dynamic programming over the pairs worth looking at: each step
 * answers one text with one, or one with two or three, or leaves texts out at no cost. Sentence alignment after Gale and
 * Church (1993) with likeness of words in the place of length. O(k log n) for k steps.
 */
export function alignTexts(olds: readonly Profile[], news: readonly Profile[], by = alignSettings): Link[] {
  return bestChain(stepsOf(olds, news, by), by)
}

export function stepsOf(olds: readonly Profile[], news: readonly Profile[], by = alignSettings): Steps {
  const steps: Step[] = []
  const width = news.length
  const single = new Map<number, {dice: number; held: number}>()
  const place = (i: number, j: number): number => by.place * Math.abs(i / olds.length - j / width)
  for (const [i, j] of pairsWorthLooking(olds, news)) {
    const like = likeness(olds[i]!, news[j]!)
    if (like.dice < by.least && like.cosine < by.least) continue
    if (like.dice < 1 && like.dice >= by.least && like.held >= by.part) single.set(i * width + j, like)
    const odds = oddsOf(like, by) - place(i, j)
    if (odds > -2 * by.follow) steps.push({i0: i, i1: i, j0: j, j1: j, odds})
  }
  for (const key of single.keys()) {
    const [i, j] = [Math.floor(key / width), key % width]
    for (const more of [1, 2]) {
      several(i, i, j, j + more)
      several(i, i + more, j, j)
    }
  }
  return {steps, width}

  /** Adds the step of one text to several when each of them brings something of its own. */
  function several(i0: number, i1: number, j0: number, j1: number): void {
    if (i1 >= olds.length || j1 >= width) return
    let best = 0
    for (let i = i0; i <= i1; i += 1)
      for (let j = j0; j <= j1; j += 1) {
        const like = single.get(i * width + j)
        if (!like) return
        best = Math.max(best, like.dice)
      }
    const like = likeness(olds.slice(i0, i1 + 1).reduce(joined), news.slice(j0, j1 + 1).reduce(joined))
    const more = i1 - i0 + j1 - j0
    if (like.dice < best + by.gain * more) return
    steps.push({i0, i1, j0, j1, odds: oddsOf(like, by) - by.several * more})
  }
}

function* pairsWorthLooking(olds: readonly Profile[], news: readonly Profile[]): Generator<[number, number]> {
  if (olds.length * news.length <= allPairs) {
    for (let i = 0; i < olds.length; i += 1) for (let j = 0; j < news.length; j += 1) yield [i, j]
    return
  }
  const holders = new Map<number, number[]>()
  news.forEach((text, j) => {
    for (const stem of text.stems) holders.get(stem)?.push(j) ?? holders.set(stem, [j])
  })
  for (let i = 0; i < olds.length; i += 1) for (const j of nearestOf(olds[i]!, news, holders)) yield [i, j]
}

/** The new texts that share most weight with an old one, by its rarest stems. */
function nearestOf(text: Profile, news: readonly Profile[], holders: ReadonlyMap<number, number[]>): number[] {
  const rarest = [...text.stems]
    .map((stem, at) => ({stem, weight: text.weights[at]!, in: holders.get(stem) ?? []}))
    .filter((each) => each.in.length > 0)
    .sort((a, b) => a.in.length - b.in.length || a.stem - b.stem)
    .slice(0, 8)
  const shared = new Map<number, number>()
  for (const {weight, in: list} of rarest.filter((each, at) => at < 2 || each.in.length <= 200))
    for (const j of list.slice(0, 400)) shared.set(j, (shared.get(j) ?? 0) + weight)
  return [...shared]
    .sort((a, b) => b[1] / (news[b[0]]!.norm + 1) - a[1] / (news[a[0]]!.norm + 1) || a[0] - b[0])
    .slice(0, nearest)
    .map(([j]) => j)
    .sort((a, b) => a - b)
}

/** Heaviest chain of steps that ascends on both sides; of equal ones the first. Fenwick tree over the new side. */
export function bestChain({steps, width}: Steps, by = alignSettings): Link[] {
  const order = steps.toSorted((a, b) => a.i0 - b.i0 || a.j0 - b.j0 || a.i1 - b.i1 || a.j1 - b.j1)
  const total = new Float64Array(order.length)
  const before = new Int32Array(order.length).fill(-1)
  const tree = new Int32Array(width + 2).fill(-1)
  const better = (a: number, b: number): number => (b < 0 || (a >= 0 && total[a]! > total[b]!) ? a : b)
  const ending = new Map<number, number>()
  const waiting = order.map((_, k) => k).sort((a, b) => order[a]!.i1 - order[b]!.i1 || a - b)
  let entered = 0
  let last = -1
  order.forEach((step, k) => {
    while (entered < waiting.length && order[waiting[entered]!]!.i1 < step.i0) {
      const entering = waiting[entered++]!
      for (let at = order[entering]!.j1 + 1; at < tree.length; at += at & -at) tree[at] = better(entering, tree[at]!)
    }
    let from = -1
    for (let at = step.j0; at > 0; at -= at & -at) from = better(tree[at]!, from)
    let sum = from < 0 ? 0 : total[from]!
    const near = ending.get((step.i0 - 1) * width + step.j0 - 1)
    if (near !== undefined && step.j0 > 0 && total[near]! + by.follow > sum) {
      from = near
      sum = total[near]! + by.follow
    } else if (step.i0 === 0 && step.j0 === 0) sum = by.follow
    total[k] = sum + step.odds
    before[k] = from
    const end = step.i1 * width + step.j1
    ending.set(end, better(k, ending.get(end) ?? -1))
    if (total[k]! > (last < 0 ? 0 : total[last]!)) last = k
  })
  const links: Link[] = []
  for (let k = last; k >= 0; k = before[k]!) {
    const {i0, i1, j0, j1, odds} = order[k]!
    links.push({old: [i0, i1], new: [j0, j1], odds})
  }
  return links.reverse()
}

export type {AlignSettings}
export {certain}
