/** Dotted rules: rows and columns of dots, each drawn as a shape of its own. */

import type {Page} from '../../source/types.ts'
import {heightOf, widthOf} from '../pages/boxes.ts'
import type {Stroke} from './stroke.ts'

/** Largest dot, points. */
const largest = 2.6
/** Distance of two dots' middles over their size, at most. */
const widestStep = 4.5
/** Dots of a rule at least. */
const leastDots = 8
/** Dots on one line stray by this at most, points. */
const stray = 0.4

interface Dot {
  x: number
  y: number
  size: number
}

/** The rules that a page's dots draw. Time: n log n in the dots. */
export function dottedStrokes({fills}: Page): {level: Stroke[]; upright: Stroke[]} {
  const dots = fills.flatMap(({box}): Dot[] => {
    const size = Math.max(widthOf(box), heightOf(box))
    return size <= largest ? [{x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, size}] : []
  })
  if (dots.length < leastDots) return {level: [], upright: []}
  return {level: along(dots, 'x', 'y'), upright: along(dots, 'y', 'x')}
}

function along(dots: readonly Dot[], way: 'x' | 'y', across: 'x' | 'y'): Stroke[] {
  const lines: Dot[][] = []
  for (const dot of [...dots].sort((a, b) => a[across] - b[across] || a[way] - b[way])) {
    const line = lines.at(-1)
    if (line && dot[across] - line[0]![across] <= stray) line.push(dot)
    else lines.push([dot])
  }
  return lines.flatMap((line) => {
    const strokes: Stroke[] = []
    let run: Dot[] = []
    const close = (): void => {
      if (run.length >= leastDots)
        strokes.push({
          at: run[0]![across],
          from: run[0]![way] - run[0]!.size / 2,
          to: run.at(-1)![way] + run.at(-1)!.size / 2
        })
      run = []
    }
    for (const dot of line.sort((a, b) => a[way] - b[way])) {
      const last = run.at(-1)
      if (last && dot[way] - last[way] > widestStep * Math.max(dot.size, last.size)) close()
      run.push(dot)
    }
    close()
    return strokes
  })
}
