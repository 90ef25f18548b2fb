/**
 * Which of several readings of a document agrees best with what is believed of its lines: the one with the highest expected
 * agreement with readings drawn by chance from these beliefs (minimum Bayes risk decoding, Goel and Byrne 2000).
 */
import type {Piece} from '../pieces.ts'
import {type Belief, goal, logsOf, nothing, work} from './beliefs.ts'
import {type Draft, draftOf, draftsOf, likeliest, out, top} from './drafts.ts'
import type {Place} from './places.ts'

/** Readings drawn for each document. */
const draws = 40
/** How much chance lines beside each other share, and how much each has of its own. */
const [shared, own] = [0.9, 0.5]

/** Readings as the beliefs allow them. Lines beside each other turn out alike more often than not. Deterministic. */
export function drawn(beliefs: readonly Belief[], pieces: readonly Piece[], places: readonly Place[]): Draft[] {
  const logs = beliefs.map(logsOf)
  const next = chances(pieces.length)
  return Array.from({length: draws}, () => {
    const groups = new Map<string, number[]>()
    const parts = pieces.map(({index}) => {
      const {beside} = places[index]!
      const group = groups.get(beside) ?? [next(), next(), next()]
      groups.set(beside, group)
      const of = (part: number) => logs[index]![part]! + shared * group[part]! + own * next()
      return likeliest(of(nothing), of(work), of(goal))
    })
    return draftOf(parts, pieces, places)
  })
}

/** Draws from the standard Gumbel distribution, by a mulberry32 generator. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const uniform = (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
    return -Math.log(-Math.log(uniform))
  }
}

/** The draft that agrees best with the readings drawn; the first of equals. */
export function bestDraft(
  beliefs: readonly Belief[],
  pieces: readonly Piece[],
  places: readonly Place[],
  among: readonly Draft[]
): {draft: Draft; hoped: number} {
  return draftsOf(beliefs, pieces, places)
    .map((draft) => ({draft, hoped: expected(draft, among)}))
    .reduce((so, each) => (each.hoped > so.hoped ? each : so))
}

/** Mean agreement of a reading with those drawn, 0 to 1. */
export function expected(draft: Draft, among: readonly Draft[]): number {
  return among.reduce((so, other) => so + agreement(draft, other), 0) / among.length
}

/** F1 of the lines that stand under the right one, asked of the nearest above it that both readings have; 1 for two empty readings. */
export function agreement(draft: Draft, truth: Draft): number {
  let [hits, mine, theirs] = [0, 0, 0]
  for (let at = 0; at < truth.length; at += 1) {
    const is = draft[at]! !== out
    const should = truth[at]! !== out
    if (is) mine += 1
    if (should) theirs += 1
    if (!is || !should) continue
    let above = draft[at]!
    while (above !== top && truth[above] === out) above = draft[above]!
    if (above === truth[at]) hits += 1
  }
  return mine + theirs === 0 ? 1 : (2 * hits) / (mine + theirs)
}
