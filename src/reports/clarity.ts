/** How far a plan's goals can be followed up, counted from its tree: no judgement, only what is printed. */
import {firmnessOf} from '../language/firmness.ts'
import {type SmartSum, type smartMarks, smartSums} from '../language/measures/smart.ts'
import type {Goal, Lead, Plan, PlanNode} from '../plan-tree/nodes.ts'
import {goalsOf, walk} from '../plan-tree/walk.ts'
import {measureRows} from './figures.ts'

export interface Clarity {
  measures: {all: number; withTarget: number; withBaseline: number; withDeadline: number}
  /** Measures and milestones, and how many have each SMART mark. */
  smart: Pick<SmartSum, 'measures' | (typeof smartMarks)[number]>
  /** Of a plan without priorities its actions. */
  priorities: {all: number; withMeasure: number; withLead: number; underMeasure: number; underLead: number}
  leads: Record<Lead['holder'], number>
  firmness: {will: number; aim: number; explore: number}
}

export function clarityOf(plan: Plan): Clarity {
  const rows = measureRows(plan)
  const goals = goalsOf(plan)
  const level = goals.some(({type}) => type === 'priority') ? 'priority' : 'action'
  const priorities = goals.filter((goal) => goal.type === level)
  const promised = goals.filter(({type}) => type === 'outcome' || type === 'priority' || type === 'action')
  const leads = {body: 0, post: 0, person: 0, unnamed: 0}
  walk(plan, (node) => {
    if (node.type === 'lead') leads[node.holder] += 1
  })
  const firm = promised.map(({title}) => firmnessOf(title))
  const of = (name: string) => firm.filter((each) => each === name).length
  return {
    measures: {
      all: rows.length,
      withTarget: rows.filter((row) => row.target !== undefined).length,
      withBaseline: rows.filter((row) => row.baseline !== undefined).length,
      withDeadline: rows.filter((row) => row.deadline !== undefined).length
    },
    smart: smartSums(plan)[0]!,
    priorities: {
      all: priorities.length,
      withMeasure: priorities.filter((goal) => holds(goal, isMeasure)).length,
      withLead: priorities.filter((goal) => holds(goal, isNamedLead)).length,
      underMeasure: priorities.filter((goal) => within(plan, goal, isMeasure)).length,
      underLead: priorities.filter((goal) => within(plan, goal, isNamedLead)).length
    },
    leads,
    firmness: {will: of('will'), aim: of('aim'), explore: of('explore')}
  }
}

const isMeasure = ({type}: PlanNode): boolean => type === 'measure'
const isNamedLead = (node: PlanNode): boolean => node.type === 'lead' && node.holder !== 'unnamed'

/** Whether the goal holds such a node, or a goal above it has one of its own. */
function within(plan: Plan, goal: Goal, wanted: (node: PlanNode) => boolean): boolean {
  if (holds(goal, wanted)) return true
  const above = goalsOf(plan).filter(({id}) => goal.id.startsWith(`${id}/`))
  return above.some(({children}) => (children as PlanNode[]).some(wanted))
}

function holds(goal: Goal, wanted: (node: PlanNode) => boolean): boolean {
  let found = false
  walk(goal, (node) => {
    found ||= wanted(node)
  })
  return found
}
