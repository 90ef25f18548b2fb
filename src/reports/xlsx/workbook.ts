/** One workbook per run: a sheet for each table, no macros, no formulas, the same bytes for the same run. */
import type {Table} from '../tables/table.ts'
import {
  appProperties,
  cellText,
  contentTypes,
  coreProperties,
  formats,
  namespaces,
  packageRels,
  stylesXml,
  workbookRels,
  workbookXml,
  xmlHead
} from './parts.ts'
import {type Sheet, sheetOf} from './sheet.ts'
import {type ZipPart, zipOf} from './zip.ts'

/** Bytes of an .xlsx that holds the tables, and a first sheet that says what each of them is. */
export function workbookOf(title: string, tables: readonly Table[]): Uint8Array {
  return zipOf(partsOf(title, tables))
}

function* partsOf(title: string, tables: readonly Table[]): Generator<ZipPart> {
  const sheets = [aboutSheet(title, tables), ...tables.map(sheetOf)]
  const fixed: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', packageRels],
    ['docProps/app.xml', appProperties],
    ['docProps/core.xml', coreProperties(title)],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRels(sheets.length)],
    ['xl/styles.xml', stylesXml]
  ]
  for (const [name, text] of fixed) yield {name, text: [text]}
  for (const [index, sheet] of sheets.entries()) {
    yield {name: `xl/worksheets/sheet${index + 1}.xml`, text: sheet.xml}
    const rels = sheet.rels()
    if (rels) yield {name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, text: [rels]}
  }
}

function aboutSheet(title: string, tables: readonly Table[]): Sheet {
  const cell = (at: string, text: string, format: number) =>
    `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  const rows = tables.map(({title: name, description, rows: {length}}, index) => {
    const number = index + 4
    return `<row r="${number}">${cell(`A${number}`, name, formats.text)}${cell(`B${number}`, description, formats.text)}<c r="C${number}" s="${formats.integer}"><v>${length}</v></c></row>`
  })
  const links = tables.map(
    ({title: name}, index) =>
      `<hyperlink ref="A${index + 4}" location="'${cellText(name)}'!A1" display="${cellText(name)}"/>`
  )
  const note = tables.length + 5
  return {
    name: 'About',
    rels: () => undefined,
    filter: undefined,
    xml: [
      `${xmlHead}<worksheet xmlns="${namespaces.main}"><sheetViews><sheetView workbookViewId="0" tabSelected="1" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/><col min="3" max="3" width="10" customWidth="1"/></cols><sheetData><row r="1">${cell('A1', title, formats.title)}</row><row r="3">${cell('A3', 'Sheet', formats.head)}${cell('B3', 'What it holds', formats.head)}${cell('C3', 'Rows', formats.head)}</row>${rows.join('')}<row r="${note}">${cell(`B${note}`, 'Words are the plans’ own. “open” leads to the report when this workbook lies in its folder. An empty cell means that the plan does not say. The ids at the right end of a sheet join it to the others.', formats.text)}</row></sheetData><hyperlinks>${links.join('')}</hyperlinks></worksheet>`
    ]
  }
}
