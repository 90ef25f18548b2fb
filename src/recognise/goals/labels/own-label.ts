/** Labels by a word of the plan's own: 'Phase 0: found the trust', 'Phase 1: grow'. */

import type {Opening} from '../openings.ts'

/** Fewest goals that one word numbers, and the share of them all that it must number. */
const [leastLabelled, shareLabelled] = [2, 0.6]

const labelled = /^(\p{Lu}\p{L}{2,20}) ((?:\d{1,2}|[A-Z]|[IVX]{1,4}))\s?[:.–—-]\s*(?=\p{L})/u

/** The openings, their titles without such a label where most of those at the top have one of the same word. */
export function withOwnLabels(openings: readonly Opening[]): Opening[] {
  const tops = openings.filter(({type}) => type === 'outcome')
  const words = tops.map(({title}) => labelled.exec(title)?.[1]).filter((word) => word !== undefined)
  const [word] = words
  if (words.length < Math.max(leastLabelled, tops.length * shareLabelled) || words.some((other) => other !== word))
    return [...openings]
  return openings.map((opening) => {
    const own = opening.label === undefined ? labelled.exec(opening.title) : null
    if (!own || own[1] !== word) return opening
    return {...opening, title: opening.title.slice(own[0].length), label: `${own[1]} ${own[2]}`, term: own[1]!}
  })
}
