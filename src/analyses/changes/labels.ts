import {isGoal} from '../../plan-tree/guards.ts'
import type {Comparison, Draft} from './comparison.ts'
import {samePrint} from './folding.ts'
import type {Statement} from './statements.ts'

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The number in a printed label: 'Pledge Four', '4.' and '4' are one; '1.10' and '1.1' are not. */
function labelNumber(label: string): string {
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

/** 'Appendix D - ', 'Annex 2: ' before a heading. */
const lettered =
  /^((?:appendix|annexe?|schedule|attachment) [\p{L}\p{N}]{1,3})\s{0,2}[-:.\u2013\u2014]?\s{1,3}(?=\p{L})/iu

/** Says how the letter or number before a heading changed, where nothing else of it did. */
export function relabelling(
  [old, ...more]: readonly Statement[],
  [now, ...others]: readonly Statement[]
): string | undefined {
  if (!old || !now || more.length + others.length > 0) return undefined
  const labels = [old, now].map(({print}) => lettered.exec(print))
  const [from, to] = labels
  if (!from || !to || from[1] === to[1]) return undefined
  if (!samePrint(old.print.slice(from[0].length), now.print.slice(to[0].length), true, false)) return undefined
  return `${from[1]} is now ${to[1]}.`
}
