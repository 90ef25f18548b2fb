/** A piece made into a heading, or without its first characters. */
import type {Piece} from '../pieces.ts'
import {collapse} from '../words.ts'

export function heading(piece: Piece, depth: number): Piece {
  return {...piece, kind: 'heading', depth}
}

/** The piece without its first characters. */
export function cut(piece: Piece, length: number): Piece {
  const text = collapse(piece.text.slice(length))
  const first = collapse((piece.lines[0] ?? '').slice(length))
  const lines = [first, ...piece.lines.slice(1)].filter((line) => line !== '')
  const lead = piece.lead === '' ? '' : collapse(piece.lead.slice(length))
  return {...piece, text, lines, lead}
}

/** A piece that is no longer an entry of a list. */
export function outOfList({list: _, marker: __, ordered: ___, parent: ____, ...rest}: Piece): Piece {
  return rest
}

/** The piece with other words, in plain type. */
export function worded(piece: Piece, text: string): Piece {
  return {...piece, text, lines: [text], lead: '', bold: false}
}

/** A paragraph of these words where the piece stands, out of any list. */
export function paragraph(piece: Piece, text: string): Piece {
  return {...worded(outOfList(piece), text), kind: 'paragraph', depth: 0}
}

/** A numbered entry as the heading that its number and words are. */
export function numberedHeading(piece: Piece, depth: number): Piece {
  const text = `${piece.marker} ${piece.text}`
  return {...heading(outOfList(piece), depth), text, lines: [text], lead: piece.bold ? text : ''}
}

/** Where the numbers of lists begin that each of the passes makes: above those of the blocks, and apart from each other's. */
export const firstListOf = {
  entryHeadings: 1_000_000,
  numberedSeries: 2_000_000,
  rings: 3_000_000,
  codes: 4_000_000,
  countedClauses: 5_000_000,
  cardRows: 6_000_000,
  numerals: 7_000_000
} as const

/** Each piece as one or several, with fresh indexes; what is nested in a piece stays nested in the first that it became. */
export function replaced(pieces: readonly Piece[], by: (piece: Piece) => readonly Piece[]): Piece[] {
  const moved = new Map<number, number>()
  const out: Piece[] = []
  for (const piece of pieces) {
    moved.set(piece.index, out.length)
    for (const part of by(piece)) {
      const parent = part.parent === undefined ? {} : {parent: moved.get(part.parent) ?? part.parent}
      out.push({...part, ...parent, index: out.length})
    }
  }
  return out
}
