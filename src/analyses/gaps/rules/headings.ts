import {childrenOf} from '../../../plan-tree/guards.ts'
import type {PlanNode, Section} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {plainWords} from '../compare-words.ts'
import type {Finding, GapRule} from '../rule.ts'

/** Words of a heading; a longer one is a sentence set as a heading, and needs nothing under it. */
export const longestHeading = 12

export const headingDuplicated: GapRule = {
  id: 'heading-duplicated',
  severity: 'low',
  checks: 'A heading printed twice running, or a word doubled in the title.',
  doesNotCheck: 'Headings that come back on later pages ("- continued").',
  example: '"The Plan", and under it "The Plan".',
  find: ({plan}) => {
    const found: Finding[] = []
    let last: Section | undefined
    walk(plan, (node) => {
      if (node.type === 'section') {
        if (last && plainWords(last.title) === plainWords(node.title) && isBare(last, node))
          found.push({
            about: node,
            where: node.title,
            text: node.title,
            note: 'The same heading stands twice, one under the other.',
            confidence: 0.85,
            pages: node.pages
          })
        last = node
      }
    })
    for (const [first, second] of neighbours(plan)) {
      if (
        first.type !== 'passage' ||
        second.type !== 'passage' ||
        second.block === 'listItem' ||
        second.block === 'tableRow'
      )
        continue
      if (!/\p{L}{3}/u.test(second.value)) continue
      if (plainWords(first.value) !== plainWords(second.value) || second.value.split(/\s+/).length > longestHeading)
        continue
      found.push({
        about: second,
        where: second.value,
        text: second.value,
        note: 'The same line stands twice running.',
        confidence: 0.8,
        pages: second.pages
      })
    }
    const doubled = /\b(\p{L}{3,}) \1\b/iu.exec(plan.title)
    if (doubled)
      found.push({
        where: 'Title',
        text: plan.title,
        note: `"${doubled[1]}" is printed twice in the title.`,
        confidence: 0.8
      })
    return found
  }
}

/** Every two nodes that stand next to each other under one parent. */
function neighbours(plan: PlanNode): [PlanNode, PlanNode][] {
  const pairs: [PlanNode, PlanNode][] = []
  walk(plan, (node) => {
    const children = childrenOf(node)
    children.slice(1).forEach((child, index) => {
      pairs.push([children[index]!, child])
    })
  })
  return pairs
}

/** Nothing of its own stands between the two headings. */
function isBare(first: Section, second: Section): boolean {
  return first.children.length === 0 || first.children[0] === second
}
