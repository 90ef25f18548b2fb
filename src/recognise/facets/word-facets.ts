/** Amounts and dates that stand in a goal's own words: targets, baselines, deadlines. */
import {type DateWords, findDates} from '../../language/dates.ts'
import {findQuantities, type QuantityWords, targetQuantity} from '../../language/quantities.ts'
import type {DateFacet, Goal, PlanNode, Statistic, Target, When} from '../../plan-tree/nodes.ts'
import type {Locator} from '../locate.ts'

/** Adds to every goal below the node what its title says: the level to reach and by when, where no facet gives it yet. */
export function withWordFacets(nodes: readonly PlanNode[], locator: Locator): void {
  for (const node of nodes) {
    if ('children' in node) withWordFacets(node.children as PlanNode[], locator)
    if (isMeasured(node)) addWordFacets(node, locator)
  }
}

function isMeasured(node: PlanNode): node is Goal {
  return ['outcome', 'priority', 'action', 'measure', 'milestone'].includes(node.type)
}

function addWordFacets(goal: Goal, locator: Locator): void {
  const children = goal.children as PlanNode[]
  const place = (words: string) => {
    const position = locator.find(words, goal.position)
    return position ? {pages: goal.pages, position} : {pages: goal.pages}
  }
  const dates = findDates(goal.title)
  const deadline = deadlineIn(dates)
  const due = children.some((child) => child.type === 'date' && (child.role === 'due' || child.role === 'review'))
  if (deadline && !due) {
    const date: DateFacet = {
      type: 'date',
      role: 'due',
      ...deadline,
      ...place(deadline.value),
      data: {rule: 'facets/date-in-words'}
    }
    children.push(date)
  }
  if (goal.type === 'outcome' && !/\d/.test(goal.title)) return
  if (children.some((child) => child.type === 'target')) return
  const {target, baseline} = levelsIn(goal.title, dates)
  if (!target || (goal.type !== 'measure' && target.inWords)) return
  const data = {rule: 'facets/target-in-words'}
  const facet: Target = {
    type: 'target',
    value: target.value,
    quantity: target.quantity,
    ...(deadline ? {by: deadline.when} : {}),
    ...place(target.value),
    data
  }
  if (baseline) {
    const before: Statistic = {
      type: 'statistic',
      value: baseline.value,
      quantity: baseline.quantity,
      ...place(baseline.value),
      data: {...data, baseline: true}
    }
    children.push(before)
  }
  children.push(facet)
}

/** 'by October 2022': the deadline that the words give. */
function deadlineIn(dates: readonly DateWords[]): {value: string; when: When} | undefined {
  const found = dates.find(({relation, when}) => relation === 'by' && when.kind === 'span')
  return found ? {value: found.value, when: found.when} : undefined
}

/** The level to reach, and of 'from 7 to 12' the level now. */
function levelsIn(text: string, dates: readonly DateWords[]): {target?: QuantityWords; baseline?: QuantityWords} {
  const found = findQuantities(text, dates)
  const target = targetQuantity(text, found)
  // '… per 1,000 bed days' is what is counted by, not what is to be reached
  if (!target || /\bper\s$/i.test(text.slice(0, target.start))) return {}
  const amounts = found.filter(({sense}) => sense === 'level')
  const [first, second] = amounts
  const fromTo =
    first &&
    second &&
    /\bfrom\s(?:the\s)?(?:current\s|baseline\s(?:of\s)?)?$/i.test(text.slice(0, first.start)) &&
    /\bto\b/i.test(text.slice(first.end, second.start))
  return fromTo ? {target: second, baseline: first} : {target}
}
