/** Tables that go on over page breaks: repeated header rows dropped, rows cut by the break whole again. */
import type {Run} from '../../source/types.ts'
import {widthOf} from '../pages/boxes.ts'
import {type Line, linesOf} from '../pages/lines.ts'
import type {TableDraft} from './draft.ts'
import {areNumbered, isNumbered, partedAt} from './finer-columns.ts'
import {cellText, type LongCell, type LongRow, type LongTable} from './long-table.ts'

/** Grid lines of two parts of one table may stray this far, in points; tables without rules stray more. */
const drift = {ruled: 6, 'half-ruled': 14, aligned: 26, tagged: 26}
/** Header rows compared at most. */
const mostHeaderRows = 4

export function longTable(table: TableDraft, aside: number | undefined): LongTable {
  return {
    kind: 'table',
    page: table.page,
    lastPage: table.page,
    columns: table.columns,
    lastColumns: table.columns,
    rule: table.rule,
    rows: table.rows.map((row) => ({
      cells: row.cells.map(({column, colSpan, rowSpan, words, box}) => ({
        column,
        colSpan,
        rowSpan,
        parts: words.length > 0 ? [{page: table.page, box, lines: linesOfCell(words, table.page)}] : []
      })),
      parts: [{page: table.page, box: row.box}]
    })),
    ...(aside === undefined ? {} : {aside}),
    ...(table.openBelow ? {openBelow: true} : {})
  }
}

const cellLines = new WeakMap<readonly Run[], Line[]>()

/** A cell's lines are asked for twice: for the usual distance of lines, and for its words. */
function linesOfCell(words: readonly Run[], page: number): Line[] {
  const lines = cellLines.get(words) ?? linesOf(words, page)
  cellLines.set(words, lines)
  return lines
}

/** Whether a table goes on with one that ended the page before: its columns stand where those stood. */
export function mayGoOn(before: LongTable, next: LongTable): boolean {
  // A table of another one's tags; programs that repeat its header do not say that it begins above.
  if (before.cut && next.cut && !before.cut.below) return false
  return columnMap(before, next) !== undefined && !hasOwnTitle(before, next) && !hasOwnHeads(before, next)
}

/** The same where the two do not follow one another: the header comes back, or a row is cut. */
export function goesOnPlainly(before: LongTable, next: LongTable): boolean {
  if (!mayGoOn(before, next)) return false
  const first = next.rows[0]
  if (!first || repeatedHeaders(before, next.rows) > 0) return first !== undefined
  return before.openBelow === true && first.cells.some((cell) => startsInside(cellText(cell)))
}

/** A title over all columns that the table before does not have begins another table. */
function hasOwnTitle(before: LongTable, next: LongTable): boolean {
  const first = next.rows[0]
  const title = first?.cells.length === 1 && first.cells[0]!.colSpan === next.columns.length - 1 ? first : undefined
  if (!title || title.cells[0]!.colSpan < 2 || next.rows.length < 2) return false
  return !before.rows.slice(0, mostHeaderRows).some((row) => saysSame(row, title))
}

/** Other heads beside an empty corner, over rows that each have a label, begin another grid. */
function hasOwnHeads(before: LongTable, next: LongTable): boolean {
  const [old, own] = [before.rows[0], next.rows[0]]
  if (!old || !own || next.rows.length < 2 || !isHeadRow(old) || !isHeadRow(own)) return false
  return (
    !saysSame(old, own) && next.rows.slice(1).every(({cells: [first]}) => first?.column === 0 && first.parts.length > 0)
  )
}

/** An empty corner, and words in bold in all cells beside it. */
function isHeadRow({cells: [corner, ...heads]}: LongRow): boolean {
  if (corner?.column !== 0 || corner.parts.length > 0 || heads.length < 2) return false
  return heads.every(({parts}) => parts.length > 0 && parts.every(({lines}) => lines.every(({bold}) => bold > 0.5)))
}

/** Which column of `before` each column of `next` is; undefined when they do not match. */
function columnMap(before: LongTable, next: LongTable): number[] | undefined {
  const slack = Math.max(drift[before.rule], drift[next.rule])
  const [a, b] = [before.lastColumns, next.columns]
  const same = (before.cut && next.cut) || headersOver(before, next) > 0
  if (same && a.length === b.length) return b.slice(1).map((_, i) => i)
  // Facing pages have other margins: compare from the left edge too.
  for (const shift of [0, a[0]! - b[0]!]) {
    const map: number[] = []
    for (let i = 0; i < b.length - 1; i += 1) {
      const x = b[i]! + shift
      let best = 0
      for (let j = 0; j < a.length - 1; j += 1) if (Math.abs(a[j]! - x) < Math.abs(a[best]! - x)) best = j
      if (Math.abs(a[best]! - x) > slack || best <= (map.at(-1) ?? -1)) break
      map.push(best)
    }
    const whole = map.length === b.length - 1 && Math.abs(b.at(-1)! + shift - a.at(-1)!) < slack * 2
    if (whole && (map.length === a.length - 1 || (before.rule !== 'ruled' && map.length * 2 > a.length))) return map
  }
  return undefined
}

/** Header rows that come back on the next page; of columns that are as many, so that they are the same however wide they are there. */
function headersOver(before: LongTable, next: LongTable): number {
  const first = next.rows[0]
  if (!first || filledIn(first) < 2 || before.columns.length !== next.columns.length) return 0
  return next.rows.length > 1 ? repeatedHeaders(before, next.rows) : 0
}

/** Appends a part on a later page; returns the header rows that it only repeats. `closes` says whether this document rules off rows where pages break. */
export function appendPart(before: LongTable, next: LongTable, closes: boolean): LongRow[] {
  const map = columnMap(before, next) ?? []
  const columnsBefore = before.lastColumns.length - 1
  const mapped = next.rows.map(
    (row): LongRow => ({
      ...row,
      cells: row.cells.map((cell) => {
        const from = map[cell.column] ?? cell.column
        const to = map[cell.column + cell.colSpan] ?? columnsBefore
        return {...cell, column: from, colSpan: Math.max(1, Math.min(to, columnsBefore) - from)}
      })
    })
  )
  const loose = before.rule === 'aligned' && next.rule === 'aligned'
  const rows = loose && map.length < columnsBefore ? partedAt(mapped, before.lastColumns) : mapped
  const headers = repeatedHeaders(before, rows)
  const rest = loose && areNumbered(before.rows) ? joinedUnderNumbers(rows.slice(headers)) : rows.slice(headers)
  const [first] = rest
  if (first) {
    const tagged = before.rows.at(-1)?.cut?.below === true && first.cut?.above === true
    const unnumbered = loose && areNumbered(before.rows) && !isNumbered(first)
    const cut = tagged || unnumbered || isCut(before, first, closes) || isRestOfRow(before, rest)
    if (cut) joinRow(before, first)
    else extendSpans(before, first)
    before.rows.push(...rest.slice(1))
    if (!cut) before.rows.splice(before.rows.length - (rest.length - 1), 0, first)
  }
  before.lastPage = next.lastPage
  before.lastColumns = map.length === columnsBefore ? next.columns : before.lastColumns
  if (next.openBelow) before.openBelow = true
  else delete before.openBelow
  if (next.cut) before.cut = next.cut
  else delete before.cut
  return rows.slice(0, headers)
}

/** Rows without a number joined to the numbered one above. */
function joinedUnderNumbers(rows: readonly LongRow[]): LongRow[] {
  const joined: LongRow[] = []
  for (const row of rows) {
    const above = joined.at(-1)
    if (above && !isNumbered(row)) joinRow({rows: joined}, row)
    else joined.push(row)
  }
  return joined
}

/** Two rows have the same words in the same columns, whatever their case. */
const saysSame = (one: LongRow, other: LongRow): boolean =>
  one.cells.length === other.cells.length &&
  one.cells.every((cell, i) => {
    const beside = other.cells[i]!
    return cell.column === beside.column && cellText(cell).toLowerCase() === cellText(beside).toLowerCase()
  })

function repeatedHeaders(before: LongTable, rows: readonly LongRow[]): number {
  // The header may stand under a title row that is not repeated.
  for (const start of [0, 1, 2]) {
    let count = 0
    while (
      count < mostHeaderRows &&
      before.rows[start + count] &&
      rows[count] &&
      saysSame(before.rows[start + count]!, rows[count]!)
    )
      count += 1
    if (count > 0 && filledIn(rows[0]!) > 0) return count
  }
  return 0
}

const filledIn = (row: LongRow): number => row.cells.filter(({parts}) => parts.length > 0).length

/** The cell that stands in a column at the table's end: of the last row, or one above that spans down to it. */
function lastCell(table: Pick<LongTable, 'rows'>, column: number): LongCell | undefined {
  for (let y = table.rows.length - 1; y >= 0 && y > table.rows.length - 60; y -= 1) {
    const cell = table.rows[y]!.cells.find((each) => each.column <= column && each.column + each.colSpan > column)
    if (cell) return y + cell.rowSpan >= table.rows.length ? cell : undefined
  }
  return undefined
}

function isCut(before: LongTable, row: LongRow, closes: boolean): boolean {
  if (!before.openBelow && closes && before.rule !== 'tagged' && before.rule !== 'aligned') return false
  const filled = row.cells.filter(({parts}) => parts.length > 0)
  if (filled.length === 0) return true
  const votes = filled.map((cell) => vote(lastCell(before, cell.column), cell))
  const yes = votes.filter((each) => each === 'yes').length
  const no = votes.filter((each) => each === 'no').length
  if (before.openBelow) return yes > 0 ? no <= yes : no === 0
  return yes > 0 && no === 0
}

/** Fewest whole rows that show that each row names itself in its first cell. */
const leastNamed = 2

/**
 * The first row of a page has no first cell, where every other row of the table has one by itself: it is no row under a
 * merged cell but what did not fit on the page before.
 */
function isRestOfRow(before: LongTable, rest: readonly LongRow[]): boolean {
  const [first, ...others] = rest
  if (!first || before.rule === 'aligned' || before.columns.length < 3) return false
  const named = ({cells}: LongRow) =>
    cells.some((cell) => cell.column === 0 && cell.parts.length > 0 && cell.rowSpan === 1)
  if (named(first) || first.cells.some(({column, rowSpan}) => column === 0 && rowSpan > 1)) return false
  // a row with words in all its other cells stands under a merged one
  if (before.columns.length > 3 && filledIn(first) >= before.columns.length - 2) return false
  return before.rows.length + others.length > leastNamed && before.rows.every(named) && others.every(named)
}

type Vote = 'yes' | 'no' | 'maybe'

/** Do the words of a cell go on with those above the break? */
function vote(above: LongCell | undefined, cell: LongCell): Vote {
  const before = above ? cellText(above) : ''
  if (before === '') return 'no'
  const words = cellText(cell)
  const inside = startsInside(words)
  const open =
    /(?:[,(/&+–-]|(?:^|\s)(?:a|an|and|are|as|at|by|for|from|in|into|is|its|of|on|or|our|that|the|their|this|to|which|who|with|within|your))$/i.test(
      before
    )
  if (inside || open) return 'yes'
  if (endsSentence(before)) return 'no'
  const last = above!.parts.at(-1)!
  const line = last.lines.at(-1)!
  const padding = Math.max(2, Math.min(...last.lines.map(({box}) => box[0])) - last.box[0])
  const room = last.box[2] - padding - line.box[2]
  const first = cell.parts[0]!.lines[0]!.words[0]!
  return widthOf(first.box) + 0.3 * first.size > room ? 'maybe' : 'no'
}

function joinRow(table: Pick<LongTable, 'rows'>, row: LongRow): void {
  for (const cell of row.cells) {
    const above = lastCell(table, cell.column)
    if (above) {
      above.parts.push(...cell.parts)
      above.rowSpan += cell.rowSpan - 1
    } else if (cell.parts.length > 0) table.rows.at(-1)!.cells.push(cell)
  }
  const last = table.rows.at(-1)!
  last.parts.push(...row.parts)
  if (row.cut) last.cut = row.cut
}

/** Cells of the first row on a page that go on with the merged cell above them, empty or in mid-sentence. */
function extendSpans(table: LongTable, row: LongRow): void {
  if (filledIn(row) === 0) return
  for (const cell of [...row.cells]) {
    const above = lastCell(table, cell.column)
    if (!above || above.parts.length === 0 || above.colSpan !== cell.colSpan) continue
    const goesOn =
      cell.parts.length === 0
        ? cell.column === 0
        : startsInside(cellText(cell)) && !endsSentence(cellText(above)) && filledIn(row) > 1
    if (!goesOn) continue
    above.rowSpan += cell.rowSpan
    above.parts.push(...cell.parts)
    row.cells.splice(row.cells.indexOf(cell), 1)
  }
}

const startsInside = (words: string): boolean => /^["'“‘(]?\p{Ll}/u.test(words)
const endsSentence = (words: string): boolean => /[.!?:;…]["'”’)\]*]*$/.test(words)
