/** List items that stand in a box each: tinted strips one below the other, cards of one sentence. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {centreX, centreY, widthOf} from './boxes.ts'
import {type Line, linesOf} from './lines.ts'
import {markedLine} from './markers.ts'

/** A box and the words in it. */
export interface WordBox {
  box: Box
  words: readonly Run[]
}

/** Boxes of one list differ in their edges by this at most, points. */
const sameEdge = 2.5
/** White space between boxes of one list, ems at most: below one another, side by side. */
const stackGap = 1.8
const besideGap = 4
/** The same across a line in time that has boxes on either side in turn. */
const spineGap = 6
/** Boxes that make a list at least: below one another, side by side. */
const leastStacked = 2
const leastBeside = 2
/** Boxes of a list that are not bold from end to end, at least, for one that is to be part of it. */
const leastPlain = 3
/** Words of an item at most. */
const mostWords = 90
/** Distance of the lines of an item, ems at most. */
const linePitch = 1.85
/** Share of an item's letters that may be bold: more is a heading in a banner. */
const mostBold = 0.85
/** Boxes looked at: more are a picture. */
const mostBoxes = 200
/** How far left of its box the number of an item stands, ems. */
const numberReach = 3

/** For each box that holds an item of a list, the marker to put before its words: what is printed left of the box, or a bullet; nothing where the words have one. */
export function boxedItems<Each extends WordBox>(
  boxes: readonly Each[],
  outside: readonly Run[],
  page: number
): Map<Each, Run[]> {
  const items = new Map<Each, Run[]>()
  if (boxes.length < leastStacked || boxes.length > mostBoxes) return items
  const plain = boxes.flatMap((each) => {
    const lines = itemLines(each, page)
    return lines ? [{each, lines, bold: isBold(lines)}] : []
  })
  for (const series of seriesOf(plain, outside)) {
    for (const {each, lines} of series) {
      const first = lines[0]!
      const number = outside.filter((word) => isBefore(word, first, each.box))
      const marked = markedLine(first) !== undefined
      // What goes on from the page before begins in mid-sentence.
      const goesOn = each === series[0]!.each && /^\p{Ll}/u.test(first.words[0]!.text)
      items.set(each, number.length > 0 ? number : marked || goesOn ? [] : [bulletFor(first, each.box)])
    }
  }
  return items
}

interface Plain<Each> {
  each: Each
  lines: Line[]
  /** Nearly all of it is. */
  bold: boolean
}

/** The lines of a box that holds one paragraph and no title. */
function itemLines({words}: WordBox, page: number): Line[] | undefined {
  if (words.length === 0 || words.length > mostWords) return undefined
  const lines = linesOf(words, page)
  const [first] = lines
  if (!first) return undefined
  if (!/\p{L}{2}/u.test(words.map(({text}) => text).join(' '))) return undefined
  const even = lines.every((line, i) => {
    const before = lines[i - 1]
    if (Math.abs(line.size - first.size) > 0.3) return false
    if (!before) return true
    return line.baseline - before.baseline < linePitch * line.size && markedLine(line) === undefined
  })
  return even ? lines : undefined
}

function isBold(lines: readonly Line[]): boolean {
  let [bold, all] = [0, 0]
  for (const line of lines) {
    const letters = line.words.reduce((sum, {text}) => sum + text.length, 0)
    all += letters
    bold += line.bold * letters
  }
  return bold > mostBold * all
}

/** Boxes that make one list: alike and near one another, with no words between. */
function seriesOf<Each extends WordBox>(plain: readonly Plain<Each>[], outside: readonly Run[]): Plain<Each>[][] {
  const order = [...plain].sort((a, b) => a.each.box[1] - b.each.box[1] || a.each.box[0] - b.each.box[0])
  const series: Plain<Each>[][] = []
  const join = (one: Plain<Each>, known: readonly Plain<Each>[][]): boolean => {
    const hosts = known.filter((own) =>
      own.some((other) => areNear(other, one, outside) || areNear(one, other, outside))
    )
    const [host, ...others] = hosts
    if (!host) return false
    for (const other of others) host.push(...series.splice(series.indexOf(other), 1)[0]!)
    host.push(one)
    return true
  }
  for (const one of order) if (!one.bold && !join(one, series)) series.push([one])
  const lists = series.filter((own) => {
    const lefts = new Set(own.map(({each}) => Math.round(each.box[0] / sameEdge)))
    return own.length >= (lefts.size > 1 ? leastBeside : leastStacked)
  })
  // A bold one among them is one of them: alone it would be a heading in a banner.
  const clear = lists.filter((own) => own.length >= leastPlain)
  for (const one of order) if (one.bold) join(one, clear)
  return lists
}

function areNear(a: Plain<WordBox>, b: Plain<WordBox>, outside: readonly Run[]): boolean {
  const {size, colour} = a.lines[0]!
  if (Math.abs(size - b.lines[0]!.size) > 0.3 || colour !== b.lines[0]!.colour) return false
  const [one, other] = [a.each.box, b.each.box]
  if (Math.abs(widthOf(one) - widthOf(other)) > 2 * sameEdge) return false
  if (Math.abs(one[0] - other[0]) <= sameEdge) {
    const gap = other[1] - one[3]
    return gap > -2 && gap < stackGap * size && !outside.some(({box}) => between(box, one, other))
  }
  const gap = Math.max(other[0] - one[2], one[0] - other[2])
  if (gap <= -2) return false
  if (Math.abs(one[1] - other[1]) <= sameEdge) return gap < besideGap * size
  const below = other[1] - one[3]
  return (
    gap < spineGap * size &&
    below > -2 &&
    below < stackGap * size &&
    !outside.some(({box}) => isAcross(box, one, other))
  )
}

/** Between the foot of one box and the head of the next on the other side of a line in time, whatever its place across. */
const isAcross = (box: Box, above: Box, below: Box): boolean => centreY(box) > above[3] && centreY(box) < below[1]

const between = (box: Box, above: Box, below: Box): boolean =>
  isAcross(box, above, below) && centreX(box) > above[0] && centreX(box) < above[2]

function isBefore({box, baseline}: Run, {baseline: own, size}: Line, [left]: Box): boolean {
  return Math.abs(baseline - own) < 0.3 * size && box[2] <= left + 1 && left - box[0] < numberReach * size
}

/** A bullet at the box's left edge, on the baseline of its first line. */
function bulletFor({baseline, size, words, box}: Line, [left]: Box): Run {
  const end = Math.min(box[0] - 0.3 * size, left + 0.4 * size)
  return {
    text: '•',
    box: [Math.min(left, end - 0.3 * size), baseline - 0.4 * size, end, baseline - 0.1 * size],
    baseline,
    font: '',
    size: words[0]!.size,
    weight: 400,
    italic: false
  }
}
