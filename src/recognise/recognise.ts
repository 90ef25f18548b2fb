/** Blocks to a plan tree: an ordered list of recognisers and the loop that runs it. */
import type {Blocks} from '../blocks/types.ts'
import {withIds} from '../plan-tree/build.ts'
import {childrenOf, isGoal} from '../plan-tree/guards.ts'
import type {Plan, PlanNode, PlanSource} from '../plan-tree/nodes.ts'
import {documentFacts} from './document/document.ts'
import {type NotAPlan, notAPlan, speaksOfPlans} from './document/kind.ts'
import {planNoun} from './document/words.ts'
import {withClosingRemarks} from './facets/closing-remarks.ts'
import {withWordFacets} from './facets/word-facets.ts'
import {goalsAskedAgain} from './goals/again/asked-again.ts'
import {restatementRecognisers, settleRestatements} from './goals/again/restatements.ts'
import {setOutAgain} from './goals/again/set-out-again.ts'
import {promisingHeadings} from './goals/below/promising-headings.ts'
import {goalsWithin} from './goals/below/shaped-alike.ts'
import {planPoints} from './goals/families/announced.ts'
import {withNumbersAbove} from './goals/headings/numbers-above.ts'
import {withSiblings} from './goals/headings/siblings-alike.ts'
import {cardOpenings, cardsBelow} from './goals/labels/cards.ts'
import {aimOfDrivers} from './goals/labels/drivers.ts'
import {learnedLevels} from './goals/labels/learned-levels.ts'
import {schemeOf, unlabelledEchoes} from './goals/labels/scheme.ts'
import {leadInsApart} from './goals/lead-ins/apart.ts'
import {dashedLabels, leadInRecognisers} from './goals/lead-ins/lead-ins.ts'
import {learnedLeadIns, withLearned} from './goals/lead-ins/learned.ts'
import {measuresOfOutcomes} from './goals/lead-ins/measure-scope.ts'
import {declaredLists} from './goals/lists/declared.ts'
import {listedOnly} from './goals/lists/listed-only.ts'
import {settleDeclared, warnOfNoTree} from './goals/lists/stated.ts'
import {type Opening, open, type Scheme, sayAgain} from './goals/openings.ts'
import {outcomeRecognisers} from './goals/outcomes.ts'
import {commitmentsIn} from './goals/prose/commitments.ts'
import {goalListRecognisers} from './goals/under/lists.ts'
import {numberRecognisers} from './goals/under/numbering.ts'
import {unlabelledOpenings} from './goals/unlabelled.ts'
import {lexiconOf} from './lexicon.ts'
import {locatorOf} from './locate.ts'
import {repaired} from './mending/repaired.ts'
import {asBody, isEcho, type SectionPlace, sectionsOf} from './outline.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {closeEntries, type Reading} from './reading.ts'
import {isTold, likeliestOutline, type Outline} from './readings/likeliest.ts'
import {outlined} from './readings/outlined.ts'
import type {Recogniser} from './recogniser.ts'
import {sectionRecognisers} from './sections.ts'
import {withSameHeaders} from './tables/same-header.ts'
import {tableRecognisers} from './tables/tables.ts'
import {vocabulary as ours, type Vocabulary} from './vocabulary.ts'

export interface RecogniseOptions {
  source: PlanSource
  /** Words of levels, lead-ins, sections and columns; ours, or ours extended by `extendVocabulary`. */
  vocabulary?: Vocabulary
}

/** Every recogniser. The surest reads a piece; of equally sure ones the first in this order. */
export const recognisers: readonly Recogniser[] = [
  ...outcomeRecognisers,
  ...restatementRecognisers,
  ...tableRecognisers,
  ...leadInRecognisers,
  ...numberRecognisers,
  ...goalListRecognisers,
  ...sectionRecognisers
]

/** Blocks to a plan tree. Pure; warns on the plan, never throws for what a document says. */
export function recognise(blocks: Blocks, {source, vocabulary = ours}: RecogniseOptions): Plan {
  const {titlePosition, ...facts} = documentFacts(blocks, source.path)
  const formed = likelier(begin(blocks, vocabulary, facts.title), () => begin(blocks, vocabulary, facts.title, true))
  const outline = likeliestOutline(formed, facts.title)
  const reading = outline ? outlinedReading(formed, outline) : formed
  withClosingRemarks(reading)
  withWordFacets(reading.children, reading.locator)
  const plan: Plan = {
    type: 'plan',
    version: 1,
    digest: source.digest,
    ...facts,
    source,
    warnings: [...blocks.warnings, ...reading.warnings],
    pages: [],
    ...(titlePosition ? {position: titlePosition} : {}),
    children: reading.children as Plan['children']
  }
  warnOfNoTree(plan, reading.notAPlan)
  return withIds(plan)
}

/** What a reading has only once it came upon it. */
const foundOnTheWay = ['mode', 'echo', 'glossary', 'columns', 'measureLeadIns', 'ledAlike', 'unled'] as const

/** The same document read again, by its outline. */
function outlinedReading(formed: Reading, outline: Outline): Reading {
  const {pieces, lexicon} = formed
  const sections = sectionsOf(pieces, lexicon, (index) => isTold(outline, pieces[index]!))
  const reading: Reading = {...formed, ...unread(), sections, scheme: emptyScheme(), declared: []}
  for (const found of foundOnTheWay) delete reading[found]
  const rows = outlined(outline, reading)
  for (const piece of pieces) if (!reading.taken.has(piece.index)) readPiece(piece, reading, rows)
  return reading
}

/** Fewest goals by which a document is read as saying in its summary or foreword what it says nowhere else. */
const leastInFront = 2

/**
 * Summaries, forewords and introductions say goals again that stand in the body. Where a plan has none in its body, or only
 * work for goals that are missing, these are where it says them: it is read once more with such headings as any others.
 */
function likelier(first: Reading, again: () => Reading): Reading {
  read(first)
  const [goals, tops] = [goalsIn(first), topsOf(first)]
  if (first.notAPlan || !first.speaks || tops.length > 0 || (goals > 0 && !hasFront(first))) return first
  const second = again()
  read(second)
  return goalsIn(second) >= Math.max(leastInFront, goals) && (goals === 0 || topsOf(second).length > 0) ? second : first
}

/** The goals that hold others, or that are outcomes. */
function topsOf({children}: Reading): PlanNode[] {
  return children.filter((node) => isGoal(node) && (node.type === 'outcome' || childrenOf(node).some(isGoal)))
}

function hasFront({sections}: Reading): boolean {
  return sections.some(isEcho)
}

function read(reading: Reading): void {
  for (const piece of reading.pieces) if (!reading.taken.has(piece.index)) readPiece(piece, reading)
  settleRestatements(reading)
  settleDeclared(reading)
}

function goalsIn({children}: Reading): number {
  const count = (nodes: readonly PlanNode[]): number =>
    nodes.reduce((sum, node) => sum + (isGoal(node) ? 1 : 0) + count(childrenOf(node)), 0)
  return count(children)
}

/** `fronted`: what stands under the headings of summaries and forewords is the body. */
export function begin(blocks: Blocks, vocabulary: Vocabulary, title = '', fronted = false): Reading {
  const read = piecesOf(blocks.tree)
  const levels = learnedLevels(read, lexiconOf(vocabulary))
  const levelled = levels.length > 0 ? {...vocabulary, levels: [...vocabulary.levels, ...levels]} : vocabulary
  const pieces = withSameHeaders(repaired(read, lexiconOf(levelled)))
  const learned = learnedLeadIns(pieces, lexiconOf(levelled))
  const lexicon = lexiconOf(withLearned(levelled, learned))
  const other = notAPlan(title, pieces, lexicon)
  const called = planPoints(planNoun.test(title), title, lexicon)
  const telling = {speaks: speaksOfPlans(title, pieces, called > 0), called}
  const {sections, scheme, declared} = planOf({pieces, lexicon, title, telling}, sectioning(other, fronted))
  return {
    ...(other ? {notAPlan: other} : {}),
    speaks: telling.speaks,
    pieces,
    sections,
    scheme,
    declared,
    committed: commitmentsIn(pieces, scheme, lexicon),
    ofOutcome: measuresOfOutcomes(pieces, scheme, lexicon),
    learned,
    dashed: dashedLabels(pieces),
    lexicon,
    locator: locatorOf(blocks.text),
    ...unread()
  }
}

/** What a reading holds before its first piece. */
function unread() {
  return {
    passages: new Map(),
    children: [],
    goals: [],
    byKey: new Map(),
    byPiece: new Map(),
    titles: new Map(),
    lists: new Map(),
    openSections: [],
    waiting: [],
    warnings: [],
    rule: {id: '', confidence: 1, competed: []},
    taken: new Set<number>()
  }
}

const emptyScheme = (): Scheme => ({openings: new Map(), captions: new Map(), echoes: new Map()})

interface Document {
  pieces: readonly Piece[]
  lexicon: Reading['lexicon']
  title: string
  telling: {speaks: boolean; called: number}
}

type Sectioning = (document: Document, isGoal: (index: number) => boolean) => SectionPlace[]

/** How the document's headings part it. */
function sectioning(other: NotAPlan | undefined, fronted: boolean): Sectioning {
  const whole = other ? 'notAPlan' : 'other'
  return ({pieces, lexicon}, isGoal) => {
    const places = sectionsOf(pieces, lexicon, isGoal, whole)
    return fronted ? asBody(places) : places
  }
}

/** Sections and scheme lean on each other: goals end sections, and sections tell whose goals they are. */
function planOf(document: Document, parted: Sectioning): Pick<Reading, 'sections' | 'scheme' | 'declared'> {
  const {pieces, lexicon, title, telling} = document
  const first = parted(document, () => false)
  const scheme = soundScheme(schemeOf(pieces, first, lexicon), title, pieces)
  const isGoal = (index: number) => scheme.openings.has(index)
  const frame = {pieces, sections: parted(document, isGoal), lexicon}
  const lists = declaredLists(frame)
  const again = scheme.openings.size === 0 ? goalsAskedAgain(frame) : undefined
  open(scheme, again?.openings ?? [])
  sayAgain(scheme, again?.echoes ?? [])
  const cards = cardOpenings(frame, scheme)
  open(scheme, cards)
  const more = again?.openings ?? unlabelledGoals(frame, scheme, lists, telling)
  open(scheme, more)
  // where headings alone open the goals, a label under each of them may name a goal below it
  if (cards.length === 0 && more.length > 0) open(scheme, cardOpenings(frame, scheme))
  const shaped = cards.length > 0 ? [] : goalsWithin(frame, scheme)
  const within = cards.length + shaped.length > 0 ? shaped : promisingHeadings(frame, scheme)
  open(scheme, within)
  open(scheme, listedOnly(frame, scheme, lists))
  open(scheme, aimOfDrivers(pieces, scheme, lexicon))
  const topless = cards.length > 0 && ![...scheme.openings.values()].some(({type}) => type === 'outcome')
  if (topless) {
    for (const card of cards) card.type = 'outcome'
    open(scheme, cardsBelow(frame, scheme))
  }
  const added = more.length + cards.length + within.length > 0
  const sections = added ? parted(document, isGoal) : frame.sections
  sayAgain(scheme, unlabelledEchoes(pieces, sections, scheme))
  setOutAgain({...frame, sections}, scheme)
  sayAgain(scheme, leadInsApart({...frame, sections}, scheme))
  return {sections, scheme, declared: lists}
}

function unlabelledGoals(...[frame, ...others]: Parameters<typeof unlabelledOpenings>): Opening[] {
  return withNumbersAbove(frame, withSiblings(frame, unlabelledOpenings(frame, ...others)))
}

/** Numbered actions and steps with nothing above them are a scheme only in a document that speaks of plans. */
function soundScheme(scheme: Scheme, title: string, pieces: readonly Piece[]): Scheme {
  const goals = [...scheme.openings.values(), ...[...scheme.captions.values()].flatMap((rows) => [...rows.values()])]
  const low = goals.length > 0 && goals.every(({type}) => type === 'action')
  return low && !speaksOfPlans(title, pieces) ? emptyScheme() : scheme
}

function readPiece(piece: Piece, reading: Reading, rows: readonly Recogniser[] = recognisers): void {
  closeEntries(reading, piece)
  const rivals: {row: Recogniser; confidence: number}[] = []
  for (const row of rows) {
    const confidence = row.applies(piece, reading)
    if (confidence > 0) rivals.push({row, confidence})
  }
  rivals.sort((a, b) => b.confidence - a.confidence)
  const [winner, ...others] = rivals
  if (!winner) return
  const competed = others.filter(({row}) => row.id !== 'sections/passage').map(({row}) => row.id)
  reading.rule = {id: winner.row.id, confidence: winner.confidence >= 0.9 ? 1 : winner.confidence, competed}
  winner.row.read(piece, reading)
}
