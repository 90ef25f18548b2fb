/**
 * `npm run bench -- archive [--jobs N] [PLANS…]`: the whole command over that many synthetic plans, reports included, then
 * again with nothing new, then with ten new files. Compared by words alone (`--embedder none`): sentence vectors cost the same for each
 * plan, however many there are. Times are of the processor, so that other programs on the machine do not count.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {writeSyntheticPlan} from './synthetic-plans.ts'

const built = fileURLToPath(new URL('../../dist/cli/planlens.js', import.meta.url))
/** The program as it is installed, where it was built: the sources take longer to start, in each thread. */
const main = existsSync(built) ? built : fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
/**
 * Each process notes at its end what it took: seconds of the processor in all threads and in the main one, memory at most in
 * KB. The first process of a run starts the others, and ends last.
 */
const hook = `data:text/javascript,${encodeURIComponent(`import {appendFileSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'
if (isMainThread) process.on('exit', () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  const {user, system} = process.threadCpuUsage()
  const [seconds, main] = [(userCPUTime + systemCPUTime) / 1e6, (user + system) / 1e6]
  appendFileSync(process.env.PLANLENS_BENCH_NOTES, JSON.stringify({seconds, main, maxRSS}) + '\\n')
})`)}`

export async function bench(argv: string[]): Promise<void> {
  const {values, positionals} = parseArgs({args: argv, allowPositionals: true, options: {jobs: {type: 'string'}}})
  process.stdout.write(`${availableParallelism()} cores; the whole run with its reports, compared by words\n`)
  if (positionals[0] === 'cores') return cores(Number(positionals[1] ?? 48))
  const more = values.jobs === undefined ? [] : ['--jobs', values.jobs]
  for (const size of positionals.length > 0 ? positionals.map(Number) : [100]) measure(size, more)
}

/** `npm run bench -- archive cores [PLANS]`: the first run with one worker and with two, by the clock, with sentence vectors. Of few plans the start of each thread weighs more. */
function cores(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-bench-'))
  try {
    mkdirSync(join(folder, 'plans'))
    for (let number = 0; number < size; number++) writeSyntheticPlan(join(folder, 'plans'), number)
    const [one, two] = [1, 2].map((jobs) => {
      for (const name of ['plans.db', 'out', 'cache']) rmSync(join(folder, name), {recursive: true, force: true})
      return timed(folder, ['--jobs', String(jobs)], join(folder, 'cache'))
    })
    process.stdout.write(
      `${size} plans: ${one!.clock.toFixed(1)} s with one worker, ${two!.clock.toFixed(1)} s with two, ${(one!.clock / two!.clock).toFixed(2)} times as fast; ${one!.seconds.toFixed(1)} and ${two!.seconds.toFixed(1)} s of the processor, ${((one!.main / one!.seconds) * 100).toFixed(0)} in 100 of them the main thread's\n`
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function measure(size: number, more: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-bench-'))
  const plans = join(folder, 'plans')
  try {
    mkdirSync(plans)
    for (let number = 0; number < size; number++) writeSyntheticPlan(plans, number)
    const asked = ['--embedder', 'none', ...more]
    const first = timed(folder, asked)
    told(`${size} plans`, first)
    const bytes = statSync(join(folder, 'plans.db')).size
    const second = timed(folder, asked)
    told('nothing new', second)
    for (let extra = 0; extra < 10; extra++) writeSyntheticPlan(plans, size + extra)
    const ten = timed(folder, asked)
    told('ten new', ten)
    process.stdout.write(
      [
        `${size} plans: ${((first.seconds / size) * 1000).toFixed(0)} ms and ${Math.round(bytes / size / 1024)} KB a plan`,
        `again ${share(second.seconds, first.seconds)} of that, with ten new ${share(ten.seconds, first.seconds)}`,
        `at most ${Math.round(Math.max(first.maxRSS, ten.maxRSS) / 1024)} MB, threads included\n`
      ].join('; ')
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Each run as it ends: the longest take an hour. */
const told = (what: string, {seconds, main, clock, maxRSS}: Taken) =>
  process.stderr.write(
    `${what}: ${seconds.toFixed(1)} s of the processor, ${main.toFixed(1)} of the main thread, ${clock.toFixed(1)} by the clock, ${Math.round(maxRSS / 1024)} MB\n`
  )

const share = (part: number, whole: number) => `1/${(whole / part).toFixed(1)}`

interface Taken {
  /** Seconds of the processor in all threads of all processes, in the main one, and by the clock. */
  seconds: number
  main: number
  clock: number
  /** KB, of the process that holds the run, its threads included. */
  maxRSS: number
}

function timed(folder: string, more: readonly string[], cache?: string): Taken {
  const at = (name: string) => join(folder, name)
  const argv = ['run', at('plans'), '--archive', at('plans.db'), '--out', at('out'), '--quiet', ...more]
  rmSync(at('notes'), {force: true})
  const started = performance.now()
  const {status, stderr} = spawnSync(process.execPath, [main, ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import "${hook}"`,
      PLANLENS_BENCH_NOTES: at('notes'),
      ...(cache ? {XDG_CACHE_HOME: cache} : {})
    }
  })
  const clock = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`the run ended with ${status}: ${stderr.slice(-500)}`)
  const notes = readFileSync(at('notes'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Omit<Taken, 'clock'>)
  return {...notes.at(-1)!, seconds: notes.reduce((sum, {seconds}) => sum + seconds, 0), clock}
}
