import {type Piece, plainOf, tidied} from './pieces.ts'
import {endsOpen, endsSentence, startsInside} from './text/lines.ts'

/** A cell before it becomes mdast. `start` and `end` are offsets in the reading text. */
export interface Cell {
  pieces: Piece[]
  start: number
  end: number
  rowSpan?: number
  colSpan?: number
}

export interface Row {
  cells: Cell[]
  /** A page break, or blank lines like those one leaves, stands before the row. */
  afterGap: boolean
  start: number
  end: number
}

/** A table without its captions: the first row is the header where there is one. */
export interface TableRows {
  caption?: Cell
  rows: Row[]
}

/** Share of the filled cells of a column that must be dates, or numbers of rows, for the column to count as such. */
const columnShare = 0.6

const dateCell =
  /^(?:(?:early|mid|late|by|from|end(?: of)?|start of|spring|summer|autumn|winter|q[1-4]|[0-3]?\d(?:st|nd|rd|th)?)[\s,-]*)*(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:[\s/,–-]+[a-z]{3,9}\.?)?[\s,'’-]*(?:20|19)?\d{0,2}|(?:20|19)\d\d(?:[/–-]\d\d(?:\d\d)?)?|ongoing|tbc|tba|n\/a|(?:same )?as (?:above|below))/i
const rowNumber = /^\(?(?:[A-Z]{1,3}[\s.-]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?$|^[a-z][.)]$|^[ivx]{1,5}[.)]$/

/** The words of a cell, breaks as '\n'. */
function wordsOf(cell: Cell | undefined): string {
  return cell ? plainOf(tidied(cell.pieces)) : ''
}

/**
 * Rows as the plan means them: captions cut off, rows that a page break or a wrapped line cut in two joined cell by cell,
 * headers repeated on the next page left out, cells that slipped one column to the right put back.
 * One table may turn out to be several.
 */
export function tablesOf(rows: readonly Row[]): TableRows[] {
  const tables: TableRows[] = []
  for (const part of splitAtCaptions(rows)) {
    const before = tables.at(-1)
    if (!part.caption && before && part.rows[0] && sameWords(part.rows[0], before.rows[0])) {
      before.rows.push(...part.rows.slice(1))
    } else tables.push(part)
  }
  return tables.map((table) => ({...table, rows: joined(table.rows)})).filter(({rows}) => rows.length > 0)
}

function filled(row: Row): number[] {
  return row.cells.flatMap((cell, index) => (wordsOf(cell) === '' ? [] : [index]))
}

/** A row with words in its first cell only, before a row of several short cells, names the table below it. */
function splitAtCaptions(rows: readonly Row[]): TableRows[] {
  const parts: TableRows[] = []
  let part: TableRows = {rows: []}
  const header = rows.find((row) => filled(row).length > 1)
  rows.forEach((row, index) => {
    const next = rows[index + 1]
    if (
      next &&
      row.cells.length > 1 &&
      isCaption(row) &&
      (parts.length + part.rows.length === 0 || sameWords(next, header)) &&
      isHeader(next)
    ) {
      if (part.rows.length > 0) parts.push(part)
      part = {caption: row.cells[0]!, rows: []}
    } else if (part.rows.length > 0 && row.afterGap && isOtherShape(row, part.rows[0]!)) {
      parts.push(part)
      part = {rows: [row]}
    } else if (part.rows.length > 0 && isHeader(row) && sameWords(row, part.rows[0])) {
      parts.push(part)
      part = {rows: [row]}
    } else part.rows.push(row)
  })
  parts.push(part)
  return parts
}

/** A row after a gap with far fewer columns, or more, begins another table. */
function isOtherShape(row: Row, first: Row): boolean {
  const [own, other] = [row.cells.length, first.cells.length]
  return wordsOf(row.cells[0]) !== '' && (own > other || own <= other / 2)
}

function isCaption(row: Row): boolean {
  const cells = filled(row)
  return cells.length === 1 && cells[0] === 0
}

/** Words a header cell has at most. */
const headerWords = 8

function isHeader(row: Row): boolean {
  const cells = filled(row)
  return (
    cells.length > 1 &&
    cells.every((index) => {
      const words = wordsOf(row.cells[index])
      return (
        words.split(/\s+/).length <= headerWords &&
        !/[.;]$/.test(words) &&
        !rowNumber.test(words) &&
        !/\d{4}/.test(words)
      )
    })
  )
}

function sameWords(a: Row | undefined, b: Row | undefined): boolean {
  if (!a || !b) return false
  const key = (row: Row) =>
    row.cells
      .map((cell) => wordsOf(cell).toLowerCase().replace(/\s+/g, ' '))
      .join('|')
      .replace(/\|+$/, '')
  return key(a) === key(b)
}

interface Columns {
  count: number
  /** Columns that hold dates. */
  dates: ReadonlySet<number>
  /** The first column numbers the rows, so that a row without a number goes on with the one above. */
  numbered: boolean
  /** The first column is set in bold. */
  boldFirst: boolean
}

function columnsOf(rows: readonly Row[]): Columns {
  const body = rows.slice(1)
  const count = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length))
  const dates = new Set<number>()
  const share = (column: number, test: RegExp): number => {
    const words = body.map((row) => wordsOf(row.cells[column])).filter((each) => each !== '')
    return words.length === 0 ? 0 : words.filter((each) => test.test(each)).length / words.length
  }
  for (let column = 0; column < Math.min(count, 40); column++)
    if (share(column, dateCell) >= columnShare) dates.add(column)
  const firsts = body.map((row) => row.cells[0]).filter((cell) => wordsOf(cell) !== '')
  const bold = firsts.filter((cell) => cell!.pieces.some((piece) => piece !== 'break' && piece.strong)).length
  return {
    count,
    dates,
    numbered: share(0, rowNumber) >= columnShare,
    boldFirst: firsts.length > 1 && bold >= firsts.length * columnShare
  }
}

/** A row that page breaks and wraps cut is in no more parts than this. */
const mostParts = 40

function joined(rows: readonly Row[]): Row[] {
  const columns = columnsOf(rows)
  const whole: Row[] = []
  let parts = 1
  rows.forEach((row, index) => {
    const straight = index === 0 ? row : realigned(row, columns)
    const above = whole.at(-1)
    if (above && whole.length > 1 && parts < mostParts && goesOn(straight, above, columns)) {
      whole[whole.length - 1] = joinRows(above, straight)
      parts++
    } else if (filled(straight).length > 0) {
      whole.push(padded(straight, columns.count))
      parts = 1
    }
  })
  return withSpans(whole, columns)
}

function padded(row: Row, count: number): Row {
  const cells = [...row.cells]
  while (cells.length < count) cells.push({pieces: [], start: row.end, end: row.end})
  return {...row, cells}
}

/** A row whose dates all stand one column to the right of the table's dates, and whose first cell is empty, slipped. */
function realigned(row: Row, columns: Columns): Row {
  if (columns.dates.size === 0 || wordsOf(row.cells[0]) !== '' || row.cells.length < 3) return row
  const dated = row.cells.flatMap((cell, index) => (dateCell.test(wordsOf(cell)) ? [index] : []))
  const slipped =
    dated.length > 0 &&
    dated.some((index) => !columns.dates.has(index)) &&
    dated.every((index) => columns.dates.has(index - 1))
  if (!slipped) return row
  return {...row, cells: [...row.cells.slice(1), {pieces: [], start: row.end, end: row.end}]}
}

/** Whether a row is the rest of the row above: cut by a page break, or a cell that wrapped into a line of its own. */
function goesOn(row: Row, above: Row, columns: Columns): boolean {
  const cells = filled(row)
  if (cells.length === 0) return false
  const first = wordsOf(row.cells[0])
  // a short line in capitals by itself names the rows under it
  if (cells.length === 1 && isName(wordsOf(row.cells[cells[0]!])) && !isName(wordsOf(above.cells[cells[0]!])))
    return false
  if (columns.numbered) return first === '' && wordsOf(above.cells[0]) !== ''
  if (cells.some((index) => columns.dates.has(index) && dateCell.test(wordsOf(row.cells[index])))) return false
  const follows = (index: number): boolean => {
    const [words, before] = [wordsOf(row.cells[index]), wordsOf(above.cells[index])]
    return before !== '' && (startsInside(words) || endsOpen(before))
  }
  if (columns.count === 2) return goesOnInPair(row, above, follows)
  const mayFollow = (index: number): boolean =>
    follows(index) || (wordsOf(above.cells[index]) !== '' && !endsSentence(wordsOf(above.cells[index])))
  const keyed = first !== ''
  if (keyed && !follows(0)) return false
  if (!row.afterGap) return cells.every(follows)
  return cells.every((index) => mayFollow(index)) && (cells.some(follows) || columns.dates.size > 0 || !keyed)
}

/** Longest name in capitals, characters. */
const longestName = 40

function isName(words: string): boolean {
  return words.length <= longestName && /^\p{Lu}{4,}(?:[ &,/-]+\p{Lu}+)*$/u.test(words)
}

/** Two columns are a term and its meaning: a term without a meaning is the end of a wrapped term. */
function goesOnInPair(row: Row, above: Row, follows: (index: number) => boolean): boolean {
  const [term, meaning] = [wordsOf(row.cells[0]), wordsOf(row.cells[1])]
  const [termAbove, meaningAbove] = [wordsOf(above.cells[0]), wordsOf(above.cells[1])]
  if (term === '') return meaningAbove !== '' && (follows(1) || !endsSentence(meaningAbove) || row.afterGap)
  if (meaning === '') return meaningAbove !== '' && !endsSentence(termAbove) && !/:$/.test(term) && term.length <= 60
  return follows(0) && termAbove.split(/\s/).length >= 2
}

function joinRows(above: Row, row: Row): Row {
  const count = Math.max(above.cells.length, row.cells.length)
  const cells = Array.from({length: count}, (_, index) => joinCells(above.cells[index], row.cells[index]))
  return {...above, cells, end: Math.max(above.end, row.end)}
}

function joinCells(above: Cell | undefined, below: Cell | undefined): Cell {
  if (!above || !below || wordsOf(below) === '') return above ?? below!
  if (wordsOf(above) === '') return below
  const words = wordsOf(above)
  const hyphened = /\p{L}-$/u.test(words) && startsInside(wordsOf(below))
  const between: Piece[] =
    endsSentence(words) && !startsInside(wordsOf(below)) ? ['break'] : hyphened ? [] : [spaceBetween(above, below)]
  return {...above, pieces: [...tidied(above.pieces), ...between, ...tidied(below.pieces)], end: below.end}
}

function spaceBetween(above: Cell, below: Cell): Piece {
  const [last, first] = [tidied(above.pieces).at(-1), tidied(below.pieces)[0]]
  const strong = last !== 'break' && first !== 'break' && last?.strong === true && first?.strong === true
  return {value: ' ', strong}
}

/** An empty cell in the first column belongs to the cell above that has words. */
function withSpans(rows: Row[], columns: Columns): Row[] {
  if (columns.numbered || columns.count < 3) return rows
  let owner = -1
  const spans = new Map<number, number>()
  rows.forEach((row, index) => {
    if (index === 0) return
    if (wordsOf(row.cells[0]) !== '') owner = index
    else if (owner > 0) spans.set(owner, (spans.get(owner) ?? 1) + 1)
  })
  return rows.map((row, index) => {
    const span = spans.get(index)
    if (span === undefined) return row
    return {
      ...row,
      cells: row.cells.map((cell, column) =>
        column === 0 && cell.rowSpan === undefined ? {...cell, rowSpan: span} : cell
      )
    }
  })
}
