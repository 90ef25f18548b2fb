/** Rows shaded by turns: groups of strokes one below the other that are one table. */
import type {Page} from '../../source/types.ts'
import {joinGap} from './stroke.ts'
import {boundsOf, type Group} from './stroke-groups.ts'

/** Largest gap between two shaded rows of one table with an unshaded one between them, points. */
const pileGap = 90

/** Rows shaded by turns: groups with the same inner and outer upright edges, one below the other, are one table. */
export function piled(found: Group[], page: Page): Group[] {
  const piles = new Map<string, Group>()
  const kept: Group[] = []
  for (const group of [...found].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const inner = [...new Set(group.upright.map(({at}) => Math.round(at / 4)))].sort((a, b) => a - b)
    const key = inner.length > 0 ? inner.join(' ') : `${Math.round(group.box[0] / 4)} ${Math.round(group.box[2] / 4)}`
    // Drawn upright rules say themselves where a table ends.
    const drawn = group.upright.some(({edge}) => !edge)
    const pile =
      inner.length === 2 || drawn ? undefined : (piles.get(key) ?? pileOver(piles, group) ?? pileAround(piles, group))
    if (pile && group.box[1] - pile.box[3] <= pileGap && holdsRows(page, pile, group)) {
      pile.level.push(...group.level)
      pile.upright.push(...group.upright)
      pile.box = boundsOf(pile)
    } else {
      kept.push(group)
      if (inner.length > 2 && !drawn) piles.set(key, group)
    }
  }
  return kept
}

/** Between two parts of one table stand rows: words, and none across an inner edge; or nothing parts them at all. */
function holdsRows(page: Page, above: Group, below: Group): boolean {
  const [top, bottom] = [above.box[3], below.box[1]]
  if (bottom - top < joinGap) return true
  const edges = above.upright.map(({at}) => at).filter((x) => x > above.box[0] + 4 && x < above.box[2] - 4)
  const columns = new Set<number>()
  for (const {box} of page.runs) {
    const y = (box[1] + box[3]) / 2
    if (y < top || y > bottom || box[2] < above.box[0] || box[0] > above.box[2]) continue
    if (edges.some((x) => box[0] < x - 1 && box[2] > x + 1)) return false
    columns.add(edges.filter((x) => x < (box[0] + box[2]) / 2).length)
  }
  return columns.size > 1
}

/** The pile whose last columns a group has: a cell that goes on beside it has no shade. */
function pileOver(piles: Map<string, Group>, group: Group): Group | undefined {
  if (group.upright.length < 3) return undefined
  let last: Group | undefined
  for (const pile of piles.values()) {
    const fits =
      Math.abs(pile.box[2] - group.box[2]) < 3 &&
      group.box[0] > pile.box[0] + 3 &&
      group.box[1] - pile.box[3] <= pileGap &&
      group.upright.every(({at}) => pile.upright.some((other) => Math.abs(other.at - at) < 3))
    if (fits && (!last || pile.box[3] > last.box[3])) last = pile
  }
  return last
}

/** The pile that lone level rules as wide as it belong to. */
function pileAround(piles: Map<string, Group>, group: Group): Group | undefined {
  if (group.upright.length > 0) return undefined
  for (const pile of piles.values())
    if (Math.abs(pile.box[0] - group.box[0]) < 5 && Math.abs(pile.box[2] - group.box[2]) < 5) return pile
  return undefined
}
