/** One table as a worksheet: typed cells, frozen head, filter, links to the report; text is text, never a formula. */
import {looksLikeFormula} from '../csv.ts'
import type {Cell, CellType, Column, Table} from '../tables/table.ts'
import {cellText, formats, namespaces, sheetRels, xml, xmlHead} from './parts.ts'

/** Bounds of the format: rows of a sheet, characters of a cell, links of a sheet. */
const rowsMost = 1_048_576
const textMost = 32_767
const linksMost = 65_000

/** Column width in characters, by what a column holds. */
const widths: Readonly<Record<CellType, number>> = {text: 24, integer: 10, number: 10, date: 12, boolean: 9, link: 14}
const wideFrom = 60
const wide = 60
const narrowUpTo = 12
/** Rows by which the width of a column is measured. */
const measuredMost = 500

export interface Sheet {
  name: string
  /** In pieces; to be taken once. */
  xml: Iterable<string>
  /** Relationships of the sheet, where it has links: known once the XML was taken. */
  rels(): string | undefined
  filter: string | undefined
}

export function sheetOf(given: Table): Sheet {
  const order = orderForPeople(given)
  const table = {...given, columns: order.map((at) => given.columns[at]!)}
  const count = Math.min(table.rows.length, rowsMost - 1)
  const last = `${columnName(table.columns.length - 1)}${count + 1}`
  const filter = `A1:${last}`
  const links: {at: string; target: string}[] = []
  return {
    name: table.title,
    filter,
    rels: () => (links.length ? sheetRels(links.map(({target}) => target)) : undefined),
    xml: sheetXml(table, order, count, filter, links)
  }
}

/** The columns with the ids for machines behind all that people read. */
function orderForPeople({columns}: Table): number[] {
  const order = columns.map((_, index) => index)
  return [...order.filter((at) => !columns[at]!.machine), ...order.filter((at) => columns[at]!.machine)]
}

function* sheetXml(
  {columns, rows}: Table,
  order: readonly number[],
  count: number,
  filter: string,
  links: {at: string; target: string}[]
): Generator<string> {
  const row = (index: number) => order.map((at) => rows[index]![at] ?? null)
  const first = Array.from({length: Math.min(count, measuredMost)}, (_, index) => row(index))
  yield `${xmlHead}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}"><dimension ref="${filter}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/>${columnsXml(columns, first)}<sheetData><row r="1">${columns.map(({name}, index) => textCell(`${columnName(index)}1`, name.replaceAll('_', ' '), formats.head)).join('')}</row>`
  for (let index = 0; index < count; index += 1) yield rowXml(columns, row(index), index + 2, links)
  links.length = Math.min(links.length, linksMost)
  yield `</sheetData><autoFilter ref="${filter}"/>${linksXml(links)}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** 0 to 'A', 26 to 'AA'. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function columnsXml(columns: readonly Column[], rows: readonly Cell[][]): string {
  const cols = columns.map(({type, name, machine}, index) => {
    const width = machine ? narrowUpTo : type === 'text' ? textWidth(rows, index, name) : widths[type]
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${cols.join('')}</cols>`
}

function textWidth(rows: readonly Cell[][], index: number, name: string): number {
  let longest = name.length + 4
  for (const row of rows) {
    const cell = row[index]
    if (typeof cell === 'string') longest = Math.max(longest, cell.length)
  }
  if (longest >= wideFrom) return wide
  return Math.max(narrowUpTo, Math.min(longest + 2, widths.text + 10))
}

function rowXml(
  columns: readonly Column[],
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
  return `<row r="${number}">${cells.join('')}</row>`
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

function linksXml(links: readonly {at: string}[]): string {
  if (links.length === 0) return ''
  return `<hyperlinks>${links.map(({at}, index) => `<hyperlink ref="${xml(at)}" r:id="rId${index + 1}"/>`).join('')}</hyperlinks>`
}
