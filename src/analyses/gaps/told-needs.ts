import {isGoal} from '../../plan-tree/guards.ts'
import type {Passage, Plan, Section, Statistic} from '../../plan-tree/nodes.ts'
import {walk} from '../../plan-tree/walk.ts'

/** Words of a need: something is too high, too low, worse, more than elsewhere. */
const worse =
  /\b(worse|below (?:the )?(?:national|england|average)|higher than|lower than|high (?:rates?|levels?|numbers?)|rising|increas(?:e|ed|ing) in|significant gap|not in education|missing from|victims?|inequalit)/i

/** Longest line of a list of needs, in words. */
const longestLine = 15

export interface ToldNeed {
  node: Passage | Statistic
  section: Section
}

/**
 * What the needs assessment of a plan tells as a lack, with the section that tells it. Where a line leads into a list ('worse
 * than average:'), the needs are the lines of the list.
 */
export function toldNeeds(plan: Plan): ToldNeed[] {
  const told: ToldNeed[] = []
  walk(plan, (section, ancestors) => {
    if (section.type !== 'section' || section.role !== 'needs' || ancestors.some(isGoal)) return
    let listed = false
    for (const node of section.children) {
      if (node.type !== 'statistic' && node.type !== 'passage') listed = false
      else if (node.value.trim().endsWith(':')) listed = worse.test(node.value)
      else if (listed && isLine(node.value)) told.push({node, section})
      else {
        listed = false
        if (worse.test(node.value)) told.push({node, section})
      }
    }
  })
  return told
}

function isLine(words: string): boolean {
  return words.split(/\s+/).length <= longestLine && !/[.!?]$/.test(words.trim())
}
