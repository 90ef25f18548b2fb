/** Lists, paragraphs with bold titles and runs of short lines, weighed as a plan's goals. */

import type {Lexicon} from '../../lexicon.ts'
import {endsInPageNumber} from '../../page-numbers.ts'
import type {Piece} from '../../pieces.ts'
import {contentWords, endsSentence, sentences, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {saysAll} from '../under/named-goals.ts'
import {committing, shareOf, unlikeGoals} from '../words/forms.ts'
import {announcedAt, level, mayHold} from './announced.ts'
import {alike, type Family, leastMembers, longestEntry, longestLine, mostMembers, points} from './family.ts'

/** Lists, paragraphs with bold titles, and runs of short lines, that start before a piece. */
export function lineFamilies(frame: Frame, before = frame.pieces.length): Family[] {
  const {lexicon} = frame
  const pieces = frame.pieces.slice(0, before)
  const families: Family[] = []
  for (let at = 0; at < pieces.length; ) {
    const make = makeOf(pieces[at]!, lexicon)
    const members: Piece[] = []
    let end = at
    while (
      make &&
      end < pieces.length &&
      (makeOf(pieces[end]!, lexicon) === make || nested(pieces[end]!, members[0])) &&
      !(make === 'lines' && members.length > 0 && isCapitals(pieces[end]!) !== isCapitals(members[0]!))
    ) {
      if (!nested(pieces[end]!, members[0])) members.push(pieces[end]!)
      end += 1
    }
    if (make) families.push(...weighed(make, members, frame))
    at = Math.max(end, at + 1)
  }
  return families
}

/** Of the last entry of a list the first sentence counts: what stands after the list may have run into it. */
function isTooLong(piece: Piece, last: boolean): boolean {
  if (wordCount(piece.text) <= longestEntry || isLed(piece)) return false
  return !last || piece.kind !== 'listItem' || wordCount(sentences(piece.text)[0] ?? '') > longestEntry
}

function nested(piece: Piece, first: Piece | undefined): boolean {
  return first?.kind === 'listItem' && piece.kind === 'listItem' && piece.depth > first.depth
}

function makeOf(piece: Piece, lexicon: Lexicon): 'entries' | 'led' | 'lines' | undefined {
  if (piece.kind === 'listItem') return 'entries'
  if (piece.kind !== 'paragraph' || piece.header || piece.aside !== undefined || /:$/.test(piece.text)) return undefined
  const led = isLed(piece)
  // a sentence in bold is no label
  if (led && endsSentence(piece.lead)) return 'led'
  if (lexicon.labelled(piece.text, piece.lead) || lexicon.leadInOf(piece.text)) return undefined
  if (lexicon.sectionOf(piece.text) === 'contact') return undefined
  if (led) return 'led'
  return wordCount(piece.text) <= longestLine && wordCount(piece.text) > 1 ? 'lines' : undefined
}

/** '**Parks for health.** People who …': its bold words are a title, the others explain it. */
export function isLed({text, lead}: Piece): boolean {
  if (lead === '' || lead.length >= text.length || wordCount(lead) < 1 || wordCount(lead) > 15) return false
  return /[.:–—-]$/u.test(lead) || /^\s*[:–—-]/u.test(text.slice(lead.length))
}

function isCapitals({text}: Piece): boolean {
  return !/\p{Ll}/u.test(text)
}

/** Later lead-ins say most of the lines again: 'So that writers are paid, we will:'. */
function namedLater(members: readonly Piece[], {pieces}: Frame): boolean {
  const last = members.at(-1)!.index
  const leadIns = pieces.filter(({kind, text, index}) => index > last && kind !== 'table' && /:$/.test(text))
  const said = members.filter(
    ({text}) => contentWords(text).length > 1 && leadIns.some((each) => saysAll(text, each.text))
  )
  return said.length >= Math.max(leastMembers, members.length * alike)
}

/** Most of the entries hold a list of things to do. */
function holdsWork(members: readonly Piece[], {pieces}: Frame): boolean {
  const held = members.map(({index}) => pieces.filter(({parent}) => parent === index).map(({text}) => text))
  const working = held.filter((lines) => lines.length > 0 && shareOf(lines, 'act') >= alike)
  return working.length >= Math.max(leastMembers, members.length * alike)
}

/** Most of the titles are followed by what the plan's own body will do. */
function promises(members: readonly Piece[]): boolean {
  const promised = members.filter(
    ({text, lead}) => lead !== '' && committing.test(text.slice(lead.length).replace(/^[\s:–—-]+/u, ''))
  )
  return promised.length >= Math.max(leastPromises, members.length * alike)
}

/** Fewest titles with such words, to be goals by these alone. */
const leastPromises = 3

/** Most entries of a list whose numbers show that it is one. */
const mostNumbered = 60

function weighed(make: 'entries' | 'led' | 'lines', all: Piece[], frame: Frame): Family[] {
  // short lines that speak of goals by name are said of the goals after them
  const speaking = (piece: Piece) => (frame.lexicon.levelNamed(piece.text)?.rank ?? 9) < 4 && endsSentence(piece.text)
  const from = make === 'lines' ? all.findIndex((piece) => !speaking(piece)) : 0
  const members = from > 0 ? all.slice(from) : all
  const [first] = members
  const most = first?.ordered ? mostNumbered : mostMembers
  if (!first || members.length < leastMembers || members.length > most || !mayHold(first, frame)) return []
  if (members.some((piece, at) => isTooLong(piece, at === members.length - 1) || endsInPageNumber(piece.text)))
    return []
  const announced = announcedAt(first, frame, members.length)
  const named = namedLater(members, frame)
  const works = named || (make === 'entries' && holdsWork(members, frame)) || (make !== 'lines' && promises(members))
  const held = works ? points.work : 0
  if (announced.points + held === 0 || announced.other) return []
  const lines = members.map(({text, lead}) => (make === 'led' ? lead : text))
  const form = Math.max(shareOf(lines, 'act'), shareOf(lines, 'state'))
  // short lines are a list only where a sentence or their form says so
  if ((make === 'lines' || announced.bare) && form < alike && !works) return []
  const score =
    announced.points +
    held +
    (form >= alike ? points.form : 0) +
    (first.ordered || make === 'led' ? 0.5 : 0) -
    // over lists of work a title of one word is a theme
    Math.max(0, unlikeGoals(lines) - (held > 0 ? 1 : 0))
  return [{make, members, announcers: announced.announcers, score, ...level(announced)}]
}
