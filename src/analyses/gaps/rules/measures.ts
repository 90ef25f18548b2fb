import type {Goal, Measure, PlanNode} from '../../../plan-tree/nodes.ts'
import {goalText} from '../closeness.ts'
import {aboutGoal, below, type Context, type Finding, facets, type GapRule, placeOf} from '../rule.ts'

/** Goals that a measure may speak to: priorities and actions. */
function isWork(goal: Goal): boolean {
  return goal.type === 'priority' || goal.type === 'action'
}

export const priorityNoMeasure: GapRule = {
  id: 'priority-no-measure',
  severity: 'medium',
  checks:
    'A priority or action without a measure: where measures hang on priorities, one that has none; where they hang on the outcome, one that none of them speaks to.',
  doesNotCheck: 'Whether the measure is a good one.',
  example: 'A year-one priority on school places under an outcome whose measures count grades.',
  find: (context) => context.tops.flatMap((top) => unmeasured(top, context))
}

function unmeasured(top: Goal, context: Context): Finding[] {
  const work = below(top, 'priority', 'action').filter((goal) => below(goal, 'priority', 'action').length === 0)
  const ownMeasures = work.filter((goal) => below(goal, 'measure', 'milestone').length > 0)
  if (ownMeasures.length > 0 || isWork(top))
    return work
      .filter((goal) => below(goal, 'measure', 'milestone').length === 0)
      .map((goal) =>
        aboutGoal(goal, context, 'The others of this outcome have a measure or milestone; this one has none.', 0.9)
      )
  const measures = (top.children as readonly PlanNode[]).filter((child): child is Measure => child.type === 'measure')
  if (measures.length === 0) return []
  const near = context.closeness.nearest(
    work.map(goalText),
    measures.map(({title}) => title)
  )
  return work.flatMap((goal, index) => {
    const nearest = near[index]
    if (!nearest || nearest.score >= context.closeness.enough.measures) return []
    const measure = measures[nearest.index]!
    return [
      {
        ...aboutGoal(
          goal,
          context,
          `No measure of this outcome was found to speak to this; the nearest is "${measure.title}".`,
          unsure(nearest.score)
        ),
        nearest: {plan: context.plan.digest, id: measure.id, text: measure.title, score: round(nearest.score)}
      }
    ]
  })
}

export const measureNoPriority: GapRule = {
  id: 'measure-no-priority',
  severity: 'low',
  checks: 'A measure of an outcome that none of its priorities speaks to.',
  doesNotCheck: 'Measures that hang on a priority or action.',
  example: 'Dental health is measured and no priority is about it.',
  find: (context) =>
    context.tops.flatMap((top) => {
      const work = below(top, 'priority', 'action')
      if (work.length === 0) return []
      const measures = (top.children as readonly PlanNode[]).filter(
        (child): child is Measure => child.type === 'measure'
      )
      const near = context.closeness.nearest(
        measures.map(({title}) => title),
        work.map(goalText)
      )
      return measures.flatMap((measure, index) => {
        const nearest = near[index]
        if (!nearest || nearest.score >= context.closeness.enough.priorities) return []
        const goal = work[nearest.index]!
        return [
          {
            ...aboutGoal(
              measure,
              context,
              `No priority of this outcome was found to speak to this; the nearest is "${goal.title}".`,
              unsure(nearest.score)
            ),
            nearest: {plan: context.plan.digest, id: goal.id, text: goal.title, score: round(nearest.score)}
          }
        ]
      })
    })
}

function unsure(score: number): number {
  return round(0.75 - score)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

export const measureNoTarget: GapRule = {
  id: 'measure-no-target',
  severity: 'medium',
  checks:
    'A measure that states no level to reach. A service standard ("within 20 weeks") says how fast, not how many, and is no target.',
  doesNotCheck: 'Milestones, which are done or not done by a date.',
  example: '"More babies born with a healthy weight": how many more is not said.',
  find: (context) =>
    context.goals
      .filter((goal) => goal.type === 'measure' && facets(goal, 'target').length === 0)
      .map((goal) => aboutGoal(goal, context, 'It states no level to reach.', 0.9))
}

export const measureNoBaseline: GapRule = {
  id: 'measure-no-baseline',
  severity: 'low',
  checks: 'A measure with a target and no figure to start from.',
  doesNotCheck: 'Measures without a target (they have that gap first), and milestones.',
  example: '"Increase by 25%", and nowhere from what.',
  find: (context) =>
    context.goals
      .filter(
        (goal) =>
          goal.type === 'measure' &&
          facets(goal, 'target').some(({quantity}) => quantity !== undefined) &&
          !facets(goal, 'statistic').some(({data}) => data?.baseline === true)
      )
      .map((goal) => aboutGoal(goal, context, 'It states a target and no figure to start from.', 0.8))
}

export const measureNoDeadline: GapRule = {
  id: 'measure-no-deadline',
  severity: 'medium',
  checks:
    'A milestone or measure without a date by which it is due, in a plan that dates others. "Ongoing" and "same as below" are no date.',
  doesNotCheck: 'Plans that date none of their measures.',
  example: 'A row whose review date is empty.',
  find: (context) => {
    const measured = context.goals.filter(({type}) => type === 'milestone' || type === 'measure')
    const dated = measured.filter(hasDeadline)
    if (dated.length === 0) return []
    const expected = dated.length >= datedShare * measured.length
    return measured
      .filter(
        (goal) => !hasDeadline(goal) && (goal.type === 'milestone' || expected || siblingsDated(goal, dated, context))
      )
      .map((goal) => aboutGoal(goal, context, deadlineNote(goal), 0.9))
  }
}

/** Share of a plan's measures with a date, from which a date is to be expected of every one. */
const datedShare = 0.5

function hasDeadline(goal: Goal): boolean {
  if (facets(goal, 'target').some(({by}) => by?.kind === 'span')) return true
  return facets(goal, 'date').some(
    ({role, when}) =>
      (role === 'due' || role === 'review') &&
      (when.kind === 'span' || when.kind === 'recurring' || when.kind === 'unread')
  )
}

function deadlineNote(goal: Goal): string {
  const dates = facets(goal, 'date').map(({value}) => `"${value}"`)
  return dates.length > 0
    ? `It is dated ${dates.join(' and ')}, which names no day by which it is due.`
    : 'No date is printed for it.'
}

/** Whether another measure of the same top goal has a deadline: then a date was to be expected here. */
function siblingsDated(goal: Goal, dated: readonly Goal[], {parentOf}: Context): boolean {
  const top = (each: Goal): Goal => {
    const above = parentOf.get(each)
    return above ? top(above) : each
  }
  return dated.some((other) => top(other) === top(goal))
}

export const measureNoOwner: GapRule = {
  id: 'measure-no-owner',
  severity: 'medium',
  checks:
    'A milestone, measure or action for which nobody is named, in a plan that names somebody for others of the same kind. "TBC" names nobody.',
  doesNotCheck: 'Measures that hang on an outcome with a lead.',
  example: 'A row whose "Responsible person" says TBC.',
  find: (context) => {
    const owned = new Map<string, number>()
    for (const goal of context.goals) if (namedLeads(goal) > 0) owned.set(goal.type, (owned.get(goal.type) ?? 0) + 1)
    return context.goals
      .filter((goal) => goal.type !== 'outcome' && (owned.get(goal.type) ?? 0) > 0 && !isOwned(goal, context))
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

/** Named itself, through the goal above it, or (a priority) through what stands below it. */
function isOwned(goal: Goal, {parentOf}: Context): boolean {
  if (namedLeads(goal) > 0) return true
  const above = parentOf.get(goal)
  if (above && above.type !== 'outcome' && namedLeads(above) > 0) return true
  return below(goal, 'action', 'measure', 'milestone').some((each) => namedLeads(each) > 0)
}

/** Words for a label that names a lack: 'not', 'un-', 'without' in what an abbreviation stands for. */
const negative = /\b(not|no|without|un\w+|never|absen\w*|exclu\w*|missing)\b/i
/** Labels of the sector that name a lack, whether the plan explains them or not. */
const negativeLabels = new Map([['NEET', 'not in education, employment or training']])

/** Things that no plan wants more of. */
const unwanted =
  /\b(?:re-?offend\w*|(?:first time )?entrants? to the youth justice|excluded|exclusions?|homeless\w*|come back to (?:social )?care|return(?:ing)? to (?:social )?care|re-?referr\w+|repeat (?:plans?|referrals?|child protection)|absen\w+|victims?|obes\w+|smokers?|tooth decay|admi(?:tted|ssions?) to hospital)\b/i
/** Words by which more of it is something good: help, fewer, an end to it. */
const mends =
  /\b(?:help\w*|support\w*|stop\w*|prevent\w*|avoid\w*|fewer|less|reduc\w*|after|advice|quit\w*|screen\w*|treat\w*|who are not|without)\b/i

export const measureContradiction: GapRule = {
  id: 'measure-contradiction',
  severity: 'medium',
  checks:
    'A measure that wants more of a thing and gives it, in brackets, a label that names its lack, or wants more of what no plan wants.',
  doesNotCheck: 'Contradictions between two measures.',
  example: '"More young people in education or work (NEET)".',
  find: (context) => {
    const meanings = new Map(negativeLabels)
    for (const child of context.plan.children)
      if (child.type === 'glossary')
        for (const {name, value} of child.children)
          if (negative.test(value.slice(0, 80)) && /^[A-Z&]{2,8}$/.test(name)) meanings.set(name, value)
    return context.goals.flatMap((goal) => {
      if (goal.type !== 'measure') return []
      const plain = goal.title.replace(/\([^)]*\)/g, '')
      const bad = goal.direction === 'more' && !mends.test(plain) ? unwanted.exec(plain)?.[0] : undefined
      if (bad) return [aboutGoal(goal, context, `It asks for more of what is not wanted: "${bad}".`, 0.7)]
      const label = /\(([A-Z&]{2,8})\)/.exec(goal.title)?.[1]
      const meaning = label ? meanings.get(label) : undefined
      const wantsMore = goal.direction === 'more' || /^(more|increase|higher|improved)\b/i.test(goal.title)
      if (!meaning || !wantsMore || negative.test(plain)) return []
      return [aboutGoal(goal, context, `It asks for more, and "${label}" means "${meaning}".`, 0.85)]
    })
  }
}

/** Two counts run together in one line: a second '%', 'Number of' or 'Reduction in' with no stop before it. */
const secondCount = /[a-z)] (%\s+(?:of|with|leaving)|Number of|Percentage of|Rate of)\b/

export const measureMismatch: GapRule = {
  id: 'measure-mismatch',
  severity: 'low',
  checks: 'Two measures printed as one.',
  doesNotCheck: 'Lists within one sentence.',
  example: '"% with three homes in a year % leaving through adoption".',
  find: (context) =>
    context.goals
      .filter((goal) => goal.type === 'measure' && secondCount.test(goal.title))
      .map((goal) => aboutGoal(goal, context, 'Two things are counted in one line without a stop between them.', 0.8))
}
