/** Headings and labels that say what the words after them are. */

import {isAside, isForeign, kindsOf} from '../../outline.ts'
import {isPeriod} from '../../periods.ts'
import {boldHeadingDepth, entriesOf, type Piece} from '../../pieces.ts'
import {closeGoals, hang, innermost, made, passage, type Reading, whereOf} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import type {ColumnRole, LeadIn, SectionKind} from '../../vocabulary.ts'
import {collapse, fold, wordCount} from '../../words.ts'
import {namedGoal} from '../under/named-goals.ts'
import {readsLikeMeasure, startsLikeAction} from '../words/goal-words.ts'
import {announcedAtEnd} from './announced-at-end.ts'
import {readUnder} from './words-under.ts'

/** Lead-ins that may stand over goals of the plan itself, outside every goal. */
const ofThePlan: ReadonlySet<LeadIn> = new Set<LeadIn>(['priorities', 'actions', 'measures', 'milestones'])

/** Kinds that a list item's label may have: others are words of the item itself. */
const labelsOfItems: ReadonlySet<LeadIn> = new Set<LeadIn>([
  'lead',
  'due',
  'start',
  'measures',
  'references',
  'resources',
  'status',
  'target',
  'situation',
  'milestones',
  'actions',
  'aim',
  'rationale'
])

/** The bodies that make plans, where a plan speaks of itself in the third person. */
const ownBody =
  /\b(?:council|partnership|board|trust|authority|department|agency|plan|strategy|actions?|activities|steps|commissioner|service|university|college|alliance|government|ministry|city|county|borough)\b/i

/** A heading of such a section is no lead-in, whatever else its words say: 'Summary of our priorities'. */
const namesSection: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'contents',
  'summary',
  'glossary',
  'governance',
  'equality',
  'foreword'
])

function setMode(reading: Reading, kind: LeadIn, term: string, piece: Piece): void {
  const depth = piece.kind === 'heading' ? piece.depth : depthOfLine(piece, reading)
  reading.mode = {
    kind,
    term,
    piece: piece.index,
    depth,
    used: false,
    ...(piece.aside === undefined ? {} : {aside: piece.aside})
  }
}

/** 'We will:' right over headings below the goal's own leads in these headings; elsewhere a line ranks below all of them. */
function depthOfLine(piece: Piece, {pieces, goals}: Reading): number {
  const next = pieces[piece.index + 1]
  const own = goals.at(-1)?.depth ?? boldHeadingDepth
  const leads =
    /[:…]$/.test(piece.text) && next?.kind === 'heading' && next.depth > own && next.depth < boldHeadingDepth
  return leads ? next.depth - 1 : boldHeadingDepth + 1
}

function bareTerm(text: string): string {
  return collapse(text.replace(/[\s:….]+$/u, ''))
}

/** What a table of one column lists, by its header. */
const leadInOfColumn: Partial<Record<ColumnRole, LeadIn>> = {
  outcome: 'priorities',
  priority: 'priorities',
  action: 'actions',
  milestone: 'milestones',
  measure: 'measures',
  target: 'measures'
}

/** The lead-in that a whole piece is, if any. */
function leadInOf(piece: Piece, reading: Pick<Reading, 'lexicon' | 'pieces' | 'learned'>): LeadIn | undefined {
  if (piece.kind === 'table') return undefined
  if (piece.header) return leadInOfColumn[reading.lexicon.columnOf(piece.text) ?? 'note']
  const label = reading.lexicon.labelled(piece.text, piece.lead)
  // 'Our actions: financial year 2031-32' announces them, 'When: from May 2031' is a label with its words
  if (label && piece.kind === 'heading' && isPeriod(label.rest)) return label.kind
  const kind = reading.lexicon.leadInOf(piece.text) ?? reading.learned.get(fold(piece.text))
  if (!kind || label) return undefined
  if (piece.kind === 'heading')
    return namesSection.has(reading.lexicon.sectionOf(piece.text) ?? 'other') ? undefined : kind
  const next = reading.pieces[piece.index + 1]
  const bare = wordCount(piece.text) <= 8 && !/[.;,]$/.test(piece.text)
  const announces = /[:?…]$/.test(piece.text) || piece.bold || bare || next?.kind === 'listItem'
  if (piece.kind === 'listItem')
    return /:$/.test(piece.text) && next?.kind === 'listItem' && next.depth > piece.depth ? kind : undefined
  return announces && wordCount(piece.text) <= 22 ? kind : undefined
}

/** A paragraph under a goal may say more before it leads in a list. */
function leadInAtEnd(piece: Piece, reading: Reading): LeadIn | undefined {
  return innermost(reading) ? announcedAtEnd(piece, reading.pieces[piece.index + 1]) : undefined
}

export const leadInRecognisers: Recogniser[] = [
  {
    id: 'lead-ins/label',
    applies: (piece, reading) => {
      if (piece.kind === 'table' || !innermost(reading)) return 0
      const labelled = reading.lexicon.labelled(piece.text, piece.lead)
      if (!labelled || (piece.kind === 'heading' && isPeriod(labelled.rest))) return 0
      if (
        piece.kind === 'listItem' &&
        (!labelsOfItems.has(labelled.kind) || !marksLabel(piece, labelled.term, reading))
      )
        return 0
      return 0.92
    },
    read: (piece, reading) => {
      const {kind: named, term, rest} = reading.lexicon.labelled(piece.text, piece.lead)!
      const kind = describes(term, piece, reading) ? 'aim' : named
      const first = piece.lines[0] ?? ''
      const own = first.startsWith(term)
        ? [first.slice(term.length).replace(/^[\s:–—-]+/u, ''), ...piece.lines.slice(1)].filter(Boolean)
        : [rest]
      const {mode} = reading
      // what is nested in an entry is told of the entry's goal
      const holder = piece.parent === undefined ? undefined : reading.byPiece.get(piece.parent)
      const inside = holder && holder !== innermost(reading) ? [{node: holder, depth: nestedDepth}] : []
      reading.goals.push(...inside)
      readUnder(reading, kind, term, piece, {text: rest, lines: own})
      reading.goals.length -= inside.length
      const next = reading.pieces[piece.index + 1]
      if (piece.kind === 'listItem' && !(next?.kind === 'listItem' && next.depth > piece.depth)) {
        // a label inside an entry says nothing of the entries after it
        if (mode) reading.mode = mode
        else delete reading.mode
        return
      }
      setMode(reading, kind, term, piece)
      if (reading.mode)
        reading.mode.used = kind === 'lead' || kind === 'due' || kind === 'start' || kind === 'rationale'
      if (kind === 'lead' || kind === 'due' || kind === 'start' || kind === 'rationale' || kind === 'references')
        delete reading.mode
    }
  },
  {
    id: 'lead-ins/line',
    applies: (piece, reading) => {
      const kind = leadInOf(piece, reading) ?? leadInAtEnd(piece, reading)
      if (!kind) return 0
      if (innermost(reading)) return leavesGoal(piece, reading) || isAside(reading.sections[piece.index]) ? 0 : 0.93
      if (reading.learned.has(fold(piece.text))) return 0
      if (!ofThePlan.has(kind)) return 0
      // 'The contractor will:' outside every goal says what somebody else will do
      if (kind === 'actions' && /^the\b/i.test(piece.text) && !ownBody.test(piece.text)) return 0
      if (kind !== 'measures' && namedGoal(piece, reading)) return 0.7
      // a plan with a scheme of its own keeps its goals there
      const {openings, captions} = reading.scheme
      if (openings.size + captions.size > 0 && (kind !== 'measures' || piece.kind !== 'heading')) return 0
      const kinds = kindsOf(reading.sections[piece.index])
      if (
        isForeign(reading.sections[piece.index]) ||
        kinds.some((each) => each === 'principles' || each === 'vision' || each === 'governance')
      )
        return 0
      return kind === 'measures' && measuresFollow(piece, reading) ? 0.65 : 0.5
    },
    read: (piece, reading) => {
      const named = leadInOf(piece, reading) ?? leadInAtEnd(piece, reading)!
      const kind = meantBy(named, piece, reading)
      const other = kind === 'measures' ? undefined : namedGoal(piece, reading)
      if (other && other !== innermost(reading)) {
        closeGoals(reading)
        reading.goals.push({node: other, depth: boldHeadingDepth})
      }
      if (innermost(reading)) {
        while (reading.goals.length > 1 && (reading.goals.at(-1)!.listed || reading.ofOutcome.has(piece.index))) {
          if (innermost(reading)!.type === 'outcome') break
          reading.goals.pop()
        }
        while (
          reading.goals.length > 1 &&
          reading.goals.at(-1)!.depth >= 8 &&
          piece.kind === 'heading' &&
          piece.depth < boldHeadingDepth &&
          innermost(reading)!.type !== 'outcome'
        )
          reading.goals.pop()
        setMode(reading, kind, bareTerm(piece.text), piece)
        hang(reading, {
          type: 'passage',
          value: piece.text,
          block: piece.kind === 'heading' ? 'heading' : 'paragraph',
          ...whereOf(reading, piece),
          ...made(reading, {leadIn: kind})
        })
      } else {
        closeGoals(reading)
        passage(reading, piece, {leadIn: kind})
        setMode(reading, kind, bareTerm(piece.text), piece)
      }
    }
  }
]

/** A colon after the words, or a dash where other entries have the same words before one: 'Target - …' */
function marksLabel(piece: Piece, term: string, reading: Reading): boolean {
  const {text} = piece
  const {dashed} = reading
  if (amongTitles(piece, reading)) return false
  const mark = /^\s*([:–—-])/u.exec(text.slice(term.length))?.[1]
  return mark === ':' || (mark !== undefined && dashed.has(fold(term)))
}

/** 'Money: we back each net', beside 'Nets: …' and 'Boats: …': most entries of the list have such a title, and few a label's words. */
function amongTitles({list}: Piece, {pieces, lexicon}: Reading): boolean {
  const entries = entriesOf(list, pieces)
  const titled = entries.filter(({text}) => /^[^:.;]{2,60}:\s+\S/.test(text))
  const labels = titled.filter(({text, lead}) => lexicon.labelled(text, lead) !== undefined)
  return titled.length >= leastTitles && titled.length === entries.length && labels.length < titled.length / 2
}

/** Fewest entries of such a list. */
const leastTitles = 3

/** Folded words that stand before a dash in several entries. */
export function dashedLabels(pieces: readonly Piece[]): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()]
  for (const {kind, text} of pieces) {
    const term = kind === 'listItem' ? /^([^:–—-]{2,40}?)\s[–—-]\s/u.exec(text)?.[1] : undefined
    if (term !== undefined) (once.has(fold(term)) ? again : once).add(fold(term))
  }
  return again
}

/** Depth of a goal that is open only while its nested entries are read. */
const nestedDepth = 9

const describing =
  /^(?:(?:our|the|my) )?(?:promise|pledge|commitment|(?:desired|intended|expected) (?:result|outcome|state|impact)|goal statement)\W*$/i

/** 'Our promise: …' right over a goal's list or table of work says what the goal is, and is no part of that work. */
function describes(term: string, piece: Piece, {pieces, lexicon}: Reading): boolean {
  const next = pieces[piece.index + 1]
  if (!describing.test(term) || !next) return false
  const kind = next.kind === 'table' ? 'actions' : lexicon.leadInOf(next.text)
  return next.kind === 'listItem' || kind === 'actions' || kind === 'priorities'
}

/**
 * What words that can mean two things lead in, by the list after them. 'What we will achieve' over a list of which next to nothing
 * is an order: what will be so, and not what is done. 'Measures' over orders, which tell of nothing counted: what is done.
 */
function meantBy(named: LeadIn, piece: Piece, {pieces}: Reading): LeadIn {
  const first = pieces[piece.index + 1]
  if (first?.kind !== 'listItem') return named
  const entries = entriesOf(first.list, pieces).map(({text}) => text)
  const share = (is: (text: string) => boolean) => entries.filter(is).length / entries.length
  if (named === 'actions' && /\bachieved?\b/i.test(piece.text))
    return share(startsLikeAction) < fewOrders ? 'measures' : named
  if (named === 'measures' && /^(?:\w+ )?measures\W*$/i.test(piece.text))
    return share(startsLikeAction) >= mostOrders && share(readsLikeMeasure) < fewOrders ? 'actions' : named
  return named
}

/** Share of orders below which a list is none of things to do, and from which it is nothing else. */
const [fewOrders, mostOrders] = [0.34, 0.8]

/** A list right after the piece reads like measures. */
function measuresFollow(piece: Piece, reading: Reading): boolean {
  const first = reading.pieces[piece.index + 1]
  if (first?.kind !== 'listItem') return false
  const list = entriesOf(first.list, reading.pieces)
  return list.filter((each) => readsLikeMeasure(each.text)).length >= list.length * 0.6
}

/** A lead-in on a higher level than the open goal's own heading speaks for the plan, not for the goal. */
function leavesGoal(piece: Piece, reading: Reading): boolean {
  if (piece.kind !== 'heading' || piece.depth >= boldHeadingDepth) return false
  const outermost = reading.goals[0]!
  if (outermost.depth >= boldHeadingDepth || piece.depth > outermost.depth) return false
  return piece.depth < outermost.depth || standsOnce(piece, reading)
}

/** 'How will we know?' beside the headings of several goals, none of which has one of its own. */
function standsOnce(piece: Piece, reading: Reading): boolean {
  if (reading.lexicon.leadInOf(piece.text) !== 'measures') return false
  reading.measureLeadIns ??= reading.pieces.filter(
    ({kind, entry, text}) => kind !== 'table' && !entry && reading.lexicon.leadInOf(text) === 'measures'
  ).length
  if (reading.measureLeadIns !== 1) return false
  const goals = [...reading.scheme.openings.values()]
  return goals.filter(({type, depth}) => type === 'outcome' && depth === piece.depth).length > 1
}
