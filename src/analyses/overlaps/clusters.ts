import {firmnessOf} from '../../language/firmness.ts'
import {planWords} from '../../language/stems.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {bandFrom, bandOf, probabilityOf} from '../meaning/bands.ts'
import {logOddsOf, priorOf} from '../meaning/evidence.ts'
import {type Meaning, type MeaningOptions, meaningsOfReadings} from '../meaning/meaning.ts'
import {type Neighbours, nearest, nearestSparse} from '../meaning/neighbours.ts'
import {type PlanReadings, readGoals} from '../meaning/plan-readings.ts'
import {type Pairing, pairingOf} from '../meaning/signs.ts'
import type {Cluster} from '../types.ts'

export interface ClusterOptions extends MeaningOptions {
  /** Plans that a commitment must stand in; 3. */
  fewest?: number
}

/** Nearest units that each is compared with: a commitment of more plans than that is still found, step by step. */
const compared = 24
/** Most pairs of members that are compared before two groups join; of larger groups the first are. */
const mostChecked = 16
/** Judged pairs remembered at most, some 60 MB. */
const mostKnown = 1_000_000
/** Mean probability below which a member of a group is an outlier. */
const outlierBelow = 0.5

/**
 * Commitments that stand in several plans. Each unit is compared with its nearest of all other plans; groups join, the
 * surest pair first, where each pair of their members is in the band same or related; a group holds one unit of a plan.
 * What is common to the whole archive counts little here, so that a pair may stand in another band than in a comparison of
 * its two plans. Largest groups first. Drafts of one plan are the caller's to leave out.
 */
export async function findClusters(plans: Plan[], options: ClusterOptions = {}): Promise<Cluster[]> {
  return clustersIn(
    plans.map((plan) => readGoals(plan, options.lexicon)),
    options
  )
}

/** The same of plans whose goals were read before, with the same lexicon. */
export async function clustersIn(plans: readonly PlanReadings[], options: ClusterOptions = {}): Promise<Cluster[]> {
  const ordered = [...new Map(plans.map((plan) => [plan.digest, plan])).values()].sort(byAge)
  const meanings = await meaningsOfReadings(
    ordered.map(({readings}) => readings),
    options
  )
  const all = together(meanings)
  if (all.readings.length === 0) return []
  const pairing = pairingOf(all, all)
  const judge = judgeOf(pairing, all)
  const groups = await groupsOf(pairing, all, judge)
  return groups
    .filter((members) => members.length >= (options.fewest ?? 3))
    .map((members) => clusterOf(members, pairing, judge))
    .sort((x, y) => y.members.length - x.members.length || (x.id < y.id ? -1 : 1))
}

function byAge(a: PlanReadings, b: PlanReadings): number {
  return (a.from ?? Infinity) - (b.from ?? Infinity) || 0 || (a.digest < b.digest ? -1 : 1)
}

/** All plans' readings as one list; what stands over a reading is found at its new place. */
function together(meanings: Meaning[]): Meaning {
  const first = meanings[0]
  const all: Meaning = {
    readings: [],
    vectors: [],
    dimensions: first?.dimensions ?? 0,
    near: first?.near ?? new Map(),
    names: first?.names ?? new Map(),
    tier: first?.tier ?? 'words'
  }
  for (const {readings, vectors} of meanings) {
    const from = all.readings.length
    for (const reading of readings) all.readings.push({...reading, over: reading.over.map((at) => at + from)})
    for (const sentences of vectors) all.vectors.push(sentences)
  }
  return all
}

/** Log-odds of two places, or undefined where they cannot stand in one group. */
type Judge = (i: number, j: number) => number | undefined

function judgeOf(pairing: Pairing, all: Meaning): Judge {
  const numbers = new Map<string, number>()
  const plans = Int32Array.from(all.readings, ({unit: {plan}}) => {
    const known = numbers.get(plan) ?? numbers.size
    numbers.set(plan, known)
    return known
  })
  const planAt = (at: number) => plans[at]!
  const sizes = new Float64Array(numbers.size)
  for (const plan of plans) sizes[plan]! += 1
  const known = new Map<number, number>()
  return (i, j) => {
    const [low, high] = i < j ? [i, j] : [j, i]
    // Quickly told, of most pairs: not worth to be remembered.
    if (planAt(low) === planAt(high) || pairing.areApart(low, high)) return undefined
    const key = low * all.readings.length + high
    let value = known.get(key)
    if (value === undefined) {
      value = judged(low, high) ?? Number.NaN
      if (known.size >= mostKnown) known.clear()
      known.set(key, value)
    }
    return Number.isNaN(value) ? undefined : value
  }
  function judged(i: number, j: number): number | undefined {
    const signs = pairing.signs(i, j)
    const value = logOddsOf(signs, all.tier, priorOf(sizes[planAt(i)]!, sizes[planAt(j)]!))
    const band = bandOf(value, signs)
    return band === 'same' || band === 'related' ? value : undefined
  }
}

async function groupsOf(pairing: Pairing, all: Meaning, judge: Judge): Promise<number[][]> {
  const count = all.readings.length
  const lists = [
    nearestSparse(
      pairing.a.map(({settingWords}) => settingWords),
      compared
    )
  ]
  if (all.dimensions > 0)
    lists.push(
      (
        await nearest(
          pairing.a.map(({vector}) => vector),
          compared
        )
      ).neighbours
    )
  const pairs = pairsIn(lists, count)
  /** Pairs that may stand in one group come to the front of the list. */
  const values = new Float64Array(pairs.length)
  let edges = 0
  let before = -1
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at]!
    if (pair === before) continue
    before = pair
    const value = judge(Math.floor(pair / count), pair % count)
    if (value === undefined || value < bandFrom.related) continue
    pairs[edges] = pair
    values[edges++] = value
  }
  const surest = Uint32Array.from({length: edges}, (_, at) => at).sort((x, y) => values[y]! - values[x]! || x - y)
  return joined(
    Array.from(surest, (at): [number, number] => [Math.floor(pairs[at]! / count), pairs[at]! % count]),
    all,
    judge
  )
}

/** Every unit with each of its neighbours, as i * count + j for i < j, in ascending order; some more than once. */
function pairsIn(lists: readonly Neighbours[], count: number): Float64Array {
  const pairs = new Float64Array(lists.reduce((sum, list) => sum + list.reduce((all, {length}) => all + length, 0), 0))
  let at = 0
  for (const list of lists)
    for (const [i, places] of list.entries())
      for (const j of places) pairs[at++] = Math.min(i, j) * count + Math.max(i, j)
  return pairs.sort()
}

/** Mean probability of the pairs between two groups from which they are one commitment, and not merely one subject. */
const oneFrom = 0.5

/** Whether two groups are one: each pair of theirs may stand in one group, and most are the same commitment. */
function areOne(x: readonly number[], y: readonly number[], judge: Judge): boolean {
  let sum = 0
  for (const m of x)
    for (const n of y) {
      const value = judge(m, n)
      if (value === undefined) return false
      sum += probabilityOf(value)
    }
  return sum >= oneFrom * x.length * y.length
}

interface Group {
  members: number[]
  plans: Set<string>
}

function joined(edges: [i: number, j: number][], all: Meaning, judge: Judge): number[][] {
  const groups = new Map<number, Group>()
  const of = (at: number) => {
    const known = groups.get(at)
    if (known) return known
    const alone: Group = {members: [at], plans: new Set([all.readings[at]!.unit.plan])}
    groups.set(at, alone)
    return alone
  }
  for (const [i, j] of edges) {
    const [x, y] = [of(i), of(j)]
    if (x === y || !x.plans.isDisjointFrom(y.plans)) continue
    if (!areOne(x.members.slice(0, mostChecked), y.members.slice(0, mostChecked), judge)) continue
    const members = [...x.members, ...y.members].sort((a, b) => a - b)
    const both: Group = {members, plans: x.plans.union(y.plans)}
    for (const member of members) groups.set(member, both)
  }
  return [...new Set(groups.values())].map(({members}) => members)
}

function clusterOf(members: number[], pairing: Pairing, judge: Judge): Cluster {
  const mean = members.map((i) => {
    const others = members.filter((j) => j !== i).map((j) => judge(i, j) ?? bandFrom.topic)
    return others.reduce((sum, value) => sum + probabilityOf(value), 0) / others.length
  })
  const most = Math.max(...mean)
  const typical = members[mean.indexOf(most)]!
  const words = sharedWords(members, pairing)
  const title = pairing.a[typical]!.reading.unit
  return {
    id: title.id,
    title: title.text,
    members: members.map((at, n) => {
      const {unit, printed} = pairing.a[at]!.reading
      return {
        plan: unit.plan,
        unit: unit.id.slice(unit.plan.length + 1),
        text: unit.text,
        strength: firmnessOf(unit.text),
        words: [...new Set(words.flatMap((token) => printed.get(token) ?? []))],
        probability: Math.round(mean[n]! * 1e4) / 1e4,
        ...(at === typical ? {typical: true} : {}),
        ...(mean[n]! < outlierBelow && at !== typical ? {outlier: true} : {})
      }
    })
  }
}

/** Words that more than half of the members have, the rarest of the archive first; none that stands in every plan. */
function sharedWords(members: number[], pairing: Pairing): string[] {
  const held = new Map<string, number>()
  for (const at of members)
    for (const token of pairing.a[at]!.reading.printed.keys())
      if (!token.startsWith('~') && !planWords.has(token) && token !== '%') held.set(token, (held.get(token) ?? 0) + 1)
  return [...held]
    .filter(([, count]) => count * 2 > members.length)
    .map(([token]) => token)
    .sort((x, y) => pairing.idf(y) - pairing.idf(x) || (x < y ? -1 : 1))
    .slice(0, mostWords)
}

/** Most shared words that are marked in a member. */
const mostWords = 8
