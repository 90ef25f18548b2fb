/**
 * Tables without rules that are known by their header row: labels of one style stand apart on a line, and below it no word runs
 * over the white space between them, however narrow the strip that is left of it further down.
 */
import type {Run} from '../../source/types.ts'
import {around} from '../pages/boxes.ts'
import {boldWeight, type Line} from '../pages/lines.ts'
import {freeEdges} from './column-edges.ts'
import {filledCells, type RowDraft, type TableDraft} from './draft.ts'
import {bandRows} from './row-bands.ts'

/** White space between two labels of a header: over that between the words of one, which is at most so many ems; that of one of them at least, ems. */
const labelGap = 1.25
const mostSpace = 0.36
const leastGap = 0.4
const wideGap = 1.5
/** Labels of a header at least; words that one and all of them have at most. */
const leastLabels = 3
const mostLabelWords = 7
const mostHeaderWords = 24
/** Letters of a header that are bold at least; words below it that are as it is at most. */
const boldHeader = 0.9
const styledBody = 0.6
/** A strip between two columns, points at least. */
const leastStrip = 1
/** Distance of a table's lines, and of those of its header, ems at most. */
const mostPitch = 3.4
const headerPitch = 1.6
/** Lines above, and below, that with most labels on which labels of more lines begin and end, at most. */
const mostBeside = 3
/** Letters larger than the header's by so much are a heading's. */
const headingSize = 1.1
/** Words of a cell on average, at most. */
const mostCellWords = 30
/** Share of the rows with words in more than one column, at least. */
const severalShare = 0.6
const leastBodyRows = 1

interface Strip {
  /** White space that no line has words in so far. */
  free: [left: number, right: number][]
}

export interface HeadedTable {
  table: TableDraft
  /** First and last line, by index. */
  from: number
  to: number
}

/** The first table of these lines that has a header row; undefined where there is none. */
export function headedTable(lines: readonly Line[], page: number): HeadedTable | undefined {
  for (let at = 0; at < lines.length - 1; at += 1) {
    if (!isHeader(lines[at]!)) continue
    const found = tableUnder(lines, at, page)
    if (found) return found
  }
  return undefined
}

/** Stretches of words on a line that white space parts. */
function labelsOf(line: Line): Run[][] {
  const labels: Run[][] = []
  const gaps = line.words.slice(1).map(({box}, i) => box[0] - line.words[i]!.box[2])
  const space = Math.min(mostSpace * line.size, ...gaps.filter((gap) => gap > 0.1 * line.size))
  for (const word of line.words) {
    const last = labels.at(-1)?.at(-1)
    if (last && word.box[0] - last.box[2] < Math.max(labelGap * space, leastGap * line.size)) labels.at(-1)!.push(word)
    else labels.push([word])
  }
  return labels
}

/** Labels are told from cells by their letters. */
const isStyled = (line: Line): boolean => line.bold >= boldHeader || line.words.every(({italic}) => italic)

function isHeader(line: Line): boolean {
  if (line.words.length < leastLabels || line.words.length > mostHeaderWords || !isStyled(line)) return false
  const labels = labelsOf(line)
  if (labels.length < leastLabels || labels.some((words) => words.length > mostLabelWords)) return false
  if (!labels.every((words) => /\p{L}/u.test(words.map(({text}) => text).join('')))) return false
  return labels.slice(1).some((words, i) => words[0]!.box[0] - labels[i]!.at(-1)!.box[2] >= wideGap * line.size)
}

function tableUnder(lines: readonly Line[], at: number, page: number): HeadedTable | undefined {
  const header = lines[at]!
  const [from, foot] = headerAround(lines, at)
  const strips = stripsOf(lines.slice(from, foot + 1))
  if (strips.length < leastLabels - 1) return undefined
  let to = foot
  while (to + 1 < lines.length) {
    const [line, last] = [lines[to + 1]!, lines[to]!]
    if (line.baseline - last.baseline > mostPitch * last.size || line.size > headingSize * header.size) break
    if (isHeader(line)) break
    if (!passes(line, strips)) break
    to += 1
  }
  to = withoutTail(lines, foot, to, strips)
  const own = lines.slice(from, to + 1)
  if (own.length < 3) return undefined
  const columns = freeEdges(own, strips.map(gutterOf(own.length)))
  const rows = bandRows(own, columns, page, lines[foot]!.baseline)
  if (!rows || !isTable(rows, columns.length - 1, header, from === 0)) return undefined
  const box = around(own.map((line) => line.box))
  return {table: {page, box, columns, rows, rule: 'aligned'}, from, to}
}

/** First and last line of a header whose labels wrap, around the line with most of them. */
function headerAround(lines: readonly Line[], at: number): [from: number, to: number] {
  const labels = labelsOf(lines[at]!).length
  const goesOn = (line: Line | undefined, beside: Line): boolean =>
    line !== undefined &&
    isStyled(line) &&
    Math.abs(line.baseline - beside.baseline) < headerPitch * beside.size &&
    Math.abs(line.size - beside.size) < 0.5 &&
    labelsOf(line).length < labels + 2 &&
    labelsOf(line).every((words) => words.length <= mostLabelWords)
  let [from, to] = [at, at]
  while (from > 0 && at - from < mostBeside && goesOn(lines[from - 1], lines[from]!)) from -= 1
  while (to - at < mostBeside && goesOn(lines[to + 1], lines[to]!)) to += 1
  return [from, to]
}

/** The white space between the labels of a header, those of all its lines taken together. */
function stripsOf(header: readonly Line[]): Strip[] {
  const spans = header
    .flatMap((line) => labelsOf(line).map((words): [number, number] => [words[0]!.box[0], words.at(-1)!.box[2]]))
    .sort((a, b) => a[0] - b[0])
  const labels: [number, number][] = []
  for (const [left, right] of spans) {
    const last = labels.at(-1)
    if (last && left < last[1]) last[1] = Math.max(last[1], right)
    else labels.push([left, right])
  }
  return labels.slice(1).map(([left], i): Strip => ({free: [[labels[i]![1], left]]}))
}

/** Takes the words of a line out of the strips, if some of each is left. */
function passes(line: Line, strips: readonly Strip[]): boolean {
  const next = strips.map(({free}) => freeOf(free, line))
  if (next.some((free) => free.length === 0) || runsOver(line, next)) return false
  strips.forEach((strip, i) => {
    strip.free = next[i]!
  })
  return true
}

/** Words of a line of prose leave no more white than spaces where two strips or more were. */
function runsOver({words, size}: Line, strips: readonly Strip['free'][]): boolean {
  let spaces = 0
  for (const free of strips) {
    const [left, right] = [free[0]![0], free.at(-1)![1]]
    const before = words.findLast(({box}) => box[2] <= right + 0.1 && box[0] < left)
    const after = words.find(({box}) => box[0] >= left - 0.1 && box[2] > right)
    if (!before || !after) continue
    if (after.box[0] - before.box[2] > mostSpace * size) return false
    spaces += 1
  }
  return spaces >= Math.min(2, strips.length)
}

function freeOf(free: Strip['free'], {words}: Line): Strip['free'] {
  let left: Strip['free'] = free
  for (const {box} of words) {
    if (box[2] <= left[0]![0] || box[0] >= left.at(-1)![1]) continue
    left = left.flatMap(([from, to]): Strip['free'] => {
      if (box[2] <= from || box[0] >= to) return [[from, to]]
      const parts: Strip['free'] = [
        [from, box[0]],
        [box[2], to]
      ]
      return parts.filter(([a, b]) => b - a >= leastStrip)
    })
    if (left.length === 0) return left
  }
  return left
}

/** What stands in the first column only, at the end, and looks like no cell: the heading of what comes next. */
function withoutTail(lines: readonly Line[], at: number, to: number, strips: readonly Strip[]): number {
  const edge = strips[0]!.free.at(-1)![1]
  const inFirst = (line: Line): boolean => line.words.every(({box}) => box[2] <= edge)
  const body = lines.slice(at + 1, to + 1).filter((line) => !inFirst(line))
  const usual = body[body.length >> 1]
  let last = to
  while (last > at && usual && inFirst(lines[last]!)) {
    const [line, before] = [lines[last]!, lines[last - 1]!]
    const beside = lines
      .slice(Math.max(at, last - 3), last)
      .some((other) => !inFirst(other) && line.baseline - other.baseline < headerPitch * line.size)
    const other = Math.abs(line.size - usual.size) > 0.04 * usual.size || line.words[0]!.font !== usual.words[0]!.font
    if (beside || !(other || line.baseline - before.baseline > 1.9 * line.size)) break
    last -= 1
  }
  return last
}

const gutterOf =
  (lines: number) =>
  ({free}: Strip) => {
    const [left, right] = [...free].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]!
    return {left, right, from: 0, to: lines - 1, both: lines}
  }

function isTable(rows: readonly RowDraft[], columns: number, header: Line, atTop: boolean): boolean {
  const body = rows.slice(1)
  const cells = body.flatMap(filledCells)
  const words = cells.reduce((sum, cell) => sum + cell.words.length, 0)
  // The rest of a row under a header that comes back on the next page.
  if (atTop && body.length === 1 && cells.length > 0 && columns > leastLabels && words <= mostCellWords) return true
  if (body.length < leastBodyRows || cells.length < columns) return false
  if (words / cells.length > mostCellWords) return false
  const several = body.filter((row) => filledCells(row).length > 1).length
  if (several < severalShare * body.length) return false
  const own = cells.filter(({column}) => column > 0).flatMap((cell) => cell.words)
  const like = own.filter(({weight, italic}) => (header.bold >= boldHeader ? weight >= boldWeight : italic)).length
  return like < styledBody * own.length
}
