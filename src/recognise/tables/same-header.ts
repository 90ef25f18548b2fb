/** Tables printed under one and the same header: a plan makes one for each goal, and what a column holds is told by all of them. */
import type {Piece, Row} from '../pieces.ts'
import {fold} from '../words.ts'

/** The same pieces; each table with the rows of the others under its header. */
export function withSameHeaders(pieces: readonly Piece[]): Piece[] {
  const tables = pieces.filter(({kind, rows}) => kind === 'table' && (rows?.length ?? 0) > 1)
  const byHeader = Map.groupBy(tables, ({rows}) => headerOf(rows![0]!))
  return pieces.map((piece) => {
    const same = piece.rows?.[0] ? byHeader.get(headerOf(piece.rows[0])) : undefined
    if (!same || same.length < 2) return piece
    const alike = same.filter((other) => other !== piece).flatMap(({rows}) => rows!.slice(1))
    return {...piece, alike: alike.slice(0, mostRows)}
  })
}

/** Rows of other tables that are looked at; more tell no more. */
const mostRows = 40

function headerOf({cells}: Row): string {
  return cells.map(({text}) => fold(text)).join(' | ')
}
