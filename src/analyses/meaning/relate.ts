import type {Plan} from '../../plan-tree/nodes.ts'
import type {Band, OverlapReason} from '../types.ts'
import {bandOf, probabilityOf, reuseFrom, scoreOf} from './bands.ts'
import {type EvidenceOptions, evidenceOf} from './evidence.ts'
import {type Meaning, type MeaningOptions, meaningsOf} from './meaning.ts'
import {reasonsOf} from './reasons.ts'
import {pairingOf, type Signs} from './signs.ts'
import {dice, threes} from './sparse.ts'
import type {MeaningUnit} from './units.ts'

/** One unit and its counterpart. */
export interface Match {
  /** Unit ids. */
  a: string
  b: string
  /** From 0, no upper end; comparable among pairs of plans (`scoreOf`). */
  score: number
  /** That they are one commitment or serve the same aim: 0 to 1, calibrated. */
  probability: number
  band: Band
  /** Each is the other's best counterpart. */
  mutual: boolean
  /** A sentence of one stands in the other, nearly word for word. */
  reuse: boolean
  reasons: OverlapReason[]
}

export interface RelateOptions extends EvidenceOptions {
  /** Counterparts of each unit that are returned at least; 10. */
  top?: number
  /** Leave reasons out: they cost more than the scores. */
  bare?: boolean
}

/** Counterparts of each unit unless told otherwise. */
export const usualTop = 10

/**
 * The best counterparts of every unit among the other side's, both ways; best first, ties by id. Symmetric: with the sides
 * exchanged, the same matches with `a` and `b` exchanged. Nothing but the two sides has a say in the result.
 */
export function relate(left: Meaning, right: Meaning, options: RelateOptions = {}): Match[] {
  const {top = usualTop, bare = false} = options
  const tier = left.tier === 'minilm' && right.tier === 'minilm' ? 'minilm' : 'words'
  const pairing = pairingOf(left, right)
  const {logOdds} = evidenceOf(pairing, tier, options)
  const ids = [left.readings.map(({unit}) => unit.id), right.readings.map(({unit}) => unit.id)] as const
  const goals = [left, right].map(({readings}) => readings.map(({unit}) => unit.level === undefined))
  const rows = logOdds.map((row) => bestOf(row, ids[1], goals[1]!, top))
  const columns = ids[1].map((_, j) =>
    bestOf(
      Float64Array.from(logOdds, (row) => row[j]!),
      ids[0],
      goals[0]!,
      top
    )
  )
  const chosen = new Set<number>()
  for (const [i, best] of rows.entries()) for (const j of best) chosen.add(i * ids[1].length + j)
  for (const [j, best] of columns.entries()) for (const i of best) chosen.add(i * ids[1].length + j)
  const matches = [...chosen].map((place): Match => {
    const [i, j] = [Math.floor(place / ids[1].length), place % ids[1].length]
    const value = logOdds[i]![j]!
    const signs = pairing.signs(i, j)
    const mutual = rows[i]![0] === j && columns[j]![0] === i
    const reuse = isReuse(left.readings[i]!.sentences, right.readings[j]!.sentences, signs)
    const [over, beyond] = [left.readings[i]!.over[0], right.readings[j]!.over[0]]
    const above =
      over === undefined || beyond === undefined || options.setting === false ? undefined : logOdds[over]![beyond]!
    return {
      a: ids[0][i]!,
      b: ids[1][j]!,
      score: toFourPlaces(scoreOf(value)),
      probability: toFourPlaces(probabilityOf(value)),
      band: bandOf(value, signs, {kinds: options.kinds !== false, mutual}),
      mutual,
      reuse,
      reasons: bare
        ? []
        : reasonsOf(pairing, i, j, signs, {reuse, names: left.names, ...(above === undefined ? {} : {above})})
    }
  })
  return matches.sort((x, y) => y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const toFourPlaces = (value: number) => Math.round(value * 1e4) / 1e4

/** Places of the `top` highest values among the goals, and of the restatements above the last of them; best first, ties by id. */
function bestOf(values: Float64Array, ids: string[], goals: boolean[], top: number): number[] {
  const before = (x: number, y: number) => values[y]! - values[x]! || compare(ids[x]!, ids[y]!)
  const most = top + goals.filter((goal) => !goal).length
  const best: number[] = []
  for (let place = 0; place < values.length; place += 1) {
    if (best.length === most && before(best[most - 1]!, place) <= 0) continue
    let at = Math.min(best.length, most - 1)
    while (at > 0 && before(best[at - 1]!, place) > 0) {
      best[at] = best[at - 1]!
      at -= 1
    }
    best[at] = place
  }
  let taken = 0
  return best.filter((place) => {
    if (taken === top) return false
    if (goals[place]) taken += 1
    return true
  })
}

/** Fewest words of a sentence that counts as reused: 'Deliver the plan' is anyone's. */
const fewestReused = 5

function isReuse(a: {text: string; weight: number}[], b: {text: string; weight: number}[], signs: Signs): boolean {
  if (signs.letters < reuseFrom && signs.words < reuseFrom) return false
  for (const x of a)
    for (const y of b)
      if (x.weight >= fewestReused && y.weight >= fewestReused && dice(threes(x.text), threes(y.text)) >= reuseFrom)
        return true
  return false
}

/** A query with its counterparts, best first. */
export interface Ranked {
  query: MeaningUnit
  matches: {unit: MeaningUnit; score: number; probability: number; band: Band; reasons: OverlapReason[]}[]
}

export interface ScoreOptions extends MeaningOptions, RelateOptions {
  /** The plan that queries and candidates stand in: teaches its abbreviations. */
  plan?: Plan
  /** The candidates' plan, when it is another. */
  candidatePlan?: Plan
}

/**
 * The best candidates for each query, by meaning: children's asks among a plan's priorities, a framework's items among a plan's
 * units. Within one plan pass `setting: false` (what stands over both says nothing) and, to compare measures with priorities,
 * `kinds: false`. Queries in order; a query's matches best first, `top` at most, none left out for being weak.
 */
export async function scoreUnits(
  queries: MeaningUnit[],
  candidates: MeaningUnit[],
  options: ScoreOptions = {}
): Promise<Ranked[]> {
  const {plan, candidatePlan = plan, top = usualTop} = options
  const [left, right] = await meaningsOf(
    [
      {units: queries, ...(plan ? {plan} : {})},
      {units: candidates, ...(candidatePlan ? {plan: candidatePlan} : {})}
    ],
    options
  )
  const units = new Map(candidates.map((unit) => [unit.id, unit]))
  const byQuery = new Map<string, Match[]>(queries.map(({id}) => [id, []]))
  for (const match of relate(left!, right!, options)) byQuery.get(match.a)!.push(match)
  return queries.map((query) => ({
    query,
    matches: byQuery
      .get(query.id)!
      .slice(0, top)
      .map(({b, score, probability, band, reasons}) => ({unit: units.get(b)!, score, probability, band, reasons}))
  }))
}
