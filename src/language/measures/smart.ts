/** Every measure of a plan with its parts and its SMART score; the same summed up by outcome and for the plan. */
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Lead, Measure, Milestone, PageSpan, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {goalsOf, walk} from '../../plan-tree/walk.ts'
import {planWords, stopWords, wordsIn} from '../stems.ts'
import {type MeasureParts, measureParts, needsBaseline, printedDeadline} from './parts.ts'

/**
 * What a measure says of itself, by the five marks of a good one (Doran, 1981: specific, measurable, assignable, realistic,
 * time-related), each taken as something that stands in the words or does not:
 * - `specific`: what is counted, in two words at least ('Plan' and '% rate' name nothing);
 * - `measurable`: the level to reach, or a thing that is done or not;
 * - `assignable`: who answers for it, itself or by the goal above it;
 * - `realistic`: the level to start from, beside which the target can be judged; a thing to be done starts from none;
 * - `timeRelated`: by when.
 * `score` is the number of marks, 0 to 5. It speaks of the words: a good measure may be badly written.
 */
export interface Smart {
  specific: boolean
  measurable: boolean
  assignable: boolean
  realistic: boolean
  timeRelated: boolean
  score: number
}

export const smartMarks = ['specific', 'measurable', 'assignable', 'realistic', 'timeRelated'] as const

/** A measure or milestone with all that its plan says of it. */
export interface MeasureReading extends MeasureParts {
  plan: string
  /** Unit id of the measure. */
  unit: string
  type: 'measure' | 'milestone'
  text: string
  /** Its own leads or, failing that, those of the nearest goal above that has any. */
  leads: string[]
  pages: PageSpan[]
  smart: Smart
}

/** The marks of all measures under an outcome (`unit` is its id) or in a plan (`unit` is null). */
export interface SmartSum {
  plan: string
  unit: string | null
  /** The outcome's title; the plan's. */
  text: string
  /** Measures and milestones below it. The marks are how many of them have each. */
  measures: number
  specific: number
  measurable: number
  assignable: number
  realistic: number
  timeRelated: number
  /** Mean score of its measures, 0 to 5, to two places; null where it has none. */
  score: number | null
}

export interface MeasureOf {
  measure: Measure | Milestone
  /** The goals above it, from the top down. */
  above: Goal[]
  reading: MeasureReading
}

/** By the tree, which an archive's plan lets go of when nobody looks at it; they are of the plan of that digest. */
const known = new WeakMap<Plan['children'], {digest: string; found: MeasureOf[]}>()

/** Every measure and milestone of the plan, in reading order; worked out once. */
export function measuresOf(plan: Plan): MeasureOf[] {
  const {children, digest} = plan
  const before = known.get(children)
  if (before?.digest === digest) return before.found
  const found: MeasureOf[] = []
  walk(plan, (measure, ancestors) => {
    if (measure.type !== 'measure' && measure.type !== 'milestone') return
    const above = ancestors.filter(isGoal)
    const parts = withDeadline(measureParts(measure), measure, above)
    const leads = leadsOf([...above, measure])
    const {id: unit, type, title: text, pages} = measure
    found.push({
      measure,
      above,
      reading: {
        plan: plan.digest,
        unit,
        type,
        text,
        ...parts,
        leads: leads.map(({value}) => value),
        pages: [...pages],
        smart: smartOf(measure, parts, leads)
      }
    })
  })
  known.set(children, {digest, found})
  return found
}

/** A measure in the row of an action is due when the action is, or when the last of its milestones is. */
function withDeadline(parts: MeasureParts, {type}: Measure | Milestone, above: readonly Goal[]): MeasureParts {
  const row = above.at(-1)
  if (parts.deadline || type !== 'measure' || row?.type !== 'action') return parts
  const steps = row.children.filter((child) => child.type === 'milestone')
  const deadline = printedDeadline(row) ?? steps.map(printedDeadline).findLast((due) => due !== undefined)
  return deadline ? {...parts, deadline} : parts
}

function leadsOf(path: readonly Goal[]): Lead[] {
  for (const goal of path.toReversed()) {
    const leads = (goal.children as PlanNode[]).filter((child): child is Lead => child.type === 'lead')
    if (leads.length > 0) return leads
  }
  return []
}

/** Words, none of them a stop word and not all of them words of every plan, from which a measure names what it counts. */
const fewestWords = 2

function smartOf(measure: Measure | Milestone, parts: MeasureParts, leads: readonly Lead[]): Smart {
  const content = wordsIn(parts.counted).filter(({low}) => !stopWords.has(low) && /\p{L}/u.test(low))
  const done = parts.counting === 'done'
  const marks = {
    specific: content.length >= fewestWords && content.some(({stem}) => !planWords.has(stem)),
    measurable: done || parts.target !== undefined,
    assignable: leads.some(({holder}) => holder !== 'unnamed'),
    realistic: done || (parts.target !== undefined && (parts.baseline !== undefined || !needsBaseline(measure))),
    timeRelated: parts.deadline !== undefined
  }
  return {...marks, score: smartMarks.filter((mark) => marks[mark]).length}
}

/** The plan's sum first, then one for each goal at the top that is no measure itself, in reading order. */
export function smartSums(plan: Plan): SmartSum[] {
  const all = measuresOf(plan)
  const tops = goalsOf(plan).filter(({id, type}) => !id.includes('/') && type !== 'measure' && type !== 'milestone')
  const sum = (unit: string | null, text: string, of: readonly MeasureOf[]): SmartSum => {
    const smart = of.map(({reading}) => reading.smart)
    const count = (mark: (typeof smartMarks)[number]) => smart.filter((each) => each[mark]).length
    const total = smart.reduce((whole, {score}) => whole + score, 0)
    return {
      plan: plan.digest,
      unit,
      text,
      measures: of.length,
      specific: count('specific'),
      measurable: count('measurable'),
      assignable: count('assignable'),
      realistic: count('realistic'),
      timeRelated: count('timeRelated'),
      score: of.length === 0 ? null : Math.round((total / of.length) * 100) / 100
    }
  }
  return [
    sum(null, plan.title, all),
    ...tops.map((top) =>
      sum(
        top.id,
        top.title,
        all.filter(({above}) => above[0] === top)
      )
    )
  ]
}
