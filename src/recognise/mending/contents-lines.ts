/** The entries of the contents, and the plain lines that they name. */
import type {Lexicon} from '../lexicon.ts'
import {endsInNumber, withoutLeaders} from '../page-numbers.ts'
import type {Piece} from '../pieces.ts'
import {fold, wordCount} from '../words.ts'
import {heading} from './mended.ts'

/** Longest line that may be an entry of the contents, words. */
const longestEntry = 45

/** Depth of a plain line that the contents name: such sources mark no headings at all. */
const depthOfEntry = 2

/** Marks the entries of the contents, and makes headings of the plain lines that they name. */
export function withContents(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const title = pieces.find(
    (piece) => piece.kind !== 'table' && piece.kind !== 'listItem' && lexicon.sectionOf(piece.text) === 'contents'
  )
  if (!title) return pieces
  const entries = new Set<string>()
  const later = new Map<string, number>()
  const names = pieces.map(({text}) => entryName(text))
  pieces.forEach(({index}, at) => void later.set(names[at]!, index))
  let end = title.index + 1
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end]!
    if (piece.kind === 'table') continue
    const name = names[end]!
    if (entries.has(name) || wordCount(piece.text) > longestEntry) break
    const recurs = (later.get(name) ?? 0) > end
    if (piece.kind === 'heading' && !recurs && !endsInNumber(piece.text)) break
    entries.add(name)
  }
  const marked = new Set(names.filter((_, at) => pieces[at]!.kind === 'heading' && pieces[at]!.index >= end))
  return pieces.map((piece, at) => {
    if (piece.index > title.index && piece.index < end) return {...piece, entry: true}
    const name = names[at]!
    const named = piece.kind === 'paragraph' && piece.index >= end && entries.has(name) && !marked.has(name)
    return named ? heading(piece, depthOfEntry) : piece
  })
}

/** Entries that wrapped: a line without a page number goes on in the next, which starts in lower case. */
export function joinedEntries(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  const moved = new Map<number, number>()
  for (const piece of pieces) {
    const last = joined.at(-1)
    const wraps = last?.entry && piece.entry && !endsInNumber(last.text) && /^\p{Ll}/u.test(piece.text)
    moved.set(piece.index, wraps ? joined.length - 1 : joined.length)
    if (wraps) {
      const text = `${last.text} ${piece.text}`
      joined[joined.length - 1] = {...last, text, lines: [text]}
      continue
    }
    const parent = piece.parent === undefined ? {} : {parent: moved.get(piece.parent) ?? piece.parent}
    joined.push({...piece, ...parent, index: joined.length})
  }
  return joined
}

function entryName(text: string): string {
  // Few lines end in a number, and the pattern is slow on those that do not.
  const unnumbered = /\d$/.test(text) ? text.replace(/(\p{L}\S*)\s+\d{1,3}$/u, '$1') : text
  return fold(withoutLeaders(unnumbered).replace(/^\d{1,2}(?:\.\d{1,2})?[.):]?\s+/, ''))
}
