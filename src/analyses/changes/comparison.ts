import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import type {Match, Unit} from '../matching/found.ts'
import {matchUnits} from '../matching/match.ts'
import {heaviestChain} from '../matching/moves.ts'
import {bareWords} from '../matching/profile.ts'
import type {Change, ChangeReport} from '../types.ts'
import {movedSections} from './section-moves.ts'
import {isStatus} from './statement-words.ts'
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
  /** Matches of headings whose sections stand elsewhere among their neighbours. */
  sectionMoves: ReadonlySet<Match>
  /** Matches whose words crossed others on the page: the fewest that did. */
  displaced: ReadonlySet<Match>
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
  return sortKey(olds) > sortKey(news)
    ? mirrored(comparisonOf(after, before, news, olds))
    : comparisonOf(before, after, olds, news)
}

function comparisonOf(before: Plan, after: Plan, olds: Statement[], news: Statement[]): Comparison {
  const matches = matchUnits(unitsOf(olds), unitsOf(news))
  matches.sort((a, b) => a.new[0]! - b.new[0]!)
  const goals = matchGoals(before, after, matches, olds, news)
  const ranks = [pageOrder(olds), pageOrder(news)] as const
  const placeOf = (statements: readonly Statement[], rank: readonly number[]) =>
    new Map(
      statements.flatMap(({node, part, at}) => (part === 'title' && isGoal(node) ? [[node, rank[at]!] as const] : []))
    )
  const displaced = displacedOf(matches, olds, ranks)
  const titled = (at: readonly number[], statements: readonly Statement[]): Goal[] =>
    at.flatMap((k) => {
      const {part, node} = statements[k]!
      return part === 'title' && isGoal(node) ? [node] : []
    })
  const carried = new Set([...displaced].flatMap(({old}) => titled(old, olds)))
  const inBoth = new Set(matches.flatMap((match) => [...titled(match.old, olds), ...titled(match.new, news)]))
  const moves = movesOf(goals, {old: placeOf(olds, ranks[0]), new: placeOf(news, ranks[1])}, carried, inBoth)
  const sectionMoves = movedSections(matches, olds, news, ranks)
  return {before, after, olds, news, matches, goals, moves, sectionMoves, displaced, isKnown: knownWords(olds, news)}
}

function mirrored({
  before,
  after,
  olds,
  news,
  matches,
  goals,
  moves,
  sectionMoves,
  displaced,
  isKnown
}: Comparison): Comparison {
  const turned = new Map(matches.map((match) => [match, {...match, old: match.new, new: match.old}]))
  return {
    before: after,
    after: before,
    olds: news,
    news: olds,
    matches: [...turned.values()].sort((a, b) => a.new[0]! - b.new[0]!),
    goals: {toNew: goals.toOld, toOld: goals.toNew, oldParent: goals.newParent, newParent: goals.oldParent},
    moves: new Map([...moves].map(([goal, move]) => [goals.toNew.get(goal)!, move])),
    sectionMoves: new Set([...sectionMoves].map((match) => turned.get(match)!)),
    displaced: new Set([...displaced].map((match) => turned.get(match)!)),
    isKnown
  }
}

/** Matches off the heaviest chain that ascends in both drafts, in the order of their pages. */
function displacedOf(
  matches: readonly Match[],
  olds: readonly Statement[],
  [oldRank, newRank]: readonly [old: readonly number[], new: readonly number[]]
): ReadonlySet<Match> {
  const placed = matches
    .map((match) => ({
      match,
      i: oldRank[match.old[0]!]!,
      j: newRank[match.new[0]!]!,
      length: olds[match.old[0]!]!.key.length * (isHeading(olds[match.old[0]!]!) ? headingWeight : 1)
    }))
    .sort((a, b) => a.i - b.i)
  const kept = heaviestChain(placed)
  return new Set(placed.filter((each) => !kept.has(each)).map(({match}) => match))
}

/** What the heading of an outcome or a section weighs over other words: the goals move about the headings. */
const headingWeight = 20
const isHeading = ({node, part}: Statement): boolean =>
  part === 'title' && (node.type === 'outcome' || node.type === 'section')

/** The rank of each statement in the order of the reading text; that of the tree where places are not known. */
function pageOrder(statements: readonly Statement[]): number[] {
  const known = statements.every(({offset}) => offset !== undefined)
  const order = statements.map(({at}) => at)
  if (known) order.sort((a, b) => statements[a]!.offset! - statements[b]!.offset! || a - b)
  const rank: number[] = []
  order.forEach((at, place) => {
    rank[at] = place
  })
  return rank
}

const sortKey = (statements: readonly Statement[]): string => statements.map(({print}) => print).join('\n')

function unitsOf(statements: readonly Statement[]): Unit[] {
  return statements.map(({text, key, slot, node, goal, around, part, level}): Unit => {
    const section = around.findLast((each) => each.type === 'section' || each.type === 'glossary')
    const parent = around.findLast(isGoal)
    const title = isGoal(node) && part === 'title'
    const home = goal ? goal.id : `section ${section && 'title' in section ? section.title : ''}`
    const within =
      node.type === 'glossaryEntry'
        ? 'glossary'
        : node.type === 'section'
          ? 'sections'
          : title
            ? (parent?.id ?? 'goals')
            : home
    const type = node.type === 'restatement' ? `restatement ${node.where}` : node.type
    const unit: Unit = {text, key, slot, type, within}
    if (title && isGoal(node)) {
      unit.title = `${node.type} ${parent?.id ?? ''}`
      unit.heads = node.id
    }
    if (!goal && level !== 'contents' && isStatus(text)) unit.status = true
    // What says that the plan is a draft gives way to what says that it is agreed, wherever either stands.
    else if (part === 'words' && ((node.type === 'passage' && node.block === 'paragraph') || node.type === 'rationale'))
      unit.running = true
    if (node.type === 'lead' && node.term) unit.alias = bareWords(`${node.term} ${node.value} ${node.note ?? ''}`)
    return unit
  })
}

/** Whether a word stands in two different sentences of the two plans; looked up once it is asked for. */
function knownWords(olds: readonly Statement[], news: readonly Statement[]): (word: string) => boolean {
  let known: Map<string, string | true> | undefined
  return (word) => {
    known ??= wordsKnown([...olds, ...news])
    return known.get(word) === true
  }
}

/** Each word with the one sentence that has it, or true where several do. */
function wordsKnown(statements: readonly Statement[]): Map<string, string | true> {
  const known = new Map<string, string | true>()
  for (const {key} of statements)
    for (const word of key.split(' ')) {
      const held = known.get(word)
      if (held === undefined) known.set(word, key)
      else if (held !== true && held !== key) known.set(word, true)
    }
  return known
}

/** How much of each draft stands in the other as it was: what tells a revision from a plan written anew. */
export function keptOf({olds, news, matches}: Comparison): NonNullable<ChangeReport['kept']> {
  const same = matches.filter((match) => match.same && match.old.length === 1 && match.new.length === 1).length
  return {same, before: olds.length, after: news.length}
}
