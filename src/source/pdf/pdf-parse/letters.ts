/** Text operators: where each letter of a string lands on the page, and how it looks (ISO 32000-1 section 9.4). */

import {compose, identity, type Matrix} from '../../geometry.ts'
import {boldened} from '../painted/font-style.ts'
import {maxGlyphs} from '../painted/painted-page.ts'
import type {Look} from '../painted/runs.ts'
import type {Canvas} from './canvas.ts'
import {fontOf} from './fonts.ts'

export interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

export function setFont(canvas: Canvas, id: string, size: number): void {
  let font = canvas.fonts.get(id)
  if (!font) {
    font = fontOf(canvas.sheet.font(id))
    canvas.fonts.set(id, font)
  }
  canvas.state.font = font
  canvas.state.fontSize = size
}

/** Begins a text space: letters start at its origin. */
export function placeText(canvas: Canvas, matrix: Matrix = identity): void {
  canvas.textMatrix = matrix
  canvas.line = {x: 0, y: 0}
  canvas.pen = {x: 0, y: 0}
}

/** Goes to another line, so far from the start of this one. */
export function toLine(canvas: Canvas, x: number, y: number): void {
  canvas.line = {x: canvas.line.x + x, y: canvas.line.y + y}
  canvas.pen = {...canvas.line}
}

/** Numbers between the letters move the pen back by thousandths of the size. Letters past the bound are not collected. */
export function showLetters(canvas: Canvas, letters: readonly (PdfGlyph | number | null)[]): void {
  const {state, pen, painted} = canvas
  const {font, fontSize, stretch, rise} = state
  const direction = fontSize < 0 ? -1 : 1
  const size = Math.abs(fontSize)
  const toPage = compose(state.ctm, canvas.textMatrix)
  const look = lookOf(canvas, toPage)
  for (const letter of letters) {
    if (letter === null) continue
    if (typeof letter === 'number') {
      const move = (-letter * size) / 1000
      if (font.vertical) pen.y += move
      else pen.x += move * stretch * direction
      continue
    }
    const spacing = (letter.isSpace ? state.wordSpacing : 0) + state.charSpacing
    const width = letter.width * font.unit * size
    const [x, y] = [pen.x, pen.y + rise]
    const endX = font.vertical ? x : x + width * stretch * direction
    const endY = font.vertical ? y - size : y
    if (letter.unicode && painted.glyphs.length <= maxGlyphs)
      painted.glyphs.push({
        look,
        spaced: false,
        text: letter.unicode,
        x: toPage[0] * x + toPage[2] * y + toPage[4],
        y: toPage[1] * x + toPage[3] * y + toPage[5],
        endX: toPage[0] * endX + toPage[2] * endY + toPage[4],
        endY: toPage[1] * endX + toPage[3] * endY + toPage[5]
      })
    if (font.vertical) pen.y -= size + spacing
    else pen.x += (width + spacing) * stretch * direction
  }
}

function lookOf({state, mcid, layer}: Canvas, toPage: Matrix): Look {
  const {font, fontSize, mode} = state
  // Height of a unit of text space on the page: what a reader sees as the size.
  const scale = Math.hypot(toPage[2], toPage[3])
  return {
    // Filled and outlined: how many programs embolden a face that has no bold.
    style: mode === 2 ? boldened(font.style) : font.style,
    size: Math.abs(fontSize) * scale,
    ascent: font.ascent,
    descent: font.descent,
    colour: mode === 1 ? state.stroke : state.fill,
    mcid,
    hidden: mode === 3 || mode === 7 ? true : undefined,
    layer
  }
}
