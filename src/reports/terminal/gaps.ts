import type {Gap, GapReport} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'

/** Gaps for people at a prompt: by plan, then by rule, the gravest rules first, each with its words, page and reason. */
export function gapsText({plans, gaps}: GapReport): string {
  const lines: string[] = []
  for (const plan of plans) {
    const own = gaps.filter((gap) => gap.plan === plan.id)
    lines.push(`${plan.title}: ${own.length === 0 ? 'no gaps' : own.length === 1 ? '1 gap' : `${own.length} gaps`}`)
    for (const rows of byRule(own)) {
      lines.push('', `${rows[0]!.rule} (${rows.length}, ${rows[0]!.severity})`)
      for (const gap of rows) lines.push(...gapLines(gap))
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

const weight: Readonly<Record<string, number>> = {high: 0, medium: 1, low: 2}

function byRule(gaps: readonly Gap[]): Gap[][] {
  return [...Map.groupBy(gaps, ({rule}) => rule).values()].sort(
    ([a], [b]) => (weight[a!.severity] ?? 1) - (weight[b!.severity] ?? 1)
  )
}

function gapLines({text, pages, where, note, decision}: Gap): string[] {
  const page = pagesInWords(pages)
  const decided = decision ? [`    ${decision.mark}${decision.note ? `: ${decision.note}` : ''}`] : []
  return [`  "${text}"${page ? ` ${page}` : ''}`, `    ${where ? `${where}. ` : ''}${note}`, ...decided]
}
