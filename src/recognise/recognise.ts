/** Blocks to a plan tree: an ordered list of recognisers and the loop that runs it. */
import type {Blocks} from '../blocks/types.ts'
import {withIds} from '../plan-tree/build.ts'
import {childrenOf, isGoal} from '../plan-tree/guards.ts'
import type {Plan, PlanNode, PlanSource} from '../plan-tree/nodes.ts'
import {begin, beginAgain} from './begin.ts'
import {documentFacts} from './document/document.ts'
import {withClosingRemarks} from './facets/closing-remarks.ts'
import {withWordFacets} from './facets/word-facets.ts'
import {restatementRecognisers, settleRestatements} from './goals/again/restatements.ts'
import {withGoalOfPage} from './goals/headings/goal-of-page.ts'
import {leadInRecognisers} from './goals/lead-ins/lead-ins.ts'
import {settleDeclared, warnOfNoTree} from './goals/lists/stated.ts'
import {emptyScheme} from './goals/openings.ts'
import {outcomeRecognisers} from './goals/outcomes.ts'
import {goalListRecognisers} from './goals/under/lists.ts'
import {numberRecognisers} from './goals/under/numbering.ts'
import {plainLineRecognisers} from './goals/under/plain-lines.ts'
import {isEcho, sectionsOf} from './outline.ts'
import type {Piece} from './pieces.ts'
import {closeEntries, type Reading} from './reading.ts'
import {isTold, likeliestOutline, type Outline} from './readings/likeliest.ts'
import {outlined} from './readings/outlined.ts'
import type {Recogniser} from './recogniser.ts'
import {sectionRecognisers} from './sections.ts'
import {settleOutcomesOfTables} from './tables/outcomes-again.ts'
import {tableRecognisers} from './tables/tables.ts'
import {vocabulary as ours, type Vocabulary} from './vocabulary.ts'

export interface RecogniseOptions {
  source: PlanSource
  /** Words of levels, lead-ins, sections and columns; ours, or ours extended by `extendVocabulary`. */
  vocabulary?: Vocabulary
}

/** Every recogniser. The surest reads a piece; of equally sure ones the first in this order. */
const recognisers: readonly Recogniser[] = [
  ...outcomeRecognisers,
  ...restatementRecognisers,
  ...tableRecognisers,
  ...leadInRecognisers,
  ...numberRecognisers,
  ...goalListRecognisers,
  ...plainLineRecognisers,
  ...sectionRecognisers
]

/** Blocks to a plan tree. Pure; warns on the plan, never throws for what a document says. */
export function recognise(blocks: Blocks, {source, vocabulary = ours}: RecogniseOptions): Plan {
  const {titlePosition, ...facts} = documentFacts(blocks, source.path)
  const formed = likelier(begin(blocks, vocabulary, facts.title), () => begin(blocks, vocabulary, facts.title, true))
  const outline = likeliestOutline(formed, facts.title)
  const reading = outline ? outlinedReading(formed, outline) : formed
  withGoalOfPage(reading, blocks)
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

/** The same document read again, by its outline. */
function outlinedReading(formed: Reading, outline: Outline): Reading {
  const {pieces, lexicon} = formed
  const sections = sectionsOf(pieces, lexicon, (index) => isTold(outline, pieces[index]!))
  const reading = beginAgain(formed, {sections, scheme: emptyScheme(), declared: []})
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
  settleOutcomesOfTables(reading)
}

function goalsIn({children}: Reading): number {
  const count = (nodes: readonly PlanNode[]): number =>
    nodes.reduce((sum, node) => sum + (isGoal(node) ? 1 : 0) + count(childrenOf(node)), 0)
  return count(children)
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
