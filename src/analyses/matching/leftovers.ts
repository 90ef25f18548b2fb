import {type Found, homesOf, type Profiles} from './found.ts'
import {apart, bothRun, mayAnswer} from './may-answer.ts'
import {likeness, oddsOf} from './similarity.ts'

/** Log-odds from which leftovers at different places are one unit moved and edited. */
const anywhere = 3
/** Log-odds from which leftovers in the same goal or section are one unit reworded. */
const atHome = -1.5
/** Leftovers beyond this number of pairs are only looked at within the same goal or section. */
const manyPairs = 1_000_000

/** Leftovers of the same type in the same goal: by their words, and where only one of a type is left on each side by place. */
export function byPlace(found: Found, profiles: Profiles): void {
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

export function byWordsAnywhere(found: Found, profiles: Profiles): void {
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
