import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readAll, readPlan} from '../../src/index.ts'
import type {ReadAllOptions, ReadFile} from '../../src/pool/read-all.ts'

const worker = new URL('./failing-worker.ts', import.meta.url)
const sample = fileURLToPath(new URL('../../corpus/pellingham-young-peoples-plan.md', import.meta.url))
const pdf = fileURLToPath(new URL('../../corpus/west-marlshire-plan-2019-22.pdf', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-pool-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

function file(name: string, from = sample): string {
  copyFileSync(from, join(folder, name))
  return join(folder, name)
}

async function all(files: string[], options: ReadAllOptions = {}): Promise<ReadFile[]> {
  const results: ReadFile[] = []
  for await (const result of readAll(files, options)) results.push(result)
  return results
}

const codes = (results: ReadFile[]) => results.map((result) => ('plan' in result ? 'read' : result.problem.code))

test('yields the plans that reading one after the other gives, in the order given', async () => {
  const files = [file('b.md'), file('a.md'), join(folder, 'none.md'), file('c.md')]
  const results = await all(files, {jobs: 2})
  expect(results.map((result) => result.file)).toEqual(files)
  expect(codes(results)).toEqual(['read', 'read', 'missing', 'read'])
  const [first] = results
  expect('plan' in first! && first.plan).toEqual(await readPlan(files[0]!))
})

test('no files, nothing to wait for', async () => {
  expect(await all([])).toEqual([])
})

test('a worker that hangs, hoards, dies or throws takes only its file with it', async () => {
  const files = ['one.md', 'hangs.md', 'two.md', 'hoards.md', 'three.md', 'dies.md', 'four.md', 'throws.md', 'five.md']
  const results = await all(
    files.map((name) => file(name)),
    {jobs: 2, timeout: 6, memory: 64, worker}
  )
  expect(codes(results)).toEqual([
    'read',
    'too-slow',
    'read',
    'too-large',
    'read',
    'damaged',
    'read',
    'damaged',
    'read'
  ])
  const slow = results[1]!
  expect('problem' in slow && slow.problem.file).toBe(files.map((name) => join(folder, name))[1])
})

test('a file takes what threads the others leave', async () => {
  const files = ['counts-threads-1.md', 'counts-threads-2.md'].map((name) => file(name))
  const counted = async (jobs: number, of: number) =>
    (await all(files.slice(0, of), {jobs, worker})).map(
      (result) => 'problem' in result && /\((\d+)\)/.exec(result.problem.message)?.[1]
    )
  expect(await counted(1, 1)).toEqual(['1'])
  expect(await counted(1, 2)).toEqual(['1', '1'])
  expect(await counted(2, 2)).toEqual(['1', '1'])
  expect(await counted(2, 1)).toEqual(['2'])
})

test('a PDF that kills its reader is tried once more with the other library', async () => {
  const results = await all([file('first-library.pdf', pdf), file('both-hangs.pdf', pdf)], {
    timeout: 5,
    jobs: 2,
    worker
  })
  expect(codes(results)).toEqual(['read', 'too-slow'])
})

test('a scan has its time for each page, so that a long one is read', async () => {
  const results = await all([file('long-scan.md')], {timeout: 6, worker})
  expect(codes(results)).toEqual(['read'])
})

test('cancelling ends the run and its threads', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('stopped by the user')), 300)
  await expect(all([file('hangs-1.md'), file('hangs-2.md')], {jobs: 2, signal: stop.signal, worker})).rejects.toThrow(
    'stopped by the user'
  )
})

test('progress counts every file once', async () => {
  const seen: number[] = []
  writeFileSync(join(folder, 'empty.md'), '')
  await all([file('p1.md'), join(folder, 'empty.md')], {onProgress: ({done, of}) => seen.push(done / of)})
  expect(seen).toEqual([0.5, 1])
})
