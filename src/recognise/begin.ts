/** A reading before its first piece: the document's pieces, mended, with its goals found and nothing hung yet. */
import type {Blocks} from '../blocks/types.ts'
import {type NotAPlan, notAPlan, speaksOfPlans} from './document/kind.ts'
import {planNoun} from './document/words.ts'
import {planPoints} from './goals/families/announced.ts'
import {type GoalsOfPlan, goalsOfPlan, type Sectioning} from './goals/goals-of-plan.ts'
import {learnedLevels} from './goals/labels/learned-levels.ts'
import {dashedLabels} from './goals/lead-ins/lead-ins.ts'
import {learnedLeadIns, withLearned} from './goals/lead-ins/learned.ts'
import {measuresOfOutcomes} from './goals/lead-ins/measure-scope.ts'
import {commitmentsIn} from './goals/prose/commitments.ts'
import {lexiconOf} from './lexicon.ts'
import {locatorOf} from './locate.ts'
import {repaired} from './mending/repaired.ts'
import {asBody, sectionsOf} from './outline.ts'
import {piecesOf} from './pieces.ts'
import type {Reading} from './reading.ts'
import {withSameHeaders} from './tables/same-header.ts'
import type {Vocabulary} from './vocabulary.ts'

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
  const goals = goalsOfPlan({pieces, lexicon, title, telling}, sectioning(other, fronted))
  return {
    ...(other ? {notAPlan: other} : {}),
    speaks: telling.speaks,
    pieces,
    ...goals,
    committed: commitmentsIn(pieces, goals.scheme, lexicon),
    ofOutcome: measuresOfOutcomes(pieces, goals.scheme, lexicon),
    learned,
    dashed: dashedLabels(pieces),
    lexicon,
    locator: locatorOf(blocks.text),
    ...unread()
  }
}

/** The same document before its first piece, with other goals. */
export function beginAgain(reading: Reading, goals: GoalsOfPlan): Reading {
  const anew: Reading = {...reading, ...unread(), ...goals}
  for (const found of foundOnTheWay) delete anew[found]
  return anew
}

/** What a reading has only once it came upon it. */
const foundOnTheWay = [
  'mode',
  'echo',
  'glossary',
  'columns',
  'measureLeadIns',
  'ledAlike',
  'unled',
  'linesInRow'
] as const

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

/** How the document's headings part it; a document that is no plan has no section of goals. */
function sectioning(other: NotAPlan | undefined, fronted: boolean): Sectioning {
  const whole = other ? 'notAPlan' : 'other'
  return ({pieces, lexicon}, opensGoal) => {
    const places = sectionsOf(pieces, lexicon, opensGoal, whole)
    return fronted ? asBody(places) : places
  }
}
