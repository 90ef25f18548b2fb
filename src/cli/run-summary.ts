import {type RunResult, unitsOf} from '../index.ts'

/** What a run found, for people at a prompt: one screen, findings first. */
export function runSummary(result: RunResult, {leftOut, index}: {leftOut: number; index: string}): string {
  return [
    ...plans(result),
    ...comparisons(result),
    ...gaps(result),
    ...failures(result, leftOut),
    '',
    `Reports: ${index}`,
    ''
  ].join('\n')
}

function plans({plans}: RunResult): string[] {
  const rows = plans.map((plan) => {
    const units = unitsOf(plan)
    const count = (...types: string[]) => units.filter(({type}) => types.includes(type)).length
    const period = plan.period ? ` ${plan.period.from}-${plan.period.to}` : ''
    const facts = [plan.authority, plan.status === 'unstated' ? undefined : plan.status].filter(Boolean).join(', ')
    const found = `${count('outcome')} outcomes, ${count('priority', 'action')} priorities and actions, ${count('measure', 'milestone')} measures`
    return `  ${plan.title}${plan.title.includes(String(plan.period?.from)) ? '' : period}${facts ? ` (${facts})` : ''}: ${found}`
  })
  return [`${plans.length} plans`, ...rows]
}

function comparisons({changes, overlaps, pairs, plans}: RunResult): string[] {
  const title = (id: string) => plans.find(({digest}) => digest === id)?.title ?? id
  const lines = changes.map(({before, after, summary, consequences}) => {
    const first = consequences[0]
    return `  changes   ${before.title} -> ${after.title}: ${summary.substantive} substantive, ${summary.editorial} editorial${first ? `; first: ${first.text}` : ''}`
  })
  for (const {a, b} of pairs.filter(({relation}) => relation === 'replaces'))
    lines.push(`  replaces  ${title(b)} replaces ${title(a)}`)
  for (const {plans: both, pairs: found, tier} of overlaps) {
    const count = (band: string) => found.filter((pair) => pair.band === band).length
    lines.push(
      `  overlaps  ${both.map((plan) => plan.title).join(' / ')}: ${count('same')} the same, ${count('related')} related (${tier})`
    )
  }
  return lines.length > 0 ? ['', 'Compared', ...lines] : []
}

function gaps({gaps: {gaps: found}, plans}: RunResult): string[] {
  if (found.length === 0) return []
  const lines = plans.map((plan) => {
    const own = found.filter((gap) => gap.plan === plan.digest)
    const grave = own.filter(({severity}) => severity === 'high').length
    return `  ${plan.title}: ${own.length}${grave ? `, ${grave} of them grave` : ''}`
  })
  return ['', 'Gaps', ...lines]
}

function failures({failures}: RunResult, leftOut: number): string[] {
  const lines = failures.map(
    ({file, page, message, advice}) => `  ${file}${page ? `, page ${page}` : ''}: ${message}; ${advice}`
  )
  if (leftOut > 0)
    lines.push(
      `  ${leftOut} other ${leftOut === 1 ? 'file was' : 'files were'} left out: no plan by ending or by the settings`
    )
  return lines.length > 0 ? ['', 'Not read', ...lines] : []
}
