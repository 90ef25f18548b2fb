/** Drafts of all pages in one flow: paragraphs and items cut by a page break joined, tables that go on made one. */
import type {Box} from '../../plan-tree/nodes.ts'
import {appendPart, goesOnPlainly, mayGoOn} from '../tables/across-pages.ts'
import type {LongRow, LongTable} from '../tables/long-table.ts'
import {textOf} from './lines.ts'
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
  const labels = labelsOf(pages)
  const isApart = (paragraph: Paragraph): boolean => isHeading(paragraph) || labels.has(labelOf(paragraph) ?? '')
  const flow: Draft[] = []
  for (const drafts of pages) {
    const rest = [...drafts]
    // What stands in a side box interrupts nothing.
    const first = rest[0]?.kind === 'table' ? rest[0] : (rest.find((draft) => draft.aside === undefined) ?? rest[0])
    const last = first && lastOfFlow(flow, bodySize, first)
    if (first && last && first.page === pageAfter(last)) {
      if (first.kind === 'table') {
        const heads = first === rest[0] || isAtHead(first, drafts)
        if (last.kind === 'table' && heads && mayGoOn(last, first) && !nearerFoot(flow, bodySize, first)) {
          for (const row of appendPart(last, first, closes)) repeated(row)
          rest.splice(rest.indexOf(first), 1)
        }
      } else if (last.kind === 'paragraph' && goesOn(last, first, isApart)) {
        append(last, first)
        rest.splice(rest.indexOf(first), 1)
      }
    }
    for (const draft of rest) {
      const before = flow.at(-1)
      const host = draft.kind === 'table' ? hostOf(draft, flow, drafts, bodySize) : undefined
      if (draft.kind === 'table' && host) {
        for (const row of appendPart(host, draft, closes)) repeated(row)
        continue
      }
      if (
        before?.kind === 'paragraph' &&
        draft.kind === 'paragraph' &&
        (startsColumn(before, draft) || (draft.aside !== undefined && draft.page === pageAfter(before))) &&
        goesOn(before, draft, isApart)
      )
        append(before, draft)
      else flow.push(draft)
    }
  }
  return flow
}

/** Words of a label at most, and how often it stands alone at least. */
const labelWords = 4
const leastLabels = 3

/** The words of a short line that stands alone, with no sentence in it. */
function labelOf({lines: [line, more], marker}: Paragraph): string | undefined {
  if (!line || more || marker || line.words.length > labelWords) return undefined
  const text = textOf(line)
  return /^\p{Lu}/u.test(text) && !/[.,;]$/.test(text) ? text : undefined
}

/** Labels that stand alone again and again: 'Baseline', 'Target 2030'. */
function labelsOf(pages: readonly Draft[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const draft of pages.flat()) {
    const text = draft.kind === 'paragraph' ? labelOf(draft) : undefined
    if (text) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([text, count]) => (count >= leastLabels ? [text] : [])))
}

/**
 * The table that another one goes on with though it does not follow it on the page before: in a side box or a column of its own it
 * ends at the foot of one and goes on at the head of the next.
 */
function hostOf(
  table: LongTable,
  flow: readonly Draft[],
  page: readonly Draft[],
  bodySize: number
): LongTable | undefined {
  const before = flow.at(-1)
  const own = boxOn(table, table.page)
  if (!own) return undefined
  if (before?.kind === 'table' && before.lastPage === table.page) {
    const last = boxOn(before, table.page)
    const beside = last && own[0] > last[2] && own[1] < last[3] - columnRise
    return beside && goesOnPlainly(before, table) ? before : undefined
  }
  if (!isAtHead(table, page) || !isAtHead(table, flow.slice(-mostBefore))) return undefined
  // A box that a page break cut stands whole in the flow.
  if (before?.kind === 'table' && before.lastPage === table.page - 1 && before.aside === table.aside)
    return mayGoOn(before, table) ? before : undefined
  return feetOver(table, flow, bodySize)[0]
}

/** How far the head of a column stands above the foot of the one before it, points at least. */
const columnRise = 60
/** Drafts of the flow that are looked at for the page before, at most. */
const mostBefore = 300

/** The tables at the foot of the page before that may go on in this one, the nearest to its place first. */
function feetOver(table: LongTable, flow: readonly Draft[], bodySize: number): LongTable[] {
  const recent = flow.slice(-mostBefore)
  return recent
    .filter(
      (draft): draft is LongTable =>
        draft.kind === 'table' &&
        draft.lastPage === table.page - 1 &&
        goesOnPlainly(draft, table) &&
        isAtFoot(draft, recent, bodySize)
    )
    .sort((a, b) => offset(a, table) - offset(b, table))
}

/** How far the left edge of a table is from that of the one above the page break, points. */
const offset = (before: LongTable, next: LongTable): number => Math.abs(before.lastColumns[0]! - next.columns[0]!)

/** Whether another table than the last ends at the foot of the page before, in the column that this one stands in. */
function nearerFoot(flow: readonly Draft[], bodySize: number, next: LongTable): boolean {
  const last = lastOfFlow(flow, bodySize, next)
  const [best] = feetOver(next, flow, bodySize)
  return best !== undefined && last?.kind === 'table' && offset(best, next) + columnRise < offset(last, next)
}

/** Where a draft stands on a page. Of a table on many pages only the rows at its end are looked at. */
function boxOn(draft: Draft, page: number): Box | undefined {
  if (draft.kind === 'paragraph') return boxesByPage(draft.lines.filter((line) => line.page === page)).get(page)
  const parts: LongRow['parts'] = []
  for (let y = draft.rows.length - 1; y >= 0; y -= 1) {
    const here = draft.rows[y]!.parts.filter((part) => part.page === page)
    if (here.length === 0 && draft.rows[y]!.parts.every((part) => part.page < page)) break
    parts.push(...here)
  }
  return boxesByPage(parts).get(page)
}

/** Nothing of these stands above it on its page. */
function isAtHead(table: LongTable, drafts: readonly Draft[]): boolean {
  const own = boxOn(table, table.page)
  return own !== undefined && !drafts.some((draft) => draft !== table && isOver(draft, own, table.page))
}

const isOver = (draft: Draft, [left, top, right]: Box, page: number): boolean => {
  const box = boxOn(draft, page)
  return box !== undefined && box[3] < top + 2 && box[0] < right && box[2] > left
}

/** Nothing stands below it on its page. */
function isAtFoot(table: LongTable, flow: readonly Draft[], bodySize: number): boolean {
  const box = boxOn(table, table.lastPage)
  if (!box) return false
  return !flow.some((draft) => {
    if (draft === table || (draft.kind === 'paragraph' && isNote(draft, bodySize))) return false
    const other = boxOn(draft, table.lastPage)
    return other !== undefined && other[1] > box[3] - 2 && other[0] < box[2] && other[2] > box[0]
  })
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
