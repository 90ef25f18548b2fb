/** The picture of a scanned page set upright and straight, and the way back from it to the page as shown. */
import {compose, identity, type Matrix} from '../geometry.ts'
import type {Pixels} from '../pdf/pdfium/render.ts'
import type {Lean, Quarter} from './lean.ts'

/** Radians (a twelfth of a degree): a sheet that lies straighter stays as it is. */
const leastSkew = Math.PI / 180 / 12
const paper = 255

export interface Upright {
  pixels: Pixels
  /** From points of this picture to points of the page as shown; absent where it is the page as shown. */
  shown?: Matrix
}

export function setUpright(picture: Pixels, {quarter, skew}: Lean): Upright {
  const turned = quarterTurned(picture, quarter)
  const isAskew = Math.abs(skew) >= leastSkew
  if (quarter === 0 && !isAskew) return {pixels: picture}
  const [width, height] = [turned.width / turned.scale, turned.height / turned.scale]
  const back = backFrom(quarter, width, height)
  if (!isAskew) return {pixels: turned, shown: back}
  const askew = turnAbout(skew, width / 2, height / 2)
  const pixels = turnAbout(skew, turned.width / 2, turned.height / 2)
  return {pixels: sampled(turned, pixels), shown: compose(back, askew)}
}

/** Clockwise on the page. */
function turnAbout(angle: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}

/** Undoes quarter turns; width and height are those of the turned page. */
function backFrom(quarter: Quarter, width: number, height: number): Matrix {
  const maps: Readonly<Record<Quarter, Matrix>> = {
    0: identity,
    1: [0, -1, 1, 0, 0, width],
    2: [-1, 0, 0, -1, width, height],
    3: [0, 1, -1, 0, height, 0]
  }
  return maps[quarter]
}

function quarterTurned(picture: Pixels, quarter: Quarter): Pixels {
  if (quarter === 0) return picture
  const {width: wide, height: high, data} = picture
  const [width, height] = quarter === 2 ? [wide, high] : [high, wide]
  const turned = new Uint8Array(data.length)
  // Where the top left pixel comes from, and the steps from there to the right and down.
  const [origin, right, down] = {
    1: [(high - 1) * wide, -wide, 1],
    2: [high * wide - 1, -1, -wide],
    3: [wide - 1, wide, -1]
  }[quarter] as [number, number, number]
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0, from = origin + y * down; x < width; x += 1, from += right, to += 1) turned[to] = data[from]!
  return {...picture, width, height, data: turned}
}

/** A picture of the same size in which each pixel is what stands where the map sends it, mixed from the four around. */
function sampled({width, height, scale, data}: Pixels, [a, b, c, d, e, f]: Matrix): Pixels {
  const straight = new Uint8Array(data.length).fill(paper)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      // Pixels have their places in their middles.
      const fromX = a * (x + 0.5) + c * (y + 0.5) + e - 0.5
      const fromY = b * (x + 0.5) + d * (y + 0.5) + f - 0.5
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const [across, below] = [fromX - left, fromY - top]
      const at = top * width + left
      const over = data[at]! + (data[at + 1]! - data[at]!) * across
      const under = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * across
      straight[y * width + x] = Math.round(over + (under - over) * below)
    }
  return {width, height, scale, data: straight}
}
