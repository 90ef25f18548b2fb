/**
 * pdf.js operator lists to what they paint: letters with place and style, rules, boxes, images.
 * The graphics state follows ISO 32000-1 sections 8.4 and 9.3; one pass, linear in the operators.
 */
import type {Box} from '../plan-tree/nodes.ts'
import {boldened, extentOf, type FontStyle, styleOfName} from './font-style.ts'
import {compose, identity, type Matrix, mapBox, meet} from './geometry.ts'
import {maxGlyphs} from './painted-page.ts'
import type {Glyph, Look} from './runs.ts'
import {addOutline, addShading, boundsOf, halves, type Outline, type Shapes} from './shapes.ts'
import type {Colour} from './types.ts'

export interface OperatorList {
  fnArray: ArrayLike<number>
  argsArray: ArrayLike<unknown>
}

export interface Sheet {
  /** User space to the page as shown. */
  map: Matrix
  width: number
  height: number
  font: (id: string) => unknown
  isShown: (group: unknown) => boolean
}

export interface Painted {
  glyphs: Glyph[]
  shapes: Shapes
  images: Box[]
}

interface Font {
  style: FontStyle
  ascent: number
  descent: number
  /** Glyph space to text space: 0.001 but for Type 3 fonts. */
  unit: number
  vertical: boolean
}

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

interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

/** Operator numbers of pdf.js 5 (its OPS table), by name. */
const op = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEOFillStroke: 27,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setStrokeColorN: 53,
  setFillColorN: 55,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  shadingFill: 62,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  paintImageMaskXObject: 83,
  paintImageMaskXObjectGroup: 84,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  paintInlineImageXObjectGroup: 87,
  paintImageXObjectRepeat: 88,
  paintImageMaskXObjectRepeat: 89,
  paintSolidColorImageMask: 90,
  constructPath: 91,
  setStrokeTransparent: 92,
  setFillTransparent: 93
} as const

const strokes = new Set<number>([op.stroke, op.closeStroke, 24, 25, 26, 27])
const fills = new Set<number>([op.fill, op.eoFill, 24, 25, 26, 27])
/** Stands for a pattern or shading, whose colours are not known. */
const patterned: Colour = [128, 128, 128]
const black: Colour = [0, 0, 0]
/** Nesting of saved states followed; deeper ones come from broken files. */
const maxDepth = 5_000
const noFont: Font = {style: styleOfName(''), ...extentOf(0, 0), unit: 0.001, vertical: false}

/** Walks the operators. Stops collecting letters one past the bound, so that the caller sees that it was reached. */
export function paintedBy(operators: OperatorList, sheet: Sheet): Painted {
  const painted: Painted = {glyphs: [], shapes: {rules: [], fills: []}, images: []}
  const fonts = new Map<string, Font>()
  const marks: {mcid: number | undefined; shown: boolean}[] = []
  const saved: State[] = []
  const colours = new Map<string, Colour>()
  let textMatrix: Matrix = identity
  let [penX, penY, lineX, lineY] = [0, 0, 0, 0]
  let clipping = false
  let shown = true
  let mcid: number | undefined
  let state: State = {
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
  }

  const save = () => {
    if (saved.length < maxDepth) saved.push({...state})
  }
  const restore = () => {
    state = saved.pop() ?? state
  }
  const colourOf = (hex: unknown): Colour => {
    const key = String(hex)
    const known = colours.get(key)
    if (known) return known
    const value = Number.parseInt(key.slice(1, 7), 16) || 0
    const colour: Colour = [(value >> 16) & 255, (value >> 8) & 255, value & 255]
    colours.set(key, colour)
    return colour
  }
  const toLine = (x: number, y: number) => {
    lineX += x
    lineY += y
    penX = lineX
    penY = lineY
  }
  const addImage = (matrix: Matrix) => {
    const box = meet(mapBox(matrix, [0, 0, 1, 1]), state.clip)
    if (shown && box) painted.images.push(box)
  }
  const updateMarks = () => {
    shown = marks.every((mark) => mark.shown)
    mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid
  }
  const clipTo = (box: Box) => {
    state.clip = meet(state.clip, box) ?? [0, 0, 0, 0]
  }

  const showText = (letters: readonly (PdfGlyph | number | null)[]) => {
    const {font, fontSize, stretch, mode, rise} = state
    const direction = fontSize < 0 ? -1 : 1
    const size = Math.abs(fontSize)
    const toPage = compose(state.ctm, textMatrix)
    // Height of a unit of text space on the page: what a reader sees as the size.
    const scale = Math.hypot(toPage[2], toPage[3])
    // Filled and outlined: how many programs embolden a face that has no bold.
    const style = mode === 2 ? boldened(font.style) : font.style
    const look: Look = {
      style,
      size: size * scale,
      ascent: font.ascent,
      descent: font.descent,
      colour: mode === 1 ? state.stroke : state.fill,
      mcid,
      hidden: mode === 3 || mode === 7 ? true : undefined
    }
    for (const letter of letters) {
      if (letter === null) continue
      if (typeof letter === 'number') {
        const move = (-letter * size) / 1000
        if (font.vertical) penY -= -move
        else penX += move * stretch * direction
        continue
      }
      const spacing = (letter.isSpace ? state.wordSpacing : 0) + state.charSpacing
      const width = letter.width * font.unit * size
      const [x, y] = [penX, penY + rise]
      const endX = font.vertical ? x : x + width * stretch * direction
      const endY = font.vertical ? y - size : y
      if (shown && letter.unicode && painted.glyphs.length <= maxGlyphs)
        painted.glyphs.push({
          look,
          spaced: false,
          text: letter.unicode,
          x: toPage[0] * x + toPage[2] * y + toPage[4],
          y: toPage[1] * x + toPage[3] * y + toPage[5],
          endX: toPage[0] * endX + toPage[2] * endY + toPage[4],
          endY: toPage[1] * endX + toPage[3] * endY + toPage[5]
        })
      if (font.vertical) penY -= size + spacing
      else penX += (width + spacing) * stretch * direction
    }
  }

  const drawPath = (paint: number, buffer: Float32Array | null) => {
    const outlines = buffer ? outlinesOf(buffer, state.ctm) : []
    if (clipping) {
      clipping = false
      const all = outlines.flatMap(({points}) => points)
      if (all.length > 0) clipTo(boundsOf(all))
    }
    if (!shown) return
    const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
    const look = {
      fill: fills.has(paint) ? state.fill : undefined,
      stroke: strokes.has(paint) ? state.stroke : undefined,
      width: state.lineWidth * scale,
      clip: state.clip
    }
    if (look.fill || look.stroke) for (const outline of outlines) addOutline(painted.shapes, outline, look)
  }

  for (let i = 0; i < operators.fnArray.length; i += 1) {
    // Each operator has its own arguments; pdf.js checked them against its table.
    // biome-ignore lint/suspicious/noExplicitAny: arguments differ by operator
    const args = operators.argsArray[i] as any
    switch (operators.fnArray[i]) {
      case op.save:
        save()
        break
      case op.restore:
        restore()
        break
      case op.transform:
        state.ctm = compose(state.ctm, args)
        break
      case op.setLineWidth:
        state.lineWidth = args[0]
        break
      case op.setGState:
        for (const [key, value] of args[0]) {
          if (key === 'LW') state.lineWidth = value
          if (key === 'Font') {
            state.font = fontOf(value[0])
            state.fontSize = value[1]
          }
        }
        break
      case op.paintFormXObjectBegin:
        save()
        if (args[0]) state.ctm = compose(state.ctm, args[0])
        if (args[1]) clipTo(mapBox(state.ctm, args[1]))
        break
      case op.beginGroup:
        save()
        if (args[0].matrix) state.ctm = compose(state.ctm, args[0].matrix)
        if (args[0].bbox) clipTo(mapBox(state.ctm, args[0].bbox))
        break
      case op.paintFormXObjectEnd:
      case op.endGroup:
        restore()
        break
      case op.beginText:
        textMatrix = identity
        penX = penY = lineX = lineY = 0
        break
      case op.setCharSpacing:
        state.charSpacing = args[0]
        break
      case op.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case op.setHScale:
        state.stretch = args[0] / 100
        break
      case op.setLeading:
        state.leading = -args[0]
        break
      case op.setFont:
        state.font = fontOf(args[0])
        state.fontSize = args[1]
        break
      case op.setTextRenderingMode:
        state.mode = args[0]
        break
      case op.setTextRise:
        state.rise = args[0]
        break
      case op.moveText:
        toLine(args[0], args[1])
        break
      case op.setLeadingMoveText:
        state.leading = args[1]
        toLine(args[0], args[1])
        break
      case op.setTextMatrix:
        // pdf.js 5 sends the six numbers as one array.
        textMatrix = (args.length === 1 ? args[0] : args) as Matrix
        penX = penY = lineX = lineY = 0
        break
      case op.nextLine:
        toLine(0, state.leading)
        break
      case op.showText:
        showText(args[0])
        break
      case op.setFillRGBColor:
        state.fill = colourOf(args[0])
        break
      case op.setStrokeRGBColor:
        state.stroke = colourOf(args[0])
        break
      case op.setFillColorN:
        state.fill = patterned
        break
      case op.setStrokeColorN:
        state.stroke = patterned
        break
      case op.setFillTransparent:
        state.fill = undefined
        break
      case op.setStrokeTransparent:
        state.stroke = undefined
        break
      case op.shadingFill:
        addShading(painted.shapes, meet(state.clip, [0, 0, sheet.width, sheet.height]), patterned)
        break
      case op.clip:
      case op.eoClip:
        clipping = true
        break
      case op.constructPath:
        drawPath(args[0], args[1][0])
        break
      case op.beginMarkedContent:
        marks.push({mcid: undefined, shown: true})
        break
      case op.beginMarkedContentProps:
        marks.push({
          mcid: typeof args[1] === 'number' ? args[1] : undefined,
          shown: args[0] !== 'OC' || sheet.isShown(args[1])
        })
        updateMarks()
        break
      case op.endMarkedContent:
        marks.pop()
        updateMarks()
        break
      case op.paintImageXObject:
      case op.paintInlineImageXObject:
      case op.paintImageMaskXObject:
      case op.paintSolidColorImageMask:
        addImage(state.ctm)
        break
      case op.paintImageMaskXObjectGroup:
        for (const {transform} of args[0]) addImage(compose(state.ctm, transform))
        break
      case op.paintInlineImageXObjectGroup:
        for (const {transform} of args[1]) addImage(compose(state.ctm, transform))
        break
      case op.paintImageXObjectRepeat:
        for (let at = 0; at < args[3].length; at += 2)
          addImage(compose(state.ctm, [args[1], 0, 0, args[2], args[3][at], args[3][at + 1]]))
        break
      case op.paintImageMaskXObjectRepeat:
        for (let at = 0; at < args[5].length; at += 2)
          addImage(compose(state.ctm, [args[1], args[2], args[3], args[4], args[5][at], args[5][at + 1]]))
        break
    }
  }
  return painted

  function fontOf(id: string): Font {
    const known = fonts.get(id)
    if (known) return known
    const font = toFont(sheet.font(id))
    fonts.set(id, font)
    return font
  }
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

interface PdfFont {
  name?: string
  ascent?: number
  descent?: number
  fontMatrix?: Matrix
  isType3Font?: boolean
  vertical?: boolean
  bold?: boolean
  black?: boolean
  italic?: boolean
}

function toFont(found: unknown): Font {
  if (!found) return noFont
  const {name = '', ascent, descent, fontMatrix, isType3Font, vertical, bold, black: heavy, italic} = found as PdfFont
  const style = styleOfName(name)
  if (heavy) style.weight = 900
  else if (bold && style.weight < 600) style.weight = 700
  if (italic) style.italic = true
  return {
    style,
    ...extentOf(ascent, descent),
    unit: isType3Font ? Math.abs(fontMatrix?.[0] ?? 0.001) : 0.001,
    vertical: vertical ?? false
  }
}
