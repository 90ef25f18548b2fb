/** Word files of a few paragraphs. */
import {strToU8, zipSync} from 'fflate'

/** The name space of Word's own elements. */
export const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
/** A paragraph with one run; `properties` are of the paragraph, `letters` of the run. */
export const paragraph = (text: string, properties = '', letters = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r>${letters ? `<w:rPr>${letters}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
/** A Word file of such a body; `parts` are added or stand in the place of its own. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const all: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="Our heading"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Kop"/></w:style></w:styles>`,
    'word/document.xml': `<w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    ...parts
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}
