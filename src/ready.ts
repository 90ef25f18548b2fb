/** Files that hold a finished plan tree, told by their first signs: a plan.json written earlier, and StratML. */
import {assertPlan} from './plan-tree/guards.ts'
import type {Plan, PlanSource} from './plan-tree/nodes.ts'
import {PlanError} from './problems.ts'
import {looksLikeStratml, readStratml} from './stratml/read.ts'

/** The plan that a text holds ready made; undefined when the text is to be read as a document. @throws {PlanError} damaged. */
export function readyPlan(text: string, source: Omit<PlanSource, 'format'>): Plan | undefined {
  if (looksLikeStratml(text)) return readStratml(text, {...source, format: 'stratml'})
  return looksLikePlan(text) ? planOf(text) : undefined
}

/** A JSON object that says of itself that it is a plan, near its beginning. */
function looksLikePlan(text: string): boolean {
  return /^\ufeff?\s{0,99}\{/.test(text) && /"type"\s{0,9}:\s{0,9}"plan"/.test(text)
}

function planOf(text: string): Plan {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
    assertPlan(value)
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new PlanError('damaged', `is a plan tree that cannot be used: ${reason.slice(0, 200)}`, {
      stage: 'source',
      cause
    })
  }
  return value
}
