/** A run into a folder of an earlier one makes only what is new, and leaves the bytes of a run from nothing. */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {memoOf} from '../../src/cli/folder-memo.ts'
import {writeOutput} from '../../src/cli/output-folder.ts'
import {
  type Archive,
  analyse,
  defaultThemes,
  findChanges,
  findClusters,
  findOverlaps,
  isStanding,
  openArchive,
  openTreeShelf,
  type RunOptions,
  readFiles,
  reportParts
} from '../../src/index.ts'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
const first = [
  'pellingham-young-peoples-plan.md',
  'marlshire-healthy-lives-strategy.html',
  'marlshire-data-sharing-policy.txt'
]

let folder = ''
let archive: Archive
/** Of the runs from nothing, each into a new folder. */
let other: Archive
const plans = () => join(folder, 'plans')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-incremental-'))
  mkdirSync(plans())
  for (const name of first) cpSync(join(corpus, name), join(plans(), name))
  // A draft of another plan, so that there are changes from the start.
  edited('pellingham-young-peoples-plan.md', 'pellingham-draft.md', (text) => text.replaceAll('improve', 'raise'))
  archive = await openArchive(join(folder, 'plans.db'))
  other = await openArchive(':memory:')
})
afterAll(async () => {
  await archive?.close()
  await other?.close()
  rmSync(folder, {recursive: true})
})

function edited(from: string, name: string, edit: (text: string) => string): void {
  writeFileSync(join(plans(), name), edit(readFileSync(join(corpus, from), 'utf8')))
}

/** One run of all the files that are there now; which of them it made. */
async function run(out: string, more: Partial<RunOptions>): Promise<string[]> {
  const files = readdirSync(plans())
    .sort()
    .map((name) => join(plans(), name))
  const shelf = openTreeShelf()
  const options: RunOptions = {
    themes: defaultThemes().slice(0, 4),
    findChanges,
    findOverlaps: (of) => findOverlaps(of),
    findClusters: (of) => findClusters(of),
    jobs: 2,
    shelf,
    ...more
  }
  const {plans: read, failures, goalWords} = await readFiles(files, options)
  const found = await analyse(read, failures, {...options, ...(goalWords ? {goalWords} : {})})
  const made: string[] = []
  const memo = memoOf(out)
  const parts = reportParts(found, {record: {files: files.length}, memo})
  await writeOutput(out, told(parts, made), (wrote) => ({wrote}), memo)
  shelf.close()
  return made
}

function* told(parts: ReturnType<typeof reportParts>, made: string[]): ReturnType<typeof reportParts> {
  for (const part of parts) {
    if (!isStanding(part[1])) made.push(part[0])
    yield part
  }
}

function bytesIn(out: string): Map<string, string> {
  const names = readdirSync(out, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(out.length + 1), readFileSync(path, 'latin1')]))
}

const steps: [what: string, change: () => void, options: Partial<RunOptions>, made: RegExp | null][] = [
  ['the first run', () => {}, {}, null],
  ['nothing new', () => {}, {}, /^(?!plans\/|gaps\/(?!index)|changes\/|overlaps\/|compare\/)/],
  [
    'a file that comes in first of all',
    () => edited('east-marlshire-care-experienced-strategy-2024-27.txt', 'a-strategy.txt', (text) => text),
    {},
    null
  ],
  [
    'a file that is another one now',
    () =>
      edited('pellingham-young-peoples-plan.md', 'pellingham-draft.md', (text) => text.replaceAll('reduce', 'lower')),
    {},
    null
  ],
  ['a file less', () => rmSync(join(plans(), 'marlshire-healthy-lives-strategy.html')), {}, null],
  ['a file twice', () => edited(first[0]!, 'twice.md', (text) => text), {}, null],
  ['other themes', () => {}, {themes: defaultThemes().slice(0, 3)}, null],
  ['corrections', () => {}, {corrections: [{number: 1, quote: 'Vision', title: 'Sight'} as never]}, null]
]

test('after every change the folder holds what a run from nothing would write', {timeout: 300_000}, async () => {
  const out = join(folder, 'out')
  for (const [what, change, options, expected] of steps) {
    change()
    const made = await run(out, {archive, ...options})
    const fresh = join(folder, 'fresh')
    const all = await run(fresh, {archive: other, ...options})
    const [bytes, wanted] = [bytesIn(out), bytesIn(fresh)]
    expect([...bytes.keys()], what).toEqual([...wanted.keys()])
    for (const [path, content] of wanted) expect(bytes.get(path) === content, `${what}: ${path}`).toBe(true)
    if (expected)
      expect(
        made.filter((path) => !expected.test(path)),
        what
      ).toEqual([])
    if (what !== 'the first run') expect(all.length, what).toBeGreaterThanOrEqual(made.length)
    rmSync(fresh, {recursive: true})
  }
})

test('a page that somebody touched is made again', async () => {
  const out = join(folder, 'touched')
  await run(out, {archive})
  const page = readdirSync(join(out, 'plans')).find((name) => name.endsWith('.html'))!
  writeFileSync(join(out, 'plans', page), 'scribbled')
  utimesSync(join(out, 'plans', page), Date.now() / 1000 + 5, Date.now() / 1000 + 5)
  expect(await run(out, {archive})).toContain(`plans/${page}`)
  expect(readFileSync(join(out, 'plans', page), 'utf8')).toContain('<!doctype html>')
})
