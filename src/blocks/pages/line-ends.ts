/** Where printed lines end: at the edge of their column, or before it on purpose. */
import type {Box} from '../../plan-tree/nodes.ts'
import {widthOf} from './boxes.ts'
import type {Leading} from './leading.ts'
import type {Line} from './lines.ts'

export interface ColumnSetting {
  left: number
  right: number
  /** Usual distance of baselines for a size of letters, in ems. */
  leading: Leading
  /** Room that must be left on a line for its end to be deliberate, beside that for the next word: ems and share of the width. */
  slack?: {ems: number; share: number}
  contents?: boolean
  /** Lines known to begin anew. */
  opening?: ReadonlySet<Line>
  /** Boxes beside its lines, which end before them. */
  beside?: readonly Box[]
}

const usualSlack = {ems: 1.2, share: 0.05}

/** The next line's first word would have stood on this line: its end is deliberate. */
export function fits(before: Line, line: Line, setting: ColumnSetting): boolean {
  const {ems, share} = setting.slack ?? usualSlack
  const right = rightBeside(before, setting)
  const width = right - setting.left
  const first = firstWordWidth(line)
  const room = isCentred(before, line, setting) ? width - widthOf(before.box) : right - before.box[2]
  return room > first + 0.3 * line.size + ems * line.size + share * width
}

export const endsClause = (line: Line): boolean => /[.!?:;]["'”’)]*$/.test(line.words.at(-1)!.text)

/** How near to one another the left edges of lines set flush are, points. */
const flushStart = 1

export function isCentred(before: Line, line: Line, {left, right}: ColumnSetting): boolean {
  const middle = (left + right) / 2
  const off = (box: Box) => Math.abs((box[0] + box[2]) / 2 - middle)
  // Lines of two widths that begin at one place are flush, however near to the middle that is.
  if (Math.abs(before.box[0] - line.box[0]) < flushStart && Math.abs(before.box[2] - line.box[2]) > 2 * flushStart)
    return false
  return (
    off(before.box) < before.size &&
    off(line.box) < line.size &&
    before.box[0] - left > before.size &&
    line.box[0] - left > line.size * 0.5
  )
}

/** White space between a line and the box it ends before, ems. */
const besideGap = 1

/** Where the column ends at the height of a line: at its edge, or before a box that stands there. */
function rightBeside({box: [, top, right, bottom], size}: Line, setting: ColumnSetting): number {
  let end = setting.right
  for (const box of setting.beside ?? [])
    if (box[0] >= right - 1 && box[1] - size < bottom && box[3] + size > top)
      end = Math.min(end, box[0] - besideGap * size)
  return Math.max(end, right)
}

/** Width of the first word with what touches it. */
function firstWordWidth(line: Line): number {
  let end = line.words[0]!.box[2]
  for (let i = 1; i < line.words.length; i += 1) {
    const word = line.words[i]!
    if (word.afterSpace || word.box[0] - end > 0.15 * word.size) break
    end = word.box[2]
  }
  const text = line.words[0]!.text
  // A long word that may break at a dash or a slash: its first part would have gone up.
  const cut = text.search(/[-/–—](?=.)/)
  return cut > 0 && line.words[0]!.box[2] === end ? ((end - line.box[0]) * (cut + 1)) / text.length : end - line.box[0]
}
