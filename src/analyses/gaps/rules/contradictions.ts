import {measureParts} from '../../../language/measures/parts.ts'
import {aboutGoal, type GapRule} from '../rule.ts'

/** Words for a label that names a lack: 'not', 'un-', 'without' in what an abbreviation stands for. */
const negative = /\b(not|no|without|un\w+|never|absen\w*|exclu\w*|missing)\b/i
/** Labels of the sector that name a lack, whether the plan explains them or not. */
const negativeLabels = new Map([['NEET', 'not in education, employment or training']])

/** Things that no plan wants more of. */
const unwanted =
  /\b(?:re-?offend\w*|(?:first time )?entrants? to the youth justice|excluded|exclusions?|homeless\w*|come back to (?:social )?care|return(?:ing)? to (?:social )?care|re-?referr\w+|repeat (?:plans?|referrals?|child protection)|absen\w+|victims?|obes\w+|smokers?|tooth decay|admi(?:tted|ssions?) to hospital)\b/i
/** Words by which more of it is something good: help, fewer, an end to it. */
const mends =
  /\b(?:help\w*|support\w*|stop\w*|prevent\w*|avoid\w*|fewer|less|reduc\w*|after|advice|quit\w*|screen\w*|treat\w*|who are not|without)\b/i

export const measureContradiction: GapRule = {
  id: 'measure-contradiction',
  severity: 'medium',
  checks:
    'A measure that wants more of a thing and gives it, in brackets, a label that names its lack, or wants more of what no plan wants.',
  doesNotCheck: 'Contradictions between two measures.',
  example: '"More young people in education or work (NEET)".',
  find: (context) => {
    const meanings = new Map(negativeLabels)
    for (const child of context.plan.children)
      if (child.type === 'glossary')
        for (const {name, value} of child.children)
          if (negative.test(value.slice(0, 80)) && /^[A-Z&]{2,8}$/.test(name)) meanings.set(name, value)
    return context.goals.flatMap((goal) => {
      if (goal.type !== 'measure') return []
      const plain = goal.title.replace(/\([^)]*\)/g, '')
      const bad = goal.direction === 'more' && !mends.test(plain) ? unwanted.exec(plain)?.[0] : undefined
      if (bad) return [aboutGoal(goal, context, `It asks for more of what is not wanted: "${bad}".`, 0.7)]
      const label = /\(([A-Z&]{2,8})\)/.exec(goal.title)?.[1]
      const meaning = label ? meanings.get(label) : undefined
      const wantsMore = goal.direction === 'more' || /^(more|increase|higher|improved)\b/i.test(goal.title)
      if (!meaning || !wantsMore || negative.test(plain)) return []
      return [aboutGoal(goal, context, `It asks for more, and "${label}" means "${meaning}".`, 0.85)]
    })
  }
}

export const measureMismatch: GapRule = {
  id: 'measure-mismatch',
  severity: 'low',
  checks: 'Two measures printed as one.',
  doesNotCheck: 'Lists within one sentence.',
  example: '"% with three homes in a year % leaving through adoption".',
  find: (context) =>
    context.goals.flatMap((goal) => {
      const second = goal.type === 'measure' ? measureParts(goal).second : undefined
      const note = `Two things are counted in one line without a stop between them; the second is "${second}".`
      return second ? [aboutGoal(goal, context, note, 0.8)] : []
    })
}
