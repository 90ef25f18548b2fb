import type {Paragraph} from 'mdast'
import {phrasingOf} from '../pieces.ts'
import type {Line, Places} from './lines.ts'
import type {Range} from './tables.ts'

/**
 * A Markdown parser's time grows faster than its text where lists, quotes or marks go on without an end. Prose is therefore
 * parsed in parts of this many lines and characters, cut where a block begins; `most` cuts anywhere.
 */
const part = {lines: 250, characters: 40_000, mostLines: 1000}

/** A paragraph with more marks, or a longer line, is noise to a Markdown parser: its words are read as they stand. */
const mostMarks = 1000
const longestLine = 20_000

/** Of so many lines without a blank one, the share that may hold neither letter nor digit: underlines and rules of tables are few. */
const ruledLines = 200
const mostBare = 1 / 3

export interface ProsePart {
  from: number
  to: number
  /** No markup is looked for. */
  plain: boolean
}

/** Prose in parts that are parsed one by one. */
export function proseParts(lines: readonly Line[], {from, to}: Pick<Range, 'from' | 'to'>): ProsePart[] {
  const parts: ProsePart[] = []
  let [start, characters] = [from, 0]
  const close = (end: number, plain = false): void => {
    if (end > start) parts.push({from: start, to: end, plain})
    start = end
    characters = 0
  }
  for (let index = from; index < to; ) {
    const end = paragraphEnd(lines, index, to)
    if (isNoise(lines, index, end)) {
      close(index)
      close(end, true)
      index = end
      continue
    }
    for (; index < end; index++) {
      const long = index - start >= part.lines || characters >= part.characters
      if (index > start && ((long && beginsBlock(lines, index)) || index - start >= part.mostLines)) close(index)
      characters += lines[index]!.text.length + 1
    }
  }
  close(to)
  return parts
}

/** The line after a run of lines that are all blank or all not. */
function paragraphEnd(lines: readonly Line[], from: number, to: number): number {
  const blank = lines[from]!.text.trim() === ''
  let end = from + 1
  while (end < to && (lines[end]!.text.trim() === '') === blank) end++
  return end
}

function isNoise(lines: readonly Line[], from: number, to: number): boolean {
  let [marks, bare] = [0, 0]
  for (let index = from; index < to; index++) {
    const {text} = lines[index]!
    if (text.length > longestLine) return true
    if (!/[\p{L}\p{N}]/u.test(text)) bare++
    // Bullets and hashes at the start of a line are no noise.
    marks += text.slice(3).match(/[[\]*_`<~!&\\]/g)?.length ?? 0
    if (index - from > 400) marks = Math.min(marks, mostMarks)
  }
  return marks > mostMarks || (to - from >= ruledLines && bare > mostBare * (to - from))
}

function beginsBlock(lines: readonly Line[], index: number): boolean {
  const {text} = lines[index]!
  if (/^#{1,6}[^#]/.test(text)) return true
  return lines[index - 1]!.text.trim() === '' && /^[^\s\-*+•·>|\d]/.test(text)
}

/** Lines whose words are read as they stand, each a paragraph. */
export function plainBlocks(
  lines: readonly Line[],
  {from, to}: ProsePart,
  furniture: ReadonlySet<number>,
  places: Places
): Paragraph[] {
  return lines.slice(from, to).flatMap((line, offset): Paragraph[] => {
    if (line.text.trim() === '' || furniture.has(from + offset)) return []
    const lead = line.text.length - line.text.trimStart().length
    return [
      {
        type: 'paragraph',
        children: phrasingOf([{value: line.text, strong: false}]),
        position: places.position(line.start + lead, line.start + line.text.trimEnd().length),
        data: {rule: 'plain-lines'}
      }
    ]
  })
}
