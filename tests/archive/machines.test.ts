/** Two worker processes over one PostgreSQL: their archive is that of one machine, also when one of them is killed or frozen. */
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest'
import {wordsOnly} from '../../src/analyses/embedding/embedder.ts'
import {
  type Archive,
  archiveFaults,
  exportArchive,
  openAnalysts,
  openArchive,
  readOnMachines,
  readRemembered
} from '../../src/index.ts'
import {shareOnMachines} from '../../src/run/machines.ts'
import {type MatrixOptions, sharedMatrix} from '../../src/run/matrix.ts'
import {syntheticPlans} from '../support/many-plans.ts'
import {numbers} from '../support/numbers.ts'
import {startPostgres, type TestPostgres} from '../support/postgres.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const sample = readFileSync(new URL('../../corpus/pellingham-young-peoples-plan.md', import.meta.url), 'utf8')
const plans = 12

let postgres: TestPostgres
let folder = ''
let files: string[] = []
let alone: string[] = []
beforeAll(async () => {
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'planlens-machines-'))
  files = Array.from({length: plans}, (_, number) => join(folder, `${number}.md`))
  for (const [number, file] of files.entries())
    writeFileSync(file, sample.replaceAll('Pellingham', `Pellingham ${number}`))
  const empty = join(folder, 'empty.md')
  writeFileSync(empty, '')
  files.push(empty)
  const one = await openArchive(':memory:')
  for await (const _ of readRemembered(files, one, {jobs: 1}));
  alone = await lines(one)
  await one.close()
})
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, {recursive: true})
})

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

async function lines(archive: Archive): Promise<string[]> {
  expect(await archiveFaults(archive)).toEqual([])
  const all: string[] = []
  for await (const line of exportArchive(archive)) all.push(JSON.stringify(line))
  return all
}

/** A worker process, once it waits for files. */
async function startWorker(url: string): Promise<{child: ChildProcess; read: string[]}> {
  const child = spawn(process.execPath, [main, 'worker', '--jobs', '1'], {
    env: {...process.env, PLANLENS_ARCHIVE: url},
    stdio: ['ignore', 'ignore', 'pipe']
  })
  running.push(child)
  const read: string[] = []
  await new Promise<void>((ready) =>
    child.stderr!.on('data', (words) => {
      read.push(
        ...String(words)
          .split('\n')
          .filter((line) => line.startsWith('read '))
      )
      ready()
    })
  )
  return {child, read}
}

test('the work is shared, and the result is that of one machine', async () => {
  const url = await postgres.database('shared')
  const workers = [await startWorker(url), await startWorker(url)]
  const archive = await openArchive(url)
  const seen: string[] = []
  for await (const result of readOnMachines(files, archive, url)) seen.push(result.file)
  expect(seen).toEqual(files)
  expect(await lines(archive)).toEqual(alone)
  expect(workers.map(({read}) => read.length > 0)).toEqual([true, true])
  const again: boolean[] = []
  for await (const {remembered} of readOnMachines(files, archive, url)) again.push(remembered)
  expect(again).toEqual(files.map(() => true))
  workers[0]!.child.kill('SIGTERM')
  expect(await new Promise((resolve) => workers[0]!.child.on('exit', resolve))).toBe(0)
  await archive.close()
})

test('what a killed and a frozen worker held goes to another, and nothing is lost or counted twice', async () => {
  const url = await postgres.database('crash')
  const [killed, frozen] = [await startWorker(url), await startWorker(url)]
  const archive = await openArchive(url)
  const started = performance.now()
  let count = 0
  for await (const _ of readOnMachines(files, archive, url)) {
    count++
    if (count === 1) {
      killed.child.kill('SIGKILL')
      frozen.child.kill('SIGSTOP')
      await startWorker(url)
    }
  }
  expect(count).toBe(files.length)
  expect(performance.now() - started).toBeLessThan(60_000)
  frozen.child.kill('SIGCONT')
  expect(await lines(archive)).toEqual(alone)
  await archive.close()
})

test('a database that is stopped and started again costs nothing but the wait', async () => {
  const url = await postgres.database('away')
  await startWorker(url)
  const archive = await openArchive(url)
  let count = 0
  let away: Promise<void> | undefined
  for await (const _ of readOnMachines(files, archive, url)) if (++count === 1) away = postgres.restart(2000)
  await away
  expect(count).toBe(files.length)
  expect(await lines(archive)).toEqual(alone)
  await archive.close()
})

const many = syntheticPlans(60)

/** Plan against plan, its blocks made by workers. */
const matrixOf = (archive: Archive, url: string, options: MatrixOptions = {}) =>
  sharedMatrix(many, {
    archive,
    ...options,
    elsewhere: (jobs, here) => shareOnMachines(jobs, here, archive, url, {})
  })

test('plan against plan is made by workers block by block, one of them killed, and is that of one machine', async () => {
  const url = await postgres.database('matrix')
  const [killed] = [await startWorker(url), await startWorker(url)]
  const archive = await openArchive(url)
  const making = matrixOf(archive, url)
  setTimeout(() => killed.child.kill('SIGKILL'), 700)
  const found = await making
  expect(found).toEqual(await sharedMatrix(many, {}))
  expect(found.cells.length).toBeGreaterThan(128)
  // Nothing is sent again, with or without workers.
  for (const child of running.splice(0)) child.kill('SIGKILL')
  expect(await matrixOf(archive, url)).toEqual(found)
  await archive.close()
})

test('the machine that asks for blocks compares, too', async () => {
  const url = await postgres.database('own')
  const archive = await openArchive(url)
  const analysts = openAnalysts({themes: [], jobs: 2, embedder: {embedder: 'none'}})
  try {
    const found = await sharedMatrix(many, {
      archive,
      analysts,
      elsewhere: (jobs, here) => shareOnMachines(jobs, here, archive, url, {analysts})
    })
    expect(found).toEqual(await sharedMatrix(many, {}))
  } finally {
    await analysts.close()
    await archive.close()
  }
})

test('blocks that no worker can make are made by the run itself', async () => {
  const url = await postgres.database('dead')
  await startWorker(url)
  const archive = await openArchive(url)
  // Vectors that no worker has.
  const embedder = {...wordsOnly(), model: 'of one machine alone'}
  const {cells, lost} = await matrixOf(archive, url, {embedder})
  expect({cells, lost}).toEqual({cells: (await sharedMatrix(many, {})).cells, lost: 0})
  await archive.close()
})

/** Workers that are killed at random moments, three at work at a time. */
const kills = Number(process.env.PLANLENS_KILLS ?? 3)

test(`${kills} workers killed at random moments: no file is lost or counted twice`, {timeout: 3_600_000}, async () => {
  const url = await postgres.database('kills')
  const archive = await openArchive(url)
  const random = numbers(Number(process.env.PLANLENS_SEED ?? 1))
  const digests = alone.map((line) => (JSON.parse(line) as {digest: string}).digest)
  const matrix = await sharedMatrix(many, {})
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(url)))
  for (let killed = 0; killed < kills; ) {
    await archive.forget(digests)
    let reading = true
    const killing = (async () => {
      for (let round = 0; round < 4 && reading && killed < kills; round++) {
        await wait(100 + 1200 * random())
        const at = Math.floor(random() * workers.length)
        if (!reading) break
        workers[at]!.child.kill('SIGKILL')
        killed++
        workers[at] = await startWorker(url)
      }
    })()
    const seen: string[] = []
    for await (const {file} of readOnMachines(files, archive, url)) seen.push(file)
    expect(seen).toEqual(files)
    expect(await lines(archive)).toEqual(alone)
    expect(await matrixOf(archive, url)).toEqual(matrix)
    reading = false
    await killing
    await archive.forget(many.map(({digest}) => digest))
  }
  await archive.close()
})
