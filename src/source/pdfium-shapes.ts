/** Painted paths, shadings and images of a page, by PDFium. */
import type {Box} from '../plan-tree/nodes.ts'
import {applyTo, compose, type Matrix, mapBox, meet} from './geometry.ts'
import {hiddenLayerOf, isLayered, type Layers} from './pdfium-layers.ts'
import type {OpenPdf} from './pdfium-memory.ts'
import {addOutline, addShading, boundsOf, halves, maxShapes, type Outline, type Shapes} from './shapes.ts'
import type {Colour} from './types.ts'

/** FPDFPageObj_GetType */
const words = 1
const path = 2
const image = 3
const shading = 4
const form = 5
/** FPDFPathSegment_GetType: 0 line, 1 curve (three points), 2 move. */
const curve = 1
const move = 2
const maxDepth = 20
/** Points read of one path: a coast line on a map has more, a table frame never. */
const maxPoints = 5_000
/** Stands for a pattern or shading, whose colours are not known. */
const patterned: Colour = [128, 128, 128]

export interface Drawn {
  shapes: Shapes
  images: Box[]
}

export interface Place {
  /** User space to page space. */
  map: Matrix
  /** The page. */
  sheet: Box
  layers: Layers
}

/** Boxes and rules in page space; nothing of switched-off layers. */
export function readShapes(pdf: OpenPdf, page: number, {map, sheet, layers}: Place): Drawn {
  const {wasm, scratch} = pdf
  const layered = isLayered(layers)
  const drawn: Drawn = {shapes: {rules: [], fills: []}, images: []}
  const count = wasm._FPDFPage_CountObjects!(page)
  // Named here, as nearly all of a page's objects are text, often one a letter.
  const [objectAt, typeOf] = [wasm._FPDFPage_GetObject!, wasm._FPDFPageObj_GetType!]
  for (let i = 0; i < count && !isFull(); i += 1) {
    const object = objectAt(page, i)
    const type = typeOf(object)
    if (type !== words) visit(object, type, map, sheet, 0)
  }
  return drawn

  function isFull(): boolean {
    return drawn.shapes.rules.length + drawn.shapes.fills.length + drawn.images.length > maxShapes
  }

  function visit(object: number, type: number, outer: Matrix, clip: Box, depth: number): void {
    if (layered && hiddenLayerOf(pdf, object, false, layers) !== undefined) return
    switch (type) {
      case path:
        addPath(object, compose(outer, matrixOf(object)), clipOf(object, outer, clip))
        break
      case image: {
        const box = meet(mapBox(compose(outer, matrixOf(object)), [0, 0, 1, 1]), clipOf(object, outer, clip))
        if (box) drawn.images.push(box)
        break
      }
      case shading:
        addShading(drawn.shapes, clipOf(object, outer, clip), patterned)
        break
      case form: {
        if (depth >= maxDepth) return
        const inner = compose(outer, matrixOf(object))
        const shown = clipOf(object, outer, clip)
        const count = wasm._FPDFFormObj_CountObjects!(object)
        for (let i = 0; i < count && !isFull(); i += 1) {
          const part = wasm._FPDFFormObj_GetObject!(object, i)
          const type = typeOf(part)
          if (type !== words) visit(part, type, inner, shown, depth + 1)
        }
        break
      }
    }
  }

  function matrixOf(object: number): Matrix {
    wasm._FPDFPageObj_GetMatrix!(object, scratch)
    const at = scratch >> 2
    const heap = wasm.HEAPF32
    return [heap[at]!, heap[at + 1]!, heap[at + 2]!, heap[at + 3]!, heap[at + 4]!, heap[at + 5]!]
  }

  /** What the object's clip paths leave free: the meeting of their bounding boxes. */
  function clipOf(object: number, outer: Matrix, clip: Box): Box {
    const clips = wasm._FPDFPageObj_GetClipPath!(object)
    const count = clips === 0 ? 0 : wasm._FPDFClipPath_CountPaths!(clips)
    let free = clip
    for (let i = 0; i < count && i < 50; i += 1) {
      const points: [number, number][] = []
      const segments = Math.min(wasm._FPDFClipPath_CountPathSegments!(clips, i), maxPoints)
      for (let k = 0; k < segments; k += 1) points.push(pointOf(wasm._FPDFClipPath_GetPathSegment!(clips, i, k), outer))
      if (points.length > 0) free = meet(free, boundsOf(points)) ?? [0, 0, 0, 0]
    }
    return free
  }

  function pointOf(segment: number, outer: Matrix): [number, number] {
    wasm._FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4)
    return applyTo(outer, wasm.HEAPF32[scratch >> 2]!, wasm.HEAPF32[(scratch >> 2) + 1]!)
  }

  function addPath(object: number, inner: Matrix, clip: Box): void {
    if (!wasm._FPDFPath_GetDrawMode!(object, scratch, scratch + 4)) return
    const filled = wasm.HEAP32[scratch >> 2] !== 0
    const stroked = wasm.HEAP32[(scratch >> 2) + 1] !== 0
    const fill = filled ? colourOf(object, wasm._FPDFPageObj_GetFillColor!) : undefined
    const stroke = stroked ? colourOf(object, wasm._FPDFPageObj_GetStrokeColor!) : undefined
    if (!fill && !stroke) return
    const width = stroke && wasm._FPDFPageObj_GetStrokeWidth!(object, scratch) ? wasm.HEAPF32[scratch >> 2]! : 0
    const scale = Math.sqrt(Math.abs(inner[0] * inner[3] - inner[1] * inner[2]))
    for (const outline of outlinesOf(object, inner))
      addOutline(drawn.shapes, outline, {fill, stroke, width: width * scale, clip})
  }

  function colourOf(object: number, read: (...args: number[]) => number): Colour | undefined {
    if (!read(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return patterned
    const at = scratch >> 2
    const heap = wasm.HEAP32
    return heap[at + 3] === 0 ? undefined : [heap[at]!, heap[at + 1]!, heap[at + 2]!]
  }

  function outlinesOf(object: number, inner: Matrix): Outline[] {
    const outlines: Outline[] = []
    const count = wasm._FPDFPath_CountSegments!(object)
    let outline: Outline = {points: [], closed: false, curved: false}
    const handles: [number, number][] = []
    for (let k = 0; k < count && k < maxPoints; k += 1) {
      const segment = wasm._FPDFPath_GetPathSegment!(object, k)
      const type = wasm._FPDFPathSegment_GetType!(segment)
      if (type === move) {
        outline = {points: [], closed: false, curved: false}
        outlines.push(outline)
      }
      if (type === curve) {
        outline.curved = true
        handles.push(pointOf(segment, inner))
        const [first, second, end] = handles
        if (first && second && end) outline.points.push(...halves(outline.points.at(-1) ?? first, first, second, end))
        if (end) handles.length = 0
      } else outline.points.push(pointOf(segment, inner))
      if (wasm._FPDFPathSegment_GetClose!(segment)) outline.closed = true
    }
    return outlines
  }
}
