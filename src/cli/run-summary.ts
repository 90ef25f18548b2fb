import {
  figuresOf,
  gapCount,
  type Plan,
  pairPlaces,
  type RunResult,
  sharedCount,
  talliesOf,
  warningLines
} from '../index.ts'

/** Comparisons that the summary lists; the reports have all. */
const mostListed = 8
/** Plans that it lists one by one: three screens. */
const mostPlans = 100

const andMore = (all: number) => (all > mostPlans ? [`  and ${all - mostPlans} more in the reports`] : [])

/** What a run found, for people at a prompt: one screen, findings first. */
export function runSummary(result: RunResult, {leftOut, index}: {leftOut: number; index: string}): string {
  const names = namesOf(result.plans)
  return [
    ...planLines(result, names),
    ...comparisonLines(result, names),
    ...gapLines(result, names),
    ...doubtLines(result, names),
    ...failureLines(result, leftOut),
    '',
    `Reports: ${index}`,
    ''
  ].join('\n')
}

/** A plan's title, with what tells it from others of the same title: period, authority, status. */
function namesOf(plans: readonly Plan[]): Map<string, string> {
  const named = plans.map((plan) => {
    const {title, period, authority} = plan
    const years = period && !title.includes(String(period.from)) ? ` ${period.from}-${period.to}` : ''
    const facts = [
      authority && !title.includes(authority) ? authority : undefined,
      plan.status === 'unstated' ? undefined : plan.status
    ].filter(Boolean)
    return [plan.digest, `${title}${years}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`] as const
  })
  return new Map(named)
}

function planLines({plans}: RunResult, names: ReadonlyMap<string, string>): string[] {
  const rows = plans.slice(0, mostPlans).map((plan) => {
    const {outcomes, priorities, actions, measures, milestones} = figuresOf(plan)
    const found = [
      [outcomes, 'outcomes'],
      [priorities + actions, 'priorities and actions'],
      [measures, 'measures'],
      [milestones, 'milestones']
    ] as const
    const some = found.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}`)
    return `  ${names.get(plan.digest)}: ${some.join(', ') || 'no outcomes, priorities or measures found'}`
  })
  return [`${plans.length} ${plans.length === 1 ? 'plan' : 'plans'}`, ...rows, ...andMore(plans.length)]
}

function comparisonLines(
  {changes, clustersLeftOut, matrix, overlaps, overlapsLeftOut, pairs}: RunResult,
  names: ReadonlyMap<string, string>
): string[] {
  const lines = changes.slice(0, mostPlans).map(({before, after, summary, consequences}) => {
    const first = consequences[0] ? `\n            first: ${consequences[0].text}` : ''
    return `  changes   ${names.get(before.id)} -> ${names.get(after.id)}: ${summary.substantive} substantive, ${summary.editorial} editorial${first}`
  })
  lines.push(...andMore(changes.length))
  const replaced = pairs.filter(({relation}) => relation === 'replaces')
  for (const {a, b} of replaced.slice(0, mostPlans)) lines.push(`  replaces  ${names.get(b)} replaces ${names.get(a)}`)
  lines.push(...andMore(replaced.length))
  const shared = overlaps
    .map((report) => {
      const [a, b] = report.plans
      return {report, ...(a && b ? sharedCount(pairPlaces(report, a.id, b.id)) : {same: 0, related: 0})}
    })
    .filter(({same, related}) => same + related > 0)
    .sort((x, y) => y.same - x.same || y.related - x.related)
  for (const {report, same, related} of shared.slice(0, mostListed))
    lines.push(
      `  overlaps  ${report.plans.map(({id}) => names.get(id)).join(' / ')}: ${same} the same, ${related} related`
    )
  if (shared.length > mostListed) lines.push(`            and ${shared.length - mostListed} more in the reports`)
  if (clustersLeftOut)
    lines.push(`  ${clustersLeftOut} plans were not searched for commitments that many plans share, only the first`)
  if (matrix && (matrix.leftOut > 0 || matrix.lost > 0)) lines.push(...matrixLines(matrix))
  if (overlapsLeftOut)
    lines.push(
      `  ${overlapsLeftOut} further pairs of plans have no pages of their own, only the nearest: planlens overlaps PLAN PLAN does it`
    )
  return lines.length > 0 ? ['', 'Compared', ...lines] : []
}

function matrixLines({plans, cells, leftOut, lost}: NonNullable<RunResult['matrix']>): string[] {
  const all = (plans * (plans - 1)) / 2
  return [
    `  matrix    ${cells.length} of ${all} pairs of plans compared, each plan with its nearest; ${leftOut} more have words in common`,
    ...(lost > 0 ? [`            ${lost} could not be compared now; the next run tries again`] : [])
  ]
}

function gapLines(run: RunResult, names: ReadonlyMap<string, string>): string[] {
  const tallies = talliesOf(run)
  const gapped = run.plans.flatMap(({digest}) => {
    const tally = tallies.get(digest)
    return tally && gapCount(tally) > 0 ? [{digest, all: gapCount(tally), grave: tally.gaps.high}] : []
  })
  const lines = gapped
    .slice(0, mostPlans)
    .map(({digest, all, grave}) => `  ${names.get(digest)}: ${all}${grave ? `, ${grave} of them grave` : ''}`)
  return lines.length > 0 ? ['', 'Gaps', ...lines, ...andMore(gapped.length)] : []
}

/** Plans that were read, but not without doubt: what a person should look at before relying on them. */
function doubtLines({plans}: RunResult, names: ReadonlyMap<string, string>): string[] {
  const doubtful = plans.filter(({warnings}) => warnings.length > 0)
  const lines = doubtful.slice(0, mostListed).flatMap((plan) => {
    const told = warningLines(plan.warnings)
    const more = told.length > 2 ? [`    and ${told.length - 2} more in its report`] : []
    return [
      `  ${names.get(plan.digest)} (${plan.source.path})`,
      ...told.slice(0, 2).map((line) => `    ${line}`),
      ...more
    ]
  })
  if (doubtful.length > mostListed) lines.push(`  and ${doubtful.length - mostListed} more in the reports`)
  return lines.length > 0 ? ['', 'Read with doubt', ...lines] : []
}

function failureLines({failures}: RunResult, leftOut: number): string[] {
  const lines = failures.map(
    ({file, page, message, advice}) => `  ${file}${page ? `, page ${page}` : ''}: ${message}; ${advice}`
  )
  if (leftOut > 0)
    lines.push(
      `  ${leftOut} other ${leftOut === 1 ? 'file was' : 'files were'} left out: no plan by ending or by the settings`
    )
  return lines.length > 0 ? ['', 'Not read', ...lines] : []
}
