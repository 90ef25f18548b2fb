/** Pages of an open document, by PDFium. What is read of a page comes from that page alone, whichever were read before it. */
import type {Matrix} from '../../geometry.ts'
import type {Page, PagedSource} from '../../types.ts'
import {maxGlyphs, pageOf, unseenLayers} from '../painted/painted-page.ts'
import {hiddenLayers} from '../pdf-parse/pdf-parse.ts'
import {type Layers, layersIn} from './layers.ts'
import {type OpenPdf, utf16} from './memory.ts'
import {mapOfPage, readPaintedPage} from './page.ts'

/** A page with what else is known from it; plain data, so that a thread can hand it to another. */
export interface ReadPage {
  page: Page
  /** From user space to the page; absent where it could not be opened. */
  map?: Matrix
  warnings: PagedSource['warnings']
}

/** Reads one page, by its number from 1. */
export type PageReader = (number: number) => Promise<ReadPage>

export const isTagged = ({wasm, doc}: OpenPdf): boolean => wasm._FPDFCatalog_IsTagged!(doc) === 1

export function pageReader(pdf: OpenPdf, bytes: Uint8Array): PageReader {
  const layers = layersIn(bytes)
  const tagged = isTagged(pdf)
  return async (number) => {
    let read = readPage(pdf, number, layers, tagged)
    if (layers.met && !layers.off) {
      layers.off = await hiddenLayers(bytes).catch(() => new Set<string>())
      if (layers.off.size > 0) read = readPage(pdf, number, layers, tagged)
    }
    return {...read, warnings: unseenLayers(layers.left, number)}
  }
}

function readPage(pdf: OpenPdf, number: number, layers: Layers, tagged: boolean): Omit<ReadPage, 'warnings'> {
  const {wasm, doc} = pdf
  const label = utf16(pdf, (at, size) => wasm._FPDF_GetPageLabel!(doc, number - 1, at, size))
  const empty = {number, ...(label ? {label} : {}), runs: [], rules: [], fills: [], images: []}
  layers.marks.clear()
  layers.left.clear()
  const page = wasm._FPDF_LoadPage!(doc, number - 1)
  if (page === 0) return {page: {...empty, width: 0, height: 0, leftOut: 'it cannot be read'}}
  try {
    const {map, width, height} = mapOfPage(pdf, page)
    // PDFium gives a font's address to another one once no open page has it: what is known of it goes with the page.
    const fonts = new Map()
    const painted = readPaintedPage(pdf, page, {map, fonts, tagged, layers, sheet: [0, 0, width, height]})
    if (!painted) return {map, page: {...empty, width, height, leftOut: `it holds more than ${maxGlyphs} letters`}}
    return {map, page: pageOf({number, label, width, height, ...painted, unseen: layers.left})}
  } finally {
    wasm._FPDF_ClosePage!(page)
  }
}
