/** A page to pixels, by PDFium. */
import type {OpenPdf} from './memory.ts'

/** Pixels row by row from the top left: one byte each (grey) or four (red, green, blue, alpha). */
export interface Pixels {
  width: number
  height: number
  /** Pixels a point. */
  scale: number
  data: Uint8Array
}

/** FPDFBitmap_CreateEx */
const greyFormat = 1
const bgraFormat = 4
/** FPDF_RenderPageBitmap: draw annotations; grey; red before blue. */
const annotations = 0x01
const inGrey = 0x08
const redFirst = 0x10
/** Pixels of one picture at most (A4 at 400 dpi has 15 million); a poster is drawn smaller. */
const maxPixels = 25e6

/** Undefined when the page cannot be drawn. `number` from 1; `scale` in pixels a point, lowered for huge pages. */
export function renderPage(pdf: OpenPdf, number: number, scale: number, grey = false): Pixels | undefined {
  const {wasm, doc} = pdf
  const page = wasm._FPDF_LoadPage!(doc, number - 1)
  if (page === 0) return undefined
  try {
    const [wide, high] = [wasm._FPDF_GetPageWidthF!(page), wasm._FPDF_GetPageHeightF!(page)]
    const fitting = Math.min(scale, Math.sqrt(maxPixels / Math.max(wide * high, 1)))
    const width = Math.max(1, Math.round(wide * fitting))
    const height = Math.max(1, Math.round(high * fitting))
    const bitmap = wasm._FPDFBitmap_CreateEx!(width, height, grey ? greyFormat : bgraFormat, 0, 0)
    if (bitmap === 0) return undefined
    try {
      wasm._FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff)
      wasm._FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, annotations | (grey ? inGrey : redFirst))
      return {width, height, scale: fitting, data: copied(pdf, bitmap, width * (grey ? 1 : 4), height)}
    } finally {
      wasm._FPDFBitmap_Destroy!(bitmap)
    }
  } finally {
    wasm._FPDF_ClosePage!(page)
  }
}

function copied({wasm}: OpenPdf, bitmap: number, rowBytes: number, height: number): Uint8Array {
  const from = wasm._FPDFBitmap_GetBuffer!(bitmap)
  const stride = wasm._FPDFBitmap_GetStride!(bitmap)
  const data = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1)
    data.set(wasm.HEAPU8.subarray(from + y * stride, from + y * stride + rowBytes), y * rowBytes)
  return data
}
