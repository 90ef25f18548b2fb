import {isGoal} from '../../plan-tree/guards.ts'
import type {Comparison, Draft} from './comparison.ts'

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The number in a printed label: 'Pledge Four', '4.' and '4' are one; '1.10' and '1.1' are not. */
export function labelNumber(label: string): string {
  const last =
    label
      .trim()
      .toLowerCase()
      .replace(/[.:)\]]+$/, '')
      .split(/\s+/)
      .at(-1) ?? ''
  const word = numberWords.indexOf(last)
  return word >= 0 ? String(word) : last.replace(/^[([]/, '')
}

/** Goals whose printed number changed; where one draft prints none there is nothing to compare. */
export function renumberings({olds, news, goals}: Comparison): Draft[] {
  const oldAt = new Map(olds.filter(({part}) => part === 'title').map((each) => [each.node, each]))
  return news.flatMap((now): Draft[] => {
    const old = isGoal(now.node) && now.part === 'title' ? oldAt.get(goals.toOld.get(now.node)!) : undefined
    if (!old || !isGoal(old.node) || !isGoal(now.node)) return []
    const [from, to] = [old.node.label, now.node.label]
    if (!from || !to || labelNumber(from) === labelNumber(to)) return []
    return [
      {
        kind: 'renumbered',
        class: 'editorial',
        level: now.level,
        where: now.where,
        facets: [],
        before: {id: old.id, text: `${from} ${old.text}`, pages: old.pages, where: old.where},
        after: {id: now.id, text: `${to} ${now.text}`, pages: now.pages, where: now.where},
        words: [
          ['-', `${from} `],
          ['+', `${to} `],
          ['=', now.text]
        ],
        reason: `Number ${from} is now ${to}.`,
        order: [now.at, old.at]
      }
    ]
  })
}
