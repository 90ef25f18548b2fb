/** A long PDF on two threads is read as on one, whatever befalls the second. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import {pageReader, type ReadPage} from '../../src/source/pdf/pdfium/pages.ts'
import {openPdf, pdfiumCode, readWithPdfium} from '../../src/source/pdf/pdfium/pdfium.ts'
import {type Beside, readBeside} from '../../src/source/pdf/pdfium/second-thread.ts'
import {onLayer, pdfOf, text} from '../support/pdf.ts'

interface Seen {
  worker: {terminate(): Promise<number>}
  pages: number[]
}

/** The threads that were started, with the pages that each has read; what is done at such a page; another module for them. */
const threads = vi.hoisted(() => ({
  seen: [] as Seen[],
  onPage: undefined as ((seen: Seen) => void) | undefined,
  module: undefined as URL | undefined
}))

vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>()
  class Worker extends real.Worker {
    constructor(module: URL, options: object) {
      super(threads.module ?? module, options)
      const seen: Seen = {worker: this, pages: []}
      threads.seen.push(seen)
      this.on('message', (answer: {read?: ReadPage}) => {
        if (!answer.read) return
        seen.pages.push(answer.read.page.number)
        threads.onPage?.(seen)
      })
    }
  }
  return {...real, Worker}
})

beforeEach(() => {
  threads.seen.length = 0
})
afterEach(async () => {
  threads.onPage = undefined
  threads.module = undefined
  await Promise.all(threads.seen.map(({worker}) => worker.terminate()))
})

const two = {ocr: false, threads: 2}
const one = {ocr: false, threads: 1}

/** Labels, an outline, a layer that is switched off, turned pages, a page without words. */
const madeUp = (pages: number) =>
  pdfOf({
    title: 'A long plan',
    layers: [{name: 'Notes', on: false}],
    labels: [
      {page: 1, style: 'r'},
      {page: 5, style: 'D'}
    ],
    outline: [
      {title: 'Begin', page: 1, up: 700},
      {title: 'End', page: pages, up: 600}
    ],
    pages: Array.from({length: pages}, (_, i) => ({
      ...(i % 7 === 3 ? {rotate: 90} : {}),
      content:
        i === 8
          ? ''
          : text(72, 700, `Priority ${i + 1}`, {size: 18, font: 'F2'}) +
            text(72, 660, `We will mend ${i + 3} bridges`, {font: i % 2 ? 'F3' : 'F4', colour: '0.2 0 0.4'}) +
            (i % 5 === 2 ? onLayer(0, text(72, 640, 'only a note')) : '')
    }))
  })

/** Has the second thread read all of a document. It is busy with the one before until it has seen that nothing is left to do. */
async function allBeside(bytes: Uint8Array, pages: number): Promise<Beside> {
  const code = await pdfiumCode()
  const beside = await vi.waitUntil(() => readBeside(code, bytes, pages, two), {timeout: 60_000})
  await beside.end(undefined)
  return beside
}

/** Starts a thread, which takes seconds on a busy machine. */
async function threadIsReady(): Promise<void> {
  await allBeside(madeUp(30), 30)
  for (const {pages} of threads.seen) pages.length = 0
}

describe('what the second thread reads', () => {
  const shared = '../shared/corpus/pdf'
  const layouts = existsSync(shared)
    ? readdirSync(shared).filter(
        (name) => /_(?:B_council|C_landscape_tables|E_word)\.pdf$/.test(name) && !name.startsWith('002')
      )
    : []
  const files = [
    ...readdirSync('corpus').flatMap((name) => (name.endsWith('.pdf') ? [join('corpus', name)] : [])),
    ...layouts.map((name) => join(shared, name))
  ]
  const documents: [string, () => Uint8Array][] = [
    ['a made-up plan', () => madeUp(40)],
    ...files.map((file): [string, () => Uint8Array] => [file, () => readFileSync(file)])
  ]

  test.each(documents)('%s: every page as the first reads it', async (_, bytesOf) => {
    const bytes = bytesOf()
    const pdf = await openPdf(bytes)
    await threadIsReady()
    const beside = await allBeside(bytes, pdf.pages)
    const read = pageReader(pdf, bytes)
    for (let number = 1; number <= pdf.pages; number += 1) expect(beside.pages.get(number)).toEqual(await read(number))
    expect(threads.seen.map(({pages}) => pages.length)).toEqual([pdf.pages])
    pdf.close()
  })
})

/** The first thread waits a little at every page, so that the second comes to its own on a busy machine too. */
const leisurely = {...two, onProgress: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)}

test('both threads read, each page once, and together what one reads', async () => {
  const bytes = madeUp(300)
  const alone = await readPdf(bytes, one)
  expect(threads.seen).toHaveLength(0)
  await threadIsReady()
  const progress: number[] = []
  const onProgress = ({page}: {page: number}) => {
    leisurely.onProgress()
    progress.push(page)
  }
  const shared = await readPdf(bytes, {...two, onProgress})
  expect(JSON.stringify(shared)).toBe(JSON.stringify(alone))
  expect(threads.seen).toHaveLength(1)
  const {pages} = threads.seen[0]!
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length + progress.length).toBe(300)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
})

test('a thread that dies half-way leaves its pages to the first, and the next file has a new one', async () => {
  const bytes = madeUp(300)
  const alone = await readPdf(bytes, one)
  await threadIsReady()
  threads.onPage = ({worker}) => void worker.terminate()
  expect(await readPdf(bytes, leisurely)).toEqual(alone)
  expect(threads.seen.map(({pages}) => pages.length > 0)).toEqual([true])
  threads.onPage = undefined
  await threadIsReady()
  expect(await readPdf(bytes, leisurely)).toEqual(alone)
  expect(threads.seen.map(({pages}) => pages.length > 0)).toEqual([false, true])
})

test.each(['dies', 'throws'])('a thread that claims every page and %s', async (fault) => {
  threads.module = new URL(`./failing-thread.ts?${fault}`, import.meta.url)
  const bytes = madeUp(30)
  expect(await readPdf(bytes, two)).toEqual(await readPdf(bytes, one))
})

test('a thread that claims pages and hangs costs the time that a file may take, and a signal ends the wait', async () => {
  threads.module = new URL('./failing-thread.ts?hangs', import.meta.url)
  const bytes = madeUp(300)
  await expect(readPdf(bytes, {...leisurely, timeout: 4})).rejects.toMatchObject({code: 'too-slow'})
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('stopped by the user')), 500)
  await expect(readPdf(bytes, {...leisurely, signal: stop.signal})).rejects.toThrow('stopped by the user')
  threads.module = undefined
  expect((await readPdf(madeUp(30), two)).pages).toHaveLength(30)
})

test('a short document needs no second thread, a very long one no second copy, two documents at once have one between them', async () => {
  await readWithPdfium(madeUp(4), two)
  await readWithPdfium(madeUp(1_001), two)
  expect(threads.seen).toHaveLength(0)
  const [a, b] = await Promise.all([readPdf(madeUp(100), two), readPdf(madeUp(101), two)])
  expect([a.pages.length, b.pages.length]).toEqual([100, 101])
  expect(threads.seen).toHaveLength(1)
})

test('the process ends with the reading, though the thread waits for more', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-second-'))
  try {
    const file = join(folder, 'long.pdf')
    writeFileSync(file, madeUp(60))
    const index = fileURLToPath(new URL('../../src/index.ts', import.meta.url))
    const script = `const {readPlan} = await import(${JSON.stringify(index)})
      await readPlan(${JSON.stringify(file)}, {threads: 2})
      const read = performance.now()
      process.on('exit', () => console.log(Math.round(performance.now() - read)))`
    const {stdout, stderr, status} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8'
    })
    expect([stderr, status]).toEqual(['', 0])
    expect(Number(stdout)).toBeLessThan(4_500)
  } finally {
    rmSync(folder, {recursive: true})
  }
})
