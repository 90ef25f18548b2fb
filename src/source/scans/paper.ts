/** The paper of a scanned page made even and white: grain, specks, grey and shaded sheets, what shows through from the back. */
import type {Pixels} from '../pdf/pdfium/render.ts'

/** Greys of pixels beside each other differ by so much in the middle: less is no grain, as in pictures that were never paper. */
const leastGrain = 1
/** Grain that hides the edges of fills and rules: it is smoothed. */
const coarseGrain = 3
/** A pixel is like one beside it up to so many times the grain, and always up to so much. */
const likeGrains = 4
const leastLike = 12
/** Paper is looked at in squares so wide, points. */
const square = 24
/** A square whose paper is so much darker or lighter than the sheet's at its place is a fill or a picture. */
const mostOff = 24
const rounds = 4
/** Grains below the paper's grey up to which all is paper. */
const whiteGrains = 2
/** Times that a grainy picture is smoothed at most. */
const mostSmoothed = 2

/** The same picture where its paper has no grain. Linear in the number of pixels. */
export function cleanPaper(picture: Pixels): Pixels {
  const printed = grainOf(picture)
  if (printed < leastGrain) return picture
  let [clean, grain] = [picture, printed]
  for (let i = 0; i < mostSmoothed && grain >= coarseGrain; i += 1) {
    clean = smoothed(clean, grain)
    grain = grainOf(clean)
  }
  return whitened(clean, printed)
}

/** Middle difference of pixels beside each other; what is quite white or black is left out, as grain is cut off there. */
function grainOf({data}: Pixels): number {
  const counts = new Uint32Array(256)
  let all = 0
  for (let at = 0; at + 1 < data.length; at += 3) {
    const [a, b] = [data[at]!, data[at + 1]!]
    if (a + b === 0 || a + b === 510) continue
    counts[Math.abs(a - b)]! += 1
    all += 1
  }
  // Edges of letters alone are no paper.
  if (all < data.length / 30) return 0
  let sum = 0
  return counts.findIndex((count) => {
    sum += count
    return 2 * sum >= all
  })
}

/** Each pixel the mean of those around that are like it; specks the mean of all around. */
function smoothed({width, height, scale, data}: Pixels, grain: number): Pixels {
  const like = Math.max(leastLike, likeGrains * grain)
  const smooth = data.slice()
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1, at = y * width + 1; x < width - 1; x += 1, at += 1) {
      const grey = data[at]!
      let [sum, count, rest] = [grey, 0, 0]
      for (let i = 0; i < 8; i += 1) {
        const beside = data[at + around[i]!]!
        const off = beside - grey
        if (off <= like && off >= -like) {
          sum += beside
          count += 1
        } else rest += beside
      }
      smooth[at] = count === 0 ? rest / 8 : sum / (count + 1)
    }
  return {width, height, scale, data: smooth}
}

/** Divided by the paper's grey at each place: a plane through the squares that are bare paper. */
function whitened({width, height, scale, data}: Pixels, grain: number): Pixels {
  const [a, b, c] = planeThrough(squaresOf({width, height, scale, data}))
  const white = new Uint8Array(data.length)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const paper = Math.max(64, a * x + b * y + c - whiteGrains * grain)
      white[at] = Math.min(255, (data[at]! * 255) / paper)
    }
  return {width, height, scale, data: white}
}

type Place = readonly [x: number, y: number, grey: number]

/** Middles of squares with their most frequent grey. */
function squaresOf({width, height, scale, data}: Pixels): Place[] {
  const side = Math.round(square * scale)
  const places: Place[] = []
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      const counts = new Uint32Array(256)
      for (let y = top; y < top + side; y += 2)
        for (let x = left; x < left + side; x += 2) counts[data[y * width + x]!]! += 1
      places.push([left + side / 2, top + side / 2, peakOf(counts)])
    }
  return places
}

/** The grey that most are near. */
function peakOf(counts: Uint32Array): number {
  let [peak, most] = [255, 0]
  for (let grey = 0; grey < counts.length; grey += 1) {
    let near = 0
    for (let other = Math.max(0, grey - 4); other <= Math.min(255, grey + 4); other += 1) near += counts[other]!
    if (near >= most) [peak, most] = [grey, near]
  }
  return peak
}

/** grey = ax + by + c by least squares, each time through the places that are near the plane before. */
function planeThrough(places: readonly Place[]): readonly [a: number, b: number, c: number] {
  const counts = new Uint32Array(256)
  for (const [, , grey] of places) counts[grey]! += 1
  let plane: readonly [number, number, number] = [0, 0, peakOf(counts)]
  for (let round = 0; round < rounds; round += 1) {
    const [a, b, c] = plane
    const near = places.filter(([x, y, grey]) => Math.abs(grey - (a * x + b * y + c)) <= mostOff)
    if (near.length < 3) return plane
    plane = leastSquares(near)
  }
  return plane
}

function leastSquares(places: readonly Place[]): readonly [a: number, b: number, c: number] {
  const mean = (at: 0 | 1 | 2) => places.reduce((sum, place) => sum + place[at], 0) / places.length
  const [midX, midY, middle] = [mean(0), mean(1), mean(2)]
  let [xx, xy, yy, xg, yg] = [0, 0, 0, 0, 0]
  for (const [x, y, grey] of places) {
    const [right, down, off] = [x - midX, y - midY, grey - middle]
    xx += right * right
    xy += right * down
    yy += down * down
    xg += right * off
    yg += down * off
  }
  const size = xx * yy - xy * xy
  if (size <= 0) return [0, 0, middle]
  const [a, b] = [(xg * yy - yg * xy) / size, (yg * xx - xg * xy) / size]
  return [a, b, middle - a * midX - b * midY]
}
