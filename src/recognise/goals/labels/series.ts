/** Level lines of one word as a series: of each number the printing that is the body; and which series stands under which. */
import type {GoalType} from '../../../plan-tree/nodes.ts'
import {planNoun} from '../../document/words.ts'
import type {LevelWord} from '../../vocabulary.ts'
import {fold, likeness, wordSet} from '../../words.ts'
import type {Candidate} from './level-lines.ts'

export interface Series {
  level: LevelWord
  all: Candidate[]
  bodies: Candidate[]
  /** It counts only where goals stand under it. */
  needsGoals: boolean
}

/** `opening` is the piece that the document's first heading is. */
export function seriesOf(candidates: readonly Candidate[], opening: number): Series[] {
  const groups = Map.groupBy(candidates, (each) => each.label.level.word)
  return [...groups.values()].flatMap((all): Series[] => {
    const level = all[0]!.label.level
    const byKey = Map.groupBy(all, (each) => each.key)
    const restarting = restarts(all)
    const bodies = [...byKey.values()]
      .flatMap((printings) => bodiesOf(printings, restarting))
      .filter((each) => !each.label.continued && !each.foreign && each.weight > -40)
      .sort((a, b) => a.piece.index - b.piece.index || (a.row ?? 0) - (b.row ?? 0))
    const numbered = bodies.filter((each) => each.label.label)
    if (bodies.length === 0 || level.rank > 4) return []
    const single = numbered.length === 0 && bodies.length < 2
    // 'Our strategy: three moves' is the document's name; 'Ambition: fit for tomorrow' may be the goal that all of it sets out
    if (
      single &&
      (bodies[0]!.piece.kind !== 'heading' || (bodies[0]!.piece.index === opening && planNoun.test(level.word)))
    )
      return []
    return [{level, all, bodies, needsGoals: level.needsGoals === true || single}]
  })
}

/** The numbers run up more than once, and a number met again mostly has other words: 'Action 1' under each outcome. */
function restarts(all: readonly Candidate[]): boolean {
  const printed = all.filter((each) => each.label.number && !each.label.continued && !each.foreign && each.weight > -40)
  const first = new Map<string, Candidate>()
  let [again, other] = [0, 0]
  for (const each of printed) {
    const before = first.get(each.key)
    if (before) {
      again += 1
      if (!sameTitle(before.title, each.title)) other += 1
    } else first.set(each.key, each)
  }
  return again > 0 && other > again / 2
}

/** Of the printings of one number the body; several when the numbering starts again. */
function bodiesOf(printings: Candidate[], restarting: boolean): Candidate[] {
  const sound = printings.filter((each) => !each.label.continued)
  const groups: Candidate[][] = []
  for (const each of sound) {
    const same = groups.find((group) => group.some((other) => sameTitle(other.title, each.title)))
    if (same) same.push(each)
    else groups.push([each])
  }
  const heaviest = groups.map((group) => group.reduce((best, each) => (each.weight > best.weight ? each : best)))
  if (restarting) return heaviest
  const most = Math.max(...heaviest.map((each) => each.weight), 0)
  // another wording of the same number is another goal only when it has as much under it
  return heaviest.filter((each) => (each.weight >= most * 0.5 && each.weight > 4) || each.weight === most)
}

/** Two printings of one goal may differ by some words. */
export function sameTitle(a: string, b: string): boolean {
  if (wordSet(a).size === 0 || wordSet(b).size === 0) return fold(a) === fold(b)
  return likeness(a, b) >= 0.6
}

export interface RankedSeries extends Series {
  type: GoalType
}

export function rankSeries(series: Series[], works: (each: Series) => boolean): RankedSeries[] {
  const ordered = [...series].sort(
    (a, b) => a.level.rank - b.level.rank || a.bodies[0]!.piece.index - b.bodies[0]!.piece.index
  )
  const chain: Series[] = []
  for (const each of ordered) {
    const above = chain.filter((upper) => holds(upper, each))
    const below = chain.find((lower) => holds(each, lower))
    if (below) chain.splice(chain.indexOf(below), 0, each)
    else if (above.length > 0 || chain.length === 0) chain.push(each)
    else chain.push(each)
  }
  const kept = chain.filter(
    (each, place) =>
      !each.needsGoals ||
      chain.slice(place + 1).some((lower) => holds(each, lower)) ||
      chain.slice(0, place).some((upper) => !upper.needsGoals && holds(upper, each)) ||
      works(each)
  )
  const higher = kept.some(({level}) => level.rank < 4)
  return kept.flatMap((each) => {
    const above = kept.filter((upper) => upper !== each && holds(upper, each))
    // 'Step 1: Assessment' after the goals, in a list of how the plan was made
    const apart =
      each.level.rank >= 4 &&
      higher &&
      above.length === 0 &&
      each.bodies.every(({piece, label}) => piece.kind === 'listItem' && !label.number?.includes('.'))
    return apart ? [] : [{...each, type: typeAt(each.level, above)}]
  })
}

function typeAt(level: LevelWord, above: Series[]): GoalType {
  if (level.rank >= 4 || (level.rank > 3 && above.length > 1)) return 'action'
  return above.length === 0 ? 'outcome' : 'priority'
}

/** The lower series stands under the upper one: most of its members follow one, and its members come between the upper's. */
function holds(upper: Series, lower: Series): boolean {
  if (upper.level === lower.level) return false
  const place = (each: Candidate) => each.piece.index + (each.row ?? 0) / 1000
  const uppers = upper.bodies.map(place)
  const first = uppers[0]!
  if (first > place(lower.bodies[0]!)) return false
  const under = lower.bodies.filter((each) => place(each) > first)
  if (under.length < lower.bodies.length * 0.7) return false
  const owners = new Set(under.map((each) => uppers.filter((at) => at < place(each)).length))
  return owners.size >= Math.min(2, uppers.length) && (uppers.length === 1 || owners.size >= uppers.length * 0.4)
}
