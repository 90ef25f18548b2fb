/** Headings that one paragraph before them names together: 'We have chosen three areas: open water, full quays and safe crews.' */

import {isForeign} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {fold, sentences, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {isGeneric} from '../headings/generic-titles.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'

/** Fewest headings named together, and fewest where each has so many words that no chance names them. */
const [leastNamed, leastLong, longName] = [3, 2, 3]
/** Share of the headings between the first and last of them, of their level, that must be named. */
const shareNamed = 0.6
/** Longest such paragraph, words, and most paragraphs that are looked through: a plan names its goals before it sets them out. */
const [longest, mostRead] = [160, 60]

/**
 * Openings for the headings that the first such paragraph names; empty where none speaks of a level of goals, in a document that
 * hardly speaks of plans as the body's own.
 */
export function namedInProse(frame: Frame, speaks: boolean): Opening[] {
  const {pieces, lexicon, sections} = frame
  const headings = pieces.filter((piece) => mayName(piece, pieces) && !isGeneric(piece, frame))
  const byDepth = [...Map.groupBy(headings, ({depth}) => depth).values()].filter(({length}) => length >= leastLong)
  if (byDepth.length === 0) return []
  let read = 0
  for (const {kind, text, index} of pieces) {
    if (kind !== 'paragraph' || wordCount(text) > longest || isForeign(sections[index])) continue
    const level = lexicon.levelNamed(text)
    if (!level || level.rank >= 4 || !(speaks || /\b(?:we|our)\b/i.test(text))) continue
    read += 1
    if (read > mostRead) break
    const words = fold(text)
    for (const alike of byDepth) {
      const named = alike.filter((piece) => piece.index > index && words.includes(nameOf(piece)))
      const sentence = named[0] && sentences(text).find((each) => fold(each).includes(nameOf(named[0]!)))
      if (holds(named, alike) && !lexicon.isOthers(sentence ?? text))
        return named.map((piece) => openingOf(piece, 'outcome', level.word, 'outcomes/named-in-prose', 0.8, lexicon))
    }
  }
  return []
}

const nameOf = (piece: Piece): string => fold(openingOf(piece, 'outcome', '', '', 0).title)

/** Enough of the headings are named, and few of those among them are not. */
function holds(named: readonly Piece[], alike: readonly Piece[]): boolean {
  const long = named.filter((piece) => wordCount(nameOf(piece)) >= longName).length
  if (named.length < leastNamed && long < leastLong) return false
  if (new Set(named.map(nameOf)).size < named.length) return false
  const [from, to] = [named[0]!.index, named.at(-1)!.index]
  return named.length >= alike.filter(({index}) => index >= from && index <= to).length * shareNamed
}

/** A heading of two words or more with something under it. */
function mayName({kind, depth, entry, text, index}: Piece, pieces: readonly Piece[]): boolean {
  const next = pieces[index + 1]
  if (kind !== 'heading' || entry || depth > boldHeadingDepth || wordCount(text) < 2) return false
  return next !== undefined && (next.kind !== 'heading' || next.depth > depth)
}
