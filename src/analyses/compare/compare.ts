import {firmnessOf} from '../../language/firmness.ts'
import {measuresOf, smartSums} from '../../language/measures/smart.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan} from '../../plan-tree/nodes.ts'
import {goalsOf, walk, wordsOf} from '../../plan-tree/walk.ts'
import {coverageRank} from '../coverage-rank.ts'
import {planRef} from '../plan-ref.ts'
import type {CoverageCell, CoverageLevel, CoverageReport, Gap, PlanProfile, ThemeDifference} from '../types.ts'
import {readability} from './readability.ts'

/** Marks of five from which a measure is counted as one that can be followed up. */
const smartEnough = 4

/**
 * What of a plan's promises is firm enough to be checked, and how it reads. `asks` is how many things were asked for in it.
 * Shares are counts over counts, never rounded.
 */
export function profileOf(plan: Plan, gaps: readonly Gap[], asks: number): PlanProfile {
  const goals = goalsOf(plan)
  const measures = measuresOf(plan).map(({reading}) => reading)
  const unanswered = gaps.filter((gap) => gap.plan === plan.digest && gap.rule === 'ask-unanswered').length
  const work = goals.filter(({type}) => type === 'priority' || type === 'action')
  const prose = proseOf(plan)
  const meanScore = smartSums(plan)[0]!.score
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
    quantified: {of: measures.length, are: measures.filter(({target}) => target !== undefined).length},
    dated: {of: measures.length, are: measures.filter(({deadline}) => deadline !== undefined).length},
    led: {
      of: goals.length === 0 ? 0 : ledOf(goals).length,
      are: ledOf(goals).filter((goal) => hasNamedLead(goal)).length
    },
    smart: {of: measures.length, are: measures.filter(({smart}) => smart.score >= smartEnough).length},
    ...(meanScore === null ? {} : {meanSmart: meanScore}),
    answered: {of: asks, are: Math.max(0, asks - unanswered)},
    firm: {of: work.length, are: work.filter(({title}) => firmnessOf(title) === 'will').length},
    words,
    grade: Math.round(grade * 10) / 10
  }
}

function count(goals: readonly Goal[], type: Goal['type']): number {
  return goals.filter((goal) => goal.type === type).length
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
