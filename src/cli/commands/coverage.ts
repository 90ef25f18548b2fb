import {parseArgs} from 'node:util'
import {type CoverageReport, coverageReport, defaultThemes, readThemes} from '../../index.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** planlens coverage PLAN… --themes THEMES.yaml [--format text|json|csv] */
export async function coverage(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {format: {type: 'string', default: 'text'}, themes: {type: 'string'}, ...readingOptions}
  })
  const themes = values.themes ? readThemes(values.themes) : defaultThemes()
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const report = coverageReport(plans, themes)
  if (values.format === 'json') await printJson(report)
  else if (values.format === 'csv') await print(csv(report))
  else await print(text(report))
  return 0
}

function text({themes, plans, cells}: CoverageReport): string {
  const lines: string[] = []
  for (const theme of themes) {
    lines.push(theme.name)
    for (const plan of plans) {
      const cell = cells.find((each) => each.theme === theme.id && each.plan === plan.id)!
      const where = cell.page === null ? '' : `, p. ${cell.page}`
      lines.push(
        `  ${cell.level.padEnd(9)} ${plan.title}${cell.quote ? `${where}: "${cell.quote}"` : ': no words found'}`
      )
    }
  }
  return `${lines.join('\n')}\n`
}

function csv({cells, themes, plans}: CoverageReport): string {
  const names = new Map(themes.map(({id, name}) => [id, name]))
  const titles = new Map(plans.map(({id, title}) => [id, title]))
  const rows = cells.map((cell) => [
    cell.theme,
    names.get(cell.theme),
    cell.plan,
    titles.get(cell.plan),
    cell.level,
    cell.page,
    cell.quote
  ])
  return `theme,name,plan,title,level,page,quote\n${rows.map((row) => row.map(csvCell).join(',')).join('\n')}\n`
}

/** One CSV cell, defused: a leading = + - @ or control character cannot start a formula. */
function csvCell(value: unknown): string {
  const plain = value === null || value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
