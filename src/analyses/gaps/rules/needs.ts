import {wordsOf} from '../../../plan-tree/walk.ts'
import {goalText} from '../closeness.ts'
import type {Finding, GapRule} from '../rule.ts'
import {toldNeeds} from '../told-needs.ts'

export const needNoAction: GapRule = {
  id: 'need-no-action',
  severity: 'medium',
  checks: 'A need that the needs assessment names and that no goal of the plan speaks to.',
  doesNotCheck: 'Needs told without a word of lack, and whether the action would meet the need.',
  example: '883 children missing from home, and no action about them.',
  find: ({plan, goals, closeness}) => {
    if (goals.length === 0) return []
    const texts = goals.map(goalText)
    const told = toldNeeds(plan)
    if (told.length === 0) return []
    const near = closeness.nearest(
      told.map(({node}) => node.value),
      texts
    )
    return told.flatMap(({node, section}, index): Finding[] => {
      const best = near[index]
      if (!best || best.score >= closeness.enough.acts) return []
      const goal = goals[best.index]!
      return [
        {
          about: node,
          where: wordsOf(section),
          text: node.value,
          note: `No goal was found to act on it; the nearest is "${goal.title}".`,
          confidence: 0.5,
          pages: node.pages,
          nearest: {plan: plan.digest, id: goal.id, text: goal.title, score: Math.round(best.score * 100) / 100}
        }
      ]
    })
  }
}
