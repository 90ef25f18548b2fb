/** PDF back end: PDFium compiled to WebAssembly. The only import of that library; its raw exports give what its wrapper does not. */
import {readFile} from 'node:fs/promises'
import {setImmediate} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {PDFiumLibrary} from '@hyzyla/pdfium'
import {PlanError} from '../../../problems.ts'
import type {Matrix} from '../../geometry.ts'
import type {PagedSource, ReadOptions} from '../../types.ts'
import {beyondBound} from '../painted/painted-page.ts'
import {type OpenPdf, utf16, type Wasm, withName} from './memory.ts'
import {readOutline} from './outline.ts'
import {isTagged, pageReader, type ReadPage} from './pages.ts'
import {readBeside} from './second-thread.ts'

/** FPDF_GetLastError: a password is needed, or the way of encryption is not known. */
const passwordErrors = new Set([4, 5])

/** The library's code: it serves all threads, and outlives what it breaks. */
let code: Promise<WebAssembly.Module> | undefined
let loaded: Promise<Wasm> | undefined

export function pdfiumCode(): Promise<WebAssembly.Module> {
  code ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((bytes) =>
    WebAssembly.compile(bytes)
  )
  return code
}

/** Takes the code that another thread has compiled. */
export function useCode(module: WebAssembly.Module): void {
  code = Promise.resolve(module)
}

/** Loads the library once a thread; afresh after `dropPdfium`. */
async function wasmModule(): Promise<Wasm> {
  loaded ??= pdfiumCode()
    .then((module) => PDFiumLibrary.init({instantiateWasm: instantiating(module)}))
    .then((library) => directly((library as unknown as {module: Wasm}).module))
  return loaded
}

/** Emscripten's hook for code that is compiled already: it takes the instance, which the library's types call a module. */
const instantiating = (module: WebAssembly.Module) => (imports: object, done: (module: WebAssembly.Module) => void) => {
  const instance = new WebAssembly.Instance(module, imports)
  done(instance as unknown as WebAssembly.Module)
  return instance.exports
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
function dropPdfium(): void {
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
  const title = utf16(pdf, (at, size) => withName(pdf, 'Title', (name) => wasm._FPDF_GetMetaText!(doc, name, at, size)))
  const last = Math.min(pdf.pages, options.maxPages ?? Number.POSITIVE_INFINITY)
  const read = await readPages(pdf, bytes, options, {last, only})
  const maps: Matrix[] = []
  for (const {page, map} of read) if (map) maps[page.number - 1] = map
  return {
    kind: 'pages',
    pages: read.map(({page}) => page),
    outline: readOutline(pdf, maps),
    tagged: isTagged(pdf),
    ...(title.trim() ? {title: title.trim()} : {}),
    engine: 'pdfium',
    warnings: [...read.flatMap(({warnings}) => warnings), ...(pdf.pages > last ? [beyondBound(last, pdf.pages)] : [])]
  }
}

interface Wanted {
  last: number
  /** The pages wanted, where not all are. */
  only: ReadonlySet<number> | undefined
}

/** The pages in their order. Of a long document a second thread reads some, from the last page towards the first. */
async function readPages(
  pdf: OpenPdf,
  bytes: Uint8Array,
  options: ReadOptions,
  {last, only}: Wanted
): Promise<ReadPage[]> {
  const {signal, onProgress} = options
  const beside = only ? undefined : readBeside(await pdfiumCode(), bytes, last, options)
  const reader = pageReader(pdf, bytes)
  const read: ReadPage[] = []
  const readHere = async (number: number) => {
    // The library never waits by itself: without this nobody else in the process would get a turn.
    await setImmediate()
    signal?.throwIfAborted()
    const page = await reader(number)
    read.push(page)
    if (beside) options.onPage?.(page.page)
    onProgress?.({page: read.length + (beside?.pages.size ?? 0), of: last})
  }
  try {
    let number = 1
    for (; number <= last && (!beside || beside.claim(number)); number += 1)
      if (!only || only.has(number)) await readHere(number)
    if (number <= last) await beside?.end(signal)
    for (; number <= last; number += 1) {
      const page = beside?.pages.get(number)
      if (page) read.push(page)
      else await readHere(number)
    }
  } finally {
    beside?.close()
  }
  return read
}
