import type {Goal} from '../../../plan-tree/nodes.ts'
import {type StatedAsk, statedAsks} from '../asks.ts'
import {goalSentences, type Nearest} from '../closeness.ts'
import {ownWords, rareWords} from '../own-words.ts'
import {below, type Context, type Finding, type GapRule, placeOf} from '../rule.ts'

/** One thing children asked for, with the goal of the same outcome, or of another, that comes nearest to it. */
export interface Ask extends StatedAsk {
  here?: {goal: Goal; score: number}
  elsewhere?: {goal: Goal; score: number}
}

/** Every ask of a plan with its nearest answers: what the 'you said, we will' table is made of. */
export function asksOf(context: Context): Ask[] {
  const known = asksByCloseness.get(context.closeness)
  if (known?.plan === context.plan) return known.asks
  const asks = answered(context)
  asksByCloseness.set(context.closeness, {plan: context.plan, asks})
  return asks
}

/** A rule and the table of answers ask for the same; the comparing is done once. */
const asksByCloseness = new WeakMap<Context['closeness'], {plan: Context['plan']; asks: Ask[]}>()

function answered(context: Context): Ask[] {
  const stated = statedAsks(context.plan)
  if (stated.length === 0) return []
  const texts = stated.map(({text}) => text)
  const near = new Map(
    context.tops.map((top) => {
      const said = answerers(top).flatMap((goal) => goalSentences(goal).map((sentence) => ({goal, sentence})))
      const nearest = context.closeness.nearest(
        texts,
        said.map(({sentence}) => sentence)
      )
      const byWord = texts.map((text) => sharingWord(text, said, context))
      return [top, {goals: said.map(({goal}) => goal), nearest, byWord}] as const
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

/** What a plan will do; an outcome that stands alone answers by its title. */
function answerers(outcome: Goal): Goal[] {
  const work = below(outcome, 'priority', 'action', 'milestone')
  return work.length > 0 ? work : [outcome]
}

interface Answers {
  goals: Goal[]
  nearest: (Nearest | undefined)[]
  byWord: ({goal: Goal; score: number} | undefined)[]
}

function answerOf({goals, nearest, byWord}: Answers, index: number) {
  const found = nearest[index]
  const shared = byWord[index]
  if (shared && (!found || shared.score > found.score)) return shared
  return found ? {goal: goals[found.index]!, score: found.score} : undefined
}

/** Share of the score that answers an ask, from which a sentence that shares a rare word with it ('driving lessons') does. */
const withWord = 0.3

/** The goal that answers an ask by a word that few goals of the plan have, where their meanings do not stand far apart. */
function sharingWord(text: string, said: readonly {goal: Goal; sentence: string}[], context: Context) {
  const words = new Set(rareWords(text, context))
  const sharing = said.filter(({sentence}) => ownWords(sentence).some((stem) => words.has(stem)))
  const {closeness} = context
  const [best] = closeness.nearest(
    [text],
    sharing.map(({sentence}) => sentence)
  )
  if (!best || best.score < withWord * closeness.enough.answers) return undefined
  return {goal: sharing[best.index]!.goal, score: Math.max(best.score, closeness.enough.answers)}
}

/** Times the score that ties an ask to a priority of its own outcome, from which one of another outcome answers it. */
export const elsewhereTimes = 1.5
/** The same for a goal of another plan: among so many goals one comes near by chance. */
export const besideTimes = 2

export const askUnanswered: GapRule = {
  id: 'ask-unanswered',
  severity: 'high',
  checks: 'Something children or young people asked for that no priority or action of the same outcome speaks to.',
  doesNotCheck: 'Whether the answer is what they meant.',
  example: '"Sexual health, rights and consent", and no priority names any of them.',
  find: (context) => {
    const {answers} = context.closeness.enough
    const afar = answers * elsewhereTimes
    return asksOf(context).flatMap(({node, text, outcome, here, elsewhere}): Finding[] => {
      const best = outcome ? here : elsewhere
      if (context.tops.length === 0 || (best && best.score >= answers)) return []
      const other = outcome && elsewhere && elsewhere.score >= afar ? elsewhere : undefined
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
