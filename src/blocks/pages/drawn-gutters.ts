/** Gutters that a rule is drawn in. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Stroke} from '../tables/rulings.ts'
import {centreX, centreY} from './boxes.ts'
import type {Gutter} from './gutters.ts'
import type {Line} from './lines.ts'

/** A gutter; whether a rule is drawn in it, the columns of the whole page meet there, or tables with one header stand on both sides. */
export type Cut = Gutter & {drawn?: boolean; ofPage?: boolean; headed?: boolean}

/** Share of a gutter's lines that a rule in it runs along, for the rule to say where the columns end. */
const drawnShare = 0.8

/** The gutter that a rule is drawn in, over the lines that stand beside it. */
export function drawnGutter(
  {at, from: top, to: bottom}: Stroke,
  lines: readonly Line[],
  boxes: readonly Box[]
): Cut | undefined {
  const beside = lines.flatMap(({box}, i) => (centreY(box) > top && centreY(box) < bottom ? [i] : []))
  const [from, to] = [beside[0], beside.at(-1)]
  if (from === undefined || to === undefined || boxes.some((box) => box[0] < at && box[2] > at)) return undefined
  const words = beside.flatMap((i) => lines[i]!.words)
  if (words.some(({box}) => box[0] < at - 1 && box[2] > at + 1)) return undefined
  const left = words.filter(({box}) => centreX(box) < at)
  const right = words.filter(({box}) => centreX(box) >= at)
  if (left.length === 0 || right.length === 0) return undefined
  const both = beside.filter(
    (i) => lines[i]!.words.some(({box}) => centreX(box) < at) && lines[i]!.words.some(({box}) => centreX(box) >= at)
  ).length
  return {
    left: Math.max(...left.map(({box}) => box[2])),
    right: Math.min(...right.map(({box}) => box[0])),
    from,
    to,
    both,
    drawn: true
  }
}

/** Whether a rule stands in a gutter that runs on far beyond it: the edge of a quotation, say, within one column. */
export const isPartOf = (drawn: Gutter, at: number, whole: Gutter): boolean =>
  at > whole.left - 1 &&
  at < whole.right + 1 &&
  whole.from <= drawn.from &&
  whole.to >= drawn.to &&
  drawn.to - drawn.from + 1 < drawnShare * (whole.to - whole.from + 1)
