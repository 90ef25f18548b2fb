/** The pairs of two plans out of an overlap report, with the one count of what they share. */
import type {OverlapPair, OverlapReport, OverlapUnit} from '../../../analyses/types.ts'

export interface PairPlace {
  pair: OverlapPair
  a: OverlapUnit
  b: OverlapUnit
}

/** Pairs between plan `a` and plan `b`, the unit of `a` first whichever way the report has them; best first. */
export function pairPlaces(report: OverlapReport, a: string, b: string): PairPlace[] {
  const known = remembered.get(report) ?? new Map<string, PairPlace[]>()
  remembered.set(report, known)
  const places = known.get(`${a}|${b}`) ?? foundPlaces(report, a, b)
  known.set(`${a}|${b}`, places)
  return places
}

/** Several pages print the same pairs. */
const remembered = new WeakMap<OverlapReport, Map<string, PairPlace[]>>()

function foundPlaces(report: OverlapReport, a: string, b: string): PairPlace[] {
  const units = unitIndex(report)
  const places: PairPlace[] = []
  for (const pair of report.pairs) {
    const [x, y] = [units.get(pair.a), units.get(pair.b)]
    if (!x || !y) continue
    if (x.plan === a && y.plan === b) places.push({pair, a: x, b: y})
    else if (x.plan === b && y.plan === a) places.push({pair, a: y, b: x})
  }
  const sorted = places.sort((p, q) => q.pair.score - p.pair.score || text(p.a.id, q.a.id) || text(p.b.id, q.b.id))
  return withoutEchoes(sorted)
}

const isNear = ({pair}: PairPlace): boolean => pair.band === 'same' || pair.band === 'related'

/** A pair of goals that says itself again in a summary is one finding: its restatements stand for it only where it is not near. */
function withoutEchoes(places: readonly PairPlace[]): PairPlace[] {
  const key = ({a, b}: PairPlace) => `${goalOf(a)}|${goalOf(b)}`
  const goals = new Set(places.filter((place) => isNear(place) && !isEcho(place)).map(key))
  const told = new Set<string>()
  return places.filter((place) => {
    if (!isEcho(place)) return true
    if (!isNear(place) || goals.has(key(place)) || told.has(key(place))) return false
    told.add(key(place))
    return true
  })
}

const isEcho = ({a, b}: PairPlace): boolean => a.type === 'restatement' || b.type === 'restatement'

/** The unit itself, or the goal that a restatement says again. */
function goalOf(unit: OverlapUnit): string {
  return unit.type === 'restatement' ? (unit.parent ?? unit.id) : unit.id
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
  const near = places.filter(isNear)
  const bands = [...near.filter(({pair}) => pair.band === 'same'), ...near.filter(({pair}) => pair.band === 'related')]
  return bands.filter(({a, b}) => {
    if (taken.has(goalOf(a)) || taken.has(goalOf(b))) return false
    taken.add(goalOf(a))
    taken.add(goalOf(b))
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
