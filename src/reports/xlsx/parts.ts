/** The fixed parts of a workbook by ECMA-376: content types, relationships, styles, properties. */

import {xml} from '../../language/xml.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'

/** Excel reads '_x0041_' in a text as the letter A: its own underscore is written as a code. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g

/** The text of a cell: as `xml`, with carriage returns and escape-like runs kept as they are. */
export function cellText(text: string): string {
  return xml(text.replace(escapeLike, '_x005F_')).replace(/\r/g, '_x000D_')
}

export function contentTypes(sheets: number): string {
  const sheet = (index: number) =>
    `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
  return `${xmlHead}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${Array.from({length: sheets}, (_, index) => sheet(index)).join('')}</Types>`
}

export const packageRels = `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${relations}/extended-properties" Target="docProps/app.xml"/></Relationships>`

export function coreProperties(title: string): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>Planlens</dc:creator></cp:coreProperties>`
}

export const appProperties = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Planlens</Application></Properties>`

/** A sheet is printed as many pages wide as `printedAs` at its end says: this stands at its head. */
export const fitsPages = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** Margins, A4, sheet and page number below; any number of pages long. */
export function printedAs(orientation: 'portrait' | 'landscape', pagesWide = 1): string {
  return `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToWidth="${pagesWide}" fitToHeight="0" orientation="${orientation}"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
}

export interface SheetName {
  name: string
  /** 'A1:F20', the cells that the filter covers; undefined without one. */
  filter: string | undefined
  /** 'A1:D20', what is printed. */
  printed?: string
}

export function workbookXml(sheets: readonly SheetName[]): string {
  const named = (name: string, place: string, index: number, hidden = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${hidden}>'${xml(sheets[index]!.name)}'!${place}</definedName>`
  const absolute = (range: string) => range.replace(/[A-Z]+|\d+/g, (part) => `$${part}`)
  const names = sheets
    .map(({name, filter, printed}, index) =>
      filter
        ? named('_FilterDatabase', absolute(filter), index, ' hidden="1"') +
          (printed ? named('Print_Area', absolute(printed), index) : '') +
          named('Print_Titles', `$A:$A,'${xml(name)}'!$1:$1`, index)
        : ''
    )
    .join('')
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(({name}, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets>${names && `<definedNames>${names}</definedNames>`}</workbook>`
}

export function workbookRels(sheets: number): string {
  const rows = Array.from(
    {length: sheets},
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  )
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${rows.join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

/** Links out of a sheet: head, one `sheetRel` for each, end. */
export const sheetRelsHead = `${xmlHead}<Relationships xmlns="${packageRelations}">`
export const sheetRelsEnd = '</Relationships>'

/** `number`: from 1, 'rId1'. */
export function sheetRel(number: number, target: string): string {
  return `<Relationship Id="rId${number}" Type="${relations}/hyperlink" Target="${xml(target)}" TargetMode="External"/>`
}

/** Indexes into the cell formats of `stylesXml`. */
export const formats = {
  plain: 0,
  head: 1,
  text: 2,
  formulaLike: 3,
  integer: 4,
  number: 5,
  date: 6,
  link: 7,
  title: 8
} as const

export const stylesXml = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><u/><sz val="10"/><color rgb="FF0D4A7C"/><name val="Arial"/></font><font><b/><sz val="14"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EDE4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF1B2024"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export const namespaces = {main, relations}
