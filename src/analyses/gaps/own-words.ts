import {planWords, stemOf, stopWords, wordsIn} from '../../language/stems.ts'
import {goalText} from './closeness.ts'
import type {Context} from './rule.ts'

/** Stems that say what a text is about: neither words of every plan nor the people whom it is for. */
export function ownWords(text: string): string[] {
  return wordsIn(text)
    .filter(({low, stem}) => low.length > 3 && !stopWords.has(low) && !planWords.has(stem) && !peopleWords.has(stem))
    .map(({stem}) => stem)
}

const peopleWords: ReadonlySet<string> = new Set(
  'family parent carer pupil resident baby adult people school community issue somebody someone home time thing older younger'
    .split(' ')
    .map((word) => stemOf(word))
)

/** Goals that may hold a word which still shows what each is about: two, or this share of all. */
const fewestHolders = 2
const rareShare = 0.03

/** Those of a text's own words that stand in few goals of the plan: two texts that share one speak of one thing. */
export function rareWords(text: string, context: Context): string[] {
  const counts = wordCounts(context)
  const most = Math.max(fewestHolders, rareShare * context.goals.length)
  return ownWords(text).filter((stem) => (counts.get(stem) ?? 0) <= most)
}

/** In how many goals of the plan each stem stands. */
function wordCounts(context: Context): Map<string, number> {
  const known = countsOf.get(context.plan)
  if (known) return known
  const counts = new Map<string, number>()
  for (const goal of context.goals)
    for (const stem of new Set(ownWords(goalText(goal)))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  countsOf.set(context.plan, counts)
  return counts
}

const countsOf = new WeakMap<Context['plan'], Map<string, number>>()
