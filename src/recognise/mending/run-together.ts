/** Labelled lines that were set, or read, without a break between them. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import type {LeadIn} from '../vocabulary.ts'
import {endsSentence} from '../words.ts'
import {worded} from './mended.ts'

/** 'Goal 5: … Goal 6: …' and 'Goal 2: … Goal Owner: A. Person' set without a break: one piece for each. */
export function runTogether(piece: Piece, lexicon: Lexicon): Piece[] | undefined {
  const label = lexicon.levelOf(piece.text)
  if (!label?.label || piece.text.length > longestRun) return undefined
  const cuts: number[] = []
  let reached = 0
  let last = label
  for (const match of piece.text.matchAll(starting)) {
    const words = match[1]!
    if (match.index < Math.max(reached, 1)) continue
    const next = lexicon.levelOf(`${words}:`)
    // the next of its level, or another level where the words before are a sentence of their own
    const follows =
      next?.number !== undefined &&
      (next.level === label.level || next.level === last.level
        ? next.number !== last.number
        : next.level.rank < 5 && endsSentence(piece.text.slice(0, match.index)))
    const kind = match[2] === ':' ? lexicon.leadInOf(words) : undefined
    if (!follows && (kind === undefined || !inCards.has(kind))) continue
    if (follows) last = next
    cuts.push(match.index)
    reached = match.index + words.length
  }
  if (cuts.length === 0) return undefined
  const parts = [0, ...cuts].map((from, at) => piece.text.slice(from, cuts[at]).trim())
  return parts.map((text) => {
    const lead = piece.lead !== '' && text.startsWith(piece.lead) ? piece.lead : piece.bold ? text : ''
    const part: Piece = {...piece, text, lines: [text], lead, bold: piece.bold}
    if (!lexicon.levelOf(text)?.label) return {...part, kind: 'paragraph', depth: 0}
    return piece.kind === 'paragraph' ? {...part, kind: 'heading', depth: boldHeadingDepth} : part
  })
}

/** Labels that a goal's own words run on into. */
const inCards: ReadonlySet<LeadIn> = new Set<LeadIn>(['lead', 'due', 'rationale', 'measures', 'actions', 'resources'])

/** A label of up to three words, perhaps with a number, and the mark after it. */
const starting =
  /\s(?=((?:\p{Lu}[\p{L}-]{1,20}\s){0,2}\p{Lu}[\p{L}-]{1,20}(?:\s(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}))?)(:|\s?[–—-])\s)/gu

/** Longest line that is looked through for labels run together, characters. */
const longestRun = 4000

/** '1.1 Set up … 1.2 Give …' set as one paragraph: one piece for each number. */
export function numbersTogether(piece: Piece): Piece[] | undefined {
  const first = /^(\d{1,2}(?:\.\d{1,2}){0,2})\.(\d{1,2})\s+\p{Lu}/u.exec(piece.text)
  if (!first || piece.kind !== 'paragraph' || piece.text.length > longestRun) return undefined
  const cuts: number[] = []
  let [next, at] = [Number(first[2]) + 1, 0]
  for (;;) {
    const found = piece.text.indexOf(` ${first[1]}.${next} `, at)
    if (found < 0) break
    cuts.push(found)
    at = found + 1
    next += 1
  }
  if (cuts.length === 0) return undefined
  return [0, ...cuts].map((from, place): Piece => {
    const text = piece.text.slice(from, cuts[place]).trim()
    return worded(piece, text)
  })
}
