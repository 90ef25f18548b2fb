/** Lines in a row that are the titles of the lists under them. */
import type {Lexicon} from './lexicon.ts'
import {heading} from './mended.ts'
import type {Piece} from './pieces.ts'
import {boldHeadingDepth} from './run-together.ts'
import {fold, wordCount} from './words.ts'

/** Longest line that may be the title of the list after it, words, and fewest such lines in a row. */
const [longestListTitle, leastListTitles] = [10, 3]

/** Lines in a row that each end in a colon over a list of their own are the titles of these: 'Our people, where we will focus on:'. */
export function withTitledLists(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const titles = new Set<Piece>()
  let run: Piece[] = []
  const settle = (): void => {
    const distinct = new Set(run.map(({text}) => fold(text))).size
    if (run.length >= leastListTitles && distinct === run.length) for (const piece of run) titles.add(piece)
    run = []
  }
  pieces.forEach((piece, at) => {
    if (piece.kind === 'listItem') return
    const title =
      piece.kind === 'paragraph' &&
      /^\p{Lu}.*:$/u.test(piece.text) &&
      wordCount(piece.text) <= longestListTitle &&
      pieces[at + 1]?.kind === 'listItem' &&
      lexicon.leadInOf(piece.text) === undefined &&
      !lexicon.startsWithLevels(piece.text) &&
      !lexicon.isOthers(piece.text)
    const follows = run.length === 0 || pieces[at - 1]?.kind === 'listItem'
    if (!title || !follows) settle()
    if (title) run.push(piece)
  })
  settle()
  return pieces.map((piece) => (titles.has(piece) ? heading(piece, boldHeadingDepth) : piece))
}
