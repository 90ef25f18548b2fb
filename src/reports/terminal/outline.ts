import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {pagesInWords, walk, wordsOf} from '../../plan-tree/walk.ts'
import {warningLines} from '../warnings.ts'

/** A plan as an indented list for people at a prompt: its facts, its goals with their pages, and where its words went. */
export function outlineOf(plan: Plan): string {
  const facts = [
    ['authority', plan.authority],
    ['publisher', plan.publisher],
    ['period', plan.period && `${plan.period.from}-${plan.period.to}`],
    ['status', plan.status],
    ['kind', plan.kind],
    ['source', `${plan.source.format}${plan.source.pages ? `, ${plan.source.pages} pages` : ''}`]
  ].filter(([, value]) => value)
  const lines = [plan.title, ...facts.map(([name, value]) => `  ${name}: ${value}`), '']
  for (const child of plan.children) outline(child, 0, lines)
  lines.push('', 'Where the words are', ...shares(plan))
  if (plan.warnings.length > 0)
    lines.push('', 'Read with doubt', ...warningLines(plan.warnings).map((line) => `  ${line}`))
  return `${lines.join('\n')}\n`
}

function outline(node: PlanNode, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth)
  if (node.type === 'section') lines.push(`${indent}[${node.role}] ${node.title || 'untitled'}`)
  else if (node.type === 'glossary') lines.push(`${indent}[glossary] ${node.children.length} entries`)
  else if (isGoal(node)) {
    lines.push(goalLine(node, indent))
    for (const child of childrenOf(node)) if (isGoal(child)) outline(child, depth + 1, lines)
  }
}

function goalLine(goal: Goal, indent: string): string {
  const page = pagesInWords(goal.pages)
  const leads = goal.children.filter((child) => child.type === 'lead').map((lead) => wordsOf(lead))
  const label = goal.label ? `${goal.label}: ` : ''
  return `${indent}${goal.type} ${label}${goal.title}${page ? ` (${page})` : ''}${leads.length > 0 ? ` [${leads.join('; ')}]` : ''}`
}

function shares(plan: Plan): string[] {
  const words = new Map<string, number>()
  walk(plan, (node) => {
    const detail = isGoal(node) ? node.detail : node.type === 'glossaryEntry' ? node.value : undefined
    const count = `${node.type === 'plan' ? '' : wordsOf(node)} ${detail ?? ''}`.split(/\s+/).filter(Boolean).length
    if (count > 0) words.set(node.type, (words.get(node.type) ?? 0) + count)
  })
  const all = [...words.values()].reduce((sum, count) => sum + count, 0)
  return [...words]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(
      ([type, count]) =>
        `  ${type.padEnd(14)} ${String(count).padStart(7)} words ${((100 * count) / all).toFixed(1).padStart(5)} %`
    )
}
