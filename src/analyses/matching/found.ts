import type {Profile} from './profile.ts'

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

/** The words of what is not matched yet, by their place in either draft. */
export interface Profiles {
  old: Map<number, Profile>
  new: Map<number, Profile>
}

/** The matches so far, looked up from either side. */
export class Found {
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

/** All numbers of a row of units, from first to last. */
export const span = (from: number, to: number): number[] => Array.from({length: to - from + 1}, (_, k) => from + k)

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
