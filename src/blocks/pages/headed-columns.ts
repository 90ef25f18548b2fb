/** Columns under a row of boxes, each box the head of its column: the words below one box are read before the next box. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import type {BoxColumns} from './box-columns.ts'
import {centreY, heightOf, widthOf} from './boxes.ts'
import {type Line, linesOf} from './lines.ts'

/** How far the heads' upper edges may differ, points, and their widths, as a share. */
const [level, alike] = [4, 0.25]
/** Height of a head at most, in lines of the words below it. */
const tallest = 8
/** White between a head and the words below it at most, ems. */
const nearest = 4
/** How far words may stand out of the outer sides of the heads, as a share of a head's width. */
const reach = 0.08
/** Distance of baselines, over the least of a column, that parts its paragraphs. */
const partedBy = 1.15
/** Share of a column's partings that run through all columns where these are the rows of a table. */
const shareOfRows = 0.5
/** Baselines nearer than this are those of one line, points. */
const sameLine = 1
/** Boxes of a region at most: more are a picture. */
const mostBoxes = 60

/** Such columns, from the top of the heads to the first line that runs over two of them; undefined where there are none. */
export function columnsUnderHeads(lines: readonly Line[], boxes: readonly Box[], page: number): BoxColumns | undefined {
  if (boxes.length < 2 || boxes.length > mostBoxes || lines.length === 0) return undefined
  for (const first of boxes) {
    const heads = boxes.filter((box) => isBeside(first, box)).sort((a, b) => a[0] - b[0])
    if (heads.length < 2 || heads[0] !== first) continue
    const found = columnsUnder(heads, lines, boxes, page)
    if (found) return found
  }
  return undefined
}

function isBeside(first: Box, box: Box): boolean {
  return Math.abs(box[1] - first[1]) <= level && Math.abs(widthOf(box) - widthOf(first)) <= alike * widthOf(first)
}

function columnsUnder(
  heads: readonly Box[],
  lines: readonly Line[],
  boxes: readonly Box[],
  page: number
): BoxColumns | undefined {
  const [top, foot] = [Math.min(...heads.map((box) => box[1])), Math.min(...heads.map((box) => box[3]))]
  const gaps = heads.slice(1).map(([left], i) => (heads[i]![2] + left) / 2)
  const slack = reach * widthOf(heads[0]!)
  const edges = [heads[0]![0] - slack, ...gaps, heads.at(-1)![2] + slack]
  const columnOf = (box: Box): number => heads.findIndex((_, i) => box[0] >= edges[i]! && box[2] <= edges[i + 1]!)
  const below = lines.flatMap(({words}) => words).filter(({box}) => centreY(box) > top)
  const size = lines.find(({box}) => centreY(box) > foot)?.size ?? 0
  if (heads.some((box) => heightOf(box) > tallest * size)) return undefined
  const across = [...below.map(({box}) => box), ...boxes.filter((box) => box[1] > foot)].filter(
    (box) => columnOf(box) < 0
  )
  const bottom = Math.min(...across.map((box) => box[1]))
  const words = below.filter(({box}) => centreY(box) < bottom)
  if (words.some(({box}) => centreY(box) < heads[columnOf(box)]![3])) return undefined
  const columns = heads.map((_, at) => words.filter(({box}) => columnOf(box) === at))
  const isNear = (own: readonly Run[], at: number): boolean =>
    own.length === 0 || Math.min(...own.map(({box}) => box[1])) - heads[at]![3] <= nearest * size
  const filled = columns.filter((own) => own.length > 0)
  if (filled.length < 2 || filled.length < heads.length / 2 || !columns.every(isNear)) return undefined
  if (areRows(filled, page)) return undefined
  return {top: top - 1, bottom: Number.isFinite(bottom) ? bottom : Math.max(...words.map(({box}) => box[3])) + 1, gaps}
}

/** The partings of the longest column run through the others: rows of a table, not columns. */
function areRows(columns: readonly Run[][], page: number): boolean {
  const lettered = columns.map((own) => own.filter(({text}) => /[\p{L}\d]/u.test(text))).filter((own) => own.length > 0)
  if (lettered.length < 2) return true
  const baselines = lettered.map((own) => linesOf(own, page).map(({baseline}) => baseline))
  const ends = baselines.map((own) => own.at(-1)!).sort((a, b) => b - a)
  const until = ends[1]!
  const pitch = Math.min(...baselines.flatMap(steps))
  if (!Number.isFinite(pitch)) return true
  const partings = (all: readonly number[]): number =>
    steps(all.filter((baseline) => baseline <= until)).filter((step) => step > partedBy * pitch).length
  const own = Math.max(...baselines.map(partings))
  const through = partings(baselines.flat().sort((a, b) => a - b))
  return through > 0 && through >= shareOfRows * own
}

/** Distances between baselines; those of one line are none. */
const steps = (baselines: readonly number[]): number[] =>
  baselines
    .slice(1)
    .map((baseline, i) => baseline - baselines[i]!)
    .filter((step) => step > sameLine)
