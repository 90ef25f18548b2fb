/** Where in a plan words stand, as people say it. */
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../plan-tree/nodes.ts'
import {type Part, printedLabel} from './statement-words.ts'

const goalWords: Readonly<Record<string, string>> = {
  outcome: 'outcomes',
  priority: 'priorities',
  action: 'actions',
  measure: 'measures',
  milestone: 'milestones',
  voice: 'what was asked',
  rationale: 'why',
  lead: 'lead',
  date: 'dates',
  target: 'targets',
  statistic: 'figures',
  reference: 'references',
  passage: 'Text outside the sections'
}

/** 'Outcome 3 / measures', 'Introduction', 'Glossary / CAMHS'. */
export function whereOf(node: PlanNode, around: readonly PlanNode[], part: Part): string {
  if (node.type === 'plan') return 'Title'
  if (node.type === 'glossaryEntry') return `Glossary / ${node.name}`
  const top = [...around, node].find(isGoal)
  const path = [...around, node].flatMap((each) => {
    if (each.type === 'outcome' || (each === top && isGoal(each))) return [nameOf(each)]
    if (each.type === 'section') return [each.title || each.role]
    if (each.type === 'glossary') return ['Glossary']
    return []
  })
  if (node.type === 'restatement') return [...path, `${node.where}${node.label ? `, ${node.label}` : ''}`].join(' / ')
  const last = goalWords[node.type]
  if (node.type === 'outcome' || node === top) return `${path.join(' / ')}${part === 'title' ? ' / title' : ''}`
  if (!last || (node.type === 'passage' && path.length > 0)) return path.join(' / ') || 'Front matter'
  const goal = isGoal(node) ? node : around.findLast(isGoal)
  const label = goal && goal !== top && goal.type !== 'outcome' && goal.label ? ` ${goal.label}` : ''
  return [...path, `${last}${label}`].join(' / ')
}

/** A goal as people call it: 'Outcome 3', or its first words. */
export function nameOf(goal: Goal): string {
  const term = goal.term.charAt(0).toUpperCase() + goal.term.slice(1)
  if (goal.label) return /\p{L}{3,}/u.test(goal.label) ? goal.label : `${term || 'Outcome'} ${goal.label}`
  const label = printedLabel.exec(goal.title)
  if (label) return label[0].replace(/[\s:.–—-]+$/, '')
  const words = goal.title.split(' ')
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : goal.title
}
