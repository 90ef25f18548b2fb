import type {Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
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
    const severity = options.severity?.[rule.id] ?? rule.severity
    if (severity === 'off') return []
    return rule.find(context).map((finding) => gapOf(rule, severity, finding, plan, ids, taken))
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

/** Ids of goals as in the tree; of other nodes as `unitsOf` gives them. */
function unitIds(plan: Plan): Map<PlanNode, string> {
  const ids = new Map<PlanNode, string>()
  const counts = new Map<string, number>()
  walk(plan, (node, ancestors) => {
    if ('id' in node) ids.set(node, node.id)
    else if (node.type !== 'plan' && node.type !== 'section' && node.type !== 'glossary' && wordsOf(node)) {
      const goal = ancestors.findLast((each) => 'id' in each)
      const stem = `${goal && 'id' in goal ? `${goal.id}/` : ''}${node.type}`
      const count = (counts.get(stem) ?? 0) + 1
      counts.set(stem, count)
      ids.set(node, `${stem}-${count}`)
    }
  })
  return ids
}
