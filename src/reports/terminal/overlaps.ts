import type {OverlapPair, OverlapReport, OverlapUnit} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'

/** Pairs shown of each two plans; all are in the JSON. */
const mostShown = 40

/** Overlaps for people at a prompt: of each two plans the pairs in the bands same and related, best first, with their reasons. */
export function overlapsText(report: OverlapReport): string {
  const units = new Map(report.units.map((unit) => [unit.id, unit]))
  const lines: string[] = []
  for (const [at, left] of report.plans.entries())
    for (const right of report.plans.slice(at + 1)) {
      const pairs = report.pairs.filter(({a, b}) => units.get(a)?.plan === left.id && units.get(b)?.plan === right.id)
      const held = pairs.filter(({band}) => band === 'same' || band === 'related')
      const same = held.filter(({band}) => band === 'same').length
      lines.push(`${left.title} / ${right.title}: ${same} same, ${held.length - same} related`, '')
      for (const pair of held.slice(0, mostShown)) lines.push(...pairLines(pair, units))
      if (held.length > mostShown) lines.push(`  and ${held.length - mostShown} more: --format json or csv`, '')
    }
  for (const {text} of report.deliveredBy ?? []) lines.push(text, '')
  lines.push(`Compared by ${report.tier === 'words' ? 'words only' : 'words and sentence vectors'}.`)
  return `${lines.join('\n')}\n`
}

function pairLines(pair: OverlapPair, units: ReadonlyMap<string, OverlapUnit>): string[] {
  const likely = pair.probability === undefined ? '' : `, ${Math.round(pair.probability * 100)} %`
  return [
    `  ${pair.band}${likely}${pair.mutual ? ', each the other’s best' : ''}${pair.reuse ? ', reused words' : ''}`,
    `    ${unitLine(units.get(pair.a)!)}`,
    `    ${unitLine(units.get(pair.b)!)}`,
    ...pair.reasons.map(({text}) => `      ${text}`),
    ''
  ]
}

function unitLine(unit: OverlapUnit): string {
  const page = pagesInWords(unit.pages ?? [])
  return `${unit.type}${unit.label ? ` ${unit.label}` : ''}: ${unit.text}${page ? ` (${page})` : ''}`
}
