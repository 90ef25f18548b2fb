/** Painted paths to rules and filled boxes. Shared by the PDF back ends. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {areaOf, hundredths, meet, roundBox} from '../../geometry.ts'
import type {Colour, FilledBox, Rule} from '../../types.ts'

/** One subpath: corner points in page space, curves flattened to their middle and end points. */
export interface Outline {
  points: (readonly [x: number, y: number])[]
  closed: boolean
  curved: boolean
}

export interface Paint {
  fill?: Colour | undefined
  stroke?: Colour | undefined
  /** Line width as shown, points. */
  width: number
  /** What shows of the page here; paint outside is cut off. */
  clip?: Box | undefined
}

export interface Shapes {
  rules: Rule[]
  fills: FilledBox[]
}

/** A filled box thinner than this, in points, is a rule (pdfplumber, opendataloader: 5). */
const thin = 5
/** How many times longer than thick a filled box is to be a rule: drawn bullets are about square. */
const long = 3
/** A stroke leaning more than this, in points end to end, is part of a picture, not a rule. */
const lean = 1
/** Share of its bounding box that a filled shape covers when it counts as a box: a disc covers 0.79 (0.71 as flattened here), a triangle 0.5. */
const boxShare = 0.6
/** The same of a shape no wider than a ring: arrows, diamonds and ticks are bullets too. */
const smallShare = 0.25
/** Shapes kept a page: a map or a chart holds many more, tables never do. */
export const maxShapes = 20_000

export function addOutline(shapes: Shapes, outline: Outline, paint: Paint): void {
  if (shapes.rules.length + shapes.fills.length > maxShapes || outline.points.length < 2) return
  if (paint.fill) addFill(shapes, outline, paint.fill, paint.clip)
  if (!paint.stroke) return
  if (!paint.fill && (isRing(outline) || isTick(outline))) addFill(shapes, outline, paint.stroke, paint.clip)
  else addStrokes(shapes, outline, paint.stroke, paint)
}

/** Widest ring or empty square that stands for itself, points: browsers draw the bullets of inner lists so. */
const widestRing = 9

function isRing({points, curved}: Outline): boolean {
  const [left, top, right, bottom] = boundsOf(points)
  const [wide, high] = [right - left, bottom - top]
  return (
    points.length >= (curved ? 5 : 4) &&
    Math.max(wide, high) <= widestRing &&
    Math.min(wide, high) > 0.8 * Math.max(wide, high)
  )
}

/** A stroke that bends once between lines that lean: a tick, or the head of an arrow. */
function isTick({points, closed, curved}: Outline): boolean {
  if (points.length !== 3 || closed || curved) return false
  const [left, top, right, bottom] = boundsOf(points)
  const [wide, high] = [right - left, bottom - top]
  if (Math.max(wide, high) > widestRing || Math.min(wide, high) < 0.4 * Math.max(wide, high)) return false
  return points.slice(1).every(([x, y], i) => Math.abs(x - points[i]![0]) > lean && Math.abs(y - points[i]![1]) > lean)
}

/** A shading fills all that its clip leaves free. */
export function addShading(shapes: Shapes, box: Box | undefined, colour: Colour): void {
  if (box && box[2] - box[0] >= 1 && box[3] - box[1] >= 1) shapes.fills.push({box: roundBox(box), colour})
}

function addFill(shapes: Shapes, outline: Outline, colour: Colour, clip: Box | undefined): void {
  const whole = boundsOf(outline.points)
  const box = clip ? meet(whole, clip) : whole
  if (!box) return
  const wide = box[2] - box[0]
  const high = box[3] - box[1]
  const thickness = Math.min(wide, high)
  if (thickness < thin && Math.max(wide, high) >= long * thickness && !outline.curved) {
    if (Math.max(wide, high) > 1) shapes.rules.push(ruleOf(box, wide >= high, colour))
    return
  }
  if (wide < 0.5 || high < 0.5) return
  const least = !outline.curved && Math.max(wide, high) <= widestRing ? smallShare : boxShare
  if (!isTick(outline) && shareOf(outline.points, whole) < least) return
  shapes.fills.push({box: roundBox(box), colour, ...(outline.curved ? {round: true} : {})})
}

function ruleOf([left, top, right, bottom]: Box, level: boolean, colour: Colour): Rule {
  const x = hundredths((left + right) / 2)
  const y = hundredths((top + bottom) / 2)
  return level
    ? {from: [hundredths(left), y], to: [hundredths(right), y], width: hundredths(bottom - top), colour}
    : {from: [x, hundredths(top)], to: [x, hundredths(bottom)], width: hundredths(right - left), colour}
}

function addStrokes(shapes: Shapes, outline: Outline, colour: Colour, {width, clip}: Paint): void {
  const {points} = outline
  const last = outline.closed ? points.length : points.length - 1
  for (let i = 0; i < last; i += 1) {
    const [x0, y0] = points[i]!
    const [x1, y1] = points[(i + 1) % points.length]!
    const level = Math.abs(y1 - y0) <= lean
    if (!level && Math.abs(x1 - x0) > lean) continue
    const whole: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
    const box = clip ? meet(whole, clip) : whole
    // A curve flattened to its ends leaves short chords at round corners: too short to be rules.
    if (!box || Math.max(box[2] - box[0], box[3] - box[1]) < (outline.curved ? 4 : 1)) continue
    const rule = ruleOf(box, box[2] - box[0] >= box[3] - box[1], colour)
    shapes.rules.push({...rule, width: hundredths(width)})
  }
}

export function boundsOf(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return [left, top, right, bottom]
}

type Point = readonly [x: number, y: number]

/** Middle and end of a Bezier curve: enough to tell a disc (share 0.7 of its box) from a triangle. */
export function halves([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, end: Point): [Point, Point] {
  return [[(ax + 3 * bx + 3 * cx + end[0]) / 8, (ay + 3 * by + 3 * cy + end[1]) / 8], end]
}

/** Area of the polygon (shoelace formula) over that of its bounding box. */
function shareOf(points: readonly (readonly [number, number])[], bounds: Box): number {
  let twice = 0
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2 / (areaOf(bounds) || 1)
}
