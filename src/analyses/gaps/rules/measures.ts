import {countsSomething, measureParts, needsBaseline, printedDeadline} from '../../../language/measures/parts.ts'
import {measuresOf} from '../../../language/measures/smart.ts'
import {childrenOf, isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Measure, Milestone} from '../../../plan-tree/nodes.ts'
import {aboutGoal, below, type Context, facets, type GapRule, placeOf} from '../rule.ts'

export const measureNoTarget: GapRule = {
  id: 'measure-no-target',
  severity: 'medium',
  checks:
    'A measure that states no level to reach. A service standard ("within 20 weeks") says how fast, not how many, and is no target.',
  doesNotCheck: 'Milestones, and measures of a thing that is done or not ("map published").',
  example: '"More babies born with a healthy weight": how many more is not said.',
  find: (context) =>
    context.goals
      .filter((goal): goal is Measure => goal.type === 'measure' && !statesLevel(goal))
      .map((goal) => aboutGoal(goal, context, noLevel(goal), countsSomething(goal) ? 0.9 : 0.5))
}

function statesLevel(measure: Measure): boolean {
  const {target, counting} = measureParts(measure)
  return target !== undefined || counting === 'done'
}

function noLevel(measure: Measure): string {
  const {standard} = measureParts(measure)
  return standard
    ? `It states no level to reach: "${standard}" says how fast, not how many.`
    : 'It states no level to reach.'
}

export const measureNoBaseline: GapRule = {
  id: 'measure-no-baseline',
  severity: 'low',
  checks: 'A measure of a share or of a change, with a target and no figure to start from.',
  doesNotCheck:
    'Measures without a target (they have that gap first), counts of things to be done, which start from none, and milestones.',
  example: '"Increase by 25%", and nowhere from what.',
  find: (context) =>
    context.goals
      .filter(
        (goal) =>
          goal.type === 'measure' &&
          facets(goal, 'target').some(({quantity}) => quantity !== undefined) &&
          needsBaseline(goal) &&
          !measureParts(goal).baseline
      )
      .map((goal) => aboutGoal(goal, context, 'It states a target and no figure to start from.', 0.8))
}

export const measureNoDeadline: GapRule = {
  id: 'measure-no-deadline',
  severity: 'medium',
  checks:
    'A milestone or measure without a date by which it is due, in a plan or an outcome that dates half of the others and more. "Ongoing" and "same as below" are no date.',
  doesNotCheck: 'Plans that date few of their measures.',
  example: 'A row whose review date is empty.',
  find: (context) => {
    const measured = context.goals.filter(isMeasured)
    const hasDeadline = deadlines(context)
    // What is counted every year is not dated: it lets no date be expected of the others.
    const dated = measured.filter((goal) => printedDeadline(goal) !== undefined)
    if (dated.length === 0) return []
    const expected = dated.length >= datedShare * measured.length
    return measured
      .filter(
        (goal) =>
          !hasDeadline(goal) && (goal.type === 'milestone' || expected || siblingsDated(goal, measured, dated, context))
      )
      .map((goal) => aboutGoal(goal, context, deadlineNote(goal), 0.9))
  }
}

/** Share of a plan's measures with a date, from which a date is to be expected of every one. */
const datedShare = 0.5

/** Whether a measure or milestone is due some day, by its own words or by the action in whose row it stands. */
function deadlines({plan}: Context): (goal: Goal) => boolean {
  const due = new Map<Goal, boolean>(measuresOf(plan).map(({measure, reading}) => [measure, !!reading.deadline]))
  return (goal) => due.get(goal) ?? false
}

const isMeasured = (goal: Goal): goal is Measure | Milestone => goal.type === 'milestone' || goal.type === 'measure'

function deadlineNote(goal: Goal): string {
  const dates = facets(goal, 'date')
  if (dates.length === 0) return 'No date is printed for it.'
  const said = dates.map(({value}) => `"${value}"`).join(' and ')
  return dates.every(({role, when}) => role === 'start' && when.kind === 'span')
    ? `It has a start (${said}) and no date by which it is due.`
    : `It is dated ${said}, which names no day by which it is due.`
}

/** Whether most other measures of the same top goal have a deadline: then a date was to be expected here. */
function siblingsDated(goal: Goal, measured: readonly Goal[], dated: readonly Goal[], {parentOf}: Context): boolean {
  const top = (each: Goal): Goal => {
    const above = parentOf.get(each)
    return above ? top(above) : each
  }
  const others = (list: readonly Goal[]) => list.filter((other) => other !== goal && top(other) === top(goal)).length
  return others(dated) > 0 && others(dated) >= datedShare * others(measured)
}

export const measureNoOwner: GapRule = {
  id: 'measure-no-owner',
  severity: 'medium',
  checks:
    'A milestone, measure or action for which nobody is named, in a plan that names somebody for others of the same kind. "TBC" names nobody.',
  doesNotCheck:
    'Measures that hang on an outcome with a lead, and actions whose steps have a person each: the steps are told.',
  example: 'A row whose "Responsible person" says TBC.',
  find: (context) => {
    const owned = new Map<string, number>()
    for (const goal of context.goals) if (namedLeads(goal) > 0) owned.set(goal.type, (owned.get(goal.type) ?? 0) + 1)
    return context.goals
      .filter((goal) => goal.type !== 'outcome' && (owned.get(goal.type) ?? 0) > 0 && !isOwned(goal, context))
      .filter((goal) => !below(goal, 'action', 'milestone', 'measure').some(({type}) => (owned.get(type) ?? 0) > 0))
      .map((goal) => ({
        ...aboutGoal(
          goal,
          context,
          facets(goal, 'lead').length > 0 ? `It says "${facets(goal, 'lead')[0]!.value}".` : 'Nobody is named for it.',
          0.9
        ),
        where: placeOf(goal, context)
      }))
  }
}

function namedLeads(goal: Goal): number {
  return facets(goal, 'lead').filter(({holder}) => holder !== 'unnamed').length
}

/** 'Same as above' stands for the person of the row above. */
const asAbove = /^(?:same )?as (?:above|before)$|^(?:ditto|["”]+)$/i

function rowAbove(goal: Goal, {parentOf}: Context): Goal | undefined {
  const rows = childrenOf(parentOf.get(goal) ?? goal).filter((each): each is Goal => isGoal(each))
  return rows[rows.indexOf(goal) - 1]
}

/** Named itself or by the row above it, through the goal above it, or (a priority) through what stands below it. */
function isOwned(goal: Goal, context: Context): boolean {
  if (namedLeads(goal) > 0) return true
  if (facets(goal, 'lead').some(({value}) => asAbove.test(value.trim()))) {
    const row = rowAbove(goal, context)
    if (row && isOwned(row, context)) return true
  }
  const above = context.parentOf.get(goal)
  if (above && above.type !== 'outcome' && namedLeads(above) > 0) return true
  return below(goal, 'action', 'measure', 'milestone').some((each) => namedLeads(each) > 0)
}
