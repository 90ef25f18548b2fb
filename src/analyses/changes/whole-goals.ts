import {isGoal} from '../../plan-tree/guards.ts'
import type {PlanNode} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/found.ts'
import type {Comparison} from './comparison.ts'
import type {Statement} from './statements.ts'

/**
 * The comparison with every goal that was split or merged told as a whole: what follows the title of each goal in it
 * belongs to the split, wherever its sentences went.
 */
export function withWholeGoals(comparison: Comparison): Comparison {
  const {olds, news, matches} = comparison
  const several = matches.filter((match) => isOfSeveral(match, olds, news))
  if (several.length === 0) return comparison
  const home = new Map<PlanNode, Match>()
  const whole = new Map(several.map((match) => [match, {...match}]))
  for (const match of several) for (const node of nodesOf(match, olds, news)) home.set(node, match)
  const homesOf = (match: Match) => {
    const nodes = [...match.old.map((at) => olds[at]!.node), ...match.new.map((at) => news[at]!.node)]
    return nodes.map((node) => home.get(node))
  }
  const kept: Match[] = []
  for (const match of matches) {
    if (whole.has(match)) continue
    const homes = homesOf(match)
    const [first] = homes
    if (!first || homes.some((each) => each !== first)) kept.push(match)
  }
  const taken = [new Set(kept.flatMap(({old}) => old)), new Set(kept.flatMap((match) => match.new))]
  const ownOf = (statements: readonly Statement[], match: Match, side: 0 | 1) =>
    statements.filter(({node, at}) => home.get(node) === match && !taken[side]!.has(at)).map(({at}) => at)
  for (const match of several) {
    const grown = {...match, old: ownOf(olds, match, 0), new: ownOf(news, match, 1)}
    kept.push(grown.old.length && grown.new.length ? grown : match)
  }
  kept.sort((a, b) => a.new[0]! - b.new[0]!)
  return {...comparison, matches: kept}
}

function isOfSeveral({old, new: now}: Match, olds: readonly Statement[], news: readonly Statement[]): boolean {
  const goals = (at: readonly number[], statements: readonly Statement[]) =>
    new Set(
      at.flatMap((k) => (statements[k]!.part === 'title' && isGoal(statements[k]!.node) ? [statements[k]!.node] : []))
    ).size
  const [from, to] = [goals(old, olds), goals(now, news)]
  return from !== to && from > 0 && to > 0
}

const nodesOf = ({old, new: now}: Match, olds: readonly Statement[], news: readonly Statement[]): PlanNode[] =>
  [...old.map((at) => olds[at]!), ...now.map((at) => news[at]!)].filter(({node}) => isGoal(node)).map(({node}) => node)
