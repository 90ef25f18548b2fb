/** Headings whose paragraphs tell what will be done: 'Night ferries' over 'The ferry office is working on …', 'This service will be …'. */
import {isForeign} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {isGeneric} from './generic-titles.ts'
import {headingOver, mayBeBelow, sentencesUnder} from './under-headings.ts'

/** Fewest such headings, and share of those beside them that must be such. */
const [leastHeadings, shareAhead] = [3, 0.6]
/** Longest such heading, words. */
const longest = 12

/** 'Harbour Office for Piers and Slips' */
const word = "\\p{Lu}[\\p{L}&'’-]+"
const name = `${word}(?:(?: (?:of|for|and|the))? ${word}){0,5}`
/** 'The ferry office will open …', 'We are working on …': what a body that is named sets out to do, or has begun. */
const ahead = new RegExp(
  '^(?:(?:In|With|By|Over|As|From|Through|Together)\\b[^.,]{0,80}, |Currently,? )?' +
    `(?:[Ww]e|[Tt]his (?:initiative|project|programme?|scheme)|(?:[Tt]he|[Oo]ur) ${name}|\\p{Lu}{2,8}|` +
    '[Tt]he (?:\\p{L}+ ){0,2}(?:council|board|office|department|agency|government|authority|trust|partnership|university|college|library|city|county|town|district|team))' +
    '(?:, [^.,]{2,60},)? (?:will|(?:are|is) (?:now |also |currently |still )?(?:working|establishing|developing|building|designing|creating|going to)|ha(?:s|ve) started)\\b' +
    '(?! (?:be |also )?(?:need|remain|come|happen)\\b)',
  'u'
)

/** Openings for such headings of one depth under one heading; empty where too few are such. */
export function headingsToldAhead(frame: Frame): Opening[] {
  const {pieces, sections} = frame
  const headings = pieces.filter(({kind, entry, index}) => kind === 'heading' && !entry && !isForeign(sections[index]))
  const beside = Map.groupBy(headings, (piece) => `${piece.depth} ${headingOver(piece, pieces)?.index}`)
  for (const same of beside.values()) {
    const found = same.filter((piece) => isToldAhead(piece, frame))
    if (found.length < Math.max(leastHeadings, same.length * shareAhead)) continue
    return found.map((piece) => openingOf(piece, 'outcome', 'goal', 'outcomes/told-ahead', 0.55))
  }
  return []
}

function isToldAhead(heading: Piece, frame: Frame): boolean {
  return (
    wordCount(heading.text) <= longest &&
    mayBeBelow(heading, longest, frame) &&
    !isGeneric(heading, frame) &&
    sentencesUnder(heading, frame.pieces)
      .flat()
      .some((sentence) => ahead.test(sentence) || namedAhead(sentence, heading))
  )
}

/** Fewest words of a name that tells what a sentence speaks of, and most words of the sentence before it. */
const [leastNamed, mostBefore] = [2, 4]

/** 'The night ferry card will be taken on all boats' under 'Night ferry card'. */
function namedAhead(sentence: string, {text}: Piece): boolean {
  const [before = '', after] = fold(sentence).split(fold(text))
  return (
    wordCount(text) >= leastNamed &&
    wordCount(before) <= mostBefore &&
    /^(?: \p{L}+)? will be \p{L}+e[dn]\b/u.test(after ?? '')
  )
}
