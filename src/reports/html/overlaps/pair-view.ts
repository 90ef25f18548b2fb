/** Two plans as the pages of a comparison see them: their pairs, what they share, how they are called. */
import type {OverlapReport, OverlapUnit, PlanRef} from '../../../analyses/types.ts'
import type {Context} from '../context.ts'
import {type PairSide, pairSides} from './pair-names.ts'
import {type PairPlace, pairPlaces, sharedPairs} from './pairs.ts'

export interface PairView {
  report: OverlapReport
  places: PairPlace[]
  shared: PairPlace[]
  sides: [PairSide, PairSide]
}

export function pairView(context: Context, report: OverlapReport, a: PlanRef, b: PlanRef): PairView {
  const places = pairPlaces(report, a.id, b.id)
  return {report, places, shared: sharedPairs(places), sides: pairSides(context, a, b)}
}

export function unitName(unit: OverlapUnit): string {
  const label = unit.label?.trim()
  if (!label) return unit.type
  return /[a-z]{4}/i.test(label) ? label : `${unit.type} ${label}`
}

/** Priorities of a side, or failing them its actions or outcomes, and those of them that no unit of the other is near to. */
export function aloneUnits({report, places, sides}: PairView, side: 0 | 1): {all: OverlapUnit[]; alone: OverlapUnit[]} {
  const near = new Set(
    places
      .filter(({pair}) => pair.band === 'same' || pair.band === 'related')
      .map(({a, b}) => (side === 0 ? a.id : b.id))
  )
  const own = report.units.filter((unit) => unit.plan === sides[side].id)
  const priorities = own.filter((unit) => unit.type === 'priority')
  const actions = own.filter((unit) => unit.type === 'action')
  const all = [priorities, actions].find((units) => units.length > 0) ?? own.filter((unit) => unit.type === 'outcome')
  return {all, alone: all.filter((unit) => !near.has(unit.id))}
}
