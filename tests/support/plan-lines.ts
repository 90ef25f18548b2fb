import {childrenOf, isGoal} from '../../src/plan-tree/guards.ts'
import type {Plan, PlanNode} from '../../src/plan-tree/nodes.ts'

/** A plan tree as lines that a person can check: goals with labels and details, facets, sections; passages only outside goals. */
export function linesOfPlan(plan: Plan): string[] {
  const lines = plan.warnings.map(({ruleId}) => `! ${ruleId}`)
  const show = (node: PlanNode, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${lineOf(node)}`)
    for (const child of childrenOf(node)) show(child, depth + 1)
  }
  for (const child of plan.children) show(child, 0)
  return lines
}

function lineOf(node: PlanNode): string {
  if (isGoal(node)) {
    const direction = node.type === 'measure' && node.direction !== 'unstated' ? ` (${node.direction})` : ''
    return `${node.type}${node.label ? ` [${node.label}]` : ''}${direction} ${node.title}${node.detail ? ` // ${node.detail}` : ''}`
  }
  switch (node.type) {
    case 'section':
      return `§ ${node.role}: ${node.title}`
    case 'glossary':
      return `glossary ${node.title ?? ''}`
    case 'glossaryEntry':
      return `${node.use} ${node.name} = ${node.value}`
    case 'restatement':
      return `restatement/${node.where} of ${node.of}${node.label ? ` [${node.label}]` : ''} ${node.value}`
    case 'lead':
      return `lead/${node.holder} ${node.value}${node.note ? ` ${node.note}` : ''}`
    case 'date':
      return `date/${node.role} ${node.value} = ${node.when.kind === 'span' ? `${node.when.from}..${node.when.to}` : node.when.kind}`
    case 'target':
    case 'statistic':
      return `${node.type} ${node.value}${node.quantity ? ` = ${node.quantity.bound} ${node.quantity.amount}${node.quantity.unit}` : ''}`
    default:
      return `${node.type} ${'value' in node ? node.value : ''}`
  }
}
