/** A plan with a reader's corrections carried out. */
import {withIds} from '../../plan-tree/build.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {answers, type Correction} from './corrections.ts'
import {splitGoal, takeIn} from './joined-and-split.ts'
import {dissolve, move} from './moved.ts'
import {find, isInside, mark, marked, replace} from './nodes-in-place.ts'

export interface Corrected {
  plan: Plan
  /** Corrections that found their words in this plan. */
  applied: Correction[]
  /** Corrections meant for this plan (or for any) whose words it does not print, or that cannot be carried out. */
  unapplied: {correction: Correction; reason: string}[]
}

/**
 * A plan with a reader's corrections carried out, in the order of the file. What each touched says so in `data.corrected`;
 * the words as printed are kept in `data.printed` where a title was changed. The given plan is left as it is. Corrections that
 * name another plan are passed over.
 */
export function correctedPlan(plan: Plan, corrections: readonly Correction[]): Corrected {
  const own = corrections.filter((correction) => isFor(correction, plan))
  if (own.length === 0) return {plan, applied: [], unapplied: []}
  let copy = structuredClone(plan)
  const result: Corrected = {plan, applied: [], unapplied: []}
  for (const correction of own) {
    // One that fails half-way must leave nothing behind.
    const before = correction.join || correction.split ? structuredClone(copy) : undefined
    const reason = apply(copy, correction)
    if (reason === undefined) result.applied.push(correction)
    else {
      if (before) copy = before
      result.unapplied.push({correction, reason})
    }
  }
  if (result.applied.length > 0) {
    const numbers = result.applied.map(({number}) => number).join(', ')
    result.plan = withIds({...copy, data: {...copy.data, corrected: `corrections ${numbers}`}})
  }
  return result
}

/**
 * Several plans with their corrections. A correction that no longer applies becomes a warning: on the plan that it names, else
 * on the first plan when no plan prints its words.
 * @param all these are all the plans that the corrections were written for, so that one that names none and fits none is stale.
 */
export function correctedPlans(
  plans: readonly Plan[],
  corrections: readonly Correction[],
  {all = true}: {all?: boolean} = {}
): Plan[] {
  if (corrections.length === 0) return [...plans]
  const results = plans.map((plan) => correctedPlan(plan, corrections))
  const done = new Set(results.flatMap(({applied}) => applied.map(({number}) => number)))
  const warned = new Set<number>()
  return results.map(({plan, unapplied}) => {
    const stale = unapplied.filter(({correction}) =>
      correction.plan === undefined ? all && !done.has(correction.number) && !warned.has(correction.number) : true
    )
    for (const {correction} of stale) warned.add(correction.number)
    if (stale.length === 0) return plan
    const warnings = stale.map(({correction, reason}) => ({
      ruleId: 'correction-unused',
      message: `correction ${correction.number} no longer applies: ${reason}`,
      place: `'${correction.quote.slice(0, 80)}'`
    }))
    return {...plan, warnings: [...plan.warnings, ...warnings]}
  })
}

function isFor({plan: words}: Correction, plan: Plan): boolean {
  return words === undefined || plan.digest.startsWith(words.toLowerCase()) || answers(plan.title, words) > 0
}

/** Carries out one correction in place; why it could not, in words. */
function apply(plan: Plan, correction: Correction): string | undefined {
  const found = find(plan, correction.quote, correction.within)
  if (!found) return 'its words are not in the plan'
  const {join, split, level, title, under, notAGoal} = correction
  let {node, parent} = found
  if (split) {
    if (!isGoal(node)) return 'only a goal can be split'
    const parts = splitGoal(node, split)
    if (!parts) return 'its parts do not stand in the words, in that order'
    replace(
      parent,
      node,
      parts.map((part) => marked(part, correction, 'split'))
    )
    node = parts[0]!
  }
  if (join) {
    if (!isGoal(node)) return 'only goals can be joined'
    for (const quote of join) {
      const other = find(plan, quote, correction.within, node)
      if (!other) return `'${quote.slice(0, 60)}' is not in the plan`
      if (isInside(other.node, node)) return `'${quote.slice(0, 60)}' is a goal above it`
      replace(other.parent, other.node, [])
      takeIn(node, other.node)
    }
    mark(node, correction, 'join')
  }
  if (notAGoal) {
    if (!isGoal(node)) return 'it is no goal already'
    dissolve(node, parent, correction)
    return undefined
  }
  if (level !== undefined || under !== undefined) {
    const moved = move(plan, node, parent, correction)
    if (typeof moved === 'string') return moved
    node = moved
  }
  if (title !== undefined) {
    if (!isGoal(node)) return 'only a goal has a title'
    mark(node, correction, 'title')
    node.data = {...node.data, printed: node.title}
    node.title = title
  }
  return undefined
}
