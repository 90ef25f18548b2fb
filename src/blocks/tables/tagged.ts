/** Tables of a tagged PDF: rows and cells as their tags say, column edges from the words and, where there are any, the rules. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run, Tag} from '../../source/types.ts'
import {around} from '../pages/boxes.ts'
import type {Line} from '../pages/lines.ts'
import {linesInOrder, type TagReading, wordsOfTag} from '../pages/tagged-lines.ts'
import {holdsBlocks, isHeadingRole} from '../pages/tags.ts'
import type {TableDraft} from './draft.ts'
import {wordsOfDraft} from './draft.ts'
import type {LongCell, LongRow, LongTable} from './long-table.ts'

interface Placed {
  column: number
  colSpan: number
  rowSpan: number
  words: Run[]
  lines: Line[]
  tag: Tag
}

/** Cells may reach over the edge of their neighbours' column by this, points. */
const overlap = 3
const mostColumns = 60
/** Share of a tagged table's words that a drawn one must hold to be the same. */
const sameWords = 0.8

/** The part of a table that stands on a page; undefined when it is a layout of boxes, 'unfit' when its cells stand in no columns. */
export function taggedTable(tag: Tag, reading: TagReading): LongTable | 'unfit' | undefined {
  const rowTags = rowsOf(tag)
  let rows = placedRows(rowTags, reading)
  const isFilled = ({words}: Placed): boolean => words.length > 0
  const count = Math.max(0, ...rows.flatMap((row) => row.map(({column, colSpan}) => column + colSpan)))
  if (count < 2 || count > mostColumns) return undefined
  const used = rows.flatMap((row) => row.filter(isFilled))
  // one cell alone is what did not fit on the page before
  if (used.length < (reading.facts.cuts && isCut(tag, 'above') ? 1 : 2)) return undefined
  if (rows.filter((row) => row.some(isFilled)).length < 2 && used.some(({tag: cell}) => holdsHeading(cell)))
    return undefined
  const drawn = drawnColumns(
    used.flatMap(({words}) => words),
    count,
    reading.drawn
  )
  rows = byPlace(rows, count, drawn)
  const found = columnsOf(
    rows.flatMap((row) => row.filter(isFilled)),
    count
  )
  if (!found) return 'unfit'
  const columns = drawn && found.every((x, i) => i === count || drawn[i]! <= x + overlap) ? drawn : found
  const filled = rows.map((row) => row.filter(isFilled))
  const page = reading.page.number
  const kept = rows.flatMap((row, y) => (filled[y]!.length > 0 ? [{row, y}] : []))
  const gone = rows.flatMap((_, y) => (filled[y]!.length > 0 ? [] : [y]))
  const long = kept.map(({row, y}): LongRow => {
    const box = around(row.flatMap((cell) => cell.words.map((word) => word.box)))
    const whole: Box = [columns[0]!, box[1], columns.at(-1)!, box[3]]
    const cells = cellTags(rowTags[y]!)
    const cut = {above: cells.some((cell) => isCut(cell, 'above')), below: cells.some((cell) => isCut(cell, 'below'))}
    return {
      ...(reading.facts.cuts ? {cut} : {}),
      parts: [{page, box: whole}],
      cells: row.map((cell): LongCell => {
        const [left, right] = [columns[cell.column]!, columns[cell.column + cell.colSpan]!]
        const spans = cell.rowSpan - gone.filter((each) => each > y && each < y + cell.rowSpan).length
        return {
          column: cell.column,
          colSpan: cell.colSpan,
          rowSpan: Math.max(1, spans),
          parts: cell.lines.length > 0 ? [{page, box: [left, box[1], right, box[3]], lines: cell.lines}] : []
        }
      })
    }
  })
  return {
    kind: 'table',
    page,
    lastPage: page,
    columns,
    lastColumns: columns,
    rows: long,
    rule: 'tagged',
    ...(reading.facts.cuts ? {cut: {above: tag.cut?.above ?? false, below: tag.cut?.below ?? false}} : {})
  }
}

/** Whether a part of an element stands on another page. */
function isCut({cut, children}: Tag, where: 'above' | 'below'): boolean {
  const end = where === 'above' ? children[0] : children.at(-1)
  return cut?.[where] === true || (end !== undefined && isCut(end, where))
}

/** The rows of a table, through its head, body and foot. */
function rowsOf(tag: Tag): Tag[] {
  return tag.children.flatMap((child) =>
    child.role === 'TR' ? [child] : child.role === 'Table' || child.role === 'Caption' ? [] : rowsOf(child)
  )
}

const holdsHeading = (tag: Tag): boolean => isHeadingRole(tag.role) || tag.children.some(holdsHeading)

/** Cells on the grid, as in HTML: each takes the next column that no cell from above reaches into. */
function placedRows(rows: readonly Tag[], reading: TagReading): Placed[][] {
  const reach = new Map<string, true>()
  return rows.map((row, y) => {
    let column = 0
    return cellTags(row).flatMap((tag) => {
      while (reach.has(`${y} ${column}`)) column += 1
      const [rowSpan, colSpan] = [Math.min(tag.rowSpan ?? 1, 1_000), Math.min(tag.colSpan ?? 1, mostColumns)]
      for (let dy = 1; dy < rowSpan && y + dy < rows.length; dy += 1)
        for (let dx = 0; dx < colSpan; dx += 1) reach.set(`${y + dy} ${column + dx}`, true)
      const words = wordsOfTag(tag, reading.held)
      const placed: Placed = {column, colSpan, rowSpan, words, lines: cellLines(tag, reading), tag}
      column += colSpan
      return [placed]
    })
  })
}

const cellTags = (row: Tag): Tag[] =>
  row.children.flatMap((child) => (/^T[DH]$/.test(child.role) ? [child] : cellTags(child)))

/** The lines of a cell; those of each element are marked as one block, and what they are in a list. */
function cellLines(cell: Tag, reading: TagReading): Line[] {
  const lines: Line[] = []
  let loose: Run[] = []
  let entry: Line['entry']
  const close = (isBlock: boolean): void => {
    if (loose.length === 0) return
    reading.ids += 1
    for (const line of linesInOrder(loose, reading))
      lines.push({...line, ...(isBlock ? {block: reading.ids} : {}), ...(entry ? {entry} : {})})
    if (entry) entry = 'under'
    loose = []
  }
  const visit = (tag: Tag): void => {
    if (tag.role === 'LI') entry = isCut(tag, 'above') ? 'under' : 'start'
    loose.push(...tag.mcids.flatMap((mcid) => reading.held.get(mcid) ?? []))
    for (const child of tag.children) {
      if (!holdsBlocks(child)) {
        loose.push(...wordsOfTag(child, reading.held))
        continue
      }
      close(tag !== cell)
      visit(child)
      close(true)
      if (child.role === 'L') entry = tag.role === 'LI' || tag.role === 'LBody' ? 'under' : undefined
    }
  }
  visit(cell)
  close(false)
  return lines
}

/** The columns of the drawn table that holds the same words. */
function drawnColumns(words: readonly Run[], count: number, drawn: readonly TableDraft[]): number[] | undefined {
  const all = new Set(words)
  return drawn.find((draft) => {
    if (draft.columns.length - 1 !== count) return false
    const own = wordsOfDraft(draft)
    return own.filter((word) => all.has(word)).length >= sameWords * Math.max(own.length, words.length)
  })?.columns
}

/** Rows that lack cells go by place: some programs leave out empty cells, and none tells of one that reaches in from the page before. */
function byPlace(rows: readonly Placed[][], count: number, drawn: readonly number[] | undefined): Placed[][] {
  const isShort = (row: readonly Placed[]): boolean => {
    const last = row.at(-1)
    return last !== undefined && last.column + last.colSpan < count
  }
  if (!rows.some(isShort)) return [...rows]
  const full = rows.filter((row) => row.length === count).flat()
  const starts = drawn ?? startsOf(full, count)
  if (!starts) return [...rows]
  return rows.map((row) => {
    if (!isShort(row)) return row
    let free = 0
    return row.map((cell) => {
      if (cell.words.length > 0) {
        const [left] = around(cell.words.map(({box}) => box))
        const to = starts.findLastIndex((x, i) => i <= count - cell.colSpan && x <= left + overlap)
        free = Math.max(free, to)
      }
      const column = Math.min(free, count - cell.colSpan)
      free = column + cell.colSpan
      return {...cell, column}
    })
  })
}

/** Where the words of each column begin in rows that have all cells; a column that is empty in them begins where the one before ends. */
function startsOf(cells: readonly Placed[], count: number): number[] | undefined {
  if (cells.length === 0) return undefined
  let reached = 0
  return Array.from({length: count}, (_, column) => {
    const own = cells.filter((cell) => cell.column === column && cell.words.length > 0)
    if (own.length === 0) return reached
    const [left, , right] = around(own.flatMap(({words}) => words.map(({box}) => box)))
    reached = Math.max(reached, right + 1)
    return left
  })
}

/** Column edges between the words of cells; undefined where the cells of two columns stand in each other's way. */
function columnsOf(cells: readonly Placed[], count: number): number[] | undefined {
  const lefts: number[] = new Array(count).fill(Infinity)
  const rights: number[] = new Array(count).fill(-Infinity)
  for (const {column, colSpan, words} of cells) {
    const [left, , right] = around(words.map(({box}) => box))
    lefts[column] = Math.min(lefts[column]!, left)
    rights[column + colSpan - 1] = Math.max(rights[column + colSpan - 1]!, right)
  }
  const edges: number[] = []
  let reached = -Infinity
  for (let column = 0; column < count; column += 1) {
    const left = lefts[column]!
    if (left === Infinity) edges.push(reached === -Infinity ? 0 : reached)
    else {
      if (left < reached - overlap) return undefined
      edges.push(left - 1)
    }
    reached = Math.max(reached, rights[column]!, left === Infinity ? reached : left)
  }
  return [...edges, reached + 1]
}
