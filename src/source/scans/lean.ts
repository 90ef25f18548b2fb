/**
 * How the sheet of a scan lay on the glass, told from where letters end: their feet stand on lines, their heads less so, as some
 * letters rise over the others; their sides line up with nothing. The side whose edges lie most in lines is the foot.
 */
import type {Pixels} from '../pdf/pdfium/render.ts'

/** Quarter turns, clockwise, that set a picture upright. */
export type Quarter = 0 | 1 | 2 | 3

export interface Lean {
  quarter: Quarter
  /** How far the lines of the picture fall to the right when it is turned so, radians. */
  skew: number
}

/** Pixels beside each other that differ by so much, of 255, are an edge. */
const leastEdge = 48
/** An edge that goes on for more points is a rule's or a fill's. */
const mostEdge = 8
/** Skew is looked for up to so many degrees, first in coarse steps, then in fine ones. */
const most = 5
const coarse = 0.25
const fine = 0.025
/** Fewer edges tell nothing. */
const fewest = 200
/**
 * Letters without serifs, capitals and figures stand as well on their heads: a page is taken to be upside down only where its letters
 * are many and it is this plain.
 */
const fewestOver = 5_000
const plain = 1.1

/** The places of edges along the lines of letters that would stand on them, and across. */
interface Edges {
  along: Uint16Array
  across: Uint16Array
  count: number
  /** Of the picture, along and across. */
  length: number
  depth: number
}

interface Side {
  quarter: Quarter
  count: number
  /** Degrees. */
  angle: number
  inLines: number
}

/**
 * Undefined where a picture has too few letters to tell. Whether it stands on its head is a guess that the words read from it
 * confirm or not; the rest is sure. `pixels` at about 100 an inch.
 */
export function leanOf(pixels: Pixels): Lean | undefined {
  const sides = ([0, 1, 2, 3] as const).flatMap((quarter): Side[] => {
    const edges = feetOf(pixels, quarter)
    return edges.count < fewest ? [] : [{quarter, count: edges.count, ...bestAngle(edges)}]
  })
  sides.sort((a, b) => b.inLines - a.inLines || a.quarter - b.quarter)
  const [best] = sides
  if (!best) return undefined
  const upright = sides.find(({quarter}) => quarter === 0)
  const isPlain = best.count >= fewestOver && (!upright || best.inLines >= plain * upright.inLines)
  const {quarter, angle} = best.quarter === 2 && upright && !isPlain ? upright : best
  return {quarter, skew: (angle * Math.PI) / 180}
}

/** The same page the other way up. */
export function turnedOver({quarter, skew}: Lean): Lean {
  return {quarter: ((quarter + 2) % 4) as Quarter, skew}
}

/** Where letters would end below if the picture were turned so. */
function feetOf({width, height, scale, data}: Pixels, quarter: Quarter): Edges {
  const level = quarter % 2 === 0
  const [length, depth] = level ? [width, height] : [height, width]
  // Steps in the picture as it is: to the right and down in the picture as it would be turned.
  const [right, down, origin] = (
    [
      [1, width, 0],
      [-width, 1, (height - 1) * width],
      [-1, -width, height * width - 1],
      [width, -1, width - 1]
    ] as const
  )[quarter]!
  const [along, across] = [new Uint16Array(data.length), new Uint16Array(data.length)]
  const longest = mostEdge * scale
  let count = 0
  for (let y = 0; y < depth - 1; y += 1) {
    let run = 0
    for (let x = 0, at = origin + y * down; x < length; x += 1, at += right) {
      if (data[at + down]! - data[at]! >= leastEdge) {
        along[count] = x
        across[count] = y
        count += 1
        run += 1
        continue
      }
      if (run > longest) count -= run
      run = 0
    }
    if (run > longest) count -= run
  }
  return {along, across, count, length, depth}
}

function bestAngle(edges: Edges): {angle: number; inLines: number} {
  let best = {angle: 0, inLines: inLines(edges, 0)}
  const look = (from: number, to: number, step: number) => {
    const steps = Math.round((to - from) / step)
    for (let i = 0; i <= steps; i += 1) {
      const angle = from + i * step
      const found = inLines(edges, angle)
      if (found > best.inLines) best = {angle, inLines: found}
    }
  }
  look(-most, most, coarse)
  look(best.angle - coarse, best.angle + coarse, fine)
  return best
}

/** Edges in the row of a middle edge, as a multiple of what there would be if they lay anywhere. */
function inLines(edges: Edges, degrees: number): number {
  let squares = 0
  for (const row of rowsOf(edges, degrees)) squares += row * row
  return (squares * edges.depth) / (edges.count * edges.count)
}

/** How many edges lie in each row of the picture turned back by so much about its middle. */
function rowsOf({along, across, count, length, depth}: Edges, degrees: number): Uint32Array {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const shift = Math.ceil((Math.abs(slope) * length) / 2)
  const rows = new Uint32Array(depth + 2 * shift)
  for (let i = 0; i < count; i += 1) rows[Math.round(across[i]! - slope * (along[i]! - length / 2)) + shift]! += 1
  return rows
}
