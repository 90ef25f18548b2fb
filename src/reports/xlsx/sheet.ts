/** One table as a worksheet: typed cells, frozen head, filter, links to the report; text is text, never a formula. */

import {xml} from '../../language/xml.ts'
import type {Keep, Part} from '../contents.ts'
import {looksLikeFormula} from '../csv.ts'
import {keyOf} from '../html/page-keys.ts'
import {type Cell, type CellType, type Column, groupsOf, type Table} from '../tables/table.ts'
import {
  cellText,
  fitsPages,
  formats,
  namespaces,
  printedAs,
  sheetRel,
  sheetRelsEnd,
  sheetRelsHead,
  xmlHead
} from './parts.ts'
import {packedText} from './zip.ts'

/** Bounds of the format: rows of a sheet, characters of a cell, links of a sheet. */
const rowsMost = 1_048_576
const textMost = 32_767
const linksMost = 65_000

/** Column width in characters, by what a column holds. */
const widths: Readonly<Record<CellType, number>> = {text: 24, integer: 10, number: 10, date: 12, boolean: 9, link: 14}
const wideFrom = 60
const wide = 60
const narrowUpTo = 12
/** Room for the sign of the filter beside a name, in characters. */
const filterSign = 4
/** Rows by which the width of a column is measured. */
const measuredMost = 500
/** Height of a line, in points; more lines than this are read in the cell itself, so that a long passage fills no screen. */
const lineHeight = 13
const linesMost = 10
/** Characters of column width that one landscape A4 page shows in type that can be read, about 7 points. */
const pageWidth = 210

export interface Sheet {
  name: string
  /** In pieces; to be taken once. */
  xml: Iterable<string | Part>
  /** Relationships of the sheet, where it has links. This and what follows is known once the XML was taken. */
  rels(): Iterable<string | Part> | undefined
  rows(): number
  /** The cells that the filter covers. */
  filter(): string
  /** The cells that are printed: what people read, without the ids. */
  printed(): string
}

/** What was written so far. */
interface Written {
  rows: number
  /** Links of all rows, and the parts of the sheet's end that hold them. */
  links: number
  ends: Part[]
  rels: Part[]
}

export function sheetOf(given: Table, keep: Keep): Sheet {
  const order = orderForPeople(given)
  const columns = order.map((at) => given.columns[at]!)
  const written: Written = {rows: 0, links: 0, ends: [], rels: []}
  const upTo = (columns: number) => `A1:${columnName(columns - 1)}${written.rows + 1}`
  const filter = () => upTo(columns.length)
  return {
    name: given.title,
    rows: () => written.rows,
    filter,
    printed: () => upTo(columns.filter(({machine}) => !machine).length || 1),
    rels: () => (written.links > 0 ? [sheetRelsHead, ...written.rels, sheetRelsEnd] : undefined),
    xml: sheetXml(given, columns, order, {written, filter, keep})
  }
}

/** The columns with the ids for machines behind all that people read. */
function orderForPeople({columns}: Table): number[] {
  const order = columns.map((_, index) => index)
  return [...order.filter((at) => !columns[at]!.machine), ...order.filter((at) => columns[at]!.machine)]
}

function* sheetXml(
  given: Table,
  columns: readonly Column[],
  order: readonly number[],
  {written, filter, keep}: {written: Written; filter: () => string; keep: Keep}
): Generator<string | Part> {
  const arranged = (row: readonly Cell[]) => order.map((at) => row[at] ?? null)
  const measured = measuredPart(given, columns, arranged, keep)
  const wide = measured.facts.slice(packedFacts, -1)
  const printed = wide.reduce((sum, width, index) => sum + (columns[index]!.machine ? 0 : width), 0)
  yield `${xmlHead}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}">${fitsPages}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/>${columnsXml(wide)}<sheetData><row r="1">${columns.map(({name}, index) => textCell(`${columnName(index)}1`, name.replaceAll('_', ' '), formats.head)).join('')}</row>`
  yield measured
  for (const {key, rows} of groupsOf(given)) {
    const room = rowsMost - 1 - written.rows
    if (room <= 0) break
    // A row says its number and its height, a link its own: the part is the same only in the same place of columns as wide.
    const from = key && [key, given.name, written.rows, written.links, ...wide].join(' ')
    let made: MadeRows | undefined
    const part = (what: keyof MadeRows['texts']) =>
      keep(from && `${from} ${what}`, () => {
        made ??= rowsXml(columns, wide, rows().slice(0, room).map(arranged), written)
        const {bytes, facts} = packedText(made.texts[what])
        return {bytes, facts: [...facts, made.rows, made.links]}
      })
    const cells = part('cells')
    const [, , count = 0, links = 0] = cells.facts
    yield cells
    if (links > 0) {
      written.ends.push(part('ends'))
      written.rels.push(part('rels'))
    }
    written.rows += count
    written.links += links
  }
  yield `</sheetData><autoFilter ref="${filter()}"/>`
  if (written.links > 0) {
    yield '<hyperlinks>'
    yield* written.ends
    yield '</hyperlinks>'
  }
  yield `${printedAs('landscape', Math.ceil(printed / pageWidth))}</worksheet>`
}

interface MadeRows {
  rows: number
  links: number
  /** The rows, their links at the sheet's end, and where these lead. */
  texts: {cells: string; ends: string; rels: string}
}

function rowsXml(
  columns: readonly Column[],
  wide: readonly number[],
  rows: readonly Cell[][],
  before: Written
): MadeRows {
  const links: {at: string; target: string}[] = []
  const cells = rows.map((row, index) => rowXml(columns, wide, row, before.rows + index + 2, links))
  links.length = Math.max(0, Math.min(links.length, linksMost - before.links))
  return {
    rows: rows.length,
    links: links.length,
    texts: {
      cells: cells.join(''),
      ends: links.map(({at}, index) => `<hyperlink ref="${xml(at)}" r:id="rId${before.links + index + 1}"/>`).join(''),
      rels: links.map(({target}, index) => sheetRel(before.links + index + 1, target)).join('')
    }
  }
}

/** Facts of a part of a sheet before its own: sum and length of its text. */
const packedFacts = 2

/** The widths of the columns as facts of a part without text, so that the first rows need not be made again to measure them. */
function measuredPart(
  given: Table,
  columns: readonly Column[],
  arranged: (row: readonly Cell[]) => Cell[],
  keep: Keep
): Part {
  const keys: (string | undefined)[] = []
  for (const {key} of groupsOf(given)) if (keys.push(key) === measuredMost) break
  const make = (): Omit<Part, 'key'> => {
    const {first, groups} = firstRows(given)
    const rows = first.map(arranged)
    return {bytes: '', facts: [0, 0, ...columns.map((column, index) => columnWidth(column, rows, index)), groups]}
  }
  const part = keep(keys.includes(undefined) ? undefined : keyOf([given.name, ...keys]), make)
  // So many plans without a row that others were looked at, which are not in the key.
  return part.facts.at(-1)! > keys.length ? make() : part
}

/** The rows by which the columns are measured, and of how many groups they are. */
function firstRows(given: Table): {first: Cell[][]; groups: number} {
  const first: Cell[][] = []
  let groups = 0
  for (const {rows} of groupsOf(given)) {
    if (first.length >= measuredMost) break
    first.push(...rows().slice(0, measuredMost - first.length))
    groups++
  }
  return {first, groups}
}

/** 0 to 'A', 26 to 'AA'. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function columnsXml(widths: readonly number[]): string {
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  return `<cols>${cols.join('')}</cols>`
}

function columnWidth({type, name, machine}: Column, rows: readonly Cell[][], index: number): number {
  if (machine) return narrowUpTo
  return type === 'text' ? textWidth(rows, index, name) : Math.max(widths[type], name.length + filterSign)
}

/** The height of a row whose longest cell has this many lines: not every program makes room for wrapped text by itself. */
export function heightOf(lines: number): string {
  return lines > 1 ? ` ht="${Math.min(Math.ceil(lines), linesMost) * lineHeight}"` : ''
}

function textWidth(rows: readonly Cell[][], index: number, name: string): number {
  let longest = name.length + filterSign
  for (const row of rows) {
    const cell = row[index]
    if (typeof cell === 'string') longest = Math.max(longest, cell.length)
  }
  if (longest >= wideFrom) return wide
  return Math.max(narrowUpTo, Math.min(longest + 2, widths.text + 10))
}

function rowXml(
  columns: readonly Column[],
  wide: readonly number[],
  row: readonly Cell[],
  number: number,
  links: {at: string; target: string}[]
): string {
  const cells = columns.map(({type}, index) => {
    const at = `${columnName(index)}${number}`
    const cell = row[index] ?? null
    if (type === 'link' && typeof cell === 'string') links.push({at, target: linkTarget(cell)})
    return cellXml(at, cell, type)
  })
  const lines = columns.map(({type, machine}, index) => {
    const cell = row[index]
    return type === 'text' && !machine && typeof cell === 'string' ? cell.length / wide[index]! : 1
  })
  return `<row r="${number}"${heightOf(Math.max(...lines))}>${cells.join('')}</row>`
}

function cellXml(at: string, cell: Cell, type: CellType): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? `<c r="${at}" s="${type === 'integer' ? formats.integer : formats.number}"><v>${cell}</v></c>`
      : ''
  if (type === 'date') {
    const serial = dateSerial(cell)
    if (serial !== undefined) return `<c r="${at}" s="${formats.date}"><v>${serial}</v></c>`
  }
  if (type === 'link') return textCell(at, 'open', formats.link)
  return textCell(at, cell, looksLikeFormula(cell) ? formats.formulaLike : formats.text)
}

function textCell(at: string, text: string, format: number): string {
  const kept = text.length > textMost ? `${text.slice(0, textMost - 1)}…` : text
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${cellText(kept)}</t></is></c>`
}

/** Days since the last day of 1899, as Excel counts; undefined outside what it can show. */
function dateSerial(day: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const serial = (time - Date.UTC(1899, 11, 30)) / 86_400_000
  return serial >= 61 && serial < 2_958_466 ? serial : undefined
}

/** A path of the report folder as a link beside the workbook: every step encoded, the anchor too. */
function linkTarget(path: string): string {
  const [page = '', anchor] = path.split('#')
  const steps = page.split('/').map(encodeURIComponent).join('/')
  return anchor === undefined ? steps : `${steps}#${anchor.split('/').map(encodeURIComponent).join('/')}`
}
