/**
 * Lines in a row that each stand right over a list, whether or not the source marks them as headings: 'Protect the dunes by:', its
 * list, 'Safe on the sand', its list. Each is weighed with the others of its row as a plan's goals.
 */

import {isPeriod} from '../../periods.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {formOf, shareOf, unlikeGoals} from '../words/forms.ts'
import {startsLikeMeasure} from '../words/goal-words.ts'
import {announcedAt, level, mayHold, otherwise} from './announced.ts'
import {alike, type Family, leastMembers, longestHeading, mostMembers, points} from './family.ts'

/** Words at the end of a line that only join its list to it: '… by:', '… – we will:'. */
const joining =
  /(?:\s*[,–—-])?\s+(?:we (?:will|shall|aim to|want to|commit to|are going to|pledge to)|by|through|from|with|this (?:means|includes|will mean|involves)|including)\s*[:…]$/iu

/** A line without the words that join its list to it; undefined where nothing else is in it. */
export function beforeJoint(text: string): string | undefined {
  const own = text.replace(joining, '')
  return own !== text && !/^(?:this|these|we|it|and|so|they|here)$/i.test(own) ? own : undefined
}

interface Titled {
  /** A line right over the line: what several of them stand under. */
  over?: Piece
  line: Piece
  entries: Piece[]
}

/** Every row of such lines that something speaks for. */
export function linesOverLists(frame: Frame): Family[] {
  const {pieces} = frame
  const families: Family[] = []
  for (let at = 0; at < pieces.length; ) {
    const row: Titled[] = []
    for (let next = titledAt(at, frame); next; next = titledAt(at, frame)) {
      row.push(next)
      at = next.entries.at(-1)!.index + 1
    }
    if (row.length >= leastMembers && row.length <= mostMembers) families.push(...weighed(row, frame))
    if (row.length === 0) at += 1
  }
  return families
}

/** The line at an index and the list right under it; of two such lines the first stands over the second. */
function titledAt(at: number, frame: Frame): Titled | undefined {
  const {pieces} = frame
  const [first, second] = [pieces[at], pieces[at + 1]]
  if (!first || !second || !mayTitle(first, frame)) return undefined
  const line = second.kind === 'listItem' ? first : second
  if (pieces[line.index + 1]?.kind !== 'listItem' || (line === second && !mayTitle(second, frame))) return undefined
  const entries: Piece[] = []
  for (let next = line.index + 1; pieces[next]?.kind === 'listItem'; next += 1) entries.push(pieces[next]!)
  return {...(line === first ? {} : {over: first}), line, entries}
}

function mayTitle(line: Piece, frame: Frame): boolean {
  const {lexicon} = frame
  const {kind, depth, text, entry, header, lead} = line
  // headings that the source marks are weighed by their depth
  if (kind !== 'paragraph' && !(kind === 'heading' && depth >= boldHeadingDepth)) return false
  if (entry || header || !mayHold(line, frame)) return false
  const own = beforeJoint(text)
  const words = own ?? text
  if (wordCount(words) > longestHeading || !/^\p{Lu}/u.test(words) || /[.;,!?]$/.test(words)) return false
  if (own === undefined && (lexicon.leadInOf(text) !== undefined || lexicon.labelled(text, lead) !== undefined))
    return false
  if (lexicon.levelOf(words)?.label !== undefined || lexicon.sectionOf(words) === 'goals') return false
  return (
    !otherwise.test(text) && !lexicon.isOthers(text) && !isPeriod(text) && !['told', 'asked'].includes(formOf(words))
  )
}

function weighed(all: readonly Titled[], frame: Frame): Family[] {
  const over = all.flatMap((each) => (each.over ? [each.over] : []))
  // a line over another is a goal above it only where several are, from the first on
  const parted = over.length >= leastMembers && all[0]!.over !== undefined
  const row = parted ? all : all.slice(all.findLastIndex((each) => each.over) + 1)
  if (row.length < leastMembers) return []
  const members = row.map(({line}) => line)
  const lines = members.map(({text}) => beforeJoint(text) ?? text.replace(/\s*:$/, ''))
  if (new Set(lines.map(fold)).size < lines.length) return []
  const first = parted ? over[0]! : members[0]!
  const announced = announcedAt(first, frame, members.length)
  const entries = row.flatMap((each) => each.entries.map(({text}) => text))
  const joined = members.filter(({text}) => beforeJoint(text) !== undefined).length
  const work = shareOf(entries, 'act', 'state') >= alike
  if (announced.other || (!work && joined < members.length)) return []
  const score =
    announced.points +
    (work ? points.work : 0) +
    (joined >= members.length * alike ? points.promise : 0) +
    (shareOf(lines, 'act') >= alike ? points.form : 0) -
    unlikeGoals(entries) -
    // over lists of work a title of one word is a theme
    Math.max(0, unlikeGoals(lines) - 1)
  const holds = entries.filter(startsLikeMeasure).length >= entries.length * alike ? 'measures' : 'priorities'
  const above = parted ? {over} : {}
  return [{make: 'titles', members, announcers: announced.announcers, score, holds, ...above, ...level(announced)}]
}
