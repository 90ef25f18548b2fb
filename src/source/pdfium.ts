/** PDF back end: PDFium compiled to WebAssembly. The only import of that library; its raw exports give what its wrapper does not. */
import {setImmediate} from 'node:timers/promises'
import {PDFiumLibrary} from '@hyzyla/pdfium'
import {PlanError} from '../problems.ts'
import {applyTo, type Matrix} from './geometry.ts'
import {beyondBound, maxGlyphs, pageOf, unseenLayers} from './painted-page.ts'
import {hiddenLayers} from './pdf-parse.ts'
import {type Layers, layersIn} from './pdfium-layers.ts'
import {type OpenPdf, utf16, type Wasm, withName} from './pdfium-memory.ts'
import {type FontCache, mapOfPage, readPaintedPage} from './pdfium-page.ts'
import type {OutlineEntry, Page, PagedSource, ReadOptions} from './types.ts'

/** FPDF_GetLastError: a password is needed, or the way of encryption is not known. */
const passwordErrors = new Set([4, 5])
/** Outline entries read at most; plans have a few hundred. */
const maxOutline = 5_000

let loaded: Promise<Wasm> | undefined

/** Loads the library once a process; afresh after `dropPdfium`. */
async function wasmModule(): Promise<Wasm> {
  loaded ??= PDFiumLibrary.init().then((library) => directly((library as unknown as {module: Wasm}).module))
  return loaded
}

/** The exports themselves: the module's own wrappers check each of the thousands of calls a page. */
function directly(module: Wasm): Wasm {
  const functions = Object.entries(module.wasmExports)
    .filter(([name]) => /^FPDF/.test(name))
    .map(([name, call]) => [`_${name}`, call])
  // The memory's views, which are made anew whenever it grows, stay where they are: behind, in the module.
  return Object.assign(Object.create(module), Object.fromEntries(functions)) as Wasm
}

/** After a trap the memory of the module may be broken: the next document gets a new one. */
export function dropPdfium(): void {
  loaded = undefined
}

/** @throws {PlanError} damaged, locked */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const wasm = await wasmModule()
  const {malloc, free} = wasm.wasmExports
  const at = malloc(bytes.length)
  if (at === 0) throw new PlanError('too-large', 'does not fit in memory', {stage: 'source'})
  wasm.HEAPU8.set(bytes, at)
  const doc = wasm._FPDF_LoadMemDocument!(at, bytes.length, 0)
  if (doc === 0) {
    free(at)
    if (passwordErrors.has(wasm._FPDF_GetLastError!()))
      throw new PlanError('locked', 'opens only with a password', {stage: 'source'})
    throw new PlanError('damaged', 'cannot be read as a PDF', {stage: 'source'})
  }
  const scratch = malloc(64)
  const close = () => {
    wasm._FPDF_CloseDocument!(doc)
    free(scratch)
    free(at)
  }
  return {wasm, doc, scratch, pages: wasm._FPDF_GetPageCount!(doc), close}
}

/** @throws {PlanError} damaged, locked, too-large */
export async function readWithPdfium(
  bytes: Uint8Array,
  options: ReadOptions = {},
  only?: ReadonlySet<number>
): Promise<PagedSource> {
  const pdf = await openPdf(bytes)
  try {
    return await readDocument(pdf, bytes, options, only)
  } catch (cause) {
    if ((cause as Error).name === 'RuntimeError') dropPdfium()
    throw cause
  } finally {
    if (loaded) pdf.close()
  }
}

async function readDocument(
  pdf: OpenPdf,
  bytes: Uint8Array,
  options: ReadOptions,
  only: ReadonlySet<number> | undefined
): Promise<PagedSource> {
  const {wasm, doc} = pdf
  const tagged = wasm._FPDFCatalog_IsTagged!(doc) === 1
  const title = utf16(pdf, (at, size) => withName(pdf, 'Title', (name) => wasm._FPDF_GetMetaText!(doc, name, at, size)))
  const source: PagedSource = {
    kind: 'pages',
    pages: [],
    outline: [],
    tagged,
    ...(title.trim() ? {title: title.trim()} : {}),
    engine: 'pdfium',
    warnings: []
  }
  const maps: Matrix[] = []
  const fonts: FontCache = new Map()
  const layers = layersIn(bytes)
  const shared = {fonts, maps, layers, tagged}
  const last = Math.min(pdf.pages, options.maxPages ?? Number.POSITIVE_INFINITY)
  for (let number = 1; number <= last; number += 1) {
    if (only && !only.has(number)) continue
    // The library never waits by itself: without this nobody else in the process would get a turn.
    await setImmediate()
    options.signal?.throwIfAborted()
    let page = readPage(pdf, number, shared)
    if (layers.met && !layers.off) {
      layers.off = await hiddenLayers(bytes).catch(() => new Set<string>())
      if (layers.off.size > 0) page = readPage(pdf, number, shared)
    }
    source.pages.push(page)
    source.warnings.push(...unseenLayers(layers.left, number))
    options.onProgress?.({page: number, of: last})
  }
  source.outline = readOutline(pdf, maps)
  if (pdf.pages > last) source.warnings.push(beyondBound(last, pdf.pages))
  return source
}

interface Shared {
  fonts: FontCache
  maps: Matrix[]
  layers: Layers
  tagged: boolean
}

function readPage(pdf: OpenPdf, number: number, {fonts, maps, layers, tagged}: Shared): Page {
  const {wasm, doc} = pdf
  const label = utf16(pdf, (at, size) => wasm._FPDF_GetPageLabel!(doc, number - 1, at, size))
  const empty = {number, ...(label ? {label} : {}), runs: [], rules: [], fills: [], images: []}
  layers.marks.clear()
  layers.left.clear()
  const page = wasm._FPDF_LoadPage!(doc, number - 1)
  if (page === 0) return {...empty, width: 0, height: 0, leftOut: 'it cannot be read'}
  try {
    const {map, width, height} = mapOfPage(pdf, page)
    maps[number - 1] = map
    const painted = readPaintedPage(pdf, page, {map, fonts, tagged, layers, sheet: [0, 0, width, height]})
    if (!painted) return {...empty, width, height, leftOut: `it holds more than ${maxGlyphs} letters`}
    return pageOf({number, label, width, height, ...painted, unseen: layers.left})
  } finally {
    wasm._FPDF_ClosePage!(page)
  }
}

function readOutline(pdf: OpenPdf, maps: Matrix[]): OutlineEntry[] {
  const {wasm, doc} = pdf
  const entries: OutlineEntry[] = []
  const seen = new Set<number>()
  const visit = (first: number, level: number): void => {
    for (let mark = first; mark !== 0; mark = wasm._FPDFBookmark_GetNextSibling!(doc, mark)) {
      // A broken file can close the list into a ring.
      if (seen.has(mark) || entries.length >= maxOutline || level > 20) return
      seen.add(mark)
      const title = utf16(pdf, (at, size) => wasm._FPDFBookmark_GetTitle!(mark, at, size))
      entries.push({title, level, ...placeOf(pdf, mark, maps)})
      visit(wasm._FPDFBookmark_GetFirstChild!(doc, mark), level + 1)
    }
  }
  visit(wasm._FPDFBookmark_GetFirstChild!(doc, 0), 1)
  return entries
}

function placeOf({wasm, doc, scratch}: OpenPdf, mark: number, maps: Matrix[]): {page?: number; top?: number} {
  let dest = wasm._FPDFBookmark_GetDest!(doc, mark)
  if (dest === 0) {
    const action = wasm._FPDFBookmark_GetAction!(mark)
    if (action !== 0) dest = wasm._FPDFAction_GetDest!(doc, action)
  }
  if (dest === 0) return {}
  const page = wasm._FPDFDest_GetDestPageIndex!(doc, dest)
  if (page < 0) return {}
  const map = maps[page]
  const ok = wasm._FPDFDest_GetLocationInPage!(
    dest,
    scratch,
    scratch + 4,
    scratch + 8,
    scratch + 12,
    scratch + 16,
    scratch + 20
  )
  const at = scratch >> 2
  if (!ok || !map || wasm.HEAP32[at + 1] === 0) return {page: page + 1}
  const x = wasm.HEAP32[at] ? wasm.HEAPF32[at + 3]! : 0
  return {page: page + 1, top: Math.max(0, applyTo(map, x, wasm.HEAPF32[at + 4]!)[1])}
}
