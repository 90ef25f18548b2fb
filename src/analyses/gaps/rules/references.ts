import {isGoal} from '../../../plan-tree/guards.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {plainWords} from '../compare-words.ts'
import type {Context, Finding, GapRule} from '../rule.ts'

export const crossrefWrong: GapRule = {
  id: 'crossref-wrong',
  severity: 'low',
  checks:
    'An appendix or section named in the text that the contents do not have, or whose entry there speaks of something else.',
  doesNotCheck: 'References to other documents.',
  example: 'Area profiles "included as Appendix A", which the contents call the action plan.',
  find: (context) => [...wrongReferences(context), ...missingNumbers(context)]
}

function wrongReferences({plan}: Context): Finding[] {
  const listed = new Map<string, string>()
  walk(plan, (node, ancestors) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    if (!ancestors.some((each) => each.type === 'section' && each.role === 'contents')) return
    for (const [, letter, text] of node.value.matchAll(
      /(?:^|\s|[•–-])(?:appendix\s+)?([A-H])\s*[-–—:.]\s*([^\n•]{4,80}?)(?=\s+(?:appendix\s+)?[A-H]\s*[-–—:.]\s|[\n•]|$)/g
    ))
      if (letter && text) listed.set(letter.toUpperCase(), text.trim())
  })
  if (listed.size < 2) return []
  const found: Finding[] = []
  walk(plan, (node, ancestors) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    if (ancestors.some((each) => each.type === 'section' && each.role === 'contents')) return
    for (const sentence of node.value.split(/(?<=[.!?])\s+/)) {
      const letter = /\bappendix ([A-H])\b/i.exec(sentence)?.[1]?.toUpperCase()
      if (!letter) continue
      const section = ancestors.findLast((each) => each.type === 'section')
      const where = section ? wordsOf(section) : 'Plan'
      const finding = (note: string, confidence: number): Finding => ({
        about: node,
        where,
        text: sentence,
        note,
        confidence,
        pages: node.pages
      })
      const entry = listed.get(letter)
      if (!entry) found.push(finding(`The contents list no Appendix ${letter}.`, 0.85))
      else {
        const context = `${where} ${sentence}`
        const other = [...listed].find(
          ([key, text]) =>
            key !== letter && share(text, context) >= 0.6 && share(text, context) > share(entry, context) + 0.3
        )
        if (other)
          found.push(
            finding(`The contents call Appendix ${letter} "${entry}" and Appendix ${other[0]} "${other[1]}".`, 0.75)
          )
      }
    }
  })
  return found
}

/** 'Outcome 7' in a plan of six outcomes. */
function missingNumbers({plan, tops}: Context): Finding[] {
  const byTerm = new Map<string, number[]>()
  for (const {term, label} of tops) {
    const number = Number(/(\d{1,2})$/.exec(label ?? '')?.[1])
    if (number) byTerm.set(term.toLowerCase(), [...(byTerm.get(term.toLowerCase()) ?? []), number])
  }
  const found: Finding[] = []
  for (const [term, numbers] of byTerm) {
    if (numbers.length < 3 || !/^[a-z ]+$/.test(term)) continue
    const named = new RegExp(`\\b${term} (\\d{1,2})\\b`, 'i')
    walk(plan, (node, ancestors) => {
      if (node.type !== 'passage' && !isGoal(node)) return
      const words = node.type === 'passage' ? node.value : node.title
      const match = named.exec(words)
      if (!match || numbers.includes(Number(match[1]))) return
      const section = ancestors.findLast((each) => each.type === 'section')
      found.push({
        about: node,
        where: section ? wordsOf(section) : 'Plan',
        text: words,
        note: `There is no ${match[0]}: they are ${numbers.join(', ')}.`,
        confidence: 0.8,
        pages: node.pages
      })
    })
  }
  return found
}

/** Share of an entry's words of four letters and more that the context has, in any form. */
function share(entry: string, context: string): number {
  const words = plainWords(entry)
    .split(' ')
    .filter((word) => word.length > 3)
  const there = plainWords(context)
  return words.length === 0
    ? 0
    : words.filter((word) => there.includes(word.slice(0, Math.max(4, word.length - 2)))).length / words.length
}
