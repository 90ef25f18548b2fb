import type {AnsweredAsk, Gap, GapReport} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'
import {smartLines} from './measures.ts'

/** Gaps for people at a prompt: by plan, then by rule, the gravest rules first, each with its words, page and reason; then what was asked for. */
export function gapsText({plans, gaps, asks = [], smart = []}: GapReport): string {
  const lines: string[] = []
  for (const plan of plans) {
    const own = gaps.filter((gap) => gap.plan === plan.id)
    lines.push(`${plan.title}: ${own.length === 0 ? 'no gaps' : own.length === 1 ? '1 gap' : `${own.length} gaps`}`)
    for (const rows of byRule(own)) {
      const {rule, severity, note} = rows[0]!
      const alike = rows.length > 1 && rows.every((gap) => gap.note === note)
      lines.push('', `${rule} (${rows.length}, ${severity})`, ...(alike ? [`  ${note}`] : []))
      for (const gap of rows) lines.push(...gapLines(gap, alike))
    }
    lines.push('', ...smartLines(smart.filter(({plan: of}) => of === plan.id)))
    lines.push(...askLines(asks.filter(({plan: of}) => of === plan.id)))
  }
  return `${lines.join('\n')}\n`
}

const weight: Readonly<Record<string, number>> = {high: 0, medium: 1, low: 2}

function byRule(gaps: readonly Gap[]): Gap[][] {
  return [...Map.groupBy(gaps, ({rule}) => rule).values()].sort(
    ([a], [b]) => (weight[a!.severity] ?? 1) - (weight[b!.severity] ?? 1)
  )
}

function gapLines({text, pages, where, note, decision}: Gap, noted: boolean): string[] {
  const page = pagesInWords(pages)
  const decided = decision ? [`    ${decision.mark}${decision.note ? `: ${decision.note}` : ''}`] : []
  const told = noted ? where : `${where ? `${where}. ` : ''}${note}`
  return [`  "${text}"${page ? ` ${page}` : ''}`, ...(told ? [`    ${told}`] : []), ...decided]
}

const answered: Readonly<Record<AnsweredAsk['by'], string>> = {
  outcome: 'answered in the same outcome',
  plan: 'answered elsewhere in the plan',
  authority: 'answered by another plan of the authority',
  none: 'no answer found'
}

function askLines(asks: readonly AnsweredAsk[]): string[] {
  if (asks.length === 0) return []
  const counts = (Object.keys(answered) as AnsweredAsk['by'][]).flatMap((by) => {
    const number = asks.filter((ask) => ask.by === by).length
    return number > 0 ? [`${number} ${answered[by]}`] : []
  })
  const lines = asks.flatMap(({text, by, answer}) => [
    `  ${/^["“]/.test(text) ? text : `"${text}"`}`,
    answer && by !== 'none' ? `    ${answer.where}: "${answer.text}" (${answered[by]})` : `    ${answered.none}`
  ])
  return [`You said, we will: ${counts.join(', ')}`, ...lines, '']
}
