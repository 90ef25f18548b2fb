import {parseArgs} from 'node:util'
import {
  type CompareReport,
  compareReport,
  defaultThemes,
  openEmbedder,
  PlanError,
  readThemes,
  type Share,
  systemCache
} from '../../index.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** planlens compare PLAN PLAN… [--by authority] [--themes THEMES.yaml] [--format text|json] */
export async function compare(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      themes: {type: 'string'},
      by: {type: 'string', default: 'authority'},
      ...readingOptions
    }
  })
  if (values.by !== 'authority')
    throw new PlanError('arguments', `plans are compared by authority, not by ${values.by}`, {stage: 'cli'})
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const report = await compareReport(plans, values.themes ? readThemes(values.themes) : defaultThemes(), {
    embedder: await openEmbedder({cache: systemCache()})
  })
  if (values.format === 'json') await printJson(report)
  else await print(text(report))
  return 0
}

const figures: [name: string, of: (profile: CompareReport['profiles'][number]) => string][] = [
  ['Outcomes', ({goals}) => String(goals.outcome)],
  ['Priorities and actions', ({goals}) => String(goals.priority + goals.action)],
  ['Measures and milestones', ({goals}) => String(goals.measure + goals.milestone)],
  ['... with a level to reach', ({quantified}) => share(quantified)],
  ['... with a day to reach it', ({dated}) => share(dated)],
  ['Outcomes and actions led', ({led}) => share(led)],
  ['Asks answered where made', ({answered}) => share(answered)],
  ['Promises to do, not to look', ({firm}) => share(firm)],
  ['Words', ({words}) => String(words)],
  ['Reading grade (years)', ({grade}) => grade.toFixed(1)]
]

function share({of, are}: Share): string {
  return of === 0 ? 'none there' : `${are} of ${of}`
}

function text({profiles, differences}: CompareReport): string {
  const lines = profiles.map(
    ({plan}, index) => `${index + 1}. ${plan.authority ? `${plan.authority}: ` : ''}${plan.title}`
  )
  lines.push('', `${''.padEnd(28)}${profiles.map((_, index) => String(index + 1).padStart(14)).join('')}`)
  for (const [name, of] of figures)
    lines.push(`${name.padEnd(28)}${profiles.map((profile) => of(profile).padStart(14)).join('')}`)
  const number = (id: string) => profiles.findIndex(({plan}) => plan.id === id) + 1
  for (const {a, b, themes} of differences) {
    lines.push('', `Themes that only one of ${number(a)} and ${number(b)} promises anything about`)
    for (const each of themes) {
      const quote = each.quote ? `: "${each.quote}"${each.page === null ? '' : `, p. ${each.page}`}` : ''
      lines.push(`  ${number(each.only)} only  ${each.name} (${each.level}; the other: ${each.other})${quote}`)
    }
  }
  return `${lines.join('\n')}\n`
}
