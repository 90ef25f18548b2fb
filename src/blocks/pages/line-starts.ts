/**
 * Lines that begin something new though the line above runs to the edge of its column: what the lines around them tell. In
 * prose a sentence begins at the start of a line by chance only, so where all of them do, each was given a line of its own.
 */
import {type ColumnSetting, endsClause, fits} from './line-ends.ts'
import {type Line, textOf} from './lines.ts'
import {markedLine} from './markers.ts'

/** Chance that all sentences of a stretch begin at the start of a line though it is prose, at most. */
const mostChance = 0.012
/** Distance of lines of one stretch over the usual one, at most. */
const stretchGap = 1.27
/** Words whose full stop ends no sentence. */
const shortened =
  /^[("'“‘]*(?:e\.?g|i\.?e|etc|vs|cf|no|nos|st|mr|mrs|ms|dr|prof|rev|cllr|inc|ltd|approx|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/iu
/** Words of a label that comes back at most, how often it comes back at least, and the share of its lines that stand apart. */
const label = {words: 4, times: 3, share: 0.6}

/** Sentences that begin inside a line over those that begin at the start of one, at most, in the cells of one column of a table. */
const insideShare = 0.125

/** The lines of a column that begin anew. */
export function openingLines(lines: readonly Line[], setting: ColumnSetting): Set<Line> {
  const found = new Set(setting.opening ?? [])
  let pool: Segment[] = []
  const take = (): void => {
    if (isUnlikely(pool)) for (const {starts} of pool) for (const line of starts) found.add(line)
    pool = []
  }
  for (const segments of segmentsOf(lines, setting)) {
    for (const segment of segments)
      if (segment.inside > 0) take()
      else pool.push(segment)
    take()
  }
  for (const line of labelLines(lines, setting)) found.add(line)
  for (const line of firstItems(lines)) found.add(line)
  return found
}

/** Lines after 'a)' up to which 'b)' is looked for. */
const itemReach = 12

/** Lines that begin with the first letter or numeral of a list whose next item begins at the same place further down. */
function firstItems(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const marker = markedLine(line)?.marker
    if (marker?.order !== 1 || !/letter|roman/.test(marker.kind)) return false
    return lines.slice(i + 1, i + 1 + itemReach).some((other) => {
      if (Math.abs(other.box[0] - line.box[0]) > 0.6 * line.size) return false
      const next = markedLine(other)?.marker
      return next?.kind === marker.kind && next.order === 2
    })
  })
}

/** Gaps between lines over which a sentence goes on, that make them none of paragraphs: how many, their share of all gaps, and how full the lines before them must be. */
const broken = {least: 4, share: 0.4, full: 0.8}

/** Lines that go on with a sentence though they stand as far below the line above as paragraphs do: each printed line was made one. */
export function brokenSentences(lines: readonly Line[], setting: ColumnSetting): Set<Line> {
  const gaps = lines.flatMap((line, i) => {
    const before = lines[i - 1]
    if (!before || line.block !== undefined || Math.abs(before.size - line.size) > 0.3) return []
    const pitch = (line.baseline - before.baseline) / line.size
    return pitch > 0 && pitch < widestGap && !follows(before, line, setting) ? [{before, line}] : []
  })
  const right = Math.max(...gaps.map(({before}) => before.box[2]))
  const open = gaps.filter(
    ({before, line}) =>
      !endsClause(before) &&
      /^\p{Ll}/u.test(line.words[0]!.text) &&
      !markedLine(line) &&
      Math.abs(before.box[0] - line.box[0]) < 1 &&
      before.bold > 0.9 === line.bold > 0.9 &&
      before.box[2] - setting.left > broken.full * (right - setting.left)
  )
  const isBroken = open.length >= broken.least && open.length >= broken.share * gaps.length
  return new Set(isBroken ? open.map(({line}) => line) : [])
}

/** Distance of lines that were made paragraphs, ems at most. */
const widestGap = 2.8

/** The same for the cells in one column of a table, of which each is too short to tell. */
export function openingInCells(cells: readonly {lines: readonly Line[]; setting: ColumnSetting}[]): Line[] {
  const segments = cells.flatMap(({lines, setting}) => segmentsOf(lines, setting).flat())
  const inside = segments.reduce((sum, segment) => sum + segment.inside, 0)
  if (inside > insideShare * startsIn(segments) || !isUnlikely(segments)) return []
  return segments.flatMap(({starts}) => starts)
}

/** Lines from one deliberate end to the next. */
interface Segment {
  lines: number
  words: number
  /** Lines that begin a sentence, after the first. */
  starts: Line[]
  /** Sentences that begin inside a line. */
  inside: number
  /** The one before ends with a sentence, and this one begins with one. */
  follows: boolean
}

const startsIn = (segments: readonly Segment[]): number =>
  segments.reduce((sum, {starts, follows}) => sum + starts.length + (follows ? 1 : 0), 0)

/** Whether chance would hardly have these sentences begin where lines do. */
function isUnlikely(segments: readonly Segment[]): boolean {
  const [lines, words] = [
    segments.reduce((sum, each) => sum + each.lines, 0),
    segments.reduce((sum, each) => sum + each.words, 0)
  ]
  return segments.some(({starts}) => starts.length > 0) && (lines / words) ** startsIn(segments) <= mostChance
}

/** Lines of one style that follow one another closely, parted where one ends with a sentence before the edge of the column. */
function segmentsOf(lines: readonly Line[], setting: ColumnSetting): Segment[][] {
  const stretches: Segment[][] = []
  lines.forEach((line, i) => {
    if (line.block !== undefined) return
    const before = lines[i - 1]
    const close = before !== undefined && follows(before, line, setting) && !markedLine(line)
    const begins = close && endsSentence(before.words.at(-1)!.text) && opensSentence(line.words[0]!.text)
    const inside = line.words.filter(
      ({text}, k) => k > 0 && endsSentence(line.words[k - 1]!.text) && opensSentence(text)
    ).length
    const last = close ? stretches.at(-1) : undefined
    if (!last) stretches.push([{lines: 1, words: line.words.length, starts: [], inside, follows: false}])
    else if (begins && fits(before!, line, setting))
      last.push({lines: 1, words: line.words.length, starts: [], inside, follows: last.at(-1)!.inside === 0})
    else {
      const segment = last.at(-1)!
      segment.lines += 1
      segment.words += line.words.length
      segment.inside += inside
      if (begins) segment.starts.push(line)
    }
  })
  return stretches
}

/** A line below another of its style, no further than lines of a paragraph are. */
function follows(before: Line, line: Line, {leading}: ColumnSetting): boolean {
  if (before.block !== line.block || Math.abs(before.size - line.size) > 0.3) return false
  if (before.bold > 0.9 !== line.bold > 0.9) return false
  const pitch = line.baseline - before.baseline
  return pitch > 0 && pitch <= stretchGap * leading(line.size, line.bold > 0.9) * line.size
}

const endsSentence = (text: string): boolean => /[.!?]["'”’)]*$/.test(text) && !shortened.test(text) && text.length > 2
const opensSentence = (text: string): boolean => /^["'“‘(]?\p{Lu}/u.test(text)

/** Short lines that come back word for word, mostly apart from the line above: 'Baseline', 'Target 2030'. */
function labelLines(lines: readonly Line[], setting: ColumnSetting): Line[] {
  const groups = new Map<string, number[]>()
  lines.forEach((line, i) => {
    if (line.words.length > label.words || line.block !== undefined || !opensSentence(line.words[0]!.text)) return
    const text = textOf(line)
    if (/[.,;]$/.test(text) || markedLine(line)) return
    groups.set(text, [...(groups.get(text) ?? []), i])
  })
  return [...groups.values()].flatMap((places) => {
    if (places.length < label.times) return []
    const apart = places.filter((i) => {
      const [before, line] = [lines[i - 1], lines[i]!]
      return !before || !follows(before, line, setting) || endsClause(before) || fits(before, line, setting)
    })
    return apart.length >= label.share * places.length ? places.map((i) => lines[i]!) : []
  })
}
