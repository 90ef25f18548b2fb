import {parseArgs} from 'node:util'
import {
  configOf,
  type GapReport,
  gapReport,
  openEmbedder,
  PlanError,
  pagesInWords,
  readFramework,
  systemCache
} from '../../index.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print, printJson} from '../print.ts'

/** planlens gaps PLAN… [--against FRAMEWORK.yaml]… [--format text|json] */
export async function gaps(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      against: {type: 'string', multiple: true},
      embedder: {type: 'string', default: 'minilm'},
      ...readingOptions
    }
  })
  const {severity} = configOf('.')
  const name = values.embedder
  if (name !== 'minilm' && name !== 'none')
    throw new PlanError('arguments', `there is no embedder '${name}': minilm or none`, {stage: 'cli'})
  const embedder = await openEmbedder({embedder: name, cache: systemCache()})
  const frameworks = (values.against ?? []).map(readFramework)
  const {plans} = await plansOf(positionals, readingOf(values))
  if (plans.length === 0) return 2
  const report = await gapReport(plans, {severity, frameworks, anyYears: true, embedder})
  if (values.format === 'json') await printJson(report)
  else await print(text(report))
  return report.gaps.length > 0 ? 1 : 0
}

function text({plans, gaps: found}: GapReport): string {
  const lines: string[] = []
  for (const plan of plans) {
    const own = found.filter((gap) => gap.plan === plan.id)
    lines.push(`${plan.title}: ${own.length} gaps`)
    for (const rule of new Set(own.map((gap) => gap.rule))) {
      const rows = own.filter((gap) => gap.rule === rule)
      lines.push('', `${rule} (${rows.length})`)
      for (const gap of rows) {
        const page = pagesInWords(gap.pages)
        lines.push(`  "${gap.text}"${page ? ` ${page}` : ''}`, `    ${gap.where}. ${gap.note}`)
      }
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}
