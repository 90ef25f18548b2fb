/**
 * Speed of reading PDF, in ms a page: each back end, the whole way from PDF to plan tree, and `pdf-parse` getText() alone,
 * in one process and one run. Files are read in turn by all; the median counts. Two times are told: the processor's (of all
 * the process's threads), which a busy machine does not lengthen as it does the clock's, and the clock's, which is what a
 * reader waits for.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {PDFParse} from 'pdf-parse'
import {blocksOf, sketchAhead} from '../../src/blocks/blocks.ts'
import {recognise} from '../../src/recognise/recognise.ts'
import {readPdf} from '../../src/source/pdf/pdf.ts'
import {readWithPdfParse} from '../../src/source/pdf/pdf-parse/pdf-parse.ts'
import {readWithPdfium} from '../../src/source/pdf/pdfium/pdfium.ts'
import type {ReadOptions} from '../../src/source/types.ts'

const rounds = 5
const usualFolders = ['../shared/corpus/pdf', 'corpus']
const quiet: ReadOptions = {ocr: false}
const whole: ReadOptions = {...quiet, onPage: sketchAhead}

const kinds = ['processor', 'clock'] as const
/** Milliseconds by way. */
type Times = Record<(typeof kinds)[number], Map<string, number>>
type Way = (bytes: Uint8Array) => Promise<unknown>

const ways: Readonly<Record<string, Way>> = {
  'pdf-parse getText()': async (bytes) => {
    const parser = new PDFParse({data: Uint8Array.from(bytes)})
    await parser.getText()
    await parser.destroy()
  },
  'pdf-parse back end': (bytes) => readWithPdfParse(bytes, quiet),
  'pdfium back end': (bytes) => readWithPdfium(bytes, quiet),
  'PDF to blocks': async (bytes) => blocksOf(await readPdf(bytes, whole)),
  'PDF to tree': async (bytes) =>
    recognise(blocksOf(await readPdf(bytes, whole)), {source: {path: '', format: 'pdf', digest: '', pages: 0}})
}

/** npm run bench -- reading [FILE|FOLDER…] */
export async function bench(argv: string[]): Promise<void> {
  const files = (argv.length > 0 ? argv : usualFolders.filter(existsSync)).flatMap(pdfsIn)
  const totals: Times = {processor: new Map(), clock: new Map()}
  let pages = 0
  for (const file of files) {
    const bytes = readFileSync(file)
    const read = await readPdf(bytes, quiet).catch(() => undefined)
    // Scans are OCR's work, and that takes seconds whatever reads the file.
    if (!read) continue
    pages += read.pages.length
    const times = await medians(bytes)
    for (const kind of kinds)
      for (const [way, ms] of times[kind]) totals[kind].set(way, (totals[kind].get(way) ?? 0) + ms)
    print(file.split('/').at(-1)!, read.pages.length, times.processor)
  }
  for (const kind of kinds) print(`all ${files.length} files, ${kind}`, pages, totals[kind])
  for (const way of ['pdfium back end', 'PDF to blocks', 'PDF to tree']) {
    const ratios = kinds.map((kind) => {
      const ratio = totals[kind].get(way)! / totals[kind].get('pdf-parse getText()')!
      return `${ratio.toFixed(2)} by the ${kind}`
    })
    process.stdout.write(`${way}: ${ratios.join(', ')} x pdf-parse getText()\n`)
  }
}

function pdfsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(path, name))
}

/** Milliseconds a file, by way. The ways take turns, so that a slow moment hits them alike. */
async function medians(bytes: Uint8Array): Promise<Times> {
  const taken = kinds.map(() => new Map<string, number[]>(Object.keys(ways).map((way) => [way, []])))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const [since, start] = [performance.now(), process.cpuUsage()]
      await way(bytes)
      const {user, system} = process.cpuUsage(start)
      taken[0]!.get(name)!.push((user + system) / 1_000)
      taken[1]!.get(name)!.push(performance.now() - since)
    }
  const [processor, clock] = taken.map((times) => {
    const middle = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1]!
    return new Map([...times].map(([name, all]) => [name, middle(all)]))
  })
  return {processor: processor!, clock: clock!}
}

function print(name: string, pages: number, times: ReadonlyMap<string, number>): void {
  const figures = [...times].map(([way, ms]) => `${way} ${(ms / pages).toFixed(1)}`).join(' | ')
  process.stdout.write(`${name} (${pages} pages), ms a page: ${figures}\n`)
}
