/** Frames with round corners: their four sides end before they meet. */
import type {Stroke} from './stroke.ts'

/** Radius of a round corner, points. */
const radius = {least: 2, most: 18}
/** How far the two ends at a corner may be from one radius, points. */
const uneven = 1.2
/** Strokes on a page at most: more are a picture. */
const mostSides = 600

/** Lengthens the sides of round frames to the corners in which they would meet. */
export function closeCorners(level: readonly Stroke[], upright: readonly Stroke[]): void {
  if (level.length > mostSides || upright.length > mostSides) return
  const corners: (() => void)[] = []
  for (const side of level) {
    const [left, right] = [cornerAt(side, 'from', upright), cornerAt(side, 'to', upright)]
    if (left && right) corners.push(left, right)
  }
  for (const close of corners) close()
}

/** What closes the corner at one end of a level side; undefined where no upright one turns into it. */
function cornerAt(side: Stroke, end: 'from' | 'to', upright: readonly Stroke[]): (() => void) | undefined {
  for (const other of upright) {
    const across = end === 'from' ? side.from - other.at : other.at - side.to
    if (across < radius.least || across > radius.most) continue
    for (const edge of ['from', 'to'] as const) {
      const along = edge === 'from' ? other.from - side.at : side.at - other.to
      if (along < radius.least || along > radius.most || Math.abs(along - across) > uneven) continue
      const [x, y] = [other.at, side.at]
      return () => {
        side[end] = x
        other[edge] = y
      }
    }
  }
  return undefined
}
