/** Lists announced as goals beside the plan's own tree: the same goals said again, or stated and tied to nothing. */
import type {Outcome, Plan, PlanNode, Restatement} from '../../../plan-tree/nodes.ts'
import type {NotAPlan} from '../../document/kind.ts'
import {kindsOf} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import type {Reading} from '../../reading.ts'
import {containment, contentWords, likeness} from '../../words.ts'
import type {DeclaredList} from '../openings.ts'
import {titlesOf} from '../words/goal-words.ts'

/** Share of the shorter title's words that two printings of one goal have in common at least. */
const leastShared = 0.6

/**
 * Entries that say a goal's title become its restatements. The others stay where they are, marked with what they are called: a plan
 * may state key outcomes that nothing else in it is tied to, and no tie is made up here.
 */
export function settleDeclared(reading: Reading): void {
  const goals = reading.children.filter((node): node is Outcome => node.type === 'outcome')
  for (const list of reading.declared) {
    const entries = list.pieces
      .map((index) => reading.pieces[index]!)
      .filter((piece) => reading.passages.has(piece.index))
    const said = pairs(entries, goals)
    for (const entry of entries) {
      const goal = said.get(entry.index)
      if (goal) restate(reading, entry, goal)
      else mark(reading, entry, list)
    }
  }
}

function pairs(entries: readonly Piece[], goals: readonly Outcome[]): Map<number, Outcome> {
  const titles = titlesOf(entries)
  const scored = entries.flatMap((entry, at) => {
    const title = titles[at]!.title.replace(/\s*\([^()]*\)\s*$/, '')
    if (contentWords(title).length < 2) return []
    return goals.map((goal) => ({
      entry,
      goal,
      score: Math.max(containment(title, goal.title), likeness(title, goal.title))
    }))
  })
  scored.sort((a, b) => b.score - a.score || a.entry.index - b.entry.index)
  const found = new Map<number, Outcome>()
  const taken = new Set<Outcome>()
  for (const {entry, goal, score} of scored) {
    if (score < leastShared || found.has(entry.index) || taken.has(goal)) continue
    found.set(entry.index, goal)
    taken.add(goal)
  }
  return found
}

function restate(reading: Reading, entry: Piece, goal: Outcome): void {
  const {node, siblings} = reading.passages.get(entry.index)!
  const kinds = kindsOf(reading.sections[entry.index])
  const where = kinds.includes('foreword') || kinds.includes('introduction') ? 'foreword' : 'summary'
  const {type: _, block: __, ...rest} = node
  const restatement: Restatement = {
    ...rest,
    type: 'restatement',
    where,
    of: 'outcome',
    data: {...rest.data, rule: 'restatements/declared-list'}
  }
  siblings.splice(siblings.indexOf(node), 1)
  reading.passages.delete(entry.index)
  const children = goal.children as PlanNode[]
  const before = children.findIndex((child) => child.type !== 'restatement')
  children.splice(before < 0 ? children.length : before, 0, restatement)
}

function mark(reading: Reading, entry: Piece, list: DeclaredList): void {
  const {node} = reading.passages.get(entry.index)!
  node.data = {
    ...node.data,
    rule: 'declared/stated',
    stated: list.level.rank <= 2 ? 'outcome' : 'priority',
    term: list.term
  }
}

/** Says why a document yields no tree. */
export function warnOfNoTree(plan: Plan, other?: NotAPlan): void {
  const goals = plan.children.some((node) =>
    ['outcome', 'priority', 'action', 'measure', 'milestone'].includes(node.type)
  )
  if (goals) return
  const why = other
    ? `it is ${other.kind} by its own words (“${shortened(other.words)}”), and no list of what will be done outweighs them`
    : 'no labelled headings, no list announced as goals, no action table'
  plan.warnings.push({
    ruleId: 'no-plan-tree',
    message: `No outcomes, priorities or actions of its own were found: ${why}. The words are kept as sections and passages.`
  })
}

/** Longest quotation in a warning, characters. */
const longestQuote = 80

function shortened(words: string): string {
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote - 1).trimEnd()}…`
}
