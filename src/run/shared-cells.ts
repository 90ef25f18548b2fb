/** One block of the matrix of plan against plan: how many commitments each of some pairs of plans share. */
import type {Embedder} from '../analyses/embedding/embedder.ts'
import {meaningsOfReadings} from '../analyses/meaning/meaning.ts'
import {
  goalsAlone,
  type KeptReadings,
  keptReadings,
  type PlanReadings,
  readingsAgain,
  readWorded
} from '../analyses/meaning/plan-readings.ts'
import {relate, usualTop} from '../analyses/meaning/relate.ts'
import {overlapUnit} from '../analyses/overlaps/overlaps.ts'
import type {OverlapReport, OverlapUnit, SharedCell, SharedPlace} from '../analyses/types.ts'
import {compressed, expanded} from '../archive/compressed.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {type PairPlace, pairPlaces, sharedPairs, unitIdOf} from '../reports/html/overlaps/pairs.ts'

/** Plain JSON but for the readings: it crosses threads and machines. */
export interface SharedBlock {
  /** The words of each plan of the block, from `packedReadings`. */
  readings: Uint8Array[]
  /** Places in that list. */
  pairs: [a: number, b: number][]
  /** What vectors are made with: a thread that has another makes none of these findings. */
  model: string
}

/** What comparing asks of a plan: made once, whomever the plan is compared with. */
export const packedReadings = (plan: Plan): Uint8Array => compressed(keptReadings(readWorded(plan)))

/** The goals in them, as shared commitments are looked for among. */
export const goalsOfPacked = (packed: Uint8Array): PlanReadings =>
  goalsAlone(readingsAgain(expanded<KeptReadings>(packed)))

/** Commitments whose words a cell gives. */
const surestMost = 3
/** Words from which a commitment says what is to be done: 'Our ambitions on one page' stands in many plans and tells little. */
const tellingFrom = 6

/**
 * As `findOverlaps` compares two plans and the pages count what it finds; hangs on the two plans alone, in whatever block they
 * are. In the order of the pairs. @throws where vectors are of another make than is asked for.
 */
export async function sharedInBlock({readings, pairs, model}: SharedBlock, embedder: Embedder): Promise<SharedCell[]> {
  if (embedder.model !== model) throw new Error(`sentence vectors of ${model} are not at hand`)
  const plans = readings.map((packed) => readingsAgain(expanded<KeptReadings>(packed)))
  const meanings = await meaningsOfReadings(
    plans.map(({readings}) => readings),
    {embedder}
  )
  if (meanings.some(({tier}) => tier !== embedder.tier)) throw new Error(meanings[0]!.note)
  const units = plans.map(({readings}) => readings.map(({unit}) => overlapUnit(unit)))
  return pairs.map(([x, y]) => {
    const [i, j] = plans[x]!.digest < plans[y]!.digest ? [x, y] : [y, x]
    const matches =
      units[i]!.length > 0 && units[j]!.length > 0
        ? relate(meanings[i]!, meanings[j]!, {top: usualTop, between: true, bare: true})
        : []
    return cellOf(plans[i]!.digest, plans[j]!.digest, {units: [...units[i]!, ...units[j]!], pairs: matches})
  })
}

/** The cell of a pair of plans that was compared in full. */
export function cellOfReport(report: OverlapReport): SharedCell {
  const [a, b] = report.plans.map(({id}) => id).sort()
  return cellOf(a!, b!, report)
}

function cellOf(a: string, b: string, {units, pairs}: Pick<OverlapReport, 'units' | 'pairs'>): SharedCell {
  const report: OverlapReport = {plans: [a, b].map((id) => ({id, title: ''})), units, pairs, tier: 'words'}
  const shared = sharedPairs(pairPlaces(report, a, b))
  const same = shared.filter(({pair}) => pair.band === 'same').length
  const goals = (plan: string) => units.filter((unit) => unit.plan === plan && isGoalUnit(unit)).length
  return {
    a,
    b,
    goals: [goals(a), goals(b)],
    same,
    related: shared.length - same,
    surest: shared
      .sort((x, y) => isTelling(y) - isTelling(x) || chanceOf(y) - chanceOf(x) || y.pair.score - x.pair.score)
      .slice(0, surestMost)
      .map(wordsOf)
  }
}

/** A restatement or a line that stands as an outcome elsewhere is no goal of the tree. */
const isGoalUnit = ({type}: OverlapUnit) => type !== 'restatement' && type !== 'passage'

/** 1 where both say enough. */
const isTelling = ({a, b}: PairPlace): number =>
  Math.min(...[a, b].map(({text}) => text.split(/\s+/).length)) >= tellingFrom ? 1 : 0

const chanceOf = ({pair}: PairPlace) => pair.probability ?? 0

function wordsOf(place: PairPlace): SharedCell['surest'][number] {
  return {band: place.pair.band, probability: chanceOf(place), a: placeOf(place.a), b: placeOf(place.b)}
}

function placeOf(unit: OverlapUnit): SharedPlace {
  const {text, pages = []} = unit
  const [first, last] = [pages[0], pages.at(-1)]
  const printed = first?.printed === undefined ? {} : {printed: first.printed}
  return {
    unit: unitIdOf(unit),
    text,
    pages: first && last ? [{page: first.page, ...printed}, ...(last.page > first.page ? [{page: last.page}] : [])] : []
  }
}
