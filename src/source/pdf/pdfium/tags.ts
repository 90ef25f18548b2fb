/** A page's part of the structure tree, by PDFium. */

import type {Tag} from '../../types.ts'
import {type OpenPdf, utf16, withName} from './memory.ts'

/** Nodes read a page at most; a full table page has about 2,000. */
const maxTags = 20_000
const maxDepth = 100
const spanning = new Set(['TD', 'TH'])

export function readTags(pdf: OpenPdf, page: number): Tag[] {
  const {wasm} = pdf
  const tree = wasm._FPDF_StructTree_GetForPage!(page)
  if (tree === 0) return []
  let count = 0
  const tags: Tag[] = []
  try {
    const roots = wasm._FPDF_StructTree_CountChildren!(tree)
    for (let i = 0; i < roots; i += 1) {
      const tag = read(wasm._FPDF_StructTree_GetChildAtIndex!(tree, i), 0)
      if (tag) tags.push(tag)
    }
  } finally {
    wasm._FPDF_StructTree_Close!(tree)
  }
  return tags

  function read(element: number, depth: number): Tag | undefined {
    count += 1
    if (element === 0 || depth > maxDepth || count > maxTags) return undefined
    const role = utf16(pdf, (at, size) => wasm._FPDF_StructElement_GetType!(element, at, size))
    const alt = utf16(pdf, (at, size) => wasm._FPDF_StructElement_GetAltText!(element, at, size))
    const tag: Tag = {
      role,
      ...(alt ? {alt} : {}),
      ...(spanning.has(role) ? spansOf(element) : {}),
      mcids: [],
      children: []
    }
    const children = wasm._FPDF_StructElement_CountChildren!(element)
    // PDFium leaves out what stands on other pages, and elements without words, but counts them.
    let [first, last] = [-1, -1]
    for (let i = 0; i < children; i += 1) {
      const mcid = wasm._FPDF_StructElement_GetChildMarkedContentID!(element, i)
      const child = mcid < 0 ? read(wasm._FPDF_StructElement_GetChildAtIndex!(element, i), depth + 1) : undefined
      if (mcid >= 0) tag.mcids.push(mcid)
      else if (child) tag.children.push(child)
      else if (role === 'TR' && count < maxTags) tag.children.push({role: 'TD', mcids: [], children: []})
      if (mcid < 0 && !child) continue
      if (first < 0) first = i
      last = i
    }
    if (first > 0 || last < children - 1) tag.cut = {above: first > 0, below: last < children - 1}
    return tag
  }

  function spansOf(element: number): {rowSpan?: number; colSpan?: number} {
    const rowSpan = numberOf(element, 'RowSpan')
    const colSpan = numberOf(element, 'ColSpan')
    return {...(rowSpan > 1 ? {rowSpan} : {}), ...(colSpan > 1 ? {colSpan} : {})}
  }

  function numberOf(element: number, name: string): number {
    const attributes = wasm._FPDF_StructElement_GetAttributeCount!(element)
    for (let i = 0; i < attributes; i += 1) {
      const attribute = wasm._FPDF_StructElement_GetAttributeAtIndex!(element, i)
      const value = attribute && withName(pdf, name, (at) => wasm._FPDF_StructElement_Attr_GetValue!(attribute, at))
      if (value && wasm._FPDF_StructElement_Attr_GetNumberValue!(value, pdf.scratch))
        return Math.round(wasm.HEAPF32[pdf.scratch >> 2]!)
    }
    return 1
  }
}
