/** Numbers that Word counts and sets before paragraphs: written out where they say something. */
import {describe, expect, it} from 'vitest'
import {fromHtml} from '../../src/blocks/html/from-html.ts'
import {readZip} from '../../src/source/word/docx.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {docx, paragraph, wordNames} from '../support/word-file.ts'

const level = (at: number, text: string, format = 'decimal', rest = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (...levels: string[]): string =>
  `<w:numbering ${wordNames}><w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
const styles = `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`
const item = (text: string, at = 0, id = 3): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

async function lines(body: string, numbers: string): Promise<string[]> {
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    'word/styles.xml': styles,
    'word/numbering.xml': numbers,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${rels}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${rels}/numbering" Target="numbering.xml"/></Relationships>`
  }
  return linesOfBlocks(fromHtml(await readZip(docx(body, parts))))
}

describe('numbers of Word lists', () => {
  it('stand before headings whose style counts, deeper levels beginning anew', async () => {
    const head = (style: string, text: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`)
    expect(
      await lines(
        head('H1', 'Quays') +
          head('H2', 'Stone') +
          head('H2', 'Wood') +
          head('H1', 'Cranes') +
          head('H2', 'Grease &amp; oil'),
        numbering(level(0, 'Priority %1:'), level(1, '%1.%2'))
      )
    ).toEqual(['# Priority 1: Quays', '## 1.1 Stone', '## 1.2 Wood', '# Priority 2: Cranes', '## 2.1 Grease & oil'])
  })

  it('stand before items that are numbered by a word or by two levels', async () => {
    const found = await lines(
      item('Mend the quays.') + item('Paint the rails.') + item('Test the cranes.'),
      numbering(level(0, 'Action %1 –', 'upperRoman'))
    )
    expect(found).toEqual([
      'p Action I – Mend the quays.',
      'p Action II – Paint the rails.',
      'p Action III – Test the cranes.'
    ])
  })

  it('other lists stay lists, and an item that is taken out of every list has no number', async () => {
    const found = await lines(
      item('Mend the quays.') +
        item('Paint the rails.') +
        paragraph('After the list.') +
        paragraph('None', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      numbering(level(0, '%1.'))
    )
    expect(found.at(-1)).toBe('# None')
    expect(found.join('\n')).toContain('Mend the quays.')
    expect(found.filter((line) => line.startsWith('p '))).toEqual(['p After the list.'])
  })

  it('begin anew where a list says so, and go on where it does not', async () => {
    const numbers = numbering(level(0, 'Action %1:')).replace(
      '</w:numbering>',
      '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    const found = await lines([item('One.'), item('Two.'), item('Anew.', 0, 4), item('On.', 0, 5)].join(''), numbers)
    expect(found).toEqual(['p Action 1: One.', 'p Action 2: Two.', 'p Action 1: Anew.', 'p Action 2: On.'])
  })

  it('letters go on after z, bullets are no numbers', async () => {
    const letters = await lines(
      Array.from({length: 28}, (_, at) => item(`Crane of the quay number ${at + 1} is greased.`)).join(''),
      numbering(level(0, 'Work %1)', 'lowerLetter'))
    )
    expect(letters.at(-1)).toBe('p Work bb) Crane of the quay number 28 is greased.')
    const bullets = await lines(paragraph('Quays', '<w:pStyle w:val="H1"/>'), numbering(level(0, '·', 'bullet')))
    expect(bullets).toEqual(['# Quays'])
  })
})
