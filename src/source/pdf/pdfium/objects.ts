/** What a page is painted with, by PDFium: text, paths, pictures, shadings, and forms that hold such in turn. */
import type {OpenPdf} from './memory.ts'

/** FPDFPageObj_GetType */
export const kinds = {words: 1, path: 2, image: 3, shading: 4, form: 5} as const

/** Forms in forms that are looked into. */
export const maxDepth = 20

/** PDFium's address of an object, and which of `kinds` it is. */
export interface PageObject {
  at: number
  kind: number
}

/** The objects of a page in painting order; of its text, which is nearly all of them, often one object a letter, the addresses alone. */
export function objectsOfPage({wasm}: OpenPdf, page: number): {drawn: PageObject[]; words: number[]} {
  // Named here, as they are called for each of them.
  const [objectAt, kindOf] = [wasm._FPDFPage_GetObject!, wasm._FPDFPageObj_GetType!]
  const drawn: PageObject[] = []
  const words: number[] = []
  const count = wasm._FPDFPage_CountObjects!(page)
  for (let i = 0; i < count; i += 1) {
    const at = objectAt(page, i)
    const kind = kindOf(at)
    if (kind === kinds.words) words.push(at)
    else drawn.push({at, kind})
  }
  return {drawn, words}
}

/** The objects of a form. */
export function* objectsOfForm({wasm}: OpenPdf, form: number): Iterable<PageObject> {
  const count = wasm._FPDFFormObj_CountObjects!(form)
  for (let i = 0; i < count; i += 1) {
    const at = wasm._FPDFFormObj_GetObject!(form, i)
    yield {at, kind: wasm._FPDFPageObj_GetType!(at)}
  }
}
