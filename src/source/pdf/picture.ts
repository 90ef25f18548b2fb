/** Pages as pictures: drawn by PDFium, packed by Skia. The only import of the canvas library. */
import {setImmediate} from 'node:timers/promises'
import type {SKRSContext2D} from '@napi-rs/canvas'
import type {Box} from '../../plan-tree/nodes.ts'
import {PlanError} from '../../problems.ts'
import type {OpenPdf} from './pdfium/memory.ts'
import {openPdf} from './pdfium/pdfium.ts'
import {renderPage} from './pdfium/render.ts'

export interface DrawnPage {
  /** From 1. */
  number: number
  bytes: Uint8Array
  type: 'image/webp' | 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
  /** Size of the page in points, the measure of every box. */
  points: {width: number; height: number}
}

export interface DrawOptions {
  /** Pixels a point; 1.25 by default: a page of A4 is 744 pixels wide. */
  scale?: number
  /** WebP by default: a page of text takes 40 to 60 kB. */
  type?: DrawnPage['type']
  /** 0 to 100, not for PNG. */
  quality?: number
  signal?: AbortSignal
}

/** What is drawn over a page: a box or a line in points of the page as shown. */
export interface Mark {
  /** Its entry in the legend. */
  layer: string
  box: Box
  /** Written at its top left corner. */
  label?: string
}

/** How a layer looks; layers are drawn, and listed in the legend, in this order. */
export interface MarkLayer {
  name: string
  colour: string
  /** Share of the colour inside the box, 0 to 1. */
  filled?: number
  dashed?: boolean
  width?: number
}

/** A native library, loaded when the first page is drawn. */
type Library = typeof import('@napi-rs/canvas')
const openLibrary = (): Promise<Library> => import('@napi-rs/canvas')

const usualScale = 1.25
const usualQuality = 55
const canvasTypes = {'image/webp': 'webp', 'image/jpeg': 'jpeg'} as const

/** The pages that exist among `numbers`, in that order. @throws {PlanError} damaged, locked */
export async function* drawPages(
  bytes: Uint8Array,
  numbers: Iterable<number>,
  options: DrawOptions = {}
): AsyncGenerator<DrawnPage> {
  const library = await openLibrary()
  const pdf = await openPdf(bytes)
  try {
    for (const number of numbers) {
      await setImmediate()
      options.signal?.throwIfAborted()
      const drawn = drawPage(library, pdf, number, options)
      if (drawn) yield drawn
    }
  } finally {
    pdf.close()
  }
}

function drawPage(library: Library, pdf: OpenPdf, number: number, options: DrawOptions): DrawnPage | undefined {
  const {scale = usualScale, type = 'image/webp', quality = usualQuality} = options
  const paper = paperOf(library, pdf, number, scale)
  if (!paper) return undefined
  const {canvas, width, height} = paper
  const packed = type === 'image/png' ? canvas.encodeSync('png') : canvas.encodeSync(canvasTypes[type], quality)
  return {
    number,
    bytes: packed,
    type,
    width,
    height,
    points: {width: width / paper.scale, height: height / paper.scale}
  }
}

function paperOf({createCanvas, ImageData}: Library, pdf: OpenPdf, number: number, scale: number) {
  const pixels = number >= 1 && number <= pdf.pages ? renderPage(pdf, number, scale) : undefined
  if (!pixels) return undefined
  const {width, height} = pixels
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels.data.buffer), width, height), 0, 0)
  return {canvas, context, width, height, scale: pixels.scale}
}

/** Pixels a point of a page with marks. */
const markedScale = 2

/** The page as PNG with marks drawn over it, and a legend of the layers below. @throws {PlanError} damaged, locked, arguments */
export async function drawMarked(
  bytes: Uint8Array,
  number: number,
  marks: readonly Mark[],
  layers: readonly MarkLayer[]
): Promise<Uint8Array> {
  const library = await openLibrary()
  const pdf = await openPdf(bytes)
  try {
    const paper = paperOf(library, pdf, number, markedScale)
    if (!paper)
      throw new PlanError('arguments', `there is no page ${number}: the file has ${pdf.pages}`, {stage: 'source'})
    const used = layers.filter(({name}) => marks.some(({layer}) => layer === name))
    const letters = lettersOf(library)
    const canvas = library.createCanvas(paper.width, paper.height + legendRow * (used.length + 1))
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(paper.canvas, 0, 0)
    for (const layer of used)
      for (const mark of marks)
        if (mark.layer === layer.name) drawMark(context, mark, layer, {scale: paper.scale, letters})
    used.forEach((layer, i) => {
      const count = marks.filter((mark) => mark.layer === layer.name).length
      context.font = `16px ${letters}`
      drawLegend(context, layer, `${layer.name} (${count})`, paper.height + legendRow * (i + 0.5))
    })
    return canvas.encodeSync('png')
  } finally {
    pdf.close()
  }
}

/** Pixels. */
const legendRow = 26
const labelSize = 13

function drawMark(
  context: SKRSContext2D,
  {box, label}: Mark,
  layer: MarkLayer,
  {scale, letters}: {scale: number; letters: string}
): void {
  const [left, top, right, bottom] = box.map((value) => value * scale) as [number, number, number, number]
  const thick = layer.width ?? 2
  paint(context, layer, left, top, Math.max(right - left, thick), Math.max(bottom - top, thick))
  if (!label) return
  context.font = `${labelSize}px ${letters}`
  const wide = context.measureText(label).width
  context.fillStyle = layer.colour
  context.fillRect(left, top - labelSize - 2, wide + 6, labelSize + 3)
  context.fillStyle = '#fff'
  context.fillText(label, left + 3, top - 3)
}

function paint(context: SKRSContext2D, layer: MarkLayer, x: number, y: number, width: number, height: number): void {
  context.save()
  if (layer.filled) {
    context.globalAlpha = layer.filled
    context.fillStyle = layer.colour
    context.fillRect(x, y, width, height)
    context.globalAlpha = 1
  }
  context.strokeStyle = layer.colour
  context.lineWidth = layer.width ?? 2
  if (layer.dashed) context.setLineDash([6, 4])
  context.strokeRect(x, y, width, height)
  context.restore()
}

function drawLegend(context: SKRSContext2D, layer: MarkLayer, words: string, top: number): void {
  paint(context, layer, 12, top + 2, 34, legendRow - 10)
  context.fillStyle = '#000'
  context.fillText(words, 58, top + legendRow - 11)
}

/** Whatever sans the machine has; a bare one has none, and the marks stay without words. */
function lettersOf({GlobalFonts: {families}}: Library): string {
  return families.some(({family}) => /arial|helvetica|liberation sans|dejavu sans/i.test(family))
    ? 'Arial, Helvetica, "Liberation Sans", "DejaVu Sans"'
    : (families[0]?.family ?? 'sans-serif')
}
