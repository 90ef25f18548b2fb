import type {Plan} from '../../plan-tree/nodes.ts'
import {type MeaningOptions, meaningsOf} from '../meaning/meaning.ts'
import {relate, usualTop} from '../meaning/relate.ts'
import {type MeaningUnit, wordedUnits} from '../meaning/units.ts'
import {planRef} from '../plan-ref.ts'
import type {OverlapPair, OverlapReport, OverlapUnit} from '../types.ts'
import {deliveredBy} from './delivered-by.ts'

export interface OverlapOptions extends MeaningOptions {
  /** Counterparts of each unit in each other plan; 10. */
  top?: number
}

/**
 * What plans of several bodies share: for every goal of each plan its best counterparts in each other plan, many-to-many and
 * across levels. Blind to the order of the plans; each pair of plans is compared by itself, so a further plan changes
 * nothing among the others. Drafts of one plan are the caller's to leave out.
 */
export async function findOverlaps(plans: Plan[], options: OverlapOptions = {}): Promise<OverlapReport> {
  const {top = usualTop} = options
  const ordered = distinct(plans)
  const units = ordered.map(wordedUnits)
  const meanings = await meaningsOf(
    ordered.map((plan, at) => ({plan, units: units[at]!})),
    options
  )
  const pairs: OverlapPair[] = []
  for (let i = 0; i < ordered.length; i += 1)
    for (let j = i + 1; j < ordered.length; j += 1) {
      if (units[i]!.length === 0 || units[j]!.length === 0) continue
      for (const {reuse, mutual, ...match} of relate(meanings[i]!, meanings[j]!, {top, between: true}))
        pairs.push({...match, ...(mutual ? {mutual} : {}), ...(reuse ? {reuse} : {})})
    }
  pairs.sort((x, y) => y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b))
  const delivered = deliveredBy(ordered, units, pairs)
  const note = meanings.find((meaning) => meaning.note)?.note
  return {
    plans: ordered.map(planRef),
    units: units.flat().map(overlapUnit),
    pairs,
    tier: meanings[0]?.tier ?? options.embedder?.tier ?? 'words',
    ...(note ? {note} : {}),
    ...(delivered.length > 0 ? {deliveredBy: delivered} : {})
  }
}

/** One plan for each digest, ordered by it: results must not hang on the order given. */
function distinct(plans: Plan[]): Plan[] {
  return [...new Map(plans.map((plan) => [plan.digest, plan])).values()].sort((a, b) => compare(a.digest, b.digest))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function overlapUnit({id, plan, type, text, detail, parent, label, pages}: MeaningUnit): OverlapUnit {
  return {id, plan, type, text, detail, parent, label, pages}
}
