/** Headings that no mark or type shows: lines in a row, each over a list, goals or things to do of its own. */

import {alsoGoals} from '../goals/families/heading-families.ts'
import {formOf, shareOf, unlikeGoals} from '../goals/words/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import {isPeriod} from '../periods.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {leadsWork} from '../vocabulary.ts'
import {fold, sentences, wordCount} from '../words.ts'
import {heading} from './mended.ts'

/** Longest line that may be a heading, words, and over sentences by themselves. */
const [longest, longestOverSentences] = [10, 8]
/** The same with what it means after a dash: 'A green borough – safeguarding our environment for those who come after us'. */
const longestExplained = 16
/** Fewest such lines in a row, and fewest where the source marks no headings and what stands under them reads like goals. */
const [leastInRow, leastUnmarked] = [3, 2]
/** Share of what stands under them that must read like goals, there. */
const shareOfGoals = 0.6
/** Most paragraphs between such a line and its list. */
const mostBetween = 2
/** Fewest words of a line that says what is to be done. */
const leastSentence = 4

/** What stands under a line: entries of a list, goals with labels of their own, lists with lead-ins, or sentences of things to do. */
interface Load {
  kind: 'list' | 'goals' | 'leadIns' | 'work'
  lines: string[]
  /** Index of the first piece after it. */
  end: number
}

interface Titled {
  title: Piece
  load: Load
  /** A title over this one: the others after it stand under it too, until the next. */
  over?: Piece
}

/** Lines of one make in a row, each with nothing but what it stands over before the next, are headings. */
export function withImpliedHeadings(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  // those at the very top are the document's name
  const top = pieces.findIndex(({kind}) => kind !== 'heading')
  const marked =
    pieces.slice(Math.max(top, 1)).filter(({kind, depth}) => kind === 'heading' && depth < boldHeadingDepth).length > 1
  const heads = new Map<Piece, number>()
  for (let at = 0; at < pieces.length; ) {
    const run: Titled[] = []
    const titled = (start: number) => titledAt(start, pieces, lexicon, run) ?? titledBelow(start, pieces, lexicon, run)
    for (let next = titled(at); next; next = titled(next.load.end)) {
      if (run.length > 0 && !alike(next.load, run[0]!.load)) break
      run.push(next)
    }
    const [first, ...others] = run
    // titles over titles part the whole run, or they are none
    const parted = first?.over !== undefined && others.some(({over}) => over !== undefined)
    const whole = parted ? run : run.slice(0, first?.over ? 0 : run.findIndex(({over}) => over) >>> 0)
    if (standsFor(whole, marked))
      for (const {title, over} of whole) {
        heads.set(title, parted ? boldHeadingDepth + 1 : boldHeadingDepth)
        if (over) heads.set(over, boldHeadingDepth)
      }
    at = whole.at(-1)?.load.end ?? at + 1
  }
  return heads.size === 0
    ? [...pieces]
    : pieces.map((piece) => (heads.has(piece) ? heading(piece, heads.get(piece)!) : piece))
}

/** Lists are lists with and without a lead-in over them. */
function alike(one: Load, other: Load): boolean {
  const made = ({kind}: Load) => (kind === 'leadIns' ? 'list' : kind)
  return made(one) === made(other)
}

/** A title with its load, right under another title. */
function titledBelow(
  at: number,
  pieces: readonly Piece[],
  lexicon: Lexicon,
  run: readonly Titled[]
): Titled | undefined {
  const over = pieces[at]
  if (!over || !mayTitle(over, lexicon, run.length > 0) || /:$/.test(over.text)) return undefined
  const below = titledAt(at + 1, pieces, lexicon, run)
  return below?.load.kind === 'list' && below.load.end === at + 2 + below.load.lines.length
    ? {...below, over}
    : undefined
}

function standsFor(run: readonly Titled[], marked: boolean): boolean {
  if (run.length < leastUnmarked || new Set(run.map(({title}) => fold(title.text))).size < run.length) return false
  const load = run.find((titled) => titled.load.kind !== 'leadIns')?.load ?? run[0]!.load
  // 'Our people, where we will focus on:' over a list, one after the other
  const colons = run.every(({title}) => /:$/.test(title.text))
  if (load.kind === 'work' || (load.kind === 'list' && colons)) return run.length >= leastInRow
  if (marked) return false
  const lines = run.flatMap((each) => each.load.lines.slice(each.load.kind === 'leadIns' ? 1 : 0))
  if (load.kind === 'leadIns' && new Set(run.map((each) => fold(each.load.lines[0]!))).size === 1) return true
  if (load.kind === 'goals') return new Set(run.map((each) => labelIn(each.load.lines[0]!))).size === 1
  return unlikeGoals(lines) === 0 && (run.length >= leastInRow || shareOf(lines, 'act', 'state') >= shareOfGoals)
}

/** 'goal 1' of 'Goal 1: …', 'goal' of 'Goal: …' */
function labelIn(line: string): string {
  return fold(/^[^:.–—-]+/u.exec(line)?.[0] ?? '')
}

/** `run`: the titles right before it. */
function titledAt(
  at: number,
  pieces: readonly Piece[],
  lexicon: Lexicon,
  run: readonly Titled[] = []
): Titled | undefined {
  const title = pieces[at]
  if (!title || !mayTitle(title, lexicon, run.length > 0)) return undefined
  // what stands right after a lead-in is what that announces, unless it is one itself
  const before = pieces[at - 1]
  if (before?.kind === 'paragraph' && lexicon.leadInOf(before.text) !== undefined && !/:$/.test(title.text))
    return undefined
  const load = loadAfter(at, pieces, lexicon)
  if (!load || (load.kind === 'work' && (wordCount(title.text) > longestOverSentences || /:$/.test(title.text))))
    return undefined
  return {title, load}
}

/** A title; among others one may end in a full stop. */
const [titleAlone, titleAmong] = [/^\p{Lu}[^.;!?]*[^.;,!?]$/u, /^\p{Lu}[^.;!?]*[^.;,!?]\.?$/u]
/** 'In 2031 the service will:' goes on in what stands under it. */
const goesOn = /\s(?:will|shall|to|by|that|are|is|includ(?:e|es|ing)):$/i

/** `among`: others like it stand before it. */
function mayTitle(piece: Piece, lexicon: Lexicon, among = false): boolean {
  const {kind, text, lead, header} = piece
  const section = lexicon.sectionOf(text)
  return (
    kind === 'paragraph' &&
    !header &&
    (among ? titleAmong : titleAlone).test(text) &&
    !goesOn.test(text) &&
    wordCount(text) <= (/\s[–—-]\s/u.test(text) ? longestExplained : longest) &&
    !isWork(piece, false) &&
    lexicon.leadInOf(text) === undefined &&
    lexicon.labelled(text, lead) === undefined &&
    lexicon.levelOf(text) === undefined &&
    (section === undefined || alsoGoals.has(section)) &&
    (among || !lexicon.startsWithLevels(text)) &&
    !lexicon.isOthers(text) &&
    !isPeriod(text)
  )
}

function loadAfter(at: number, pieces: readonly Piece[], lexicon: Lexicon): Load | undefined {
  let first = at + 1
  const gather = (kind: Load['kind'], goesOn: (piece: Piece, index: number) => boolean): Load => {
    let end = first
    while (end < pieces.length && goesOn(pieces[end]!, end)) end += 1
    return {kind, lines: pieces.slice(first, end).map(({text}) => text), end}
  }
  const labelled = ({kind, text}: Piece) => kind !== 'table' && lexicon.levelOf(text) !== undefined
  const leads = ({kind, text}: Piece) => kind === 'paragraph' && leadsWork(lexicon.leadInOf(text))
  while (
    first <= at + mostBetween &&
    pieces[first]?.kind === 'paragraph' &&
    !labelled(pieces[first]!) &&
    !leads(pieces[first]!) &&
    !mayTitle(pieces[first]!, lexicon)
  )
    first += 1
  const next = pieces[first]
  const titles = (piece: Piece, index: number) =>
    mayTitle(piece, lexicon, index + 1 < pieces.length && leads(pieces[index + 1]!))
  if (next && leads(next)) return gather('leadIns', (piece, index) => piece.kind !== 'heading' && !titles(piece, index))
  const under = pieces[at + 1]
  // one such sentence over a list says what the list is about
  const explains = next?.kind === 'listItem' && first === at + 2
  // a title that gives an order itself is told from the orders under it by their full stops or their length
  const ordering = isWork(pieces[at]!, true)
  const works = (piece: Piece) => isWork(piece, true) && !(ordering && mayTitle(piece, lexicon))
  if (under?.kind === 'paragraph' && works(under) && !explains) {
    first = at + 1
    return gather('work', works)
  }
  if (next && next.kind !== 'heading' && labelled(next))
    return gather('goals', (piece) => piece.kind !== 'heading' && piece.kind !== 'table' && !mayTitle(piece, lexicon))
  return next?.kind === 'listItem' ? gather('list', ({kind}) => kind === 'listItem') : undefined
}

/** An entry, or one sentence by itself, that says what is to be done. */
function isWork({kind, text}: Piece, entries: boolean): boolean {
  const line = (entries && kind === 'listItem') || (kind === 'paragraph' && wordCount(text) >= leastSentence)
  return line && formOf(text) === 'act' && sentences(text).length === 1 && (entries || /[.;]$/.test(text))
}
