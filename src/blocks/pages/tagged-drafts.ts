/** Parts of a tagged page as drafts of blocks: paragraphs, list items, headings, tables, in the order of the tags. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import type {Draft} from './across-pages.ts'
import {heightOf, shared, union, widthOf} from './boxes.ts'
import type {Asides} from './cut-boxes.ts'
import type {Leading} from './leading.ts'
import {lineOf, textOf} from './lines.ts'
import {drawnBullets, type Marker, markedLine} from './markers.ts'
import {listsPages, type Paragraph, paragraphsOf} from './paragraphs.ts'
import type {TaggedBlock, TaggedPart} from './tagged-page.ts'

/** A frame lower than this, in ems of the words in it, is a marker pen. */
const highlight = 1.9
/** Blocks whose left edges differ by less than this stand in one column, points. */
const sameColumn = 60
/** Offset of a nested list, points: any number, as tags tell the depth. */
const nestStep = 40
/** How far before its words a drawn bullet stands, ems. */
const bulletReach = 3.5

/** Side boxes by the part that stands in them: the smallest frame around each, numbered over the document. */
export function asidesOf(
  parts: readonly TaggedPart[],
  frames: readonly Box[],
  page: number,
  asides: Asides
): (number | undefined)[] {
  const numbers = new Map<Box, number>()
  const sorted = [...frames].sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))
  const listed = itemFrames(parts, frames)
  const frameOf = (box: Box, size: number): Box | undefined =>
    sorted.find((each) => encloses(each, box) && heightOf(each) > highlight * size && !listed.has(each))
  const found: (number | undefined)[] = []
  parts.forEach((part, i) => {
    const size = part.kind === 'block' ? part.lines[0]!.size : 0
    const before = parts[i - 1]
    const host = found[i - 1]
    const cut = part.kind === 'block' && part.lines.length > 1 ? cutFrames(part, frameOf) : undefined
    if (cut) {
      // Its last lines stand in the next column: the box goes on there.
      const number = numberOf(cut[0])
      numbers.set(cut[1], number)
      found.push(number)
      return
    }
    const frame = frameOf(part.box, size)
    const goesOn = host !== undefined && before && areItems(before, part) && isBeside(before.box, part.box)
    if (frame && goesOn && !numbers.has(frame)) numbers.set(frame, host)
    found.push(frame ? numberOf(frame) : goesOn ? host : undefined)
  })
  return found

  function numberOf(frame: Box): number {
    const known = numbers.get(frame)
    if (known !== undefined) return known
    asides.count += 1
    asides.places.set(asides.count, {page, box: frame})
    numbers.set(frame, asides.count)
    return asides.count
  }
}

/** The two boxes that a paragraph stands in which the end of a column cut. */
function cutFrames({lines}: TaggedBlock, frameOf: (box: Box, size: number) => Box | undefined): [Box, Box] | undefined {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  if (!isBeside(first.box, last.box)) return undefined
  const [from, to] = [frameOf(first.box, first.size), frameOf(last.box, last.size)]
  return from && to && from !== to ? [from, to] : undefined
}

/** Two items of one list. */
const areItems = (before: TaggedPart, after: TaggedPart): boolean =>
  before.kind === 'block' &&
  after.kind === 'block' &&
  before.label !== undefined &&
  after.label !== undefined &&
  before.depth === after.depth

/** In the next column: to the right, and no lower. */
const isBeside = (before: Box, after: Box): boolean => after[0] > before[2] && after[1] < before[1]

/** Frames each around one item of a list: they are no side boxes. */
function itemFrames(parts: readonly TaggedPart[], frames: readonly Box[]): Set<Box> {
  const found = new Set<Box>()
  for (const frame of frames) {
    const within = parts.filter((part) => encloses(frame, part.box))
    const [only] = within
    if (within.length === 1 && only?.kind === 'block' && only.label !== undefined) found.add(frame)
  }
  return found
}

const encloses = (frame: Box, box: Box): boolean =>
  box[0] > frame[0] - 2 && box[1] > frame[1] - 2 && box[2] < frame[2] + 2 && box[3] < frame[3] + 2

/** Drawn bullets join the words beside them, where no item has them. */
export function placeDrawnBullets(page: Page, parts: readonly TaggedPart[]): void {
  const lines = parts.flatMap((part) => (part.kind === 'block' && part.label === undefined ? part.lines : []))
  if (lines.length === 0) return
  for (const bullet of drawnBullets(page)) {
    const line = lines.find(
      ({baseline, box, size}) =>
        Math.abs(baseline - bullet.baseline) < 1 &&
        box[0] >= bullet.box[2] - 0.5 &&
        box[0] - bullet.box[2] < bulletReach * size
    )
    if (!line) continue
    line.words.unshift(bullet)
    line.box = union(line.box, bullet.box)
  }
}

/** Drafts of each part, by part. */
export function taggedDrafts(
  parts: readonly TaggedPart[],
  asides: readonly (number | undefined)[],
  leading: Leading
): Draft[][] {
  const boxes = parts.map(({box}) => box)
  const items: Paragraph[] = []
  return parts.map((part, i): Draft[] => {
    const aside = asides[i]
    const mark = aside === undefined ? {} : {aside}
    if (part.kind === 'table') return [Object.assign(part.table, mark)]
    // Lines of one element wrap where its longest line ends.
    const [left, widest] = columnAround(part.box, boxes)
    const right = part.lines.length > 1 ? part.box[2] : widest
    // Words that no element claims may be a table of contents all the same.
    const contents = part.role === 'TOCI' || (part.role === '' && listsPages(part.lines))
    const drafts = paragraphsOf(part.lines, {left, right, leading, ...(contents ? {contents} : {})})
    for (const draft of drafts) Object.assign(draft, mark, part.role === '' ? {} : {tag: part.role, tagId: part.id})
    if (part.continues) drafts[0]!.continues = true
    if (part.label !== undefined) asItem(drafts[0]!, part)
    if (part.depth > 0) for (const draft of drafts) nest(draft, part.depth, items)
    return drafts
  })
}

/** From the leftmost to the rightmost word of the blocks that stand in one column with a block. */
function columnAround(box: Box, boxes: readonly Box[]): [number, number] {
  let [left, right] = [box[0], box[2]]
  for (const other of boxes) {
    if (Math.abs(other[0] - box[0]) > sameColumn || shared(other[0], other[2], box[0], box[2]) <= 0) continue
    left = Math.min(left, other[0])
    right = Math.max(right, other[2])
  }
  return [left, right]
}

/** The first paragraph of a list item gets the marker that its tags tell of, where none is among its words. */
function asItem(draft: Paragraph, {label = []}: TaggedBlock): void {
  if (draft.marker) {
    // A second marker stays where it can be read.
    if (label.length > 0) draft.lines.unshift(lineOf([...label], draft.page))
    return
  }
  if (label.length === 0) draft.marker = {text: '•', kind: 'bullet', order: 0}
  else {
    const line = lineOf([...label], draft.page)
    const text = textOf(line)
    const marker: Marker | undefined = markedLine({...line, words: [...line.words, beside(label.at(-1)!)]})?.marker
    draft.marker = marker ?? {text, kind: /[\p{L}\p{N}]/u.test(text) ? 'letter' : 'bullet', order: 0}
    draft.left = Math.min(draft.left, line.box[0])
  }
  // Room for the hanging words of further paragraphs.
  if (draft.textLeft - draft.left < 1) draft.left = draft.textLeft - (draft.lines[0]?.size ?? 10)
}

/** A word after a label, so that the label is one. */
const beside = (word: Run): Run => ({
  ...word,
  text: 'x',
  box: [word.box[2] + word.size, word.box[1], word.box[2] + 2 * word.size, word.box[3]],
  afterSpace: true
})

/** Offsets in the column that tell the depth of a list, whatever the column. `items` holds the last item of each depth. */
function nest(draft: Paragraph, depth: number, items: Paragraph[]): void {
  const item = items[depth]
  if (draft.marker) items[depth] = draft
  const offset = draft.marker || !item ? depth * nestStep : item.textLeft - item.column[0]
  draft.column = [draft.left - offset, draft.column[1]]
}
