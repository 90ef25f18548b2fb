import type {Piece} from './pieces.ts'
import type {Reading} from './reading.ts'

/** One row of the list of recognisers. */
export interface Recogniser {
  /** 'topic/what': goes into `data.rule` of every node that the row makes. */
  id: string
  /** How sure the row is that the piece is its own, 0 (not at all) to 1. The surest row reads it; of equals the first. */
  applies(piece: Piece, reading: Reading): number
  read(piece: Piece, reading: Reading): void
}
