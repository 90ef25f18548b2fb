import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Restatement} from '../../plan-tree/nodes.ts'
import {bareWords} from '../matching/profile.ts'
import type {Change} from '../types.ts'
import type {Comparison} from './comparison.ts'
import {capital, type Finding, quoted} from './consequence-words.ts'
import type {Statement} from './statements.ts'

/** Where the body and the places that say it again (contents, foreword, summary) went apart between the drafts. */
export function restatedElsewhere(changes: readonly Change[], comparison: Comparison): Finding[] {
  const {news} = comparison
  const byKey = Map.groupBy(
    news.filter(({node}) => node.type === 'restatement'),
    ({key}) => key
  )
  return changes.flatMap((change) => {
    if (change.level === 'restatement') return restatementOnly(change, comparison)
    const goal = ['outcome', 'priority', 'action', 'measure'].includes(change.level)
    if (!goal || !['reworded', 'removed', 'added'].includes(change.kind)) return []
    return bodyOnly(change, byKey, comparison)
  })
}

function bodyOnly(change: Change, byKey: ReadonlyMap<string, Statement[]>, comparison: Comparison): Finding[] {
  const found = (text: string): Finding[] => [
    {rule: 'body-changed-restatement-not', text, where: change.where, changes: [change.id]}
  ]
  if (change.kind === 'added')
    return isLeftOut(change, comparison)
      ? found(`${capital(change.level)} added, the summary does not have it: ${quoted(change.after!.text)}`)
      : []
  const old = comparison.olds.find(({id, part}) => id === change.before!.id && part === 'title')
  if (!old || !change.before!.text.startsWith(old.text)) return []
  const kept = byKey.get(old.key) ?? []
  const now = comparison.news.find(({id, part}) => id === change.after?.id && part === 'title')
  if (kept.length === 0 || now?.key === old.key) return []
  const places = [...new Set(kept.map(({node}) => (node as Restatement).where))].join(' and ')
  return change.kind === 'removed'
    ? found(
        `${capital(change.level)} removed, the ${places} still ${places.includes(' and ') ? 'have' : 'has'} it: ${quoted(old.text)}`
      )
    : found(`Body changed, ${places} not: ${quoted(old.text)}`)
}

/** A new goal that is not in a summary where most goals beside it are. */
function isLeftOut({after}: Change, {news}: Comparison): boolean {
  const own = news.find(({id, part}) => id === after!.id && part === 'title')
  if (!own || !isGoal(own.node)) return false
  const {node} = own
  const summaries = new Set(
    news.flatMap((each) => (each.node.type === 'restatement' && each.node.where === 'summary' ? [each.key] : []))
  )
  const parent = own.around.at(-1)
  const beside = news.filter(
    (each) =>
      each.part === 'title' && each.node !== node && each.node.type === node.type && each.around.at(-1) === parent
  )
  const told = beside.filter(({key}) => summaries.has(key)).length
  return told > beside.length / 2 && !summaries.has(own.key)
}

function restatementOnly(change: Change, {goals, olds, news}: Comparison): Finding[] {
  if (change.kind !== 'reworded') return []
  const now = news.find(({id}) => id === change.after!.id)
  const old = olds.find(({id}) => id === change.before!.id)
  if (!now || !old || now.node.type !== 'restatement') return []
  const parent = now.around.findLast(isGoal)
  const before = parent && goals.toOld.get(parent)
  if (!parent || !before) return []
  const titles = (goal: Goal): string[] => [goal, ...childrenOf(goal).filter(isGoal)].map(({title}) => bareWords(title))
  const [wasSaid, isSaid] = [titles(before).includes(old.key), titles(parent).includes(now.key)]
  if (!wasSaid || isSaid || !titles(parent).includes(old.key)) return []
  const text = `${capital(now.node.where)} changed, body not: ${quoted(now.text)}`
  return [{rule: 'restatement-changed-body-not', text, where: change.where, changes: [change.id]}]
}
