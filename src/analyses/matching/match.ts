import {sameStep, stepsOf} from './align.ts'
import {Found, type Match, type Profiles, span, type Unit} from './found.ts'
import {halves} from './halves.ts'
import {byPlace, byWordsAnywhere} from './leftovers.ts'
import {isBound, mayAnswer} from './may-answer.ts'
import {alignWithMoves} from './moves.ts'
import {byOtherCuts} from './other-cuts.ts'
import {profilesBeside} from './profile.ts'
import {boundBySameWords, bySameWords, homelessBySameWords} from './same-words.ts'
import {likeness, oddsOf} from './similarity.ts'

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
