/** Painted paths, shadings and images of a page, by PDFium. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {applyTo, compose, type Matrix, mapBox, meet} from '../../geometry.ts'
import type {Colour} from '../../types.ts'
import {addOutline, addShading, boundsOf, halves, maxShapes, type Outline, type Shapes} from '../painted/shapes.ts'
import {hiddenLayerOf, isLayered, type Layers} from './layers.ts'
import type {OpenPdf} from './memory.ts'
import {kinds, maxDepth, objectsOfForm, type PageObject} from './objects.ts'

/** FPDFPathSegment_GetType: 0 line, 1 curve (three points), 2 move. */
const curve = 1
const move = 2
/** Points read of one path: a coast line on a map has more, a table frame never. */
const maxPoints = 5_000
/** Clip paths of one object that are looked at. */
const maxClips = 50
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

/** What is drawn so far, and what is asked of each object on the way. */
interface Drawing extends Drawn {
  pdf: OpenPdf
  layers: Layers
  layered: boolean
}

/** What the forms around an object say of its place. */
interface Frame {
  /** From the space that it is set in to page space. */
  outer: Matrix
  /** What clips around it leave free. */
  clip: Box
  depth: number
}

/** Boxes and rules in page space; nothing of switched-off layers. `objects`: those of the page that are not text. */
export function readShapes(pdf: OpenPdf, objects: readonly PageObject[], {map, sheet, layers}: Place): Drawn {
  const drawn: Drawn = {shapes: {rules: [], fills: []}, images: []}
  draw({pdf, layers, layered: isLayered(layers), ...drawn}, objects, {outer: map, clip: sheet, depth: 0})
  return drawn
}

function draw(drawing: Drawing, objects: Iterable<PageObject>, frame: Frame): void {
  for (const object of objects) {
    if (isFull(drawing)) return
    if (object.kind !== kinds.words) drawObject(drawing, object, frame)
  }
}

const isFull = ({shapes, images}: Drawing): boolean =>
  shapes.rules.length + shapes.fills.length + images.length > maxShapes

function drawObject(drawing: Drawing, {at, kind}: PageObject, frame: Frame): void {
  const {pdf, shapes, images, layers, layered} = drawing
  if (layered && hiddenLayerOf(pdf, at, false, layers) !== undefined) return
  switch (kind) {
    case kinds.path:
      drawPath(drawing, at, compose(frame.outer, matrixOf(pdf, at)), clipOf(pdf, at, frame))
      break
    case kinds.image: {
      const whole = mapBox(compose(frame.outer, matrixOf(pdf, at)), [0, 0, 1, 1])
      const box = meet(whole, clipOf(pdf, at, frame))
      if (box) images.push(box)
      break
    }
    case kinds.shading:
      addShading(shapes, clipOf(pdf, at, frame), patterned)
      break
    case kinds.form:
      if (frame.depth < maxDepth)
        draw(drawing, objectsOfForm(pdf, at), {
          outer: compose(frame.outer, matrixOf(pdf, at)),
          clip: clipOf(pdf, at, frame),
          depth: frame.depth + 1
        })
      break
  }
}

function drawPath({pdf, shapes}: Drawing, object: number, inner: Matrix, clip: Box): void {
  const {wasm, scratch} = pdf
  if (!wasm._FPDFPath_GetDrawMode!(object, scratch, scratch + 4)) return
  const filled = wasm.HEAP32[scratch >> 2] !== 0
  const stroked = wasm.HEAP32[(scratch >> 2) + 1] !== 0
  const fill = filled ? colourOf(pdf, object, wasm._FPDFPageObj_GetFillColor!) : undefined
  const stroke = stroked ? colourOf(pdf, object, wasm._FPDFPageObj_GetStrokeColor!) : undefined
  if (!fill && !stroke) return
  const width = stroke && wasm._FPDFPageObj_GetStrokeWidth!(object, scratch) ? wasm.HEAPF32[scratch >> 2]! : 0
  const scale = Math.sqrt(Math.abs(inner[0] * inner[3] - inner[1] * inner[2]))
  for (const outline of outlinesOf(pdf, object, inner))
    addOutline(shapes, outline, {fill, stroke, width: width * scale, clip})
}

function outlinesOf(pdf: OpenPdf, object: number, inner: Matrix): Outline[] {
  const {wasm} = pdf
  const outlines: Outline[] = []
  const count = Math.min(wasm._FPDFPath_CountSegments!(object), maxPoints)
  let outline: Outline = {points: [], closed: false, curved: false}
  const handles: [number, number][] = []
  for (let k = 0; k < count; k += 1) {
    const segment = wasm._FPDFPath_GetPathSegment!(object, k)
    const type = wasm._FPDFPathSegment_GetType!(segment)
    if (type === move) {
      outline = {points: [], closed: false, curved: false}
      outlines.push(outline)
    }
    if (type === curve) {
      outline.curved = true
      handles.push(pointOf(pdf, segment, inner))
      const [first, second, end] = handles
      if (first && second && end) outline.points.push(...halves(outline.points.at(-1) ?? first, first, second, end))
      if (end) handles.length = 0
    } else outline.points.push(pointOf(pdf, segment, inner))
    if (wasm._FPDFPathSegment_GetClose!(segment)) outline.closed = true
  }
  return outlines
}

/** What the object's clip paths leave free: the meeting of their bounding boxes. */
function clipOf(pdf: OpenPdf, object: number, {outer, clip}: Frame): Box {
  const {wasm} = pdf
  const clips = wasm._FPDFPageObj_GetClipPath!(object)
  const count = clips === 0 ? 0 : Math.min(wasm._FPDFClipPath_CountPaths!(clips), maxClips)
  let free = clip
  for (let i = 0; i < count; i += 1) {
    const points: [number, number][] = []
    const segments = Math.min(wasm._FPDFClipPath_CountPathSegments!(clips, i), maxPoints)
    for (let k = 0; k < segments; k += 1)
      points.push(pointOf(pdf, wasm._FPDFClipPath_GetPathSegment!(clips, i, k), outer))
    if (points.length > 0) free = meet(free, boundsOf(points)) ?? [0, 0, 0, 0]
  }
  return free
}

function matrixOf({wasm, scratch}: OpenPdf, object: number): Matrix {
  wasm._FPDFPageObj_GetMatrix!(object, scratch)
  const at = scratch >> 2
  const heap = wasm.HEAPF32
  return [heap[at]!, heap[at + 1]!, heap[at + 2]!, heap[at + 3]!, heap[at + 4]!, heap[at + 5]!]
}

function pointOf({wasm, scratch}: OpenPdf, segment: number, outer: Matrix): [number, number] {
  wasm._FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4)
  return applyTo(outer, wasm.HEAPF32[scratch >> 2]!, wasm.HEAPF32[(scratch >> 2) + 1]!)
}

function colourOf({wasm, scratch}: OpenPdf, object: number, read: (...args: number[]) => number): Colour | undefined {
  if (!read(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return patterned
  const at = scratch >> 2
  const heap = wasm.HEAP32
  return heap[at + 3] === 0 ? undefined : [heap[at]!, heap[at + 1]!, heap[at + 2]!]
}
