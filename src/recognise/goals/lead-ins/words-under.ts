/** Words under a lead-in or after a label, as the goals and facets that it says they are. */

import type {Goal} from '../../../plan-tree/nodes.ts'
import {add, dateOf, leadsOf, quoteOf, voicesIn} from '../../facets/facets.ts'
import {numberLabel, type Piece} from '../../pieces.ts'
import {hangOn, innermost, passage, type Reading, whereOf} from '../../reading.ts'
import type {LeadIn} from '../../vocabulary.ts'
import {addGoal, addMeasure} from '../under/goals-read.ts'
import {measuresOf, startsLikeMeasure} from '../words/goal-words.ts'

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
