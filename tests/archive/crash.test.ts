/** A run over an archive is killed at random moments; the next run goes on, and ends with the archive of an undisturbed one. */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {archiveFaults, exportArchive, openArchive} from '../../src/index.ts'
import {writeSyntheticPlan} from '../bench/synthetic-plans.ts'
import {numbers} from '../support/numbers.ts'

const kills = Number(process.env.PLANLENS_KILLS ?? 3)
const plans = 14
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-crash-'))
  mkdirSync(join(folder, 'plans'))
  // Drafts alone, of four councils: more pairs of plans than have pages of their own, so that they are compared in blocks, too.
  for (let number = 0; number < plans; number++) writeSyntheticPlan(join(folder, 'plans'), 2 * number)
  writeFileSync(join(folder, 'plans', 'empty.md'), '')
})
afterAll(() => rmSync(folder, {recursive: true}))

/** The exit code; null when it was killed, by us after `milliseconds`. */
async function run(archive: string, milliseconds?: number): Promise<number | null> {
  const child = spawn(process.execPath, [...command(archive), '--quiet'], {stdio: 'ignore'})
  const ended = exitOf(child)
  if (milliseconds !== undefined) await Promise.race([ended, wait(milliseconds).then(() => child.kill('SIGKILL'))])
  return ended
}

const command = (archive: string) => [
  main,
  'run',
  join(folder, 'plans'),
  '--archive',
  archive,
  '--out',
  join(folder, 'out'),
  '--jobs',
  '1',
  '--embedder',
  'none'
]

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))

async function lines(path: string): Promise<string[]> {
  const archive = await openArchive(path)
  const all: string[] = []
  for await (const line of exportArchive(archive)) all.push(JSON.stringify(line))
  expect(await archiveFaults(archive)).toEqual([])
  await archive.close()
  return all
}

test(`killed ${kills} times, the archive always opens, is sound, and ends as if nothing had been`, {
  timeout: 3_600_000
}, async () => {
  const undisturbed = join(folder, 'undisturbed.db')
  const started = performance.now()
  expect(await run(undisturbed)).toBe(0)
  const whole = performance.now() - started

  const disturbed = join(folder, 'disturbed.db')
  const random = numbers(Number(process.env.PLANLENS_SEED ?? 1))
  let killed = 0
  let kept = 0
  for (let attempt = 0; attempt < kills; attempt++) {
    if ((await run(disturbed, whole * (0.3 + 0.5 * random()))) === null) killed++
    const files = (await fileLines(disturbed)).length
    expect(files).toBeGreaterThanOrEqual(kept)
    kept = files
    // All is read: begin again, or the rest of the kills would hit a run with nothing to do.
    if (kept === plans + 1) {
      for (const end of ['', '-wal', '-shm']) rmSync(disturbed + end, {force: true})
      kept = 0
    }
  }
  expect(killed).toBeGreaterThan(0)
  expect(await run(disturbed)).toBe(0)
  const ended = await lines(disturbed)
  expect(ended).toEqual(await lines(undisturbed))
  const kinds = new Set(ended.map((line) => (JSON.parse(line) as {kind?: string}).kind))
  for (const kind of ['plan', 'overlaps', 'goals', 'shared']) expect(kinds).toContain(kind)
})

/** The files alone: plans leave findings too. */
async function fileLines(path: string): Promise<string[]> {
  return (await lines(path)).filter((line) => (JSON.parse(line) as {type: string}).type === 'file')
}

test('Ctrl-C ends a run cleanly, and the next one resumes', async () => {
  const path = join(folder, 'interrupted.db')
  const child = spawn(process.execPath, command(path), {stdio: ['ignore', 'ignore', 'pipe']})
  let told = ''
  child.stderr.on('data', (words) => {
    // As soon as it tells of the first file that it has read.
    if (told === '') child.kill('SIGINT')
    told += words
  })
  expect(await exitOf(child)).toBe(130)
  expect(told).toContain('stopped; what was read is kept')
  expect((await fileLines(path)).length).toBeLessThan(plans + 1)
  expect(await run(path)).toBe(0)
  expect((await fileLines(path)).length).toBe(plans + 1)
})
