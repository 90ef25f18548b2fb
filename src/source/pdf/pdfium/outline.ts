/** The outline (bookmarks) of a PDF with the places that it leads to, by PDFium. */
import {applyTo, type Matrix} from '../../geometry.ts'
import type {OutlineEntry} from '../../types.ts'
import {type OpenPdf, utf16} from './memory.ts'

/** Outline entries read at most; plans have a few hundred. */
const maxOutline = 5_000

/** `maps`: from user space to the page, by page from 0. */
export function readOutline(pdf: OpenPdf, maps: readonly (Matrix | undefined)[]): OutlineEntry[] {
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

function placeOf(
  {wasm, doc, scratch}: OpenPdf,
  mark: number,
  maps: readonly (Matrix | undefined)[]
): {page?: number; top?: number} {
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
