/** What PDFium finds on a page: letters with place and style, rules, boxes, images, structure. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {applyTo, compose, type Matrix, mapBox, pageMap} from '../../geometry.ts'
import type {Tag} from '../../types.ts'
import {boldened, extentOf, type FontStyle, styleOfName} from '../painted/font-style.ts'
import {maxGlyphs} from '../painted/painted-page.ts'
import {type Glyph, type Look, sameLook} from '../painted/runs.ts'
import type {Shapes} from '../painted/shapes.ts'
import {blanksBefore, markTold} from './blanks.ts'
import {hiddenLayerOf, type Layers, wordsInHiddenForms} from './layers.ts'
import type {OpenPdf} from './memory.ts'
import {objectsOfPage} from './objects.ts'
import {readShapes} from './shapes.ts'
import {readTags} from './tags.ts'

interface Face {
  style: FontStyle
  ascent: number
  descent: number
}

/** By PDFium's address of the font, in one document. */
export type FontCache = Map<number, Face>

/** What PDFium says of a text object, as numbers: equal ones look alike. */
interface Setting {
  font: number
  /** The letters' matrix, without its shift. */
  a: number
  b: number
  c: number
  d: number
  size: number
  mode: number
  /** RGB and alpha in one number; -1 where the paint is a pattern. */
  paint: number
  mcid: number
  /** The switched-off layer that it stands on. */
  layer: string | undefined
}

/** What all letters of one text object share. */
interface TextStyle {
  setting: Setting
  look: Look
  /** User space to page space. */
  map: Matrix
  /** Writing direction on the page, length 1. */
  along: readonly [x: number, y: number]
  /** It runs to the right on a page that is not turned: nearly all text. */
  level: boolean
}

/** PDFium puts this for a hyphen at a line's end. */
const lineEndHyphen = 2
/** Spaces and line ends, which PDFium also puts in by itself. */
const blanks = new Set([10, 13, 32])
/** For a letter whose font does not tell which it is: PDFium then gives its code in the font. */
const unknown = '\ufffd'

/** Map from user space, and size, of a page as shown. */
export function mapOfPage({wasm, scratch}: OpenPdf, page: number): {map: Matrix; width: number; height: number} {
  wasm._FPDF_GetPageBoundingBox!(page, scratch)
  const at = scratch >> 2
  const heap = wasm.HEAPF32
  // FS_RECTF: left, top, right, bottom with y upwards.
  const view: Box = [heap[at]!, heap[at + 3]!, heap[at + 2]!, heap[at + 1]!]
  return pageMap(view, wasm._FPDFPage_GetRotation!(page) * 90)
}

export interface PageReading {
  map: Matrix
  fonts: FontCache
  tagged: boolean
  sheet: Box
  layers: Layers
}

/** Undefined when the page holds more letters than are read. */
export function readPaintedPage(
  pdf: OpenPdf,
  page: number,
  reading: PageReading
): {glyphs: Glyph[]; shapes: Shapes; images: Box[]; tags?: Tag[]} | undefined {
  const {wasm} = pdf
  if (wasm._FPDFPage_CountObjects!(page) > maxGlyphs) return undefined
  const text = wasm._FPDFText_LoadPage!(page)
  try {
    // The blanks that PDFium puts in by itself, up to two between two objects, are not kept.
    if (wasm._FPDFText_CountChars!(text) > 3 * maxGlyphs) return undefined
    const {drawn: objects, words} = objectsOfPage(pdf, page)
    const inForms = wordsInHiddenForms(pdf, objects, reading.layers)
    const glyphs = readGlyphs(pdf, text, {...reading, inForms, words})
    if (glyphs.length > maxGlyphs) return undefined
    return {
      glyphs,
      ...readShapes(pdf, objects, reading),
      ...(reading.tagged ? {tags: readTags(pdf, page)} : {})
    }
  } finally {
    wasm._FPDFText_ClosePage!(text)
  }
}

interface GlyphReading extends PageReading {
  /** Switched-off layers of text objects inside forms. */
  inForms: ReadonlyMap<number, string>
  /** Text objects in painting order. */
  words: readonly number[]
}

function readGlyphs(pdf: OpenPdf, text: number, reading: GlyphReading): Glyph[] {
  const {wasm, scratch} = pdf
  // Named here, as they are called for each of a page's thousands of letters.
  const [codeOf, ownerOf] = [wasm._FPDFText_GetUnicode!, wasm._FPDFText_GetTextObject!]
  const [originOf, looseBoxOf] = [wasm._FPDFText_GetCharOrigin!, wasm._FPDFText_GetLooseCharBox!]
  let [floats, doubles] = [wasm.HEAPF32, wasm.HEAPF64]
  const [origin, box] = [scratch >> 3, (scratch + 16) >> 2]
  const count = wasm._FPDFText_CountChars!(text)
  const glyphs: Glyph[] = []
  const isAfterBlank = blanksBefore(pdf, reading.words, count)
  let painted = 0
  let previous: Glyph | undefined
  let object = 0
  let style: TextStyle | undefined
  let spaced = false
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let i = 0; i < count; i += 1) {
    const code = codeOf(text, i)
    const owner = ownerOf(text, i)
    if (owner === 0 || (blanks.has(code) && wasm._FPDFText_IsGenerated!(text, i) === 1)) {
      spaced = true
      continue
    }
    let blank = false
    if (owner !== object || !style) {
      object = owner
      style = styleOf(pdf, text, i, owner, reading, style)
      blank = isAfterBlank?.(owner) ?? false
    }
    originOf(text, i, scratch, scratch + 8)
    looseBoxOf(text, i, scratch + 16)
    // When the memory grows, its views are made anew and the old ones are empty.
    if (doubles.length === 0) {
      floats = wasm.HEAPF32
      doubles = wasm.HEAPF64
    }
    const x = doubles[origin]!
    const y = doubles[origin + 1]!
    const letter = code < 32 && wasm._FPDFText_HasUnicodeMapError!(text, i) === 1 ? unknown : letterOf(code)
    if (previous && x === lastX && y === lastY) {
      previous.text += letter
      addPiece(pdf, text, i, style, previous)
    } else {
      // FS_RECTF: left, top, right, bottom with y upwards.
      const wide = floats[box + 2]! - floats[box]!
      const next = glyphOf(letter, x, y, wide, floats[box + 1]! - floats[box + 3]!, style, spaced)
      if (blank && previous && leavesRoom(previous, next)) {
        painted += 1
        glyphs.push({...next, text: ' ', x: previous.endX, y: previous.endY, endX: next.x, endY: next.y})
        next.spaced = false
      }
      previous = next
      glyphs.push(next)
    }
    spaced = false
    lastX = x
    lastY = y
  }
  if (painted > 0) markTold(glyphs, painted)
  return glyphs
}

/** Least width of a painted space, ems. */
const leastBlank = 0.05

/** Two letters of one level line with room between them. */
const leavesRoom = (before: Glyph, after: Glyph): boolean =>
  before.y === after.y && after.y === after.endY && after.x - before.endX > leastBlank * after.look.size

/**
 * A ligature comes as its letters, all on one spot, each with the advance of the letter alone; only their ink boxes lie
 * side by side: the pen stands where the last ink ends.
 */
function addPiece({wasm, scratch}: OpenPdf, text: number, index: number, style: TextStyle, glyph: Glyph): void {
  wasm._FPDFText_GetCharBox!(text, index, scratch, scratch + 8, scratch + 16, scratch + 24)
  const at = scratch >> 3
  const heap = wasm.HEAPF64
  const ink = mapBox(style.map, [heap[at]!, heap[at + 2]!, heap[at + 1]!, heap[at + 3]!])
  const [ux, uy] = style.along
  const reach = Math.max(ink[0] * ux, ink[2] * ux) + Math.max(ink[1] * uy, ink[3] * uy)
  const advance = reach - (glyph.x * ux + glyph.y * uy)
  if (advance <= Math.hypot(glyph.endX - glyph.x, glyph.endY - glyph.y)) return
  glyph.endX = glyph.x + ux * advance
  glyph.endY = glyph.y + uy * advance
}

function letterOf(code: number): string {
  if (code === lineEndHyphen) return '-'
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : unknown
}

/** The loose box spans the advance along the baseline; for turned text the advance is got back from its bounding box. */
function glyphOf(
  text: string,
  x: number,
  y: number,
  wide: number,
  high: number,
  style: TextStyle,
  spaced: boolean
): Glyph {
  const {map, look} = style
  const [startX, startY] = applyTo(map, x, y)
  if (style.level) return {text, x: startX, y: startY, endX: startX + wide, endY: startY, look, spaced}
  const [ux, uy] = style.along
  const turned = Math.abs(map[0]) < 1e-6
  const [alongX, alongY] = turned ? [high, wide] : [wide, high]
  const [cos, sin] = [Math.abs(ux), Math.abs(uy)]
  // Bounding box of an advance A and a height H turned by t: W = A cos t + H sin t, h = A sin t + H cos t.
  const spread = cos * cos - sin * sin
  const advance = Math.abs(spread) < 0.2 ? Math.max(alongX, alongY) / 2 : (alongX * cos - alongY * sin) / spread
  return {
    text,
    x: startX,
    y: startY,
    endX: startX + ux * advance,
    endY: startY + uy * advance,
    look,
    spaced
  }
}

function styleOf(
  pdf: OpenPdf,
  text: number,
  index: number,
  object: number,
  reading: GlyphReading,
  before: TextStyle | undefined
): TextStyle {
  const {map, fonts} = reading
  const setting = settingOf(pdf, text, index, object, reading)
  // Many programs paint each letter as an object of its own.
  if (before && alike(before.setting, setting)) return before
  const {font, mode, paint, mcid} = setting
  const face = fonts.get(font) ?? faceOf(pdf, font)
  fonts.set(font, face)
  const toPage = compose(map, [setting.a, setting.b, setting.c, setting.d, 0, 0])
  const size = setting.size * Math.hypot(toPage[2], toPage[3])
  const length = Math.hypot(toPage[0], toPage[1])
  const look = {
    ...face,
    // Filled and outlined: how many programs embolden a face that has no bold.
    style: mode === 2 ? boldened(face.style) : face.style,
    size,
    colour: paint < 0 ? undefined : ([(paint >>> 16) & 255, (paint >>> 8) & 255, paint & 255] as const),
    mcid: mcid >= 0 ? mcid : undefined,
    hidden: mode === 3 || mode === 7 || (paint >= 0 && paint < opaque) ? true : undefined,
    layer: setting.layer
  }
  const along = length === 0 ? ([1, 0] as const) : ([toPage[0] / length, toPage[1] / length] as const)
  return {
    setting,
    look: before && sameLook(before.look, look) ? before.look : look,
    map,
    along,
    level: along[0] === 1 && along[1] === 0 && Math.abs(map[0]) >= 1e-6
  }
}

/** Paint whose alpha is not 0 counts from here. */
const opaque = 2 ** 24

function settingOf(
  pdf: OpenPdf,
  text: number,
  index: number,
  object: number,
  {layers, inForms}: GlyphReading
): Setting {
  const {wasm, scratch} = pdf
  const font = wasm._FPDFTextObj_GetFont!(object)
  const size = Math.abs(wasm._FPDFText_GetFontSize!(text, index))
  const mode = wasm._FPDFTextObj_GetTextRenderMode!(object)
  const mcid = wasm._FPDFPageObj_GetMarkedContentID!(object)
  const layer = inForms.get(object) ?? (layers.possible ? hiddenLayerOf(pdf, object, mcid >= 0, layers) : undefined)
  const read = mode === 1 ? wasm._FPDFPageObj_GetStrokeColor! : wasm._FPDFPageObj_GetFillColor!
  const painted = read(object, scratch, scratch + 4, scratch + 8, scratch + 12) !== 0
  wasm._FPDFText_GetMatrix!(text, index, scratch + 16)
  const [values, heap, at] = [wasm.HEAP32, wasm.HEAPF32, scratch >> 2]
  const rgb = values[at]! * 65_536 + values[at + 1]! * 256 + values[at + 2]!
  const paint = painted ? values[at + 3]! * opaque + rgb : -1
  return {font, a: heap[at + 4]!, b: heap[at + 5]!, c: heap[at + 6]!, d: heap[at + 7]!, size, mode, paint, mcid, layer}
}

function alike(one: Setting, other: Setting): boolean {
  return (
    one.mcid === other.mcid &&
    one.font === other.font &&
    one.size === other.size &&
    one.paint === other.paint &&
    one.a === other.a &&
    one.b === other.b &&
    one.c === other.c &&
    one.d === other.d &&
    one.mode === other.mode &&
    one.layer === other.layer
  )
}

function faceOf(pdf: OpenPdf, font: number): Face {
  const {wasm, scratch} = pdf
  const metric = (read: (...args: number[]) => number) =>
    read(font, 1000, scratch) ? wasm.HEAPF32[scratch >> 2]! / 1000 : undefined
  const style = styleOfName(latin1(pdf, (at, size) => wasm._FPDFFont_GetBaseFontName!(font, at, size)))
  return {style, ...extentOf(metric(wasm._FPDFFont_GetAscent!), metric(wasm._FPDFFont_GetDescent!))}
}

function latin1({wasm}: OpenPdf, read: (at: number, size: number) => number): string {
  const size = Math.min(read(0, 0), 1_000)
  if (size <= 1) return ''
  const at = wasm.wasmExports.malloc(size)
  read(at, size)
  const text = Buffer.from(wasm.HEAPU8.buffer, at, size - 1).toString('utf8')
  wasm.wasmExports.free(at)
  return text
}
