/** A family of lines as openings of goals, under the headings that part it. */

import {countPattern} from '../../number-words.ts'
import {numberLabel, type Piece} from '../../pieces.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {linesUnder} from '../headings/under-headings.ts'
import {plainOpening} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {startsLikeMeasure, titlesOf} from '../words/goal-words.ts'
import {mayHold, namesLevel} from './announced.ts'
import {alike, type Family, leastMembers, leastScore} from './family.ts'
import {beforeJoint} from './lines-over-lists.ts'

/** Openings for the likeliest family, and for further ones of its make that are as sure: 'Our focus this year is as follows:'. */
export function openingsOfFamilies(family: Family, others: readonly Family[], frame: Frame): Opening[] {
  const rivals = others.filter((other) => !other.members.some((piece) => family.members.includes(piece)))
  const weighed = (openings: Opening[]) => against(rivals, openings)
  if (family.make === 'headings') return weighed(withContainers(withSameLeadIns(family, frame), frame))
  const place = ({members}: Family) => frame.sections[members[0]!.index]
  const further = others.filter((other) => {
    if (
      other.make !== family.make ||
      other.score < leastScore ||
      (family.counted && !other.counted && !numbersThem(other, frame))
    )
      return false
    const [here, there] = [place(family), place(other)]
    const beside = here?.within === there?.within && here?.depth === there?.depth && other.level !== undefined
    return here === there || beside
  })
  const all = [family, ...further]
  if (family.make === 'titles') return weighed(all.flatMap(titledOpenings).sort((a, b) => a.piece - b.piece))
  return weighed(all.flatMap(listedOpenings).sort((a, b) => a.piece - b.piece))
}

/** 'The ten big goals:' over a list of five, which breaks off. */
function numbersThem({announcers, level}: Family, {pieces}: Frame): boolean {
  const [nearest] = announcers
  return (
    nearest !== undefined &&
    level !== undefined &&
    /:$/.test(pieces[nearest]!.text) &&
    number.test(pieces[nearest]!.text)
  )
}

const number = new RegExp(`\\b(?:${countPattern})\\b`, 'i')

/** Lines over lists as goals; under the lines over them, where they have some. */
function titledOpenings(family: Family): Opening[] {
  const {over = [], members, holds} = family
  if (over.length === 0) return members.map((piece) => memberOpening(piece, 'outcome', family, holds))
  const below = holds === 'measures' ? holds : 'actions'
  return [
    ...over.map((piece) => memberOpening(piece, 'outcome', family)),
    ...members.map((piece) => memberOpening(piece, 'priority', family, below))
  ]
}

/** The openings, each with the families that would have been the plan's goals in their place. */
export function against(families: readonly Family[], openings: Opening[]): Opening[] {
  const opened = new Set(openings.map(({piece}) => piece))
  const competed = families
    .filter(({score, members}) => score >= leastScore && !members.some(({index}) => opened.has(index)))
    .slice(0, mostRivals)
    .map(rivalInWords)
  return competed.length > 0 ? openings.map((opening) => ({...opening, competed})) : openings
}

/** Most other readings that are told. */
const mostRivals = 3

/** 'outcomes/declared-list (4 from 'reading, literacy and …')' */
function rivalInWords({make, members}: Family): string {
  const words = members[0]!.text.split(' ')
  return `${ruleOf[make]} (${members.length} from '${words.slice(0, 5).join(' ')}${words.length > 5 ? ' …' : ''}')`
}

const ruleOf = {
  headings: 'outcomes/headings-alike',
  titles: 'outcomes/lines-over-lists',
  entries: 'outcomes/declared-list',
  led: 'outcomes/declared-paragraphs',
  lines: 'outcomes/declared-lines'
} as const

/** The openings' confidence: 0.6 for a family just over the bar, 0.9 at most. */
function confidenceOf({score}: Family): number {
  return Math.min(0.9, 0.6 + 0.05 * Math.max(0, score - leastScore))
}

function listedOpenings(family: Family): Opening[] {
  const titles = titlesOf(family.members)
  return family.members.map((piece, at): Opening => {
    const {title, detail} = titles[at]!
    const words = {title: title.replace(/\s*:$/, ''), ...(detail ? {detail} : {})}
    return {...memberOpening(piece, 'outcome', family), ...words, ...numberLabel(piece), entry: true}
  })
}

/** Share of a family's headings that must have one and the same lead-in under them. */
const shareLed = 0.6

/** The family with the headings of its depth elsewhere that have its own lead-in under them: 'Our enablers' beside 'Our themes'. */
function withSameLeadIns(family: Family, frame: Frame): Family {
  const leads = family.members.map((heading) => leadInUnder(heading, frame))
  const counts = Map.groupBy(
    leads.filter((lead) => lead !== undefined),
    (lead) => lead
  )
  const [shared, same] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? []
  if (shared === undefined || same!.length < Math.max(leastMembers, leads.length * shareLed)) return family
  const {depth} = family.members[0]!
  const more = frame.pieces.filter(
    (piece) =>
      piece.kind === 'heading' &&
      piece.depth === depth &&
      !piece.entry &&
      !family.members.includes(piece) &&
      mayHold(piece, frame) &&
      frame.lexicon.leadInOf(piece.text) === undefined &&
      leadInUnder(piece, frame) === shared
  )
  if (more.length === 0) return family
  return {...family, members: [...family.members, ...more].sort((a, b) => a.index - b.index)}
}

/** The first lead-in under a heading, folded; not one that stands under a heading of its own. */
function leadInUnder(heading: Piece, {pieces, lexicon}: Frame): string | undefined {
  for (let at = heading.index + 1; at < pieces.length && pieces[at]!.kind !== 'listItem'; at += 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' && piece.depth <= heading.depth) return undefined
    if (piece.kind !== 'table' && lexicon.leadInOf(piece.text) !== undefined) return fold(piece.text)
  }
  return undefined
}

/** Headings as goals, under the headings above them where those part them. */
function withContainers(family: Family, {pieces, lexicon}: Frame): Opening[] {
  const {members} = family
  const paths = members.map((piece) => headingsAbove(piece, pieces))
  // what all of them stand under parts none of them
  while (paths.every(([top]) => top !== undefined && top === paths[0]![0])) for (const path of paths) path.shift()
  const above = new Map(members.map((piece, at) => [piece, paths[at]!]))
  const tops = new Set([...above.values()].map((path) => path[0]).filter((top) => top !== undefined))
  // 'Our themes' and 'Our enablers' say what stands under them, and are none of it
  const naming = [...tops].some(({text}) => namesLevel(text, lexicon) !== undefined)
  const contained = tops.size >= 2 && !naming && members.every((piece) => above.get(piece)!.length > 0)
  if (!contained) return members.map((piece) => memberOpening(piece, 'outcome', family, family.holds))
  const lines = members.flatMap((piece) => linesUnder(piece, pieces))
  const counted = lines.filter(startsLikeMeasure).length >= Math.max(1, lines.length * alike)
  const held = counted ? 'measures' : 'actions'
  const openings = [...tops].map((top) => memberOpening(top, 'outcome', family))
  return [...openings, ...members.map((piece) => memberOpening(piece, 'priority', family, family.holds && held))].sort(
    (a, b) => a.piece - b.piece
  )
}

/** The headings that a heading stands under, outermost first, without the document's own name. */
function headingsAbove(heading: Piece, pieces: readonly Piece[]): Piece[] {
  const path: Piece[] = []
  let depth = heading.depth
  for (let at = heading.index - 1; at >= 0 && depth > 1; at -= 1) {
    const piece = pieces[at]!
    if (piece.kind !== 'heading' || piece.depth >= depth) continue
    depth = piece.depth
    path.unshift(piece)
  }
  const names = pieces.filter(
    (piece) => piece.kind === 'heading' && piece.depth < heading.depth && piece.depth <= (path[0]?.depth ?? 0)
  )
  return path.length > 0 && names.length === 1 ? path.slice(1) : path
}

const numbered =
  /^(?:\(?(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-H])[.):]+\s+(?=\p{L})|(\d{1,2}(?:\.\d{1,2}){0,2})\s+(?=\p{L}))/u

const titleOf = (text: string, {make}: Family): string =>
  ((make === 'titles' ? beforeJoint(text) : undefined) ?? text).replace(/\s*:$/, '')

function memberOpening(piece: Piece, type: Opening['type'], family: Family, holds?: Opening['holds']): Opening {
  const number = piece.kind === 'listItem' ? null : numbered.exec(piece.text)
  return plainOpening(piece, {
    type,
    term: family.level?.word ?? (type === 'outcome' ? 'theme' : 'priority'),
    ...(number ? {label: (number[1] ?? number[2])!} : {}),
    title: titleOf(number ? piece.text.slice(number[0].length) : piece.text, family),
    rule: ruleOf[family.make],
    confidence: confidenceOf(family),
    ...(holds ? {holds} : {})
  })
}
