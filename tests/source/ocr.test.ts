/** A scan is made here: a page of ours, drawn, then put into a PDF as a picture, a little askew. */
import {describe, expect, test} from 'vitest'
import {blocksOf} from '../../src/blocks/blocks.ts'
import {applyTo, type Matrix} from '../../src/source/geometry.ts'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import {openPdf} from '../../src/source/pdf/pdfium/pdfium.ts'
import {renderPage} from '../../src/source/pdf/pdfium/render.ts'
import {box, image, pdfOf, rule, text} from '../support/pdf.ts'

const prose = [
  'Young people in Marlshire told us that they want to be heard before',
  'decisions about their lives are made, not after. We will publish what we',
  'were told and what we changed because of it, every spring.'
]
const page = [
  text(60, 760, 'Outcome 2: Children are listened to', {size: 20, font: 'F2'}),
  ...prose.map((line, i) => text(60, 720 - 16 * i, line)),
  text(60, 650, 'Lead partnership:', {font: 'F2'}),
  text(160, 650, 'Participation Board'),
  rule(60, 600, 500, 600),
  rule(60, 560, 500, 560)
].join('')

/** The sheet lies half a degree askew on the glass, or as the map says (points from the page's foot), on a page of that size. */
async function scanOf(content: string, lies = turned(0.008), width = 595, height = 842): Promise<Uint8Array> {
  const pdf = await openPdf(pdfOf({pages: [{content}]}))
  const pixels = renderPage(pdf, 1, 200 / 72, true)!
  pdf.close()
  const askew = `q ${lies.join(' ')} cm ${image(0, 0, 595, 842)}Q\n`
  return pdfOf({pages: [{content: askew, width, height, picture: pixels}]})
}

/** Anticlockwise about the foot of the page, then moved. */
function turned(angle: number, right = 4, up = -3): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, right, up]
}

describe('a scanned page', () => {
  test('is read by OCR: words, straightened lines, sizes, weights, rules', async () => {
    const progress: boolean[] = []
    const source = await readPdf(await scanOf(page), {onProgress: ({ocr = false}) => progress.push(ocr)})
    const [read] = source.pages
    expect(read?.ocr).toBe(true)
    expect(source.warnings).toContainEqual(expect.objectContaining({ruleId: 'ocr', page: 1}))
    expect(progress).toContain(true)
    const words = read!.runs.map((run) => run.text)
    const wanted = prose.join(' ').split(' ')
    expect(wanted.filter((word) => words.includes(word)).length).toBeGreaterThan(0.95 * wanted.length)
    expect(read!.runs.every(({confidence}) => confidence !== undefined && confidence >= 0 && confidence <= 1)).toBe(
      true
    )

    const heading = read!.runs.find((run) => run.text === 'Outcome')!
    const body = read!.runs.find((run) => run.text === 'decisions')!
    expect(heading.size).toBeGreaterThan(17)
    expect(body.size).toBeGreaterThan(9.5)
    expect(body.size).toBeLessThan(12.5)
    expect([heading.weight, body.weight]).toEqual([700, 400])
    const line = read!.runs.filter((run) => Math.abs(run.baseline - body.baseline) < 2)
    expect(line.map((run) => run.text).join(' ')).toBe(prose[1])

    const level = read!.rules.filter(({from, to}) => from[1] === to[1])
    expect(level.length).toBe(2)
  })

  test('words light on dark, between light rules and close to them', async () => {
    const columns = [60, 200, 340]
    const cells = (y: number, words: readonly string[], look = {}) =>
      words.map((word, i) => text(columns[i]! + 4, y, word, look)).join('')
    const table = [
      box(60, 700, 420, 20, '0.35 0.35 0.4'),
      cells(706, ['Action', 'Responsible', 'Milestone'], {font: 'F2', colour: '1 1 1'}),
      '0.8 G\n',
      ...[700, 680, 660, 640].map((y) => rule(60, y, 480, y, 0.7)),
      ...[...columns, 480].map((x) => rule(x, 640, x, 720, 0.7)),
      cells(667, ['Open the hubs', 'Head of Hubs', 'June 2027']),
      cells(647, ['Train volunteers', 'Youth Board', 'May 2028']),
      cells(687, ['Publish the offer', 'Service lead', 'April 2027'])
    ].join('')
    const [read] = (await readPdf(await scanOf(text(60, 760, 'What we will do', {size: 18, font: 'F2'}) + table))).pages
    const words = read!.runs.map((run) => run.text).join(' ')
    for (const cell of ['Action', 'Responsible', 'Milestone', 'Publish', 'hubs', 'volunteers', '2028'])
      expect(words, cell).toContain(cell)
    expect(words).not.toMatch(/[|¦~]/)
    const long = read!.rules.filter(({from, to}) => Math.abs(to[0] - from[0]) > 400 || Math.abs(to[1] - from[1]) > 60)
    expect(long.length).toBeGreaterThanOrEqual(6)
    const widths = read!.fills.map(({box}) => Math.round((box[2] - box[0]) / 10) * 10)
    expect(widths).toEqual([140, 140, 140])
    for (const {colour} of read!.fills) expect(colour[0]).toBeLessThan(120)
  })

  // What reads well one way round is on its head the other: of the two, one is read twice.
  test.each([
    [Math.PI / 2 + 0.03, 842, 10],
    [-Math.PI / 2 + 0.02, 0, 595]
  ])('that lay sideways and askew, by %f, is read upright; boxes stand where its words are shown', async (...place) => {
    const lies = turned(...place)
    const source = await readPdf(await scanOf(page, lies, 842, 595))
    const [read] = source.pages
    expect([read!.width, read!.height].map(Math.round)).toEqual([595, 842])
    const first = read!.runs.find((run) => run.text === 'decisions')!
    const line = read!.runs.filter((run) => Math.abs(run.baseline - first.baseline) < 2)
    expect(line.map((run) => run.text).join(' ')).toBe(prose[1])

    const heading = blocksOf(source).tree.children.find(({type}) => type === 'heading')!
    const [left, top, right, bottom] = heading.data!.pages![0]!.box!
    // The words' corners as they were drawn, then as they lie.
    const corners = [60, 390].flatMap((x) => [760, 775].map((y) => applyTo(lies, x, y)))
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => 595 - y)]
    const drawn = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    for (const [i, edge] of [left, top, right, bottom].entries())
      expect(Math.abs(edge - drawn[i]!), `edge ${i} at ${edge}, drawn at ${drawn[i]}`).toBeLessThan(15)
  })

  test('stays unread without OCR, and says so', async () => {
    await expect(readPdf(await scanOf(page), {ocr: false})).rejects.toMatchObject({
      code: 'garbled',
      message: expect.stringContaining('OCR is off')
    })
  })
})
