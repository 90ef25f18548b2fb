/** Numbers alone on their lines, each right over a title: '1', 'Safe quays', '…', '2', 'Clean water', as pages of the web lose their cards. */
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {heading, replaced} from './mended.ts'

/** Fewest numbers, from 1 on, fewest and most pieces from one to the next, and longest title, words. */
const [leastNumerals, leastApart, mostApart, longestTitle] = [3, 3, 14, 8]

/** The same pieces with such titles as headings that have the numbers; a number over anything but a title is left as it is. */
export function withNumeralsAbove(pieces: Piece[]): Piece[] {
  const titled = new Set<number>()
  for (const first of pieces) {
    if (numeralOf(first) !== 1 || titled.has(first.index)) continue
    const run = runFrom(first, pieces)
    if (run.length >= leastNumerals) for (const {index} of run) titled.add(index)
  }
  if (titled.size === 0) return pieces
  return replaced(pieces, (piece) => {
    if (titled.has(piece.index)) return []
    if (!titled.has(piece.index - 1)) return [piece]
    const text = `${numeralOf(pieces[piece.index - 1]!)}. ${piece.text}`
    return [heading({...piece, text, lines: [text]}, boldHeadingDepth)]
  })
}

function numeralOf({kind, text}: Piece): number | undefined {
  return kind === 'paragraph' && /^0?\d{1,2}\.?$/.test(text) ? Number.parseInt(text, 10) : undefined
}

function runFrom(first: Piece, pieces: readonly Piece[]): Piece[] {
  const run: Piece[] = []
  for (let at = first.index; ; ) {
    const numeral = pieces[at]!
    if (!isTitle(pieces[at + 1])) return run
    run.push(numeral)
    const next = pieces
      .slice(at + leastApart, at + mostApart + 1)
      .find((piece) => piece.kind === 'heading' || numeralOf(piece) !== undefined)
    if (!next || numeralOf(next) !== run.length + 1) return run
    at = next.index
  }
}

function isTitle(piece: Piece | undefined): boolean {
  return (
    piece?.kind === 'paragraph' &&
    wordCount(piece.text) <= longestTitle &&
    /^\p{Lu}/u.test(piece.text) &&
    !endsSentence(piece.text) &&
    !/[:;,?]$/.test(piece.text)
  )
}
