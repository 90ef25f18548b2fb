import {chainSettings, chancesOf, type Step, type Steps, scoreOf} from './chances.ts'
import {joined, type Profile} from './profile.ts'
import {alignSettings, certain, likeness, oddsOf} from './similarity.ts'

/** Texts of one side that answer to texts of the other: [first, last] on each side, both included. */
export interface Link {
  old: readonly [first: number, last: number]
  new: readonly [first: number, last: number]
  /** Log-odds that the two say the same thing, by their words. */
  odds: number
  /** The pair crosses others: the words stand elsewhere in the new draft. */
  moved?: boolean
}

/** Pairs that score less are right less than once in a thousand times, whatever stands beside them. */
const leastScore = -8
/** Above this many pairs only the likeliest counterparts of each text are looked at. */
const allPairs = 60_000
/** Counterparts looked at for each text then. */
const nearest = 12

/** A text, or nothing where its counterpart is known already: it keeps its place in the order. */
export type Texts = readonly (Profile | undefined)[]

/**
 * The pairs of texts worth looking at, and steps of one text to several.
 * @param may whether a text may answer to another at all
 */
export function stepsOf(olds: Texts, news: Texts, by = alignSettings, may?: (i: number, j: number) => boolean): Steps {
  const steps: Step[] = []
  const width = news.length
  const single = new Map<number, {dice: number; held: number}>()
  const place = (i: number, j: number): number => by.place * Math.abs(i / olds.length - j / width)
  for (const [i, j] of pairsWorthLooking(olds, news)) {
    if (may && !may(i, j)) continue
    const like = likeness(olds[i]!, news[j]!)
    if (like.dice < by.least && like.cosine < by.least) continue
    if (like.dice < 1 && like.dice >= by.least && like.held >= by.part) single.set(i * width + j, like)
    const odds = oddsOf(like, by) - place(i, j)
    const score = scoreOf(like, Math.abs((i + 0.5) / olds.length - (j + 0.5) / width))
    if (score > leastScore) steps.push({i0: i, i1: i, j0: j, j1: j, odds, score, same: like.dice === 1})
  }
  for (const key of single.keys()) {
    const [i, j] = [Math.floor(key / width), key % width]
    for (const more of [1, 2]) {
      several(i, i, j, j + more)
      several(i, i + more, j, j)
    }
  }
  return {steps, height: olds.length, width}

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
    const whole = (texts: Texts, from: number, to: number): Profile =>
      (texts.slice(from, to + 1) as Profile[]).reduce(joined)
    const like = likeness(whole(olds, i0, i1), whole(news, j0, j1))
    const more = i1 - i0 + j1 - j0
    if (like.dice < best + by.gain * more) return
    const apart = Math.abs((i0 + i1 + 1) / 2 / olds.length - (j0 + j1 + 1) / 2 / width)
    steps.push({
      i0,
      i1,
      j0,
      j1,
      odds: oddsOf(like, by) - by.several * more,
      score: scoreOf(like, apart, more, like.dice - best)
    })
  }
}

/** The step of texts that say the same, word for word. */
export function sameStep(old: readonly number[], now: readonly number[], height: number, width: number): Step {
  const [i0, i1, j0, j1] = [old[0]!, old.at(-1)!, now[0]!, now.at(-1)!]
  const apart = Math.abs((i0 + i1 + 1) / 2 / height - (j0 + j1 + 1) / 2 / width)
  const same = {dice: 1, cosine: 1, held: 1, ratio: 1}
  return {i0, i1, j0, j1, odds: certain - alignSettings.place * apart, score: scoreOf(same, apart), same: true}
}

function* pairsWorthLooking(olds: Texts, news: Texts): Generator<[number, number]> {
  const open = (texts: Texts): number[] => texts.flatMap((text, at) => (text ? [at] : []))
  const [left, right] = [open(olds), open(news)]
  if (left.length * right.length <= allPairs) {
    for (const i of left) for (const j of right) yield [i, j]
    return
  }
  const holders = new Map<number, number[]>()
  for (const j of right) for (const stem of news[j]!.stems) holders.get(stem)?.push(j) ?? holders.set(stem, [j])
  for (const i of left) for (const j of nearestOf(olds[i]!, news, holders)) yield [i, j]
}

/** The new texts that share most weight with an old one, by its rarest stems. */
function nearestOf(text: Profile, news: Texts, holders: ReadonlyMap<number, number[]>): number[] {
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

/**
 * The chain of steps that is right most often: each pair counts what it is likely to be right beyond `mostly`. Each step
 * answers one text with one, or one with two or three. Sentence alignment after Gale and Church (1993) with likeness of words
 * in the place of length, as a conditional random field that is decoded for the most expected right pairs, not for its one
 * likeliest path (as ProbCons does, Do et al. 2005). O(k log n) for k steps.
 */
export function bestChain(all: Steps): Link[] {
  const right = chancesOf(all, chainSettings)
  const {steps, width} = all
  const ofPair = new Map<number, number>()
  const pairsOf = function* ({i0, i1, j0, j1}: Step): Generator<number> {
    for (let i = i0; i <= i1; i += 1) for (let j = j0; j <= j1; j += 1) yield i * width + j
  }
  steps.forEach((step, k) => {
    for (const pair of pairsOf(step)) ofPair.set(pair, (ofPair.get(pair) ?? 0) + right[k]!)
  })
  const worth = steps.flatMap((step) => {
    const single = step.i0 === step.i1 && step.j0 === step.j1
    let gain = 0
    for (const pair of pairsOf(step)) gain += ofPair.get(pair)! - chainSettings[single ? 'mostly' : 'mostlySeveral']
    return gain > 0 ? [{...step, gain}] : []
  })
  return heaviestSteps(worth, width).map(({i0, i1, j0, j1, odds}): Link => ({old: [i0, i1], new: [j0, j1], odds}))
}

/** Heaviest chain of steps that ascends on both sides; of equal ones the first. Fenwick tree over the new side. */
function heaviestSteps<S extends Step & {gain: number}>(steps: readonly S[], width: number): S[] {
  const order = steps.toSorted((a, b) => a.i0 - b.i0 || a.j0 - b.j0 || a.i1 - b.i1 || a.j1 - b.j1)
  const total = new Float64Array(order.length)
  const before = new Int32Array(order.length).fill(-1)
  const tree = new Int32Array(width + 2).fill(-1)
  const better = (a: number, b: number): number => (b < 0 || (a >= 0 && total[a]! > total[b]!) ? a : b)
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
    total[k] = step.gain + (from < 0 ? 0 : total[from]!)
    before[k] = from
    if (total[k]! > (last < 0 ? 0 : total[last]!)) last = k
  })
  const chain: S[] = []
  for (let k = last; k >= 0; k = before[k]!) chain.push(order[k]!)
  return chain.reverse()
}
