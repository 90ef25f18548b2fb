import type {Paragraph, Table, TableRow} from 'mdast'
import {piecesOfMarkup} from '../inline-markup.ts'
import {isAllStrong, phrasingOf, plainOf, tidied, withoutStrong} from '../pieces.ts'
import {type Row, type TableRows, tablesOf} from '../table-rows.ts'
import type {Line, Places} from './lines.ts'

/** Lines from..to (excluded) of a text that are one kind of thing. */
export interface Range {
  kind: 'table' | 'contents' | 'prose'
  from: number
  to: number
}

/** A cell's HTML may run over this many lines at most. */
const cellLines = 60

const bullet = /^\s*(?:[-*+•·▪●◦‣]|\d{1,3}[.)]|[a-z][.)]|[ivx]{1,5}[.)])\t/
/** A bullet whose only tabs stand before it or at the end of its line. */
const indentedBullet = /^\s*[-*+•·▪●◦‣] [^\t]*\s*$/
/** A row of a Markdown table: cells between pipes, with or without tabs that align them. */
const pipeRow = /^\s*\|(?:[^|\n]*\|){2,}/
const leaders =
  /(?:(?:\.{3,}|…{1,}|(?:\. ){3,}|_{3,}|·{3,})[\s.…_·]{0,200}(\d{1,4})|(?:\.{6,}|…{3,}|(?:\. ){5,}|_{6,}|·{6,}))\s*$/
/** Leaders and page number are looked for in this many characters at the end of a line. */
const leaderTail = 300

const ruleCells = /^\s*(?:[-–—=:]{2,}\s*\t\s*)*[-–—=:]{2,}\s*$/

/** Cuts a text into tables of tab-separated lines, contents lists and the prose between. Furniture lines join what they part. */
export function rangesOf(lines: readonly Line[], furniture: ReadonlySet<number>): Range[] {
  const kinds = lineKinds(lines, furniture)
  const ranges: Range[] = []
  let from = 0
  while (from < lines.length) {
    const kind = kinds[from] ?? 'prose'
    let to = from + 1
    let last = from
    while (
      to < lines.length &&
      (kinds[to] === kind ||
        (kinds[to] === undefined && kind !== 'prose') ||
        (kinds[to] === undefined && kind === 'prose'))
    ) {
      if (kinds[to] === kind) last = to
      to++
    }
    // Blank lines at the end of a table belong to what follows.
    if (kind !== 'prose') to = last + 1
    ranges.push({kind, from, to})
    from = to
  }
  return ranges
}

/** 'table', 'contents' or 'prose' for each line with words; undefined for blank and furniture lines. */
function lineKinds(lines: readonly Line[], furniture: ReadonlySet<number>): (Range['kind'] | undefined)[] {
  const kinds = lines.map((line, index): Range['kind'] | undefined => {
    if (line.text.trim() === '' || furniture.has(index)) return undefined
    if (leaders.test(line.text.slice(-leaderTail)) && /\p{L}/u.test(line.text)) return 'contents'
    if (!line.text.includes('\t') || bullet.test(line.text) || indentedBullet.test(line.text)) return 'prose'
    if (pipeRow.test(line.text)) return 'prose'
    return 'table'
  })
  withOpenCells(lines, kinds)
  withContents(lines, kinds)
  withoutLoneTabs(lines, kinds)
  return kinds
}

/** Lines inside a cell whose HTML is not closed yet, and lines without tabs between two rows, belong to the table. */
function withOpenCells(lines: readonly Line[], kinds: (Range['kind'] | undefined)[]): void {
  for (let index = 0; index < lines.length; index++) {
    if (kinds[index] !== 'table') continue
    let open = openTags(lines[index]!.text)
    for (let next = index + 1; open > 0 && next < lines.length && next <= index + cellLines; next++) {
      open += openTags(lines[next]!.text)
      if (open > 0 || kinds[next] !== 'table') kinds[next] = 'table'
    }
    if (
      kinds[index + 1] === 'prose' &&
      kinds[index + 2] === 'table' &&
      !/^\s*(?:#|[-*•·]\s)/.test(lines[index + 1]!.text)
    )
      kinds[index + 1] = 'table'
  }
}

/** Tags left open at the end of a line, less those closed from before it. A tag left open in a cell that a tab has ended is broken markup. */
function openTags(text: string): number {
  const cells = text.split('\t')
  return cells.reduce((sum, cell, at) => {
    const open = cell.match(/<(?:p|ul|ol|table|td|li)(?=[\s>])/gi)?.length ?? 0
    const closed = cell.match(/<\/(?:p|ul|ol|table|td|li)>/gi)?.length ?? 0
    return sum + (at < cells.length - 1 ? Math.min(0, open - closed) : open - closed)
  }, 0)
}

/** Runs of tab lines whose last cells are page numbers that never fall are a contents list. */
function withContents(lines: readonly Line[], kinds: (Range['kind'] | undefined)[]): void {
  for (let from = 0; from < lines.length; from++) {
    if (kinds[from] !== 'table' && kinds[from] !== 'contents') continue
    let to = from
    while (kinds[to] === 'table' || kinds[to] === 'contents') to++
    const entries = lines.slice(from, to)
    const numbers = entries.map(
      (line) => /\t\s*(\d{1,4})\s*$/.exec(line.text)?.[1] ?? leaders.exec(line.text.slice(-leaderTail))?.[1]
    )
    const found = numbers.filter((number) => number !== undefined).map(Number)
    const ascends = found.every((number, index) => index === 0 || number >= found[index - 1]!)
    const worded = entries.filter((line) => /\p{L}{2}.*\t\s*\d{0,4}\s*$|\p{L}{2}[^\t]*$/u.test(line.text)).length
    if (found.length >= 3 && found.length >= entries.length * 0.6 && ascends && worded >= entries.length * 0.9)
      for (let index = from; index < to; index++) kinds[index] = 'contents'
    from = to
  }
}

/** One line with one tab is no table. */
function withoutLoneTabs(lines: readonly Line[], kinds: (Range['kind'] | undefined)[]): void {
  let before: Range['kind'] | undefined
  for (let index = 0; index < lines.length; index++) {
    if (kinds[index] === undefined) continue
    if (kinds[index] === 'table' && before !== 'table') {
      let next = index + 1
      while (next < lines.length && kinds[next] === undefined) next++
      const cells = lines[index]!.text.split('\t').filter((cell) => cell.trim() !== '').length
      if (kinds[next] !== 'table' && cells < 3) kinds[index] = 'prose'
    }
    before = kinds[index]
  }
}

/** The rows of the tab-separated lines from..to. */
export function rowsOf(lines: readonly Line[], {from, to}: Range, furniture: ReadonlySet<number>): Row[] {
  const rows: Row[] = []
  let gap = false
  for (let index = from; index < to; index++) {
    const line = lines[index]!
    if (line.text.trim() === '' || furniture.has(index)) {
      gap = true
      continue
    }
    if (ruleCells.test(line.text)) continue
    let last = index
    let open = openTags(line.text)
    while (last + 1 < to && last < index + cellLines && (open > 0 || !lines[last + 1]!.text.includes('\t'))) {
      if (lines[last + 1]!.text.trim() === '' && open <= 0) break
      if (furniture.has(last + 1) && open <= 0) break
      last++
      open += openTags(lines[last]!.text)
    }
    rows.push(rowOf(lines.slice(index, last + 1), gap))
    gap = false
    index = last
  }
  return rows
}

function rowOf(lines: readonly Line[], afterGap: boolean): Row {
  const start = lines[0]!.start
  const text = lines.map((line) => line.text).join('\n')
  const cells: Row['cells'] = []
  let at = 0
  for (const source of text.split('\t')) {
    const lead = source.length - source.trimStart().length
    const from = start + at + Math.min(lead, source.length)
    cells.push({
      pieces: tidied(piecesOfMarkup(source)),
      start: from,
      end: Math.max(from, start + at + source.trimEnd().length)
    })
    at += source.length + 1
  }
  return {cells, afterGap, start, end: start + text.length}
}

/** Rows as mdast tables, each after its caption. */
export function tableBlocks(rows: readonly Row[], places: Places): (Table | Paragraph)[] {
  return tablesOf(rows).flatMap(({caption, rows: body}) => [
    ...(caption
      ? [
          {
            type: 'paragraph' as const,
            children: phrasingOf(caption.pieces.map((piece) => (piece === 'break' ? piece : {...piece, strong: true}))),
            position: places.position(caption.start, caption.end),
            data: {rule: 'table-caption'}
          }
        ]
      : []),
    tableOf({rows: body}, places)
  ])
}

function tableOf({rows}: TableRows, places: Places): Table {
  const children = rows.map(
    (row, index): TableRow => ({
      type: 'tableRow',
      children: row.cells.map((cell) => ({
        type: 'tableCell',
        children: phrasingOf(
          // a header is bold as a whole; bold words before others are a title
          index === 0 && isAllStrong(cell.pieces) ? withoutStrong(cell.pieces) : cell.pieces
        ),
        position: places.position(cell.start, cell.end),
        ...(cell.rowSpan || cell.colSpan
          ? {data: {...(cell.rowSpan ? {rowSpan: cell.rowSpan} : {}), ...(cell.colSpan ? {colSpan: cell.colSpan} : {})}}
          : {})
      })),
      position: places.position(row.start, row.end)
    })
  )
  return {
    type: 'table',
    children,
    position: places.position(rows[0]!.start, Math.max(...rows.slice(-1).map((row) => row.end)))
  }
}

/** The entries of a contents list: the words in the tree, the page number in `data.contents`. */
export function contentsBlocks(
  lines: readonly Line[],
  {from, to}: Range,
  furniture: ReadonlySet<number>,
  places: Places
): Paragraph[] {
  const entries: Paragraph[] = []
  for (let index = from; index < to; index++) {
    const line = lines[index]!
    if (line.text.trim() === '' || furniture.has(index) || ruleCells.test(line.text)) continue
    const cut = Math.max(0, line.text.length - leaderTail)
    const tail = line.text.slice(cut)
    const page = /(?:\t|[.…_·]{3,}|\s{2,})\s*(\d{1,4})\s*$/.exec(tail)?.[1] ?? ''
    const words =
      line.text.slice(0, cut) + (page === '' ? tail : tail.replace(/\d{1,4}\s*$/, '')).replace(/[\s.…_·]+$/, '')
    const pieces = withoutStrong(tidied(piecesOfMarkup(words.replace(/^\s*#{0,6}\s*/, '').replaceAll('\t', ' '))))
    if (plainOf(pieces).trim() === '') continue
    const start = line.start + (line.text.length - line.text.trimStart().length)
    entries.push({
      type: 'paragraph',
      children: phrasingOf(pieces),
      position: places.position(start, line.start + line.text.trimEnd().length),
      // 'Section … Page' over the entries heads them.
      ...(entries.length === 0 && page === '' && isHeadOfContents(words)
        ? {}
        : {data: {contents: page, rule: 'contents-entry'}})
    })
  }
  return entries
}

function isHeadOfContents(words: string): boolean {
  return /^(?:<[^<>]{1,20}>|\W|section|title|contents?|chapter|part|page|no\.?|number)+$/i.test(words)
}
