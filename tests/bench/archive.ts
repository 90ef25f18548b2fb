/**
 * `npm run bench -- archive [PLANS…]`: reads that many plans into a new archive, then the same folder again, then with ten
 * new files. The plans are the sample archive's text and HTML documents with their names and numbers rewritten from a seed.
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {openArchive, readRemembered} from '../../src/index.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const documents = [
  'pellingham-young-peoples-plan.md',
  'west-marlshire-plan-2023-27.md',
  'marlshire-healthy-lives-strategy.html',
  'east-marlshire-care-experienced-strategy-2024-27.txt'
]

export async function bench(argv: string[]): Promise<void> {
  const sizes = argv.length > 0 ? argv.map(Number) : [100, 1000]
  process.stdout.write(`${availableParallelism()} cores; only reading and keeping, no comparison and no report\n`)
  for (const size of sizes) await measure(size)
}

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-bench-'))
  try {
    const path = join(folder, 'plans.db')
    mkdirSync(join(folder, 'plans'))
    const files = Array.from({length: size}, (_, number) => written(folder, number))
    const first = await timed(files, path)
    const second = await timed(files, path)
    const more = await timed([...files, ...Array.from({length: 10}, (_, extra) => written(folder, size + extra))], path)
    const bytes = statSync(path).size
    process.stdout.write(
      [
        `${size} plans: ${(first.milliseconds / size).toFixed(1)} ms and ${Math.round(bytes / size / 1024)} KB a plan`,
        `again ${share(second.milliseconds, first.milliseconds)} of that, with ten new ${share(more.milliseconds, first.milliseconds)}`,
        `main process at most ${Math.round(Math.max(first.memory, second.memory, more.memory) / 2 ** 20)} MB\n`
      ].join('; ')
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const share = (part: number, whole: number) => `1/${(whole / part).toFixed(0)}`

async function timed(files: string[], path: string): Promise<{milliseconds: number; memory: number}> {
  const started = performance.now()
  const archive = await openArchive(path)
  let memory = 0
  for await (const _ of readRemembered(files, archive)) memory = Math.max(memory, process.memoryUsage().rss)
  await archive.store.vacuum()
  await archive.close()
  return {milliseconds: performance.now() - started, memory}
}

/** Another place's plan: same shape, other names and figures. */
function written(folder: string, number: number): string {
  const name = documents[number % documents.length]!
  const text = readFileSync(new URL(name, corpus), 'utf8')
    .replaceAll(/Marlshire|Pellingham/g, (place) => `${place.slice(0, -2)}${syllables(number)}`)
    .replaceAll(/\b\d{2}%/g, (percent) => `${((Number.parseInt(percent, 10) * 7 + number * 13) % 89) + 10}%`)
  const file = join(folder, 'plans', `${String(number).padStart(5, '0')}-${name}`)
  writeFileSync(file, text)
  return file
}

const syllables = (number: number): string =>
  number < 20 ? part(number) : syllables(Math.floor(number / 20)) + part(number % 20)
const part = (digit: number) => 'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu'.split(' ')[digit]!
