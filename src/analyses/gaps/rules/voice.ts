import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Passage, Plan, Voice} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {goalSentences, type Nearest, sentencesOf} from '../closeness.ts'
import {below, type Context, type Finding, type GapRule, placeOf} from '../rule.ts'

/** One thing children asked for, with the goal of the same outcome, or of another, that comes nearest to it. */
export interface Ask {
  node: Voice | Passage
  text: string
  outcome: Goal | undefined
  here?: {goal: Goal; score: number}
  elsewhere?: {goal: Goal; score: number}
}

/** Every ask of a plan with its nearest answers: what the 'you said, we will' table is made of. */
export function asksOf(context: Context): Ask[] {
  const stated = statedAsks(context.plan)
  const texts = stated.map(({text}) => text)
  const near = new Map(
    context.tops.map((top) => {
      const said = answerers(top).flatMap((goal) => goalSentences(goal).map((sentence) => ({goal, sentence})))
      const nearest = context.closeness.nearest(
        texts,
        said.map(({sentence}) => sentence)
      )
      return [top, {goals: said.map(({goal}) => goal), nearest}] as const
    })
  )
  return stated.map(({node, text, outcome}, index) => {
    const of = (top: Goal) => answerOf(near.get(top)!, index)
    const here = outcome ? of(outcome) : undefined
    const others = context.tops.filter((top) => top !== outcome).map(of)
    const elsewhere = others.reduce(
      (best, each) => (each && (!best || each.score > best.score) ? each : best),
      undefined
    )
    return {node, text, outcome, ...(here ? {here} : {}), ...(elsewhere ? {elsewhere} : {})}
  })
}

function answerers(outcome: Goal): Goal[] {
  return [outcome, ...below(outcome, 'priority', 'action', 'milestone')]
}

function answerOf({goals, nearest}: {goals: Goal[]; nearest: (Nearest | undefined)[]}, index: number) {
  const found = nearest[index]
  return found ? {goal: goals[found.index]!, score: found.score} : undefined
}

/** Longest list line of a voice section that is taken for an ask, in words: longer ones tell how children were heard. */
const longestAsk = 16
/** A sentence that tells what children or young people want. */
const wants =
  /\b(?:children|young people|they|pupils|care leavers|parents|families|residents)\b[^.]{0,60}\b(?:would like|want(?:ed)?|asked (?:for|us|to)|wish(?:ed)?|need more|should have)\b/i

/** Asks that recognisers found, and what stands as a list or as a wish in the sections where children speak. */
function statedAsks(plan: Plan): {node: Voice | Passage; text: string; outcome: Goal | undefined}[] {
  const asks: {node: Voice | Passage; text: string; outcome: Goal | undefined}[] = []
  walk(plan, (node, ancestors) => {
    if (node.type === 'voice') asks.push({node, text: node.value, outcome: ancestors.find(isGoal)})
    const section = ancestors.findLast((each) => each.type === 'section')
    if (node.type !== 'passage' || section?.type !== 'section' || section.role !== 'voice') return
    const short = node.block === 'listItem' && node.value.split(/\s+/).length <= longestAsk
    for (const text of short ? [node.value] : sentencesOf(node.value).filter((sentence) => wants.test(sentence)))
      asks.push({node, text, outcome: undefined})
  })
  return asks
}

export const askUnanswered: GapRule = {
  id: 'ask-unanswered',
  severity: 'high',
  checks: 'Something children or young people asked for that no priority or action of the same outcome speaks to.',
  doesNotCheck: 'Whether the answer is what they meant.',
  example: '"Sexual health, rights and consent", and no priority names any of them.',
  find: (context) => {
    const {answers} = context.closeness.enough
    return asksOf(context).flatMap(({node, text, outcome, here, elsewhere}): Finding[] => {
      const best = outcome ? here : elsewhere
      if (context.tops.length === 0 || (best && best.score >= answers)) return []
      const other = outcome && elsewhere && elsewhere.score >= answers ? elsewhere : undefined
      const note = other
        ? `No priority of this outcome was found to answer it; ${placeOf(other.goal, context)} may: "${other.goal.title}".`
        : `No priority was found to answer it${best ? `; the nearest is "${best.goal.title}"` : ''}.`
      const near = other ?? best
      return [
        {
          about: node,
          where: outcome ? `${placeOf(outcome, context)} / voice` : 'Voice',
          text,
          note,
          confidence: other ? 0.5 : outcome ? 0.6 : 0.45,
          pages: node.pages,
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
}
