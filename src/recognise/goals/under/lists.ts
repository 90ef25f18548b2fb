/** Lists and prose under a lead-in: priorities, actions, measures, voice, rationale, leads. */

import type {Goal} from '../../../plan-tree/nodes.ts'
import {quoteOf} from '../../facets/facets.ts'
import {boldHeadingDepth, entriesOf, numberLabel, type Piece} from '../../pieces.ts'
import {goalOf, hang, hangOn, innermost, type Mode, type Reading} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import {endsSentence, sentences, wordCount} from '../../words.ts'
import {isLed} from '../families/line-families.ts'
import {readUnder} from '../lead-ins/words-under.ts'
import {isCommitment} from '../prose/commitments.ts'
import {shareOf, unlikeGoals} from '../words/forms.ts'
import {measuresOf, readsLikeMeasure, startsLikeAction, startsLikeMeasure, titlesOf} from '../words/goal-words.ts'
import {addGoal, addMeasure, titleOf} from './goals-read.ts'
import {labelledMeasure, namesLevels, unledList} from './list-kinds.ts'

/** Longest paragraph that can be one prose priority, words: care strategies have some of up to 60. */
const longestProse = 110

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

/** The list right under a heading that is an entry: what will be done for it. */
function readList(goal: Goal, start: number, reading: Reading): void {
  const list = reading.pieces[start]?.list
  if (list === undefined) return
  reading.goals.push({node: goal, depth: boldHeadingDepth + 2})
  for (const item of entriesOf(list, reading.pieces)) {
    reading.taken.add(item.index)
    addGoal(reading, 'actions', 'action', item, {...titleOf(reading, item), ...numberLabel(item)})
  }
  reading.goals.pop()
}

/** Share of nested entries that must be things to do, whatever else their words say. */
const shareActing = 0.6

/** A list follows before the next heading or lead-in: the paragraph only introduces it. */
function introduces(piece: Piece, reading: Reading): boolean {
  if (/:$/.test(piece.text)) return true
  if (startsLikeMeasure(piece.text)) return false
  for (let at = piece.index + 1; at < Math.min(reading.pieces.length, piece.index + 3); at += 1) {
    const next = reading.pieces[at]!
    if (next.kind === 'listItem') return true
    if (next.kind !== 'paragraph' || !/:$/.test(next.text) || reading.lexicon.leadInOf(next.text)) return false
  }
  return false
}

/** The lead-in stands right over the paragraph, or over others that were read under it. */
function measuresAbove({index}: Piece, {mode, pieces}: Reading): boolean {
  const over = pieces.slice((mode?.piece ?? index) + 1, index)
  return mode !== undefined && over.every(({kind}) => kind === 'paragraph')
}

/** No lead-in is open but the goal's own heading. */
function awaitsNothing(mode: Mode | undefined): boolean {
  return mode === undefined || (mode.list === -1 && !mode.used)
}

/** The foot of a page that stands once only, so that no repetition tells it. */
const pageMark = /^(?:page|p\.?) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i

/** A promise, or the weaker words that a later draft may have in its place. */
const committing =
  /\b(?:will|shall|commit(?:ted|s)?|aim|ambition|strive|must|ensure|intend|pledge|promise)\b|\bwe (?:may|might|could|seek|hope|want|plan|propose|wish|would like)\b/i

/** '**Access for all:** Our quay …', one after the other right under a lead-in: a title in bold tells each, whatever its words are. */
function ledInRow({index}: Piece, {pieces, mode}: Reading): boolean {
  const led = (at: number) => pieces[at]?.kind === 'paragraph' && isLed(pieces[at]!)
  return led(index) && (led(index - 1) || (index - 1 === mode?.piece && led(index + 1)))
}

export const goalListRecognisers: Recogniser[] = [
  {
    id: 'priorities/nested',
    applies: (piece, reading) => (piece.parent !== undefined && reading.byPiece.has(piece.parent) ? 0.9 : 0),
    read: (piece, reading) => {
      const parent = reading.byPiece.get(piece.parent!)!
      const lines = entriesOf(piece.list, reading.pieces).map(({text}) => text)
      const acts = shareOf(lines, 'act') >= shareActing || unlikeGoals(lines) === 0
      if ((parent.type === 'priority' || parent.type === 'outcome') && acts) {
        const type = parent.type === 'outcome' ? 'priority' : 'action'
        const cut = titleOf(reading, piece)
        // of several sentences all say what is done
        const words = endsSentence(cut.title) ? {title: piece.text} : cut
        const goal = goalOf(reading, type, {...words, term: type, ...numberLabel(piece)}, piece)
        hangOn(parent, goal)
        reading.byPiece.set(piece.index, goal)
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
      const start = piece.index + 1 + details.length
      const isLed = mode.kind === 'actions' && reading.pieces[start]?.kind === 'listItem'
      const goal = addGoal(reading, isLed ? 'priorities' : mode.kind, mode.term, piece, {
        title,
        ...(detail ? {detail} : {}),
        ...(number ? {label: number[1]!} : {})
      })
      readList(goal, start, reading)
    }
  },
  {
    id: 'priorities/prose',
    applies: (piece, reading) => {
      const mode = modeFor(piece, reading)
      if (!mode || piece.kind !== 'paragraph' || !['priorities', 'actions'].includes(mode.kind)) return 0
      if (introduces(piece, reading) || wordCount(piece.text) > longestProse || wordCount(piece.text) < 3) return 0
      if (mode.list !== undefined) return 0
      return startsLikeAction(piece.text) || committing.test(piece.text) || ledInRow(piece, reading) ? 0.75 : 0
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
    applies: (piece, reading) =>
      reading.committed.has(piece.index) && innermost(reading) && awaitsNothing(reading.mode) ? 0.7 : 0,
    read: (piece, reading) => {
      for (const words of sentences(piece.text))
        if (isCommitment(words, reading.committed.get(piece.index)!))
          addGoal(reading, 'priorities', '', piece, {title: words})
        else hang(reading, quoteOf(reading, 'passage', words, piece))
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
      // a number by itself is that of a page
      if (pageMark.test(piece.text) || !/\p{L}{2}/u.test(piece.text)) return 0
      const lines = measuresOf(piece.lines)
      // what stands after the list of measures is none, unless it says so
      if (mode.used && reading.pieces[piece.index - 1]?.kind === 'listItem' && !lines.some(readsLikeMeasure)) return 0
      return lines.length > 0 &&
        lines.every((line) => wordCount(line) <= 50) &&
        (lines.some((line) => readsLikeMeasure(line) || !startsLikeAction(line)) || measuresAbove(piece, reading)) &&
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
