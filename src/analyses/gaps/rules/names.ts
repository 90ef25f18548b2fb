import {abbreviationsIn} from '../../../language/abbreviations.ts'
import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {goalText} from '../closeness.ts'
import {type Context, type Finding, type GapRule, placeOf} from '../rule.ts'

/** Names and short forms: rules that look at how the plan spells what it speaks of. */

/** Words that end the name of a body, a plan or a service. */
const headNoun =
  'Board|Partnership|Committee|Group|Forum|Panel|Council|Trust|Alliance|Team|Service|Strategy|Framework|Policy|Programme|Charter'
const named = new RegExp(
  `\\p{Lu}[\\p{L}\\p{N}’'&-]*(?: (?:(?:and|of|for|the|in|&|on) )?\\p{Lu}[\\p{L}\\p{N}’'&-]*){0,6} (?:${headNoun})\\b`,
  'gu'
)

interface Named {
  name: string
  words: string[]
  node: PlanNode
  where: string
  count: number
}

export const nameInconsistent: GapRule = {
  id: 'name-inconsistent',
  severity: 'low',
  checks:
    'The name of a body, strategy or service that is spelled in two ways, or once with a word within it that it lacks elsewhere.',
  doesNotCheck: 'Case, short forms in capitals, and a place or body before the name.',
  example: '"Early Help Board" in a priority and "Early Help Together Board" in the lead line.',
  find: (context) => {
    const names = namesIn(context)
    return names.flatMap((one, index) =>
      names.slice(index + 1).flatMap((other) => {
        const confidence = likeness(one, other)
        if (confidence === 0) return []
        const [rare, usual] = one.count < other.count ? [one, other] : [other, one]
        return [
          {
            about: rare.node,
            where: rare.where,
            text: rare.name,
            note: `Elsewhere it is "${usual.name}"${usual.count > 1 ? ` (${usual.count} times)` : ''}, in ${usual.where}.`,
            confidence,
            pages: rare.node.pages
          }
        ]
      })
    )
  }
}

/** Longest text that names are looked for in, in characters: a page of prose is less. */
const longestText = 6000

function namesIn(context: Context): Named[] {
  const found = new Map<string, Named>()
  walk(context.plan, (node, ancestors) => {
    if (node.type === 'plan' || ancestors.some((each) => each.type === 'section' && each.role === 'contents')) return
    const text = textOf(node).slice(0, longestText)
    for (const [printed] of text.matchAll(named)) {
      const name = printed.replace(/^.* the |^(?:The|Our|This|Each|A|An|New) /, '').replaceAll('’', "'")
      const words = name.split(' ')
      if (words.length < 3) continue
      const known = found.get(name)
      if (known) known.count += 1
      else found.set(name, {name, words, node, where: whereOf(node, ancestors, context), count: 1})
    }
  })
  return [...found.values()]
}

/** How sure it is that two names are meant for one thing; 0 where they are not. */
function likeness(one: Named, other: Named): number {
  const [a, b] = [one.words.map(spelling), other.words.map(spelling)]
  if (a.join(' ') === b.join(' ')) return one.name.toLowerCase() === other.name.toLowerCase() ? 0 : 0.6
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length !== short.length + 1) return 0
  const gap = long.findIndex((word, index) => word !== short[index])
  const inside = gap > 0 && gap < long.length - 1
  // 'of', 'and' and the like are told apart by readers no more than by us.
  return inside && long[gap]!.length > 3 && short.slice(gap).every((word, at) => word === long[gap + 1 + at]) ? 0.55 : 0
}

/** A word without what spellings differ in: apostrophes, hyphens, case. */
function spelling(word: string): string {
  return word.toLowerCase().replace(/['’-]/g, '').replace(/^&$/, 'and')
}

function textOf(node: PlanNode): string {
  if (node.type === 'glossaryEntry') return `${node.name}: ${node.value}`
  return isGoal(node) ? goalText(node) : wordsOf(node)
}

function whereOf(node: PlanNode, ancestors: readonly PlanNode[], context: Context): string {
  const goal = isGoal(node) ? node : ancestors.findLast(isGoal)
  if (goal) return placeOf(goal, context)
  const section = ancestors.findLast((each) => each.type === 'section' || each.type === 'glossary')
  return (section && wordsOf(section)) || 'Plan'
}

/** Short forms that every reader of a plan knows. */
const wellKnown: ReadonlySet<string> = new Set(
  'UK EU UN US USA NHS GP GPs PE IT TV HIV MP MPs VAT PDF ID CEO PC DVD OK AM PM BBC A&E AE Q&A GCSE GCSEs BSL COVID RE FAQ HR ICT DIY LED CCTV USB GPS DNA STEM EV EVs SMS WiFi URL API APIs HGV MOT II III IV VI VII VIII IX XI'.split(
    ' '
  )
)
/** Short forms that keep a place; another rule tells them. */
const keepsPlace = /^(?:TB[CAD]|XX+)$/

export const abbreviationUnexplained: GapRule = {
  id: 'abbreviation-unexplained',
  severity: 'low',
  checks: 'A short form of two or three capitals in a goal that neither the text nor the glossary explains.',
  doesNotCheck: 'Short forms that most people know (NHS, GCSE), and longer ones, which are often names.',
  example: '"CP plans reviewed on time", and nothing says what CP is.',
  find: (context) => {
    const explained = explainedIn(context.plan)
    const told = new Set<string>()
    return context.goals.flatMap((goal) =>
      [...printedWords(goal).matchAll(/(?<![\p{L}\p{N}&/-])\p{Lu}{2,3}(?=s?(?![\p{L}\p{N}&/-]|\.\p{L}))/gu)].flatMap(
        ([short]): Finding[] => {
          if (told.has(short) || explained.has(short) || wellKnown.has(short) || keepsPlace.test(short)) return []
          told.add(short)
          return [unexplained(goal, short, context)]
        }
      )
    )
  }
}

/** A goal's words; none of a title set in capitals throughout, in which every word looks like a short form. */
function printedWords(goal: Goal): string {
  return [goal.title, goal.detail ?? ''].filter((text) => /\p{Ll}/u.test(text)).join(' ')
}

function unexplained(goal: Goal, short: string, context: Context): Finding {
  return {
    about: goal,
    where: placeOf(goal, context),
    text: goal.title.includes(short) ? goal.title : goalText(goal),
    note: `"${short}" is explained nowhere in the plan.`,
    confidence: 0.65
  }
}

/** Short forms with their long form beside them, or an entry in the glossary. */
function explainedIn(plan: Plan): Set<string> {
  const texts: string[] = []
  const entries = new Set<string>()
  walk(plan, (node) => {
    texts.push(textOf(node))
    if (node.type === 'glossaryEntry')
      for (const [short] of `${node.name} ${node.value}`.matchAll(/\b\p{Lu}[\p{L}&]{1,7}\b/gu)) entries.add(short)
  })
  const shorts = abbreviationsIn(texts).flatMap(({short}) => [short, short.replace(/s$/, '')])
  // In brackets after words or before them, in any order of letters, is explanation enough.
  const bracketed = texts.flatMap((text) =>
    [...text.matchAll(/\p{Ll}['’]?s? \((\p{Lu}{2,6})s?\)/gu)].map(([, short]) => short!)
  )
  // A line that opens with it and goes on to say what it is: 'EHC plan – education, health and care plan'.
  const opened = texts.flatMap((text) =>
    [...text.matchAll(/(?:^|\n)(\p{Lu}{2,6})s?(?: \p{Ll}+){0,2} ?(?:[–—:-]|means|stands for) ?\p{L}+ \p{L}+/gu)].map(
      ([, short]) => short!
    )
  )
  return new Set([...shorts, ...entries, ...bracketed, ...opened])
}

/** '2 - 2/12-year review': a range whose end is a fraction smaller than its start. */
const turnedRange = /(?<![\d/.])(\d{1,3}) ?[-–] ?(\d{1,2})\/(\d{1,2})(?![\d/])/g

export const valueGarbled: GapRule = {
  id: 'value-garbled',
  severity: 'low',
  checks: 'A figure in a goal that cannot be meant as printed: a range that ends in a fraction smaller than its start.',
  doesNotCheck: 'Whether figures are likely.',
  example: '"as part of their 2 - 2/12-year review", for two and a half.',
  find: (context) =>
    context.goals.flatMap((goal) =>
      [...goalText(goal).matchAll(turnedRange)]
        .filter(([, from, over, under]) => Number(over) / Number(under) < Number(from) && Number(over) < Number(under))
        .slice(0, 1)
        .map(([printed]) => ({
          about: goal,
          where: placeOf(goal, context),
          text: goalText(goal),
          note: `"${printed}" cannot be meant as printed: the end is less than the start.`,
          confidence: 0.7
        }))
    )
}
