import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import {type Match, matchUnits, type Unit} from '../matching/match.ts'
import type {Change} from '../types.ts'
import {type Statement, statementsOf} from './statements.ts'
import {type GoalMatch, type Move, matchGoals, movesOf} from './tree-match.ts'

/** Two drafts laid flat and matched: what every list of changes is made from. */
export interface Comparison {
  before: Plan
  after: Plan
  olds: Statement[]
  news: Statement[]
  matches: Match[]
  goals: GoalMatch
  moves: Map<Goal, Move>
  isKnown: (word: string) => boolean
}

/** A change before it has its id, with its place in the order of the report. */
export interface Draft extends Omit<Change, 'id'> {
  /** Place in the new draft, or the place in it of what stood before a removed one; then in the old draft. */
  order: readonly [number, number]
}

/** Matches the drafts in one direction whichever is first, so that the swapped comparison is the mirror image. */
export function compare(before: Plan, after: Plan): Comparison {
  const [olds, news] = [statementsOf(before), statementsOf(after)]
  const swapped = sortKey(olds) > sortKey(news)
  const matches = swapped
    ? matchUnits(unitsOf(news), unitsOf(olds)).map(mirrored)
    : matchUnits(unitsOf(olds), unitsOf(news))
  matches.sort((a, b) => a.new[0]! - b.new[0]!)
  const goals = matchGoals(before, after, matches, olds, news)
  const placeOf = (statements: readonly Statement[]) =>
    new Map(statements.flatMap(({node, part, at}) => (part === 'title' && isGoal(node) ? [[node, at] as const] : [])))
  const moves = movesOf(goals, {old: placeOf(olds), new: placeOf(news)})
  return {before, after, olds, news, matches, goals, moves, isKnown: knownWords(olds, news)}
}

const sortKey = (statements: readonly Statement[]): string => statements.map(({print}) => print).join('\n')
const mirrored = (match: Match): Match => ({...match, old: match.new, new: match.old})

function unitsOf(statements: readonly Statement[]): Unit[] {
  return statements.map(({text, key, slot, node, goal, around, id, part}) => {
    const section = around.findLast((each) => each.type === 'section' || each.type === 'glossary')
    const title = section && 'title' in section ? section.title : ''
    const within =
      node.type === 'glossaryEntry'
        ? 'glossary'
        : goal
          ? isGoal(node) && part === 'title'
            ? 'goals'
            : goal.id
          : `section ${title}`
    return {text, key, slot, type: node.type, within: node.type === 'section' ? 'sections' : within, id}
  })
}

/** Whether a word stands twice in the two plans together, in different sentences. */
function knownWords(olds: readonly Statement[], news: readonly Statement[]): (word: string) => boolean {
  const keysOf = new Map<string, Set<string>>()
  for (const {key} of [...olds, ...news])
    for (const word of key.split(' ')) keysOf.set(word, (keysOf.get(word) ?? new Set()).add(key))
  return (word) => (keysOf.get(word)?.size ?? 0) > 1
}
