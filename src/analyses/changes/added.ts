import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {PlanNode} from '../../plan-tree/nodes.ts'
import type {ChangeClass, ChangeFacet} from '../types.ts'
import type {Comparison} from './comparison.ts'
import type {Statement} from './statements.ts'

/** Words that only one draft has: a subtree, an entry, or a run of sentences. */
export interface Group {
  side: 'added' | 'removed'
  statements: Statement[]
  /** The statements whose words are printed: the root's own, or all of a run. */
  shown: Statement[]
  /** Units in it: goals, facets, entries, passages. */
  size: number
  class: ChangeClass
  facets: ChangeFacet[]
  reason: string
}

/** What only one of the drafts has, each subtree by its root; what the other draft cuts differently is left out. */
export function addedGroups(comparison: Comparison): Group[] {
  const {olds, news, matches} = comparison
  const [oldTaken, newTaken] = [new Set(matches.flatMap(({old}) => old)), new Set(matches.flatMap((m) => m.new))]
  return [
    ...groupsOf(
      olds,
      oldTaken,
      'removed',
      recutTest(
        news,
        newTaken,
        matches.filter((m) => !m.same).flatMap((m) => m.new)
      )
    ),
    ...groupsOf(
      news,
      newTaken,
      'added',
      recutTest(
        olds,
        oldTaken,
        matches.filter((m) => !m.same).flatMap((m) => m.old)
      )
    )
  ]
}

/**
 * Tells whether words stand, in a row, in what the other draft has left over or reworded: the same words cut differently. A
 * goal that only the summary has now is gone, and the other way about.
 */
function recutTest(
  others: readonly Statement[],
  taken: ReadonlySet<number>,
  reworded: readonly number[]
): (statement: Statement) => boolean {
  const open = new Set(reworded)
  const runsOf = (isIn: (at: number) => boolean, isOther: (other: Statement) => boolean) =>
    ` ${others.map((other) => (isIn(other.at) && isOther(other) ? other.key : '|')).join(' ')} `
  const both = (isOther: (other: Statement) => boolean) => [
    runsOf((at) => !taken.has(at), isOther),
    runsOf((at) => !taken.has(at) || open.has(at), isOther)
  ]
  const [ofTitles, ofRestated, ofRest] = [
    both((each) => !isRestated(each)),
    both((each) => !isTitle(each)),
    both(() => true)
  ]
  return (statement) => {
    const [left, all] = isTitle(statement) ? ofTitles : isRestated(statement) ? ofRestated : ofRest
    const words = statement.key.split(' ').length
    return words > 1 && (words < fewest ? left : all)!.includes(` ${statement.key} `)
  }
}

const isTitle = ({node, part}: Statement): boolean => isGoal(node) && part === 'title'
const isRestated = ({node}: Statement): boolean => node.type === 'restatement'

/** Words that must stand in a row in a reworded text to be a cut of it: fewer are in it by chance. */
const fewest = 5

function groupsOf(
  statements: readonly Statement[],
  taken: ReadonlySet<number>,
  side: Group['side'],
  isRecut: (statement: Statement) => boolean
): Group[] {
  const left = statements.filter((each) => !taken.has(each.at) && !isRecut(each))
  const leftAt = new Set(left.map(({at}) => at))
  const roots = wholeRoots(statements, taken, leftAt)
  const byRoot = new Map<PlanNode | Statement, Statement[]>()
  let run: Statement | undefined
  for (const each of left) {
    const root = [...each.around, each.node].find((node) => roots.has(node))
    if (root) byRoot.set(root, [...(byRoot.get(root) ?? []), each])
    else {
      const last = run && byRoot.get(run)?.at(-1)
      if (!run || !last || last.at !== each.at - 1 || !isOneRun(last, each)) run = each
      byRoot.set(run, [...(byRoot.get(run) ?? []), each])
    }
  }
  // Words of the plan that only one of the readings took for its title.
  const isReading = ({node, key}: Statement) =>
    node.type === 'plan' && statements.some((each) => each.key === key && taken.has(each.at))
  return [...byRoot].flatMap(([root, group]) =>
    isReading(group[0]!) ? [] : [groupOf(root, group, side, statements, leftAt)]
  )
}

/** Nodes of which nothing is matched and whose own words are left over, the outermost of each subtree. */
function wholeRoots(
  statements: readonly Statement[],
  taken: ReadonlySet<number>,
  left: ReadonlySet<number>
): Set<PlanNode> {
  const kept = new Set<PlanNode>()
  const seen = new Set<PlanNode>()
  for (const {around, node, at, part} of statements) {
    for (const each of [...around, node]) {
      seen.add(each)
      if (taken.has(at)) kept.add(each)
    }
    if (part === 'title' && !left.has(at)) kept.add(node)
  }
  const whole = (node: PlanNode) =>
    !kept.has(node) &&
    (isGoal(node) || node.type === 'section' || node.type === 'glossaryEntry' || node.type === 'glossary')
  return new Set([...seen].filter(whole))
}

const isOneRun = (a: Statement, b: Statement): boolean =>
  a.around.at(-1) === b.around.at(-1) && a.level === b.level && a.node.type !== 'restatement' && a.node.type !== 'voice'

function groupOf(
  root: PlanNode | Statement,
  statements: Statement[],
  side: Group['side'],
  all: readonly Statement[],
  left: ReadonlySet<number>
): Group {
  const rootNode = 'part' in root ? undefined : root
  const shown = rootNode && isGoal(rootNode) ? statements.filter(({node}) => node === rootNode) : statements
  const size = rootNode ? countOf(rootNode) : new Set(statements.map(({node}) => node)).size
  const said = side === 'added' ? 'Not in the draft before' : 'Not in the new draft'
  const group = {side, statements, shown, size}
  const slight = slightReason(statements, all, left)
  if (slight !== undefined) return {...group, class: 'editorial', facets: [], reason: `${said}${slight}`}
  const below = size > 1 && rootNode ? `, with ${size - 1} more below it` : ''
  return {...group, class: 'substantive', facets: facetsOf(statements[0]!), reason: `${said}${below}.`}
}

/** Why words that only one draft has change nothing; undefined where they may. */
function slightReason(
  statements: readonly Statement[],
  all: readonly Statement[],
  left: ReadonlySet<number>
): string | undefined {
  const first = statements[0]!
  if (statements.length === 1) {
    const goesOn = all[first.at + 1] !== undefined && !left.has(first.at + 1)
    if (isLeadIn(first) && goesOn) return '; a heading or lead-in, what follows it is in both.'
    const repeated = all.some((each) => !left.has(each.at) && saysAgain(first, each))
    if (repeated && (!isGoal(first.node) || isWayOfMeasuring(first)))
      return ' at this place; the same words stand elsewhere in both.'
  }
  const inContents = first.level === 'contents' && first.node.type === 'passage'
  return inContents ? '; the list of contents only.' : undefined
}

/** Longest measure that only says how, in words: 'Completion', 'Progress report'. */
const wayMost = 3

/** A cell that says how steps are measured, the same for many of them: without its step it says nothing. */
const isWayOfMeasuring = ({node, key}: Statement): boolean =>
  node.type === 'measure' && key.split(' ').length <= wayMost

/** The same words, or at the top of the plan words of its title: the body's name over it or in a running head. */
const saysAgain = ({key, goal, node, around}: Statement, other: Statement): boolean =>
  other.key === key ||
  (!goal &&
    node.type === 'passage' &&
    around.length === 0 &&
    other.node.type === 'plan' &&
    ` ${other.key} `.includes(` ${key} `))

const isLeadIn = ({text, node, part}: Statement): boolean =>
  text.endsWith(':') ||
  (part === 'title' && node.type === 'section') ||
  (node.type === 'passage' && node.block === 'heading')

/** Nodes of a subtree, its root included. */
export const countOf = (node: PlanNode): number => 1 + childrenOf(node).reduce((sum, child) => sum + countOf(child), 0)

function facetsOf({node}: Statement): ChangeFacet[] {
  switch (node.type) {
    case 'lead':
      return ['lead']
    case 'date':
      return ['date']
    case 'target':
      return ['target']
    case 'statistic':
      return ['number']
    default:
      return []
  }
}
