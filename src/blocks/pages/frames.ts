/** Which groups of rules are the edges of a box. */
import type {Page} from '../../source/types.ts'
import type {Ruling, Stroke} from '../tables/rulings.ts'
import {heightOf, widthOf} from './boxes.ts'

/** Frames that cover more of the page than this are its border. */
const borderShare = 0.75

/** Share of a side that a rule along it covers, at least, and how near to it the rule is, points. */
const sideShare = 0.95
const sideReach = 2

export function isFrame({level, upright, box}: Ruling, page: Page): boolean {
  if ((level.length < 2 || upright.length < 2) && drawnSides({level, upright, box}) < 3) return false
  if (widthOf(box) * heightOf(box) > borderShare * page.width * page.height) return false
  return widthOf(box) > 20 && heightOf(box) > 8
}

/** How many of its four sides a box has: where the end of a column or of the page cut it, one may be missing. */
function drawnSides({level, upright, box}: Pick<Ruling, 'level' | 'upright' | 'box'>): number {
  const [left, top, right, bottom] = box
  const runs = (strokes: readonly Stroke[], at: number, length: number): boolean =>
    strokes.some((each) => Math.abs(each.at - at) < sideReach && each.to - each.from >= sideShare * length)
  const [width, height] = [right - left, bottom - top]
  return [
    runs(level, top, width),
    runs(level, bottom, width),
    runs(upright, left, height),
    runs(upright, right, height)
  ].filter(Boolean).length
}
