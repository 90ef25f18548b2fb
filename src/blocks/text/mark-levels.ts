/** How deep each entry of a list stands where only its bullet tells: '•' over '–' at one and the same indent, as copied text has them. */
import type {Line} from './lines.ts'

/** Most lines of an entry's own words between two bullets, and deepest entry told so. */
const [mostBetween, deepest] = [6, 3]

interface Entry {
  line: number
  mark: string
  leadsOn: boolean
}

/** The bullet and the indent of a line that begins with one. */
type MarkOf = (text: string) => {mark: string; indent: string} | undefined

/**
 * Lines with a bullet, by index, and how many levels they stand below the first of their list. Bullets of two kinds are levels
 * where an entry that ends in a colon is followed by the other kind, or where the first kind comes back after the other.
 */
export function levelsByMark(lines: readonly Line[], markOf: MarkOf): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  for (const list of listsIn(lines, markOf))
    for (const [entry, level] of nested(list)) if (level > 0) levels.set(entry.line, level)
  return levels
}

/** Entries of one indent with nothing between them but their own words. */
function listsIn(lines: readonly Line[], markOf: MarkOf): Entry[][] {
  const lists: Entry[][] = []
  let [indent, last, parted] = ['', -1, true]
  lines.forEach((line, index) => {
    const found = markOf(line.text)
    const before = lists.at(-1)?.at(-1)
    if (!found) {
      if (/^#{1,6}\s/.test(line.text) || index - last > mostBetween) parted = true
      const own = line.text.trim()
      if (own === '') return
      if (lines[index - 1]?.text.trim() === '') parted = true
      if (before && !parted) before.leadsOn = own.endsWith(':')
      return
    }
    const entry = {line: index, mark: found.mark, leadsOn: line.text.trimEnd().endsWith(':')}
    if (parted || found.indent !== indent) lists.push([entry])
    else lists.at(-1)!.push(entry)
    ;[indent, last, parted] = [found.indent, index, false]
  })
  return lists
}

function nested(list: readonly Entry[]): [Entry, number][] {
  const open: string[] = []
  const levels: [Entry, number][] = []
  let told = false
  list.forEach((entry, at) => {
    const known = open.indexOf(entry.mark)
    if (known >= 0) {
      if (known < open.length - 1) told = true
      open.length = known + 1
    } else {
      if (list[at - 1]?.leadsOn) told = true
      open.push(entry.mark)
    }
    levels.push([entry, open.length - 1])
  })
  return told && levels.every(([, level]) => level < deepest) ? levels : []
}
