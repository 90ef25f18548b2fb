import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {defaultThemes, openAnalysts, readPlan, threadsFor} from '../../src/index.ts'
import {type ReadAllOptions, readAll} from '../../src/pool/read-all.ts'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
const good = join(corpus, 'pellingham-young-peoples-plan.md')

test('threads of the analysts read files as well, each in its own time, and go on', {timeout: 120_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-analysts-'))
  const hangs = join(folder, 'hangs.md')
  writeFileSync(hangs, '# A plan\n')
  const analysts = openAnalysts({themes: defaultThemes().slice(0, 2), embedder: {embedder: 'none'}, jobs: 1})
  try {
    const plan = await readPlan(good)
    const read = async (files: string[], more: ReadAllOptions = {}) => {
      const found: string[] = []
      const options = {pool: analysts.threads, jobs: 1, ...more}
      for await (const each of readAll(files, options))
        found.push('plan' in each ? each.plan.digest : each.problem.code)
      return found
    }
    const studied = async () => Object.keys(await analysts.study(plan, []))
    expect(await read([good])).toEqual([plan.digest])
    expect(await studied()).toEqual(['found'])
    const worker = new URL('../pool/failing-worker.ts', import.meta.url)
    expect(await read([hangs], {worker, timeout: 2})).toEqual(['too-slow'])
    expect(await studied()).toEqual(['found'])
    expect(await read([good])).toEqual([plan.digest])
  } finally {
    await analysts.close()
    rmSync(folder, {recursive: true})
  }
})

test('a few new plans are not worth the start of a thread more', () => {
  const texts = (count: number) => Array.from({length: count}, () => ({bytes: 30_000}))
  expect(threadsFor([], 2, true)).toBe(1)
  expect(threadsFor(texts(10), 2, false)).toBe(1)
  expect(threadsFor(texts(10), 2, true)).toBe(2)
  expect(threadsFor(texts(100), 8, false)).toBe(8)
  expect(threadsFor([{bytes: 4_000_000}], 8, false)).toBe(6)
})
