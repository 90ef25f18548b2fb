import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Lead} from '../../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {plainWords} from '../compare-words.ts'
import {
  aboutGoal,
  asOfAll,
  type Context,
  type Finding,
  type GapRule,
  lacksThroughout,
  placeOf,
  planFinding
} from '../rule.ts'

function unled({tops}: Context): {lacking: Goal[]; outcomes: number} {
  const outcomes = tops.filter(({type}) => type === 'outcome')
  return {lacking: outcomes.filter((goal) => !hasLead(goal)), outcomes: outcomes.length}
}

export const planNoLead: GapRule = {
  id: 'plan-no-lead',
  severity: 'medium',
  checks: 'A plan that names nobody for most of its outcomes: told once, of the plan.',
  doesNotCheck: 'Leads that are named in another document.',
  example: 'Four themes, twenty actions, and nobody who answers for any.',
  find: (context) => {
    const {lacking, outcomes} = unled(context)
    if (!lacksThroughout(lacking.length, outcomes)) return []
    return [{...planFinding(context, lacking, 'body or person to answer for it'), confidence: 0.8}]
  }
}

export const outcomeNoLead: GapRule = {
  id: 'outcome-no-lead',
  severity: 'medium',
  checks:
    'An outcome for which no body or person answers, neither itself nor through its priorities, actions and milestones.',
  doesNotCheck: 'Whether the lead named has the power to deliver it.',
  example: 'Six outcomes name a lead partnership and the seventh does not.',
  find: (context) => {
    const {lacking, outcomes} = unled(context)
    const found = lacking.map((goal) =>
      lacking.length === outcomes
        ? aboutGoal(goal, context, 'The plan names no body or person for any of its outcomes.', 0.6)
        : aboutGoal(goal, context, 'No body or person is named for it or for anything below it.', 0.9)
    )
    return lacksThroughout(lacking.length, outcomes) ? found.map(asOfAll) : found
  }
}

function hasLead(goal: Parameters<typeof walk>[0]): boolean {
  let found = false
  walk(goal, (node) => {
    if (node.type === 'lead') found = true
  })
  return found
}

/** Words that keep a place for a name. */
const keepsPlace =
  /\b(tbc|tba|tbd|to be (confirmed|agreed|appointed|decided|advised|determined)|vacant|vacancy|not yet (agreed|named|appointed))\b/i
/** A name that is announced to change. */
const willChange = /\b(name|title)\b[^.]{0,80}\b(will|is to|due to|soon)\b[^.]{0,30}\bchang/i

export const leadPlaceholder: GapRule = {
  id: 'lead-placeholder',
  severity: 'medium',
  checks: 'A lead that is TBC, vacant or about to be renamed.',
  doesNotCheck: 'A lead that is missing (outcome-no-lead, measure-no-owner).',
  example: '"Responsible: TBC".',
  find: (context) => {
    const found: Finding[] = []
    walk(context.plan, (node, ancestors) => {
      if (node.type !== 'lead') return
      const goal = ancestors.findLast(isGoal)
      const words = `${node.value} ${node.note ?? ''}`
      if (!keepsPlace.test(words) && !willChange.test(words)) return
      found.push({
        about: node,
        where: goal ? placeOf(goal, context) : 'Plan',
        text: willChange.test(node.note ?? '') ? node.note! : words.trim(),
        note: keepsPlace.test(words) ? 'The lead is not settled.' : 'The lead line itself announces another name.',
        confidence: 0.9
      })
    })
    return found
  }
}

/** A role in bold or before a dash, defined in running text: 'An officer outcome lead – this officer will …'. */
const role =
  /^(?:an?|one|the) ((?:[\w'’-]+ ){0,4}(?:lead|champion|sponsor|owner)(?: (?:officer|partnership|board))?)\b\s*(?:[–—-]|:|is\b|will\b|–)/i

export const leadNotNamed: GapRule = {
  id: 'lead-not-named',
  severity: 'medium',
  checks: 'A role that the plan says each outcome has, and that is filled nowhere in it.',
  doesNotCheck: 'Whether the same post is filled outside the plan.',
  example: '"An officer lead - this officer will …", and no outcome names its officer.',
  find: ({plan}) => {
    const leads: Lead[] = []
    walk(plan, (node) => {
      if (node.type === 'lead') leads.push(node)
    })
    const named = leads.map((lead) => plainWords(`${lead.term ?? ''} ${lead.value}`))
    const found: Finding[] = []
    walk(plan, (node, ancestors) => {
      if (node.type !== 'passage' || ancestors.some(isGoal)) return
      for (const sentence of node.value.split(/(?<=[.:!?])\s+/)) {
        const name = role.exec(sentence.trim())?.[1]
        if (!name || named.some((words) => words.includes(plainWords(name)))) continue
        const section = ancestors.findLast((each) => each.type === 'section')
        found.push({
          about: node,
          where: section ? wordsOf(section) : 'Plan',
          text: sentence.trim().split(/\s[–—-]\s/)[0]!,
          note: `The plan says that there is one and names nobody as ${name.toLowerCase()}.`,
          confidence: 0.8,
          pages: node.pages
        })
      }
    })
    return found
  }
}
