/** Lines in a row that are the titles of what stands under them. */
import {formOf} from './goals/forms.ts'
import type {Lexicon} from './lexicon.ts'
import {heading} from './mended.ts'
import type {Piece} from './pieces.ts'
import {boldHeadingDepth} from './run-together.ts'
import {fold, sentences, wordCount} from './words.ts'

/** Longest line that may be a title over a list after a colon, and over other words, words; fewest such lines in a row. */
const [longestListTitle, longestTitle, leastTitles] = [10, 6, 3]
/** Fewest words of a line that says what is to be done. */
const leastSentence = 4

/**
 * Lines in a row that each end in a colon over a list of their own are the titles of these: 'Our people, where we will focus on:'.
 * So are short lines without a mark, each over things to do: cards whose headings the source does not mark.
 */
export function withTitledLists(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const mayTitle = (piece: Piece): boolean =>
    piece.kind === 'paragraph' &&
    /^\p{Lu}/u.test(piece.text) &&
    lexicon.leadInOf(piece.text) === undefined &&
    !lexicon.startsWithLevels(piece.text) &&
    !lexicon.isOthers(piece.text)
  const titles = [
    ...inRow(pieces, (piece, next) => {
      const colon = /:$/.test(piece.text) && wordCount(piece.text) <= longestListTitle
      return colon && next?.kind === 'listItem' && mayTitle(piece)
    }),
    ...inRow(
      pieces,
      (piece, next) =>
        piece.kind === 'paragraph' &&
        !piece.header &&
        wordCount(piece.text) <= longestTitle &&
        !/[.:;,!?]$/.test(piece.text) &&
        next !== undefined &&
        isWork(next) &&
        !isWork(piece) &&
        lexicon.sectionOf(piece.text) === undefined &&
        mayTitle(piece),
      isWork
    )
  ]
  const heads = new Set(titles)
  return pieces.map((piece) => (heads.has(piece) ? heading(piece, boldHeadingDepth) : piece))
}

/** An entry, or one sentence by itself, that says what is to be done. */
function isWork({kind, text}: Piece): boolean {
  const line = kind === 'listItem' || (kind === 'paragraph' && wordCount(text) >= leastSentence)
  return line && formOf(text) === 'act' && sentences(text).length === 1
}

/** Titles in a row, all distinct, with nothing but what they stand over between them: entries, or what `under` tells. */
function inRow(
  pieces: readonly Piece[],
  isTitle: (piece: Piece, next: Piece | undefined) => boolean,
  under = (piece: Piece): boolean => piece.kind === 'listItem'
): Piece[] {
  const found: Piece[] = []
  let run: Piece[] = []
  const settle = (): void => {
    const distinct = new Set(run.map(({text}) => fold(text))).size
    if (run.length >= leastTitles && distinct === run.length) found.push(...run)
    run = []
  }
  pieces.forEach((piece, at) => {
    if (run.length > 0 && under(piece)) return
    if (!isTitle(piece, pieces[at + 1])) settle()
    else run.push(piece)
  })
  settle()
  return found
}
