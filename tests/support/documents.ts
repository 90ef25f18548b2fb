/** Documents written in a test as plain text or Markdown, and read: to blocks, to a plan, or to short lines. */
import {blocksOf} from '../../src/blocks/blocks.ts'
import {fromText} from '../../src/blocks/text/from-text.ts'
import type {Blocks} from '../../src/blocks/types.ts'
import {childrenOf, isGoal} from '../../src/plan-tree/guards.ts'
import type {Facet, Plan, PlanNode} from '../../src/plan-tree/nodes.ts'
import {recognise} from '../../src/recognise/recognise.ts'
import {linesOfBlocks} from './block-lines.ts'
import {linesOfPlan} from './plan-lines.ts'

export function blocksOfText(text: string): Blocks {
  return fromText({kind: 'text', format: 'text', text, encoding: 'utf-8', warnings: []})
}

export function linesOfText(text: string): string[] {
  return linesOfBlocks(blocksOfText(text))
}

export function blocksOfMarkdown(text: string): Blocks {
  return blocksOf({kind: 'text', format: 'markdown', text, encoding: 'utf-8', warnings: []})
}

export function planOfMarkdown(text: string): Plan {
  return recognise(blocksOfMarkdown(text), {source: {path: 'plan.md', format: 'markdown', digest: '0', pages: 0}})
}

/** 'outcome: Dry quays', two spaces further in for each goal above it; below each goal its facets of the types named. */
export function goalTitles(text: string, facets: readonly Facet['type'][] = []): string[] {
  const lines: string[] = []
  const show = (node: PlanNode, depth: number): void => {
    const indent = '  '.repeat(depth)
    if (isGoal(node)) lines.push(`${indent}${node.type}: ${node.title}`)
    else if (depth > 0 && 'value' in node && facets.some((type) => type === node.type))
      lines.push(`${indent}${node.type}: ${node.value}`)
    for (const child of childrenOf(node)) show(child, isGoal(node) ? depth + 1 : depth)
  }
  for (const child of planOfMarkdown(text).children) show(child, 0)
  return lines
}

/** 'outcome [Goal 1] Dry quays': goals as the outline shows them, with labels, directions and details. */
export function goalLines(text: string): string[] {
  return linesOfPlan(planOfMarkdown(text)).filter((line) =>
    /^\s*(?:outcome|priority|action|milestone|measure)\b/.test(line)
  )
}
