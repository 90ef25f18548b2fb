import {writeFileSync} from 'node:fs'
import {basename, extname} from 'node:path'
import {parseArgs} from 'node:util'
import {
  type ChangeReport,
  type ChangeThread,
  changesFile,
  changesText,
  type Decision,
  editsDocx,
  editsFile,
  findChanges,
  type Plan,
  PlanError,
  type RedlineOptions,
  redlineDocx,
  redlineOf,
  redlineOfEdits,
  threadsOfEdits,
  threadsOfSteps,
  threadsText,
  withDecisions
} from '../../index.ts'
import {choiceOf} from '../choices.ts'
import {readDecisions} from '../decisions.ts'
import {plansOf, readingOf, readingOptions} from '../plans.ts'
import {print} from '../print.ts'

/** `planlens changes`; `help.ts` tells what it takes. @returns the exit code */
export async function changes(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: {type: 'string', default: 'text'},
      decisions: {type: 'string', multiple: true},
      base: {type: 'boolean', default: false},
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
  if (values.base) return edits(plans, decisions, format, values)
  const steps = plans.slice(1).map((plan, at) => decided(findChanges(plans[at]!, plan), decisions))
  const net = steps.length > 1 ? decided(findChanges(plans[0]!, plans.at(-1)!), decisions) : undefined
  const written =
    format === 'docx'
      ? redlineDocx(net ?? steps[0]!, redlineOf(plans[0]!, plans.at(-1)!), trackedBy(values))
      : render(format, steps, net, plans)
  await write(written, values.out)
  return [...steps, ...(net ? [net] : [])].some((report) => report.changes.length > 0) ? 1 : 0
}

/** What several people did to the first plan: each draft against it, and where they met. */
async function edits(
  plans: readonly Plan[],
  decisions: ReadonlyMap<string, Decision>,
  format: string,
  values: {out?: string; date?: string; author?: string}
): Promise<number> {
  const [base, ...drafts] = plans
  const reports = drafts.map((draft) => decided(findChanges(base!, draft), decisions))
  const threads = threadsOfEdits(reports)
  const colour = coloured()
  if (format === 'docx') {
    const {date} = trackedBy(values)
    const redline = redlineOfEdits(base!, drafts)
    await write(editsDocx(reports, gravestFirst(threads), redline, authorsOf(drafts), date ? {date} : {}), values.out)
    return reports.some((report) => report.changes.length > 0) ? 1 : 0
  }
  const written =
    format === 'json'
      ? `${JSON.stringify({edits: reports, threads}, null, 2)}\n`
      : format === 'html'
        ? editsFile(reports, gravestFirst(threads), plans)
        : [
            ...reports.map((report) => changesText(report, {colour})),
            threads.length > 0
              ? threadsText(gravestFirst(threads), 'Where the drafts meet', {colour})
              : 'No two drafts change the same words.\n'
          ].join('\n')
  await write(written, values.out)
  return reports.some((report) => report.changes.length > 0) ? 1 : 0
}

async function write(written: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out) writeFileSync(out, written)
  else if (typeof written === 'string') await print(written)
  else if (process.stdout.isTTY)
    throw new PlanError('arguments', 'a Word file is not for the screen: name one with --out FILE', {stage: 'cli'})
  else await printBytes(written)
}

/** People are called by their files, which tell them apart: 'plan, with comments of the trust'. */
const authorsOf = (drafts: readonly Plan[]): string[] => {
  const names = drafts.map(({source}) => basename(source.path, extname(source.path)))
  return names.map((name, at) => (names.indexOf(name) === at ? name : `${name} (${at + 1})`))
}

const coloured = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR

const order: readonly ChangeThread['kind'][] = ['conflict', 'taken-back', 'brought-back', 'changed-again', 'alike']

const gravestFirst = (threads: readonly ChangeThread[]): ChangeThread[] =>
  threads.toSorted(
    (a, b) =>
      Number(a.class === 'editorial') - Number(b.class === 'editorial') || order.indexOf(a.kind) - order.indexOf(b.kind)
  )

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

/** Two drafts give one report; more give a report for each step, one of first to last, and what the steps did to the same words. */
function render(format: string, steps: ChangeReport[], net: ChangeReport | undefined, plans: readonly Plan[]): string {
  const whole = net ?? steps[0]!
  const threads = gravestFirst(threadsOfSteps(steps))
  if (format === 'json') return `${JSON.stringify(net ? {steps, net, threads} : whole, null, 2)}\n`
  if (format === 'html') return changesFile(net ? {...whole, threads} : whole, plans)
  const colour = coloured()
  const told = (report: ChangeReport) => changesText(report, {colour})
  if (!net) return told(whole)
  const met = threadsText(threads, 'Taken back, brought back or changed again', {colour})
  return [...steps.map(told), `First to last\n${told(net)}`, ...(met ? [met] : [])].join('\n')
}
