import {diffWords} from 'diff'
import {statementsOf} from '../../src/analyses/changes/statements.ts'
import {findChanges, type Plan, readPlan} from '../../src/index.ts'
import {longPlan} from './long-plan.ts'

/**
 * `npm run bench -- changes OLD NEW`: time of the changes of two files, against jsdiff's word difference of the same words.
 * `npm run bench -- changes --matrix FILE…`: changes between every two renderings of one plan; there should be none.
 * `npm run bench -- changes`: growth on made-up plans of 100 to 10,000 units.
 */
export async function bench(argv: string[]): Promise<void> {
  if (argv[0] === '--matrix') await matrix(argv.slice(1))
  else if (argv.length === 2) await race(argv)
  else growth()
}

/** Runs of each measurement; the median is told. */
const runs = 9

function median(work: () => void): number {
  const times = Array.from({length: runs}, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)]!
}

const wordsOf = (plan: Plan): string =>
  statementsOf(plan)
    .map(({text}) => text)
    .join('\n')

async function race(files: string[]): Promise<void> {
  const [before, after] = (await Promise.all(files.map((file) => readPlan(file)))) as [Plan, Plan]
  compareTimes('these files', before, after)
}

function compareTimes(name: string, before: Plan, after: Plan): void {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const changes = median(() => findChanges(before, after))
  const words = median(() => diffWords(old, now))
  const units = statementsOf(before).length
  console.log(
    `changes ${name}: ${units} units, ${old.length} characters: ${changes.toFixed(1)} ms; diffWords ${words.toFixed(1)} ms; ` +
      `ratio ${(changes / words).toFixed(2)}`
  )
}

function growth(): void {
  for (const units of [100, 300, 1000, 3000, 10_000]) {
    const [before, after] = longPlan(units)
    const started = performance.now()
    const {changes} = findChanges(before, after)
    const ms = performance.now() - started
    const perUnit = (1000 * ms) / (units * Math.log2(units))
    console.log(
      `changes ${units} units: ${ms.toFixed(0)} ms, ${changes.length} changes, ${perUnit.toFixed(2)} us a unit and log2`
    )
  }
}

async function matrix(files: string[]): Promise<void> {
  const plans = await Promise.all(files.map((file) => readPlan(file)))
  let [substantive, editorial, pairs] = [0, 0, 0]
  for (const [at, before] of plans.entries())
    for (const after of plans.slice(at + 1)) {
      const {summary, changes} = findChanges(before, after)
      pairs += 1
      substantive += summary.substantive
      editorial = Math.max(editorial, summary.editorial)
      console.log(
        `${nameOf(before)} -> ${nameOf(after)}: ${summary.substantive} substantive, ${summary.editorial} editorial`
      )
      for (const {kind, class: grade, where, before: old, after: now} of changes)
        console.log(`    ${kind} ${grade} ${where}: ${old?.text.slice(0, 90) ?? ''} -> ${now?.text.slice(0, 90) ?? ''}`)
    }
  console.log(`${pairs} pairs: ${substantive} substantive in all, at most ${editorial} editorial in a pair`)
}

const nameOf = ({source}: Plan): string => source.path.split('/').at(-1)!
