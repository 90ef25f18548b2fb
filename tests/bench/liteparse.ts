/**
 * Our reading of PDF against liteparse's Markdown read by our own recognisers: `npm run bench -- liteparse [FILE…]
 * [--liteparse FOLDER] [--pdfbench]`. Prints linked F1 by file (core, all) and the milliseconds a page of both, measured in
 * turns in one process: the processor's, ours on one thread, and in the last line the clock's, ours on two. liteparse is no dependency: FOLDER is where the user ran `npm install @llamaindex/liteparse`.
 */
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {readPlan, unitsOf} from '../../src/index.ts'
import {scoreMarkdown} from './pdfbench.ts'

const gold = '../shared/gold'
const rounds = 5

interface Parser {
  parse(path: string): Promise<{text: string; pages: unknown[]}>
}

interface Case {
  file: string
  /** Path of the tree that the file should give. */
  tree?: string
}

interface Scored {
  core: {linked: number}
  all: {linked: number}
}

type Score = (tree: unknown, units: unknown) => Scored

export async function bench(argv: string[]): Promise<void> {
  const {files, folder, pages} = argumentsOf(argv)
  const parser = await liteparse(folder)
  if (pages) return comparePages(parser)
  const {score}: {score: Score} = await import(pathToFileURL(resolve(gold, 'eval.tree.mjs')).href)
  const cases = casesOf(files)
  const work = mkdtempSync(join(tmpdir(), 'liteparse-'))
  const scores: {ours: number[]; theirs: number[]} = {ours: [], theirs: []}
  const spent = {ours: none, theirs: none, pages: 0}
  print(['file', 'pages', 'core: ours', 'liteparse', 'all: ours', 'liteparse', 'ms a page: ours', 'liteparse'])
  print(Array.from({length: 8}, () => '---'))
  try {
    for (const {file, tree} of cases) {
      const markdown = join(work, `${basename(file)}.md`)
      const parsed = await parser.parse(file)
      writeFileSync(markdown, parsed.text)
      const figures = tree
        ? await Promise.all(
            [file, markdown].map(async (path) =>
              score(JSON.parse(readFileSync(tree, 'utf8')), unitsOf(await readPlan(path, {ocr: false})))
            )
          )
        : []
      const [ours, theirs] = figures
      if (ours && theirs) {
        scores.ours.push(ours.core.linked)
        scores.theirs.push(theirs.core.linked)
      }
      const [alone, own, other] = await inTurns([
        () => readPlan(file, {ocr: false, threads: 1}),
        () => readPlan(file, {ocr: false}),
        () => parser.parse(file)
      ])
      spent.ours = sum(spent.ours, {processor: alone!.processor, clock: own!.clock})
      spent.theirs = sum(spent.theirs, other!)
      spent.pages += parsed.pages.length
      print([
        basename(file),
        String(parsed.pages.length),
        ...[ours?.core, theirs?.core, ours?.all, theirs?.all].map((each) => each?.linked.toFixed(3) ?? ''),
        (alone!.processor / parsed.pages.length).toFixed(1),
        (other!.processor / parsed.pages.length).toFixed(1)
      ])
    }
  } finally {
    rmSync(work, {recursive: true, force: true})
  }
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, each) => sum + each, 0) / values.length).toFixed(3)
  if (scores.ours.length > 0)
    process.stdout.write(`mean core linked F1: ours ${mean(scores.ours)}, liteparse ${mean(scores.theirs)}\n`)
  for (const kind of ['processor', 'clock'] as const)
    process.stdout.write(
      `PDF to tree ${(spent.ours[kind] / spent.pages).toFixed(1)} ms a page by the ${kind}, liteparse's PDF to Markdown ` +
        `${(spent.theirs[kind] / spent.pages).toFixed(1)}: ${(spent.ours[kind] / spent.theirs[kind]).toFixed(2)} x\n`
    )
}

/** Markdown of one-page PDFs, by the scorer of opendataloader-bench. */
async function comparePages(parser: Parser): Promise<void> {
  process.stdout.write('liteparse: ')
  await scoreMarkdown(async (path) => (await parser.parse(path)).text)
}

function argumentsOf(argv: readonly string[]): {files: string[]; folder: string | undefined; pages: boolean} {
  const at = argv.indexOf('--liteparse')
  const folder = at < 0 ? undefined : argv[at + 1]
  const files = argv.filter((each, i) => !each.startsWith('--') && (at < 0 || i !== at + 1))
  return {files, folder, pages: argv.includes('--pdfbench')}
}

/** The files given, with the trees known for them; without any, all PDFs that have one. */
function casesOf(files: readonly string[]): Case[] {
  const list = join(gold, 'score.json')
  const known: {file: string; gold: string}[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).trees : []
  const all = known.map((each): Case => ({file: join(gold, each.file), tree: join(gold, each.gold)}))
  if (files.length === 0) return all.filter(({file}) => file.endsWith('.pdf'))
  return files.map((file) => all.find((each) => resolve(each.file) === resolve(file)) ?? {file})
}

/** @throws Error that says how to install it, where it is not found. */
async function liteparse(folder = process.cwd()): Promise<Parser> {
  const name = '@llamaindex/liteparse'
  try {
    const entry = createRequire(join(resolve(folder), 'package.json')).resolve(name)
    const {LiteParse} = await import(pathToFileURL(entry).href)
    const settings = {outputFormat: 'markdown', ocrEnabled: false, quiet: true, imageMode: 'none', extractLinks: false}
    return new LiteParse(settings)
  } catch (cause) {
    throw new Error(
      `bench liteparse: ${name} is not installed in ${resolve(folder)}; run "npm install ${name}@2.14.7" in a folder of its own and give it by --liteparse FOLDER`,
      {cause}
    )
  }
}

/** Milliseconds. */
interface Spent {
  processor: number
  clock: number
}
const none: Spent = {processor: 0, clock: 0}
const sum = (a: Spent, b: Spent): Spent => ({processor: a.processor + b.processor, clock: a.clock + b.clock})

/** Medians of each way; they take turns, so that a slow moment hits them alike. */
async function inTurns(ways: readonly (() => Promise<unknown>)[]): Promise<Spent[]> {
  const times = ways.map((): Spent[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [i, way] of ways.entries()) {
      const [since, start] = [performance.now(), process.cpuUsage()]
      await way()
      const {user, system} = process.cpuUsage(start)
      times[i]!.push({processor: (user + system) / 1_000, clock: performance.now() - since})
    }
  const middle = (all: number[]): number => all.sort((a, b) => a - b)[all.length >> 1]!
  return times.map((all) => ({
    processor: middle(all.map(({processor}) => processor)),
    clock: middle(all.map(({clock}) => clock))
  }))
}

const print = (cells: readonly string[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`)
