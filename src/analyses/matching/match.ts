import {sameStep, stepsOf} from './align.ts'
import {alignWithMoves} from './moves.ts'
import {joined, type Profile, profilesBeside} from './profile.ts'
import {likeness, oddsOf} from './similarity.ts'

/** What the matcher looks at in a unit of either draft. */
export interface Unit {
  text: string
  /** Folded words: equal keys say the same. */
  key: string
  /** Kind of place: tells repeated words apart. */
  slot: string
  /** Node type: a lead answers to a lead, not to a measure. */
  type: string
  /** Id of the goal or section that the unit stands in. */
  within: string
  /** Of a goal's title: its type and parent, the same for all its siblings. */
  title?: string
  /** Of a goal's title: the goal's id, which is `within` of the units that hang on it. */
  heads?: string
  /** Its key with the label that it was printed after: 'lead partnership best start group'. */
  alias?: string
  /** The words say what the document is: a draft, agreed, out for consultation. */
  status?: boolean
  /** A sentence of running text: its order says which sentence of the other draft it answers to. */
  running?: boolean
}

/** Units that answer to each other. Lists are ascending; more than one on a side is a split or merge. */
export interface Match {
  old: number[]
  new: number[]
  /** The same words, whatever the place. */
  same: boolean
  odds: number
  /**
   * Where the words stand among the others in their order: in it, or across it so far that a reader would say they moved, or
   * across a little of it. Absent where the match was made without regard to the order.
   */
  place?: 'kept' | 'moved' | 'aside'
}

/** Log-odds from which leftovers at different places are one unit moved and edited. */
const anywhere = 3
/** Log-odds from which leftovers in the same goal or section are one unit reworded. */
const atHome = -1.5
/** Leftovers beyond this number of pairs are only looked at within the same goal or section. */
const manyPairs = 1_000_000
/** Share of what a pair leaves unexplained that its other half must explain. */
const halfExplains = 0.5
/** Share of the leftover's weight that must be found on the other side then. */
const halfHeld = 0.55

/** Types whose words stand alone in a cell or after a label: they answer to their own type only. */
const apart = new Set(['lead', 'date', 'target', 'glossaryEntry', 'plan'])

/**
 * Which units of two drafts answer to each other: the same words first (each repeated text by its place), then reworded
 * ones between them in order, then leftovers by words and place, halves of splits and merges last. Every unit is in one
 * match at most.
 */
export function matchUnits(olds: readonly Unit[], news: readonly Unit[]): Match[] {
  const found = new Found(olds, news)
  bySameWords(found)
  boundBySameWords(found)
  byOtherCuts(found)
  const [left, right] = [found.leftOld(), found.leftNew()]
  const [a = [], b = []] = profilesBeside(
    sameKeys(found),
    left.map((i) => olds[i]!.key),
    right.map((j) => news[j]!.key)
  )
  const profiles: Profiles = {
    old: new Map(left.map((i, at) => [i, a[at]!])),
    new: new Map(right.map((j, at) => [j, b[at]!]))
  }
  inOrder(found, profiles)
  byPlace(found, profiles)
  byWordsAnywhere(found, profiles)
  homelessBySameWords(found)
  halves(found, profiles)
  return found.matches()
}

/** The folded words of what is matched already, on both sides. */
function* sameKeys({olds, news, oldTo, newTo}: Found): Generator<string> {
  for (const i of oldTo.keys()) yield olds[i]!.key
  for (const j of newTo.keys()) yield news[j]!.key
}

interface Profiles {
  old: Map<number, Profile>
  new: Map<number, Profile>
}

/** The matches so far, looked up from either side. */
class Found {
  readonly oldTo = new Map<number, Match>()
  readonly newTo = new Map<number, Match>()
  readonly olds: readonly Unit[]
  readonly news: readonly Unit[]

  constructor(olds: readonly Unit[], news: readonly Unit[]) {
    this.olds = olds
    this.news = news
  }

  join(old: number[], now: number[], odds: number, same = false, place?: Match['place']): void {
    const match: Match = {old, new: now, same, odds, ...(place ? {place} : {})}
    for (const i of old) this.oldTo.set(i, match)
    for (const j of now) this.newTo.set(j, match)
  }

  leftOld(): number[] {
    return this.olds.flatMap((_, i) => (this.oldTo.has(i) ? [] : [i]))
  }

  leftNew(): number[] {
    return this.news.flatMap((_, j) => (this.newTo.has(j) ? [] : [j]))
  }

  matches(): Match[] {
    return [...new Set(this.oldTo.values())].sort((a, b) => a.old[0]! - b.old[0]! || a.new[0]! - b.new[0]!)
  }
}

/** What a unit is called on either side; units of one name say the same. Undefined for those that are left out. */
type NameOf = (unit: Unit, side: 0 | 1) => string | undefined

/** Pairs leftovers of one name in order; `evenly` only where both sides have as many. */
function pairUp(found: Found, nameOf: NameOf, evenly: boolean): void {
  const byName = new Map<string, [number[], number[]]>()
  const collect = (units: readonly Unit[], side: 0 | 1, taken: ReadonlyMap<number, Match>): void =>
    units.forEach((unit, at) => {
      const name = taken.has(at) ? undefined : nameOf(unit, side)
      if (name === undefined) return
      const lists = byName.get(name) ?? [[], []]
      lists[side].push(at)
      byName.set(name, lists)
    })
  collect(found.olds, 0, found.oldTo)
  collect(found.news, 1, found.newTo)
  for (const [a, b] of byName.values())
    if (!evenly || a.length === b.length)
      for (let k = 0; k < Math.min(a.length, b.length); k += 1)
        if (!isSaidAgain(found.olds[a[k]!]!, found.news[b[k]!]!)) found.join([a[k]!], [b[k]!], 14, true)
}

function bySameWords(found: Found): void {
  const free =
    (nameOf: (unit: Unit) => string): NameOf =>
    (unit) =>
      isBound(unit) ? undefined : nameOf(unit)
  pairUp(found, (unit) => `${unit.slot}\n${unit.key}`, true)
  besideTheSame(found)
  pairUp(
    found,
    free((unit) => unit.key),
    true
  )
  besideTheSame(found)
  pairUp(
    found,
    free((unit) => `${unit.type}\n${unit.key}`),
    false
  )
  pairUp(
    found,
    free((unit) => unit.key),
    false
  )
}

/** Words that say something of the goal they hang on and nothing by themselves: another goal's are not the same, though they read alike. */
const bound = new Set(['lead', 'date', 'target'])
const isBound = ({type}: Unit): boolean => bound.has(type)

/** A goal's lead, date or target and the same words of the goal that answers to it. */
function boundBySameWords(found: Found): void {
  const homes = homesOf(found.olds, found.news, found.matches())
  const home = ({within}: Unit, side: 0 | 1) => (side === 0 ? (homes.get(within) ?? `- ${within}`) : within)
  pairUp(found, (unit, side) => `${home(unit, side)}\n${unit.type}\n${unit.key}`, false)
  pairUp(found, (unit, side) => `${home(unit, side)}\n${unit.alias ?? unit.key}`, false)
}

/** The same words hung higher or lower in one outcome, or at goals without a counterpart: another reading, not another lead. */
function homelessBySameWords(found: Found): void {
  const homes = homesOf(found.olds, found.news, found.matches())
  const taken = new Set(homes.values())
  const top = ({within}: Unit, side: 0 | 1) =>
    (side === 0 ? (homes.get(within) ?? `- ${within}`) : within).split('/')[0]
  const homeless = ({within}: Unit, side: 0 | 1) => (side === 0 ? !homes.has(within) : !taken.has(within))
  if (found.leftOld().length === 0 || found.leftNew().length === 0) return
  for (const keyOf of [(unit: Unit) => unit.key, (unit: Unit) => unit.alias ?? unit.key]) {
    pairUp(found, (unit, side) => `${top(unit, side)}\n${keyOf(unit)}`, false)
    pairUp(found, (unit, side) => (homeless(unit, side) ? keyOf(unit) : undefined), false)
  }
}

/** Same words right before or after a match, on both sides, belong to it. */
function besideTheSame(found: Found): void {
  const grow = (i: number, j: number, step: number): void => {
    for (let [a, b] = [i + step, j + step]; ; a += step, b += step) {
      const [left, right] = [found.olds[a], found.news[b]]
      if (!left || !right || left.key !== right.key || found.oldTo.has(a) || found.newTo.has(b)) return
      if (isSaidAgain(left, right)) return
      // What belongs to a goal waits for its goal: the lead before a removed row may be that of another row.
      if (!isBound(left) && !isBound(right)) found.join([a], [b], 14, true)
    }
  }
  for (const match of found.matches()) {
    grow(match.old[0]!, match.new[0]!, 1)
    grow(match.old[0]!, match.new[0]!, -1)
  }
}

const mayAnswer = (a: Unit, b: Unit): boolean =>
  a.type === b.type || !(isApart(a) || isApart(b) || (isRestated(a) && isRestated(b)) || isSaidAgain(a, b))
/** A goal that only the summary has in the other draft is gone there: its words in the summary are not the goal. */
const isSaidAgain = (a: Unit, b: Unit): boolean =>
  (isRestated(a) && b.title !== undefined) || (isRestated(b) && a.title !== undefined)
const isApart = ({type}: Unit): boolean => apart.has(type)
const bothRun = (a: Unit, b: Unit): boolean => a.running === true && b.running === true
const isRestated = ({type}: Unit): boolean => type.startsWith('restatement')

/** Texts that are cut most into one, on either side. */
const mostCuts = 40

/** Leftovers in a row that are, word for word, leftovers in a row of the other draft: cut at other places, or not at all. */
function byOtherCuts(found: Found): void {
  const starts = new Map<string, number[]>()
  for (const j of found.leftNew()) {
    const first = found.news[j]!.key.split(' ', 2).join(' ')
    starts.set(first, [...(starts.get(first) ?? []), j])
    const word = first.split(' ')[0]!
    if (word !== first) starts.set(word, [...(starts.get(word) ?? []), j])
  }
  const homes = homesOf(found.olds, found.news, found.matches())
  const taken = new Set(homes.values())
  // What says something of its goal only is cut anew there, or where neither goal has a counterpart yet.
  const mayBeCut = (i: number, j: number): boolean => {
    const [a, b] = [found.olds[i]!, found.news[j]!]
    if (!isBound(a) && !isBound(b)) return true
    const home = homes.get(a.within)
    return home === b.within || (home === undefined && !taken.has(b.within))
  }
  for (const i of found.leftOld()) {
    if (found.oldTo.has(i)) continue
    const key = found.olds[i]!.key
    const first = key.split(' ', 2).join(' ')
    for (const j of [
      ...(starts.get(first) ?? []),
      ...(first.includes(' ') ? (starts.get(first.split(' ')[0]!) ?? []) : [])
    ])
      if (!found.newTo.has(j) && mayBeCut(i, j) && joinCuts(found, i, j)) break
  }
}

/** Takes units from either side, always from the one whose words fall short, till both say the same. */
function joinCuts(found: Found, i: number, j: number): boolean {
  if (isSaidAgain(found.olds[i]!, found.news[j]!)) return false
  let [a, b] = [found.olds[i]!.key, found.news[j]!.key]
  let [x, y] = [i, j]
  while (a !== b && x - i + y - j < mostCuts) {
    if (a.length < b.length) {
      x += 1
      if (!b.startsWith(`${a} `) || found.oldTo.has(x) || !found.olds[x]) return false
      a = `${a} ${found.olds[x]!.key}`
    } else {
      y += 1
      if (!a.startsWith(`${b} `) || found.newTo.has(y) || !found.news[y]) return false
      b = `${b} ${found.news[y]!.key}`
    }
  }
  if (a !== b) return false
  found.join(span(i, x), span(j, y), 14, true)
  return true
}

const span = (from: number, to: number): number[] => Array.from({length: to - from + 1}, (_, k) => from + k)

/**
 * Leftovers aligned in the order of the drafts between what says the same, and what moved across it. A match of several texts
 * must hold them in a row.
 */
function inOrder(found: Found, profiles: Profiles): void {
  const {olds, news} = found
  const texts = [
    olds.map((_, i) => (found.oldTo.has(i) ? undefined : profiles.old.get(i))),
    news.map((_, j) => (found.newTo.has(j) ? undefined : profiles.new.get(j)))
  ] as const
  const same = found.matches().filter(({old, new: now}) => inRow(old) && inRow(now))
  // Leads, dates and targets wait till it is known which goal answers to theirs.
  const may = (i: number, j: number): boolean =>
    !isBound(olds[i]!) && !isBound(news[j]!) && mayAnswer(olds[i]!, news[j]!)
  const steps = stepsOf(texts[0], texts[1], undefined, may)
  for (const match of same) steps.steps.push(sameStep(match.old, match.new, olds.length, news.length))
  const links = alignWithMoves(steps, {
    lengths: [olds.map(({key}) => key.length), news.map(({key}) => key.length)],
    oddsOf: (i, j) => {
      const [a, b] = [texts[0][i], texts[1][j]]
      return a && b && may(i, j) ? oddsOf(likeness(a, b)) : undefined
    }
  })
  for (const match of same) match.place = 'aside'
  for (const {old, new: now, odds, moved} of links) {
    const place = moved ? 'moved' : 'kept'
    const known = found.oldTo.get(old[0])
    if (known) known.place = place
    else found.join(span(...old), span(...now), odds, false, place)
  }
}

const inRow = (at: readonly number[]): boolean => at.at(-1)! - at[0]! < at.length

/** What a goal's own title counts beside the units that hang on it. */
const titleVotes = 2

/** Where most of a goal's or section's matched units went: old `within` to new, the likeliest first. */
export function homesOf(olds: readonly Unit[], news: readonly Unit[], matches: readonly Match[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>()
  const vote = (from: string, to: string, weight: number): void => {
    const counts = votes.get(from) ?? new Map<string, number>()
    counts.set(to, (counts.get(to) ?? 0) + weight)
    votes.set(from, counts)
  }
  for (const {old, new: now} of matches)
    for (const i of old)
      for (const j of now) {
        const [a, b] = [olds[i]!, news[j]!]
        vote(a.within, b.within, 1)
        if (a.heads && b.heads) vote(a.heads, b.heads, titleVotes)
      }
  const ranked = [...votes].flatMap(([from, counts]) => [...counts].map(([to, count]) => ({from, to, count})))
  ranked.sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
  const homes = new Map<string, string>()
  const taken = new Set<string>()
  for (const {from, to} of ranked) {
    if (homes.has(from) || taken.has(to)) continue
    homes.set(from, to)
    taken.add(to)
  }
  return homes
}

/** Leftovers of the same type in the same goal: by their words, and where only one of a type is left on each side by place. */
function byPlace(found: Found, profiles: Profiles): void {
  const homes = homesOf(found.olds, found.news, found.matches())
  const byHome = new Map<string, [number[], number[]]>()
  const put = (name: string, side: 0 | 1, at: number): void => {
    const lists = byHome.get(name) ?? [[], []]
    lists[side].push(at)
    byHome.set(name, lists)
  }
  for (const i of found.leftOld()) put(homes.get(found.olds[i]!.within) ?? `- ${found.olds[i]!.within}`, 0, i)
  for (const j of found.leftNew()) put(found.news[j]!.within, 1, j)
  for (const [olds, news] of byHome.values()) {
    bestFirst(found, profiles, olds, news, atHome)
    for (const type of apart) {
      const a = olds.filter((i) => !found.oldTo.has(i) && found.olds[i]!.type === type)
      const b = news.filter((j) => !found.newTo.has(j) && found.news[j]!.type === type)
      if (a.length === 1 && b.length === 1 && type !== 'glossaryEntry') found.join(a, b, 0)
    }
  }
}

function byWordsAnywhere(found: Found, profiles: Profiles): void {
  const [olds, news] = [found.leftOld(), found.leftNew()]
  if (olds.length * news.length <= manyPairs) bestFirst(found, profiles, olds, news, anywhere)
}

/** Pairs leftovers one to one, the likeliest first. */
function bestFirst(found: Found, profiles: Profiles, olds: number[], news: number[], least: number): void {
  const pairs: {i: number; j: number; odds: number}[] = []
  for (const i of olds)
    for (const j of news) {
      if (!mayAnswer(found.olds[i]!, found.news[j]!) || bothRun(found.olds[i]!, found.news[j]!)) continue
      const odds = oddsOf(likeness(profiles.old.get(i)!, profiles.new.get(j)!)) + beside(found, i, j)
      if (odds >= least) pairs.push({i, j, odds})
    }
  pairs.sort((a, b) => b.odds - a.odds || a.i - b.i || a.j - b.j)
  for (const {i, j, odds} of pairs) if (!found.oldTo.has(i) && !found.newTo.has(j)) found.join([i], [j], odds)
}

/** Log-odds gained where both texts say what the document is: one gives way to the other, whatever the words. */
const statusGain = 10

/** Gained by a pair whose neighbours answer to each other, and by being of one type. */
function beside(found: Found, i: number, j: number): number {
  const before = found.oldTo.get(i - 1)?.new.includes(j - 1) ? 1.5 : 0
  const after = found.oldTo.get(i + 1)?.new.includes(j + 1) ? 1.5 : 0
  const [old, now] = [found.olds[i]!, found.news[j]!]
  return before + after + (old.type === now.type ? 0.5 : -0.5) + (old.status && now.status ? statusGain : 0)
}

/** A leftover right beside a reworded pair that holds the other half of it makes the pair a split or merge. */
function halves(found: Found, profiles: Profiles): void {
  const texts = (side: 'old' | 'new', at: readonly number[]): Profile =>
    at.map((k) => profiles[side].get(k)!).reduce(joined)
  const grow = (at: number, side: 'old' | 'new'): boolean => {
    const other = side === 'old' ? 'new' : 'old'
    const units = side === 'old' ? found.olds : found.news
    for (const beside of neighboursOf(at, units)) {
      const match = (side === 'old' ? found.oldTo : found.newTo).get(beside)
      if (!match || match.same || match[side].some((each) => !profiles[side].has(each))) continue
      if (match[other].some((each) => !profiles[other].has(each)) || !mayAnswer(units[at]!, units[beside]!)) continue
      if (bothRun(units[at]!, units[beside]!)) continue
      const whole = texts(other, match[other])
      const half = profiles[side].get(at)!
      if (likeness(half, whole).held < halfHeld) continue
      if (explained(half, whole, texts(side, match[side])) < halfExplains) continue
      const grown = [...match[side], at].sort((a, b) => a - b)
      found.join(side === 'old' ? grown : match.old, side === 'new' ? grown : match.new, match.odds)
      return true
    }
    return false
  }
  for (let again = true; again; ) {
    again = false
    for (const i of found.leftOld()) again = grow(i, 'old') || again
    for (const j of found.leftNew()) again = grow(j, 'new') || again
  }
}

/** The units right before and after, and of a title the titles of the goals right before and after. */
function neighboursOf(at: number, units: readonly Unit[]): number[] {
  const {title} = units[at]!
  const found = [at - 1, at + 1]
  if (!title) return found
  for (const step of [-1, 1])
    for (let k = at + step; units[k] && Math.abs(k - at) < mostCuts; k += step)
      if (units[k]!.title === title) {
        found.push(k)
        break
      }
  return found
}

/** Share of the weight of what `known` leaves of a text that `half` says. */
function explained(half: Profile, whole: Profile, known: Profile): number {
  const [says, said] = [new Set(half.stems), new Set(known.stems)]
  let [open, told] = [0, 0]
  whole.stems.forEach((stem, at) => {
    if (said.has(stem)) return
    open += whole.weights[at]!
    if (says.has(stem)) told += whole.weights[at]!
  })
  return open === 0 ? 0 : told / open
}
