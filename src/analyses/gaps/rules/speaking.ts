import {targetQuantity} from '../../../language/quantities.ts'
import type {Goal, Measure, PlanNode} from '../../../plan-tree/nodes.ts'
import {goalText, type Nearest} from '../closeness.ts'
import {ownWords, rareWords} from '../own-words.ts'
import {aboutGoal, below, type Context, type Finding, facets, type GapRule} from '../rule.ts'
import {termsOf} from '../terms.ts'

/** Whether what is promised is measured, and what is measured promised: rules that compare what goals speak of. */

/** For each goal the nearest of others: work is compared with its detail, a measure by its title. */
function nearestOf(goals: readonly Goal[], others: readonly Goal[], {closeness}: Context): (Nearest | undefined)[] {
  const words = (goal: Goal) => (isWork(goal) ? goalText(goal) : goal.title)
  return closeness.nearest(goals.map(words), others.map(words))
}

/** Goals that a measure may speak to: priorities and actions. */
function isWork(goal: Goal): boolean {
  return goal.type === 'priority' || goal.type === 'action'
}

/** Priorities and actions below which no other stands. */
function workOf(top: Goal): Goal[] {
  return below(top, 'priority', 'action').filter((goal) => below(goal, 'priority', 'action').length === 0)
}

function isMeasured(goal: Goal): boolean {
  return below(goal, 'measure', 'milestone').length > 0
}

/** 'in every parish': wherever it is to be, and so a level; 'every year' says only when. */
const everywhere =
  /\b(?:every|each) (?!(?:year|month|week|day|night|term|quarter|season|time|child|one|person)\b)[a-z]+/i

/** Whether work states how much of it there is to be ('600 homes by 2034'): it can be checked by its own words. */
function statesLevel(goal: Goal): boolean {
  return facets(goal, 'target').length > 0 || targetQuantity(goal.title) !== undefined || everywhere.test(goal.title)
}

export const priorityNoMeasure: GapRule = {
  id: 'priority-no-measure',
  severity: 'medium',
  checks:
    'A priority or action without a measure: where measures hang on goals of its kind, one that has none; where they hang on the outcome or on the actions beside it, one that none of them speaks to.',
  doesNotCheck: 'Whether the measure is a good one; goals that state their own level to reach ("600 homes by 2034").',
  example: 'A year-one priority on school places under an outcome whose measures count grades.',
  find: (context) => context.tops.flatMap((top) => unmeasured(top, context))
}

/**
 * A plan may state its priorities and then set out actions with measures: those measure the priorities too, where they speak
 * to them. A goal of a kind that has measures of its own is not measured by those of its neighbours.
 */
function unmeasured(top: Goal, context: Context): Finding[] {
  const work = workOf(top)
  return [...new Set(work.map(({type}) => type))].flatMap((kind) => {
    const same = work.filter(({type}) => type === kind)
    const owned = same.filter(isMeasured)
    const others = isWork(top) ? [] : measuresBeside(top, owned)
    const bare = same.filter((goal) => !isMeasured(goal) && !statesLevel(goal))
    if (others.length > 0) return unspokenTo(bare, others, context)
    if (owned.length === 0 && !isWork(top)) return []
    return bare.map((goal) =>
      aboutGoal(goal, context, 'The others of this outcome have a measure or milestone; this one has none.', 0.9)
    )
  })
}

/** Measures and milestones of an outcome that do not hang on some of its goals. */
function measuresBeside(top: Goal, owners: readonly Goal[]): Goal[] {
  const theirs = new Set(owners.flatMap((goal) => below(goal, 'measure', 'milestone')))
  return below(top, 'measure', 'milestone').filter((goal) => !theirs.has(goal))
}

function unspokenTo(work: readonly Goal[], measures: readonly Goal[], context: Context): Finding[] {
  const counted = new Set(measures.flatMap(({title}) => subjectsOf(title)))
  const near = nearestOf(work, measures, context)
  return work.flatMap((goal, index) => {
    const nearest = near[index]
    if (!nearest || nearest.score >= context.closeness.enough.measures) return []
    const about = subjectsOf(goal.title)
    if (about.some((term) => counted.has(term))) return []
    const measure = measures[nearest.index]!
    return [
      {
        ...aboutGoal(
          goal,
          context,
          `No measure of this outcome was found to speak to this; the nearest is "${measure.title}".`,
          unsure(nearest.score)
        ),
        nearest: nearestGoal(measure, nearest.score, context)
      }
    ]
  })
}

/** Priorities that say outright what is to change, and so what is to be counted. */
const changes = /^(?:to |we will )?(?:further |continue to )?(?:improv|increas|reduc|decreas|rais|lower|cut|shorten)/i

export const priorityMeasureMismatch: GapRule = {
  id: 'priority-measure-mismatch',
  severity: 'low',
  checks:
    'A priority that says what it will change, and measures of the same outcome that come near and count something broader or beside it.',
  doesNotCheck: 'Priorities to do or to write something, and subjects that the lexicon has no term for.',
  example: '"Improve maternal mental health", and the measure is of the mental health of parents.',
  find: (context) => context.tops.flatMap((top) => missed(top, context))
}

function missed(top: Goal, context: Context): Finding[] {
  const measures = measuresOf(top)
  const work = workOf(top).filter((goal) => changes.test(goal.title))
  if (measures.length === 0 || work.length === 0) return []
  const counted = new Set(measures.flatMap(({title}) => [...termsOf(title)]))
  const near = nearestOf(work, measures, context)
  return work.flatMap((goal, index) => {
    const nearest = near[index]
    if (!nearest || nearest.score < context.closeness.enough.measures) return []
    // A term of one word ('wellbeing') is too broad to be missed.
    const object = subjectsOf(goal.title).find((term) => term.includes(' '))
    if (object === undefined || counted.has(object)) return []
    const measure = measures[nearest.index]!
    return [
      {
        ...aboutGoal(
          goal,
          context,
          `No measure of this outcome names ${object}; the nearest is "${measure.title}".`,
          0.5
        ),
        nearest: nearestGoal(measure, nearest.score, context)
      }
    ]
  })
}

/** Terms that say how well or how soon, of whatever it may be. */
const aboutHow: ReadonlySet<string> = new Set(['within timescales', 'waiting times', 'good or outstanding'])

/** What a text is about, by the lexicon. */
function subjectsOf(text: string): string[] {
  return [...termsOf(text)].filter((term) => !aboutHow.has(term))
}

function measuresOf(top: Goal): Measure[] {
  return (top.children as readonly PlanNode[]).filter((child): child is Measure => child.type === 'measure')
}

export const measureNoPriority: GapRule = {
  id: 'measure-no-priority',
  severity: 'low',
  checks: 'A measure of an outcome whose subject no priority of the outcome speaks to, and none elsewhere in the plan.',
  doesNotCheck:
    'Measures that hang on a priority or action, and measures of no subject that the lexicon has a term for ("better services").',
  example: 'Dental health is measured and no priority is about it.',
  find: (context) => {
    const anywhere = context.tops.flatMap((top) => below(top, 'priority', 'action'))
    return context.tops.flatMap((top) => unasked(top, anywhere, context))
  }
}

/** Times the score that ties a measure to a priority of its own outcome, from which one elsewhere is taken to speak to it. */
const surer = 3

function unasked(top: Goal, anywhere: readonly Goal[], context: Context): Finding[] {
  const work = below(top, 'priority', 'action')
  const measures = measuresOf(top)
  if (work.length === 0 || measures.length === 0) return []
  const {priorities} = context.closeness.enough
  const near = nearestOf(measures, work, context)
  const here = new Set(work.flatMap((goal) => subjectsOf(goalText(goal))))
  const said = new Set(work.flatMap((goal) => ownWords(goalText(goal))))
  const open = measures.flatMap((measure, index) => {
    const subjects = subjectsOf(measure.title)
    const nearest = near[index]
    const shared =
      subjects.some((term) => here.has(term)) || rareWords(measure.title, context).some((stem) => said.has(stem))
    const spoken = !nearest || nearest.score >= priorities || shared
    return spoken || subjects.length === 0 ? [] : [{measure, nearest, subjects}]
  })
  if (open.length === 0) return []
  // Asked for these few alone: every measure against every goal of the plan takes longer than all other rules together.
  const far = nearestOf(
    open.map(({measure}) => measure),
    anywhere,
    context
  )
  return open.flatMap(({measure, nearest, subjects}, index) => {
    const other = far[index]
    const named = other && subjectsOf(goalText(anywhere[other.index]!)).some((term) => subjects.includes(term))
    if (other && named && other.score >= surer * priorities) return []
    const goal = work[nearest.index]!
    return [
      {
        ...aboutGoal(
          measure,
          context,
          `No priority of this outcome was found to speak to this; the nearest is "${goal.title}".`,
          unsure(nearest.score)
        ),
        nearest: nearestGoal(goal, nearest.score, context)
      }
    ]
  })
}

function nearestGoal({id, title}: Goal, score: number, {plan}: Context) {
  return {plan: plan.digest, id, text: title, score: round(score)}
}

function unsure(score: number): number {
  return round(0.75 - score)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
