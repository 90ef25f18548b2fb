/** Tables that were copied a cell a line, and records of plain lines with the same labels again and again: read as the tables they are. */

import type {Lexicon} from '../lexicon.ts'
import {type Cell, type Piece, type Row, tableWords} from '../pieces.ts'
import {looksLikeDate} from '../tables/cell-looks.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {fold, wordCount} from '../words.ts'
import {replaced} from './mended.ts'

/** Longest name of a column or label, words. */
const longestName = 5
/** Fewest columns of a table copied so, and fewest of its rows. */
const [leastColumns, leastRows] = [3, 2]
/** Fewest records with the same labels. */
const leastRecords = 3
/** Share of the cells under a column of dates that must look like some. */
const shareDated = 0.6

/** The same pieces, such runs of paragraphs as tables. */
export function withFlattenedTables(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const tables = new Map<Piece, Piece | undefined>()
  for (let at = 0; at < pieces.length; ) {
    const found = cellsAt(at, pieces, lexicon) ?? recordsAt(at, pieces, lexicon)
    if (found) for (const piece of pieces.slice(at, found.end)) tables.set(piece, undefined)
    if (found) tables.set(pieces[at]!, tableOf(found.rows))
    at = found?.end ?? at + 1
  }
  if (tables.size === 0) return [...pieces]
  return replaced(pieces, (piece) => {
    if (!tables.has(piece)) return [piece]
    const table = tables.get(piece)
    return table ? [table] : []
  })
}

interface Found {
  /** Each row's cells; the first is the header. */
  rows: Piece[][]
  end: number
}

const facts: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'lead',
  'due',
  'start',
  'baseline',
  'target',
  'status',
  'resources'
])

function nameAt(at: number, pieces: readonly Piece[], lexicon: Lexicon): ColumnRole | undefined {
  const piece = pieces[at]
  if (piece?.kind !== 'paragraph' || piece.lines.length > 1 || wordCount(piece.text) > longestName) return undefined
  return /[.;,!?]$/.test(piece.text) ? undefined : lexicon.columnOf(piece.text.replace(/\s*:$/, ''))
}

/** 'Action', 'Lead', 'Timescale' a line each, and the cells under them in turn. */
function cellsAt(at: number, pieces: readonly Piece[], lexicon: Lexicon): Found | undefined {
  const roles: ColumnRole[] = []
  for (let role = nameAt(at, pieces, lexicon); role; role = nameAt(at + roles.length, pieces, lexicon)) roles.push(role)
  const width = roles.length
  const works = roles.some((role) => role === 'action' || role === 'priority' || role === 'measure')
  if (width < leastColumns || new Set(roles).size < width || !works || !roles.some((role) => facts.has(role)))
    return undefined
  let end = at + width
  while (pieces[end]?.kind === 'paragraph') end += 1
  const rows = chunked(pieces.slice(at, end - ((end - at) % width)), width)
  const dates = roles.findIndex((role) => role === 'due' || role === 'start')
  const leads = roles.indexOf('lead')
  const body = rows.slice(1)
  const dated = dates < 0 ? body : body.filter((row) => looksLikeDate(row[dates]!.text))
  const named = leads < 0 ? body : body.filter((row) => wordCount(row[leads]!.text) <= longestParty)
  if (body.length < leastRows || dated.length < body.length * shareDated || named.length < body.length) return undefined
  return {rows, end: at + rows.length * width}
}

/** Longest name of who does something, words. */
const longestParty = 14

function chunked(pieces: readonly Piece[], width: number): Piece[][] {
  return Array.from({length: pieces.length / width}, (_, row) => pieces.slice(row * width, (row + 1) * width))
}

/** 'Number of boats saved', 'Baseline', '4', 'Target 2031', '9', and the next such: a row each. */
function recordsAt(at: number, pieces: readonly Piece[], lexicon: Lexicon): Found | undefined {
  const labels: Piece[] = []
  for (let label = at + 1; isFact(label, pieces, lexicon); label += 2) labels.push(pieces[label]!)
  const [title] = [pieces[at]]
  if (!title || labels.length < 2 || title.kind !== 'paragraph' || nameAt(at, pieces, lexicon)) return undefined
  const width = 1 + 2 * labels.length
  const rows: Piece[][] = []
  let end = at
  for (; sameRecord(end, labels, pieces); end += width)
    rows.push([pieces[end]!, ...labels.map((_, place) => pieces[end + 2 + 2 * place]!)])
  if (rows.length < leastRecords) return undefined
  const counted = labels.some((label) => ['baseline', 'target'].includes(lexicon.columnOf(label.text) ?? ''))
  const name = counted ? 'Indicator' : 'Action'
  return {rows: [[{...title, text: name, lines: [name], lead: '', bold: false}, ...labels], ...rows], end}
}

function isFact(at: number, pieces: readonly Piece[], lexicon: Lexicon): boolean {
  return facts.has(nameAt(at, pieces, lexicon) ?? 'note') && pieces[at + 1]?.kind === 'paragraph'
}

function sameRecord(at: number, labels: readonly Piece[], pieces: readonly Piece[]): boolean {
  const own = pieces.slice(at, at + 1 + 2 * labels.length)
  return (
    own.length === 1 + 2 * labels.length &&
    own.every(({kind}) => kind === 'paragraph') &&
    labels.every(({text}, place) => fold(own[1 + 2 * place]!.text) === fold(text))
  )
}

function tableOf(cells: readonly Piece[][]): Piece {
  const rows = cells.map((row): Row => {
    const [first] = row as [Piece]
    const own = row.map(({text, lines, lead, bold}): Cell => ({text, lines, lead, bold, colSpan: 1, rowSpan: 1}))
    return {cells: own, pages: first.pages, ...spanOf(row)}
  })
  const all = cells.flat()
  const pages = new Map(all.flatMap((piece) => piece.pages).map((span) => [span.page, span]))
  const [first] = all as [Piece]
  return {
    ...tableWords(rows),
    index: first.index,
    pages: [...pages.values()].sort((a, b) => a.page - b.page),
    ...spanOf(all),
    ...(first.aside === undefined ? {} : {aside: first.aside})
  }
}

/** From the first of the pieces to the last, where all have positions. */
function spanOf(pieces: readonly Piece[]): Pick<Piece, 'position'> {
  const [start, end] = [pieces[0]?.position?.start, pieces.at(-1)?.position?.end]
  return start && end ? {position: {start, end}} : {}
}
