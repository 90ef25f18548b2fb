/** Scanned pages to words, by Tesseract in worker threads. The only import of that library; it never asks the network. */
import {availableParallelism} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type Tesseract from 'tesseract.js'
import type {OpenPdf} from '../pdf/pdfium/memory.ts'
import {type Pixels, renderPage} from '../pdf/pdfium/render.ts'
import type {Page, ReadOptions} from '../types.ts'
import {unfolded} from './columns.ts'
import {withoutEdges} from './edges.ts'
import {fillsInScan, halved} from './fills.ts'
import {leanOf, turnedOver} from './lean.ts'
import {cleanPaper} from './paper.ts'
import {rulesInScan} from './rules.ts'
import {setUpright, type Upright} from './upright.ts'
import {type MeasuredScan, measuredScan, type ScanLine, type ScannedPage, scannedRuns} from './words.ts'

/** Pixels an inch: at 300 it takes a third longer and reads no better on the pages of tests/source/ocr.test.ts. */
const resolution = 200
/** The English model that is trained for exactness, in whole numbers: 3 MB. */
const model = '4.0.0_best_int'
/** A page of noise can keep it busy for minutes: milliseconds a page at most. */
const patience = 120_000
/** Letters in long words read with confidence: upright print has 0.7 and more of them, print upside down 0.1. */
const sureWord = 0.8
const longWord = 3
/** With fewer of them the page is read upside down as well. */
const leastSure = 0.4
/** Each worker takes about 150 MB. */
const maxWorkers = 4

interface TesseractWord {
  text: string
  confidence: number
  bbox: {x0: number; y0: number; x1: number; y1: number}
}
interface TesseractLine {
  words: TesseractWord[]
  confidence: number
  bbox: TesseractWord['bbox']
  baseline: TesseractWord['bbox']
  rowAttributes?: {rowHeight: number}
}

/**
 * The pages with their words read from the picture; a page that yields none comes back as it was, one that could not be read
 * says why it was left out. Numbers from 1. @throws the signal's reason; what keeps OCR from starting at all
 */
export async function readScans(pdf: OpenPdf, pages: readonly Page[], options: ReadOptions = {}): Promise<Page[]> {
  const scanned: MeasuredScan[] = []
  const failed = new Map<number, string>()
  const waiting = [...pages]
  const threads = Math.max(1, Math.min(maxWorkers, availableParallelism(), waiting.length))
  let done = 0
  const serve = async () => {
    let worker = await startWorker()
    try {
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        try {
          const read = await readScan(pdf, page, worker, options.signal)
          if (read) scanned.push(read)
        } catch (cause) {
          options.signal?.throwIfAborted()
          failed.set(page.number, reasonOf(cause))
          // It may be at work on that page still.
          await worker.terminate()
          worker = await startWorker()
        }
        done += 1
        options.onProgress?.({page: done, of: pages.length, ocr: true})
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({length: threads}, serve))
  // They finish in any order.
  scanned.sort((a, b) => a.number - b.number)
  return scannedRuns(scanned, pages).map((page) => {
    const leftOut = failed.get(page.number)
    return leftOut === undefined ? page : {...page, leftOut}
  })
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && cause.name === 'TimeoutError') return `OCR took longer than ${patience / 1_000} s`
  return `OCR failed (${cause instanceof Error ? cause.message : String(cause)})`
}

/** The language data lies in this package's own dependencies. */
async function startWorker(): Promise<Tesseract.Worker> {
  const data = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/eng/package.json')))
  const {createWorker, OEM} = (await import('tesseract.js')).default
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, model),
    cacheMethod: 'none',
    gzip: true,
    // Without a handler a refused picture would end the process; the promise is rejected as well.
    errorHandler: () => {}
  })
}

async function readScan(
  pdf: OpenPdf,
  page: Page,
  worker: Tesseract.Worker,
  signal: AbortSignal | undefined
): Promise<MeasuredScan | undefined> {
  signal?.throwIfAborted()
  const drawn = renderPage(pdf, page.number, resolution / 72, true)
  if (!drawn) return undefined
  const picture = withoutEdges(cleanPaper(drawn))
  const limit = AbortSignal.timeout(patience)
  const stop = signal ? AbortSignal.any([signal, limit]) : limit
  const lean = leanOf(halved(picture)) ?? {quarter: 0, skew: 0}
  const first = await readPicture(setUpright(picture, lean), page.number, worker, stop)
  if (sureLetters(first) >= leastSure) return measuredScan(first)
  const second = await readPicture(setUpright(picture, turnedOver(lean)), page.number, worker, stop)
  return measuredScan(sureLetters(second) > sureLetters(first) ? second : first)
}

async function readPicture(
  {pixels: upright, shown}: Upright,
  number: number,
  worker: Tesseract.Worker,
  stop: AbortSignal
): Promise<ScannedPage> {
  const {fills, bare: unfilled} = fillsInScan(upright)
  const {rules, bare: pixels} = rulesInScan(unfilled)
  const {pixels: columns, place} = unfolded(pixels, rules)
  const {data} = await unlessAborted(worker.recognize(greymap(columns), {}, {text: false, blocks: true}), stop)
  const lines = (data.blocks ?? []).flatMap(({paragraphs}) => paragraphs.flatMap((paragraph) => paragraph.lines))
  return {
    number,
    pixels,
    ...(shown ? {shown} : {}),
    lines: lines.map((line) => place(toLine(line as unknown as TesseractLine))),
    rules,
    fills
  }
}

/** Share of the letters that stand in words which were read with confidence; none of a picture without words. */
function sureLetters({lines}: ScannedPage): number {
  let [sure, all] = [0, 0]
  for (const {words} of lines)
    for (const {text, confidence} of words) {
      all += text.length
      if (confidence >= sureWord && text.length >= longWord) sure += text.length
    }
  return all === 0 ? 0 : sure / all
}

function toLine({words, baseline, bbox, rowAttributes, confidence}: TesseractLine): ScanLine {
  const box = (at: TesseractWord['bbox']) => [at.x0, at.y0, at.x1, at.y1] as const
  return {
    words: words.map((word) => ({text: word.text, confidence: word.confidence / 100, box: box(word.bbox)})),
    baseline: box(baseline),
    height: rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0,
    confidence: confidence / 100
  }
}

/** Portable greymap: a head of one line, then the pixels. */
function greymap({width, height, data}: Pixels): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, {once: true})
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
