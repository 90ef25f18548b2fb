import type {Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {unitIds} from '../../plan-tree/units.ts'
import {findingId} from '../finding-id.ts'
import type {Gap} from '../types.ts'
import {type Closeness, wordCloseness} from './closeness.ts'
import {contextOf, type Finding, type GapRule, type Severity} from './rule.ts'
import {gapRules} from './rules/index.ts'

export interface GapOptions {
  /** Severity by rule id; 'off' leaves a rule out. */
  severity?: Readonly<Record<string, Severity | 'off'>>
  /** How near two texts are; by words when not given. */
  closeness?: Closeness
}

/**
 * The gaps of one plan by every rule, in the order of the rules and, within one, of the plan. Ids are stable: they come from
 * the rule, the place and the words, so that a reviewer's decisions carry over to the next version.
 */
export function findGaps(plan: Plan, options: GapOptions = {}): Gap[] {
  const closeness = options.closeness ?? wordCloseness(plan)
  const context = contextOf(plan, closeness)
  const ids = unitIds(plan)
  const taken = new Map<string, number>()
  return gapRules.flatMap((rule) => {
    const asked = options.severity?.[rule.id]
    if (asked === 'off') return []
    return rule
      .find(context)
      .map((finding) => gapOf(rule, asked ?? finding.severity ?? rule.severity, finding, plan, ids, taken))
  })
}

function gapOf(
  rule: GapRule,
  severity: Severity,
  finding: Finding,
  plan: Plan,
  ids: ReadonlyMap<PlanNode, string>,
  taken: Map<string, number>
): Gap {
  const {about, where, text, note, confidence, nearest} = finding
  return {
    id: findingId(taken, rule.id, where, text),
    rule: rule.id,
    plan: plan.digest,
    unit: about ? (ids.get(about) ?? null) : null,
    where,
    text,
    note,
    confidence: Math.max(0, Math.min(1, confidence)),
    severity,
    pages: [...(finding.pages ?? about?.pages ?? [])],
    ...(nearest ? {nearest} : {})
  }
}
