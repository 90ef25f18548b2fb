/** Which section each piece stands in, by the words and depths of headings. */

import {planNoun} from './document/words.ts'
import {formOf} from './goals/words/forms.ts'
import type {Lexicon} from './lexicon.ts'
import type {Piece} from './pieces.ts'
import {headsGoals} from './tables/goal-headers.ts'
import {echoSections, foreignSections, leadsWork, mildForeignSections, type SectionKind} from './vocabulary.ts'
import {wordCount} from './words.ts'

export interface SectionPlace {
  /** Index of the heading piece; -1 before the first heading. */
  heading: number
  kind: SectionKind
  title: string
  depth: number
  /** The section that this one stands in. */
  within?: SectionPlace
}

/** For each piece its innermost section. A heading belongs to the section that it opens. `whole` is what the document is. */
export function sectionsOf(
  pieces: readonly Piece[],
  lexicon: Lexicon,
  isGoal: (index: number) => boolean,
  whole: 'other' | 'notAPlan' = 'other'
): SectionPlace[] {
  const front: SectionPlace = {heading: -1, kind: whole, title: '', depth: 0}
  let current = front
  const name = nameOf(pieces)
  let before: SectionPlace | undefined
  return pieces.map((piece) => {
    if (before) [current, before] = [before, undefined]
    if (piece.entry) return current.kind === 'contents' ? current : {...current, kind: 'contents'}
    if (isGoal(piece.index)) {
      // a goal closes the sections that are not containers of goals
      current = containerOf(current, piece.kind === 'heading' ? piece.depth : 99, isLabelled(piece, lexicon)) ?? front
    } else if (piece.kind === 'table' && current.kind === 'glossary' && headsGoals(piece, lexicon)) {
      // the plan goes on after its terms without a heading
      current = current.within ?? front
    } else if (opensSection(piece, lexicon)) {
      const named = !lexicon.levelOf(piece.text)?.label
      const kind = named ? kindNamed(titleOf(piece), lexicon) : 'other'
      const depth = piece.kind === 'heading' ? piece.depth : 8
      const within = containerOf(current, depth, isLabelled(piece, lexicon))
      // 'Our vision: every child …' says it all itself
      if (piece.kind === 'paragraph' && ownWords.has(kind) && titleOf(piece).length < piece.text.length - 1)
        before = current
      current = {
        heading: piece.index,
        kind: piece.index === name || namesThePlan(piece) ? 'other' : kind,
        title: titleOf(piece),
        depth,
        ...(within ? {within} : {})
      }
    }
    return current
  })
}

/** Kinds of section that are told in one paragraph where the words stand beside their name. */
const ownWords: ReadonlySet<SectionKind> = new Set<SectionKind>(['vision', 'principles'])

/** The kind that a heading's words name; 'Example initiatives' is no case study but a lead-in. */
function kindNamed(title: string, lexicon: Lexicon): SectionKind {
  const kind = lexicon.sectionOf(title) ?? 'other'
  if ((kind === 'principles' || kind === 'vision') && namesGoalsToo(title, lexicon)) return 'goals'
  if (subjects.has(kind) && givesOrder(title)) return 'other'
  const lead = kind === 'caseStudy' ? lexicon.leadInOf(title) : undefined
  return leadsWork(lead) ? 'other' : kind
}

/** Kinds that are told by what a heading is about, and so may be the subject of work. */
const subjects: ReadonlySet<SectionKind> = new Set<SectionKind>(['voice', 'governance', 'policy', 'needs', 'equality'])

/** 'Grow our membership', 'Modernise the Water Act': an order is work, whatever it is about. */
function givesOrder(title: string): boolean {
  return wordCount(title) > 2 && !/^(?:\W*\d+\W*)?\p{L}+ing\b/u.test(title) && formOf(title) === 'act'
}

/** 'Our aims and principles', 'Vision, mission and objectives': the section holds the goals too. */
function namesGoalsToo(title: string, lexicon: Lexicon): boolean {
  const parts = title.split(/,|&|\/|\band\b/)
  return (
    parts.length > 1 &&
    parts.some((part) => {
      const level = lexicon.levelNamed(part)
      return level !== undefined && level.rank < 4 && level.word !== 'principle' && lexicon.sectionOf(part) !== 'vision'
    })
  )
}

/** 'INTEGRATED RISK MANAGEMENT PLAN' as the first line is what the document is called, not what a part of it is about. */
function namesThePlan({index, kind, text}: Piece): boolean {
  return index === 0 && kind === 'paragraph' && planNoun.test(text)
}

/** The heading that the whole document stands under: its name, whatever words are in it ('… – draft for consultation'). */
function nameOf(pieces: readonly Piece[]): number | undefined {
  const [first, ...rest] = pieces.filter((piece) => piece.kind === 'heading')
  if (rest.length === 0) return first?.index === 0 ? 0 : undefined
  const enclosing = rest.length > 1 && rest.every(({depth}) => depth > first!.depth)
  return enclosing ? first!.index : undefined
}

/** The section that a heading of this depth stands in. No goal with its label explains a word, however small its heading is printed. */
function containerOf(place: SectionPlace, depth: number, isLabelledGoal: boolean): SectionPlace | undefined {
  let at: SectionPlace | undefined = place
  while (at && (at.depth >= depth || (isLabelledGoal && at.kind === 'glossary'))) at = at.within
  return at
}

/** A heading that is a goal's label with its title. */
function isLabelled({kind, text}: Piece, lexicon: Lexicon): boolean {
  const level = kind === 'heading' ? lexicon.levelOf(text) : undefined
  return level?.label !== undefined && level.title !== ''
}

/** Every kind from the piece's section outwards. */
export function kindsOf(place: SectionPlace | undefined): SectionKind[] {
  const kinds: SectionKind[] = []
  for (let at = place; at; at = at.within) kinds.push(at.kind)
  return kinds
}

/** Goals here are said again elsewhere, if the plan has a body. */
export function isEcho(place: SectionPlace | undefined): boolean {
  return kindsOf(place).some((kind) => echoSections.has(kind))
}

/** Goals here are not this plan's: an earlier plan's, the nation's, another body's, or no goals at all. */
export function isForeign(place: SectionPlace | undefined): boolean {
  let goals = false
  for (let at = place; at; at = at.within) {
    if (foreignSections.has(at.kind) && !(goals && mildForeignSections.has(at.kind))) return true
    if (at.kind === 'goals') goals = true
  }
  return false
}

/** Foreign only for standing in words about needs or voices, which may be the subject of goals: 'Engagement', 'Our area'. */
export function isMildlyForeign(place: SectionPlace | undefined): boolean {
  return isForeign(place) && !kindsOf(place).some((kind) => foreignSections.has(kind) && !mildForeignSections.has(kind))
}

/** Words here are not the plan's own work, wherever they stand: a case study inside a goal, the law, risks. */
export function isAside(place: SectionPlace | undefined): boolean {
  return isForeign(place) && !isMildlyForeign(place)
}

/** Foreign only for standing under a heading of what was done. */
export function isOnlyPast(place: SectionPlace | undefined): boolean {
  const foreign = kindsOf(place).filter((kind) => foreignSections.has(kind) && !mildForeignSections.has(kind))
  return foreign.length > 0 && foreign.every((kind) => kind === 'progress')
}

function opensSection(piece: Piece, lexicon: Lexicon): boolean {
  if (piece.kind === 'heading') return true
  if (piece.kind !== 'paragraph' || wordCount(titleOf(piece)) > 8 || piece.aside !== undefined) return false
  // an unmarked line that is a whole section name: 'Contents', 'Governance', 'Glossary of terms'
  return (
    !/[.;,:]$/.test(
      piece.kind === 'paragraph' && titleOf(piece).length === piece.text.length - 1 ? piece.text : titleOf(piece)
    ) &&
    lexicon.sectionOf(titleOf(piece)) !== undefined &&
    lexicon.leadInOf(titleOf(piece)) === undefined
  )
}

/** A heading's words; of 'Jargon buster: Although we …' only the label. */
function titleOf(piece: Piece): string {
  const led = /^([^:]{3,40}):\s+\S/.exec(piece.text)
  return piece.kind !== 'heading' && led ? led[1]! : piece.text.replace(/\s*:$/, '')
}

/** Kinds of section that say a plan's goals before its body does, and those that its goals may be told among. */
const fronting: ReadonlySet<SectionKind> = new Set<SectionKind>([...echoSections, 'vision', 'principles'])

/** The same sections, with those in front of the body as parts of it. */
export function asBody(places: readonly SectionPlace[]): SectionPlace[] {
  const bodied = new Map<SectionPlace, SectionPlace>()
  const bodyOf = (place: SectionPlace): SectionPlace => {
    const known = bodied.get(place)
    if (known) return known
    const {within, ...own} = place
    const made: SectionPlace = {
      ...own,
      kind: fronting.has(place.kind) ? 'other' : place.kind,
      ...(within ? {within: bodyOf(within)} : {})
    }
    bodied.set(place, made)
    return made
  }
  return places.map(bodyOf)
}
