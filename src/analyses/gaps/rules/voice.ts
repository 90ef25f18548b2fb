import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Voice} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {below, type Context, type Finding, type GapRule, placeOf} from '../rule.ts'

/** Closeness under which no priority was found to answer an ask. */
export const answers = 0.17

/** One thing children asked for, with the goal of the same outcome, or of another, that comes nearest to it. */
export interface Ask {
  voice: Voice
  outcome: Goal | undefined
  here?: {goal: Goal; score: number}
  elsewhere?: {goal: Goal; score: number}
}

/** Every ask of a plan with its nearest answers: what the 'you said, we will' table is made of. */
export function asksOf(context: Context): Ask[] {
  const asks: Ask[] = []
  walk(context.plan, (node, ancestors) => {
    if (node.type !== 'voice') return
    const outcome = ancestors.find(isGoal)
    const own = outcome ? answerers(outcome) : []
    const others = context.tops.filter((top) => top !== outcome).flatMap(answerers)
    const here = nearest(node.value, own, context)
    const elsewhere = nearest(node.value, others, context)
    asks.push({voice: node, outcome, ...(here ? {here} : {}), ...(elsewhere ? {elsewhere} : {})})
  })
  return asks
}

function answerers(outcome: Goal): Goal[] {
  return [outcome, ...below(outcome, 'priority', 'action', 'milestone')]
}

function nearest(text: string, goals: readonly Goal[], {closeness}: Context): {goal: Goal; score: number} | undefined {
  const best = closeness.nearest(
    text,
    goals.map((goal) => `${goal.title} ${goal.detail ?? ''}`)
  )
  return best ? {goal: goals[best.index]!, score: best.score} : undefined
}

export const askUnanswered: GapRule = {
  id: 'ask-unanswered',
  severity: 'high',
  checks: 'Something children or young people asked for that no priority or action of the same outcome speaks to.',
  doesNotCheck: 'Whether the answer is what they meant.',
  example: '"Sexual health, rights and consent", and no priority names any of them.',
  find: (context) =>
    asksOf(context).flatMap(({voice, outcome, here, elsewhere}): Finding[] => {
      const best = outcome ? here : elsewhere
      if (best && best.score >= answers) return []
      const other = outcome && elsewhere && elsewhere.score >= answers ? elsewhere : undefined
      const note = other
        ? `No priority of this outcome was found to answer it; ${placeOf(other.goal, context)} may: "${other.goal.title}".`
        : `No priority was found to answer it${best ? `; the nearest is "${best.goal.title}"` : ''}.`
      const near = other ?? best
      return [
        {
          about: voice,
          where: outcome ? `${placeOf(outcome, context)} / voice` : 'Voice',
          text: voice.value,
          note,
          confidence: other ? 0.6 : 0.75,
          pages: voice.pages,
          ...(near
            ? {
                nearest: {
                  plan: context.plan.digest,
                  id: near.goal.id,
                  text: near.goal.title,
                  score: Math.round(near.score * 100) / 100
                }
              }
            : {})
        }
      ]
    })
}
