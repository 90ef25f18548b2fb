import type {Band} from '../types.ts'
import type {Signs} from './signs.ts'

/**
 * Least log-odds of each band. 'related' begins where F1 against graded pairs is highest, by theory where the probability is
 * half of that F1: 0.31, for an F1 of 0.6 over five graded pairs of plans, three of which had no say in any weight. Of pairs
 * from 'same' on, nine in ten are right there; where each is the other's best counterpart, less is enough (the sample archive's
 * planted pairs).
 */
export const bandFrom = {same: 1.8, sameMutual: 0.8, related: -0.8, topic: -2.4} as const

/** Likeness of runs of three letters from which a sentence is the other's, nearly. */
export const reuseFrom = 0.8

/** Probability that two units are one commitment or serve the same aim, from log-odds. */
export const probabilityOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))

/** A score for people: 0 no sign, about 6 where 'related' begins, about 13 where 'same' does, no upper end. Grows with log-odds. */
export function scoreOf(logOdds: number): number {
  const shifted = logOdds + 2.4
  return 3 * (shifted > 30 ? shifted : Math.log1p(Math.exp(shifted)))
}

/**
 * The band of a pair. Opposite or different things are one subject at most, however alike their words: other groups of people,
 * the other direction, one denied, other ages. A measure and a commitment are related at most, and so are two that share
 * nothing but the group they are for, or but one word.
 */
export function bandOf(logOdds: number, signs: Signs, {kinds = true, mutual = false} = {}): Band {
  const band =
    logOdds >= (mutual ? bandFrom.sameMutual : bandFrom.same)
      ? 'same'
      : logOdds >= bandFrom.related
        ? 'related'
        : logOdds >= bandFrom.topic
          ? 'topic'
          : 'none'
  if (band === 'none' || band === 'topic') return band
  if (keptApart(signs)) return 'topic'
  return band === 'same' && ((kinds && signs.kindsApart) || signs.groupOnly || signs.barelyShared) ? 'related' : band
}

/** Do the words of both name groups, directions or ages that differ? */
function keptApart({ownPopulation, direction, denied, agesApart, words}: Signs): boolean {
  return ownPopulation < 0 || direction < 0 || agesApart || (denied && words >= denialWords)
}

/** Likeness of words from which a denial in one of two sentences turns its meaning round. */
const denialWords = 0.4
