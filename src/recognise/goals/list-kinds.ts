/** What a list under a goal is when no lead-in says it: the words of most of its entries decide. */
import {isAside} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {innermost, type Reading} from '../reading.ts'
import {readsLikeMeasure, startsLikeAction, startsLikeMeasure} from './goal-words.ts'

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
  if (isAside(reading.sections[piece.index])) return undefined
  const make = madeOf(piece.list!, reading)
  if (make !== 'levels') return reading.mode ? undefined : make
  const own = reading.lexicon.levelOf(piece.text)?.level
  return own?.rank === 5 && own.word !== 'milestone' ? 'measures' : 'actions'
}

/** Most entries of the list name their own level: 'Measure: …', 'Initiative: …'. */
export function namesLevels(piece: Piece, reading: Reading): boolean {
  return piece.list !== undefined && innermost(reading) !== undefined && madeOf(piece.list, reading) === 'levels'
}

/** What a list is by the words of most of its entries; worked out once. 'levels': each entry names its own level. */
function madeOf(list: number, reading: Reading): ReturnType<Reading['lists']['get']> {
  if (!reading.lists.has(list)) {
    const all = reading.pieces.filter((each) => each.list === list)
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
    pieces.some((each) => each.parent === entry.index && lexicon.labelled(each.text, each.lead)?.kind === 'measures')
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
    /\b(?:(?:have|has|had) (?:already|recently|made|achieved|had|seen|delivered|been|done|put|set)|already|so far|to date|since 20\d\d|last year|for example|examples?)\b/i.test(
      before.text
    )
  )
}
