/** Filled areas in the picture of a scanned page, told from the paper and from what is printed on both. */
import type {Box} from '../../plan-tree/nodes.ts'
import {hundredths} from '../geometry.ts'
import type {Pixels} from '../pdf/pdfium/render.ts'
import type {FilledBox} from '../types.ts'

/** Greys of one fill differ by so much at most, from the first pixel that was seen of it. */
const sameGrey = 14
/** A fill is darker or lighter than the paper by at least so much. */
const leastContrast = 14
/** Where one begins its pixel differs from its neighbours by so much at most: edges of letters are no fills. */
const flat = 5
/** Of a fill, in points. */
const leastWidth = 20
const leastHeight = 8
/** Share of its frame that a fill covers: letters are holes in it. */
const leastCovered = 0.5
/** Share of each side of its frame: a watermark, a photograph or a logo reaches its frame in places only. */
const leastEdge = 0.85
/** How near to its frame such a side is, in points. */
const edgeDepth = 3
/** Round corners of a frame reach so far into it at most, in points. */
const corner = 12
/** Grey that a letter differs by from what it is printed on. */
const letterContrast = 40

/** One area: its pixels, end excluded, and its grey. */
interface Area {
  box: Box
  grey: number
}

/** Rectangles of another grey than the paper's, in points as the picture stands. */
export interface ScanFills {
  fills: FilledBox[]
  /** The picture without them: what is printed on them, light or dark, stands dark on white. */
  bare: Pixels
}

/** Linear in the number of pixels. */
export function fillsInScan(pixels: Pixels): ScanFills {
  const areas = areasOf(pixels)
  const {scale} = pixels
  const fills = areas.map(({box, grey}): FilledBox => {
    const level = Math.round(grey)
    return {box: box.map((value) => hundredths(value / scale)) as unknown as Box, colour: [level, level, level]}
  })
  return {fills, bare: withoutFills(pixels, areas)}
}

function areasOf(pixels: Pixels): Area[] {
  const half = halved(pixels)
  const paper = mostFrequent(half.data)
  const seen = new Uint8Array(half.data.length)
  const beside = neighbours(half)
  const areas: Area[] = []
  for (let y = 1; y < half.height - 1; y += 1)
    for (let x = 1; x < half.width - 1; x += 1) {
      const at = y * half.width + x
      const grey = half.data[at]!
      if (seen[at] === 1 || Math.abs(grey - paper) < leastContrast) continue
      const isFlat = beside.every((to) => Math.abs(half.data[at + to]! - grey) <= flat)
      if (isFlat) areas.push(...rectanglesIn(grown(half, at, paper, seen), half))
    }
  return areas.map(({box, grey}) => ({box: box.map((value) => 2 * value) as unknown as Box, grey}))
}

/** Means of two by two pixels: a quarter of the work, and half of the grain. */
export function halved({width, height, scale, data}: Pixels): Pixels {
  const [wide, high] = [width >> 1, height >> 1]
  const half = new Uint8Array(wide * high)
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const at = 2 * y * width + 2 * x
      half[y * wide + x] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2
    }
  return {width: wide, height: high, scale: scale / 2, data: half}
}

function mostFrequent(greys: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const grey of greys) counts[grey] = counts[grey]! + 1
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
}

/** Steps from a pixel to the four beside it. */
const neighbours = ({width}: Pixels): readonly number[] => [1, -1, width, -width]

/** The pixels that hang together with one and have its grey, and not the paper's. */
function grown(picture: Pixels, from: number, paper: number, seen: Uint8Array): number[] {
  const {data} = picture
  const beside = neighbours(picture)
  const area = [from]
  const grey = data[from]!
  seen[from] = 1
  for (const at of area)
    for (const to of beside) {
      const next = at + to
      if (next < 0 || next >= data.length || seen[next] === 1) continue
      const here = data[next]!
      if (Math.abs(here - grey) > sameGrey || Math.abs(here - paper) < leastContrast / 2) continue
      seen[next] = 1
      area.push(next)
    }
  return area
}

/**
 * The area as a rectangle. A frame of the fill's own grey, or a column beside it, hangs together with it: then the bands of the
 * area that are filled from side to side, and of the rest those that are filled from top to foot.
 */
function rectanglesIn(area: readonly number[], picture: Pixels): Area[] {
  if (area.length < leastCovered * leastWidth * leastHeight * picture.scale * picture.scale) return []
  const whole = rectangleOf(area, picture)
  if (whole) return [whole]
  const across = bandsOf(area, picture, true)
  const upright = bandsOf(across.rest, picture, false)
  return [...across.bands, ...upright.bands].flatMap((band) => rectangleOf(band, picture) ?? [])
}

/** Rows (or columns) next to each other of which the area covers half or more; and what of it is in none. */
function bandsOf(area: readonly number[], picture: Pixels, level: boolean): {bands: number[][]; rest: number[]} {
  if (area.length === 0) return {bands: [], rest: []}
  const [left, top, right, bottom] = frameOf(area, picture)
  const lineOf = (at: number) => (level ? Math.floor(at / picture.width) - top : (at % picture.width) - left)
  const [lines, length] = level ? [bottom - top, right - left] : [right - left, bottom - top]
  const covered = new Uint32Array(lines)
  for (const at of area) covered[lineOf(at)]! += 1
  let band = 0
  const bandOf = Array.from(covered, (count, line) => {
    if (count < leastCovered * length) return -1
    if (line > 0 && covered[line - 1]! < leastCovered * length) band += 1
    return band
  })
  const bands = Map.groupBy(area, (at) => bandOf[lineOf(at)]!)
  const rest = bands.get(-1) ?? []
  bands.delete(-1)
  return {bands: [...bands.values()], rest}
}

function frameOf(area: readonly number[], {width}: Pixels): Box {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const at of area) {
    const [y, x] = [Math.floor(at / width), at % width]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  return [left, top, right, bottom]
}

/** Undefined where the area is too small, or no rectangle. */
function rectangleOf(area: readonly number[], picture: Pixels): Area | undefined {
  const {width, scale, data} = picture
  const [left, top, right, bottom] = frameOf(area, picture)
  const [wide, high] = [right - left, bottom - top]
  if (wide < leastWidth * scale || high < leastHeight * scale || area.length < leastCovered * wide * high)
    return undefined
  // The outermost pixels may be mixed with the paper's, or a thin frame's: the fullest line counts that is near each side.
  const near = Math.ceil(edgeDepth * scale)
  const lines = Array.from({length: 4}, () => new Uint32Array(near))
  let sum = 0
  for (const at of area) {
    const [y, x] = [Math.floor(at / width), at % width]
    sum += data[at]!
    for (const [side, depth] of [x - left, y - top, right - 1 - x, bottom - 1 - y].entries())
      if (depth < near) lines[side]![depth]! += 1
  }
  if (lines.some((counts, side) => Math.max(...counts) < leastEdge * (side % 2 === 0 ? high : wide))) return undefined
  return {box: [left, top, right, bottom], grey: sum / area.length}
}

/** Each fill becomes white; letters lighter than it become dark. */
function withoutFills(pixels: Pixels, areas: readonly Area[]): Pixels {
  if (areas.length === 0) return pixels
  const data = pixels.data.slice()
  for (const area of areas) {
    const {box, grey} = area
    const [left, top, right, bottom] = box
    const turned = hasLightLetters(pixels, area)
    const bare = (value: number) => {
      if (turned) return 255 - Math.max(0, Math.round(((value - grey) * 255) / (255 - grey)))
      return Math.min(255, Math.round((value * 255) / Math.max(1, grey)))
    }
    for (let y = top; y < bottom; y += 1)
      for (let at = y * pixels.width + left; at < y * pixels.width + right; at += 1) data[at] = bare(data[at]!)
    clearCorners(pixels, area, data)
  }
  return {...pixels, data}
}

/** What lies outside a round corner hangs together with the corner of the frame: paper that would be ink on a dark fill, and the frame's arc. */
function clearCorners({width, scale, data: greys}: Pixels, {box, grey}: Area, data: Uint8Array): void {
  const [left, top, right, bottom] = box
  const reach = Math.min(Math.round(corner * scale), (right - left) >> 1, (bottom - top) >> 1)
  for (const [x0, y0] of [
    [left, top],
    [right - reach, top],
    [left, bottom - reach],
    [right - reach, bottom - reach]
  ] as const) {
    const cornerAt = (y0 === top ? top : bottom - 1) * width + (x0 === left ? left : right - 1)
    const outside = new Set([cornerAt])
    for (const at of outside) {
      const [y, x] = [Math.floor(at / width), at % width]
      if (x < x0 || x >= x0 + reach || y < y0 || y >= y0 + reach || Math.abs(greys[at]! - grey) <= sameGrey) {
        outside.delete(at)
        continue
      }
      for (const next of [at - 1, at + 1, at - width, at + width]) outside.add(next)
    }
    for (const at of outside) data[at] = 255
  }
}

/** More of it is lighter than the fill by as much as letters are than is darker. */
function hasLightLetters({width, data}: Pixels, {box: [left, top, right, bottom], grey}: Area): boolean {
  let [lighter, darker] = [0, 0]
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left; at < y * width + right; at += 1) {
      if (data[at]! >= grey + letterContrast) lighter += 1
      else if (data[at]! <= grey - letterContrast) darker += 1
    }
  return lighter > darker
}
