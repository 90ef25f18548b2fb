/** Goals that only the shape of the pages tells: in a plan, headings of one depth that each stand over a list of things to do. */
import {readsLikeMeasure, startsLikeAction} from './goal-words.ts'
import type {Lexicon} from './lexicon.ts'
import {isForeign, isMildlyForeign, kindsOf, type SectionPlace} from './outline.ts'
import type {Piece} from './pieces.ts'
import {boldHeadingDepth} from './run-together.ts'
import type {Opening} from './scheme.ts'
import {echoSections, type SectionKind} from './vocabulary.ts'
import {wordCount} from './words.ts'

type Frame = {pieces: readonly Piece[]; sections: readonly SectionPlace[]; lexicon: Lexicon}

/** Fewest headings over lists that make a scheme; in sections of goals, or right after words that announce them, fewer do. */
const [leastHeadings, leastAnnounced] = [3, 2]
/** Paragraphs that may stand between a heading and its list. */
const mostParagraphs = 4
/** Share of a list's entries that must read like goals, and of the headings of one depth that must stand over such lists. */
const shareOfEntries = 0.6
/** Longest heading of a goal, words. */
const longestHeading = 25

/** Sections that hold no goals of the plan, beside those that are foreign. */
const never: ReadonlySet<SectionKind> = new Set<SectionKind>([
  ...echoSections,
  'vision',
  'principles',
  'governance',
  'review'
])

interface Headed {
  heading: Piece
  entries: Piece[]
  goals: boolean
}

/** Openings for headings over lists, with the headings above them; empty when too few are made alike. */
export function headingsOverLists(frame: Frame): Opening[] {
  const headed = headedLists(frame)
  const byDepth = [...Map.groupBy(headed, ({heading}) => heading.depth).values()]
  const series = byDepth
    .map((same) => same.filter((each) => each.goals))
    .filter((goals) => isSeries(goals, headed, frame))
    .sort((a, b) => b.length - a.length || a[0]!.heading.depth - b[0]!.heading.depth)[0]
  return series ? withContainers(series, frame) : []
}

function isSeries(goals: Headed[], headed: Headed[], frame: Frame): boolean {
  const [first, last] = [goals[0], goals.at(-1)]
  if (!first || !last) return false
  const least = goals.every(({heading}) => announced(heading, frame)) ? leastAnnounced : leastHeadings
  const alike = headed.filter(
    ({heading}) =>
      heading.depth === first.heading.depth &&
      heading.index >= first.heading.index &&
      heading.index <= last.heading.index
  )
  return goals.length >= least && goals.length >= alike.length * shareOfEntries
}

/** Headings with a list under them, in sections that may hold goals. */
function headedLists(frame: Frame): Headed[] {
  const {pieces, sections, lexicon} = frame
  return pieces.flatMap((heading): Headed[] => {
    if (heading.kind !== 'heading' || heading.entry || wordCount(heading.text) > longestHeading) return []
    const place = sections[heading.index]
    if (isForeign(place) && !isMildlyForeign(place)) return []
    if (kindsOf(place).some((kind) => never.has(kind)) || lexicon.leadInOf(heading.text) !== undefined) return []
    const entries = listUnder(heading, pieces)
    if (entries.length < 1) return []
    const goals = entries.filter(({text}) => startsLikeAction(text) || readsLikeMeasure(text)).length
    return [{heading, entries, goals: goals >= entries.length * shareOfEntries || announced(heading, frame)}]
  })
}

/** The first list under a heading, before any other heading; not one that a sentence speaks of as something else. */
function listUnder(heading: Piece, pieces: readonly Piece[]): Piece[] {
  let at = heading.index + 1
  while (pieces[at]?.kind === 'paragraph' && at <= heading.index + mostParagraphs) at += 1
  const first = pieces[at]
  if (first?.kind !== 'listItem') return []
  const before = pieces[at - 1]!
  if (
    before.kind === 'paragraph' &&
    /:$/.test(before.text) &&
    !/\b(?:will|aim|going to|commit|plan to|we)\b/i.test(before.text)
  )
    return []
  const entries: Piece[] = []
  for (; pieces[at]?.kind === 'listItem'; at += 1) if (pieces[at]!.depth <= first.depth) entries.push(pieces[at]!)
  return entries
}

/** It stands in a section of goals, or its row of headings comes right after 'The strategy has the following goals:'. */
function announced(heading: Piece, {pieces, sections, lexicon}: Frame): boolean {
  for (let place = sections[heading.index]?.within; place && place.heading > 0; place = place.within)
    if (place.kind === 'goals' || (lexicon.levelNamed(place.title)?.rank ?? 9) < 4) return true
  let at = heading.index - 1
  for (; at >= 0; at -= 1) {
    const piece = pieces[at]!
    if (piece.kind === 'heading' && piece.depth < heading.depth) break
    if (piece.kind !== 'paragraph' || !/:$/.test(piece.text) || pieces[at + 1]?.kind !== 'heading') continue
    const level = lexicon.levelNamed(piece.text)
    return level !== undefined && level.rank < 4 && !lexicon.isOthers(piece.text)
  }
  return false
}

/** The headings as goals, under the headings above them where those part them. */
function withContainers(series: Headed[], {pieces}: Frame): Opening[] {
  const above = new Map(series.map(({heading}) => [heading, headingsAbove(heading, pieces)]))
  const tops = new Set([...above.values()].map((path) => path[0]).filter((top) => top !== undefined))
  const contained = tops.size >= 2 && series.every(({heading}) => above.get(heading)!.length > 0)
  if (!contained) return series.map(({heading}) => openingOf(heading, 'outcome', 'priorities'))
  const openings = [...tops].map((top) => openingOf(top, 'outcome'))
  return [...openings, ...series.map(({heading}) => openingOf(heading, 'priority', 'actions'))].sort(
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

function openingOf(heading: Piece, type: Opening['type'], holds?: 'priorities' | 'actions'): Opening {
  const number =
    /^(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4})[.):]\s+(?=\p{L})|^\d{1,2}(?:\.\d{1,2}){0,2}\s+(?=\p{L})/u.exec(
      heading.text
    )
  return {
    piece: heading.index,
    type,
    term: type === 'outcome' ? 'theme' : 'priority',
    ...(number ? {label: number[0].trim().replace(/[.):]$/, '')} : {}),
    title: (number ? heading.text.slice(number[0].length) : heading.text).replace(/\s*:$/, ''),
    key: `unlabelled ${heading.index}`,
    rule: 'outcomes/heading-over-list',
    confidence: 0.6,
    consumed: [],
    depth: Math.min(heading.depth, boldHeadingDepth),
    ...(holds ? {holds} : {})
  }
}
