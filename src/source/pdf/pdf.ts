/** PDF bytes to pages of runs, rules and boxes, through the chosen back end and, where that fails, the other. */
import {PlanError} from '../../problems.ts'
import {readScans} from '../scans/ocr.ts'
import type {Page, PagedSource, ReadOptions} from '../types.ts'
import {hiddenLayers, readWithPdfParse} from './pdf-parse/pdf-parse.ts'
import {hasFormsOnLayers} from './pdfium/layers.ts'
import {openPdf, readWithPdfium} from './pdfium/pdfium.ts'
import {rebuiltPdf} from './repair.ts'
import {isGarbled, unknownLetters} from './text-sanity.ts'

type Engine = NonNullable<ReadOptions['engine']>
/** One of the two readers; `only` names the pages wanted, from 1, where not all are. */
type BackEnd = (bytes: Uint8Array, options: ReadOptions, only?: ReadonlySet<number>) => Promise<PagedSource>

const backEnds: Readonly<Record<Engine, BackEnd>> = {'pdf-parse': readWithPdfParse, pdfium: readWithPdfium}
/** Alike in words on the corpus, and two to three times as fast: `npm run bench -- reading`. */
const firstEngine: Engine = 'pdfium'
/** Pages read of one file when nothing is said. */
const usualMaxPages = 2_000
/** Seconds a file may take when nothing is said, OCR not counted. */
const usualTimeout = 120
/** A page with fewer words over a picture is a scan with a stamp or a page number on it. */
const scanWords = 6
/** Pages of garbage that are read by OCR before all the others are. */
const probePages = 2
/** Share of the page that pictures cover in a scan. */
const scanShare = 0.4

/** @throws {PlanError} damaged, locked, garbled, too-large, too-slow */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<PagedSource> {
  const limit = AbortSignal.timeout((options.timeout ?? usualTimeout) * 1_000)
  const bounded = {
    maxPages: usualMaxPages,
    ...options,
    signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit
  }
  try {
    return await readPictures(await readSound(bytes, bounded), options)
  } catch (cause) {
    if (limit.aborted && !options.signal?.aborted)
      throw new PlanError('too-slow', `takes more than ${options.timeout ?? usualTimeout} seconds to read`, {
        stage: 'source',
        cause
      })
    throw cause
  }
}

interface Sound {
  /** The file, or what could be rebuilt of it. */
  bytes: Uint8Array
  source: PagedSource
}

/** The text layer; of a file that no engine opens, that of the pages that can be rebuilt. */
async function readSound(bytes: Uint8Array, options: ReadOptions): Promise<Sound> {
  try {
    return {bytes, source: await readWords(bytes, options)}
  } catch (cause) {
    const rebuilt = cause instanceof PlanError && cause.code === 'damaged' ? rebuiltPdf(bytes) : undefined
    if (!rebuilt) throw cause
    const source = await readWords(rebuilt.bytes, options).catch(() => {
      throw cause
    })
    const {pages, promised} = rebuilt
    const of = promised !== undefined && promised > pages ? ` of ${promised}` : ''
    const message = `the file is damaged: ${pages}${of} pages could be rebuilt, anything else is lost`
    source.warnings.push({ruleId: 'rebuilt', message})
    return {bytes: rebuilt.bytes, source}
  }
}

/** The text layer by the first engine; by the other what that could not read. */
async function readWords(bytes: Uint8Array, options: ReadOptions): Promise<PagedSource> {
  const first = options.engine ?? ((await hidesForms(bytes)) ? 'pdf-parse' : firstEngine)
  const second: Engine = first === 'pdfium' ? 'pdf-parse' : 'pdfium'
  try {
    return await mended(await backEnds[first](bytes, options), bytes, second, options)
  } catch (cause) {
    if (options.signal?.aborted || (cause instanceof PlanError && cause.code !== 'damaged')) throw cause
    const source = await backEnds[second](bytes, options).catch(() => {
      throw cause instanceof PlanError
        ? cause
        : new PlanError('damaged', 'cannot be read as a PDF', {stage: 'source', cause})
    })
    source.warnings.push({ruleId: 'second-engine', message: `${first} could not read the file; read with ${second}`})
    return source
  }
}

/** Words of whole forms are switched off: only pdf-parse leaves them out. */
async function hidesForms(bytes: Uint8Array): Promise<boolean> {
  if (!hasFormsOnLayers(bytes)) return false
  const hidden = await hiddenLayers(bytes).catch(() => new Set<string>())
  return hidden.size > 0
}

/** Pages that the first engine could not read, or with letters it could not name, taken from the second where that could. */
async function mended(
  source: PagedSource,
  bytes: Uint8Array,
  second: Engine,
  options: ReadOptions
): Promise<PagedSource> {
  const poor = new Set(
    source.pages.filter((page) => isUnread(page) || unknownLetters(page) > 0).map(({number}) => number)
  )
  if (poor.size === 0) return source
  const other = await backEnds[second](bytes, options, poor).catch(() => undefined)
  const better = new Map(other?.pages.map((page) => [page.number, page]))
  const pages = source.pages.map((page) => {
    const again = better.get(page.number)
    if (!again || isUnread(again)) return page
    return isUnread(page) || unknownLetters(again) < unknownLetters(page) ? again : page
  })
  return {...source, pages}
}

const isUnread = (page: Page): boolean => page.leftOut !== undefined && page.width === 0

/** Scans and garbage read from the pictures of their pages; what stays without words is named. */
async function readPictures({bytes, source}: Sound, options: ReadOptions): Promise<PagedSource> {
  const garbled = garbledPages(source.pages)
  const wanted = source.pages.filter((page) => garbled.has(page.number) || isScan(page))
  let pages = source.pages
  const warnings = [...source.warnings]
  if (wanted.length > 0 && options.ocr !== false) {
    const read = await ocr(bytes, wanted, garbled, options).catch((cause) => {
      options.signal?.throwIfAborted()
      warnings.push({ruleId: 'ocr-failed', message: `OCR could not run (${(cause as Error).message})`})
      return []
    })
    const byNumber = new Map(read.filter((page) => isUsable(page, garbled)).map((page) => [page.number, page]))
    for (const page of read) if (page.leftOut !== undefined) byNumber.set(page.number, without(page, page.leftOut))
    for (const {number} of byNumber.values()) garbled.delete(number)
    pages = pages.map((page) => byNumber.get(page.number) ?? page)
  }
  pages = pages.map((page) => (garbled.has(page.number) ? without(page, 'its text layer cannot be read') : page))
  for (const page of pages) {
    if (page.leftOut)
      warnings.push({ruleId: 'page-left-out', message: `page left out: ${page.leftOut}`, page: page.number})
    if (page.ocr) warnings.push({ruleId: 'ocr', message: ocrNote(page), page: page.number})
  }
  if (!pages.some((page) => page.runs.length > 0)) throw nothingRead(pages, wanted, options)
  return {...source, pages, warnings}
}

/** Where the fonts themselves are lost the pictures show garbage too: a few pages tell whether the rest is worth the time. */
async function ocr(
  bytes: Uint8Array,
  wanted: readonly Page[],
  garbled: ReadonlySet<number>,
  options: ReadOptions
): Promise<Page[]> {
  const pdf = await openPdf(bytes)
  try {
    const probes = wanted.filter(({number}) => garbled.has(number)).slice(0, probePages)
    const probed = probes.length > 0 ? await readScans(pdf, probes, options) : []
    const isWorth = probed.length === 0 || probed.some((page) => isUsable(page, garbled))
    const rest = wanted.filter((page) => !probes.includes(page) && (isWorth || !garbled.has(page.number)))
    return [...probed, ...(rest.length > 0 ? await readScans(pdf, rest, options) : [])]
  } finally {
    pdf.close()
  }
}

/** Of a page whose text layer was garbage more is asked: its picture, drawn from the same fonts, may be garbage as well. */
function isUsable(page: Page, garbled: ReadonlySet<number>): boolean {
  return page.ocr === true && !isGarbled(page) && sureness(page) >= (garbled.has(page.number) ? 0.75 : 0.5)
}

/** Mean confidence of the words, 0 to 1: clean print has 0.9 and more, wrong letters about 0.6. */
const sureness = ({runs}: Page): number =>
  runs.reduce((sum, run) => sum + (run.confidence ?? 0), 0) / Math.max(runs.length, 1)

const ocrNote = (page: Page): string => `read by OCR, ${Math.round(sureness(page) * 100)} % sure on average`

const without = ({runs: _, ...page}: Page, leftOut: string): Page => ({...page, runs: [], leftOut})

/** Numbers of pages whose words are garbage; short pages tell too little, they go with the greater part of the others. */
function garbledPages(pages: readonly Page[]): Set<number> {
  const garbled = new Set(pages.filter(isGarbled).map(({number}) => number))
  const long = pages.filter((page) => page.runs.length >= 20)
  if (garbled.size > 0 && garbled.size * 2 > long.length)
    for (const page of pages) if (page.runs.length > 0 && page.runs.length < 20) garbled.add(page.number)
  return garbled
}

function isScan({runs, images, width, height}: Page): boolean {
  if (runs.length >= scanWords) return false
  const covered = images.reduce((sum, [left, top, right, bottom]) => sum + (right - left) * (bottom - top), 0)
  return covered > scanShare * width * height
}

function nothingRead(pages: readonly Page[], wanted: readonly Page[], options: ReadOptions): PlanError {
  const place = {stage: 'source' as const, ...(pages[0] ? {page: pages[0].number} : {})}
  const bound = pages.find(
    (page) => page.leftOut && !isUnread(page) && !wanted.some(({number}) => number === page.number)
  )
  if (bound)
    return new PlanError('too-large', `no page could be read: ${bound.leftOut}`, {...place, page: bound.number})
  const failed = wanted.length > 0 && pages.find((page) => page.leftOut?.startsWith('OCR '))
  if (failed) return new PlanError('garbled', `holds no text that can be read: ${failed.leftOut}`, place)
  if (wanted.length > 0)
    return new PlanError(
      'garbled',
      options.ocr === false
        ? 'holds no text that can be read, and OCR is off (--no-ocr)'
        : 'holds no text that can be read, not even by OCR',
      place
    )
  if (pages.some(isUnread)) return new PlanError('damaged', 'none of its pages can be read', place)
  return new PlanError('not-a-plan', 'holds no words', place)
}
