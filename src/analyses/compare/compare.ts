import {firmnessOf} from '../../language/firmness.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {goalsOf, walk, wordsOf} from '../../plan-tree/walk.ts'
import {coverageRank} from '../coverage-rank.ts'
import {planRef} from '../plan-ref.ts'
import type {CoverageCell, CoverageLevel, CoverageReport, Gap, PlanProfile, ThemeDifference} from '../types.ts'
import {readability} from './readability.ts'

/** What of a plan's promises is firm enough to be checked, and how it reads. Shares are counts over counts, never rounded. */
export function profileOf(plan: Plan, gaps: readonly Gap[]): PlanProfile {
  const goals = goalsOf(plan)
  const measures = goals.filter(({type}) => type === 'measure' || type === 'milestone')
  const asks = nodes(plan, 'voice').length
  const unanswered = gaps.filter((gap) => gap.plan === plan.digest && gap.rule === 'ask-unanswered').length
  const work = goals.filter(({type}) => type === 'priority' || type === 'action')
  const prose = proseOf(plan)
  const {words, grade} = readability(prose)
  return {
    plan: planRef(plan),
    goals: {
      outcome: count(goals, 'outcome'),
      priority: count(goals, 'priority'),
      action: count(goals, 'action'),
      measure: count(goals, 'measure'),
      milestone: count(goals, 'milestone')
    },
    quantified: {of: measures.length, are: measures.filter((goal) => holds(goal, 'target')).length},
    dated: {of: measures.length, are: measures.filter((goal) => isDated(goal)).length},
    led: {
      of: goals.length === 0 ? 0 : ledOf(goals).length,
      are: ledOf(goals).filter((goal) => hasNamedLead(goal)).length
    },
    answered: {of: asks, are: Math.max(0, asks - unanswered)},
    firm: {of: work.length, are: work.filter(({title}) => firmnessOf(title) === 'will').length},
    words,
    grade: Math.round(grade * 10) / 10
  }
}

function count(goals: readonly Goal[], type: Goal['type']): number {
  return goals.filter((goal) => goal.type === type).length
}

function nodes(plan: Plan, type: PlanNode['type']): PlanNode[] {
  const found: PlanNode[] = []
  walk(plan, (node) => {
    if (node.type === type) found.push(node)
  })
  return found
}

function holds(goal: Goal, type: string): boolean {
  return goal.children.some((child) => child.type === type)
}

function isDated(goal: Goal): boolean {
  return goal.children.some(
    (child) =>
      (child.type === 'date' && child.role !== 'start' && child.when.kind === 'span') ||
      (child.type === 'target' && child.by?.kind === 'span')
  )
}

/** The goals that a lead is to be looked for at: outcomes and actions. */
function ledOf(goals: readonly Goal[]): Goal[] {
  return goals.filter(({type}) => type === 'outcome' || type === 'action')
}

function hasNamedLead(goal: Goal): boolean {
  let found = false
  walk(goal, (node) => {
    if (node.type === 'lead' && node.holder !== 'unnamed') found = true
  })
  return found
}

function proseOf(plan: Plan): string[] {
  const prose: string[] = []
  walk(plan, (node) => {
    if (isGoal(node)) prose.push(`${node.title}${node.detail ? ` ${node.detail}` : ''}`)
    else if (node.type === 'rationale' || node.type === 'passage' || node.type === 'voice') prose.push(wordsOf(node))
  })
  return prose
}

/** Cells by plan and theme: what differences are looked up in, made once for all pairs of plans. */
export type CellIndex = ReadonlyMap<string, ReadonlyMap<string, CoverageCell>>

export function cellIndex({cells}: CoverageReport): CellIndex {
  const index = new Map<string, Map<string, CoverageCell>>()
  for (const cell of cells) {
    const own = index.get(cell.plan)
    if (own) own.set(cell.theme, cell)
    else index.set(cell.plan, new Map([[cell.theme, cell]]))
  }
  return index
}

/** Themes at which two plans differ by a goal: one promises something about it, the other at most mentions it. */
export function themeDifferences(
  coverage: CoverageReport,
  a: string,
  b: string,
  index: CellIndex = cellIndex(coverage)
): ThemeDifference[] {
  return coverage.themes.flatMap(({id, name}) => {
    const [x, y] = [index.get(a)?.get(id), index.get(b)?.get(id)]
    if (!x || !y) return []
    const goal = (level: CoverageLevel) => coverageRank[level] >= coverageRank.measure
    if (goal(x.level) === goal(y.level)) return []
    const [has, lacks] = goal(x.level) ? [x, y] : [y, x]
    return [{theme: id, name, only: has.plan, level: has.level, other: lacks.level, quote: has.quote, page: has.page}]
  })
}
