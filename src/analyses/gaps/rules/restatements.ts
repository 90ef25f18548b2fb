import type {Goal, Restatement} from '../../../plan-tree/nodes.ts'
import {plainWords, within} from '../compare-words.ts'
import {restatedIn, summaryOf} from '../restated.ts'
import {aboutGoal, below, type Context, type Finding, type GapRule, placeOf} from '../rule.ts'

/** Share of a summary line's words that stand in a priority, from which the line may be a short form of it. */
const shortFormShare = 0.6
/** A line nearer than this to its priority says the same; under it the wording differs in more than what was left out. */
const sameWording = 1

/** A priority of the body and the line of the summary that stands for it; either may be missing. */
interface Line {
  priority?: Goal
  line?: Restatement
  /** Another priority that the same line also holds. */
  mergedInto?: Goal
}

/** For each outcome that the summary lists: its priorities tied to the summary's lines, each to the nearest that is free. */
function linesOf(context: Context): SummaryLines[] {
  const known = linesByContext.get(context) ?? tiedLines(context)
  linesByContext.set(context, known)
  return known
}

interface SummaryLines {
  outcome: Goal
  lines: Line[]
  summary: Restatement[]
}

/** Four rules look at the same lines. */
const linesByContext = new WeakMap<Context, SummaryLines[]>()

function tiedLines(context: Context): SummaryLines[] {
  const restated = restatedIn(context.plan, context.tops)
  return context.tops.flatMap((outcome) => {
    const summary = summaryOf(outcome, restated)
    if (summary.length === 0) return []
    const priorities = below(outcome, 'priority')
    const body = priorities.length > 0 ? priorities : below(outcome, 'action')
    return [{outcome, summary, lines: tie(body, summary)}]
  })
}

function tie(body: readonly Goal[], summary: readonly Restatement[]): Line[] {
  const pairs = body.flatMap((priority) =>
    summary.map((line) => ({priority, line, score: within(line.value, fullText(priority))}))
  )
  pairs.sort(
    (a, b) =>
      b.score - a.score ||
      summary.indexOf(a.line) - summary.indexOf(b.line) ||
      body.indexOf(a.priority) - body.indexOf(b.priority)
  )
  const tied = new Map<Goal, Restatement>()
  const taken = new Map<Restatement, Goal>()
  for (const {priority, line, score} of pairs) {
    if (score < shortFormShare || tied.has(priority) || taken.has(line)) continue
    tied.set(priority, line)
    taken.set(line, priority)
  }
  const lines: Line[] = body.map((priority) => {
    const line = tied.get(priority)
    if (line) return {priority, line}
    const holder = summary.find((each) => within(namesIn(priority), each.value) >= 1 && namesIn(priority) !== '')
    const into = holder && taken.get(holder)
    return into ? {priority, mergedInto: into, line: holder} : {priority}
  })
  for (const line of summary) if (!taken.has(line)) lines.push({line})
  return lines
}

function fullText(goal: Goal): string {
  return `${goal.title} ${goal.detail ?? ''}`
}

/** Names inside a priority (capitalised words not at its start): what a line that swallowed it would still name. */
function namesIn(goal: Goal): string {
  return [...goal.title.matchAll(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu)].map(([name]) => name).join(' ')
}

export const bodyNotInSummary: GapRule = {
  id: 'body-not-in-summary',
  severity: 'medium',
  checks: 'A priority of the body that the summary of its outcome leaves out.',
  doesNotCheck: 'Plans without a summary, and outcomes that it does not list.',
  example: 'Eight priorities in outcome 2, seven in the summary.',
  find: (context) =>
    linesOf(context).flatMap(({lines, summary}) =>
      lines.flatMap(({priority, line}) =>
        priority && !line
          ? [
              aboutGoal(
                priority,
                context,
                `The summary lists ${summary.length} for this outcome and not this one.`,
                0.85
              )
            ]
          : []
      )
    )
}

export const bodyMergedInSummary: GapRule = {
  id: 'body-merged-in-summary',
  severity: 'low',
  checks: 'Two priorities of the body that one line of the summary stands for.',
  doesNotCheck: 'Whether the line says both.',
  example: 'A needs assessment of one town, folded into the line on poverty.',
  find: (context) =>
    linesOf(context).flatMap(({lines}) =>
      lines.flatMap(({priority, mergedInto, line}) =>
        priority && mergedInto && line
          ? [aboutGoal(priority, context, `The summary folds it into "${line.value}".`, 0.7)]
          : []
      )
    )
}

export const summaryWordingDiffers: GapRule = {
  id: 'summary-wording-differs',
  severity: 'low',
  checks: 'A line of the summary with words that its priority does not have, or a line that answers to no priority.',
  doesNotCheck: 'Words that the summary merely left out.',
  example: '"improve spending" in the summary, "adjust spending" in the body.',
  find: (context) =>
    linesOf(context).flatMap(({outcome, lines}) =>
      lines.flatMap(({priority, line, mergedInto}) => {
        if (!line || mergedInto) return []
        if (!priority)
          return [lineFinding(line, outcome, context, 'No priority of this outcome in the body has these words.', 0.7)]
        if (isShortForm(line.value, fullText(priority)) >= sameWording) return []
        return [lineFinding(line, outcome, context, `The body says "${priority.title}".`, 0.75)]
      })
    )
}

/**
 * 1 when the line is its priority shortened: cut off at its end, or with words left out that a reader would not miss (a whole
 * clause, an opening 'Continue to'). A word changed, or one dropped from between two that were kept, gives less.
 */
function isShortForm(line: string, priority: string): number {
  const short = plainWords(line)
    .replace(/\bwell being\b/g, 'wellbeing')
    .split(' ')
  const long = plainWords(priority)
    .replace(/\bwell being\b/g, 'wellbeing')
    .split(' ')
  let at = 0
  let jumps = 0
  for (const word of short) {
    const next = long.indexOf(word, at)
    if (next < 0) return 0
    if (at > 0 && next > at && next - at <= smallJump) jumps += 1
    at = next + 1
  }
  // Cut off before others whom it is for, it is for fewer people.
  return jumps > 0 || morePeople.test(long.slice(at).join(' ')) ? 0.9 : 1
}

/** The rest of a priority that adds a group of people to the one that its summary ends with. */
const morePeople =
  /^(?:and|or) (?:their |our |the )?(?:young (?:people|adults|carers)|(?:[a-z]+ )?children|families|parents|carers|mothers|fathers|adults|pupils|students|staff|care leavers|residents)\b/

/** Words skipped inside a kept clause, from which a change of wording shows; a longer jump leaves out a clause. */
const smallJump = 1

function lineFinding(line: Restatement, outcome: Goal, context: Context, note: string, confidence: number): Finding {
  return {about: line, where: `Summary / ${placeOf(outcome, context)}`, text: line.value, note, confidence}
}

export const summaryOrderDiffers: GapRule = {
  id: 'summary-order-differs',
  severity: 'low',
  checks: 'Priorities that the summary lists in another order than the body.',
  doesNotCheck: 'Whether the order means rank.',
  example: 'Fifth in the body, second in the summary.',
  find: (context) =>
    linesOf(context).flatMap(({outcome, lines, summary}) => {
      const order = lines
        .filter((each) => each.priority && each.line && !each.mergedInto)
        .map(({line}) => summary.indexOf(line!))
      const kept = new Set(longestRise(order))
      return order
        .filter((index) => !kept.has(index))
        .map((index) =>
          lineFinding(
            summary[index]!,
            outcome,
            context,
            `It stands at place ${index + 1} here and elsewhere in the body's list.`,
            0.85
          )
        )
    })
}

/** A longest strictly rising part of the numbers (patience, O(n²): lists of priorities are short). */
function longestRise(numbers: readonly number[]): number[] {
  const best: number[][] = []
  numbers.forEach((value, index) => {
    const before = best.slice(0, index).filter((run) => run.at(-1)! < value)
    const longest = before.reduce<number[]>((top, run) => (run.length > top.length ? run : top), [])
    best.push([...longest, value])
  })
  return best.reduce<number[]>((top, run) => (run.length > top.length ? run : top), [])
}

/** Times the words of a title that another wording of it may have. */
const longestTitle = 2

export const titleInconsistent: GapRule = {
  id: 'title-inconsistent',
  severity: 'medium',
  checks: 'An outcome whose title is worded differently in the contents, the foreword, the summary or on a later page.',
  doesNotCheck:
    'Case, quotes, dashes, a full stop at the end, and short titles that are the opening words of the long one.',
  example: '"young adults" in the foreword, and not in the heading.',
  find: (context) =>
    restatedIn(context.plan, context.tops).flatMap(({node, outcome, section}) => {
      if (!outcome || (node.of !== undefined && node.of !== 'outcome') || !('title' in outcome)) return []
      if (node.of === undefined && node.where === 'summary') return []
      const [said, title] = [plainWords(node.value), plainWords(outcome.title)]
      if (node.where === 'continued' && within(node.value, outcome.title) < 0.5) return []
      if (said === title || title.startsWith(said) || said.endsWith(title) || said === '') return []
      if (said.replaceAll(' ', '') === title.replaceAll(' ', '')) return []
      // A paragraph about the outcome, or its title with an explanation, is not its title said in other words.
      if (said.startsWith(title) || said.split(' ').length > longestTitle * title.split(' ').length) return []
      return [
        {
          about: node,
          where: `${section ?? node.where} / ${placeOf(outcome, context)}`,
          text: node.value,
          note: `The heading of the outcome says "${outcome.title}".`,
          confidence: 0.9
        }
      ]
    })
}
