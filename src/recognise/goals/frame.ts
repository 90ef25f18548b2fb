/** What every question about a plan's goals is asked of: its pieces, the sections that they stand in and the words that plans use. */
import type {Lexicon} from '../lexicon.ts'
import type {SectionPlace} from '../outline.ts'
import type {Piece} from '../pieces.ts'

export interface Frame {
  pieces: readonly Piece[]
  sections: readonly SectionPlace[]
  lexicon: Lexicon
}
