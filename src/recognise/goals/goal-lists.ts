/** Lists and prose under a lead-in: priorities, actions, measures, voice, rationale, leads. */
import type {Goal, GoalType} from '../../plan-tree/nodes.ts'
import {add, dateOf, leadsOf, quoteOf, voicesIn} from '../facets/facets.ts'
import {isAside} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {goalOf, hang, hangOn, innermost, type Mode, passage, type Reading, whereOf} from '../reading.ts'
import type {Recogniser} from '../recogniser.ts'
import type {LeadIn} from '../vocabulary.ts'
import {sentences, wordCount} from '../words.ts'
import {
  directionOf,
  measuresOf,
  readsLikeMeasure,
  startsLikeAction,
  startsLikeMeasure,
  type TitleAndDetail,
  titlesOf
} from './goal-words.ts'

/** Longest paragraph that can be one prose priority, words: care strategies have some of up to 60. */
const longestProse = 110

/** Reads words under a lead-in or label of some kind. */
export function readUnder(
  reading: Reading,
  kind: LeadIn,
  term: string,
  piece: Piece,
  words: {text: string; lines: string[]}
): void {
  const goal = innermost(reading)
  const where = whereOf(reading, piece)
  switch (kind) {
    case 'priorities':
    case 'actions':
    case 'milestones':
      for (const text of actionLines(words)) addGoal(reading, kind, term, piece, {title: text})
      return
    case 'measures':
      if (/^targets?$/i.test(term) && goal && measureBefore(goal)) {
        hangOn(measureBefore(goal)!, quoteOf(reading, 'target', words.text, where))
        return
      }
      for (const title of measuresOf(words.lines)) addMeasure(reading, term, piece, title)
      return
    case 'voice': {
      const said = voicesIn(words.text)
      if (said.some(({type}) => type === 'voice'))
        for (const {type, value} of said) add(reading, goal, quoteOf(reading, type, value, where))
      else passage(reading, piece)
      return
    }
    case 'rationale':
      add(reading, goal, quoteOf(reading, 'rationale', words.text, where))
      return
    case 'lead':
      for (const lead of leadsOf(reading, words.lines, term, where)) add(reading, goal, lead)
      return
    case 'start':
    case 'due':
      add(reading, goal, dateOf(reading, /^from\b/i.test(words.text) ? 'start' : kind, words.text, where))
      return
    case 'target':
      add(reading, goal, quoteOf(reading, 'target', words.text, where))
      return
    case 'references':
      for (const value of words.text.split(/\s*;\s*/).filter(Boolean))
        add(reading, goal, quoteOf(reading, 'reference', value, where))
      return
    case 'situation':
      if (/^(?:the |current )?baseline/i.test(term))
        add(reading, goal, quoteOf(reading, 'statistic', words.text, where, {baseline: true}))
      else add(reading, goal, quoteOf(reading, 'passage', words.text, where, {kind, term}))
      return
    case 'aim':
      // a list of aims under a goal is what it sets out to do
      if (piece.kind === 'listItem' && reading.mode?.kind === 'aim' && goal && goal.type !== 'action') {
        if (startsLikeMeasure(words.text)) addMeasure(reading, term, piece, words.text)
        else addGoal(reading, 'priorities', term, piece, {title: words.text, ...numberLabel(piece)})
      } else add(reading, goal, quoteOf(reading, 'passage', words.text, where, {kind, term}))
      return
    case 'progress':
    case 'resources':
    case 'risks':
    case 'status':
      add(reading, goal, quoteOf(reading, 'passage', words.text, where, {kind, term}))
      return
    default:
      kind satisfies never
  }
}

/** The measure printed last under a goal: a target after it is its own. */
function measureBefore(goal: Goal): Goal | undefined {
  const last = (goal.children as Goal[]).at(-1)
  return last?.type === 'measure' ? last : undefined
}

/** 'What we will do: Roll out … Commission …': one action for each printed line, or sentence where each gives an order. */
function actionLines(words: {text: string; lines: string[]}): string[] {
  return words.lines.length > 1 ? words.lines : [words.text]
}

/** The level of a goal read under a lead-in: by what it stands in and what the lead-in calls it. */
function typeUnder(parent: Goal | undefined, kind: LeadIn): GoalType {
  if (parent?.type === 'action' || kind === 'milestones') return 'milestone'
  if (kind === 'actions' || parent?.type === 'priority') return 'action'
  return 'priority'
}

export function addGoal(
  reading: Reading,
  kind: LeadIn,
  term: string,
  piece: Piece,
  words: TitleAndDetail & {label?: string}
): Goal {
  const parent = innermost(reading)
  const type = typeUnder(parent, kind)
  const named = withoutLevel(reading, piece, words)
  const goal = goalOf(reading, type, {...named, term: termOf(type, term)}, piece)
  if (parent) hangOn(parent, goal)
  else hang(reading, goal)
  reading.byPiece.set(piece.index, goal)
  return goal
}

/** Without the level's word and number that the words start with: 'Action 2.1: …', 'Strategy: …'. */
function withoutLevel(
  {lexicon}: Reading,
  piece: Piece,
  words: TitleAndDetail & {label?: string}
): TitleAndDetail & {label?: string} {
  const own = lexicon.levelOf(words.title)
  if (own?.label && own.title) return {...words, title: own.title, label: own.label}
  const dotted = words.label === undefined ? /^(\d{1,2}(?:\.\d{1,2}){1,3})[.):]?\s+(?=\p{L})/u.exec(words.title) : null
  if (dotted) return {...words, title: words.title.slice(dotted[0].length), label: dotted[1]!}
  if (piece.kind !== 'listItem' || !piece.text.startsWith(words.title)) return words
  const whole = lexicon.levelOf(piece.text)
  if (!whole?.title || whole.level.rank >= 5 || wordCount(words.title) > longestTerm) return words
  const label = whole.label ?? words.label
  return {title: whole.title, ...(label ? {label} : {})}
}

/** Longest term of a level that an entry may start with, words: 'Strategic objective'. */
const longestTerm = 3

function termOf(type: GoalType, term: string): string {
  const named = /\b(priorit|pledge|commitment|objective|action|activit|milestone|promise|step|task|aim)/i
    .exec(term)?.[1]
    ?.toLowerCase()
  return named ? ({priorit: 'priority', activit: 'activity'}[named] ?? named) : type
}

export function addMeasure(reading: Reading, term: string, piece: Piece, title: string): Goal {
  const goal = {
    ...goalOf(reading, 'measure', {title, term: term === '' ? 'measure' : term.replace(/\s*:$/, '')}, piece),
    direction: directionOf(title)
  }
  const parent = innermost(reading)
  if (parent && parent.type !== 'measure' && parent.type !== 'milestone') hangOn(parent, goal)
  else hang(reading, goal)
  return goal
}

/** Titles of a list's items, cut alike; worked out once a list. */
function titleOf(reading: Reading, piece: Piece): TitleAndDetail {
  const known = reading.titles.get(piece.index)
  if (known) return known
  const list = reading.pieces.filter((each) => each.list === piece.list && each.kind === 'listItem')
  const titles = titlesOf(list)
  list.forEach((each, at) => {
    reading.titles.set(each.index, titles[at]!)
  })
  return reading.titles.get(piece.index) ?? {title: piece.text}
}

function numberLabel(piece: Piece): {label?: string} {
  return piece.ordered && piece.marker ? {label: piece.marker.replace(/[.):]+$/, '').replace(/^\(/, '')} : {}
}

function modeFor(piece: Piece, reading: Reading): Mode | undefined {
  const {mode} = reading
  if (!mode) return undefined
  if (mode.aside !== piece.aside && (mode.aside !== undefined || piece.aside !== undefined) && mode.used)
    return undefined
  return mode
}

/** A lead-in may stand in a band of its own above the box, or the open page, that its list stands in: from the first entry on, the list is there. */
function use(mode: Mode, piece: Piece): void {
  mode.used = true
  if (piece.aside === undefined) delete mode.aside
  else mode.aside = piece.aside
}

/** A list follows before the next heading or lead-in: the paragraph only introduces it. */
function introduces(piece: Piece, reading: Reading): boolean {
  if (/:$/.test(piece.text)) return true
  for (let at = piece.index + 1; at < Math.min(reading.pieces.length, piece.index + 3); at += 1) {
    const next = reading.pieces[at]!
    if (next.kind === 'listItem') return true
    if (next.kind !== 'paragraph' || !/:$/.test(next.text) || reading.lexicon.leadInOf(next.text)) return false
  }
  return false
}

/** The foot of a page that stands once only, so that no repetition tells it. */
const pageMark = /^(?:page|p\.?) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i

/** A promise, or the weaker words that a later draft may have in its place. */
const committing =
  /\b(?:will|shall|commit(?:ted|s)?|aim|ambition|strive|must|ensure|intend|pledge|promise)\b|\bwe (?:may|might|could|seek|hope|want|plan|propose|wish|would like)\b/i

export const goalListRecognisers: Recogniser[] = [
  {
    id: 'priorities/nested',
    applies: (piece, reading) => (piece.parent !== undefined && reading.byPiece.has(piece.parent) ? 0.9 : 0),
    read: (piece, reading) => {
      const parent = reading.byPiece.get(piece.parent!)!
      const siblings = reading.pieces.filter((each) => each.list === piece.list)
      const acts = siblings.filter((each) => startsLikeAction(each.text)).length >= siblings.length * 0.6
      if ((parent.type === 'priority' || parent.type === 'outcome') && acts) {
        const type = parent.type === 'outcome' ? 'priority' : 'action'
        const goal = goalOf(reading, type, {title: piece.text, term: type, ...numberLabel(piece)}, piece)
        hangOn(parent, goal)
      } else hangOn(parent, quoteOf(reading, 'passage', piece.text, piece, {detail: true}))
    }
  },
  {
    id: 'priorities/list',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      return piece.kind === 'listItem' && mode && ['priorities', 'actions', 'milestones'].includes(mode.kind) ? 0.9 : 0
    },
    read: (piece, reading) => {
      const mode = reading.mode!
      use(mode, piece)
      const title = titleOf(reading, piece)
      addGoal(reading, mode.kind, mode.term, piece, {...title, ...numberLabel(piece)})
    }
  },
  {
    id: 'priorities/subheading',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      if (!mode || (mode.kind !== 'priorities' && mode.kind !== 'actions') || piece.kind !== 'heading') return 0
      if (mode.list !== undefined) return 0
      const next = reading.pieces[piece.index + 1]
      const explained = next !== undefined && (next.kind === 'paragraph' || next.kind === 'listItem')
      return explained &&
        piece.depth > mode.depth &&
        reading.lexicon.sectionOf(piece.text) === undefined &&
        wordCount(piece.text) <= 40
        ? 0.8
        : 0
    },
    read: (piece, reading) => {
      const mode = reading.mode!
      use(mode, piece)
      const details: Piece[] = []
      for (
        let at = piece.index + 1;
        reading.pieces[at]?.kind === 'paragraph' && !reading.lexicon.labelled(reading.pieces[at]!.text);
        at += 1
      )
        details.push(reading.pieces[at]!)
      for (const each of details) reading.taken.add(each.index)
      const detail = details.map((each) => each.text).join(' ')
      const number = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+/.exec(piece.text)
      const title = number ? piece.text.slice(number[0].length) : piece.text
      addGoal(reading, mode.kind, mode.term, piece, {
        title,
        ...(detail ? {detail} : {}),
        ...(number ? {label: number[1]!} : {})
      })
    }
  },
  {
    id: 'priorities/prose',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      if (!mode || piece.kind !== 'paragraph' || !['priorities', 'actions'].includes(mode.kind)) return 0
      if (introduces(piece, reading) || wordCount(piece.text) > longestProse || wordCount(piece.text) < 3) return 0
      if (mode.list !== undefined) return 0
      return startsLikeAction(piece.text) || committing.test(piece.text) ? 0.75 : 0
    },
    read: (piece, reading) => {
      const mode = reading.mode!
      use(mode, piece)
      const [cut] = titlesOf([piece])
      const led = piece.lead !== '' && cut?.detail ? cut : {title: piece.text}
      addGoal(reading, mode.kind, mode.term, piece, led)
    }
  },
  {
    id: 'priorities/commitment',
    applies: (piece, reading) => (reading.committed.has(piece.index) && innermost(reading) && !reading.mode ? 0.7 : 0),
    read: (piece, reading) => {
      for (const title of sentences(piece.text)) addGoal(reading, 'priorities', '', piece, {title})
    }
  },
  {
    id: 'measures/list',
    applies: (piece, reading) => (piece.kind === 'listItem' && modeFor(piece, reading)?.kind === 'measures' ? 0.9 : 0),
    read: (piece, reading) => {
      const mode = reading.mode!
      use(mode, piece)
      addMeasure(reading, mode.term, piece, piece.text)
    }
  },
  {
    id: 'measures/prose',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      if (piece.kind !== 'paragraph' || mode?.kind !== 'measures' || introduces(piece, reading)) return 0
      if (pageMark.test(piece.text)) return 0
      const lines = measuresOf(piece.lines)
      return lines.length > 0 &&
        lines.every((line) => wordCount(line) <= 50) &&
        lines.some((line) => readsLikeMeasure(line) || !startsLikeAction(line)) &&
        reading.goals.length > 0
        ? 0.7
        : 0
    },
    read: (piece, reading) => {
      use(reading.mode!, piece)
      for (const title of measuresOf(piece.lines)) addMeasure(reading, reading.mode!.term, piece, title)
    }
  },
  {
    id: 'voice/list',
    applies: (piece, reading) => (piece.kind === 'listItem' && modeFor(piece, reading)?.kind === 'voice' ? 0.9 : 0),
    read: (piece, reading) => {
      use(reading.mode!, piece)
      hang(reading, quoteOf(reading, 'voice', piece.text, piece))
    }
  },
  {
    id: 'facets/under-lead-in',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      if (!mode || reading.goals.length === 0 || piece.kind === 'heading' || piece.kind === 'table') return 0
      if (
        mode.kind === 'priorities' ||
        mode.kind === 'actions' ||
        mode.kind === 'measures' ||
        mode.kind === 'milestones'
      )
        return 0
      if (mode.kind === 'voice' && (introduces(piece, reading) || (mode.used && piece.kind === 'paragraph'))) return 0
      if (
        (mode.kind === 'lead' || mode.kind === 'due' || mode.kind === 'start') &&
        (mode.used || wordCount(piece.text) > 30)
      )
        return 0
      return 0.7
    },
    read: (piece, reading) => {
      const mode = reading.mode!
      use(mode, piece)
      readUnder(reading, mode.kind, mode.term, piece, piece)
    }
  },
  {
    id: 'measures/labelled',
    applies: (piece, reading) => (innermost(reading) && labelledMeasure(piece, reading) ? 0.94 : 0),
    read: (piece, reading) => {
      const {term, label, title} = labelledMeasure(piece, reading)!
      delete reading.mode
      Object.assign(addMeasure(reading, term.toLowerCase(), piece, title), {label})
    }
  },
  {
    id: 'measures/by-words',
    applies: (piece, reading) =>
      unledList(piece, reading) === 'measures' ? (namesLevels(piece, reading) ? 0.94 : 0.6) : 0,
    read: (piece, reading) => {
      const own = reading.lexicon.levelOf(piece.text)
      const levelled = own?.level.rank === 5 && own.title !== ''
      addMeasure(reading, levelled ? own.term.toLowerCase() : '', piece, levelled ? own.title : piece.text)
    }
  },
  {
    id: 'priorities/by-words',
    applies: (piece, reading) =>
      unledList(piece, reading) === 'actions' ? (namesLevels(piece, reading) ? 0.94 : 0.55) : 0,
    read: (piece, reading) => {
      addGoal(reading, innermost(reading)?.type === 'outcome' ? 'priorities' : 'actions', '', piece, {
        ...titleOf(reading, piece),
        ...numberLabel(piece)
      })
    }
  }
]

/** 'Measure 1.2: …', 'KPI 3 – …' */
function labelledMeasure(piece: Piece, {lexicon}: Reading): {term: string; label: string; title: string} | undefined {
  if (piece.kind === 'table') return undefined
  const read = lexicon.levelOf(piece.text)
  if (!read?.label || read.title === '' || read.level.rank < 5 || read.level.word === 'milestone') return undefined
  return {term: read.term, label: read.label, title: read.title}
}

/** What an entry under a goal is when no lead-in says it: the words of most entries of its list decide. */
function unledList(piece: Piece, reading: Reading): 'measures' | 'actions' | undefined {
  const goal = innermost(reading)
  if (piece.kind !== 'listItem' || !goal || goal.type === 'action' || piece.depth > 1) return undefined
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
    const entries = reading.pieces.filter((each) => each.list === list)
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
