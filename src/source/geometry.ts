/** Affine maps and boxes in the page's one coordinate system: points from the top-left corner. */
import type {Box} from '../plan-tree/nodes.ts'

/** [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f, as PDF writes it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const size = a * d - b * c
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size]
}

export function applyTo(m: Matrix, x: number, y: number): [x: number, y: number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}

/** Bounding box of a box after the map. */
export function mapBox(m: Matrix, [left, top, right, bottom]: Box): Box {
  const xs = [m[0] * left, m[0] * right].sort((p, q) => p - q)
  const xs2 = [m[2] * top, m[2] * bottom].sort((p, q) => p - q)
  const ys = [m[1] * left, m[1] * right].sort((p, q) => p - q)
  const ys2 = [m[3] * top, m[3] * bottom].sort((p, q) => p - q)
  return [xs[0]! + xs2[0]! + m[4], ys[0]! + ys2[0]! + m[5], xs[1]! + xs2[1]! + m[4], ys[1]! + ys2[1]! + m[5]]
}

/** Common part of two boxes; undefined when they do not meet. */
export function meet(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined
}

/** Does the box hold the centre of the other? */
export function holdsCentre(outer: Box, inner: Box): boolean {
  const x = (inner[0] + inner[2]) / 2
  const y = (inner[1] + inner[3]) / 2
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3]
}

export const areaOf = (box: Box): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])

/** Hundredths of a point: finer than any rule and alike on every machine. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100

export const roundBox = (box: Box): Box => [
  hundredths(box[0]),
  hundredths(box[1]),
  hundredths(box[2]),
  hundredths(box[3])
]

/** Map from PDF user space to the page as shown: the crop box's corner becomes the origin, the turn is applied, y points down. */
export function pageMap(view: Box, turn: number, scale = 1): {map: Matrix; width: number; height: number} {
  const [x0, y0, x1, y1] = view
  const wide = (x1 - x0) * scale
  const high = (y1 - y0) * scale
  const s = scale
  switch ((((turn % 360) + 360) % 360) / 90) {
    case 1:
      return {map: [0, s, s, 0, -y0 * s, -x0 * s], width: high, height: wide}
    case 2:
      return {map: [-s, 0, 0, s, x1 * s, -y0 * s], width: wide, height: high}
    case 3:
      return {map: [0, -s, -s, 0, y1 * s, x1 * s], width: high, height: wide}
    default:
      return {map: [s, 0, 0, -s, -x0 * s, y1 * s], width: wide, height: high}
  }
}
