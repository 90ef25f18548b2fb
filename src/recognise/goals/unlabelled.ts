/** Goals without a printed label: headings, lists and sentences that only their make, or what stands around them, tells. */

import {isForeign} from '../outline.ts'
import {numberLabel, type Piece} from '../pieces.ts'
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {numbersOf, referenceColumn} from '../tables/goal-references.ts'
import {fold} from '../words.ts'
import {familiesOf} from './families/families.ts'
import {type Family, leastScore, surer} from './families/family.ts'
import {against, openingsOfFamilies} from './families/family-openings.ts'
import {alsoGoals} from './families/heading-families.ts'
import type {Frame} from './frame.ts'
import {headingsApart} from './headings/apart.ts'
import {containersOf} from './headings/containers.ts'
import {dottedGoals} from './headings/dotted.ts'
import {headingsNumberedAbove} from './headings/numbers-above.ts'
import {headingsOverLeadIns} from './headings/over-lead-ins.ts'
import {headingsOverTables} from './headings/over-tables.ts'
import {periodGoals} from './headings/period-goals.ts'
import {sameTitle} from './labels/series.ts'
import {openingOf} from './opening-of.ts'
import type {DeclaredList, Opening, Scheme} from './openings.ts'
import {aimsInProse} from './prose/aims.ts'
import {namedInProse} from './prose/named-in-prose.ts'
import {titlesOf} from './words/goal-words.ts'

/** Openings for goals that no label marks; empty when the labelled ones already make the tree. `called`: points for the document's name; `speaks`: it has words of plans. */
export function unlabelledOpenings(
  frame: Frame,
  scheme: Scheme,
  lists: readonly DeclaredList[],
  {called, speaks}: {called: number; speaks: boolean}
): Opening[] {
  const labelledOutcomes = [...scheme.openings.values()].filter((opening) => opening.type === 'outcome')
  const captioned = [...scheme.captions.values()].some((rows) =>
    [...rows.values()].some((opening) => opening.type === 'outcome')
  )
  if (labelledOutcomes.length > 0 && !captioned) {
    const apart = headingsApart(frame, scheme, labelledOutcomes)
    return [...overSeries(frame, labelledOutcomes), ...apart]
  }
  if (captioned) return []
  const lower = [...scheme.openings.values()]
  if (lower.length > 0) return containersOf(frame, lower)
  const counted = ordinalOpenings(frame)
  if (counted.length > 0) return counted
  const periods = periodGoals(frame)
  if (periods.length > 0) return periods
  const referred = referredList(frame, lists)
  if (referred.length > 0) return referred
  const dotted = speaks ? dottedGoals(frame) : []
  if (dotted.length > 0) return dotted
  const overTables = headingsOverTables(frame)
  if (overTables.length > 0) return overTables
  const best = [...lists].sort((a, b) => b.weight - a.weight || a.leadIn - b.leadIn)
  for (const list of best) {
    const headings = headingsOfList(frame, list)
    if (headings.length > 0) return headings
  }
  const named = namedInProse(frame, speaks)
  if (named.length > 0) return against(familiesOf(frame, called), named)
  const overLeadIns = headingsOverLeadIns(frame, speaks)
  if (overLeadIns.length > 1) return against(familiesOf(frame, called), overLeadIns)
  if (frame.pieces.some((piece) => piece.kind === 'table' && goalColumnsOf(piece, frame))) return []
  const least = speaks ? leastScore : leastScore + surer
  const [family, ...others] = familiesOf(frame, called).filter(({score}) => score >= least)
  const aims = aimsInProse(frame, speaks)
  if (aims.length > 0 && (!family || isWorkOf(family, aims[0]!, frame))) return against(family ? [family] : [], aims)
  if (!family) return []
  return openingsOfFamilies(family, others, frame)
}

/** A list after an aim, which only says what is done for it: 'By 2026 the council will: …'. */
function isWorkOf({make, members, announcers, level}: Family, aim: Opening, {pieces, lexicon}: Frame): boolean {
  if (make === 'headings' || members[0]!.index < aim.piece) return false
  const lead = announcers.map((index) => lexicon.leadInOf(pieces[index]!.text))
  const rank = lexicon.vocabulary.levels.find(({word}) => word === aim.term)?.rank ?? 0
  return level === undefined || level.rank >= 4 || level.rank > rank || lead.includes('actions')
}

/** Goals of one level under each of several headings: the headings are the goals above, and the labelled ones their priorities. */
function overSeries(frame: Frame, labelled: Opening[]): Opening[] {
  const above = headingsNumberedAbove(frame, labelled)
  const numbers = new Set(labelled.map(({label}) => label?.toLowerCase()))
  const restarts = numbers.size <= labelled.length / 2
  const headings = above.length > 0 ? above : overHeadings(frame, labelled, restarts)
  const containers = headings.length > 0 || !restarts ? headings : overLists(frame, labelled)
  if (containers.length > 0) for (const opening of labelled) opening.type = 'priority'
  return containers
}

/** The lines right over lists of goals whose numbers start again in each. */
function overLists({pieces, lexicon}: Frame, labelled: readonly Opening[]): Opening[] {
  const lists = Map.groupBy(labelled, ({piece}) => pieces[piece]!.list)
  if (lists.has(undefined) || lists.size < 2) return []
  const over = [...lists.values()].map(([first]) => pieces[first!.piece - 1])
  const sound = over.every((piece) => piece?.kind === 'paragraph' && lexicon.leadInOf(piece.text) === undefined)
  return sound
    ? over.map((piece) => openingOf(piece!, 'outcome', 'theme', 'outcomes/line-over-goals', 0.75, lexicon))
    : []
}

function overHeadings(frame: Frame, labelled: Opening[], restarts: boolean): Opening[] {
  const containers = containersOf(frame, labelled)
  const kinds = containers.map(({title}) => frame.lexicon.sectionOf(title)).filter((kind) => kind !== undefined)
  const plain = kinds.length <= containers.length / 2 && kinds.every((kind) => alsoGoals.has(kind))
  return !restarts && (!plain || labelled.length < containers.length * leastContained) ? [] : containers
}

/** Goals that headings must hold on average to be goals themselves, where the numbers of those run on. */
const leastContained = 2

/** Share of a declared list's entries that must come back as headings, to take the headings for the goals. */
const shareOfHeadings = 0.6

/** The headings that the entries of a list come back as, each with words of its own under it. */
function headingsOfList({pieces, lexicon}: Frame, list: DeclaredList): Opening[] {
  const taken = new Set<number>()
  const found = list.pieces.flatMap((index): Opening[] => {
    const entry = pieces[index]!
    const heading = pieces.find(
      (piece) =>
        piece.kind === 'heading' &&
        piece.index > list.leadIn &&
        !taken.has(piece.index) &&
        !list.pieces.includes(piece.index) &&
        !piece.entry &&
        (sameTitle(piece.text, entry.text) || nameBeforeDash(piece.text) === fold(entry.text)) &&
        pieces[piece.index + 1] !== undefined
    )
    if (!heading) return []
    taken.add(heading.index)
    return [openingOf(heading, 'outcome', list.term, 'outcomes/declared-heading', 0.85, lexicon)]
  })
  return found.length >= 2 && found.length >= list.pieces.length * shareOfHeadings ? found : []
}

/** 'Open quays' of 'Open quays – a berth for every boat' */
const nameBeforeDash = (text: string): string => fold(/^(.+?)\s?(?::|\s[-–—])\s/u.exec(text)?.[1] ?? '')

/** Sentences of running text that count the plan's goals. */
function ordinalOpenings({pieces, sections, lexicon}: Frame): Opening[] {
  const counted = pieces.filter(({ordinal, index}) => ordinal && !isForeign(sections[index]))
  return counted.map((piece): Opening => {
    const {title, term = 'aim'} = piece.ordinal!
    return {...openingOf(piece, 'outcome', term, 'outcomes/counted-in-prose', 0.75, lexicon), title}
  })
}

/** The entries of a numbered list of goals, where a table of work says by their numbers what each row is for. */
function referredList({pieces, lexicon}: Frame, lists: readonly DeclaredList[]): Opening[] {
  for (const list of lists) {
    const entries = list.pieces.map((index) => pieces[index]!).filter(({ordered}) => ordered)
    if (entries.length < list.pieces.length) continue
    const titles = titlesOf(entries)
    const openings = entries.map((entry, at): Opening => {
      const opening = openingOf(entry, 'outcome', list.term, 'outcomes/referred-list', 0.85, lexicon)
      return {...opening, ...titles[at]!, ...numberLabel(entry), entry: true}
    })
    const numbers = new Set(numbersOf(openings).keys())
    const refers = (piece: Piece) => piece.kind === 'table' && referenceColumn(piece, numbers, lexicon) !== undefined
    if (pieces.some(refers)) return openings
  }
  return []
}
