/**
 * A plan's own scheme of levels: which headings and captions open its goals, on which level, and which only say them again.
 *
 * Plans number and name their levels as they like ('Outcome 1', 'Pledge Four', 'Goal 3', 'Action 07'), print each goal up to
 * four times (contents, foreword, body, summary) and nest the levels differently. So first every labelled line is collected
 * into series by its level word; of each number the printing with most under it is the body; the nesting is what interleaves.
 */

import type {GoalType} from '../../../plan-tree/nodes.ts'
import type {Lexicon} from '../../lexicon.ts'
import {isEcho, kindsOf, type SectionPlace} from '../../outline.ts'
import {withoutLeaders} from '../../page-numbers.ts'
import type {Piece} from '../../pieces.ts'
import {goalColumnsOf} from '../../tables/goal-columns.ts'
import {leadsWork} from '../../vocabulary.ts'
import {contentWords, endsSentence, fold, likeness, wordCount} from '../../words.ts'
import type {Echo, Opening, Scheme} from '../openings.ts'
import {formOf} from '../words/forms.ts'
import {type Candidate, candidatesOf, longestOpening, weigh} from './level-lines.ts'
import {rankSeries, type Series, seriesOf} from './series.ts'

export function schemeOf(pieces: readonly Piece[], sections: readonly SectionPlace[], lexicon: Lexicon): Scheme {
  const candidates = candidatesOf(pieces, sections, lexicon)
  weigh(candidates, pieces, sections)
  const series = seriesOf(candidates, openingHeading(pieces))
  const ranked = rankSeries(series, (each) => sayGoals(each) || holdsWork(each, pieces, sections, lexicon))
  const scheme: Scheme = {openings: new Map(), captions: new Map(), echoes: new Map()}
  for (const {bodies, type} of ranked) for (const body of bodies) open(scheme, body, type)
  const opened = new Set(ranked.flatMap(({bodies}) => bodies))
  for (const {all, bodies} of ranked) {
    const keys = new Set(bodies.map((body) => body.key))
    for (const candidate of all) {
      if (opened.has(candidate) || !keys.has(candidate.key) || candidate.row !== undefined) continue
      const {label} = candidate.label
      scheme.echoes.set(candidate.piece.index, {
        piece: candidate.piece.index,
        key: candidate.key,
        title: candidate.title,
        continued: candidate.label.continued,
        ...(label ? {label} : {})
      })
    }
  }
  return scheme
}

/** How alike an unlabelled line and a goal's title must be to be the same goal said again. */
const echoLikeness = 0.85

/** Lines of contents, forewords and summaries that say a goal's title without its label. */
export function unlabelledEchoes(pieces: readonly Piece[], sections: readonly SectionPlace[], scheme: Scheme): Echo[] {
  const goals = [...scheme.openings.values(), ...[...scheme.captions.values()].flatMap((rows) => [...rows.values()])]
  const byTitle = new Map(goals.map((opening) => [fold(opening.title), opening]))
  const consumed = new Set(goals.flatMap((opening) => opening.consumed))
  return pieces.flatMap((piece): Echo[] => {
    if (piece.kind === 'table' || scheme.openings.has(piece.index) || scheme.echoes.has(piece.index)) return []
    if (wordCount(piece.text) > longestOpening || wordCount(piece.text) < 2 || consumed.has(piece.index)) return []
    const place = sections[piece.index]
    const echoes = piece.entry === true || kindsOf(place).includes('contents') || isEcho(place)
    if (!echoes) return []
    const words = withoutLeaders(piece.text)
    const same =
      byTitle.get(fold(words)) ??
      (contentWords(words).length > 2
        ? goals.find((opening) => likeness(opening.title, words) >= echoLikeness)
        : undefined)
    return same ? [{piece: piece.index, key: same.key, title: words, continued: false}] : []
  })
}

/** '**Priority 1.1: Open a centre.** Volunteers will run it.': the words in bold are the title, the rest explains it. */
function ledTitle(piece: Piece, title: string): {title: string; detail?: string} {
  const {text, lead, kind} = piece
  const rest = lead !== '' && text.startsWith(lead) ? text.slice(lead.length).trim() : ''
  const led = title.slice(0, title.length - rest.length).trim()
  if (kind === 'heading' || rest === '' || !title.endsWith(rest) || !endsSentence(led)) return {title}
  return {title: led, detail: rest}
}

function open(scheme: Scheme, body: Candidate, type: GoalType): void {
  const {piece, row, label, key, consumed} = body
  const opening: Opening = {
    piece: piece.index,
    ...(row === undefined ? {} : {row}),
    type,
    term: label.term,
    ...(label.label ? {label: label.label} : {}),
    ...(row === undefined ? ledTitle(piece, body.title) : {title: body.title}),
    key,
    rule: row === undefined ? 'outcomes/labelled-heading' : 'outcomes/table-caption',
    confidence: label.label ? 0.98 : 0.96,
    consumed,
    depth: piece.kind === 'heading' ? piece.depth : 8
  }
  if (row === undefined) scheme.openings.set(piece.index, opening)
  else {
    const rows = scheme.captions.get(piece.index) ?? new Map<number, Opening>()
    rows.set(row, opening)
    scheme.captions.set(piece.index, rows)
  }
}

/** Lines of a cover may stand before the first heading. */
const openingHeading = (pieces: readonly Piece[]): number => pieces.findIndex(({kind}) => kind === 'heading')

/** Share of a series' members that must have goals under them, where its level counts only then. */
const shareWithWork = 0.6

/** Fewest labels alone on their lines that are goals by the words below them, and fewest words that state something. */
const [leastStated, leastWords] = [3, 5]

/** 'Mission 6' as a heading, and the goal in a line under it: what is stated so is no name of a part. */
function sayGoals({level, bodies}: Series): boolean {
  const stated = bodies.filter(({label, title, consumed}) => {
    return (
      label.label && consumed.length > 0 && wordCount(title) >= leastWords && !['told', 'asked'].includes(formOf(title))
    )
  })
  return level.word !== 'principle' && stated.length >= leastStated && stated.length >= bodies.length * shareWithWork
}

/** Lead-ins or tables of goals stand under most members of the series: 'Theme 1' over a table of actions. */
function holdsWork(
  {bodies}: Series,
  pieces: readonly Piece[],
  sections: readonly SectionPlace[],
  lexicon: Lexicon
): boolean {
  const working = bodies.filter(({piece, row}, at) => {
    if (row !== undefined) return goalColumnsOf(piece, {lexicon, sections}) !== undefined
    const end = bodies[at + 1]?.piece.index ?? pieces.length
    return pieces.slice(piece.index + 1, end).some((each, at, span) => {
      if (each.kind === 'table') return goalColumnsOf(each, {lexicon, sections}) !== undefined
      const kind = lexicon.leadInOf(each.text)
      if (each.kind === 'listItem')
        return formOf(each.text) === 'act' || (lexicon.levelOf(each.text)?.level.rank ?? 0) >= 5
      const aims = kind === 'aim' && span[at + 1]?.kind === 'listItem'
      return leadsWork(kind) || aims
    })
  })
  const whole = bodies.length === 1 && bodies[0]!.piece.index === openingHeading(pieces)
  return working.length >= Math.max(whole ? 1 : 2, bodies.length * shareWithWork)
}
