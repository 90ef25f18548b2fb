import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {
  type ChangeReport,
  changesFile,
  changesText,
  type Decision,
  findChanges,
  type Plan,
  PlanError,
  type RedlineOptions,
  redlineDocx,
  redlineOf,
  withDecisions
} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {readDecisions} from '../decisions.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print} from '../print.ts'

/** planlens changes OLD NEW [NEW…] [--format text|json|html|docx] [--decisions FILE]… [--out FILE] [--author NAME] [--date DAY] */
export async function changes(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      decisions: {type: 'string', multiple: true},
      out: {type: 'string'},
      author: {type: 'string'},
      date: {type: 'string'},
      ...readingOptions
    }
  })
  const format = choiceOf('format', values.format, ['text', 'json', 'html', 'docx'])
  if (positionals.length < 2) throw new PlanError('arguments', 'name two drafts at least', {stage: 'cli'})
  const decisions = readDecisions(values.decisions)
  const {plans, failed} = await plansOf(positionals, readingOf(values))
  if (failed > 0) return 2
  const steps = plans.slice(1).map((plan, at) => decided(findChanges(plans[at]!, plan), decisions))
  const net = steps.length > 1 ? decided(findChanges(plans[0]!, plans.at(-1)!), decisions) : undefined
  const written =
    format === 'docx'
      ? redlineDocx(net ?? steps[0]!, redlineOf(plans[0]!, plans.at(-1)!), trackedBy(values))
      : render(format, steps, net, plans)
  if (values.out) writeFileSync(values.out, written)
  else if (typeof written === 'string') await print(written)
  else if (process.stdout.isTTY)
    throw new PlanError('arguments', 'a Word file is not for the screen: name one with --out FILE', {stage: 'cli'})
  else await printBytes(written)
  return [...steps, ...(net ? [net] : [])].some((report) => report.changes.length > 0) ? 1 : 0
}

/** @throws {PlanError} 'arguments' for a day that there is not. */
function trackedBy({author, date}: {author?: string; date?: string}): RedlineOptions {
  if (date !== undefined && Number.isNaN(Date.parse(date)))
    throw new PlanError('arguments', `--date takes a day or an instant, '2026-03-01', not '${date}'`, {stage: 'cli'})
  return {...(author ? {author} : {}), ...(date ? {date: `${new Date(date).toISOString().slice(0, 19)}Z`} : {})}
}

function printBytes(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())))
}

const decided = (report: ChangeReport, decisions: ReadonlyMap<string, Decision>): ChangeReport => ({
  ...report,
  changes: withDecisions(report.changes, decisions).findings
})

/** Two drafts give one report; more give a report for each step and one of first to last. */
function render(format: string, steps: ChangeReport[], net: ChangeReport | undefined, plans: readonly Plan[]): string {
  const whole = net ?? steps[0]!
  if (format === 'json') return `${JSON.stringify(net ? {steps, net} : whole, null, 2)}\n`
  if (format === 'html') return changesFile(whole, plans)
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR
  const told = (report: ChangeReport) => changesText(report, {colour})
  return net ? [...steps.map(told), `First to last\n${told(net)}`].join('\n') : told(whole)
}
