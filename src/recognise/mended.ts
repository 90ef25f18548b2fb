/** A piece made into a heading, or without its first characters. */
import type {Piece} from './pieces.ts'
import {collapse} from './words.ts'

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
