/** What pdf.js operators paint on: the graphics state of ISO 32000-1 section 8.4, and what has been painted so far. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {compose, identity, type Matrix, mapBox, meet} from '../../geometry.ts'
import type {Colour} from '../../types.ts'
import type {Glyph} from '../painted/runs.ts'
import {addOutline, boundsOf, halves, type Outline, type Shapes} from '../painted/shapes.ts'
import {type Font, noFont} from './fonts.ts'

export interface Sheet {
  /** User space to the page as shown. */
  map: Matrix
  width: number
  height: number
  font: (id: string) => unknown
  /** Name of a layer that is switched off; undefined for one that is shown. */
  hiddenLayer: (group: unknown) => string | undefined
}

export interface Painted {
  glyphs: Glyph[]
  shapes: Shapes
  images: Box[]
}

/** What `q` saves and `Q` brings back. */
interface State {
  ctm: Matrix
  clip: Box
  fill: Colour | undefined
  stroke: Colour | undefined
  lineWidth: number
  font: Font
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 for 100 %. */
  stretch: number
  leading: number
  rise: number
  /** 3: no mark; 7: clip only. */
  mode: number
}

export interface Canvas {
  sheet: Sheet
  painted: Painted
  state: State
  saved: State[]
  /** Marked content that is open, outermost first. */
  marks: {mcid: number | undefined; layer: string | undefined}[]
  /** The switched-off layer that an open mark is of, and the innermost mark with a number. */
  layer: string | undefined
  mcid: number | undefined
  /** The next path also bounds what is painted after it. */
  clipping: boolean
  textMatrix: Matrix
  /** Start of the text line, and where the next letter goes, in text space. */
  line: {x: number; y: number}
  pen: {x: number; y: number}
  fonts: Map<string, Font>
  colours: Map<string, Colour>
}

const black: Colour = [0, 0, 0]
/** Nesting of saved states followed; deeper ones come from broken files. */
const maxDepth = 5_000

export function canvasOf(sheet: Sheet): Canvas {
  return {
    sheet,
    painted: {glyphs: [], shapes: {rules: [], fills: []}, images: []},
    state: {
      ctm: sheet.map,
      clip: [-1e6, -1e6, 1e6, 1e6],
      fill: black,
      stroke: black,
      lineWidth: 1,
      font: noFont,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0
    },
    saved: [],
    marks: [],
    layer: undefined,
    mcid: undefined,
    clipping: false,
    textMatrix: identity,
    line: {x: 0, y: 0},
    pen: {x: 0, y: 0},
    fonts: new Map(),
    colours: new Map()
  }
}

export function save(canvas: Canvas): void {
  if (canvas.saved.length < maxDepth) canvas.saved.push({...canvas.state})
}

export function restore(canvas: Canvas): void {
  canvas.state = canvas.saved.pop() ?? canvas.state
}

/** A form or group: its own space and bounds until `restore`. */
export function enter(canvas: Canvas, matrix: Matrix | null | undefined, bounds: Box | null | undefined): void {
  save(canvas)
  const {state} = canvas
  if (matrix) state.ctm = compose(state.ctm, matrix)
  if (bounds) clipTo(state, mapBox(state.ctm, bounds))
}

function clipTo(state: State, box: Box): void {
  state.clip = meet(state.clip, box) ?? [0, 0, 0, 0]
}

export function openMark(canvas: Canvas, mark: {mcid: number | undefined; layer: string | undefined}): void {
  canvas.marks.push(mark)
  followMarks(canvas)
}

export function closeMark(canvas: Canvas): void {
  canvas.marks.pop()
  followMarks(canvas)
}

function followMarks(canvas: Canvas): void {
  canvas.layer = canvas.marks.find((mark) => mark.layer !== undefined)?.layer
  canvas.mcid = canvas.marks.findLast((mark) => mark.mcid !== undefined)?.mcid
}

/** '#rrggbb' as a colour; the same object for the same words. */
export function colourOf({colours}: Canvas, hex: unknown): Colour {
  const key = String(hex)
  const known = colours.get(key)
  if (known) return known
  const value = Number.parseInt(key.slice(1, 7), 16) || 0
  const colour: Colour = [(value >> 16) & 255, (value >> 8) & 255, value & 255]
  colours.set(key, colour)
  return colour
}

/** A picture fills the unit square of its space. */
export function addImage({painted, layer, state}: Canvas, space: Matrix): void {
  const box = meet(mapBox(space, [0, 0, 1, 1]), state.clip)
  if (layer === undefined && box) painted.images.push(box)
}

export function drawPath(canvas: Canvas, paint: {fills: boolean; strokes: boolean}, path: Float32Array | null): void {
  const {state, painted} = canvas
  const outlines = path ? outlinesOf(path, state.ctm) : []
  if (canvas.clipping) {
    canvas.clipping = false
    const all = outlines.flatMap(({points}) => points)
    if (all.length > 0) clipTo(state, boundsOf(all))
  }
  if (canvas.layer !== undefined) return
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  const look = {
    fill: paint.fills ? state.fill : undefined,
    stroke: paint.strokes ? state.stroke : undefined,
    width: state.lineWidth * scale,
    clip: state.clip
  }
  if (look.fill || look.stroke) for (const outline of outlines) addOutline(painted.shapes, outline, look)
}

/** Subpaths of a pdf.js path: 0 move, 1 line, 2 curve, 3 close, each followed by its numbers. */
function outlinesOf(buffer: Float32Array, map: Matrix): Outline[] {
  const outlines: Outline[] = []
  let outline: Outline = {points: [], closed: false, curved: false}
  const at = (k: number): [number, number] => {
    const [x, y] = [buffer[k]!, buffer[k + 1]!]
    return [map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]]
  }
  for (let k = 0; k < buffer.length; ) {
    switch (buffer[k]) {
      case 0:
        outline = {points: [at(k + 1)], closed: false, curved: false}
        outlines.push(outline)
        k += 3
        break
      case 1:
        outline.points.push(at(k + 1))
        k += 3
        break
      case 2:
        outline.points.push(...halves(outline.points.at(-1) ?? at(k + 1), at(k + 1), at(k + 3), at(k + 5)))
        outline.curved = true
        k += 7
        break
      default:
        outline.closed = true
        k += 1
    }
  }
  return outlines
}
