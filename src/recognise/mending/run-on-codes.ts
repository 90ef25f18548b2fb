/** Entries with codes that run up, set or copied without a break: '… A1 Mend the wall A2 Raise the slip A3 Light the pier'. */

import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'
import {collapse, wordCount} from '../words.ts'
import {firstListOf, worded} from './mended.ts'

/** Fewest entries, and fewest words of each. */
const [leastEntries, leastWords] = [3, 2]
/** Longest text that is looked through, characters. */
const longestText = 20_000

const code = /(?:^|\s)(([A-Z]{1,10})[ -]?(\d{1,2}))(?:[.:)]\s+|\s+[–—-]\s+(?=\p{L})|\s+(?=\p{Lu}))/gu
/** 'Q1 2031' is a quarter. */
const never: ReadonlySet<string> = new Set(['Q', 'FY', 'QTR', 'YEAR', 'PAGE'])

export interface CodedEntries {
  /** The words before the first code. */
  before: string
  entries: {label: string; words: string}[]
}

/** The text parted at codes of one make, 1, 2, 3 …; undefined where it has no such series. */
export function codedEntries(text: string): CodedEntries | undefined {
  if (text.length > longestText) return undefined
  const series = new Map<string, {at: number; end: number; label: string}[]>()
  for (const match of text.matchAll(code)) {
    const [whole, label, prefix, number] = match as unknown as [string, string, string, string]
    if (never.has(prefix)) continue
    const own = series.get(prefix) ?? []
    if (Number(number) !== own.length + 1) continue
    own.push({at: match.index, end: match.index + whole.length, label})
    series.set(prefix, own)
  }
  const [marks] = [...series.values()].sort((a, b) => b.length - a.length)
  if (!marks || marks.length < leastEntries) return undefined
  const entries = marks.map(({end, label}, place) => ({label, words: collapse(text.slice(end, marks[place + 1]?.at))}))
  if (entries.some(({words}) => wordCount(words) < leastWords)) return undefined
  return {before: collapse(text.slice(0, marks[0]!.at)), entries}
}

/** A paragraph with such entries: what stands before them, and a list. */
export function atCodes(piece: Piece, lexicon: Lexicon): Piece[] | undefined {
  const coded = piece.kind === 'paragraph' ? codedEntries(piece.text) : undefined
  if (!coded) return undefined
  const [own, leadIn] = withoutLeadIn(coded.before, lexicon)
  return [
    ...[own, leadIn].filter((text) => text !== '').map((text) => worded(piece, text)),
    ...coded.entries.map(
      ({label, words}): Piece => ({
        ...worded(piece, words),
        kind: 'listItem',
        depth: 1,
        list: firstListOf.codes + piece.index,
        marker: label,
        ordered: true
      })
    )
  ]
}

/** Longest lead-in at the end of running text, words. */
const longestLeadIn = 8

/** The words before a list, and the lead-in that they end in: '… more is reused Priorities for action:'. */
function withoutLeadIn(text: string, lexicon: Lexicon): [own: string, leadIn: string] {
  if (!text.endsWith(':')) return [text, '']
  const starts = [...text.matchAll(/(?<=^|\s)\p{Lu}/gu)].map(({index}) => index).reverse()
  let cut = text.length
  for (const at of starts) {
    const words = text.slice(at)
    if (wordCount(words) > longestLeadIn) break
    if (lexicon.leadInOf(words) !== undefined || lexicon.levelNamed(words) !== undefined) cut = at
  }
  return [text.slice(0, cut).trim(), text.slice(cut)]
}
