/** One workbook per run: a sheet for each table, no macros, no formulas, the same bytes for the same run. */
import {strToU8, type Zippable, zipSync} from 'fflate'
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

/** The earliest time a zip can tell: two runs give the same bytes. Local, since that is what the format stores. */
const noTime = new Date(1980, 0, 1)

/** Bytes of an .xlsx that holds the tables, and a first sheet that says what each of them is. */
export function workbookOf(title: string, tables: readonly Table[]): Uint8Array {
  const sheets = [aboutSheet(title, tables), ...tables.map(sheetOf)]
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(packageRels),
    'docProps/app.xml': strToU8(appProperties),
    'docProps/core.xml': strToU8(coreProperties(title)),
    'xl/workbook.xml': strToU8(workbookXml(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRels(sheets.length)),
    'xl/styles.xml': strToU8(stylesXml)
  }
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheet.xml)
    if (sheet.rels) files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = strToU8(sheet.rels)
  })
  return zipSync(files, {mtime: noTime, level: 6})
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
    rels: undefined,
    filter: undefined,
    xml: `${xmlHead}<worksheet xmlns="${namespaces.main}"><sheetViews><sheetView workbookViewId="0" tabSelected="1" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/><col min="3" max="3" width="10" customWidth="1"/></cols><sheetData><row r="1">${cell('A1', title, formats.title)}</row><row r="3">${cell('A3', 'Sheet', formats.head)}${cell('B3', 'What it holds', formats.head)}${cell('C3', 'Rows', formats.head)}</row>${rows.join('')}<row r="${note}">${cell(`B${note}`, 'Words are the plans’ own. “open” leads to the report when this workbook lies in its folder. An empty cell means that the plan does not say. The ids at the right end of a sheet join it to the others.', formats.text)}</row></sheetData><hyperlinks>${links.join('')}</hyperlinks></worksheet>`
  }
}
