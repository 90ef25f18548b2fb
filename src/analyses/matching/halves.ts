import type {Found, Profiles, Unit} from './found.ts'
import {bothRun, mayAnswer} from './may-answer.ts'
import {joined, type Profile} from './profile.ts'
import {likeness} from './similarity.ts'

/** Share of what a pair leaves unexplained that its other half must explain. */
const halfExplains = 0.5
/** Share of the leftover's weight that must be found on the other side then. */
const halfHeld = 0.55
/** Units away that a title's neighbouring title may stand. */
const mostAway = 40

/** A leftover right beside a reworded pair that holds the other half of it makes the pair a split or merge. */
export function halves(found: Found, profiles: Profiles): void {
  const texts = (side: 'old' | 'new', at: readonly number[]): Profile =>
    at.map((k) => profiles[side].get(k)!).reduce(joined)
  const grow = (at: number, side: 'old' | 'new'): boolean => {
    const other = side === 'old' ? 'new' : 'old'
    const units = side === 'old' ? found.olds : found.news
    for (const beside of neighboursOf(at, units)) {
      const match = (side === 'old' ? found.oldTo : found.newTo).get(beside)
      if (!match || match.same || match[side].some((each) => !profiles[side].has(each))) continue
      if (match[other].some((each) => !profiles[other].has(each)) || !mayAnswer(units[at]!, units[beside]!)) continue
      if (bothRun(units[at]!, units[beside]!)) continue
      const whole = texts(other, match[other])
      const half = profiles[side].get(at)!
      if (likeness(half, whole).held < halfHeld) continue
      if (explained(half, whole, texts(side, match[side])) < halfExplains) continue
      const grown = [...match[side], at].sort((a, b) => a - b)
      found.join(side === 'old' ? grown : match.old, side === 'new' ? grown : match.new, match.odds)
      return true
    }
    return false
  }
  for (let again = true; again; ) {
    again = false
    for (const i of found.leftOld()) again = grow(i, 'old') || again
    for (const j of found.leftNew()) again = grow(j, 'new') || again
  }
}

/** The units right before and after, and of a title the titles of the goals right before and after. */
function neighboursOf(at: number, units: readonly Unit[]): number[] {
  const {title} = units[at]!
  const found = [at - 1, at + 1]
  if (!title) return found
  for (const step of [-1, 1])
    for (let k = at + step; units[k] && Math.abs(k - at) < mostAway; k += step)
      if (units[k]!.title === title) {
        found.push(k)
        break
      }
  return found
}

/** Share of the weight of what `known` leaves of a text that `half` says. */
function explained(half: Profile, whole: Profile, known: Profile): number {
  const [says, said] = [new Set(half.stems), new Set(known.stems)]
  let [open, told] = [0, 0]
  whole.stems.forEach((stem, at) => {
    if (said.has(stem)) return
    open += whole.weights[at]!
    if (says.has(stem)) told += whole.weights[at]!
  })
  return open === 0 ? 0 : told / open
}
