/** Lines of one column to paragraphs and list items. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {union} from './boxes.ts'
import {evenGap} from './leading.ts'
import {type ColumnSetting, endsClause, fits, isCentred} from './line-ends.ts'
import {brokenSentences, openingLines} from './line-starts.ts'
import {boldWeight, type Line, lineOf} from './lines.ts'
import {type Marker, markedLine} from './markers.ts'

/** A paragraph or a list item before it becomes mdast. */
export interface Paragraph {
  kind: 'paragraph'
  page: number
  lines: Line[]
  /** Indexes of lines that begin a new printed line on purpose. */
  breaks: Set<number>
  marker?: Marker
  /** Left edge of the marker, or of the words where there is none. */
  left: number
  /** Left edge of the words after the marker. */
  textLeft: number
  /** The column it stands in. */
  column: readonly [left: number, right: number]
  /** White space above, in line heights; Infinity at the top of its column. */
  gap: number
  box: Box
  aside?: number
  /** It is all that stands in its side box. */
  banner?: boolean
  /** It is set in capitals, and others in its style are not. */
  capitals?: boolean
  /** One line of a table of contents. */
  contents?: boolean
  /** It stands among the lines of a table of contents, not first. */
  underContents?: boolean
  /** Role of its structure tag, where the tags are sane. */
  tag?: string
  tagId?: number
  /** Tags say that it goes on with the paragraph that ended the page before. */
  continues?: boolean
}

/** Distance of baselines that ends a paragraph, over the usual one (liteparse 1.5; Word's 6 pt after 11 pt text is 1.4). */
const paragraphGap = 1.27
/** Sizes this far apart are two styles. */
const otherSize = 0.09
/** Indent of a first line, in ems. */
const indent = 0.8
/** A line that fills this share of its column may be followed by the rest of its sentence. */
const fullShare = 0.45

export function paragraphsOf(lines: readonly Line[], setting: ColumnSetting): Paragraph[] {
  const found: Paragraph[] = []
  let current: Paragraph | undefined
  const indented = firstLines(lines)
  const opening = openingLines(lines, setting)
  const led = lines.map(hasLeaders)
  const broken = brokenSentences(lines, setting)
  lines.forEach((line, i) => {
    const marked = led[i] ? undefined : markedLine(line)
    const before = lines[i - 1]
    const endsEntry = led[i] || (setting.contents === true && endsContents(line))
    if (current && broken.has(line)) {
      current.lines.push(line)
      current.box = union(current.box, line.box)
      return
    }
    if (current && before && isEntryRest(current, before, line, lines[i + 1], setting)) {
      current.lines = withNumberLast(current.lines, line)
      current.box = union(current.box, line.box)
      return
    }
    const step =
      current && before && !(indented.has(line) && !current.marker)
        ? nextStep(current, before, line, marked?.marker, opening.has(line), setting)
        : 'new'
    if (step === 'new' || !current) {
      current = started(line, marked && opens(marked.marker, line) ? marked : undefined, setting)
      if (endsEntry) current.contents = true
      current.gap = before ? (line.baseline - before.baseline) / line.size : Infinity
      if (setting.contents && found.some((each) => each.contents)) current.underContents = true
      found.push(current)
      return
    }
    if (step === 'break') current.breaks.add(current.lines.length)
    if (endsEntry) {
      current.contents = true
      current.breaks.clear()
    }
    current.lines.push(line)
    current.box = union(current.box, line.box)
  })
  return found
}

/** Indent of first lines, ems: least and most; how many there must be, and the share of them that must follow a line that ends there on purpose. */
const firstIndent = {least: 0.8, most: 4.5}
const leastFirstLines = 3
const firstLineShare = 0.7

const noLines: ReadonlySet<Line> = new Set()

/** The lines that begin paragraphs where these are told by an indent of their first lines; empty where they are not. */
function firstLines(lines: readonly Line[]): ReadonlySet<Line> {
  if (lines.length < leastFirstLines) return noLines
  const lefts = new Map<number, number>()
  for (const {box, words} of lines)
    if (words.length > 3) lefts.set(Math.round(box[0]), (lefts.get(Math.round(box[0])) ?? 0) + 1)
  const edge = [...lefts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  if (!edge || edge[1] < leastFirstLines) return new Set()
  const found = lines.filter(({box, size}) => {
    const ems = (box[0] - edge[0]) / size
    return ems > firstIndent.least && ems < firstIndent.most
  })
  const steps = new Map<number, Line[]>()
  for (const line of found) {
    const at = Math.round(line.box[0])
    steps.set(at, [...(steps.get(at) ?? []), line])
  }
  const most = [...steps.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const right = Math.max(...lines.map(({box}) => box[2]))
  const index = new Map(lines.map((line, i) => [line, i]))
  const sound = most.filter((line) => {
    const [before, after] = [lines[index.get(line)! - 1], lines[index.get(line)! + 1]]
    if (markedLine(line) || (after && after.box[0] > line.box[0] + 1)) return false
    return !before || endsClause(before) || right - before.box[2] > 0.15 * (right - edge[0])
  })
  // Most of them run on at the column's edge: else they are a block that is indented as a whole.
  const runOn = most.filter((line) => {
    const after = lines[index.get(line)! + 1]
    return after !== undefined && Math.abs(after.box[0] - edge[0]) < 1
  })
  const told = sound.length >= leastFirstLines && sound.length >= firstLineShare * most.length
  return told && runOn.length * 2 >= most.length ? new Set(most) : new Set()
}

/** A dash that stands alone and a number too large for a list open no item. */
function opens(marker: Marker, line: Line): boolean {
  if (marker.kind === 'dash') return line.words.length > 1
  if (marker.kind === 'number') return marker.order <= 400
  return true
}

function started(line: Line, marked: ReturnType<typeof markedLine>, {left, right}: ColumnSetting): Paragraph {
  const words = marked && marked.rest.length > 0 ? lineOf(marked.rest, line.page) : line
  const paragraph: Paragraph = {
    kind: 'paragraph',
    page: line.page,
    lines: marked ? (marked.rest.length > 0 ? [words] : []) : [line],
    breaks: new Set(),
    left: line.box[0],
    textLeft: words.box[0],
    column: [left, right],
    gap: Infinity,
    box: line.box
  }
  if (marked) paragraph.marker = marked.marker
  return paragraph
}

type Step = 'join' | 'break' | 'new'

function nextStep(
  current: Paragraph,
  before: Line,
  line: Line,
  marker: Marker | undefined,
  opens: boolean,
  setting: ColumnSetting
): Step {
  const em = Math.max(line.size, before.size)
  const pitch = line.baseline - before.baseline
  const last = current.lines.at(-1)
  if (before.block !== line.block) return 'new'
  const bare = current.marker !== undefined && !last
  if (bare) return pitch < 2 * em && !marker ? 'join' : 'new'
  const other = Math.abs(line.size - before.size) > otherSize * em || (before.bold > 0.95 && line.bold < 0.05)
  if (setting.contents || current.contents || hasLeaders(before))
    return endsContents(before) ||
      endsContents(current.lines.at(-1) ?? before) ||
      (marker && !setting.contents) ||
      other ||
      pitch > 2 * em
      ? 'new'
      : 'join'
  const twoSizes = Math.abs(line.size - before.size) > otherSize * em
  if (twoSizes && !holdsBoth(before, line)) return 'new'
  const size = twoSizes ? em : line.size
  const bold = line.bold > 0.9 && before.bold > 0.9
  const usual = setting.leading(size, bold) * size
  const hyphened = isHyphened(before)
  const widest = setting.leading.even?.(size, bold) ? evenGap : paragraphGap
  if (pitch > widest * usual && pitch > 1.15 * em) return 'new'
  if (pitch < -0.5 * em) return 'new'
  const fit = fits(before, line, setting)
  if (marker) {
    if (marker.kind === 'bullet' || opens) return 'new'
    const hanging = current.marker && Math.abs(line.box[0] - current.textLeft) < 0.3 * em
    if (current.marker && current.marker.kind === marker.kind && Math.abs(line.box[0] - current.left) < 0.6 * em)
      return 'new'
    if (fit && !hanging) return 'new'
    // 'We will:' may end at the column's edge: the first number of a list goes on with no sentence.
    if (marker.order === 1 && before.words.at(-1)!.text.endsWith(':')) return 'new'
    if (!current.marker && line.box[0] > current.textLeft + 0.8 * em && marker.kind !== 'dash') return 'new'
    if (fit && endsClause(before)) return 'new'
  }
  if (hyphened) return 'join'
  const series = isLabelled(line) && current.lines[0] && isLabelled(current.lines[0])
  if (series && line.words[0]!.text === current.lines[0]!.words[0]!.text) return 'new'
  const colourful = line.colour !== before.colour && line.words[0]!.colour !== before.words.at(-1)!.colour
  const flips = line.words[0]!.weight >= boldWeight !== before.words.at(-1)!.weight >= boldWeight
  if (flips && before.italic !== line.italic && Math.abs(before.bold - line.bold) > 0.9) return 'new'
  if (flips && before.bold > 0.95 && line.bold < 0.05 && (fit || current.lines.every(({bold}) => bold > 0.95)))
    return fit || pitch > 1.1 * usual ? 'new' : 'join'
  if (flips && fit && before.bold < 0.05 && line.bold > 0.95) return 'new'
  if (colourful && fit) return 'new'
  if (fit && before.italic !== line.italic) return 'new'
  if (current.marker) {
    // An item's words hang below its first word, or run on from the column's edge.
    if (line.box[0] < current.left - 0.5 * em) return 'new'
    if (line.box[0] < current.textLeft - 0.6 * em && fit && endsClause(before)) return 'new'
  } else if (!isCentred(before, line, setting)) {
    const first = current.lines.length === 1
    if (line.box[0] > before.box[0] + indent * em && !first && endsClause(before)) return 'new'
    if (line.box[0] > before.box[0] + 1.5 * em && fit) return 'new'
    if (line.box[0] < before.box[0] - indent * em && !first && !isBelowInitial(current, line)) return 'new'
    if (line.box[0] < before.box[0] - 3 * em && fit) return 'new'
  }
  if (opens) return current.marker || (setting.slack && endsClause(before)) ? 'break' : 'new'
  if (isLabelled(line) && (fit || endsClause(before))) return 'new'
  if (!fit) return 'join'
  // In mid-sentence the end was not meant, unless the line is short.
  const inside = /^\p{Ll}/u.test(line.words[0]!.text) && !endsClause(before)
  if (inside && before.box[2] - setting.left > fullShare * (setting.right - setting.left)) return 'join'
  return endsClause(before) && !setting.slack ? 'new' : 'break'
}

/** The first line below an initial begins where the initial does. */
function isBelowInitial({lines: [first]}: Paragraph, line: Line): boolean {
  const left = first?.words[0]?.initial
  return left !== undefined && Math.abs(line.box[0] - left) < 0.5 * line.size
}

/** A line of larger letters that ends in smaller ones, or the other way: one paragraph in two sizes. */
function holdsBoth(before: Line, line: Line): boolean {
  return before.words.at(-1)!.size === line.words[0]!.size && before.words.length > 3
}

/**
 * The rest of a contents entry whose page number stands on its first line: no number of its own, and nearer to the line above
 * than to the one below.
 */
function isEntryRest(
  current: Paragraph,
  before: Line,
  line: Line,
  after: Line | undefined,
  {contents}: ColumnSetting
): boolean {
  const last = current.lines.at(-1)
  if (!contents || !last || !endsContents(last) || endsContents(line)) return false
  if (Math.abs(line.size - before.size) > otherSize * line.size) return false
  const above = line.baseline - before.baseline
  return above > 0 && above < 2 * line.size && (!after || (after.baseline - line.baseline) * entryPitch > above)
}

/** Distance of baselines inside a contents entry, at most over that between entries. */
const entryPitch = 0.9

/** The lines of a contents entry and one more, its page number after all of them. */
function withNumberLast(lines: readonly Line[], more: Line): Line[] {
  const last = lines.at(-1)!
  const words = last.words.slice(
    0,
    last.words.findLastIndex(({text}) => !/^[.…·_‥\s]*(?:\d{1,4}|[ivxlc]{1,6})?$/.test(text)) + 1
  )
  const number = lineOf(last.words.slice(words.length), last.page)
  return [...lines.slice(0, -1), ...(words.length > 0 ? [lineOf(words, last.page)] : []), more, number]
}

/** Entries that a table of contents has at least; how many of its lines end in a page number, at least. */
const leastEntries = 4
const entryShare = 0.5

/** Whether lines are a table of contents by what they end in: page numbers that rise, at one right edge. */
export function listsPages(lines: readonly Line[]): boolean {
  const ends = lines.filter((line) => line.words.length > 1 && /^\d{1,4}$/.test(line.words.at(-1)!.text))
  if (ends.length < leastEntries || ends.length < entryShare * lines.length) return false
  return ends.every((line, i) => {
    const before = ends[i - 1]
    if (!before) return true
    const rises = Number(line.words.at(-1)!.text) >= Number(before.words.at(-1)!.text)
    return rises && Math.abs(line.box[2] - before.box[2]) < line.size
  })
}

function endsContents(line: Line): boolean {
  return /^\d{1,4}$|^[ivxlc]{1,6}$/.test(line.words.at(-1)!.text.replace(/^.*[.…_]{2,}/, ''))
}

/** Dots that lead the eye to a page number. */
const leaders = /^[.…·_‥\s]{3,}\d{0,4}$/

export function hasLeaders(line: Line): boolean {
  const {words} = line
  if (!words.some(mayLead)) return false
  const dots = words.findIndex(({text}) => leaders.test(text))
  if (dots > 0) return true
  // Spaced dots, or dots that touch the words before them.
  return (
    (words.length > 1 && /\.{4,}\s?\d{0,4}$/.test(words.at(-1)!.text + (words.at(-2)?.text ?? ''))) ||
    words.filter(({text}) => text === '.').length > 5 ||
    words.slice(-2).some(({text}) => /[\p{L})]\.{4,}/u.test(text))
  )
}

/** Quick: two dots, or a sign of leaders at the start. Nearly no line has such a word. */
function mayLead({text}: Run): boolean {
  const first = text.charCodeAt(0)
  const isSign = first > 0x7e ? /^[…·‥\s]/.test(text) : first === 0x2e || first === 0x5f || first <= 0x20
  return isSign || text.includes('..')
}

export function isHyphened(line: Line): boolean {
  const text = line.words.at(-1)!.text
  return /\p{L}[-\u00ad\u2010]$/u.test(text)
}

/** 'Goal 3: …', 'Outcome 2 – …': begins with a label of its own. */
const isLabelled = ({words}: Line): boolean =>
  /^\p{Lu}\p{L}+:?$/u.test(words[0]!.text) &&
  /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,4}|[A-Z])[:.)]?$/.test(words[1]?.text ?? '') &&
  (/[:.)]$/.test(words[1]!.text) || /^[:–—-]/.test(words[2]?.text ?? '') || words[0]!.text.endsWith(':'))
