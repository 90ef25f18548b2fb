import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/match.ts'
import {bareWords} from '../matching/profile.ts'
import type {Comparison} from './comparison.ts'
import type {Statement} from './statements.ts'

/** Shortest words that are followed to another place, in words: shorter ones recur by chance. */
const shortest = 4
/** What is told with the goal it hangs on. */
const hanging = new Set(['lead', 'date', 'target', 'restatement', 'plan', 'section', 'glossary', 'glossaryEntry'])

/**
 * Whether words that are no goal's title, or are one in one draft only, stand in another outcome or section now: they crossed
 * others on the page, both places are in both drafts, and the words stand once in each.
 */
export function isCarried(match: Match, comparison: Comparison): boolean {
  const {olds, news, displaced, goals} = comparison
  if (!displaced.has(match) || match.old.length > 1 || match.new.length > 1) return false
  const [old, now] = [olds[match.old[0]!]!, news[match.new[0]!]!]
  const titles = [old, now].filter(({node, part}) => isGoal(node) && part === 'title').length
  // What moved as a goal is told by the tree; a goal that is one in one draft only is told here.
  if (titles === 2 || (titles === 0 && [old, now].some(({node}) => isGoal(node) || hanging.has(node.type))))
    return false
  if ([old, now].some(({level, key}) => level === 'contents' || key.split(' ').length < shortest)) return false
  if (!standsOnce(old, olds) || !standsOnce(now, news)) return false
  const [from, to] = [homeOf(old), homeOf(now)]
  if (!from || !to) return false
  if (isGoal(from) && isGoal(to)) return goals.toNew.has(from) && goals.toOld.has(to) && goals.toNew.get(from) !== to
  if (isGoal(from)) return goals.toNew.has(from) && isIn(olds, to)
  if (isGoal(to)) return goals.toOld.has(to) && isIn(news, from)
  // A side box read after the words around it has not moved: one section holds the other.
  const sections = ({around}: Statement) => around.filter(({type}) => type === 'section').map(titleOf)
  if (sections(old).includes(titleOf(to)) || sections(now).includes(titleOf(from))) return false
  return titleOf(from) !== titleOf(to) && isIn(news, from) && isIn(olds, to)
}

const standsOnce = ({key}: Statement, all: readonly Statement[]): boolean =>
  all.filter((each) => each.key === key).length === 1

/** The outcome, or other goal at the top, that words stand in; else their section. */
function homeOf({around}: Statement): PlanNode | undefined {
  return around.find((node): node is Goal => isGoal(node)) ?? around.findLast((node) => node.type === 'section')
}

const titleOf = (node: PlanNode): string => ('title' in node ? bareWords(node.title ?? '') : '')

const isIn = (statements: readonly Statement[], section: PlanNode): boolean => {
  const title = titleOf(section)
  return title !== '' && statements.some(({node, part}) => part === 'title' && !isGoal(node) && titleOf(node) === title)
}
