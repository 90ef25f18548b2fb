/** '3.1 Dry quays', '3.2 Safe boats' as plain lines under the heading '3. Objectives': titles of what stands under each. */
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {heading} from './mended.ts'

/** Longest such title, words, and fewest that make a series. */
const [longest, least] = [10, 3]

const chapter = /^(\d{1,2})[.)]?\s+\p{L}/u
const part = /^(\d{1,2})\.(\d{1,2})[.)]?\s+\p{Lu}/u

/** The lines of such series as headings: 1, 2, 3 … under their chapter, each over words of its own. */
export function withNumberedParts(pieces: Piece[]): Piece[] {
  const titles = new Set<Piece>()
  let [over, series]: [string | undefined, Piece[]] = [undefined, []]
  const settle = (): void => {
    if (series.length >= least) for (const piece of series) titles.add(piece)
    series = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'heading') {
      settle()
      over = chapter.exec(piece.text)?.[1]
    } else if (over !== undefined) {
      const [, own, number] = part.exec(piece.text) ?? []
      if (own !== over || Number(number) !== series.length + 1) continue
      if (isTitle(piece, pieces[piece.index + 1])) series.push(piece)
    }
  }
  settle()
  return titles.size === 0
    ? pieces
    : pieces.map((piece) => (titles.has(piece) ? heading(piece, boldHeadingDepth) : piece))
}

/** A short line over words or a table, and not over another numbered line. */
function isTitle({kind, text}: Piece, next: Piece | undefined): boolean {
  if (kind !== 'paragraph' || wordCount(text) > longest || endsSentence(text)) return false
  return next !== undefined && next.kind !== 'heading' && !part.test(next.text)
}
