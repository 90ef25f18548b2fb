import {type Found, homesOf, span} from './found.ts'
import {isBound, isSaidAgain} from './may-answer.ts'

/** Texts that are cut most into one, on either side. */
const mostCuts = 40

/** Leftovers in a row that are, word for word, leftovers in a row of the other draft: cut at other places, or not at all. */
export function byOtherCuts(found: Found): void {
  const starts = new Map<string, number[]>()
  for (const j of found.leftNew()) {
    const first = found.news[j]!.key.split(' ', 2).join(' ')
    starts.set(first, [...(starts.get(first) ?? []), j])
    const word = first.split(' ')[0]!
    if (word !== first) starts.set(word, [...(starts.get(word) ?? []), j])
  }
  const homes = homesOf(found.olds, found.news, found.matches())
  const taken = new Set(homes.values())
  // What says something of its goal only is cut anew there, or where neither goal has a counterpart yet.
  const mayBeCut = (i: number, j: number): boolean => {
    const [a, b] = [found.olds[i]!, found.news[j]!]
    if (!isBound(a) && !isBound(b)) return true
    const home = homes.get(a.within)
    return home === b.within || (home === undefined && !taken.has(b.within))
  }
  for (const i of found.leftOld()) {
    if (found.oldTo.has(i)) continue
    const key = found.olds[i]!.key
    const first = key.split(' ', 2).join(' ')
    for (const j of [
      ...(starts.get(first) ?? []),
      ...(first.includes(' ') ? (starts.get(first.split(' ')[0]!) ?? []) : [])
    ])
      if (!found.newTo.has(j) && mayBeCut(i, j) && joinCuts(found, i, j)) break
  }
}

/** Takes units from either side, always from the one whose words fall short, till both say the same. */
function joinCuts(found: Found, i: number, j: number): boolean {
  if (isSaidAgain(found.olds[i]!, found.news[j]!)) return false
  let [a, b] = [found.olds[i]!.key, found.news[j]!.key]
  let [x, y] = [i, j]
  while (a !== b && x - i + y - j < mostCuts) {
    if (a.length < b.length) {
      x += 1
      if (!b.startsWith(`${a} `) || found.oldTo.has(x) || !found.olds[x]) return false
      a = `${a} ${found.olds[x]!.key}`
    } else {
      y += 1
      if (!a.startsWith(`${b} `) || found.newTo.has(y) || !found.news[y]) return false
      b = `${b} ${found.news[y]!.key}`
    }
  }
  if (a !== b) return false
  found.join(span(i, x), span(j, y), 14, true)
  return true
}
