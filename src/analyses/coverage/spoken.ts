import {type Token, tokensOf} from '../../language/phrases.ts'
import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../plan-tree/walk.ts'
import {isStatedOutcome, isStatedPriority} from '../stated.ts'
import type {CoverageLevel} from '../types.ts'

/** One stretch of a plan's words with the level at which a theme named in it is covered. */
export interface Spoken {
  level: CoverageLevel
  text: string
  tokens: Token[]
  /** Terms of public services in the text; made when first asked for. */
  terms?: {say: string; start: number; end: number}[]
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

function statedLevel(node: PlanNode, section: PlanNode): CoverageLevel {
  return isStatedOutcome(node, section) ? 'outcome' : isStatedPriority(node, section) ? 'priority' : 'mention'
}

/** A plan that states its outcomes apart (in its vision) heads its action tables with what are priorities below them. */
function statesOutcomesApart(plan: Plan): boolean {
  let apart = false
  walk(plan, (node, ancestors) => {
    if (isStatedOutcome(node, ancestors.at(-1)) && !ancestors.some(isGoal) && !titledAlike(plan, node)) apart = true
  })
  return apart
}

function titledAlike(plan: Plan, node: PlanNode): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])
  const said = words(wordsOf(node))
  return plan.children.some((child) => {
    if (child.type !== 'outcome') return false
    const title = words(child.title)
    return 2 * said.intersection(title).size >= 0.5 * (said.size + title.size)
  })
}

/** Everything a plan says, goals with their level, all else as mentions, in reading order. */
export function spokenBy(plan: Plan): Spoken[] {
  const spoken: Spoken[] = []
  const aloft = statesOutcomesApart(plan)
  const add = (level: CoverageLevel, text: string, unit: string | null, pages: readonly PageSpan[]) => {
    if (text) spoken.push({level, text, tokens: tokensOf(text), unit, pages})
  }
  const goalLevel = (type: Goal['type']) => (aloft && type === 'outcome' ? 'priority' : levelOf[type])
  /** A goal said again is the goal's own words; all else that hangs on a goal only mentions. */
  const facetLevel = (node: PlanNode, goal: Goal): CoverageLevel =>
    node.type === 'restatement' ? goalLevel(node.of === 'priority' ? 'priority' : goal.type) : 'mention'
  const visit = (node: PlanNode, goal: Goal | null): void => {
    for (const child of childrenOf(node)) {
      if (isGoal(child)) {
        const level = goalLevel(child.type)
        add(level, child.title, child.id, child.pages)
        if (child.detail) add(level === 'outcome' ? 'priority' : level, child.detail, child.id, child.pages)
      } else if (child.type === 'glossaryEntry') add('mention', `${child.name}: ${child.value}`, null, child.pages)
      else add(goal ? facetLevel(child, goal) : statedLevel(child, node), wordsOf(child), goal?.id ?? null, child.pages)
      visit(child, isGoal(child) ? child : goal)
    }
  }
  visit(plan, null)
  return spoken
}
