/** Entries of lists that are titles over text of their own: '• Prevention' and what will be done under it, '• Care' and the same. */

import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {wordCount} from '../words.ts'
import {heading, outOfList, paragraph, replaced, worded} from './mended.ts'

/** Longest such title, words, and fewest words of the text under it. */
const [longest, leastBody] = [10, 8]
/** Fewest such entries in a row; fewest of a numbering that starts above one, which numbers parts of the document. */
const [leastInRow, leastNumbered] = [3, 2]

interface Titled {
  entry: Piece
  /** Lines of the entry below its title. */
  body: string[]
  /** Index of the first piece after the text under it. */
  end: number
}

/** The same pieces, such entries as headings over paragraphs. */
export function withTitledEntries(pieces: readonly Piece[]): Piece[] {
  const titled = new Map<Piece, {body: string[]; numbered: boolean}>()
  for (let at = 0; at < pieces.length; ) {
    const run: Titled[] = []
    const inList = pieces[at - 1]?.kind === 'listItem' && pieces[at - 1]!.list === pieces[at]!.list
    for (let next = inList ? undefined : titledAt(at, pieces); next; next = titledAt(next.end, pieces)) {
      if (run.length > 0 && next.entry.ordered !== run[0]!.entry.ordered) break
      run.push(next)
    }
    const numbered = run[0]?.entry.ordered === true
    if (numbered ? startsAbove(run, pieces) : standsOver(run))
      for (const {entry, body} of run) titled.set(entry, {body, numbered})
    at = run.at(-1)?.end ?? at + 1
  }
  if (titled.size === 0) return [...pieces]
  const parts = [...titled.values()].some(({numbered}) => numbered)
  return replaced(pieces, (piece) => {
    const own = titled.get(piece)
    if (!own) return [piece]
    const text = own.numbered ? `${piece.marker} ${piece.lines[0]!}` : piece.lines[0]!
    const depth = boldHeadingDepth + (parts && !own.numbered ? 1 : 0)
    return [worded(heading(outOfList(piece), depth), text), ...own.body.map((line) => paragraph(piece, line))]
  })
}

/** At least one entry has its text in paragraphs of its own, before the next. */
function standsOver(run: readonly Titled[]): boolean {
  return run.length >= leastInRow && run.slice(0, -1).some(({entry, end}) => end > entry.index + 1)
}

function startsAbove(run: readonly Titled[], pieces: readonly Piece[]): boolean {
  const numbers = run.map(({entry}) => Number.parseInt(entry.marker ?? '', 10))
  const first = pieces[run[0]!.entry.index - 1]
  return (
    run.length >= leastNumbered &&
    numbers[0]! > 1 &&
    first?.kind !== 'listItem' &&
    numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1)
  )
}

function titledAt(at: number, pieces: readonly Piece[]): Titled | undefined {
  const entry = pieces[at]
  if (entry?.kind !== 'listItem' || entry.depth !== 1 || entry.list === undefined) return undefined
  const [title = '', ...body] = entry.lines
  if (wordCount(title) > longest || !/^\p{Lu}[^.;?!]*[^.;,?!]$/u.test(title)) return undefined
  let end = at + 1
  while (pieces[end]?.kind === 'paragraph') end += 1
  const text = [...body, ...pieces.slice(at + 1, end).map((piece) => piece.text)]
  // the last of a numbering stands over what comes next
  const over = entry.ordered === true && text.length === 0 && pieces[end]?.kind === 'listItem' && !pieces[end]!.ordered
  if (over) return {entry, body, end}
  return /^\p{Lu}/u.test(text[0] ?? '') && wordCount(text.join(' ')) >= leastBody ? {entry, body, end} : undefined
}
