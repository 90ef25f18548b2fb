/** Side boxes that a page break or the end of a column cut: what stands in the next part goes back to the box it began in. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page} from '../../source/types.ts'
import type {Draft} from './across-pages.ts'
import {widthOf} from './boxes.ts'

/** Where each side box stands, by its number. */
export interface Asides {
  count: number
  places: Map<number, {page: number; box: Box}>
}

/** Edges of the two parts of a box differ by this at most, points. */
const sameEdge = 3
/** Share of the page's height that the first part ends below, and the second begins above. */
const footShare = 0.8
const headShare = 0.2

/** Moves the drafts of boxes that go on to the page they began on. Changes the lists. */
export function mendCutBoxes(pages: readonly Page[], drafts: readonly Draft[][], {places}: Asides): void {
  const byPage = new Map<number, number[]>()
  for (const own of drafts) mendInColumns(own, places)
  for (const [aside, {page}] of places) byPage.set(page, [...(byPage.get(page) ?? []), aside])
  pages.forEach((page, i) => {
    if (i === 0) return
    const before = pages[i - 1]!
    for (const aside of byPage.get(page.number) ?? []) {
      const {box} = places.get(aside)!
      if (box[1] > headShare * page.height) continue
      const host = hostOn(before, byPage.get(before.number) ?? [], box, places, lastBefore(aside, drafts, i))
      if (host === undefined) continue
      const [own, there] = [drafts[i]!, drafts[i - 1]!]
      const moved = own.filter((draft) => draft.aside === aside)
      const last = there.findLastIndex((draft) => draft.aside === host)
      if (last < 0 || !goesOnWith(there[last]!, moved[0])) continue
      for (const draft of moved) {
        own.splice(own.indexOf(draft), 1)
        draft.aside = host
      }
      there.splice(last + 1, 0, ...moved)
    }
  })
}

/** The box that ends the page before, where this one begins its page. */
const lastBefore = (aside: number, drafts: readonly Draft[][], i: number): number | undefined =>
  drafts[i]![0]?.aside === aside ? drafts[i - 1]!.at(-1)?.aside : undefined

/** The box at the foot of a page that one at the head of the next goes on with: that of the last column, or in a row of boxes the one above it. */
function hostOn(
  page: Page,
  own: readonly number[],
  box: Box,
  places: Asides['places'],
  last: number | undefined
): number | undefined {
  const boxOf = (aside: number): Box => places.get(aside)!.box
  const atFoot = own.filter(
    (aside) => places.get(aside)?.page === page.number && boxOf(aside)[3] > footShare * page.height
  )
  const above = atFoot.find(
    (aside) => Math.abs(boxOf(aside)[0] - box[0]) < sameEdge && Math.abs(boxOf(aside)[2] - box[2]) < sameEdge
  )
  if (last === undefined || !atFoot.includes(last)) return above
  const inRow = above !== undefined && Math.abs(boxOf(above)[1] - boxOf(last)[1]) < sameEdge
  return !inRow && Math.abs(widthOf(boxOf(last)) - widthOf(box)) < sameEdge ? last : above
}

/** White space over the first words of a box that goes on from another column at most, and beside them at least, ems: no edge is drawn where it was cut. */
const cutEdge = 0.35
const besideWords = 0.6

/** Boxes that the end of a column cut: each part stands in the next column, as wide, with no white space over its first words. */
function mendInColumns(drafts: readonly Draft[], places: Asides['places']): void {
  drafts.forEach((draft, i) => {
    const before = drafts[i - 1]
    const {aside} = draft
    if (before?.aside === undefined || aside === undefined || before.aside === aside) return
    const [last, next] = [places.get(before.aside), places.get(aside)]
    if (!last || !next || last.page !== next.page || !goesOnWith(before, draft)) return
    const [left, top, right] = next.box
    const sameWidth = Math.abs(right - left - (last.box[2] - last.box[0])) < sameEdge
    if (!sameWidth || left < last.box[2] || top > last.box[3]) return
    const first = draft.kind === 'table' ? undefined : draft.lines[0]
    if (!first || first.box[1] - top > cutEdge * first.size || first.box[0] - left < besideWords * first.size) return
    places.set(before.aside, next)
    places.delete(aside)
    const host = before.aside
    for (const each of drafts) if (each.aside === aside) each.aside = host
  })
}

/** What begins with a title of its own is a box of its own. */
function goesOnWith(before: Draft, after: Draft | undefined): boolean {
  if (!after) return false
  if (after.kind === 'table') return before.kind === 'table'
  const first = after.lines[0]
  if (!first || before.kind === 'table') return first !== undefined
  const last = before.lines.at(-1)
  const {kind, order = 0} = after.marker ?? {}
  const counted = before.marker?.kind === kind && before.marker?.order === order - 1
  const nextItem = kind === 'bullet' || kind === 'dash' || (kind !== undefined && counted)
  return last !== undefined && (first.bold <= 0.9 || nextItem) && Math.abs(first.size - last.size) < 0.06 * last.size
}
