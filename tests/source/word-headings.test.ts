/** Headings of Word files that no style names: told by how they are drawn. */
import {describe, expect, it} from 'vitest'
import {fromHtml} from '../../src/blocks/html/from-html.ts'
import {readZip} from '../../src/source/word/docx.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {docx, paragraph, wordNames} from '../support/word-file.ts'

const lines = async (body: string, parts: Record<string, string> = {}): Promise<string[]> =>
  linesOfBlocks(fromHtml(await readZip(docx(body, parts))))

const words = 'The harbour trust mends what the winter broke and paints what the summer bleached, year after year.'
const large = '<w:b/><w:sz w:val="32"/>'
const tall = '<w:sz w:val="32"/>'
const middle = '<w:b/><w:sz w:val="26"/>'
const title = (text: string, letters: string): string => paragraph(text, '', letters)

describe('drawn headings of Word files', () => {
  it('the larger the letters, the higher the level', async () => {
    expect(
      await lines(
        title('Harbour plan', large) +
          paragraph(words) +
          title('Quays', middle) +
          paragraph(words) +
          title('Cranes', middle) +
          paragraph(words) +
          title('Lights at night', '<w:b/>') +
          paragraph(words)
      )
    ).toEqual([
      '# Harbour plan',
      `p ${words}`,
      '## Quays',
      `p ${words}`,
      '## Cranes',
      `p ${words}`,
      '### Lights at night',
      `p ${words}`
    ])
  })

  it('by size that a style gives, which is named as no heading', async () => {
    const styles = `<w:styles ${wordNames}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Blue"><w:name w:val="Blue line"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="30"/><w:color w:val="1F4E79"/></w:rPr></w:style></w:styles>`
    const body = paragraph('Quays', '<w:pStyle w:val="Blue"/>') + paragraph(words) + paragraph(words)
    expect(await lines(body, {'word/styles.xml': styles})).toEqual(['# Quays', `p ${words}`, `p ${words}`])
  })

  it('below the headings by style that are larger', async () => {
    const styles = `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style></w:styles>`
    const styled = (text: string): string => paragraph(text, '<w:pStyle w:val="Heading1"/>')
    const body = [styled('North quay'), title('Cranes', middle), styled('South quay'), title('Lights', middle)]
    expect(await lines(body.join(paragraph(words)) + paragraph(words), {'word/styles.xml': styles})).toEqual([
      '# North quay',
      `p ${words}`,
      '## Cranes',
      `p ${words}`,
      '# South quay',
      `p ${words}`,
      '## Lights',
      `p ${words}`
    ])
  })

  it('in a box of one cell; not in the cells of a table', async () => {
    const cell = (text: string): string => `<w:tc>${text}</w:tc>`
    const table = (...cells: string[]): string => `<w:tbl><w:tr>${cells.map(cell).join('')}</w:tr></w:tbl>`
    const found = await lines(
      table(title('Quays', large)) +
        paragraph(words) +
        table(title('Crane', tall), title('Who', tall)) +
        paragraph(words)
    )
    expect(found[0]).toBe('# Quays')
    expect(found.filter((line) => line.startsWith('#'))).toHaveLength(1)
  })

  it('no quotation, no line of a contents list, nothing long, nothing in the letters of the text', async () => {
    const found = await lines(
      title('“Mend our quay first”', tall) +
        title('Quays\t4', tall).replace('\t', '</w:t><w:tab/><w:t>') +
        title(`${words} ${words}`, tall) +
        paragraph(words).repeat(9)
    )
    expect(found.filter((line) => line.startsWith('#'))).toEqual([])
  })

  it('a document set in bold throughout has no bold headings', async () => {
    const found = await lines(title('Mend the quays', '<w:b/>') + title(words, '<w:b/>').repeat(6))
    expect(found.filter((line) => line === '# Mend the quays')).toEqual([])
  })
})
