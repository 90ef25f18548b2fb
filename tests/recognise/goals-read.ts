import {blocksOf} from '../../src/blocks/blocks.ts'
import {childrenOf, isGoal} from '../../src/plan-tree/guards.ts'
import type {PlanNode} from '../../src/plan-tree/nodes.ts'
import {recognise} from '../../src/recognise/recognise.ts'

/** The goals of a plan in Markdown, one a line and indented by their level. */
export function goalTitles(text: string): string[] {
  const blocks = blocksOf({kind: 'text', format: 'markdown', text, encoding: 'utf-8', warnings: []})
  const lines: string[] = []
  const show = (node: PlanNode, depth: number): void => {
    if (isGoal(node)) lines.push(`${'  '.repeat(depth)}${node.type}: ${node.title}`)
    for (const child of childrenOf(node)) show(child, isGoal(node) ? depth + 1 : depth)
  }
  for (const child of recognise(blocks, {source: {path: 'plan.md', format: 'markdown', digest: '0', pages: 0}})
    .children)
    show(child, 0)
  return lines
}
