/** Why a unit was read so: the rule that made it, how sure it was, and what else would have read it. */
import {childrenOf, isGoal} from '../plan-tree/guards.ts'
import type {Plan, PlanNode} from '../plan-tree/nodes.ts'
import {pagesInWords, walk, wordsOf} from '../plan-tree/walk.ts'
import {fold} from './words.ts'

export interface Explanation {
  /** Id of a goal; the node's type for what has none. */
  id: string
  type: PlanNode['type']
  text: string
  /** The recogniser, as in the list of `recognise.ts`. */
  rule: string
  /** 0 to 1. */
  confidence: number
  /** Recognisers that would have read the words too, surest first. */
  competed: string[]
  /** The goal or section that it stands in. */
  within: string | null
  pages: string
  children: number
}

/** The nodes with this id, or whose words hold the given ones, each with how it came about. In reading order. */
export function explain(plan: Plan, idOrWords: string): Explanation[] {
  const wanted = fold(idOrWords)
  const found: Explanation[] = []
  walk(plan, (node, ancestors) => {
    if (node.type === 'plan') return
    const named = isGoal(node) && node.id === idOrWords
    const holds = wanted.length > 2 && fold(wordsOf(node)).includes(wanted)
    if (named || holds) found.push(explanationOf(node, ancestors.at(-1)))
  })
  return found
}

function explanationOf(node: PlanNode, parent: PlanNode | undefined): Explanation {
  const {rule = 'unknown', confidence = 1, competed = []} = node.data ?? {}
  return {
    id: isGoal(node) ? node.id : node.type,
    type: node.type,
    text: wordsOf(node),
    rule,
    confidence,
    competed,
    within: parent && parent.type !== 'plan' ? wordsOf(parent) : null,
    pages: pagesInWords(node.pages),
    children: childrenOf(node).length
  }
}

/** One explanation in a sentence or two. */
export function explanationLine({id, text, rule, confidence, competed, within, pages}: Explanation): string {
  const where = [pages, within ? `in '${within}'` : ''].filter(Boolean).join(', ')
  const rivals = competed.length > 0 ? `; it beat ${competed.join(', ')}` : ''
  return `${id}: '${text}'${where ? ` (${where})` : ''}\n  made by ${rule}, confidence ${confidence.toFixed(2)}${rivals}`
}
