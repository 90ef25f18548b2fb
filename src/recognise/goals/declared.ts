/** Goals without a printed label: lists that a sentence announces, headings that stand over tables or lead-ins of goals. */

import {planNoun} from '../document/words.ts'
import type {Lexicon} from '../lexicon.ts'
import {isForeign, kindsOf, type SectionPlace} from '../outline.ts'
import {endsInPageNumber} from '../page-numbers.ts'
import {isPeriod} from '../periods.ts'
import type {Piece} from '../pieces.ts'
import {boldHeadingDepth} from '../run-together.ts'
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {numbersOf, referenceColumn} from '../tables/goal-references.ts'
import type {LevelWord, SectionKind} from '../vocabulary.ts'
import {echoSections, mildForeignSections} from '../vocabulary.ts'
import {fold, wordCount} from '../words.ts'
import {namesLevel} from './announced.ts'
import {familiesOf} from './families.ts'
import {type Family, leastScore, surer} from './family.ts'
import {against, openingsOfFamilies} from './family-openings.ts'
import {titlesOf} from './goal-words.ts'
import {isLed} from './line-families.ts'
import {openingOf} from './opening-of.ts'
import {periodGoals} from './period-goals.ts'
import {type DeclaredList, type Opening, type Scheme, sameTitle} from './scheme.ts'
import {aimsInProse} from './single-aim.ts'
import {depthOf, headingOver} from './under-headings.ts'

type Frame = {pieces: readonly Piece[]; sections: readonly SectionPlace[]; lexicon: Lexicon}

/** Fewest and most entries of a list of goals. */
const [leastGoals, mostGoals] = [2, 25]
/** Longest entry of a list of goals, words. */
const longestGoal = 60

export function declaredLists(frame: Frame): DeclaredList[] {
  const {pieces, sections, lexicon} = frame
  return pieces.flatMap((piece): DeclaredList[] => {
    if (piece.kind === 'table' || piece.kind === 'listItem') return []
    const level = lexicon.levelNamed(lastClause(piece.text)) ?? announcedLevel(piece, lexicon)
    if (!level || level.rank > 4) return []
    if (piece.kind === 'paragraph' && !/:$/.test(piece.text) && !/\bfollowing\b|\bbelow\b/.test(piece.text)) return []
    const kinds = kindsOf(sections[piece.index])
    if (isForeign(sections[piece.index]) || kinds.includes('principles')) return []
    if (lexicon.isOthers(piece.text)) return []
    const entries = entriesAfter(frame, piece)
    if (entries.length < leastGoals || entries.length > mostGoals) return []
    if (entries.some((entry) => (wordCount(entry.text) > longestGoal && !isLed(entry)) || endsInPageNumber(entry.text)))
      return []
    let weight = entries.length + (entries.every((entry) => entry.ordered) ? 4 : 0)
    if (/\b(?:we|our|this (?:plan|strategy)|partnership|agreed|identified|selected)\b/i.test(piece.text)) weight += 3
    if (/\bfollowing\b/i.test(piece.text)) weight += 2
    if (kinds.includes('vision')) weight -= 1
    if (kinds.some((kind) => echoSections.has(kind))) weight -= 2
    return [
      {level, term: termIn(piece.text, level), leadIn: piece.index, pieces: entries.map((entry) => entry.index), weight}
    ]
  })
}

/** 'What we will focus on' names no level: what stands under it are priorities. */
function announcedLevel(piece: Piece, lexicon: Lexicon): LevelWord | undefined {
  if (piece.kind !== 'heading' || lexicon.leadInOf(piece.text) !== 'priorities') return undefined
  return lexicon.vocabulary.levels.find(({word}) => word === 'priority')
}

/** 'To reach our vision we have set the following priorities:' names its list last. */
function lastClause(text: string): string {
  const sentence = text.split(/(?<=[.!?])\s+/).at(-1) ?? text
  return sentence.slice(-160)
}

function termIn(text: string, level: LevelWord): string {
  const match = new RegExp(
    `\\b((?:strategic|key|delivery|main|shared|year one|overarching) )?${level.word.replace(/y$/, '(?:y|ies)')}`,
    'iu'
  ).exec(text)
  return (match?.[0] ?? level.word).toLowerCase().replace(/ies$/, 'y')
}

/** The list right after a lead-in, over one paragraph of introduction; or a run of short paragraphs under a heading. */
function entriesAfter({pieces}: Frame, leadIn: Piece): Piece[] {
  let at = leadIn.index + 1
  if (leadIn.kind === 'heading' && pieces[at]?.kind === 'paragraph' && /:$/.test(pieces[at]!.text)) return []
  if (leadIn.kind === 'heading')
    while (
      pieces[at]?.kind === 'paragraph' &&
      wordCount(pieces[at]!.text) > 25 &&
      !isLed(pieces[at]!) &&
      at < leadIn.index + 4
    )
      at += 1
  const first = pieces[at]
  if (!first) return []
  const run: Piece[] = []
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (
      first.kind === 'listItem'
        ? piece.kind !== 'listItem'
        : piece.kind !== 'paragraph' || (wordCount(piece.text) > 25 && !isLed(piece)) || /:$/.test(piece.text)
    )
      break
    if (piece.kind === 'listItem' && piece.depth > first.depth) continue
    run.push(piece)
  }
  return run
}

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
  if (labelledOutcomes.length > 0 && !captioned) return overSeries(frame, labelledOutcomes)
  if (captioned) return []
  const lower = [...scheme.openings.values()]
  if (lower.length > 0) return containersOf(frame, lower)
  const counted = ordinalOpenings(frame)
  if (counted.length > 0) return counted
  const periods = periodGoals(frame)
  if (periods.length > 0) return periods
  const referred = referredList(frame, lists)
  if (referred.length > 0) return referred
  const overTables = headingsOverTables(frame)
  if (overTables.length > 0) return overTables
  const best = [...lists].sort((a, b) => b.weight - a.weight || a.leadIn - b.leadIn)
  for (const list of best) {
    const headings = headingsOfList(frame, list)
    if (headings.length > 0) return headings
  }
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
  const numbers = new Set(labelled.map(({label}) => label?.toLowerCase()))
  const restarts = numbers.size <= labelled.length / 2
  const containers = containersOf(frame, labelled)
  const kinds = containers.map(({title}) => frame.lexicon.sectionOf(title)).filter((kind) => kind !== undefined)
  const plain = kinds.length <= containers.length / 2 && kinds.every((kind) => mildForeignSections.has(kind))
  if (!restarts && (!plain || labelled.length < containers.length * leastContained)) return []
  if (containers.length > 0) for (const opening of labelled) opening.type = 'priority'
  return containers
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
        !piece.entry &&
        sameTitle(piece.text, entry.text) &&
        pieces[piece.index + 1] !== undefined
    )
    if (!heading) return []
    taken.add(heading.index)
    return [openingOf(heading, 'outcome', list.term, 'outcomes/declared-heading', 0.85, lexicon)]
  })
  return found.length >= 2 && found.length >= list.pieces.length * shareOfHeadings ? found : []
}

/** Headings that part a series of lower goals among them: 'Shared actions', 'Community actions' over Action 1 to 16. */
function containersOf({pieces, sections, lexicon}: Frame, lower: Opening[]): Opening[] {
  const parents = new Map<number, number>()
  for (const opening of lower) {
    const place = sections[opening.piece]
    const heading = place && place.heading >= 0 && place.heading < opening.piece ? pieces[place.heading] : undefined
    if (!heading || heading.depth >= opening.depth || isWorkName(heading, lexicon)) return []
    parents.set(heading.index, (parents.get(heading.index) ?? 0) + 1)
  }
  if (parents.size < 2) return []
  // 'Outcome: …' once under each heading: the heading only says what it is about
  const single = [...parents.values()].every((held) => held === 1) && lower.every(({type}) => type === 'outcome')
  if (single && lower.every(({term, label}) => !label && /\b(?:outcome|ambition|aim)$/i.test(term))) return []
  return [...parents.keys()].map((index) => {
    const heading = pieces[index]!
    return openingOf(heading, 'outcome', termOf(heading, lexicon), 'outcomes/container-heading', 0.8, lexicon)
  })
}

/** 'Actions', 'Measures': a name of what stands under a goal, and of none. */
function isWorkName({text}: Piece, lexicon: Lexicon): boolean {
  const kind = lexicon.leadInOf(text)
  return kind !== undefined && kind !== 'priorities' && kind !== 'aim'
}

function termOf(piece: Piece, lexicon: Lexicon): string {
  return lexicon.levelNamed(piece.text)?.word ?? 'theme'
}

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
      const label = entry.marker!.replace(/[.):]+$/, '').replace(/^\(/, '')
      return {...opening, ...titles[at]!, label, entry: true}
    })
    const numbers = new Set(numbersOf(openings).keys())
    const refers = (piece: Piece) => piece.kind === 'table' && referenceColumn(piece, numbers, lexicon) !== undefined
    if (pieces.some(refers)) return openings
  }
  return []
}

/** Headings with a table of goals right under them; over 'Action plan' and its like, the headings that those stand under. */
function headingsOverTables(frame: Frame): Opening[] {
  const {pieces} = frame
  const [found, climbed] = [new Set<Piece>(), new Set<Piece>()]
  const titles = titlesOfTables(pieces)
  for (const piece of pieces) {
    const columns = piece.kind === 'table' ? goalColumnsOf(piece, frame) : undefined
    // a table with a column of outcomes needs no heading for one
    if (!columns || columns.some((column) => column.role === 'outcome')) continue
    let at = piece.index - 1
    const captions = (each: Piece) => endsLikeCaption(each) || titles.has(each)
    while (at >= 0 && pieces[at]!.kind === 'paragraph' && piece.index - at <= 3 && !captions(pieces[at]!)) at -= 1
    const over = pieces[at]
    if (!over || (over.kind !== 'heading' && !captions(over))) continue
    if (!isGeneric(over, frame)) found.add(over)
    else {
      const higher = over.kind === 'heading' ? headingOver(over, pieces) : undefined
      if (higher && !isGeneric(higher, frame)) climbed.add(higher)
    }
  }
  const depths = new Set([...climbed].map(({depth}) => depth))
  const over = found.size === 0 && climbed.size > 1 && depths.size === 1 ? climbed : found
  return [...over].map((heading) => overTable(heading, frame))
}

function overTable(heading: Piece, {sections, lexicon}: Frame): Opening {
  const term = lexicon.levelNamed(sections[heading.index]?.within?.title ?? '')?.word ?? 'outcome'
  return openingOf(heading, 'outcome', term, 'outcomes/heading-over-table', 0.8, lexicon)
}

/** Short plain lines right over tables of one header: with several such, each is the title of its table. */
function titlesOfTables(pieces: readonly Piece[]): Set<Piece> {
  const over = pieces.flatMap((piece): Piece[] => {
    const before = pieces[piece.index - 1]
    const short = before?.kind === 'paragraph' && wordCount(before.text) <= longestTableTitle
    return piece.alike && before && short && /^\p{Lu}[^.:;!?]*$/u.test(before.text) ? [before] : []
  })
  return new Set(new Set(over.map(({text}) => fold(text))).size > 1 ? over : [])
}

/** Longest such line, words. */
const longestTableTitle = 12

function endsLikeCaption(piece: Piece): boolean {
  return piece.kind === 'paragraph' && piece.bold && wordCount(piece.text) <= 50
}

/** Sections whose headings never name a goal, even right over a table of goals. */
const titlesOnly: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'goals',
  'summary',
  'contents',
  'review',
  'foreword',
  'introduction',
  'glossary'
])

/** 'Action plan', 'Year 1', 'Priorities and milestones': titles of tables that name no goal. */
function isGeneric(piece: Piece, frame: Frame): boolean {
  const {pieces, lexicon} = frame
  const colon = piece.text.lastIndexOf(':')
  if (colon > 0 && isPeriod(piece.text.slice(colon + 1).trim()))
    return isGeneric({...piece, text: piece.text.slice(0, colon)}, frame)
  const kind = lexicon.sectionOf(piece.text)
  const first = pieces.find(({kind: each}) => each === 'heading') === piece
  return (
    (first &&
      (namesLevel(piece.text, lexicon) !== undefined || planNoun.test(piece.text)) &&
      !lexicon.levelOf(piece.text)) ||
    isPeriod(piece.text) ||
    (kind !== undefined && titlesOnly.has(kind)) ||
    lexicon.startsWithLevels(piece.text.slice(piece.text.lastIndexOf(':') + 1).trim()) ||
    lexicon.startsWithLevels(piece.text) ||
    possessed(piece.text, lexicon) ||
    lexicon.leadInOf(piece.text) !== undefined ||
    /^(?:table|appendix|annex|figure)\b/i.test(fold(piece.text))
  )
}

/** 'The Council's priorities for 2031': whose they are, or when, and not what. */
function possessed(text: string, lexicon: Lexicon): boolean {
  return namesLevel(text, lexicon) !== undefined && /['’]s? (?:\p{L}+ )?\p{L}+(?: for\b| in\b| \d|$)/iu.test(text)
}

/** Headings of one depth that each have goals' lead-ins under them; where a document hardly speaks of plans, in its own voice. */
function headingsOverLeadIns(frame: Frame, speaks: boolean): Opening[] {
  const {pieces, sections, lexicon} = frame
  const over = new Map<number, Piece[]>()
  const again = recurring(pieces)
  for (const piece of pieces) {
    const kind =
      piece.kind === 'table'
        ? undefined
        : (lexicon.leadInOf(piece.text) ?? lexicon.labelled(piece.text, piece.lead)?.kind)
    if (kind !== 'priorities' && kind !== 'actions' && kind !== 'measures') continue
    if (isForeign(sections[piece.index]) || kindsOf(sections[piece.index]).some((each) => echoSections.has(each)))
      continue
    const heading = headingAbove(pieces, piece, lexicon, again)
    if (!heading || isGeneric(heading, frame)) continue
    // beside a heading, and not under it, a lead-in must stand over a list or table to be its own
    const next = pieces[piece.index + 1]?.kind
    if (heading.depth >= depthOf(piece) && next !== 'listItem' && next !== 'table') continue
    over.set(heading.index, [...(over.get(heading.index) ?? []), piece])
  }
  const byDepth = Map.groupBy(over.keys(), (index) => pieces[index]!.depth)
  const widest = [...byDepth.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const promised = widest.filter((index) => over.get(index)!.some(({text}) => /\b(?:we|our)\b/i.test(text)))
  if (widest.length < 2 || (!speaks && promised.length < leastPromised)) return []
  return widest.map((index) =>
    openingOf(
      pieces[index]!,
      'outcome',
      termOf(pieces[index]!, lexicon),
      'outcomes/heading-over-lead-ins',
      0.7,
      lexicon
    )
  )
}

/** Fewest headings over 'By 2031 we aim to:' that are goals in a document that has few words of plans. */
const leastPromised = 3

/** Folded headings that come back again and again: parts of a pattern, 'Related work' under goal after goal, and no goals. */
function recurring(pieces: readonly Piece[]): Set<string> {
  const headings = pieces.filter(({kind, entry}) => kind === 'heading' && !entry)
  const texts = Map.groupBy(headings, ({text}) => fold(text))
  return new Set([...texts].filter(([, same]) => same.length >= leastRecurring).map(([text]) => text))
}

/** Times that such a heading stands in a document: a goal is often printed twice. */
const leastRecurring = 3

/**
 * The heading that a lead-in stands under; on one level with it when the levels are not told apart. A heading that has deeper
 * ones of its own, or that names a part of the document, is a neighbour of the lead-in and not over it.
 */
function headingAbove(
  pieces: readonly Piece[],
  piece: Piece,
  lexicon: Lexicon,
  again: ReadonlySet<string>
): Piece | undefined {
  const depth = piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
  let told = false
  for (let at = piece.index - 1; at >= 0; at -= 1) {
    const each = pieces[at]!
    if (each.kind !== 'heading' || again.has(fold(each.text))) continue
    if (each.depth < depth) return each
    if (each.depth > depth) told = true
    else if (!told && lexicon.leadInOf(each.text) === undefined && lexicon.sectionOf(each.text) === undefined)
      return each
  }
  return undefined
}
