import {describe, expect, test} from 'vitest'
import {PlanError} from '../../src/problems.ts'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import type {Page, PagedSource, ReadOptions} from '../../src/source/types.ts'
import {box, form, image, onLayer, type PdfFile, pdfOf, rule, text} from '../support/pdf.ts'

const engines = ['pdfium', 'pdf-parse'] as const
const read = (file: PdfFile, options: ReadOptions = {}) => readPdf(pdfOf(file), {ocr: false, ...options})
const first = (source: PagedSource): Page => source.pages[0]!
const wordsOf = (page: Page) => page.runs.map((run) => run.text)

describe.each(engines)('%s', (engine) => {
  test('words carry place, size, face and colour', async () => {
    const page = first(
      await read(
        {
          pages: [
            {
              content:
                text(72, 700, 'Outcome One', {size: 18, font: 'F2', colour: '1 0 0'}) +
                text(72, 680, 'we will listen', {font: 'F3'})
            }
          ]
        },
        {engine}
      )
    )
    expect(wordsOf(page)).toEqual(['Outcome', 'One', 'we', 'will', 'listen'])
    const [outcome, one, we] = page.runs
    expect(outcome).toMatchObject({font: 'Helvetica-Bold', weight: 700, italic: false, size: 18, baseline: 142})
    expect(outcome?.colour).toEqual([255, 0, 0])
    expect(outcome?.box[0]).toBeCloseTo(72, 0)
    // Adobe's Helvetica-Bold: 'Outcome' is 4.334 em wide.
    expect(outcome!.box[2] - outcome!.box[0]).toBeCloseTo(4.334 * 18, 0)
    expect(one?.afterSpace).toBe(true)
    expect(we).toMatchObject({font: 'Helvetica-Oblique', italic: true, weight: 400, size: 11})
    expect(we?.afterSpace).toBeUndefined()
    expect([page.width, page.height]).toEqual([595, 842])
  })

  test('a gap reads as a space, kerning does not', async () => {
    const content = 'BT /F1 12 Tf 72 700 Td [(Child) -400 (ren) 60 (and) -80 (s)] TJ ET\n'
    expect(wordsOf(first(await read({pages: [{content}]}, {engine})))).toEqual(['Child', 'renands'])
  })

  test('letter-spaced headings stay words', async () => {
    const content = 'BT /F1 14 Tf 4 Tc 72 700 Td (OUR VISION) Tj ET\n'
    expect(wordsOf(first(await read({pages: [{content}]}, {engine})))).toEqual(['OUR', 'VISION'])
  })

  test('dots that lead to a page number are a word of their own', async () => {
    const content = text(72, 700, 'Foreword.......................3')
    expect(wordsOf(first(await read({pages: [{content}]}, {engine})))).toEqual([
      'Foreword',
      '.......................',
      '3'
    ])
  })

  test.each([90, 180, 270])(
    'a page turned by %i degrees has upright words where a reader sees them',
    async (rotate) => {
      // Drawn so that, once turned, 'Heading' stands 100 pt from the left and 50 pt from the top.
      const at: Record<number, [number, number, number]> = {
        90: [50, 100, 90],
        180: [495, 50, 180],
        270: [545, 742, 270]
      }
      const [x, y, turn] = at[rotate]!
      const page = first(await read({pages: [{content: text(x, y, 'Heading', {turn}), rotate}]}, {engine}))
      expect([page.width, page.height]).toEqual(rotate === 180 ? [595, 842] : [842, 595])
      const [heading] = page.runs
      expect(heading?.angle).toBeUndefined()
      expect(heading?.box[0]).toBeCloseTo(100, 0)
      expect(heading?.baseline).toBeCloseTo(50, 0)
      expect(heading!.box[3] - heading!.box[1]).toBeLessThan(15)
    }
  )

  test('the crop box is the page', async () => {
    const pages = [{content: text(150, 600, 'inside') + text(20, 20, 'outside'), crop: [100, 100, 400, 700] as const}]
    const page = first(await read({pages}, {engine}))
    expect([page.width, page.height]).toEqual([300, 600])
    expect(wordsOf(page)).toEqual(['inside'])
    expect(page.runs[0]?.box[0]).toBeCloseTo(50, 0)
    expect(page.runs[0]?.baseline).toBeCloseTo(100, 0)
  })

  test('turned words say so', async () => {
    const page = first(await read({pages: [{content: text(100, 300, 'DRAFT', {turn: 90, size: 40})}]}, {engine}))
    expect(page.runs[0]).toMatchObject({text: 'DRAFT', angle: 90})
    expect(page.runs[0]!.box[3] - page.runs[0]!.box[1]).toBeGreaterThan(100)
  })

  test('words painted twice count once; outlined ones are bold', async () => {
    const content =
      text(72, 700, 'Twice') +
      text(72, 700, 'Twice') +
      text(72, 650, 'Shifted') +
      text(72.3, 650, 'Shifted') +
      text(72, 600, 'Outlined', {mode: 2})
    const page = first(await read({pages: [{content}]}, {engine}))
    expect(wordsOf(page)).toEqual(['Twice', 'Shifted', 'Outlined'])
    expect(page.runs[0]?.weight).toBe(400)
    expect(page.runs[2]?.weight).toBe(700)
  })

  test('words nobody sees are left out: no mark, white on paper, off the page; white on a box stays', async () => {
    const content =
      text(72, 700, 'hidden', {mode: 3}) +
      text(72, 680, 'white', {colour: '1 1 1'}) +
      text(700, 660, 'off') +
      box(60, 590, 200, 30, '0 0 0.5') +
      text(72, 600, 'reversed', {colour: '1 1 1'}) +
      text(72, 500, 'seen')
    expect(wordsOf(first(await read({pages: [{content}]}, {engine})))).toEqual(['reversed', 'seen'])
  })

  test('words on a layer that is switched off are not read', async () => {
    const content =
      text(72, 700, 'shown') +
      onLayer(0, text(72, 680, 'draft')) +
      onLayer(1, text(72, 660, 'final')) +
      text(72, 640, 'end')
    const layers = [
      {name: 'Notes', on: false},
      {name: 'Print', on: true}
    ]
    const {pages, warnings} = await read({pages: [{content}], layers}, {engine})
    expect(wordsOf(pages[0]!)).toEqual(['shown', 'final', 'end'])
    const message = "1 word on a layer that is switched off ('Notes') left out: no reader sees it"
    expect(warnings).toMatchObject([{ruleId: 'hidden-layer', message, page: 1}])
    const same = await read({pages: [{content}], layers: layers.map((layer) => ({...layer, name: 'Notes'}))}, {engine})
    expect(same.pages).toHaveLength(1)
  })

  test('the unmarked text layer of a scan is its text', async () => {
    const content = image(0, 0, 595, 842) + text(72, 700, 'words found by a scanner', {mode: 3})
    const picture = {width: 4, height: 4, data: new Uint8Array(16).fill(250)}
    const page = first(await read({pages: [{content, picture}]}, {engine}))
    expect(wordsOf(page)).toEqual(['words', 'found', 'by', 'a', 'scanner'])
    expect(page.images).toEqual([[0, 0, 595, 842]])
  })

  test('strokes, thin boxes and frames are rules; other boxes are fills; curves are round', async () => {
    const content =
      rule(50, 700, 550, 700, 2) +
      box(50, 600, 500, 1.5, '0 0 0') +
      'q 1 w 100 400 200 50 re S Q\n' +
      box(50, 200, 200, 100, '1 1 0') +
      'q 0 g 60 100 m 62 100 63 99 63 98 c 63 96 62 95 60 95 c 58 95 57 96 57 98 c 57 99 58 100 60 100 c f Q\n' +
      text(72, 50, 'x')
    const page = first(await read({pages: [{content}]}, {engine}))
    expect(page.rules.map(({from, to, width}) => [...from, ...to, width])).toEqual([
      [50, 142, 550, 142, 2],
      [50, 241.25, 550, 241.25, 1.5],
      [100, 442, 300, 442, 1],
      [300, 392, 300, 442, 1],
      [100, 392, 300, 392, 1],
      [100, 392, 100, 442, 1]
    ])
    expect(page.fills).toHaveLength(2)
    expect(page.fills[0]).toEqual({box: [50, 542, 250, 642], colour: [255, 255, 0]})
    expect(page.fills[1]).toMatchObject({round: true})
  })

  test('tags, outline, labels and title come along', async () => {
    const source = await read(
      {
        title: 'A Plan for Testing',
        pages: [
          {
            content:
              text(72, 700, 'Vision', {mcid: 0, role: 'H1'}) +
              text(72, 680, 'Wide cell', {mcid: 1, role: 'TD'}) +
              text(72, 660, 'Plain', {mcid: 2})
          },
          {content: text(72, 700, 'Second')}
        ],
        tags: [
          {role: 'H1', mcids: [0]},
          {role: 'TD', mcids: [1], colSpan: 2},
          {role: 'P', mcids: [2]}
        ],
        outline: [
          {title: 'Vision', page: 1, up: 712},
          {title: 'Second', page: 2, up: 712}
        ],
        labels: [
          {page: 1, style: 'r'},
          {page: 2, style: 'D'}
        ]
      },
      {engine}
    )
    expect(source).toMatchObject({tagged: true, title: 'A Plan for Testing', engine})
    expect(source.outline).toEqual([
      {title: 'Vision', level: 1, page: 1, top: 130},
      {title: 'Second', level: 1, page: 2, top: 130}
    ])
    expect(source.pages.map((page) => page.label)).toEqual(['i', '1'])
    const roles = first(source).tags?.[0]?.children.map(({role, mcids}) => [role, ...mcids])
    expect(roles).toEqual([
      ['H1', 0],
      ['TD', 1],
      ['P', 2]
    ])
    expect(first(source).runs.map(({text, mcid}) => [text, mcid])).toEqual([
      ['Vision', 0],
      ['Wide', 1],
      ['cell', 1],
      ['Plain', 2]
    ])
  })

  test.each([
    ['painted on', 'two words', (drawn: string) => onLayer(0, drawn), undefined],
    ['by its own dictionary on', 'two words', (drawn: string) => drawn, 0]
  ])('a form %s a layer that is switched off is not read: %s', async (_, words, paint, layer) => {
    const content = text(72, 700, 'shown') + paint(form()) + onLayer(0, box(72, 500, 100, 30)) + text(72, 640, 'end')
    const layers = [{name: 'Notes', on: false}]
    const inside = {content: text(72, 680, words) + box(72, 600, 100, 30), ...(layer === undefined ? {} : {layer})}
    // Which of the two reads it is the reader's own choice where the dictionary puts it on a layer.
    const choice = layer === undefined ? {engine} : {}
    const {pages, warnings} = await read({pages: [{content, form: inside}], layers}, choice)
    expect(wordsOf(pages[0]!)).toEqual(['shown', 'end'])
    expect(pages[0]!.fills).toEqual([])
    const message = "2 words on a layer that is switched off ('Notes') left out: no reader sees it"
    expect(warnings).toMatchObject([{ruleId: 'hidden-layer', message, page: 1}])
    const shown = await read({pages: [{content, form: inside}], layers: [{name: 'Notes', on: true}]}, choice)
    expect(wordsOf(shown.pages[0]!)).toEqual(['shown', 'two', 'words', 'end'])
    expect(shown.pages[0]!.fills).toHaveLength(2)
  })

  test('a page beyond the bound on letters is named and the rest is read', async () => {
    const many = Array.from({length: 41}, (_, i) => text(10, 5 + 7 * i, 'abcdefghij'.repeat(1_000), {size: 0.1})).join(
      ''
    )
    const source = await read({pages: [{content: many}, {content: text(72, 700, 'kept')}]}, {engine})
    expect(source.pages[0]).toMatchObject({runs: [], leftOut: 'it holds more than 400000 letters'})
    expect(wordsOf(source.pages[1]!)).toEqual(['kept'])
    expect(source.warnings).toContainEqual(expect.objectContaining({ruleId: 'page-left-out', page: 1}))
  })

  test('pages over the bound on pages are named', async () => {
    const pages = Array.from({length: 5}, (_, i) => ({content: text(72, 700, `page${i + 1}`)}))
    const source = await read({pages}, {engine, maxPages: 3})
    expect(source.pages.flatMap(wordsOf)).toEqual(['page1', 'page2', 'page3'])
    expect(source.warnings[0]).toMatchObject({ruleId: 'pages-left-out', page: 4})
  })

  test('an abort is heard', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(read({pages: [{content: text(72, 700, 'x')}]}, {engine, signal})).rejects.toThrow('enough')
  })

  test('scripts and attachments are left alone', async () => {
    const catalog =
      '/OpenAction <</S /JavaScript /JS (this.exportDataObject\\({cName: "x"}\\);)>> /AA <</WC <</S /Launch /F (calc.exe)>>>>'
    const page = first(await read({pages: [{content: text(72, 700, 'harmless words')}], catalog}, {engine}))
    expect(wordsOf(page)).toEqual(['harmless', 'words'])
  })
})

describe('letters painted one by one, spaces too', () => {
  /** Advances of the letters used, ems. */
  const advances: Record<string, number> = {H: 0.722, o: 0.556, w: 0.722, d: 0.556, e: 0.556, n: 0.556, r: 0.333}
  const [size, space, loose] = [10, 0.1, 0.16]
  /** A space is narrow; '_' leaves a gap within a word and paints nothing. */
  const paintedSingly = (words: string) => {
    let x = 50
    return [...words]
      .map((letter) => {
        const at = x
        x += size * (letter === ' ' ? space : letter === '_' ? loose : advances[letter]!)
        return letter === '_' ? '' : text(at, 700, letter, {size})
      })
      .join('')
  }
  const wordsIn = async (words: string) =>
    wordsOf(first(await read({pages: [{content: paintedSingly(words)}]}, {engine: 'pdfium'})))
  test('words are parted at a painted space however narrow', async () => {
    expect(await wordsIn('How do we wonder')).toEqual(['How', 'do', 'we', 'wonder'])
  })
  test('and at no gap without one', async () => {
    expect(await wordsIn('How do we won_der')).toEqual(['How', 'do', 'we', 'wonder'])
  })
})

describe('bad files', () => {
  const problem = (bytes: Uint8Array, options: ReadOptions = {ocr: false}) =>
    readPdf(bytes, options).then(
      () => 'read',
      (error) => (error instanceof PlanError ? error.code : error)
    )

  test('no PDF at all', async () => {
    expect(await problem(new TextEncoder().encode('%PDF-1.7\nnothing else'))).toBe('damaged')
  })

  describe('cut off or without its tables, what is whole is rebuilt', () => {
    const pages = Array.from({length: 6}, (_, i) => ({content: text(72, 700, `These are the words of page ${i + 1}`)}))
    const bytes = pdfOf({pages})
    const file = Buffer.from(bytes).toString('latin1')
    const rebuilt = (end: number) => readPdf(bytes.slice(0, end), {ocr: false})

    test('the tables are lost', async () => {
      const source = await rebuilt(file.indexOf('xref\n'))
      expect(source.pages.map((page) => wordsOf(page).at(-1))).toEqual(['1', '2', '3', '4', '5', '6'])
      expect(source.warnings[0]).toMatchObject({ruleId: 'rebuilt'})
    })

    test('the end is lost', async () => {
      const source = await rebuilt(file.indexOf('page 5'))
      expect(source.pages.map((page) => wordsOf(page).at(-1))).toEqual(['1', '2', '3', '4'])
      expect(source.warnings[0]?.message).toContain('4 of 6 pages')
    })

    test('the beginning of the first page is all there is', async () => {
      await expect(rebuilt(file.indexOf('page 1'))).rejects.toMatchObject({code: 'damaged'})
    })
  })

  test('a text layer of garbage without OCR', async () => {
    const plain = 'Children and young people will have the support that they need when they need it and where they live'
    const shifted = [...plain.repeat(3)].map((letter) => String.fromCharCode(letter.charCodeAt(0) - 29 || 32)).join('')
    const words = shifted.replace(/\x03/g, ' ')
    const lines = words
      .match(/.{1,90}/g)!
      .map((line, i) => text(40, 780 - 14 * i, line))
      .join('')
    expect(await problem(pdfOf({pages: [{content: lines}]}))).toBe('garbled')
  })

  test('a page of nothing', async () => {
    expect(await problem(pdfOf({pages: [{content: ''}]}))).toBe('not-a-plan')
  })

  test('too slow', async () => {
    const pages = Array.from({length: 300}, () => ({content: text(72, 700, 'many words '.repeat(20))}))
    expect(await problem(pdfOf({pages}), {timeout: 0.001})).toBe('too-slow')
  })
})
