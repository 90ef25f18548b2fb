import {type Token, tokensOf} from '../../language/phrases.ts'
import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {wordsOf} from '../../plan-tree/walk.ts'
import type {CoverageLevel} from '../types.ts'

/** One stretch of a plan's words with the level at which a theme named in it is covered. */
export interface Spoken {
  level: CoverageLevel
  text: string
  tokens: Token[]
  unit: string | null
  pages: readonly PageSpan[]
}

const levelOf: Readonly<Record<Goal['type'], CoverageLevel>> = {
  outcome: 'outcome',
  priority: 'priority',
  action: 'priority',
  measure: 'measure',
  milestone: 'measure'
}

/** Everything a plan says, goals with their level, all else as mentions, in reading order. */
export function spokenBy(plan: Plan): Spoken[] {
  const spoken: Spoken[] = []
  const add = (level: CoverageLevel, text: string, unit: string | null, pages: readonly PageSpan[]) => {
    if (text) spoken.push({level, text, tokens: tokensOf(text), unit, pages})
  }
  const visit = (node: PlanNode, goal: Goal | null): void => {
    for (const child of childrenOf(node)) {
      if (isGoal(child)) {
        const level = levelOf[child.type]
        add(level, child.title, child.id, child.pages)
        if (child.detail) add(level === 'outcome' ? 'priority' : level, child.detail, child.id, child.pages)
      } else if (child.type === 'glossaryEntry') add('mention', `${child.name}: ${child.value}`, null, child.pages)
      else add('mention', wordsOf(child), goal?.id ?? null, child.pages)
      visit(child, isGoal(child) ? child : goal)
    }
  }
  visit(plan, null)
  return spoken
}
