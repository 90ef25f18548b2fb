/**
 * A plan's own scheme of levels: which headings and captions open its goals, on which level, and which only say them again.
 *
 * Plans number and name their levels as they like ('Outcome 1', 'Pledge Four', 'Goal 3', 'Action 07'), print each goal up to
 * four times (contents, foreword, body, summary) and nest the levels differently. So first every labelled line is collected
 * into series by its level word; of each number the printing with most under it is the body; the nesting is what interleaves.
 */
import type {GoalType} from '../../plan-tree/nodes.ts'
import type {LevelLabel, Lexicon} from '../lexicon.ts'
import {isForeign, isMildlyForeign, kindsOf, type SectionPlace} from '../outline.ts'
import {endsInPageNumber, withoutLeaders} from '../page-numbers.ts'
import type {Piece} from '../pieces.ts'
import {captionRows} from '../tables/captions.ts'
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {echoSections, type LevelWord} from '../vocabulary.ts'
import {contentWords, endsSentence, fold, likeness, wordCount, wordSet} from '../words.ts'
import {formOf} from './forms.ts'

/** A line that opens a goal. */
export interface Opening {
  piece: number
  /** Row of the table that the caption stands in, when it stands in one. */
  row?: number
  type: GoalType
  term: string
  label?: string
  title: string
  detail?: string
  /** The entry of a list: what stands after the list is not its own. */
  entry?: boolean
  /** What the list right under it holds, where nothing printed says so. */
  holds?: 'priorities' | 'actions' | 'measures'
  /** Names the goal among all its printings: 'outcome 1', or the folded title. */
  key: string
  rule: string
  confidence: number
  /** Other readings of the plan's goals that this one was weighed against, the likeliest first. */
  competed?: string[]
  /** Later pieces whose words were taken as the title. */
  consumed: number[]
  depth: number
}

/** A line that says an opened goal again. */
export interface Echo {
  piece: number
  key: string
  label?: string
  title: string
  continued: boolean
}

export interface Scheme {
  openings: Map<number, Opening>
  /** Openings inside tables, by piece then row. */
  captions: Map<number, Map<number, Opening>>
  echoes: Map<number, Echo>
}

/** A list of goals announced in so many words: 'We have agreed the following strategic outcomes:'. */
export interface DeclaredList {
  level: LevelWord
  term: string
  leadIn: number
  pieces: number[]
  /** Higher is likelier to be this plan's goals. */
  weight: number
}

export interface Candidate {
  piece: Piece
  row?: number
  label: LevelLabel
  title: string
  key: string
  consumed: number[]
  weight: number
  foreign: boolean
}

/** What the printings of a level have to weigh to be the body: a heading with things under it beats a line in a list. */
const weightOfKind = {heading: 3, paragraph: 2, listItem: 1, table: 4} as const

export function schemeOf(pieces: readonly Piece[], sections: readonly SectionPlace[], lexicon: Lexicon): Scheme {
  const candidates = candidatesOf(pieces, sections, lexicon)
  weigh(candidates, pieces, sections)
  const series = seriesOf(candidates)
  const ranked = rankSeries(series, (each) => holdsWork(each, pieces, sections, lexicon))
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
    const kinds = kindsOf(sections[piece.index])
    const echoes = piece.entry === true || kinds.includes('contents') || kinds.some((kind) => echoSections.has(kind))
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

export function candidatesOf(
  pieces: readonly Piece[],
  sections: readonly SectionPlace[],
  lexicon: Lexicon
): Candidate[] {
  return pieces.flatMap((piece): Candidate[] => {
    const place = sections[piece.index]
    const foreign = isForeign(place)
    if (piece.kind === 'table')
      return captionRows(piece, lexicon).flatMap(({row, text}) => {
        const label = lexicon.levelOf(text)
        return label?.label && label.title ? [candidate(piece, label, label.title, [], foreign, row)] : []
      })
    const label = lexicon.levelOf(piece.text)
    if (!label || !plausible(piece, label)) return []
    const after = label.title === '' ? titleAfter(pieces, piece.index) : undefined
    const title = stated(label.title) || after?.text || ''
    if (title === '' && !label.continued) return []
    // 'Community engagement' may be what numbered goals are about
    const theirs = foreign && !(piece.kind === 'heading' && label.label !== undefined && isMildlyForeign(place))
    return [candidate(piece, label, title, after ? [after.index] : [], theirs)]
  })
}

function candidate(
  piece: Piece,
  label: LevelLabel,
  title: string,
  consumed: number[],
  foreign: boolean,
  row?: number
): Candidate {
  const key = `${label.level.word} ${label.number ?? fold(title)}`
  return {piece, ...(row === undefined ? {} : {row}), label, title, key, consumed, weight: 0, foreign}
}

/** 'Pillar one is about reading for all' */
const stated = (title: string): string => title.replace(/^(?:is|are) (?:about|to) (?=\p{L})/u, '')

/** Longest line that may open a goal, words. The longest real one found had 46 ('There will be a cross-government approach …'). */
const longestOpening = 70

function plausible(piece: Piece, label: LevelLabel): boolean {
  if (wordCount(piece.text) > longestOpening) return false
  if (piece.kind === 'heading') return true
  if (label.label === undefined) return false
  // 'Outcome 3 is led by …' in running text is no heading
  return !(
    piece.kind === 'paragraph' &&
    /^(is(?! (?:about|to) )|are|was|will|has|have|and|of|in|to|sets?|links?)\b/.test(label.title) &&
    endsSentence(piece.text)
  )
}

/** The title of 'Priority 1' alone on its line: the next short line. */
function titleAfter(pieces: readonly Piece[], index: number): Piece | undefined {
  const next = pieces[index + 1]
  if (!next || (next.kind !== 'heading' && next.kind !== 'paragraph')) return undefined
  const short = next.kind === 'heading' || wordCount(next.text) <= 40
  return short ? next : undefined
}

export function weigh(candidates: Candidate[], pieces: readonly Piece[], sections: readonly SectionPlace[]): void {
  candidates.forEach((each, place) => {
    // what stands under '… continued' is this printing's too
    const next = candidates
      .slice(place + 1)
      .find((other) => other.label.level === each.label.level && !(other.label.continued && other.key === each.key))
    const end = next?.piece.index ?? pieces.length
    const kinds = kindsOf(sections[each.piece.index])
    let content = 0
    for (let at = each.piece.index + 1; at < end && content < 12; at += 1) {
      const {kind, depth} = pieces[at]!
      const opens = sections[at]!.heading === at && kind === 'heading'
      if (
        opens &&
        (each.piece.kind !== 'heading' ||
          depth < each.piece.depth ||
          (depth === each.piece.depth && sections[at]!.kind !== 'other'))
      )
        break
      content += kind === 'table' ? 4 : 1
    }
    let weight: number = weightOfKind[each.row === undefined ? each.piece.kind : 'table'] + content
    if (each.piece.entry || kinds.includes('contents') || endsInPageNumber(each.piece.text)) weight -= 100
    if (kinds.some((kind) => echoSections.has(kind))) weight -= 10
    if (each.foreign) weight -= 50
    if (each.label.continued) weight -= 200
    each.weight = weight
  })
}

interface Series {
  level: LevelWord
  all: Candidate[]
  bodies: Candidate[]
  /** It counts only where goals stand under it. */
  needsGoals: boolean
}

export function seriesOf(candidates: readonly Candidate[]): Series[] {
  const groups = Map.groupBy(candidates, (each) => each.label.level.word)
  return [...groups.values()].flatMap((all): Series[] => {
    const level = all[0]!.label.level
    const byKey = Map.groupBy(all, (each) => each.key)
    const restarting = restarts(all)
    const bodies = [...byKey.values()]
      .flatMap((printings) => bodiesOf(printings, restarting))
      .filter((each) => !each.label.continued && !each.foreign && each.weight > -40)
      .sort((a, b) => a.piece.index - b.piece.index || (a.row ?? 0) - (b.row ?? 0))
    const numbered = bodies.filter((each) => each.label.label)
    if (bodies.length === 0 || level.rank > 4) return []
    const single = numbered.length === 0 && bodies.length < 2
    // 'Our strategy: three moves' is the document's name
    if (single && (bodies[0]!.piece.kind !== 'heading' || bodies[0]!.piece.index === 0)) return []
    return [{level, all, bodies, needsGoals: level.needsGoals === true || single}]
  })
}

/** The numbers run up more than once, and a number met again mostly has other words: 'Action 1' under each outcome. */
function restarts(all: readonly Candidate[]): boolean {
  const printed = all.filter((each) => each.label.number && !each.label.continued && !each.foreign && each.weight > -40)
  const first = new Map<string, Candidate>()
  let [again, other] = [0, 0]
  for (const each of printed) {
    const before = first.get(each.key)
    if (before) {
      again += 1
      if (!sameTitle(before.title, each.title)) other += 1
    } else first.set(each.key, each)
  }
  return again > 0 && other > again / 2
}

/** Of the printings of one number the body; several when the numbering starts again. */
function bodiesOf(printings: Candidate[], restarting: boolean): Candidate[] {
  const sound = printings.filter((each) => !each.label.continued)
  const groups: Candidate[][] = []
  for (const each of sound) {
    const same = groups.find((group) => group.some((other) => sameTitle(other.title, each.title)))
    if (same) same.push(each)
    else groups.push([each])
  }
  const heaviest = groups.map((group) => group.reduce((best, each) => (each.weight > best.weight ? each : best)))
  if (restarting) return heaviest
  const most = Math.max(...heaviest.map((each) => each.weight), 0)
  // another wording of the same number is another goal only when it has as much under it
  return heaviest.filter((each) => (each.weight >= most * 0.5 && each.weight > 4) || each.weight === most)
}

/** Two printings of one goal may differ by some words. */
export function sameTitle(a: string, b: string): boolean {
  if (wordSet(a).size === 0 || wordSet(b).size === 0) return fold(a) === fold(b)
  return likeness(a, b) >= 0.6
}

interface RankedSeries extends Series {
  type: GoalType
}

/** Share of a series' members that must have goals under them, where its level counts only then. */
const shareWithWork = 0.6

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
    return pieces.slice(piece.index + 1, end).some((each) => {
      if (each.kind === 'table') return goalColumnsOf(each, {lexicon, sections}) !== undefined
      const kind = lexicon.leadInOf(each.text)
      if (each.kind === 'listItem')
        return formOf(each.text) === 'act' || (lexicon.levelOf(each.text)?.level.rank ?? 0) >= 5
      return kind === 'priorities' || kind === 'actions' || kind === 'measures'
    })
  })
  return working.length >= Math.max(2, bodies.length * shareWithWork)
}

function rankSeries(series: Series[], works: (each: Series) => boolean): RankedSeries[] {
  const ordered = [...series].sort(
    (a, b) => a.level.rank - b.level.rank || a.bodies[0]!.piece.index - b.bodies[0]!.piece.index
  )
  const chain: Series[] = []
  for (const each of ordered) {
    const above = chain.filter((upper) => holds(upper, each))
    const below = chain.find((lower) => holds(each, lower))
    if (below) chain.splice(chain.indexOf(below), 0, each)
    else if (above.length > 0 || chain.length === 0) chain.push(each)
    else chain.push(each)
  }
  const kept = chain.filter(
    (each, place) =>
      !each.needsGoals ||
      chain.slice(place + 1).some((lower) => holds(each, lower)) ||
      chain.slice(0, place).some((upper) => !upper.needsGoals && holds(upper, each)) ||
      works(each)
  )
  return kept.map((each) => {
    const above = kept.filter((upper) => upper !== each && holds(upper, each))
    return {...each, type: typeAt(each.level, above)}
  })
}

function typeAt(level: LevelWord, above: Series[]): GoalType {
  if (level.rank >= 4 || (level.rank > 3 && above.length > 1)) return 'action'
  return above.length === 0 ? 'outcome' : 'priority'
}

/** The lower series stands under the upper one: most of its members follow one, and its members come between the upper's. */
function holds(upper: Series, lower: Series): boolean {
  if (upper.level === lower.level) return false
  const place = (each: Candidate) => each.piece.index + (each.row ?? 0) / 1000
  const uppers = upper.bodies.map(place)
  const first = uppers[0]!
  if (first > place(lower.bodies[0]!)) return false
  const under = lower.bodies.filter((each) => place(each) > first)
  if (under.length < lower.bodies.length * 0.7) return false
  const owners = new Set(under.map((each) => uppers.filter((at) => at < place(each)).length))
  return owners.size >= Math.min(2, uppers.length) && (uppers.length === 1 || owners.size >= uppers.length * 0.4)
}
