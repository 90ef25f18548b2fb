/**
 * `npm run bench -- archive [PLANS…]`: the whole command over that many synthetic plans, reports included, then again with
 * nothing new, then with ten new files. Compared by words alone (`--embedder none`): sentence vectors cost the same for each
 * plan, however many there are. Times are of the processor, so that other programs on the machine do not count.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeSyntheticPlan} from './synthetic-plans.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
/** Tells at the end what the process took: seconds of the processor in all threads, and its memory at most, in KB. */
const hook = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({seconds: (userCPUTime + systemCPUTime) / 1e6, maxRSS}))
})`)}`

export async function bench(argv: string[]): Promise<void> {
  process.stdout.write(`${availableParallelism()} cores; the whole run with its reports, compared by words\n`)
  for (const size of argv.length > 0 ? argv.map(Number) : [100]) measure(size)
}

function measure(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-bench-'))
  const plans = join(folder, 'plans')
  try {
    mkdirSync(plans)
    for (let number = 0; number < size; number++) writeSyntheticPlan(plans, number)
    const first = timed(folder)
    const bytes = statSync(join(folder, 'plans.db')).size
    const second = timed(folder)
    for (let extra = 0; extra < 10; extra++) writeSyntheticPlan(plans, size + extra)
    const more = timed(folder)
    process.stdout.write(
      [
        `${size} plans: ${((first.seconds / size) * 1000).toFixed(0)} ms and ${Math.round(bytes / size / 1024)} KB a plan`,
        `again ${share(second.seconds, first.seconds)} of that, with ten new ${share(more.seconds, first.seconds)}`,
        `at most ${Math.round(Math.max(first.maxRSS, more.maxRSS) / 1024)} MB, threads included\n`
      ].join('; ')
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const share = (part: number, whole: number) => `1/${(whole / part).toFixed(1)}`

function timed(folder: string): {seconds: number; maxRSS: number} {
  const at = (name: string) => join(folder, name)
  const argv = ['run', at('plans'), '--archive', at('plans.db'), '--out', at('out'), '--embedder', 'none', '--quiet']
  const {status, stderr} = spawnSync(process.execPath, ['--import', hook, main, ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error(`the run ended with ${status}: ${stderr.slice(-500)}`)
  return JSON.parse(stderr.trim().split('\n').at(-1)!) as {seconds: number; maxRSS: number}
}
