/** Outcomes that several tables name, one its measures and another its work: one outcome, with all of it. */
import type {Outcome, PlanNode, Restatement} from '../../plan-tree/nodes.ts'
import type {Reading} from '../reading.ts'
import {fold} from '../words.ts'

/** Hangs what a table holds under an outcome's name on the outcome that has this name already. */
export function settleOutcomesOfTables(reading: Reading): void {
  const first = new Map<string, Outcome>()
  reading.children = reading.children.filter((node) => {
    if (node.type !== 'outcome') return true
    const name = nameOf(node)
    const known = first.get(name)
    if (!known || !isOfTable(node) || node.detail !== undefined || (known.label && node.label !== known.label)) {
      if (!known) first.set(name, node)
      return true
    }
    const children: PlanNode[] = known.children
    children.push(saidAgain(node), ...node.children)
    if (node.label && !known.label) known.label = node.label
    return false
  })
}

/** 'Pay & Reward' and 'Pay and reward'. */
const nameOf = ({title}: Outcome): string => fold(title.replaceAll('&', ' and '))

const isOfTable = ({data}: Outcome): boolean => data?.rule?.startsWith('action-tables/') ?? false

function saidAgain({title, label, pages, position, data}: Outcome): Restatement {
  return {
    type: 'restatement',
    value: title,
    where: 'continued',
    of: 'outcome',
    ...(label ? {label} : {}),
    pages,
    ...(position ? {position} : {}),
    ...(data ? {data} : {})
  }
}
