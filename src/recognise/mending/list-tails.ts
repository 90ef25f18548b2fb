/** Lines that ran into an entry from the text after it: a list's last entry, or one that announces the entries after it. */

import type {Piece} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {paragraph} from './mended.ts'

/** Share of a list's other entries that must be set in one line, and fewest such entries. */
const [shareOfOneLine, leastOneLine] = [0.75, 2]

/** The same pieces, such lines by themselves; entries after an announcement are a list of their own. */
export function withoutTails(pieces: readonly Piece[]): Piece[] {
  const lists = Map.groupBy(pieces, ({list}) => list ?? -1)
  const tailed = new Set<Piece>()
  for (const [list, entries] of lists) {
    if (list < 0) continue
    const single = entries.filter(({lines}) => lines.length === 1).length
    const tails = entries.filter((entry) => entry.kind === 'listItem' && hasTail(entry))
    if (single < leastOneLine || single < (entries.length - tails.length) * shareOfOneLine) continue
    // titles between parts of one list: 'Engage' over a sentence, 'Thrive' over a sentence
    const titled = tails.filter(({lines}) => isTitle(lines[1]!) && lines.length > 2)
    for (const entry of tails)
      if (entry === entries.at(-1) || /:$/.test(entry.text) || (titled.length >= leastTitled && titled.includes(entry)))
        tailed.add(entry)
  }
  if (tailed.size === 0) return [...pieces]
  let fresh = Math.max(...lists.keys())
  const renumbered = new Map<number, number>()
  return pieces.flatMap((piece): Piece[] => {
    const list = piece.list === undefined ? undefined : renumbered.get(piece.list)
    const own = list === undefined ? piece : {...piece, list}
    if (!tailed.has(piece)) return [own]
    fresh += 1
    renumbered.set(piece.list!, fresh)
    const [first = '', ...rest] = own.lines
    const lead = first.startsWith(own.lead) ? own.lead : ''
    return [{...own, text: first, lines: [first], lead}, ...rest.map((text) => paragraph(own, text))]
  })
}

/** Fewest entries with a title after them that make parts of a list, and longest such title, words. */
const [leastTitled, longestTitle] = [2, 6]

function isTitle(line: string): boolean {
  return wordCount(line) <= longestTitle && /^\p{Lu}[^.;!?]*[^.:;!?]$/u.test(line)
}

/** The second line starts a sentence of its own, after a first that a wrapped line would not end like. */
function hasTail({lines, lead}: Piece): boolean {
  const [first, second] = lines
  if (first === undefined || second === undefined || lead !== '') return false
  const parted = lines.slice(1).some((line) => endsSentence(line) || /:$/.test(line))
  return (
    /^\p{Lu}/u.test(second) &&
    !/[,:;–—-]$/.test(first) &&
    (parted || endsSentence(first) || (isTitle(second) && lines.length > 2))
  )
}
