/** Blocks to a plan tree: an ordered list of recognisers and the loop that runs it. */
import type {Blocks} from '../blocks/types.ts'
import {withIds} from '../plan-tree/build.ts'
import type {Plan, PlanSource} from '../plan-tree/nodes.ts'
import {declaredLists, unlabelledOpenings} from './declared.ts'
import {documentFacts} from './document.ts'
import {goalListRecognisers} from './goal-lists.ts'
import {leadInRecognisers} from './lead-ins.ts'
import {lexiconOf} from './lexicon.ts'
import {locatorOf} from './locate.ts'
import {numberRecognisers} from './numbering.ts'
import {outcomeRecognisers} from './outcomes.ts'
import {sectionsOf} from './outline.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {closeEntries, type Reading} from './reading.ts'
import type {Recogniser} from './recogniser.ts'
import {repaired} from './repair.ts'
import {restatementRecognisers, settleRestatements} from './restatements.ts'
import {schemeOf, unlabelledEchoes} from './scheme.ts'
import {sectionRecognisers} from './sections.ts'
import {settleDeclared, warnOfNoTree} from './stated.ts'
import {tableRecognisers} from './tables.ts'
import {vocabulary as ours, type Vocabulary} from './vocabulary.ts'
import {withWordFacets} from './word-facets.ts'

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
  const reading = begin(blocks, vocabulary)
  for (const piece of reading.pieces) if (!reading.taken.has(piece.index)) readPiece(piece, reading)
  settleRestatements(reading)
  settleDeclared(reading)
  withWordFacets(reading.children, reading.locator)
  const {titlePosition, ...facts} = documentFacts(blocks, source.path)
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
  warnOfNoTree(plan)
  return withIds(plan)
}

export function begin(blocks: Blocks, vocabulary: Vocabulary): Reading {
  const lexicon = lexiconOf(vocabulary)
  const pieces = repaired(piecesOf(blocks.tree), lexicon)
  const {sections, scheme, declared} = planOf(pieces, lexicon)
  return {
    pieces,
    sections,
    scheme,
    declared,
    passages: new Map(),
    lexicon,
    locator: locatorOf(blocks.text),
    children: [],
    goals: [],
    byKey: new Map(),
    byPiece: new Map(),
    titles: new Map(),
    openSections: [],
    waiting: [],
    warnings: [],
    rule: {id: '', confidence: 1, competed: []},
    taken: new Set()
  }
}

/** Sections and scheme lean on each other: goals end sections, and sections tell whose goals they are. */
function planOf(
  pieces: readonly Piece[],
  lexicon: Reading['lexicon']
): Pick<Reading, 'sections' | 'scheme' | 'declared'> {
  const scheme = schemeOf(
    pieces,
    sectionsOf(pieces, lexicon, () => false),
    lexicon
  )
  const isGoal = (index: number) => scheme.openings.has(index)
  const frame = {pieces, sections: sectionsOf(pieces, lexicon, isGoal), lexicon}
  const lists = declaredLists(frame)
  const more = unlabelledOpenings(frame, scheme, lists)
  for (const opening of more) scheme.openings.set(opening.piece, opening)
  const sections = more.length > 0 ? sectionsOf(pieces, lexicon, isGoal) : frame.sections
  for (const echo of unlabelledEchoes(pieces, sections, scheme)) scheme.echoes.set(echo.piece, echo)
  return {sections, scheme, declared: lists}
}

function readPiece(piece: Piece, reading: Reading): void {
  closeEntries(reading, piece)
  const rivals = recognisers
    .map((row) => ({row, confidence: row.applies(piece, reading)}))
    .filter((rival) => rival.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
  const [winner, ...others] = rivals
  if (!winner) return
  const competed = others.filter(({row}) => row.id !== 'sections/passage').map(({row}) => row.id)
  reading.rule = {id: winner.row.id, confidence: winner.confidence >= 0.9 ? 1 : winner.confidence, competed}
  winner.row.read(piece, reading)
}
