/** Layers (optional content groups) that the file switches off: PDFium's text has their words, its pictures do not. */
import type {OpenPdf} from './pdfium-memory.ts'

/** What is known of a document's layers while its pages are read. */
export interface Layers {
  /** The file may have layers; without them no letter is asked for its own. */
  possible: boolean
  /** Words on a layer have been met. */
  met: boolean
  /** Names of the layers that are switched off; undefined until someone has looked. */
  off?: ReadonlySet<string>
  /** Those of them that words of the page just read stand on. */
  left: Set<string>
  /** What is known of the page's marks, by PDFium's address: whether each is of a layer that is switched off. */
  marks: Map<number, boolean>
}

/** Marks looked at of one object; tagged text has one or two. */
const maxMarks = 8
/** Bytes of a layer's name, and of a mark's, that are read. */
const nameSize = 256

/** Layers are named in the catalog, which may lie in a packed stream of objects. */
export function layersIn(bytes: Uint8Array): Layers {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    possible: file.includes('OCProperties') || file.includes('/ObjStm'),
    met: false,
    left: new Set(),
    marks: new Map()
  }
}

/** Whether a text object stands on a layer that is switched off. `tagged`: one of its marks is its tag's. */
export function isOnHiddenLayer(pdf: OpenPdf, object: number, tagged: boolean, layers: Layers): boolean {
  const {wasm} = pdf
  const marks = Math.min(wasm._FPDFPageObj_CountMarks!(object), maxMarks)
  if (marks <= (tagged ? 1 : 0)) return false
  for (let i = 0; i < marks; i += 1) {
    const mark = wasm._FPDFPageObj_GetMark!(object, i)
    const off = layers.marks.get(mark) ?? isHiddenLayer(pdf, mark, layers)
    layers.marks.set(mark, off)
    if (off) return true
  }
  return false
}

function isHiddenLayer(pdf: OpenPdf, mark: number, layers: Layers): boolean {
  const {wasm} = pdf
  const name = named(pdf, (at, size, length) => wasm._FPDFPageObjMark_GetName!(mark, at, size, length))
  if (name !== 'OC') return false
  layers.met = true
  if (!layers.off?.size) return false
  const key = wasm.wasmExports.malloc(5)
  wasm.HEAPU8.set(Buffer.from('Name\0', 'latin1'), key)
  const layer = named(pdf, (at, size, length) =>
    wasm._FPDFPageObjMark_GetParamStringValue!(mark, key, at, size, length)
  )
  wasm.wasmExports.free(key)
  if (layers.off.has(layer)) layers.left.add(layer)
  return layers.off.has(layer)
}

/** A UTF-16 string from a function that fills a buffer and tells its length beside it; '' when it is longer than is read. */
function named({wasm}: OpenPdf, read: (at: number, size: number, length: number) => number): string {
  const at = wasm.wasmExports.malloc(nameSize + 8)
  const length = at + nameSize
  const ok = read(at, nameSize, length)
  const size = wasm.HEAP32[length >> 2]!
  const text =
    ok && size > 2 && size <= nameSize ? Buffer.from(wasm.HEAPU8.buffer, at, size - 2).toString('utf16le') : ''
  wasm.wasmExports.free(at)
  return text
}
