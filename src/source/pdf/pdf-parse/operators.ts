/**
 * pdf.js operator lists to what they paint: letters with place and style, rules, boxes, images.
 * One step for each operator; one pass, linear in the operators.
 */
import {compose, type Matrix, meet} from '../../geometry.ts'
import type {Colour} from '../../types.ts'
import {addShading} from '../painted/shapes.ts'
import {
  addImage,
  type Canvas,
  canvasOf,
  closeMark,
  colourOf,
  drawPath,
  enter,
  openMark,
  type Painted,
  restore,
  type Sheet,
  save
} from './canvas.ts'
import {placeText, setFont, showLetters, toLine} from './letters.ts'

export interface OperatorList {
  fnArray: ArrayLike<number>
  argsArray: ArrayLike<unknown>
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

/** Stands for a pattern or shading, whose colours are not known. */
const patterned: Colour = [128, 128, 128]

const strokes = new Set<number>([op.stroke, op.closeStroke, 24, 25, 26, 27])
const fills = new Set<number>([op.fill, op.eoFill, 24, 25, 26, 27])

/** Each operator has its own arguments; pdf.js checked them against its table. */
// biome-ignore lint/suspicious/noExplicitAny: arguments differ by operator
type Step = (canvas: Canvas, args: any) => void

const image: Step = (canvas) => addImage(canvas, canvas.state.ctm)
const images = (canvas: Canvas, spaces: Iterable<Matrix>) => {
  for (const space of spaces) addImage(canvas, compose(canvas.state.ctm, space))
}
const clip: Step = (canvas) => {
  canvas.clipping = true
}

const steps = new Map<number, Step>([
  [op.save, save],
  [op.restore, restore],
  [op.paintFormXObjectBegin, (canvas, [matrix, bounds]) => enter(canvas, matrix, bounds)],
  [op.beginGroup, (canvas, [{matrix, bbox}]) => enter(canvas, matrix, bbox)],
  [op.paintFormXObjectEnd, restore],
  [op.endGroup, restore],
  [op.transform, ({state}, matrix) => set(state, 'ctm', compose(state.ctm, matrix))],
  [op.setLineWidth, ({state}, [width]) => set(state, 'lineWidth', width)],
  [op.setFillRGBColor, (canvas, [hex]) => set(canvas.state, 'fill', colourOf(canvas, hex))],
  [op.setStrokeRGBColor, (canvas, [hex]) => set(canvas.state, 'stroke', colourOf(canvas, hex))],
  [op.setFillColorN, ({state}) => set(state, 'fill', patterned)],
  [op.setStrokeColorN, ({state}) => set(state, 'stroke', patterned)],
  [op.setFillTransparent, ({state}) => set(state, 'fill', undefined)],
  [op.setStrokeTransparent, ({state}) => set(state, 'stroke', undefined)],
  [op.setGState, (canvas, [changes]) => setSeveral(canvas, changes)],

  [op.beginText, (canvas) => placeText(canvas)],
  // pdf.js 5 sends the six numbers as one array.
  [op.setTextMatrix, (canvas, args) => placeText(canvas, (args.length === 1 ? args[0] : args) as Matrix)],
  [op.setFont, (canvas, [id, size]) => setFont(canvas, id, size)],
  [op.setCharSpacing, ({state}, [spacing]) => set(state, 'charSpacing', spacing)],
  [op.setWordSpacing, ({state}, [spacing]) => set(state, 'wordSpacing', spacing)],
  [op.setHScale, ({state}, [percent]) => set(state, 'stretch', percent / 100)],
  [op.setLeading, ({state}, [leading]) => set(state, 'leading', -leading)],
  [op.setTextRenderingMode, ({state}, [mode]) => set(state, 'mode', mode)],
  [op.setTextRise, ({state}, [rise]) => set(state, 'rise', rise)],
  [op.moveText, (canvas, [x, y]) => toLine(canvas, x, y)],
  [
    op.setLeadingMoveText,
    (canvas, [x, y]) => {
      canvas.state.leading = y
      toLine(canvas, x, y)
    }
  ],
  [op.nextLine, (canvas) => toLine(canvas, 0, canvas.state.leading)],
  [op.showText, (canvas, [letters]) => showLetters(canvas, letters)],

  [op.clip, clip],
  [op.eoClip, clip],
  [
    op.constructPath,
    (canvas, [paint, [path]]) => drawPath(canvas, {fills: fills.has(paint), strokes: strokes.has(paint)}, path)
  ],
  [
    op.shadingFill,
    ({painted, state, sheet}) =>
      addShading(painted.shapes, meet(state.clip, [0, 0, sheet.width, sheet.height]), patterned)
  ],
  [op.paintImageXObject, image],
  [op.paintInlineImageXObject, image],
  [op.paintImageMaskXObject, image],
  [op.paintSolidColorImageMask, image],
  [op.paintImageMaskXObjectGroup, (canvas, [group]) => images(canvas, spacesOf(group))],
  [op.paintInlineImageXObjectGroup, (canvas, [, group]) => images(canvas, spacesOf(group))],
  [op.paintImageXObjectRepeat, (canvas, [, x, y, places]) => images(canvas, repeated([x, 0, 0, y], places))],
  [op.paintImageMaskXObjectRepeat, (canvas, [, a, b, c, d, places]) => images(canvas, repeated([a, b, c, d], places))],

  [op.beginMarkedContent, (canvas) => openMark(canvas, {mcid: undefined, layer: undefined})],
  [
    op.beginMarkedContentProps,
    (canvas, [tag, properties]) =>
      openMark(canvas, {
        mcid: typeof properties === 'number' ? properties : undefined,
        layer: tag === 'OC' ? canvas.sheet.hiddenLayer(properties) : undefined
      })
  ],
  [op.endMarkedContent, closeMark]
])

/** Walks the operators. Stops collecting letters one past the bound, so that the caller sees that it was reached. */
export function paintedBy(operators: OperatorList, sheet: Sheet): Painted {
  const canvas = canvasOf(sheet)
  for (let at = 0; at < operators.fnArray.length; at += 1)
    steps.get(operators.fnArray[at]!)?.(canvas, operators.argsArray[at])
  return canvas.painted
}

function set<Of, Key extends keyof Of>(of: Of, key: Key, value: Of[Key]): void {
  of[key] = value
}

function setSeveral(canvas: Canvas, changes: Iterable<[string, never]>): void {
  for (const [key, value] of changes) {
    if (key === 'LW') canvas.state.lineWidth = value
    if (key === 'Font') setFont(canvas, value[0], value[1])
  }
}

function* spacesOf(group: Iterable<{transform: Matrix}>): Generator<Matrix> {
  for (const {transform} of group) yield transform
}

/** The same space at each of the places, x and y in turn. */
function* repeated([a, b, c, d]: [number, number, number, number], places: ArrayLike<number>): Generator<Matrix> {
  for (let at = 0; at < places.length; at += 2) yield [a, b, c, d, places[at]!, places[at + 1]!]
}
