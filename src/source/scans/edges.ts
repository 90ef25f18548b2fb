/** Black along the edges of a copied sheet, where it did not cover the glass: made paper. */
import type {Pixels} from '../pdf/pdfium/render.ts'

/** Grey below this is black: a copier's edge is darker than nearly all that is printed. */
const black = 70
/** It begins so near to the picture's edge, and reaches so far into it at most, in points: banners reach farther. */
const nearest = 2
const deepest = 30
/** Half-dark pixels behind it, in points, go with it. */
const rim = 1
const paper = 255

/** The same picture where it has no such edge. */
export function withoutEdges(picture: Pixels): Pixels {
  const {width, height, scale} = picture
  const data = picture.data.slice()
  const [near, deep, behind] = [nearest, deepest, rim].map((points) => Math.round(points * scale)) as [
    number,
    number,
    number
  ]
  let cleared = 0
  // Each side of the picture: its first pixel, the steps along it and into the picture.
  for (const [first, along, inwards, lines] of [
    [0, width, 1, height],
    [width - 1, width, -1, height],
    [0, 1, width, width],
    [(height - 1) * width, 1, -width, width]
  ] as const)
    for (let line = 0; line < lines; line += 1) {
      const start = first + line * along
      const end = blackFrom(data, start, inwards, near, deep)
      for (let i = 0; end > 0 && i < end + behind; i += 1) data[start + i * inwards] = paper
      cleared += end
    }
  return cleared > 0 ? {...picture, data} : picture
}

/** Pixels from the edge to the end of the black that begins there; 0 where there is none, or too much. */
function blackFrom(data: Uint8Array, start: number, step: number, near: number, deep: number): number {
  let from = 0
  while (from < near && data[start + from * step]! >= black) from += 1
  if (from === near) return 0
  let to = from
  while (to <= deep && data[start + to * step]! < black) to += 1
  return to > deep ? 0 : to
}
