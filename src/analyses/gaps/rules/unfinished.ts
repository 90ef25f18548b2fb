import {isGoal} from '../../../plan-tree/guards.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import type {Finding, GapRule} from '../rule.ts'

/** Words that keep a place for text to come. */
const keepsPlace =
  /\b(tbc|tba|tbd|insert (text|date|name|figure|photo|here)|xx+|lorem ipsum)\b|\[(insert|add|date|name|tbc)[^\]]{0,60}\]|\?{3,}|(?:^|[([|:–-]\s*)to be (?:confirmed|inserted|added|completed|agreed)\b/i

export const placeholder: GapRule = {
  id: 'placeholder',
  severity: 'medium',
  checks: 'Words left standing for text to come: TBC, "insert", XX.',
  doesNotCheck: 'Leads (lead-placeholder).',
  example: '"[insert figure]".',
  find: ({plan}) => {
    const found: Finding[] = []
    walk(plan, (node, ancestors) => {
      if (node.type === 'plan' || node.type === 'lead') return
      const words = node.type === 'glossaryEntry' ? node.value : wordsOf(node)
      const match = keepsPlace.exec(words)
      if (!match) return
      const section = ancestors.findLast((each) => each.type === 'section' || isGoal(each))
      found.push({
        about: node,
        where: section ? wordsOf(section) : 'Plan',
        text: words,
        note: `"${match[0]}" keeps the place of words to come.`,
        confidence: 0.9,
        pages: node.pages
      })
    })
    return found
  }
}

/** Last words that no sentence ends on. */
const hangs = /(?:\b(?:a|an|the|and|or|of|to|for|with|in|on|by|from|that|which|who|our|their|is|are|as)|[,;–-])$/i

export const glossaryTruncated: GapRule = {
  id: 'glossary-truncated',
  severity: 'low',
  checks: 'A glossary entry whose meaning stops in the middle of a sentence or is missing.',
  doesNotCheck: 'Whether the meaning is right.',
  example: '"A plan that we will work to across the partnership to support children and".',
  find: ({plan}) =>
    plan.children.flatMap((glossary) =>
      glossary.type !== 'glossary'
        ? []
        : glossary.children.flatMap((entry): Finding[] => {
            const value = entry.value.trim()
            if (value !== '' && !hangs.test(value)) return []
            return [
              {
                about: entry,
                where: glossary.title ?? 'Glossary',
                text: value || entry.name,
                note: value
                  ? `The meaning of "${entry.name}" stops in the middle.`
                  : `"${entry.name}" has no meaning beside it.`,
                confidence: 0.9,
                pages: entry.pages
              }
            ]
          })
    )
}
