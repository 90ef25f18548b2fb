/** Lines that pages print at their head or foot and that no page break marks: the document's name again and again, 'Page 4'. */
import {planNoun} from './document/words.ts'
import type {Piece} from './pieces.ts'
import {fold, wordCount} from './words.ts'

/** Times that a line naming a plan stands in a document, numbers aside, before it is one of its pages'. */
const leastPrinted = 3
/** Fewest words of such a line: 'Action plan' may head a part of every goal. */
const leastWords = 4
const pageMark = /^page \d{1,3}(?: (?:of|\/) \d{1,3})?$/i
/** Says something, or leads something in. */
const says = /[:?;]|\b(?:will|shall|we|our)\b/i

/** The same pieces; headings and paragraphs that are lines of the pages stand as paragraphs that say so. The first printing is the document's own. */
export function withRunningLines(pieces: Piece[]): Piece[] {
  const printed = new Map<string, Piece[]>()
  for (const piece of pieces) {
    if (piece.kind !== 'heading' && piece.kind !== 'paragraph') continue
    if (piece.entry || !planNoun.test(piece.text) || says.test(piece.text) || wordCount(piece.text) > longest) continue
    const key = wordsOf(piece)
    if (wordCount(key) < leastWords) continue
    const same = printed.get(key)
    if (same) same.push(piece)
    else printed.set(key, [piece])
  }
  const running = new Set<Piece>()
  for (const same of printed.values())
    if (same.length >= leastPrinted) for (const piece of same.slice(isTitle(same[0]!) ? 1 : 0)) running.add(piece)
  return pieces.map((piece): Piece => {
    const marks = piece.kind === 'heading' && pageMark.test(piece.text)
    return running.has(piece) || marks ? {...piece, kind: 'paragraph', depth: 0, running: true} : piece
  })
}

/** Longest such line, words; and how many pieces from its start a document prints its own name among. */
const longest = 25
const front = 12

/** It stands where a document says its own name, and has no page's number. */
const isTitle = ({index, text}: Piece): boolean => index < front && !/(?<![\d–—-])\b\d{1,3}$/.test(text)

/** Without the numbers of pages and years, of a line that some pages print with them. */
const wordsOf = ({text}: Piece): string => fold(text.replace(/[\d|*_–—-]+/g, ' '))
