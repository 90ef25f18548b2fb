/** Runs to printed lines, by baseline. Time: n log n in the runs. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {centreY, heightOf, widthOf} from './boxes.ts'

/** Words on one baseline, from left to right. */
export interface Line {
  words: Run[]
  box: Box
  baseline: number
  /** Points; of most of its letters. */
  size: number
  /** Share of its letters that are bold, 0 to 1. */
  bold: number
  italic: boolean
  colour: string
  page: number
  /** The tagged element that it is a line of, where tags tell: the same number for all its lines. */
  block?: number
  /** What its tags say: it begins an entry of a list, or stands under the one before. */
  entry?: 'start' | 'under'
}

/** Runs whose baselines differ by less than this, in ems, stand on one line (edgeparse: 0.3). */
const sameBaseline = 0.3
/** A raised or lowered mark is at most this share of the size of the words it stands with. */
const markSize = 0.82
/** Gap that reads as a space where the source says nothing, in ems. */
const spaceGap = 0.15
/** PostScript weights from here on are bold. */
export const boldWeight = 600

/** Words gathered by baseline, lines from top to bottom. A line may run over several columns: cut regions first. */
export function linesOf(words: readonly Run[], page: number): Line[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
  const rows: Run[][] = []
  let [row, last, first] = [[] as Run[], 0, 0]
  for (const word of sorted) {
    const slack = sameBaseline * Math.min(word.size, row[0]?.size ?? word.size)
    if (row.length > 0 && word.baseline - last <= slack && word.baseline - first <= slack * 2) row.push(word)
    else {
      row = [word]
      rows.push(row)
      first = word.baseline
    }
    last = word.baseline
  }
  return withMarks(rows)
    .map((words) => lineOf(words, page))
    .sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
}

/** A line of words that stand on one baseline. */
export function lineOf(words: Run[], page: number): Line {
  if (!isInOrder(words)) words.sort((a, b) => a.box[0] - b.box[0] || a.box[2] - b.box[2])
  // Styles of a line are few: a list is faster than a map.
  const styles: {size: number; tint: number; letters: number; word: Run}[] = []
  let style: (typeof styles)[number] | undefined
  let [bold, italic, total] = [0, 0, 0]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const word of words) {
    const {length} = word.text
    const tint = tintOf(word)
    if (style?.size !== word.size || style.tint !== tint)
      style = styles.find((each) => each.size === word.size && each.tint === tint)
    if (style) style.letters += length
    else if (styles.length < 24) {
      style = {size: word.size, tint, letters: length, word}
      styles.push(style)
    }
    total += length
    if (word.weight >= boldWeight) bold += length
    if (word.italic) italic += length
    const {box} = word
    if (box[0] < left) left = box[0]
    if (box[1] < top) top = box[1]
    if (box[2] > right) right = box[2]
    if (box[3] > bottom) bottom = box[3]
  }
  let main = styles[0]!
  for (const each of styles) if (each.letters > main.letters) main = each
  return {
    words,
    box: [left, top, right, bottom],
    baseline: main.word.baseline,
    size: styles.length > 1 ? capitalSize(words, main.size) : main.size,
    bold: total > 0 ? bold / total : 0,
    italic: italic * 2 > total,
    colour: main.word.colour ? String(main.word.colour) : '',
    page
  }
}

/** Most words come from left to right. */
function isInOrder(words: readonly Run[]): boolean {
  for (let i = 1; i < words.length; i += 1) {
    const [before, after] = [words[i - 1]!.box, words[i]!.box]
    if (before[0] > after[0] || (before[0] === after[0] && before[2] > after[2])) return false
  }
  return true
}

/** Share of the words in letters of the usual size that must begin with a larger capital that touches them for a line to be set in small capitals. */
const capitalShare = 0.1

/** Small capitals are as large as the capitals that begin their words. */
function capitalSize(words: readonly Run[], size: number): number {
  let [starts, capitals, large] = [0, 0, size]
  words.forEach((word, i) => {
    const before = words[i - 1]
    if (word.size !== size) return
    starts += 1
    if (!before || before.size < 1.1 * size || before.size > 1.7 * size || spaced(before, word)) return
    if (!/\p{Lu}$/u.test(before.text)) return
    capitals += 1
    large = before.size
  })
  return capitals > 0 && capitals >= capitalShare * starts ? large : size
}

const tintOf = ({colour}: Run): number => (colour ? (colour[0] << 16) | (colour[1] << 8) | colour[2] : -1)

/** Rows of small raised or lowered marks join the row they stand in: 'suicide' and its footnote's number. */
function withMarks(rows: Run[][]): Run[][] {
  const kept: (Run[] | undefined)[] = rows
  const sizes = rows.map(largestOf)
  for (let i = 0; i < rows.length; i += 1) {
    const small = rows[i]!
    // Few rows stand beside one of so much larger letters.
    const around = Math.max(sizes[i - 2] ?? 0, sizes[i - 1] ?? 0, sizes[i + 1] ?? 0, sizes[i + 2] ?? 0)
    if (!small.some(({size}) => around * markSize >= size)) continue
    const rest: Run[] = []
    for (const word of small) {
      const host = [i - 1, i + 1, i - 2, i + 2].find((other) => {
        const row = kept[other]
        return row && sizes[other]! * markSize >= word.size && touches(row, word)
      })
      if (host === undefined) rest.push(word)
      else kept[host]!.push(word)
    }
    kept[i] = rest.length > 0 ? rest : undefined
  }
  return kept.filter((row) => row !== undefined)
}

/** Words of a row that are looked at for its size. */
const sizedWords = 50

function largestOf(row: readonly Run[]): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < row.length && i < sizedWords; i += 1) largest = Math.max(largest, row[i]!.size)
  return largest
}

function touches(row: readonly Run[], word: Run): boolean {
  // A line holds some hundred words at most; more is a picture made of letters.
  for (const other of row.length > 400 ? row.slice(0, 400) : row) {
    const gap = Math.max(other.box[0] - word.box[2], word.box[0] - other.box[2])
    // The number of a footnote stands a space before its words.
    const leads = word.box[2] <= other.box[0] && other === row[0]
    if (gap > (leads ? 0.8 : 0.35) * other.size || gap < -0.6 * widthOf(word.box)) continue
    const middle = centreY(word.box)
    const reach = 0.25 * heightOf(other.box)
    if (middle > other.box[1] - reach && middle < other.box[3] + reach && word.size <= markSize * other.size)
      return true
  }
  return false
}

/** Whether a space stands between two neighbours on a line. */
export function spaced(before: Run, after: Run): boolean {
  const gap = after.box[0] - before.box[2]
  return gap > spaceGap * Math.min(before.size, after.size) || (after.afterSpace === true && gap > -0.5 * after.size)
}

/** The words of a line as printed, one space between words. */
export function textOf(line: Line): string {
  let text = ''
  line.words.forEach((word, i) => {
    const before = line.words[i - 1]
    text += before && spaced(before, word) ? ` ${word.text}` : word.text
  })
  return text
}
