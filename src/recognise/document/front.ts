import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Blocks} from '../../blocks/types.ts'
import type {Position} from '../../plan-tree/nodes.ts'
import {afterCover, planNoun} from './words.ts'

/** A line of the cover. */
export interface FrontLine {
  text: string
  /** Heading depth 1 to 6; 7 for other lines. */
  depth: number
  /** Size in points, 0 where unknown. */
  size: number
  position?: Position
}

/** A cover has no more lines than this; longer fronts are no covers. */
const coverLines = 40

/** A paragraph of more words than this is body text and ends the cover. */
const coverWords = 30

/** The lines before the plan's body: headings and short paragraphs, at most a cover's worth. */
export function frontLines(blocks: Blocks): FrontLine[] {
  const lines: FrontLine[] = []
  let passed = 0
  for (const block of blocks.tree.children) {
    if (lines.length >= coverLines || passed > 3) break
    if (block.type !== 'heading' && block.type !== 'paragraph') {
      passed++
      continue
    }
    const words = plain(block)
    if (block.data?.contents !== undefined) continue
    if (afterCover.test(words) && lines.length > 0 && !planNoun.test(words)) {
      // Titles may be printed again after the contents, but a cover that has one needs no more.
      if (lines.some(({text}) => planNoun.test(text))) break
      passed++
      continue
    }
    if (words.split(/\s+/).length > coverWords) {
      passed++
      continue
    }
    lines.push(...linesOf(block))
  }
  return [...lines, ...runningHeads(blocks)]
}

/** A running head may be the only place that prints the title. */
function runningHeads(blocks: Blocks): FrontLine[] {
  const counts = new Map<string, number>()
  for (const {kind, text} of blocks.furniture)
    if (kind === 'head' || kind === 'foot' || kind === 'repeated') counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .filter(([text, count]) => count > 1 && planNoun.test(text) && text.length <= 150)
    .slice(0, 3)
    .map(([text]) => ({text, depth: 7, size: 0}))
}

function linesOf(block: RootContent & {children: PhrasingContent[]}): FrontLine[] {
  const depth = block.type === 'heading' ? block.depth : 7
  const whole = plain(block)
  const line: FrontLine = {
    text: whole.replaceAll('\n', ' '),
    depth,
    size: block.data?.size ?? 0,
    ...(block.position ? {position: block.position as Position} : {})
  }
  if (!whole.includes('\n')) return [line]
  return [line, ...whole.split('\n').map((text) => ({...line, text}))]
}

function plain(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : ''
}
