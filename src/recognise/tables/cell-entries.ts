/** Several things to do in one cell, each on a line of its own. */
import {joinedLines, startsLikeAction} from '../goals/words/goal-words.ts'
import type {Cell} from '../pieces.ts'

const bulleted = /^[•·▪●◦‣*–-]\s*(?=\p{L})/u
const numbered =
  /^\(?(\d{1,2}(?:\.\d{1,2}){1,2}(?=[.)\s])|\d{1,2}(?=[.)])|[a-z](?=[.)])|[A-Z]{2,6}[ /-]?\d{1,4}(?=:))[.):]?\s+(?=\S)/

/** Share of the lines after words that lead them in, 'We will:', that must be known as work. */
const shareOfWork = 0.6

export interface CellEntries {
  /** What stands in the cell before its list: 'Why this matters. … We will:'. */
  before: string
  /** One cell for each; the number that it is printed with. */
  entries: {cell: Cell; label?: string}[]
}

/** The entries of a cell that lists several things to do; undefined when it says one thing. */
export function entriesOf(cell: Cell): CellEntries | undefined {
  const marked = listIn(cell)
  if (marked) return marked
  const all = joinedLines(cell.lines)
  const lines = all.slice(all.findIndex((line) => /:$/.test(line)) + 1)
  // words that lead the lines in vouch for one whose verb is not known
  const least = lines.length < all.length ? shareOfWork : 1
  const work = lines.filter((line) => bulleted.test(line) || startsLikeAction(line))
  if (lines.length < 2 || work.length < lines.length * least) return undefined
  return {
    before: all.slice(0, all.length - lines.length).join(' '),
    entries: lines.map((line) => ({cell: lineOf(cell, line.replace(bulleted, ''))}))
  }
}

/** A numbered list, alone in the cell or after words that end in a colon. */
function listIn(cell: Cell): CellEntries | undefined {
  const first = cell.lines.findIndex((line) => numbered.test(line))
  if (first < 0 || cell.lines.slice(first).filter((line) => numbered.test(line)).length < 2) return undefined
  const before = cell.lines.slice(0, first).join(' ')
  if (before !== '' && !/:$/.test(before)) return undefined
  const entries: CellEntries['entries'] = []
  for (const line of cell.lines.slice(first)) {
    const label = numbered.exec(line)
    const last = entries.at(-1)
    if (label) entries.push({cell: lineOf(cell, line.slice(label[0].length)), label: label[1]!})
    else if (last) last.cell = lineOf(cell, `${last.cell.text} ${line}`)
  }
  return {before, entries}
}

function lineOf(cell: Cell, text: string): Cell {
  return {...cell, text, lines: [text], lead: '', bold: false}
}
