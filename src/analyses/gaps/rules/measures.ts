import {childrenOf, isGoal} from '../../../plan-tree/guards.ts'
import type {Goal} from '../../../plan-tree/nodes.ts'
import {aboutGoal, below, type Context, facets, type GapRule, placeOf} from '../rule.ts'

export const measureNoTarget: GapRule = {
  id: 'measure-no-target',
  severity: 'medium',
  checks:
    'A measure that states no level to reach. A service standard ("within 20 weeks") says how fast, not how many, and is no target.',
  doesNotCheck: 'Milestones, which are done or not done by a date.',
  example: '"More babies born with a healthy weight": how many more is not said.',
  find: (context) =>
    context.goals
      .filter((goal) => goal.type === 'measure' && !statesLevel(goal))
      .map((goal) => aboutGoal(goal, context, 'It states no level to reach.', isCount(goal) ? 0.9 : 0.6))
}

/** Words of a measure that can be more or less; 'a staff training plan' is there or not. */
const amount =
  /\b(?:more|fewer|less|better|improv\w*|increas\w*|reduc\w*|decreas\w*|rais\w*|lower|earlier|number|numbers|rates?|levels?|proportion|percentage|share|people|children|families|parents|pupils)\b|[%#]/i

function isCount(goal: Goal): boolean {
  return goal.type === 'measure' && (goal.direction === 'more' || goal.direction === 'fewer' || amount.test(goal.title))
}

/** 'Every town has …', 'No child …': all or none is a level as much as 90% is. */
const allOrNone = /^(?:all|every|each|no|none|nobody)\b/i
/** 'Forty new foster homes', 'at least sixty young people': a number of things, in words. */
const counted =
  /(?:^|\b(?:at least|at most|more than|fewer than|up to|to|by) )(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand))?|an? hundred|half)\b(?! (?:hours?|days?|weeks?|months?|years?|working|miles?|minutes?|times?)\b)/i
/** What says of whom or when, and not how many. */
const aside =
  /\b(?:within|after|before|by the age of|aged?|over|under|for|between)\b (?:[a-z]+[- ]){1,4}?(?:hours?|days?|weeks?|months?|years?|miles?|minutes?)?/gi

function statesLevel(goal: Goal): boolean {
  if (facets(goal, 'target').length > 0) return true
  return allOrNone.test(goal.title) || counted.test(goal.title.replace(aside, ' '))
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
          needsStart(goal) &&
          !hasStart(goal)
      )
      .map((goal) => aboutGoal(goal, context, 'It states a target and no figure to start from.', 0.8))
}

/** A share of something, or more or less of it: only beside what it was does the target say how much is to change. */
function needsStart(goal: Goal): boolean {
  return (
    facets(goal, 'target').some(
      ({quantity, value}) => quantity?.unit === '%' || /%|per cent|\bin (?:ten|\d)/i.test(value)
    ) || /\b(?:increas|reduc|decreas|improv|rise|rises|rising|fall|falls|more|fewer|less|grow|cut)/i.test(goal.title)
  )
}

/** 'compared with 54% in 2023', 'from 62%', 'up from 7'. */
const start = /\b(?:compared (?:with|to)|against|from(?: a baseline of)?|baseline(?: of)?:?) (?:[a-z]+ ){0,3}[£$]?\d/i

/** What stands in a column of figures where there is none. */
const notKnown =
  /\b(?:not (?:yet )?(?:known|available|measured|recorded|collected)|unknown|no (?:data|baseline|figure)|n\/?a|tb[cad]|to be \w+)\b|^\W*$/i

function hasStart(goal: Goal): boolean {
  return (
    facets(goal, 'statistic').some(({data, value}) => data?.baseline === true && !notKnown.test(value)) ||
    start.test(goal.title)
  )
}

export const measureNoDeadline: GapRule = {
  id: 'measure-no-deadline',
  severity: 'medium',
  checks:
    'A milestone or measure without a date by which it is due, in a plan or an outcome that dates half of the others and more. "Ongoing" and "same as below" are no date.',
  doesNotCheck: 'Plans that date few of their measures.',
  example: 'A row whose review date is empty.',
  find: (context) => {
    const measured = context.goals.filter(({type}) => type === 'milestone' || type === 'measure')
    const dated = measured.filter(hasDeadline)
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

/** Words that name an end without a date: the plan's own end, a run of months, every year. */
const endInWords =
  /\b(?:by|before|at) the end of (?:the|this|our) (?:plan|strategy|programme)\b|\b(?:with)?in the next \w+ (?:weeks|months|years)\b|\b(?:every|each) (?:year|quarter|month|week|term)\b|\b(?:annual|year|quarter|month|week|term)ly\b|\bbi-?monthly\b/i

function hasDeadline(goal: Goal): boolean {
  if (goal.type === 'measure' && endInWords.test(goal.title)) return true
  if (facets(goal, 'target').some(({by}) => by?.kind === 'span')) return true
  return facets(goal, 'date').some(
    ({role, when}) =>
      (role === 'due' || role === 'review') &&
      (when.kind === 'span' || when.kind === 'recurring' || when.kind === 'unread')
  )
}

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
