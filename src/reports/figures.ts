/** Counts that several pages and tables print: made once, so that a figure is the same wherever it stands. */
import {type MeasureReading, measuresOf} from '../language/measures/smart.ts'
import {isGoal} from '../plan-tree/guards.ts'
import type {Goal, Lead, Measure, Plan, PlanNode} from '../plan-tree/nodes.ts'
import {goalsOf, walk, wordsOf} from '../plan-tree/walk.ts'

export interface PlanFigures {
  pages: number
  words: number
  outcomes: number
  priorities: number
  actions: number
  measures: number
  milestones: number
}

const known = new WeakMap<Plan, PlanFigures>()

export function figuresOf(plan: Plan): PlanFigures {
  const before = known.get(plan)
  if (before) return before
  const figures = counted(plan)
  known.set(plan, figures)
  return figures
}

/** Tells the figures of a plan that were counted before, so that its tree is not walked for them. */
export function knowFigures(plan: Plan, figures: PlanFigures): void {
  known.set(plan, figures)
}

/** Whether anything of a plan was found in the file. */
export function hasGoals(plan: Plan): boolean {
  const {outcomes, priorities, actions, measures, milestones} = figuresOf(plan)
  return outcomes + priorities + actions + measures + milestones > 0
}

function counted(plan: Plan): PlanFigures {
  const goals = goalsOf(plan)
  const of = (type: Goal['type']) => goals.filter((goal) => goal.type === type).length
  return {
    pages: plan.source.pages,
    words: kindShares(plan).reduce((sum, kind) => sum + kind.words, 0),
    outcomes: of('outcome'),
    priorities: of('priority'),
    actions: of('action'),
    measures: of('measure'),
    milestones: of('milestone')
  }
}

export interface KindShare {
  kind: string
  words: number
}

const kindOf: Readonly<Record<string, string>> = {
  outcome: 'Outcomes',
  priority: 'Priorities',
  action: 'Actions and milestones',
  milestone: 'Actions and milestones',
  measure: 'Measures and targets',
  target: 'Measures and targets',
  rationale: 'Why it matters',
  voice: 'What children and residents said',
  lead: 'Leads and dates',
  date: 'Leads and dates',
  statistic: 'Figures about now',
  achievement: 'Progress on earlier plans',
  reference: 'Other plans named',
  glossary: 'Glossary',
  glossaryEntry: 'Glossary',
  restatement: 'Said again elsewhere in the plan',
  section: 'Foreword, vision, governance and the like',
  passage: 'In no kind: kept, read by no rule'
}

/** How many words of the plan each kind of node holds, most first. A passage inside a section counts as the section's. */
export function kindShares(plan: Plan): KindShare[] {
  const words = new Map<string, number>()
  walk(plan, (node, ancestors) => {
    const inSection = ancestors.at(-1)?.type === 'section'
    const kind = kindOf[node.type === 'passage' && inSection ? 'section' : node.type]
    if (kind) words.set(kind, (words.get(kind) ?? 0) + wordCount(textOf(node)))
  })
  return [...words]
    .map(([kind, amount]) => ({kind, words: amount}))
    .filter((share) => share.words > 0)
    .sort((a, b) => b.words - a.words || (a.kind < b.kind ? -1 : 1))
}

function textOf(node: PlanNode): string {
  const detail = isGoal(node) ? node.detail : node.type === 'glossaryEntry' ? node.value : undefined
  return detail ? `${wordsOf(node)} ${detail}` : wordsOf(node)
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** A measure with what its plan says of it, and the goals above it from the outcome down. */
export interface MeasureRow {
  measure: Measure
  above: readonly Goal[]
  reading: MeasureReading
  baseline: string | undefined
  target: string | undefined
  deadline: string | undefined
  /** ISO day of the deadline's end, where it can be read. */
  deadlineDate: string | undefined
  leads: string[]
}

/** Every measure of the plan in reading order. A lead is its own or, failing that, of the nearest goal above that has one. */
export function measureRows(plan: Plan): MeasureRow[] {
  return measuresOf(plan).flatMap(({measure, above, reading}): MeasureRow[] =>
    measure.type !== 'measure'
      ? []
      : [
          {
            measure,
            above,
            reading,
            baseline: reading.baseline?.words,
            target: reading.target?.words,
            deadline: reading.deadline?.words,
            deadlineDate: reading.deadline?.date,
            leads: reading.leads
          }
        ]
  )
}

/** Leads that stand in the goal itself. */
export function directLeads(goal: Goal): Lead[] {
  return (goal.children as PlanNode[]).filter((child): child is Lead => child.type === 'lead')
}
