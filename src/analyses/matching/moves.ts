import {bestChain, type Link} from './align.ts'
import type {Steps} from './chances.ts'

/**
 * When words are said to have moved. `over` and `far` were chosen by the comparison of plans on
 * ../shared/gold/changes/argrewrite-moves.dev.jsonl, by move F1 and by what is told in drafts without a marked move: 300 and 2
 * give 0.880 and 12 sentences in 4 places (most of them word for word what stood elsewhere), 350 and 0 0.865 and 11 in 5, 250
 * and 0 0.880 and 16 in 8, 280 and 4 0.869 and 9 in 3. Chosen anew with whole essays held out: 0.869 to 0.875, in 4 or 5 places.
 */
interface MoveSettings {
  /** Log-odds from which a pair helps to say what stayed in place. */
  spine: number
  /** Log-odds from which a pair may cross others. */
  sure: number
  /** Log-odds by which it must beat the next best counterpart of either text. */
  margin: number
  /** Log-odds for texts right beside others that moved to the same place. */
  beside: number
  /** Shortest text that may move alone, in 3-grams: shorter ones recur by chance. */
  shortest: number
  /** Fewest letters in place that a moved text crosses: one that changes places with its neighbours is reworded, not moved. */
  over: number
  /** Fewest texts by which its place in the whole draft shifts: one that keeps it stood still while others came and went. */
  far: number
  /** Power of a text's length by which it weighs in what stays in place: 1 counts letters, 0 texts. */
  power: number
}

const settings: MoveSettings = {
  spine: 0,
  sure: 8,
  margin: 1,
  beside: -1,
  shortest: 12,
  over: 300,
  far: 2,
  power: 0.5
}

/** Texts i..i1 and j..j1: one on each side, or several that say the same as one, word for word. */
interface Pair {
  i: number
  i1: number
  j: number
  j1: number
  odds: number
  /** Length of the shorter text, in 3-grams. */
  length: number
}

/** What the search for moves asks of two lists of texts. */
export interface Drafts {
  /** Length of each text, in letters. */
  lengths: readonly [old: readonly number[], new: readonly number[]]
  /** Log-odds of two texts by their words; nothing where the counterpart of either is known already. */
  oddsOf: (i: number, j: number) => number | undefined
}

/**
 * An alignment that lets words move: what surely answers to each other whatever its place is found first; the heaviest
 * ascending chain of it by length stays, the fewest words that cross it have moved; the rest is aligned between.
 * Links with `moved` cross the others.
 */
export function alignWithMoves(all: Steps, drafts: Drafts): Link[] {
  const sure = surePairs(all, drafts)
  const weighed = sure.map((pair) => ({...pair, pair, length: pair.length ** settings.power}))
  const kept = new Set([...heaviestChain(weighed)].map(({pair}) => pair))
  const candidates = sure.filter(
    (pair) => !kept.has(pair) && pair.odds >= settings.sure && pair.length >= settings.shortest
  )
  if (candidates.length === 0) return bestChain(all)
  const crossed = lettersCrossed(bestChain(without(all, candidates)), drafts)
  const shift = ({i, j}: Pair): number => Math.abs(i / all.height - j / all.width) * Math.max(all.height, all.width)
  const moved = candidates.filter((pair) => crossed(pair) >= settings.over && shift(pair) >= settings.far)
  const place = new Map<string, Pair>()
  for (const pair of moved) place.set(`${pair.i},${pair.j}`, pair)
  const [oldMoved, newMoved] = [new Set<number>(), new Set<number>()]
  const take = ({i, i1, j, j1}: Pair): void => {
    for (let at = i; at <= i1; at += 1) oldMoved.add(at)
    for (let at = j; at <= j1; at += 1) newMoved.add(at)
  }
  moved.forEach(take)
  let links = bestChain(without(all, moved))
  for (let round = 0; round < 3; round += 1) {
    const more = besides(drafts, [...place.values()], links, oldMoved, newMoved)
    if (more.length === 0) break
    for (const pair of more) {
      place.set(`${pair.i},${pair.j}`, pair)
      take(pair)
    }
    links = bestChain(without(all, [...place.values()]))
  }
  const crossing = [...place.values()].map(
    ({i, i1, j, j1, odds}): Link => ({old: [i, i1], new: [j, j1], odds, moved: true})
  )
  return [...links, ...crossing].sort((a, b) => a.old[0] - b.old[0] || a.new[0] - b.new[0])
}

/** Pairs whose words leave no doubt, each the best counterpart of both its texts by a margin. */
function surePairs({steps}: Steps, {lengths: [olds, news]}: Drafts): Pair[] {
  const {spine, margin} = settings
  const bestOld = new Map<number, [number, number]>()
  const bestNew = new Map<number, [number, number]>()
  const note = (best: Map<number, [number, number]>, at: number, odds: number): void => {
    const [first, second] = best.get(at) ?? [-99, -99]
    best.set(at, odds > first ? [odds, first] : [first, Math.max(second, odds)])
  }
  const singles = steps.filter((step) => step.same || (step.i0 === step.i1 && step.j0 === step.j1))
  for (const {i0, j0, odds} of singles) {
    note(bestOld, i0, odds)
    note(bestNew, j0, odds)
  }
  const stands = (best: [number, number], odds: number): boolean => odds === best[0] && best[1] <= odds - margin
  const letters = (texts: readonly number[], from: number, to: number): number =>
    texts.slice(from, to + 1).reduce((sum, length) => sum + length, 0)
  return singles
    .filter(({i0, j0, odds}) => odds >= spine && stands(bestOld.get(i0)!, odds) && stands(bestNew.get(j0)!, odds))
    .map(({i0, i1, j0, j1, odds}) => ({
      i: i0,
      i1,
      j: j0,
      j1,
      odds,
      length: Math.min(letters(olds, i0, i1), letters(news, j0, j1))
    }))
    .sort((a, b) => a.i - b.i)
}

/** The steps that touch none of the texts that moved. */
function without({steps, height, width}: Steps, moved: readonly Pair[]): Steps {
  const [olds, news] = [new Set<number>(), new Set<number>()]
  for (const {i, i1, j, j1} of moved) {
    for (let at = i; at <= i1; at += 1) olds.add(at)
    for (let at = j; at <= j1; at += 1) news.add(at)
  }
  const free = (from: number, to: number, taken: ReadonlySet<number>): boolean => {
    for (let at = from; at <= to; at += 1) if (taken.has(at)) return false
    return true
  }
  return {height, width, steps: steps.filter((s) => free(s.i0, s.i1, olds) && free(s.j0, s.j1, news))}
}

/** How much in place a moved pair crosses, in letters: what stands before it on one side and after it on the other. */
function lettersCrossed(inPlace: readonly Link[], {lengths: [olds, news]}: Drafts): (moved: Pair) => number {
  const sums = [0]
  for (const {old, new: now} of inPlace) sums.push(sums.at(-1)! + Math.min(olds[old[0]]!, news[now[0]]!))
  // Links in place ascend on both sides, so those before a text are the first of them.
  const before = (at: number, side: 'old' | 'new'): number => {
    let [low, high] = [0, inPlace.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (inPlace[middle]![side][0] < at) low = middle + 1
      else high = middle
    }
    return sums[low]!
  }
  return ({i, j}) => Math.abs(before(i, 'old') - before(j, 'new'))
}

/** The ascending chain of pairs that keeps most words in place. */
export function heaviestChain<P extends {i: number; j: number; length: number}>(pairs: readonly P[]): Set<P> {
  const ranks = [...new Set(pairs.map((pair) => pair.j))].sort((a, b) => a - b)
  const rank = new Map(ranks.map((j, at) => [j, at + 1]))
  const tree = new Int32Array(ranks.length + 2).fill(-1)
  const total = new Float64Array(pairs.length)
  const before = new Int32Array(pairs.length).fill(-1)
  const better = (a: number, b: number): number => (b < 0 || (a >= 0 && total[a]! > total[b]!) ? a : b)
  let last = -1
  pairs.forEach(({j, length}, k) => {
    let from = -1
    for (let at = rank.get(j)! - 1; at > 0; at -= at & -at) from = better(tree[at]!, from)
    total[k] = length + (from < 0 ? 0 : total[from]!)
    before[k] = from
    for (let at = rank.get(j)!; at < tree.length; at += at & -at) tree[at] = better(k, tree[at]!)
    last = better(k, last)
  })
  const chain = new Set<P>()
  for (let k = last; k >= 0; k = before[k]!) chain.add(pairs[k]!)
  return chain
}

/** Pairs right before or after a moved one, on both sides, that fit there better than where they were aligned. */
function besides(
  {lengths: [olds, news], oddsOf}: Drafts,
  moved: readonly Pair[],
  links: readonly Link[],
  oldMoved: ReadonlySet<number>,
  newMoved: ReadonlySet<number>
): Pair[] {
  const oddsAtOld = new Map<number, number>()
  const oddsAtNew = new Map<number, number>()
  for (const {
    old: [i0, i1],
    new: [j0, j1],
    odds
  } of links) {
    for (let i = i0; i <= i1; i += 1) oddsAtOld.set(i, odds)
    for (let j = j0; j <= j1; j += 1) oddsAtNew.set(j, odds)
  }
  const found: Pair[] = []
  const [takenOld, takenNew] = [new Set(oldMoved), new Set(newMoved)]
  for (const {i, i1, j, j1} of moved)
    for (const [x, y] of [
      [i - 1, j - 1],
      [i1 + 1, j1 + 1]
    ] as const) {
      if (takenOld.has(x) || takenNew.has(y)) continue
      const odds = oddsOf(x, y)
      if (odds === undefined || odds < settings.beside) continue
      if (odds <= (oddsAtOld.get(x) ?? -99) || odds <= (oddsAtNew.get(y) ?? -99)) continue
      found.push({i: x, i1: x, j: y, j1: y, odds, length: Math.min(olds[x]!, news[y]!)})
      takenOld.add(x)
      takenNew.add(y)
    }
  return found
}
