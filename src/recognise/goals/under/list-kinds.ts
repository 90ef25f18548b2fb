/** What a list under a goal is when no lead-in says it: the words of most of its entries decide. */

import type {Lexicon} from '../../lexicon.ts'
import {isAside} from '../../outline.ts'
import {entriesOf, nestedIn, type Piece} from '../../pieces.ts'
import {innermost, type Reading} from '../../reading.ts'
import {leadsWork} from '../../vocabulary.ts'
import {fold, wordCount} from '../../words.ts'
import {openingsInOrder, type Scheme} from '../openings.ts'
import {shareOf, unlikeGoals} from '../words/forms.ts'
import {readsLikeMeasure, startsLikeAction, startsLikeMeasure} from '../words/goal-words.ts'

/** 'Measure 1.2: …', 'KPI 3 – …' */
export function labelledMeasure(
  piece: Piece,
  {lexicon}: Reading
): {term: string; label: string; title: string} | undefined {
  if (piece.kind === 'table') return undefined
  const read = lexicon.levelOf(piece.text)
  if (!read?.label || read.title === '' || read.level.rank < 5 || read.level.word === 'milestone') return undefined
  return {term: read.term, label: read.label, title: read.title}
}

/** What an entry under a goal is when no lead-in says it: the words of most entries of its list decide. */
export function unledList(piece: Piece, reading: Reading): 'measures' | 'actions' | undefined {
  const goal = innermost(reading)
  if (piece.kind !== 'listItem' || !goal || piece.depth > 1) return undefined
  // 'Work with partners:' is said by the list after it
  if (goal.type === 'action' && !/:$/.test(goal.title)) return undefined
  if (isAside(reading.sections[piece.index]) || saysOtherwise(piece, reading)) return undefined
  const make = madeOf(piece.list!, reading)
  if (make !== 'levels') return reading.mode ? undefined : alike(piece, make, reading)
  const own = reading.lexicon.levelOf(piece.text)?.level
  return own?.rank === 5 && own.word !== 'milestone' ? 'measures' : 'actions'
}

/** Share of the goals under which one and the same line must lead in lists, for others that a sentence leads in to be none of work. */
const shareLed = 0.8

/** 'This lets the harbour:' over a list, in a plan whose goals all have their 'Actions:'. */
function saysOtherwise({list}: Piece, reading: Reading): boolean {
  const {pieces, scheme, lexicon} = reading
  const first = entriesOf(list, pieces)[0]!
  const over = pieces[first.index - 1]
  if (over?.kind !== 'paragraph' || !/:$/.test(over.text) || wordCount(over.text) < leastSentence) return false
  if (lexicon.leadInOf(over.text) !== undefined) return false
  reading.ledAlike ??= isLedAlike(pieces, scheme, lexicon)
  return reading.ledAlike
}

/** Fewest words of a sentence that leads in a list, and fewest goals that tell what leads in their work. */
const [leastSentence, leastGoals] = [4, 3]

function isLedAlike(pieces: readonly Piece[], scheme: Scheme, lexicon: Lexicon): boolean {
  const goals = openingsInOrder(scheme).filter(({type}) => type === 'outcome')
  if (goals.length < leastGoals) return false
  const led = new Map<string, number>()
  goals.forEach(({piece}, at) => {
    const own = pieces.slice(piece + 1, goals[at + 1]?.piece ?? pieces.length)
    const leading = own.filter(({kind, text, index}) => {
      if (kind === 'table' || kind === 'listItem' || pieces[index + 1]?.kind !== 'listItem') return false
      const leadIn = lexicon.leadInOf(text)
      return leadIn === 'actions' || leadIn === 'priorities'
    })
    for (const words of new Set(leading.map(({text}) => fold(text)))) led.set(words, (led.get(words) ?? 0) + 1)
  })
  return [...led.values()].some((count) => count >= goals.length * shareLed)
}

/** Fewest lists right under goals that tell what such lists are, and the share of them that must be of one kind. */
const [leastAlike, shareAlike] = [3, 0.6]

/** Lists right under the goals of one plan are of one kind: what most of them are by their words, the others are too. */
function alike(piece: Piece, make: Exclude<Make, 'levels'>, reading: Reading): Exclude<Make, 'levels'> {
  reading.unled ??= listsUnderGoals(reading)
  const {lists, kind} = reading.unled
  return kind !== undefined && lists.has(piece.list!) ? kind : make
}

function listsUnderGoals(reading: Reading): NonNullable<Reading['unled']> {
  const {pieces, scheme, lexicon} = reading
  const lists = new Set<number>()
  for (const {piece, consumed} of scheme.openings.values()) {
    let at = Math.max(piece, ...consumed) + 1
    while (pieces[at]?.kind === 'paragraph' && at <= piece + mostBetween) {
      if (lexicon.leadInOf(pieces[at]!.text) !== undefined || /:$/.test(pieces[at]!.text)) break
      at += 1
    }
    const first = pieces[at]
    if (first?.kind === 'listItem' && first.list !== undefined && !scheme.openings.has(at)) lists.add(first.list)
  }
  const kinds = [...lists].map((list) => madeOf(list, reading))
  const kind = (['actions', 'measures'] as const).find(
    (each) => lists.size >= leastAlike && kinds.filter((made) => made === each).length >= kinds.length * shareAlike
  )
  return {lists, kind: kind ?? (kinds.every((made) => made === undefined) ? soleLists(lists, reading) : undefined)}
}

/** Share of labelled goals right under which a list stands, where nothing else under any of them says what is done. */
const shareListed = 0.7

/** Lists of names right under 'Goal 1', 'Goal 2' …, and nothing else there that could be work: they are what the goals consist of. */
function soleLists(lists: ReadonlySet<number>, {pieces, scheme, lexicon}: Reading): 'actions' | undefined {
  const goals = [...scheme.openings.values()]
  const labelled = goals.filter(({label, rule}) => label !== undefined && rule === 'outcomes/labelled-heading')
  if (lists.size < leastAlike || labelled.length < goals.length || lists.size < goals.length * shareListed)
    return undefined
  const first = Math.min(...goals.map(({piece}) => piece))
  const told = pieces.some((piece) => {
    if (piece.index < first || piece.entry) return false
    if (piece.kind === 'table') return true
    const kind = lexicon.leadInOf(piece.text)
    return leadsWork(kind)
  })
  const lines = pieces.filter(({list}) => list !== undefined && lists.has(list)).map(({text}) => text)
  return told || shareOf(lines, 'told', 'asked') > 0 || unlikeGoals(lines) > 0 ? undefined : 'actions'
}

/** Paragraphs that may stand between a goal and its list. */
const mostBetween = 2

type Make = ReturnType<Reading['lists']['get']>

/** Most entries of the list name their own level: 'Measure: …', 'Initiative: …'. */
export function namesLevels(piece: Piece, reading: Reading): boolean {
  return piece.list !== undefined && innermost(reading) !== undefined && madeOf(piece.list, reading) === 'levels'
}

/** What a list is by the words of most of its entries; worked out once. 'levels': each entry names its own level. */
function madeOf(list: number, reading: Reading): ReturnType<Reading['lists']['get']> {
  if (!reading.lists.has(list)) {
    const all = entriesOf(list, reading.pieces)
    const own = all.filter(({text, lead}) => !reading.lexicon.labelled(text, lead))
    const entries = own.length > 0 ? own : all
    reading.lists.set(list, makeOfEntries(entries, reading))
  }
  return reading.lists.get(list)
}

/** Share of a list's entries that decide for all of them. */
const shareDeciding = 0.6

function makeOfEntries(
  entries: readonly Piece[],
  {lexicon, pieces}: Reading
): 'measures' | 'actions' | 'levels' | undefined {
  const most = entries.length * shareDeciding
  const count = (test: (text: string) => boolean) => entries.filter(({text}) => test(text)).length
  if (tellsOfPast(pieces[entries[0]!.index - 1])) return undefined
  if (count((text) => (lexicon.levelOf(text)?.level.rank ?? 9) <= 5) >= most) return 'levels'
  const measured = entries.filter((entry) =>
    nestedIn(entry, pieces).some(({text, lead}) => lexicon.labelled(text, lead)?.kind === 'measures')
  )
  if (measured.length >= most) return 'actions'
  if (count((text) => startsLikeMeasure(text) || readsLikeMeasure(text)) >= most) return 'measures'
  return count((text) => startsLikeAction(text) && !startsLikeMeasure(text)) >= most ? 'actions' : undefined
}

/** 'We have already had some success, notably in:' */
function tellsOfPast(before: Piece | undefined): boolean {
  return (
    before?.kind === 'paragraph' &&
    /:$/.test(before.text) &&
    !/\bwe (?:will|shall|aim to|plan to):$/i.test(before.text) &&
    /\b(?:(?:have|has|had) (?:already|recently|made|achieved|had|seen|delivered|been|done|put|set)|already|so far|to date|since 20\d\d|last year|for example|examples?)\b/i.test(
      before.text
    )
  )
}
