/** Fonts as pdf.js describes them: style, extent and the space their widths are given in. */

import type {Matrix} from '../../geometry.ts'
import {extentOf, type FontStyle, styleOfName} from '../painted/font-style.ts'

export interface Font {
  style: FontStyle
  ascent: number
  descent: number
  /** Glyph space to text space: 0.001 but for Type 3 fonts. */
  unit: number
  vertical: boolean
}

export const noFont: Font = {style: styleOfName(''), ...extentOf(0, 0), unit: 0.001, vertical: false}

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

/** @param found the font object of a page, where pdf.js could read it */
export function fontOf(found: unknown): Font {
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
