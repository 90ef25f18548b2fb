/** One workbook per run: a sheet for each table, no macros, no formulas, the same bytes for the same run. */
import {type Keep, keepNothing, type Part} from '../contents.ts'
import type {Table} from '../tables/table.ts'
import {
  appProperties,
  cellText,
  contentTypes,
  coreProperties,
  fitsPages,
  formats,
  namespaces,
  packageRels,
  printedAs,
  stylesXml,
  workbookRels,
  workbookXml,
  xmlHead
} from './parts.ts'
import {heightOf, type Sheet, sheetOf} from './sheet.ts'
import {type ZipPart, zipParts} from './zip.ts'

/** An .xlsx in pieces of bytes: it holds the tables, and a first sheet that says what each of them is. */
export function workbookParts(
  title: string,
  tables: readonly Table[],
  keep: Keep = keepNothing
): Iterable<Uint8Array | Part> {
  return zipParts(partsOf(title, tables, keep))
}

/** How many rows a sheet has is known once it is made: what says it comes last. */
function* partsOf(title: string, tables: readonly Table[], keep: Keep): Generator<ZipPart> {
  const sheets = tables.map((table) => sheetOf(table, keep))
  const count = sheets.length + 1
  const fixed: [string, string][] = [
    ['[Content_Types].xml', contentTypes(count)],
    ['_rels/.rels', packageRels],
    ['docProps/app.xml', appProperties],
    ['docProps/core.xml', coreProperties(title)],
    ['xl/_rels/workbook.xml.rels', workbookRels(count)],
    ['xl/styles.xml', stylesXml]
  ]
  for (const [name, text] of fixed) yield {name, text: [text]}
  for (const [index, sheet] of sheets.entries()) {
    yield {name: `xl/worksheets/sheet${index + 2}.xml`, text: sheet.xml}
    const rels = sheet.rels()
    if (rels) yield {name: `xl/worksheets/_rels/sheet${index + 2}.xml.rels`, text: rels}
  }
  yield {name: 'xl/worksheets/sheet1.xml', text: [aboutXml(title, tables, sheets)]}
  const names = [
    {name: 'About', filter: undefined},
    ...sheets.map((sheet) => ({name: sheet.name, filter: sheet.filter(), printed: sheet.printed()}))
  ]
  yield {name: 'xl/workbook.xml', text: [workbookXml(names)]}
}

/** Width of the words of the first sheet, in characters. */
const aboutWidth = 80
const aboutNote =
  'Words are the plans’ own. “open” leads to the report when this workbook lies in its folder. An empty cell means that the plan does not say. The ids at the right end of a sheet join it to the others.'

function aboutXml(title: string, tables: readonly Table[], sheets: readonly Sheet[]): string {
  const cell = (at: string, text: string, format: number) =>
    `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  const rows = tables.map(({title: name, description}, index) => {
    const number = index + 4
    return `<row r="${number}"${heightOf(description.length / aboutWidth)}>${cell(`A${number}`, name, formats.text)}${cell(`B${number}`, description, formats.text)}<c r="C${number}" s="${formats.integer}"><v>${sheets[index]!.rows()}</v></c></row>`
  })
  const links = tables.map(
    ({title: name}, index) =>
      `<hyperlink ref="A${index + 4}" location="'${cellText(name)}'!A1" display="${cellText(name)}"/>`
  )
  const note = tables.length + 5
  return `${xmlHead}<worksheet xmlns="${namespaces.main}">${fitsPages}<sheetViews><sheetView workbookViewId="0" tabSelected="1" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="${aboutWidth}" customWidth="1"/><col min="3" max="3" width="10" customWidth="1"/></cols><sheetData><row r="1">${cell('A1', title, formats.title)}</row><row r="3">${cell('A3', 'Sheet', formats.head)}${cell('B3', 'What it holds', formats.head)}${cell('C3', 'Rows', formats.head)}</row>${rows.join('')}<row r="${note}"${heightOf(aboutNote.length / aboutWidth)}>${cell(`B${note}`, aboutNote, formats.text)}</row></sheetData><hyperlinks>${links.join('')}</hyperlinks>${printedAs('portrait')}</worksheet>`
}
