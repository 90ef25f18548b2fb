/** Lines that open a goal of the plan's own scheme, and pages that go on with one. */

import {goalRank} from '../../plan-tree/guards.ts'
import type {Goal, GoalType, Restatement} from '../../plan-tree/nodes.ts'
import type {Piece} from '../pieces.ts'
import {closeGoals, goalOf, innermost, made, openGoal, passage, type Reading, whereOf} from '../reading.ts'
import type {Recogniser} from '../recogniser.ts'

export const outcomeRecognisers: Recogniser[] = [
  {
    id: 'outcomes/opening',
    // what the scheme opens is weighed against the other openings already
    applies: (piece, reading) => (reading.scheme.openings.has(piece.index) ? 0.96 : 0),
    read: (piece, reading) => {
      const opening = reading.scheme.openings.get(piece.index)!
      const {rule: id, confidence, competed = []} = opening
      reading.rule = {
        id,
        confidence: confidence >= 0.9 ? 1 : confidence,
        competed: [...competed, ...reading.rule.competed]
      }
      for (const index of opening.consumed) reading.taken.add(index)
      const {title, term, label, type, detail} = opening
      const words = opening.consumed.length > 0 ? reading.pieces[opening.consumed[0]!]! : piece
      const goal = goalOf(reading, type, {title, term, ...(label ? {label} : {}), ...(detail ? {detail} : {})}, words)
      delete reading.echo
      const above =
        (opening.under === undefined ? undefined : reading.byKey.get(opening.under)?.goal) ?? broken(goal, reading)
      if (above) {
        closeGoals(reading)
        reading.goals.push({node: above, depth: 0})
      }
      while (type === 'action' && innermost(reading)?.type === 'action') reading.goals.pop()
      openGoal(reading, goal, opening.depth, {inside: true})
      if (opening.holds)
        reading.mode = {kind: opening.holds, term: '', piece: piece.index, depth: opening.depth, list: -1, used: false}
      if (opening.entry) {
        reading.goals.at(-1)!.entry = piece
        reading.byPiece.set(piece.index, goal)
      }
      if (piece.kind === 'listItem') {
        reading.goals.at(-1)!.listed = true
        reading.byPiece.set(piece.index, goal)
      }
      if (opening.rule === 'outcomes/heading-over-table') reading.goals.at(-1)!.overTable = true
      reading.byKey.set(opening.key, {goal, piece: piece.index})
    }
  },
  {
    id: 'outcomes/continued',
    applies: (piece, reading) => {
      const echo = reading.scheme.echoes.get(piece.index)
      return echo?.continued && reading.byKey.has(echo.key) ? 0.97 : 0
    },
    read: (piece, reading) => {
      const echo = reading.scheme.echoes.get(piece.index)!
      const {goal} = reading.byKey.get(echo.key)!
      closeGoals(reading)
      delete reading.echo
      const depth = piece.kind === 'heading' ? piece.depth : 8
      reading.goals.push({node: goal, depth})
      if (echo.holds) reading.mode = {kind: echo.holds, term: '', piece: piece.index, depth, used: false}
      if (echo.leadIn) {
        passage(reading, piece, {leadIn: echo.holds})
        return
      }
      reading.waiting.push({
        key: echo.key,
        piece: piece.index,
        node: restated(piece, reading, goal.type, 'continued', echo.label)
      })
    }
  }
]

/** The goal whose numbered goals go on with this one after words of another kind, a case study under its own heading. */
function broken({type, term, label}: Goal, reading: Reading): Goal | undefined {
  if (label === undefined || goalRank[type] === 0 || reading.goals.length > 0) return undefined
  const over = [...reading.byKey.values()].findLast(({goal}) => goalRank[goal.type] < goalRank[type])?.goal
  const last = over?.children.findLast(({type: other}) => other === type) as Goal | undefined
  return last?.term === term && numberOf(last.label) + 1 === numberOf(label) ? over : undefined
}

/** 3 of 'Outcome 3' and of '2.3'. */
const numberOf = (label: string | undefined): number => Number(/\d{1,4}$/.exec(label ?? '')?.[0])

/** A piece as a restatement of a goal. */
export function restated(
  piece: Piece,
  reading: Reading,
  of: GoalType,
  where: Restatement['where'],
  label?: string,
  words = piece.text
): Restatement {
  return {
    type: 'restatement',
    value: words,
    where,
    of,
    ...(label ? {label} : {}),
    ...whereOf(reading, piece, words),
    ...made(reading)
  }
}
