import {tokensOf} from '../../language/phrases.ts'
import {sentencesOf} from '../../language/sentences.ts'
import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import {goalsOf} from '../../plan-tree/walk.ts'
import type {Embedder} from '../embedding/embedder.ts'
import {probabilityOf} from '../meaning/bands.ts'
import {logOddsOf, priorOf} from '../meaning/evidence.ts'
import {type Meaning, meaningsOf} from '../meaning/meaning.ts'
import {pairingOf} from '../meaning/signs.ts'
import {statedAsks} from './asks.ts'
import {toldNeeds} from './told-needs.ts'

/** The best of some candidates for a text, and how near it is: 0 (nothing shared) to 1. */
export interface Nearest {
  index: number
  score: number
}

/** How near texts of one plan are in what they speak of. */
export interface Closeness {
  /** For each query the best candidate; undefined where there is none. */
  nearest(queries: readonly string[], candidates: readonly string[]): (Nearest | undefined)[]
  /** Scores from which a measure speaks to a priority, a priority to a measure, a goal answers an ask, acts on a need. */
  enough: {measures: number; priorities: number; answers: number; acts: number}
  tier: 'words' | 'meaning'
}

/** A goal's words as they are compared. */
export function goalText(goal: Goal): string {
  return goal.detail ? `${goal.title} ${goal.detail}` : goal.title
}

/** A goal's title and each sentence of its explanation: what short asks are held against, one by one. */
export function goalSentences(goal: Goal): string[] {
  return [goal.title, ...(goal.detail ? sentencesOf(goal.detail) : [])]
}

/** Words too common in plans to show what a text speaks of. */
const common = new Set(
  'a an the of and or to in for with our their your its on as at by from is are be been this that these those we will who they it them can have has how what when which more fewer less improve improved improving improvement increase increased increasing ensure ensuring support supported supporting supports develop developing development develop deliver delivery continue numbers children child young people person year years plan plans work working make sure need needs get help families family service services focus better good all across through including include also into outcomes outcome undertake provide'.split(
    ' '
  )
)

/**
 * Closeness by words: cosine of stems weighted by how rare they are among the plan's goals (Spärck Jones, 1972), so that a
 * word of every goal shows nothing. Measures do not count: one more of them must not part others from what they measure.
 */
export function wordCloseness(plan: Plan): Closeness {
  const texts = goalsOf(plan)
    .filter(({type}) => type !== 'measure' && type !== 'milestone')
    .map(goalText)
  const seenIn = new Map<string, number>()
  for (const text of texts) for (const stem of stemsOf(text)) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1)
  const weight = (stem: string) => Math.log(1 + texts.length / (1 + (seenIn.get(stem) ?? 0)))
  const memo = new Map<string, Map<string, number>>()
  const vector = (text: string): Map<string, number> => {
    const known = memo.get(text)
    if (known) return known
    const weights = new Map([...stemsOf(text)].map((stem) => [stem, weight(stem)]))
    const length = Math.hypot(...weights.values()) || 1
    const made = new Map([...weights].map(([stem, value]) => [stem, value / length]))
    memo.set(text, made)
    return made
  }
  const cosine = (a: string, b: string) => {
    const from = vector(a)
    let score = 0
    for (const [stem, value] of vector(b)) score += value * (from.get(stem) ?? 0)
    return score
  }
  return {
    tier: 'words',
    // Chosen on the sample archive: above them the pairs share a rare word, below them none.
    enough: {measures: 0.12, priorities: 0.06, answers: 0.17, acts: 0.1},
    nearest: (queries, candidates) =>
      queries.map((query) => best(candidates.map((candidate) => cosine(query, candidate))))
  }
}

function best(scores: readonly number[]): Nearest | undefined {
  const index = scores.indexOf(Math.max(...scores))
  return index < 0 ? undefined : {index, score: scores[index]!}
}

function stemsOf(text: string): Set<string> {
  return new Set(
    tokensOf(text)
      .filter(({printed}) => !common.has(printed.toLowerCase()))
      .map(({stem}) => stem)
  )
}

/**
 * Closeness by meaning: the probability that two texts serve the same aim, as overlaps reckon it, among the plan's own goals,
 * asks and needs. Where the embedder has no vectors, closeness by words.
 */
export function meaningCloseness(plan: Plan, embedder: Embedder): Promise<Closeness> {
  return closenessOf(plan, comparable(plan), embedder)
}

/** Closeness of what is asked in one plan to the goals of another. */
export function askCloseness(plan: Plan, other: Plan, embedder: Embedder): Promise<Closeness> {
  const asks = statedAsks(plan).map(({text}) => text)
  return closenessOf(other, comparableOf(other, asks), embedder)
}

/**
 * Candidates among which a text is taken to have one counterpart: the priorities of an outcome. One number for all, so that
 * the score of two texts is the same whatever else is compared.
 */
const usualCandidates = 8

async function closenessOf(plan: Plan, {texts, whole}: Comparable, embedder: Embedder): Promise<Closeness> {
  if (embedder.tier === 'words' || texts.length === 0) return wordCloseness(plan)
  const [meaning] = await meaningsOf([{plan, units: texts.map((text, index) => unitOf(plan, text, index))}], {embedder})
  if (!meaning || meaning.tier === 'words') return wordCloseness(plan)
  const places = new Map(texts.map((text, index) => [text, index]))
  const part = (indexes: readonly number[]): Meaning => ({
    ...meaning,
    readings: indexes.map((index) => meaning.readings[index]!),
    vectors: indexes.map((index) => meaning.vectors[index]!)
  })
  const pairing = pairingOf(meaning, meaning, [part([...whole].flatMap((text) => places.get(text) ?? []))])
  const prior = priorOf(usualCandidates, usualCandidates)
  const known = new Map<number, number>()
  const probability = (a: number, b: number): number => {
    const key = Math.min(a, b) * texts.length + Math.max(a, b)
    const before = known.get(key)
    if (before !== undefined) return before
    const options = {setting: false, kinds: false}
    const value = probabilityOf(logOddsOf(pairing.signs(a, b), meaning.tier, prior, options))
    known.set(key, value)
    return value
  }
  return {
    tier: 'meaning',
    // Probabilities, low on purpose: texts of one outcome that share no aim at all stand far below them, and what is not
    // found here is told as a gap.
    enough: {measures: 0.2, priorities: 0.12, answers: 0.2, acts: 0.3},
    nearest(queries, candidates) {
      const there = candidates.map((text) => places.get(text))
      return queries.map((text) => {
        const place = places.get(text)
        if (place === undefined) return undefined
        let found: Nearest | undefined
        for (const [index, other] of there.entries()) {
          if (other === undefined) continue
          const score = probability(place, other)
          if (!found || score > found.score) found = {index, score}
        }
        return found
      })
    }
  }
}

function unitOf(plan: Plan, text: string, index: number) {
  return {
    id: String(index),
    plan: plan.digest,
    type: 'priority' as const,
    text,
    detail: null,
    parent: null,
    label: null,
    pages: []
  }
}

/** Texts to be compared, each once, and those of them that are whole units: what words and meanings are common is told by these. */
interface Comparable {
  texts: readonly string[]
  whole: ReadonlySet<string>
}

/** Texts that rules compare: goals with and without their detail, what is asked for, and what is needed. */
function comparable(plan: Plan): Comparable {
  return comparableOf(plan, [...statedAsks(plan).map(({text}) => text), ...toldNeeds(plan).map(({node}) => node.value)])
}

function comparableOf(plan: Plan, others: readonly string[]): Comparable {
  const goals = goalsOf(plan)
  const whole = new Set([...goals.map(goalText), ...others])
  return {texts: [...new Set([...whole, ...goals.flatMap(goalSentences)])], whole}
}
