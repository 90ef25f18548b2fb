import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, Plan, PlanNode, Section} from '../../plan-tree/nodes.ts'
import {bareWords} from '../matching/profile.ts'
import {comparable} from './folding.ts'
import {whereOf} from './places.ts'
import {type Part, wordsIn, wordsToCompare} from './statement-words.ts'

/** The smallest words that are compared: a sentence of a passage or goal, a lead, a date, a term of the glossary. */
export interface Statement {
  /** Place in the tree's order, from 0. */
  at: number
  /** Where the node's words begin in the reading text; undefined where the tree does not say. */
  offset?: number
  /** Id of the goal, or the path of types and counts of any other node; names the node in its tree only. */
  id: string
  node: PlanNode
  part: Part
  text: string
  /** Words only, folded: two statements with one key say the same. */
  key: string
  /** The text without what only a conversion changes; differs where a reader would see a difference. */
  print: string
  /** Node type, or the section's role for words outside goals. */
  level: string
  where: string
  pages: PageSpan[]
  /** Nearest goal that the words belong to; for a goal's own words the goal itself. */
  goal: Goal | null
  /** Goals and sections around the node, from the outermost. */
  around: readonly PlanNode[]
  /** Folded words of the nearest goal or section around it: tells repeated words apart. */
  slot: string
}

/** Facets whose words usually stand in the goal's own words, too. */
const repeating = new Set(['date', 'target', 'statistic', 'reference', 'lead'])

/** The plan's words laid flat in reading order; what stands in a node's own words and again in a facet is told once. */
export function statementsOf(plan: Plan): Statement[] {
  const statements: Statement[] = []
  const counts = new Map<string, number>()
  const titleOf = foldedTitles()
  const visit = (node: PlanNode, around: readonly PlanNode[]): void => {
    const id = isGoal(node) ? node.id : node.type === 'plan' ? 'plan' : idOf(node, around, counts)
    for (const [part, text] of wordsIn(node)) {
      const said = statementOf(node, part, text, around)
      if (said)
        statements.push({at: statements.length, id, ...said, slot: `${slotType(node)}|${titleOf(around.at(-1))}`})
    }
    const below = isGoal(node) || node.type === 'section' || node.type === 'glossary' ? [...around, node] : around
    const children = childrenOf(node)
    const own = children.some(({type}) => repeating.has(type)) ? ownWords(node) : ''
    for (const child of children) if (!isRepeated(child, own)) visit(child, below)
  }
  visit(plan, [])
  return withoutCopies(statements)
}

function statementOf(
  node: PlanNode,
  part: Part,
  words: string,
  around: readonly PlanNode[]
): Omit<Statement, 'at' | 'id' | 'slot'> | undefined {
  const level = levelOf(node, around)
  const text = wordsToCompare(words, node, part, level)
  const key = bareWords(text)
  if (key === '') return undefined
  const offset = node.position?.start.offset
  return {
    node,
    part,
    text,
    key,
    print: comparable(text),
    level,
    where: whereOf(node, around, part),
    pages: node.pages,
    goal: isGoal(node) ? node : (around.findLast(isGoal) ?? null),
    around,
    ...(offset === undefined ? {} : {offset})
  }
}

const slotType = (node: PlanNode): string => `${node.type}${'where' in node ? node.where : ''}`

/** The folded titles of nodes, each worked out once: many statements stand under one node. */
function foldedTitles(): (node: PlanNode | undefined) => string {
  const known = new Map<PlanNode, string>()
  return (node) => {
    if (!node || !('title' in node)) return ''
    const title = known.get(node) ?? bareWords(node.title ?? '')
    known.set(node, title)
    return title
  }
}

/** The node's path of types, with its count among those of its type under the same goal. */
function idOf(node: PlanNode, around: readonly PlanNode[], counts: Map<string, number>): string {
  const goal = around.findLast(isGoal)
  const stem = `${goal ? `${goal.id}/` : ''}${node.type}`
  const count = (counts.get(stem) ?? 0) + 1
  counts.set(stem, count)
  return `${stem}-${count}`
}

function ownWords(node: PlanNode): string {
  const own = isGoal(node) ? [node.title, node.detail ?? ''] : 'title' in node ? [node.title ?? ''] : []
  const beside = childrenOf(node).flatMap((child) =>
    'value' in child && !repeating.has(child.type) ? [child.value] : []
  )
  return ` ${bareWords([...own, ...beside].join(' '))} `
}

function isRepeated(node: PlanNode, words: string): boolean {
  return repeating.has(node.type) && 'value' in node && words.includes(` ${bareWords(node.value)} `)
}

function levelOf(node: PlanNode, around: readonly PlanNode[]): string {
  const section = around.findLast((each): each is Section => each.type === 'section')
  if (node.type === 'section') return node.role
  return node.type === 'passage' && section && !around.some(isGoal) ? section.role : node.type
}

/** Longest run of cells that is looked at as the copy of another, in cells. */
const copiedMost = 40

/**
 * Cells of a table inside a cell, which some converters write three times over ('Record Name Born' | 'Name' 'Born' | 'Name'
 * 'Born'), told once: what stands before them keeps its own words.
 */
function withoutCopies(statements: Statement[]): Statement[] {
  const isCell = ({node, part}: Statement) => node.type === 'passage' && node.block === 'tableRow' && part === 'words'
  const kept: Statement[] = []
  for (let at = 0; at < statements.length; at += 1) {
    const whole = statements[at]!
    const length = isCell(whole) ? copyAfter(statements, at, isCell) : 0
    const copied = statements.slice(at + 1, at + 1 + length)
    const text = whole.text.slice(0, whole.text.length - copied.map((each) => each.text).join(' ').length).trimEnd()
    kept.push(length === 0 ? whole : {...whole, text, key: bareWords(text), print: comparable(text)}, ...copied)
    at += 2 * length
  }
  return kept.length === statements.length ? statements : kept.map((statement, at) => ({...statement, at}))
}

/** Number of cells after `at` that end its words and are said a second time right away; 0 where there are none. */
function copyAfter(statements: readonly Statement[], at: number, isCell: (cell: Statement) => boolean): number {
  let words = ''
  for (let length = 1; length <= copiedMost; length += 1) {
    const cell = statements[at + length]
    if (!cell || !isCell(cell)) return 0
    words = words === '' ? cell.text : `${words} ${cell.text}`
    const {text} = statements[at]!
    if (words.length >= text.length) return 0
    const again = statements.slice(at + length + 1, at + 2 * length + 1)
    const alike =
      again.length === length && again.every((each, k) => isCell(each) && each.key === statements[at + 1 + k]!.key)
    if (alike && text.endsWith(` ${words}`)) return length
  }
  return 0
}
