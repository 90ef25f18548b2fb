import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {strToU8, zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {fromHtml} from '../../src/blocks/html/from-html.ts'
import {openSource} from '../../src/source/open.ts'
import {decodeText} from '../../src/source/text.ts'
import type {HtmlSource} from '../../src/source/types.ts'
import {docxBounds} from '../../src/source/word/docx.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {docx, paragraph, wordNames} from '../support/word-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'planlens-open-'))
let files = 0
function file(bytes: Uint8Array | string, name = 'plan.bin'): string {
  const path = join(folder, `${++files}-${name}`)
  writeFileSync(path, bytes)
  return path
}

const words = '# Harbour plan – “clean” quays\n\nWe’ll spend £2m.\n'

describe('encodings', () => {
  const utf16 = (big: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${words}`, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  const cp1252 = Buffer.from(
    [...words].map((each) => ({'–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92, '£': 0xa3})[each] ?? each.charCodeAt(0))
  )
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(words), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), 'utf-8'],
    ['UTF-16 little end first, with a mark', utf16(false, true), 'utf-16le'],
    ['UTF-16 little end first', utf16(false, false), 'utf-16le'],
    ['UTF-16 big end first, with a mark', utf16(true, true), 'utf-16be'],
    ['UTF-16 big end first', utf16(true, false), 'utf-16be'],
    ['Windows-1252', cp1252, 'windows-1252']
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({text: words, encoding, warnings: []})
  })

  it('leaves NULs out and marks what is no character, each with a warning', () => {
    const bytes = Buffer.concat([
      Buffer.from('Ha\0rbour – ann\u00e9e \u2013 '),
      Buffer.from([0xff]),
      Buffer.from(' quay')
    ])
    const {text, warnings} = decodeText(bytes)
    expect(text).toBe('Harbour – année – \uFFFD quay')
    expect(warnings.map(({ruleId}) => ruleId)).toEqual(['text-nul', 'text-invalid'])
  })

  it('any bytes are decoded or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 400}), (bytes) => {
        try {
          expect(decodeText(bytes).text).not.toMatch(/\0|\r/)
        } catch (error) {
          expect(error).toMatchObject({name: 'PlanError', code: 'unsupported'})
        }
      })
    )
  })
})

describe('formats are told by their first bytes', () => {
  it('a part of a page is HTML, and Markdown that elements frame is text', async () => {
    const kindOf = async (text: string) => (await openSource(file(text))).source.kind
    const part = '<p>Quays</p>\n<ul><li>Mend</li><li>Light</li><li>Raise</li></ul>\n'
    expect(await kindOf(part)).toBe('html')
    expect(await kindOf('<p align="center">Quays</p>\n\nWe mend them.\n')).toBe('text')
    expect(await kindOf('<div class="row">\n<h2>Quays</h2>\n\n* Mend them\n</div>\n')).toBe('text')
    expect(await kindOf('<div class="row"><h2>Quays</h2><p>We mend them.</p></div>\n')).toBe('html')
  })

  it.each<[string, Uint8Array | string, string, RegExp]>([
    [
      'a picture called a PDF',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]),
      'unsupported',
      /PNG picture, not a PDF/
    ],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'unsupported', /old Office file/],
    ['RTF', '{\\rtf1 hello}', 'unsupported', /RTF/],
    ['an Excel workbook', zipSync({'xl/workbook.xml': strToU8('<x/>')}), 'unsupported', /Excel/],
    [
      'OpenDocument',
      zipSync({mimetype: strToU8('x'), 'META-INF/manifest.xml': strToU8('<x/>')}),
      'unsupported',
      /OpenDocument/
    ],
    ['a damaged zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), 'damaged', /damaged/],
    ['nothing', '', 'empty', /0 bytes/],
    ['blanks', '  \n \n', 'empty', /no words/]
  ])('%s', async (_, bytes, code, message) => {
    await expect(openSource(file(bytes, 'x.pdf'))).rejects.toMatchObject({
      name: 'PlanError',
      code,
      message: expect.stringMatching(message)
    })
  })

  it('names a missing file and a folder', async () => {
    await expect(openSource(join(folder, 'none.txt'))).rejects.toMatchObject({code: 'missing'})
    await expect(openSource(folder)).rejects.toMatchObject({code: 'unreadable'})
  })

  it('HTML by its words, whatever its name', async () => {
    const {source} = await openSource(file('<!-- saved --><!DOCTYPE html><html><body><p>Hello</p>', 'plan.txt'))
    expect(source.kind).toBe('html')
  })
})

describe('Word files', () => {
  const read = async (bytes: Uint8Array) => {
    const source = (await openSource(file(bytes, 'plan.docx'))).source as HtmlSource
    return {source, blocks: fromHtml(source)}
  }

  it('headings by outline level: of the style, of a style it is based on, of the paragraph itself', async () => {
    const {blocks} = await read(
      docx(
        paragraph('One', '<w:pStyle w:val="Kop"/>') +
          paragraph('Two', '<w:pStyle w:val="Sub"/>') +
          paragraph('Three', '<w:outlineLvl w:val="2"/>') +
          paragraph('Words.')
      )
    )
    expect(linesOfBlocks(blocks)).toEqual(['## One', '## Two', '### Three', 'p Words.'])
  })

  it('tracked changes are read as accepted, with a warning', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const {source, blocks} = await read(
      docx(
        `<w:p>${run('Sweep the quays ')}<w:del w:id="1"><w:r><w:delText>weekly</w:delText></w:r></w:del><w:ins w:id="2">${run('daily')}</w:ins></w:p>`
      )
    )
    expect(linesOfBlocks(blocks)).toEqual(['p Sweep the quays daily'])
    expect(source.warnings).toEqual([
      {ruleId: 'tracked-changes', message: 'tracked changes (1 insertions, 1 deletions) were read as accepted'}
    ])
  })

  it('merged cells stand in the first row and column that they reach', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const {blocks} = await read(
      docx(
        `<w:tbl><w:tr>${cell('Step')}${cell('Start')}${cell('Who')}</w:tr><w:tr>${cell('Mend the weir', '<w:vMerge w:val="restart"/>')}${cell('May 2031')}${cell('Ola Fen')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('June 2031')}${cell('Ola Fen')}</w:tr></w:tbl>`
      )
    )
    expect(linesOfBlocks(blocks)).toEqual([
      'row Step | Start | Who',
      'row r2 Mend the weir | May 2031 | Ola Fen',
      'row  | June 2031 | Ola Fen'
    ])
  })

  it('a head on every page is a mark, not text', async () => {
    const {blocks} = await read(
      docx(paragraph('Words.'), {'word/header1.xml': `<w:hdr ${wordNames}>${paragraph('DRAFT')}</w:hdr>`})
    )
    expect(blocks.furniture).toEqual([{kind: 'head', text: 'DRAFT'}])
    expect(linesOfBlocks(blocks)).toEqual(['p Words.'])
  })

  it('refuses entities and parts that unpack to too much', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    await expect(
      openSource(file(docx('', {'word/document.xml': `${bomb}<w:document ${wordNames}/>`})))
    ).rejects.toMatchObject({code: 'damaged'})
    const big = zipSync({'word/document.xml': new Uint8Array(docxBounds.part + 1)})
    expect(big.length).toBeLessThan(200_000)
    await expect(openSource(file(big))).rejects.toMatchObject({code: 'too-large'})
  })
})
