/** Which lines of a document open its goals, and how its sections lie: asked in the order that `recognise/README.md` tells. */
import {speaksOfPlans} from '../document/kind.ts'
import type {Lexicon} from '../lexicon.ts'
import type {SectionPlace} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {goalsAskedAgain} from './again/asked-again.ts'
import {setOutAgain} from './again/set-out-again.ts'
import {promisingHeadings} from './below/promising-headings.ts'
import {goalsWithin} from './below/shaped-alike.ts'
import type {Frame} from './frame.ts'
import {withNumbersAbove} from './headings/numbers-above.ts'
import {withSiblings} from './headings/siblings-alike.ts'
import {cardOpenings, cardsBelow} from './labels/cards.ts'
import {aimOfDrivers} from './labels/drivers.ts'
import {labelGroups} from './labels/label-groups.ts'
import {placeUnderNamed} from './labels/named-above.ts'
import {withOwnLabels} from './labels/own-label.ts'
import {schemeOf, unlabelledEchoes} from './labels/scheme.ts'
import {stretchesApart} from './labels/stretches.ts'
import {leadInsApart} from './lead-ins/apart.ts'
import {declaredLists} from './lists/declared.ts'
import {listedOnly} from './lists/listed-only.ts'
import {type DeclaredList, emptyScheme, type Opening, open, type Scheme, sayAgain} from './openings.ts'
import {unlabelledOpenings} from './unlabelled.ts'
import {cutSharedYears} from './words/shared-years.ts'

/** What is known of a document before its goals are. */
export interface Document {
  pieces: readonly Piece[]
  lexicon: Lexicon
  title: string
  telling: Telling
}

/** Whether the document has words of plans, and the points for what it calls itself. */
interface Telling {
  speaks: boolean
  called: number
}

/** Parts a document by its headings; lines that open goals end what a heading before them said. */
export type Sectioning = (document: Document, opensGoal: (piece: number) => boolean) => SectionPlace[]

export interface GoalsOfPlan {
  sections: readonly SectionPlace[]
  scheme: Scheme
  /** Lists announced as goals. */
  declared: DeclaredList[]
}

/** Sections and scheme lean on each other: goals end sections, and sections tell whose goals they are. */
export function goalsOfPlan(document: Document, parted: Sectioning): GoalsOfPlan {
  const {pieces, lexicon, title, telling} = document
  const unparted = parted(document, () => false)
  const scheme = soundScheme(schemeOf(pieces, unparted, lexicon), title, pieces)
  const opensGoal = (piece: number) => scheme.openings.has(piece)
  const labelled = {pieces, sections: parted(document, opensGoal), lexicon}
  const declared = declaredLists(labelled)
  const found = openFurther(labelled, scheme, declared, telling)
  const sections = found ? parted(document, opensGoal) : labelled.sections
  cutSharedYears([...scheme.openings.values()])
  sayGoalsAgain({pieces, sections, lexicon}, scheme)
  return {sections, scheme, declared}
}

/**
 * Opens the goals that no numbered label marks, or that stand over, beside and below those it marks. Whether it found some
 * that may end a section.
 */
function openFurther(frame: Frame, scheme: Scheme, lists: readonly DeclaredList[], telling: Telling): boolean {
  if (scheme.openings.size === 0) open(scheme, labelGroups(frame))
  const again = scheme.openings.size === 0 ? goalsAskedAgain(frame) : undefined
  open(scheme, again?.openings ?? [])
  sayAgain(scheme, again?.echoes ?? [])
  const cards = cardOpenings(frame, scheme)
  open(scheme, cards)
  const unlabelled = again?.openings ?? unlabelledGoals(frame, scheme, lists, telling)
  open(scheme, unlabelled)
  const stretches = stretchesApart(frame, scheme)
  open(scheme, stretches)
  // where headings alone open the goals, a label under each of them may name a goal below it
  if (cards.length === 0 && unlabelled.length > 0) open(scheme, cardOpenings(frame, scheme))
  const below = goalsBelow(frame, scheme, cards)
  open(scheme, below)
  open(scheme, listedOnly(frame, scheme, lists))
  open(scheme, aimOfDrivers(frame.pieces, scheme, frame.lexicon))
  raiseCards(frame, scheme, cards)
  placeUnderNamed(frame, scheme)
  return unlabelled.length + cards.length + below.length + stretches.length > 0
}

function unlabelledGoals(...[frame, ...others]: Parameters<typeof unlabelledOpenings>): Opening[] {
  return withNumbersAbove(frame, withOwnLabels(withSiblings(frame, unlabelledOpenings(frame, ...others))))
}

function goalsBelow(frame: Frame, scheme: Scheme, cards: readonly Opening[]): Opening[] {
  const shaped = cards.length > 0 ? [] : goalsWithin(frame, scheme)
  return cards.length + shaped.length > 0 ? shaped : promisingHeadings(frame, scheme)
}

/** Cards in a plan without outcomes are its outcomes. */
function raiseCards(frame: Frame, scheme: Scheme, cards: readonly Opening[]): void {
  if (cards.length === 0 || [...scheme.openings.values()].some(({type}) => type === 'outcome')) return
  for (const card of cards) card.type = 'outcome'
  open(scheme, cardsBelow(frame, scheme))
}

/** Finds the lines that say opened goals again. */
function sayGoalsAgain(frame: Frame, scheme: Scheme): void {
  sayAgain(scheme, unlabelledEchoes(frame.pieces, frame.sections, scheme))
  setOutAgain(frame, scheme)
  sayAgain(scheme, leadInsApart(frame, scheme))
}

/** Numbered actions and steps with nothing above them are a scheme only in a document that speaks of plans. */
function soundScheme(scheme: Scheme, title: string, pieces: readonly Piece[]): Scheme {
  const goals = [...scheme.openings.values(), ...[...scheme.captions.values()].flatMap((rows) => [...rows.values()])]
  const low = goals.length > 0 && goals.every(({type}) => type === 'action')
  return low && !speaksOfPlans(title, pieces) ? emptyScheme() : scheme
}
