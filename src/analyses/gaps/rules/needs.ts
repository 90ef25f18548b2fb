import {isGoal} from '../../../plan-tree/guards.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {goalText} from '../closeness.ts'
import type {Finding, GapRule} from '../rule.ts'

/** Words of a need: something is too high, too low, worse, more than elsewhere. */
const worse =
  /\b(worse|below (?:the )?(?:national|england|average)|higher than|lower than|high (?:rates?|levels?|numbers?)|rising|increas(?:e|ed|ing) in|significant gap|not in education|missing from|victims?|inequalit)/i

export const needNoAction: GapRule = {
  id: 'need-no-action',
  severity: 'medium',
  checks: 'A need that the needs assessment names and that no goal of the plan speaks to.',
  doesNotCheck: 'Needs told without a word of lack, and whether the action would meet the need.',
  example: '883 children missing from home, and no action about them.',
  find: ({plan, goals, closeness}) => {
    if (goals.length === 0) return []
    const texts = goals.map(goalText)
    const found: Finding[] = []
    walk(plan, (node, ancestors) => {
      if ((node.type !== 'statistic' && node.type !== 'passage') || ancestors.some(isGoal)) return
      const section = ancestors.findLast((each) => each.type === 'section')
      if (section?.type !== 'section' || section.role !== 'needs' || !worse.test(node.value)) return
      const best = closeness.nearest([node.value], texts)[0]
      if (!best || best.score >= closeness.enough.acts) return
      const goal = goals[best.index]!
      found.push({
        about: node,
        where: wordsOf(section),
        text: node.value,
        note: `No goal was found to act on it; the nearest is "${goal.title}".`,
        confidence: 0.5,
        pages: node.pages,
        nearest: {plan: plan.digest, id: goal.id, text: goal.title, score: Math.round(best.score * 100) / 100}
      })
    })
    return found
  }
}
