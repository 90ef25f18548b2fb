/** Drafts of all pages in one flow: paragraphs and items cut by a page break joined, tables that go on made one. */
import type {Box} from '../../plan-tree/nodes.ts'
import {appendPart, type LongRow, type LongTable, mayGoOn} from '../tables/across-pages.ts'
import {isHyphened, type Paragraph} from './paragraphs.ts'

export type Draft = Paragraph | LongTable

/** A footnote's letters over those of the text, at most. */
const noteSize = 0.9

/** Joins what page breaks cut. `isHeading` tells headings, which never join; `repeated` is told of header rows left out. Time: linear in the drafts. */
export function joinedOverPages(
  pages: readonly Draft[][],
  isHeading: (paragraph: Paragraph) => boolean,
  bodySize: number,
  repeated: (row: LongRow) => void
): Draft[] {
  const closes = pages.flat().some((draft) => draft.kind === 'table' && draft.rule === 'ruled' && draft.openBelow)
  const flow: Draft[] = []
  for (const drafts of pages) {
    const rest = [...drafts]
    // What stands in a side box interrupts nothing.
    const first = rest[0]?.kind === 'table' ? rest[0] : (rest.find((draft) => draft.aside === undefined) ?? rest[0])
    const last = first && lastOfFlow(flow, bodySize, first)
    if (first && last && first.page === pageAfter(last)) {
      if (first.kind === 'table' && last.kind === 'table' && mayGoOn(last, first)) {
        for (const row of appendPart(last, first, closes)) repeated(row)
        rest.shift()
      } else if (first.kind === 'paragraph' && last.kind === 'paragraph' && goesOn(last, first, isHeading)) {
        append(last, first)
        rest.splice(rest.indexOf(first), 1)
      }
    }
    for (const draft of rest) {
      const before = flow.at(-1)
      if (
        before?.kind === 'paragraph' &&
        draft.kind === 'paragraph' &&
        (startsColumn(before, draft) || (draft.aside !== undefined && draft.page === pageAfter(before))) &&
        goesOn(before, draft, isHeading)
      )
        append(before, draft)
      else flow.push(draft)
    }
  }
  return flow
}

const pageAfter = (draft: Draft): number =>
  (draft.kind === 'table' ? draft.lastPage : (draft.lines.at(-1)?.page ?? draft.page)) + 1

/** The last draft of the flow that is no footnote, nor in a side box unless what follows is. */
function lastOfFlow(flow: readonly Draft[], bodySize: number, next: Draft): Draft | undefined {
  for (let i = flow.length - 1; i >= 0 && i > flow.length - 12; i -= 1) {
    const draft = flow[i]!
    if (draft.kind === 'paragraph' && isNote(draft, bodySize)) continue
    if (next.kind === 'paragraph' && next.aside === undefined && draft.aside !== undefined) continue
    return draft
  }
  return undefined
}

function isNote({lines}: Paragraph, bodySize: number): boolean {
  const first = lines[0]
  return first !== undefined && first.size < noteSize * bodySize
}

function goesOn(before: Paragraph, after: Paragraph, isHeading: (paragraph: Paragraph) => boolean): boolean {
  const [last, first] = [before.lines.at(-1), after.lines[0]]
  if (!last || !first || after.marker || before.contents || after.contents) return false
  if (before.aside !== after.aside || isHeading(before) || isHeading(after)) return false
  if (Math.abs(last.size - first.size) > 0.06 * last.size) return false
  if (after.continues) return true
  if (Math.abs(last.bold - first.bold) > 0.9) return false
  const start = first.words[0]!.text
  const end = last.words.at(-1)!.text
  if (isHyphened(last) && /^\p{Ll}/u.test(start)) return true
  if (/[.!?:;]["'”’)]*$/.test(end)) return false
  const indented =
    before.marker !== undefined &&
    Math.abs(first.box[0] - after.column[0] - (before.textLeft - before.column[0])) > 2.5 * first.size
  if (indented && !/^\p{Ll}/u.test(start)) return false
  if (/^["'“‘(]?\p{Ll}/u.test(start)) return true
  const room = before.column[1] - last.box[2]
  if (room >= first.words[0]!.box[2] - first.words[0]!.box[0] + first.size) return false
  return before.marker ? hangsFrom(before, after) : true
}

/** The words stand where those of an item hang, not at the column's edge. */
function hangsFrom(before: Paragraph, after: Paragraph): boolean {
  const [line, first] = [before.lines.at(-1)!, after.lines[0]!]
  const hanging = before.textLeft - before.column[0]
  if (hanging < 0.8 * first.size || line.box[0] < before.textLeft - 0.5 * first.size) return false
  return Math.abs(first.box[0] - after.column[0] - hanging) < 0.3 * first.size
}

/** The first lines of a column stand higher on the page than the last of the column before. */
function startsColumn(before: Paragraph, after: Paragraph): boolean {
  const [last, first] = [before.lines.at(-1), after.lines[0]]
  if (!last || !first || last.page !== first.page) return false
  return first.baseline < last.baseline - first.size && first.box[0] > last.box[0] + last.size
}

function append(before: Paragraph, after: Paragraph): void {
  for (const at of after.breaks) before.breaks.add(at + before.lines.length)
  before.lines.push(...after.lines)
}

/** One box for each page that lines touch. */
export function boxesByPage(parts: Iterable<{page: number; box: Box}>): Map<number, Box> {
  const boxes = new Map<number, Box>()
  for (const {page, box} of parts) {
    const known = boxes.get(page)
    boxes.set(
      page,
      known
        ? [
            Math.min(known[0], box[0]),
            Math.min(known[1], box[1]),
            Math.max(known[2], box[2]),
            Math.max(known[3], box[3])
          ]
        : box
    )
  }
  return boxes
}
