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
