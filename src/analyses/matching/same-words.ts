import {type Found, homesOf, type Match, type Unit} from './found.ts'
import {isBound, isSaidAgain} from './may-answer.ts'

/** What a unit is called on either side; units of one name say the same. Undefined for those that are left out. */
type NameOf = (unit: Unit, side: 0 | 1) => string | undefined

/** Pairs leftovers of one name in order; `evenly` only where both sides have as many. */
function pairUp(found: Found, nameOf: NameOf, evenly: boolean): void {
  const byName = new Map<string, [number[], number[]]>()
  const collect = (units: readonly Unit[], side: 0 | 1, taken: ReadonlyMap<number, Match>): void =>
    units.forEach((unit, at) => {
      const name = taken.has(at) ? undefined : nameOf(unit, side)
      if (name === undefined) return
      const lists = byName.get(name) ?? [[], []]
      lists[side].push(at)
      byName.set(name, lists)
    })
  collect(found.olds, 0, found.oldTo)
  collect(found.news, 1, found.newTo)
  for (const [a, b] of byName.values())
    if (!evenly || a.length === b.length)
      for (let k = 0; k < Math.min(a.length, b.length); k += 1)
        if (!isSaidAgain(found.olds[a[k]!]!, found.news[b[k]!]!)) found.join([a[k]!], [b[k]!], 14, true)
}

export function bySameWords(found: Found): void {
  const free =
    (nameOf: (unit: Unit) => string): NameOf =>
    (unit) =>
      isBound(unit) ? undefined : nameOf(unit)
  pairUp(found, (unit) => `${unit.slot}\n${unit.key}`, true)
  besideTheSame(found)
  pairUp(
    found,
    free((unit) => unit.key),
    true
  )
  besideTheSame(found)
  pairUp(
    found,
    free((unit) => `${unit.type}\n${unit.key}`),
    false
  )
  pairUp(
    found,
    free((unit) => unit.key),
    false
  )
}

/** A goal's lead, date or target and the same words of the goal that answers to it. */
export function boundBySameWords(found: Found): void {
  const homes = homesOf(found.olds, found.news, found.matches())
  const home = ({within}: Unit, side: 0 | 1) => (side === 0 ? (homes.get(within) ?? `- ${within}`) : within)
  pairUp(found, (unit, side) => `${home(unit, side)}\n${unit.type}\n${unit.key}`, false)
  pairUp(found, (unit, side) => `${home(unit, side)}\n${unit.alias ?? unit.key}`, false)
}

/** The same words hung higher or lower in one outcome, or at goals without a counterpart: another reading, not another lead. */
export function homelessBySameWords(found: Found): void {
  const homes = homesOf(found.olds, found.news, found.matches())
  const taken = new Set(homes.values())
  const top = ({within}: Unit, side: 0 | 1) =>
    (side === 0 ? (homes.get(within) ?? `- ${within}`) : within).split('/')[0]
  const homeless = ({within}: Unit, side: 0 | 1) => (side === 0 ? !homes.has(within) : !taken.has(within))
  if (found.leftOld().length === 0 || found.leftNew().length === 0) return
  for (const keyOf of [(unit: Unit) => unit.key, (unit: Unit) => unit.alias ?? unit.key]) {
    pairUp(found, (unit, side) => `${top(unit, side)}\n${keyOf(unit)}`, false)
    pairUp(found, (unit, side) => (homeless(unit, side) ? keyOf(unit) : undefined), false)
  }
}

/** Same words right before or after a match, on both sides, belong to it. */
function besideTheSame(found: Found): void {
  const grow = (i: number, j: number, step: number): void => {
    for (let [a, b] = [i + step, j + step]; ; a += step, b += step) {
      const [left, right] = [found.olds[a], found.news[b]]
      if (!left || !right || left.key !== right.key || found.oldTo.has(a) || found.newTo.has(b)) return
      if (isSaidAgain(left, right)) return
      // What belongs to a goal waits for its goal: the lead before a removed row may be that of another row.
      if (!isBound(left) && !isBound(right)) found.join([a], [b], 14, true)
    }
  }
  for (const match of found.matches()) {
    grow(match.old[0]!, match.new[0]!, 1)
    grow(match.old[0]!, match.new[0]!, -1)
  }
}
