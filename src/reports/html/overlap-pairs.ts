/** The pairs of two plans out of an overlap report, with the one count of what they share. */
import type {OverlapPair, OverlapReport, OverlapUnit} from '../../analyses/types.ts'

export interface PairPlace {
  pair: OverlapPair
  a: OverlapUnit
  b: OverlapUnit
}

/** Pairs between plan `a` and plan `b`, the unit of `a` first whichever way the report has them; best first. */
export function pairPlaces(report: OverlapReport, a: string, b: string): PairPlace[] {
  const units = unitIndex(report)
  const places: PairPlace[] = []
  for (const pair of report.pairs) {
    const [x, y] = [units.get(pair.a), units.get(pair.b)]
    if (!x || !y) continue
    if (x.plan === a && y.plan === b) places.push({pair, a: x, b: y})
    else if (x.plan === b && y.plan === a) places.push({pair, a: y, b: x})
  }
  return places.sort((p, q) => q.pair.score - p.pair.score || text(p.a.id, q.a.id) || text(p.b.id, q.b.id))
}

const indexes = new WeakMap<OverlapReport, Map<string, OverlapUnit>>()

export function unitIndex(report: OverlapReport): Map<string, OverlapUnit> {
  let index = indexes.get(report)
  if (!index) {
    index = new Map(report.units.map((unit) => [unit.id, unit]))
    indexes.set(report, index)
  }
  return index
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Pairs in the band same or related that count as shared: each unit once, with its best counterpart, strongest first. */
export function sharedPairs(places: readonly PairPlace[]): PairPlace[] {
  const taken = new Set<string>()
  const near = places.filter(({pair}) => pair.band === 'same' || pair.band === 'related')
  const bands = [...near.filter(({pair}) => pair.band === 'same'), ...near.filter(({pair}) => pair.band === 'related')]
  return bands.filter(({a, b}) => {
    if (taken.has(a.id) || taken.has(b.id)) return false
    taken.add(a.id)
    taken.add(b.id)
    return true
  })
}

export function sharedCount(places: readonly PairPlace[]): {all: number; same: number; related: number} {
  const shared = sharedPairs(places)
  const same = shared.filter(({pair}) => pair.band === 'same').length
  return {all: shared.length, same, related: shared.length - same}
}

/** The unit's id in its plan, from 'digest#unit'. */
export function unitIdOf(unit: OverlapUnit): string {
  const at = unit.id.indexOf('#')
  return at < 0 ? unit.id : unit.id.slice(at + 1)
}
