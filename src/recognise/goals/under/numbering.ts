/** Goals that only their numbers place: 1.1 under goal 1, 1.1.1 under 1.1. */

import type {Goal, GoalType} from '../../../plan-tree/nodes.ts'
import {numberOf} from '../../level-labels.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import {goalOf, innermost, openGoal, type Reading} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import {wordCount} from '../../words.ts'

/** '1.2.3' at the start of a line, or as a list item's marker, with its words. */
function numbered(piece: Piece): {number: string; title: string} | undefined {
  const marked =
    piece.kind === 'listItem' ? /^((?:[A-Z]{1,2})?\d{1,2}(?:\.\d{1,2}){1,3})[.):]?$/.exec(piece.marker ?? '') : null
  if (marked) return {number: marked[1]!, title: piece.text}
  const match = /^((?:[A-Z]{1,2})?\d{1,2}(?:\.\d{1,2}){1,3})[.):]?\s+(\S.*)$/su.exec(piece.text)
  return match ? {number: match[1]!, title: match[2]!} : undefined
}

/** Longest line that a number alone makes a goal, words: a longer one is a numbered paragraph. */
const longestNumbered = 45

/** The open goal whose number the piece's number goes on from: '1.1' from 'Objective 1', '1.1.1' from '1.1'. */
function parentNumber(number: string, reading: Reading): number {
  const parent = number.slice(0, number.lastIndexOf('.')).toLowerCase()
  return reading.goals.findLastIndex(({node}) => {
    const own = node.label?.split(/\s+/).at(-1)
    return own !== undefined && numberOf(own) === parent
  })
}

export const numberRecognisers: Recogniser[] = [
  {
    id: 'priorities/numbered',
    applies: (piece, reading) => {
      if (!innermost(reading) || piece.kind === 'table') return 0
      const read = numbered(piece)
      if (!read || wordCount(read.title) > longestNumbered) return 0
      const sibling = siblingOf(read.number, reading)
      if (sibling && isBeforeMode(sibling, reading)) return 0.92
      return sibling || parentNumber(read.number, reading) >= 0 ? 0.88 : 0
    },
    read: (piece, reading) => {
      const {number, title} = numbered(piece)!
      const at = parentNumber(number, reading)
      const parent = at >= 0 ? reading.goals[at]!.node : undefined
      const goal = goalOf(
        reading,
        siblingOf(number, reading)?.type ?? typeBelow(parent?.type, number, reading),
        {title, term: parent?.type === 'outcome' ? 'priority' : 'action', label: number},
        piece
      )
      if (at >= 0) reading.goals.length = at + 1
      openGoal(reading, goal, piece.kind === 'heading' ? piece.depth : boldHeadingDepth + number.split('.').length, {
        inside: true
      })
    }
  }
]

/** The open goal that has the number before this one in the same row of numbers. */
function siblingOf(number: string, reading: Reading): Goal | undefined {
  const cut = number.lastIndexOf('.')
  const before = `${number.slice(0, cut)}.${Number(number.slice(cut + 1)) - 1}`
  return reading.goals.find(({node}) => node.label === before)?.node
}

/** 'June 2024' between 1.1 and 1.2 leads in no list of its own: the numbers go on over it. */
function isBeforeMode({position}: Goal, {mode, pieces}: Reading): boolean {
  const leadIn = mode && pieces[mode.piece]?.position
  return leadIn !== undefined && position !== undefined && position.end.offset! <= leadIn.start.offset!
}

/** Numbers go on below it: a level between the goal and its actions. */
function typeBelow(parent: GoalType | undefined, number: string, reading: Reading): GoalType {
  if (parent === 'action') return 'milestone'
  if (reading.mode?.kind === 'actions') return 'action'
  const deeper = reading.pieces.some((piece) => numbered(piece)?.number.startsWith(`${number}.`))
  return deeper && parent !== undefined ? 'priority' : parent === 'outcome' && !deeper ? 'priority' : 'action'
}
