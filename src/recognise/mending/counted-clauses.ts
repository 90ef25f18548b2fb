/** Clauses that a sentence counts, '(1) teach …; (2) give …; and (3) …': the entries of a list that is set in running text. */
import {sentencesOf} from '../../language/sentences.ts'
import type {Piece} from '../pieces.ts'
import {collapse, wordCount} from '../words.ts'
import {firstListOf, replaced} from './mended.ts'

/** Fewest clauses, and fewest words of each. */
const [leastClauses, leastWords] = [3, 3]
/** Longest text that is looked through, characters. */
const longestText = 4000

const mark = /(^|[\s(])\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=\p{L})/gu

/** What stands before the first clause, or between two: it announces, or it ends one of them. */
const before = /(?::|\b(?:to|we|will|by|are|is|of|and|for))$/i
const between = /[;,.]\s*(?:and|or)?$/i

/** The words before the clauses, which end where the clauses begin, and the clauses; undefined where a text counts none. */
function countedClauses(text: string): {announcing: string; clauses: {label: string; words: string}[]} | undefined {
  if (text.length > longestText) return undefined
  const marks: {at: number; end: number; label: string}[] = []
  for (const match of text.matchAll(mark)) {
    if (match[2] !== labelOf(marks.length, marks[0]?.label ?? match[2]!)) continue
    const words = text.slice(marks.at(-1)?.end ?? 0, match.index).trim()
    if (!(marks.length === 0 ? before : between).test(words)) return undefined
    marks.push({at: match.index, end: match.index + match[0].length, label: match[2]!})
  }
  if (marks.length < leastClauses) return undefined
  const clauses = marks.map(({end, label}, place) => ({
    label,
    words: collapse(text.slice(end, marks[place + 1]?.at)).replace(/[;,]\s*(?:and|or)?$/i, '')
  }))
  if (clauses.some(({words}) => wordCount(words) < leastWords)) return undefined
  return {announcing: text.slice(0, marks[0]!.at).trim(), clauses}
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** The label of a clause by its place, from 0, where the first has this one; '' where the first starts no count. */
function labelOf(place: number, first: string): string {
  if (first === '1') return String(place + 1)
  if (first === 'a') return String.fromCharCode(97 + place)
  return first === 'i' ? (romans[place] ?? '') : ''
}

/** A paragraph or entry with such clauses, and the clauses as entries under it. */
export function withCountedClauses(pieces: readonly Piece[]): Piece[] {
  return replaced(pieces, (piece) => {
    const counted = piece.kind === 'paragraph' || piece.kind === 'listItem' ? countedClauses(piece.text) : undefined
    if (!counted) return [piece]
    const {announcing, clauses} = counted
    const nested = piece.kind === 'listItem' ? {parent: piece.index, depth: piece.depth + 1} : {depth: 1}
    return [
      {...piece, text: announcing, lines: [announcing]},
      ...clauses.map(
        ({label, words}): Piece => ({
          ...piece,
          ...nested,
          kind: 'listItem',
          text: words,
          // what follows the sentence that counts explains its last clause
          lines: [...sentencesOf(words)],
          lead: '',
          bold: false,
          ordered: true,
          marker: `(${label})`,
          list: firstListOf.countedClauses + piece.index
        })
      )
    ]
  })
}
