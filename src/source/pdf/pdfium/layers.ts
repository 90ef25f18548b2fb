/** Layers (optional content groups) that the file switches off: PDFium's text has their words, its pictures do not. */
import type {OpenPdf} from './memory.ts'
import {kinds, maxDepth, objectsOfForm, type PageObject} from './objects.ts'

/** What is known of a document's layers while its pages are read. */
export interface Layers {
  /** The file may have layers; without them no letter is asked for its own. */
  possible: boolean
  /** Words on a layer have been met. */
  met: boolean
  /** Names of the layers that are switched off; undefined until someone has looked. */
  off?: ReadonlySet<string>
  /** Words of the page just read that stand on one of them, by its name. */
  left: Map<string, number>
  /** What is known of the page's marks, by PDFium's address: the switched-off layer that each is of. */
  marks: Map<number, string | undefined>
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
    left: new Map(),
    marks: new Map()
  }
}

/**
 * The file has forms whose own dictionary puts them on a layer: PDFium paints them rightly, but reads their words however
 * the layer is switched. Streams are never packed, so that their dictionaries can be seen in the bytes.
 */
export function hasFormsOnLayers(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/OC'), left = maxLayerEntries; at >= 0 && left > 0; at = file.indexOf('/OC', at + 3)) {
    if (!/[\s<]/.test(String.fromCharCode(file[at + 3] ?? 0))) continue
    left -= 1
    const before = file.toString('latin1', Math.max(0, at - dictionaryBytes), at)
    const after = file.toString('latin1', at, at + dictionaryBytes)
    const dictionary = `${before.slice(before.lastIndexOf(' obj') + 1)}${after.slice(0, after.search(/stream|endobj/))}`
    if (/\/Subtype\s*\/Form\b/.test(dictionary)) return true
  }
  return false
}
/** Entries that name a layer looked at, and bytes on either side of one. */
const maxLayerEntries = 2_000
const dictionaryBytes = 2_000

/** Nothing is known yet of the file's layers, or some are switched off: objects are to be asked for theirs. */
export const isLayered = ({possible, off}: Layers): boolean => possible && (off === undefined || off.size > 0)

/** The switched-off layer that an object stands on. `tagged`: one of its marks is its tag's. */
export function hiddenLayerOf(pdf: OpenPdf, object: number, tagged: boolean, layers: Layers): string | undefined {
  const {wasm} = pdf
  const marks = Math.min(wasm._FPDFPageObj_CountMarks!(object), maxMarks)
  if (marks <= (tagged ? 1 : 0)) return undefined
  for (let i = 0; i < marks; i += 1) {
    const mark = wasm._FPDFPageObj_GetMark!(object, i)
    if (!layers.marks.has(mark)) layers.marks.set(mark, layerOfMark(pdf, mark, layers))
    const layer = layers.marks.get(mark)
    if (layer !== undefined) return layer
  }
  return undefined
}

function layerOfMark(pdf: OpenPdf, mark: number, layers: Layers): string | undefined {
  const {wasm} = pdf
  const name = named(pdf, (at, size, length) => wasm._FPDFPageObjMark_GetName!(mark, at, size, length))
  if (name !== 'OC') return undefined
  layers.met = true
  if (!layers.off?.size) return undefined
  const key = wasm.wasmExports.malloc(5)
  wasm.HEAPU8.set(Buffer.from('Name\0', 'latin1'), key)
  const layer = named(pdf, (at, size, length) =>
    wasm._FPDFPageObjMark_GetParamStringValue!(mark, key, at, size, length)
  )
  wasm.wasmExports.free(key)
  return layers.off.has(layer) ? layer : undefined
}

/**
 * Text objects inside forms (Form XObjects) that are painted on a switched-off layer, with its name: the mark is the
 * form's, its contents bear none. `objects`: those of the page that are not text.
 */
export function wordsInHiddenForms(
  pdf: OpenPdf,
  objects: readonly PageObject[],
  layers: Layers
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const visit = ({at, kind}: PageObject, outer: string | undefined, depth: number): void => {
    if (kind === kinds.words && outer !== undefined) found.set(at, outer)
    if (kind !== kinds.form || depth >= maxDepth) return
    const layer = outer ?? hiddenLayerOf(pdf, at, false, layers)
    for (const part of objectsOfForm(pdf, at)) visit(part, layer, depth + 1)
  }
  if (isLayered(layers)) for (const object of objects) visit(object, undefined, 0)
  return found
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
