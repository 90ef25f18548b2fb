/** Drafts to mdast blocks with pages and positions, and the reading text they point into. */
import type {
  Data,
  Heading,
  List,
  ListItem,
  Paragraph as MdParagraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow
} from 'mdast'
import type {Box, PageSpan} from '../../plan-tree/nodes.ts'
import {withExplainedItems} from '../arrange.ts'
import {mergedPages} from '../page-spans.ts'
import {TextWriter} from '../reading-text.ts'
import type {LongCell, LongRow, LongTable} from '../tables/long-table.ts'
import {boxesByPage, type Draft} from './across-pages.ts'
import {rounded} from './boxes.ts'
import type {HeadingMark} from './heading-levels.ts'
import type {Leading} from './leading.ts'
import type {ColumnSetting} from './line-ends.ts'
import {openingInCells} from './line-starts.ts'
import type {Line} from './lines.ts'
import type {Marker} from './markers.ts'
import {type Paragraph, paragraphsOf} from './paragraphs.ts'
import {type Hyphens, plainOf, wordingOf} from './wording.ts'

export interface TreeSetting {
  headings: ReadonlyMap<Paragraph, HeadingMark>
  hyphens: Hyphens
  leading: Leading
  /** The number printed on a page. */
  printed: (page: number) => string | undefined
}

interface Writing extends TreeSetting {
  text: TextWriter
  /** Lines of a table's cells that are known to begin anew. */
  opening?: ReadonlySet<Line>
}

export function treeOf(drafts: readonly Draft[], setting: TreeSetting): {tree: Root; text: string} {
  const writing: Writing = {...setting, text: new TextWriter()}
  writing.opening = openingInTables(
    drafts.filter((draft): draft is LongTable => draft.kind === 'table'),
    writing
  )
  const children: RootContent[] = []
  for (let i = 0; i < drafts.length; ) {
    const draft = drafts[i]!
    if (draft.kind === 'table') {
      const table = tableNode(draft, writing)
      if (table) children.push(table)
      i += 1
    } else if (isItem(draft, setting)) {
      let end = i + 1
      while (end < drafts.length && belongsToList(drafts, i, end, setting)) end += 1
      children.push(...listNodes(drafts.slice(i, end) as Paragraph[], writing))
      i = end
    } else {
      const node = setting.headings.has(draft) ? headingNode(draft, writing) : paragraphNode(draft, writing)
      if (node) children.push(node)
      i += 1
    }
  }
  const text = writing.text.toString()
  writing.text.place()
  return {tree: {type: 'root', children: withExplainedItems(children)}, text}
}

const isItem = (draft: Paragraph, {headings}: TreeSetting): boolean =>
  draft.marker !== undefined && !headings.has(draft)

/** Items go on with items, and with paragraphs that hang below an item's words. */
function belongsToList(drafts: readonly Draft[], start: number, index: number, setting: TreeSetting): boolean {
  const draft = drafts[index]!
  const first = drafts[start] as Paragraph
  if (draft.kind === 'table' || draft.aside !== first.aside) return false
  if (isItem(draft, setting)) return true
  if (setting.headings.has(draft)) return false
  for (let at = index - 1; at >= start; at -= 1) {
    const item = drafts[at] as Paragraph
    if (item.marker !== undefined) return hangsBelow(draft, item)
  }
  return false
}

function hangsBelow(paragraph: Paragraph, item: Paragraph): boolean {
  const em = paragraph.lines[0]?.size ?? 10
  const own = paragraph.left - paragraph.column[0]
  return (
    own > item.left - item.column[0] + 0.5 * em &&
    Math.abs(own - (item.textLeft - item.column[0])) < 0.8 * em &&
    paragraph.lines[0] !== undefined &&
    Math.abs(paragraph.lines[0].size - (item.lines[0]?.size ?? em)) < 0.15 * em
  )
}

interface OpenList {
  list: List
  left: number
  kind: string
}

function listNodes(items: readonly Paragraph[], writing: Writing): List[] {
  const top: List[] = []
  const open: OpenList[] = []
  for (const [index, item] of items.entries()) {
    const em = item.lines[0]?.size ?? 10
    const left = item.left - item.column[0]
    if (!item.marker) {
      const host = open.at(-1)?.list.children.at(-1)
      const paragraph = paragraphNode(item, writing)
      if (host && paragraph) {
        host.children.push(paragraph)
        host.data = {...host.data, pages: mergedPages(host.data?.pages, paragraph.data?.pages)}
        if (host.position && paragraph.position) host.position = {...host.position, end: paragraph.position.end}
      }
      continue
    }
    while (open.length > 0 && left < open.at(-1)!.left - 0.6 * em) open.pop()
    const kind = kindOf(item.marker)
    const outer = open.at(-2)
    if (outer?.kind === kind && open.at(-1)!.kind !== kind && left < outer.left + 0.6 * em) open.pop()
    const last = open.at(-1)
    const within = last !== undefined && last.kind !== kind && isInsideCount(items, index)
    const deeper = last !== undefined && (within || left > last.left + 0.6 * em)
    const sameList = last !== undefined && !deeper && (last.kind === kind || bothBullets(last.kind, kind))
    if (!sameList) {
      if (last && !deeper) open.pop()
      const ordered = !/bullet|dash/.test(item.marker.kind)
      const list: List = {type: 'list', ordered, spread: false, children: []}
      if (ordered) list.start = item.marker.order
      if (item.aside !== undefined) list.data = {aside: item.aside}
      const host = open.at(-1)?.list.children.at(-1)
      if (host) host.children.push(list)
      else top.push(list)
      open.push({list, left, kind})
    }
    open.at(-1)!.list.children.push(itemNode(item, writing))
  }
  return top
}

const kindOf = ({kind, text}: Marker): string => (kind === 'bullet' || kind === 'dash' ? text : kind)

/** Items between which and the next number bullets are looked at, at most. */
const mostBetween = 30

/** A bullet right after a numbered item, or after bullets below one, where the numbers go on after the bullets: these are part of the item. */
function isInsideCount(items: readonly Paragraph[], index: number): boolean {
  const isPoint = ({marker}: Paragraph): boolean => marker?.kind === 'bullet' || marker?.kind === 'dash'
  if (!isPoint(items[index]!)) return false
  const before = items[index - 1]?.marker
  const after = items.slice(index, index + mostBetween).find((item) => !isPoint(item))?.marker
  return before?.kind === 'number' && after?.kind === 'number' && after.order === before.order + 1
}

const bothBullets = (a: string, b: string): boolean => a.length === 1 && b.length === 1 && a === b

function itemNode(item: Paragraph, writing: Writing): ListItem {
  const marker = item.marker!.text
  writing.text.line()
  writing.text.add(`${marker} `)
  const children = wordingOf(item.lines, item.breaks, writing.hyphens)
  const paragraph: MdParagraph = {type: 'paragraph', children, data: dataOf(item, writing)}
  const place = writing.text.write(children)
  const node: ListItem = {
    type: 'listItem',
    spread: false,
    children: children.length > 0 ? [paragraph] : [],
    data: {...dataOf(item, writing), marker}
  }
  writing.text.mark(paragraph, place)
  writing.text.mark(node, place)
  return node
}

function headingNode(draft: Paragraph, writing: Writing): Heading | undefined {
  const {level, rule} = writing.headings.get(draft)!
  writing.text.block()
  const children = wordingOf(draft.lines, draft.breaks, writing.hyphens, {plain: true})
  // A triangle before a section that opens is no part of its title.
  if (draft.marker && draft.marker.kind !== 'bullet') children.unshift({type: 'text', value: `${draft.marker.text} `})
  if (children.length === 0) return undefined
  const joined = tidyText(children)
  const node: Heading = {
    type: 'heading',
    depth: level as Heading['depth'],
    children: joined,
    data: {...dataOf(draft, writing), rule}
  }
  writing.text.mark(node, writing.text.write(joined))
  return node
}

function tidyText(children: readonly PhrasingContent[]): PhrasingContent[] {
  const tidy: PhrasingContent[] = []
  for (const child of children) {
    const last = tidy.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else tidy.push({...child})
  }
  return tidy
}

function paragraphNode(draft: Paragraph, writing: Writing): MdParagraph | undefined {
  writing.text.block()
  const children = wordingOf(draft.lines, draft.breaks, writing.hyphens)
  if (children.length === 0) return undefined
  const node: MdParagraph = {type: 'paragraph', children, data: dataOf(draft, writing)}
  if (draft.contents) node.data = {...node.data, rule: 'contents'}
  writing.text.mark(node, writing.text.write(children))
  return node
}

function dataOf(draft: Paragraph, {printed}: Writing): Data {
  const first = draft.lines[0]
  const confidence = confidenceOf(draft.lines)
  return {
    pages: withMarker(
      draft,
      spansOf(draft.lines.length > 0 ? draft.lines : [{page: draft.page, box: draft.box}], printed)
    ),
    ...(draft.aside === undefined ? {} : {aside: draft.aside}),
    ...(first ? {size: first.size, weight: draft.lines.every(({bold}) => bold > 0.5) ? 700 : 400} : {}),
    ...(confidence === undefined ? {} : {confidence})
  }
}

/** A number or bullet that stands before the words is framed with them. */
function withMarker({marker, left}: Paragraph, spans: PageSpan[]): PageSpan[] {
  const [first, ...rest] = spans
  if (!marker || !first?.box || left >= first.box[0]) return spans
  const [, top, right, bottom] = first.box
  return [{...first, box: [left, top, right, bottom]}, ...rest]
}

/** Mean of the words' confidence, where OCR gave one. */
function confidenceOf(lines: readonly Line[]): number | undefined {
  let [sum, count] = [0, 0]
  for (const {words} of lines)
    for (const {confidence} of words) {
      if (confidence === undefined) continue
      sum += confidence
      count += 1
    }
  return count > 0 ? Math.round((sum / count) * 100) / 100 : undefined
}

function spansOf(parts: readonly {page: number; box: Box}[], printed: TreeSetting['printed']): PageSpan[] {
  return [...boxesByPage(parts)].map(([page, box]) => {
    const label = printed(page)
    return {page, ...(label === undefined ? {} : {printed: label}), box: rounded(box)}
  })
}

function tableNode(table: LongTable, writing: Writing): Table | undefined {
  const count = table.columns.length - 1
  if (table.rows.length === 0 || count < 1) return undefined
  writing.text.block()
  const covered = new Set<string>()
  const rows = table.rows.map((row, y) => rowNode(row, y, count, covered, writing))
  const parts = table.rows.flatMap((row) => row.parts)
  const node: Table = {
    type: 'table',
    children: rows,
    data: {
      pages: spansOf(parts, writing.printed),
      rule: `table/${table.rule}`,
      ...(table.aside === undefined ? {} : {aside: table.aside})
    }
  }
  const [first, last] = [rows[0], rows.at(-1)]
  if (first && last) writing.text.span(node, first, last)
  return node
}

function rowNode(row: LongRow, y: number, count: number, covered: Set<string>, writing: Writing): TableRow {
  writing.text.line()
  const start = writing.text.length
  const cells: TableCell[] = []
  for (let column = 0; column < count; column += 1) {
    if (column > 0) writing.text.add('\t')
    const cell = row.cells.find((each) => each.column === column)
    if (!cell || covered.has(`${y} ${column}`)) {
      // A cell that reaches in from above leaves an empty one; one that reaches in from the left leaves none.
      if (!row.cells.some((each) => each.column < column && each.column + each.colSpan > column))
        cells.push({type: 'tableCell', children: []})
      continue
    }
    for (let dy = 0; dy < cell.rowSpan; dy += 1)
      for (let dx = 0; dx < cell.colSpan; dx += 1) if (dx + dy > 0) covered.add(`${y + dy} ${column + dx}`)
    cells.push(cellNode(cell, writing))
  }
  // A cell merged with those below reaches further than its row, and its words may stand there, or over its edge.
  const parts = [...row.parts, ...row.cells.flatMap((cell) => cell.parts.flatMap((part) => [part, ...placesOf(part)]))]
  const node: TableRow = {type: 'tableRow', children: cells, data: {pages: spansOf(parts, writing.printed)}}
  writing.text.mark(node, [start, writing.text.length])
  return node
}

const placesOf = ({page, lines}: LongCell['parts'][number]) => lines.map(({box}) => ({page, box}))

function cellNode(cell: LongCell, writing: Writing): TableCell {
  const {children, entry} = cellWording(cell, writing)
  const data: Data = entry ? {entry} : {}
  if (cell.parts.length > 0) data.pages = spansOf(cell.parts, writing.printed)
  if (cell.rowSpan > 1) data.rowSpan = cell.rowSpan
  if (cell.colSpan > 1) data.colSpan = cell.colSpan
  const node: TableCell = {type: 'tableCell', children: children as TableCell['children'], data}
  writing.text.mark(node, writing.text.write(children))
  return node
}

/** The column that the lines of a cell stand in. */
function columnOf({lines, box}: LongCell['parts'][number], {leading, opening}: Writing): ColumnSetting {
  const inner = Math.min(...lines.map((line) => line.box[0]))
  const padding = Math.max(1, Math.min(12, inner - box[0]))
  const right = Math.max(box[2] - padding, ...lines.map((line) => line.box[2]))
  return {left: inner, right, leading, slack: {ems: 0.5, share: 0.03}, ...(opening ? {opening} : {})}
}

/** The lines that begin anew in the cells of tables, as those with so many columns tell together, or one column of them. */
function openingInTables(tables: readonly LongTable[], writing: Writing): Set<Line> {
  const cells = tables.flatMap(({columns, rows}) =>
    rows.flatMap((row) =>
      row.cells.flatMap(({parts, column}) =>
        parts.map((part) => ({
          lines: part.lines,
          setting: columnOf(part, writing),
          count: columns.length,
          key: `${columns.length} ${column}`
        }))
      )
    )
  )
  const alike = [...Map.groupBy(cells, ({count}) => count).values()]
  const columns = [...Map.groupBy(cells, ({key}) => key).values()]
  return new Set([...alike, ...columns].flatMap(openingInCells))
}

/** Paragraphs and bullets of a cell parted by breaks; what a page break cut in mid-sentence is one. `entry` is of the first. */
function cellWording(cell: LongCell, writing: Writing): {children: PhrasingContent[]} & Pick<Data, 'entry'> {
  const paragraphs: Paragraph[] = []
  cell.parts.forEach((part, i) => {
    const own = paragraphsOf(part.lines, columnOf(part, writing))
    const last = paragraphs.at(-1)
    const first = own[0]
    if (i > 0 && last?.lines.length && first?.lines.length && !first.marker && runsOn(last, first)) {
      for (const at of first.breaks) last.breaks.add(at + last.lines.length)
      last.lines.push(...first.lines)
      own.shift()
    }
    paragraphs.push(...own)
  })
  const phrasing: PhrasingContent[] = []
  let first: Data['entry']
  let item: Paragraph | undefined
  for (const paragraph of paragraphs) {
    const {lines, breaks, marker} = paragraph
    const words = wordingOf(lines, breaks, writing.hyphens)
    const shown =
      marker && !/bullet/.test(marker.kind) ? [{type: 'text' as const, value: `${marker.text} `}, ...words] : words
    if (shown.length === 0) continue
    const under = item !== undefined && !marker && paragraph.left > item.left + hangs
    item = marker ? paragraph : under ? item : undefined
    const entry = lines[0]?.entry ?? (marker ? 'start' : under ? 'under' : undefined)
    if (phrasing.length > 0) phrasing.push({type: 'break', ...(entry ? {data: {entry}} : {})})
    else first = entry
    phrasing.push(...tidyText(shown))
  }
  return {children: phrasing, ...(first ? {entry: first} : {})}
}

/** Least distance from an entry's marker at which words stand under it, points. */
const hangs = 3

function runsOn(before: Paragraph, after: Paragraph): boolean {
  const words = plainOf(wordingOf(before.lines.slice(-1), new Set(), {isSoft: () => false}))
  return !/[.!?:;]["'”’)]*$/.test(words) || /^\p{Ll}/u.test(after.lines[0]!.words[0]!.text)
}
